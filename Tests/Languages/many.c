// Many calls, some of them cancelled, for the address sanitizer: many GATEWAY CALLS. Prints how many were answered and how many were not.

#include <openpgw.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sem_t free_places;
static atomic_int answered, cancelled;

struct call {
    char *text;
};

static void received(void *context, int32_t code, char *json) {
    struct call *call = context;
    atomic_fetch_add(code == PGW_ANSWERED ? &answered : &cancelled, 1);
    if (strlen(json) == 0 || (code != PGW_ANSWERED && code != PGW_CANCELLED)) abort();
    pgw_free(json);
    free(call->text);
    free(call);
    sem_post(&free_places);
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    const int places = 64, calls = atoi(arguments[2]);
    char setup[256];
    snprintf(setup, sizeof setup, "{\"apiEnvironment\": \"%s\"}", arguments[1]);
    if (pgw_initialize(setup) != 0) return 2;
    sem_init(&free_places, 0, places);
    for (int index = 0; index < calls; index++) {
        sem_wait(&free_places);
        struct call *call = malloc(sizeof *call);
        call->text = strdup("{\"paymentToken\": \"nonsense\"}");
        uint64_t number = pgw_customer_token_info(call->text, received, call);
        if (index % 7 == 0) pgw_cancel(number);
        pgw_free(pgw_configuration());
        pgw_free(pgw_client_id());
    }
    for (int index = 0; index < places; index++) sem_wait(&free_places);
    printf("%d %d\n", answered, cancelled);
    return 0;
}
