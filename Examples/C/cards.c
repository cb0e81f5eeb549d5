// Lists a customer's stored cards from C.
//
//     cards GATEWAY PAYMENTTOKEN

#include <openpgw.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sem_t isAnswered;
static int status = 1;

static void answered(void *context, int32_t code, char *json) {
    (void)context;
    puts(json);
    // A refusal of the gateway is an answer, too.
    if (code == PGW_ANSWERED && strstr(json, "\"responseCode\":\"0000\"")) status = 0;
    pgw_free(json);
    sem_post(&isAnswered);
}

// {"name":"value"}, which the caller frees. A program that has a library for JSON uses that.
static char *object(const char *name, const char *value) {
    char *json = malloc(strlen(name) + 6 * strlen(value) + 8), *end = json;
    if (!json) abort();
    end += sprintf(end, "{\"%s\":\"", name);
    for (; *value; value++) {
        unsigned char byte = (unsigned char)*value;
        if (byte < ' ' || byte == '"' || byte == '\\') end += sprintf(end, "\\u%04x", byte);
        else *end++ = *value;
    }
    strcpy(end, "\"}");
    return json;
}

int main(int count, char **arguments) {
    if (count != 3) {
        puts("usage: cards GATEWAY PAYMENTTOKEN");
        return 2;
    }
    if (pgw_abi_version() != PGW_ABI_VERSION) {
        puts("libopenpgw.so is of another version than openpgw.h");
        return 2;
    }
    char *setup = object("apiEnvironment", arguments[1]), *request = object("paymentToken", arguments[2]);
    if (pgw_initialize(setup) != PGW_ANSWERED) {
        puts("GATEWAY is no address: it begins with http:// or https:// and a host");
        return 2;
    }
    sem_init(&isAnswered, 0, 0);
    pgw_customer_token_info(request, answered, NULL);
    sem_wait(&isAnswered);
    free(setup);
    free(request);
    return status;
}
