// Lists a customer's stored cards from C.
//
//     cards GATEWAY PAYMENTTOKEN

#include <openpgw.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t isAnswered;
static int status = 1;

static void answered(void *context, int32_t code, char *json) {
    (void)context;
    puts(json);
    status = code == PGW_ANSWERED ? 0 : 1;
    pgw_free(json);
    sem_post(&isAnswered);
}

int main(int count, char **arguments) {
    if (count != 3) {
        puts("usage: cards GATEWAY PAYMENTTOKEN");
        return 2;
    }
    if (pgw_abi_version() != PGW_ABI_VERSION) return 2;
    char json[1024];
    snprintf(json, sizeof json, "{\"apiEnvironment\": \"%s\"}", arguments[1]);
    if (pgw_initialize(json) != PGW_ANSWERED) return 2;
    sem_init(&isAnswered, 0, 0);
    snprintf(json, sizeof json, "{\"paymentToken\": \"%s\"}", arguments[2]);
    pgw_customer_token_info(json, answered, NULL);
    sem_wait(&isAnswered);
    return status;
}
