// Pays with a card from C, and stores it.
//
//     pay GATEWAY PAYMENTTOKEN

#include <openpgw.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sem_t isAnswered;
static int status = 1;

static void answered(void *context, int32_t code, char *json) {
    (void)context;
    // 1000: the payer authenticates at the address in data. 2000: finished; the backend inquires how.
    printf("%d %s\n", (int)code, json);
    const char *said = strstr(json, "\"responseCode\":\"");
    if (code == PGW_ANSWERED && said && strchr("12", said[16])) status = 0;
    pgw_free(json);
    sem_post(&isAnswered);
}

// A text with one value in it, which the caller frees. Neither an address nor a payment token has a quote or a backslash.
static char *filled(const char *json, const char *value) {
    size_t size = (size_t)snprintf(NULL, 0, json, value) + 1;
    char *text = malloc(size);
    if (!text) abort();
    snprintf(text, size, json, value);
    return text;
}

int main(int count, char **arguments) {
    if (count != 3) {
        puts("usage: pay GATEWAY PAYMENTTOKEN");
        return 2;
    }
    char *setup = filled("{\"apiEnvironment\": \"%s\"}", arguments[1]);
    char *request = filled(
        "{\"paymentToken\": \"%s\", \"payment\": {\"code\": {\"channelCode\": \"CC\"}, \"data\": {\"cardNo\": \"4111111111111111\", "
        "\"expiryMonth\": 12, \"expiryYear\": 2039, \"securityCode\": \"123\", \"tokenize\": true}}}",
        arguments[2]);
    if (pgw_initialize(setup) != PGW_ANSWERED) {
        puts("GATEWAY is no address: it begins with http:// or https:// and a host");
        return 2;
    }
    sem_init(&isAnswered, 0, 0);
    pgw_call("proceedTransaction", request, answered, NULL);
    sem_wait(&isAnswered);
    free(setup);
    free(request);
    return status;
}
