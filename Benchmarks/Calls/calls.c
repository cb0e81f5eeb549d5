// Calls one after the other through the C ABI: calls GATEWAY PAYMENTTOKEN COUNT. Prints microseconds a call.

#define _POSIX_C_SOURCE 200809L
#include <openpgw.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sem_t isAnswered;

static void answered(void *context, int32_t code, char *json) {
    (void)context;
    if (code != PGW_ANSWERED || !strstr(json, "\"0000\"")) abort();
    pgw_free(json);
    sem_post(&isAnswered);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

int main(int count, char **arguments) {
    if (count != 4) return 2;
    char json[1024];
    snprintf(json, sizeof json, "{\"apiEnvironment\": \"%s\"}", arguments[1]);
    if (pgw_initialize(json) != PGW_ANSWERED) return 2;
    snprintf(json, sizeof json, "{\"paymentToken\": \"%s\"}", arguments[2]);
    sem_init(&isAnswered, 0, 0);
    const int calls = atoi(arguments[3]);
    double started = 0;
    // Three times as many go before: a JVM compiles what it runs, for some ten thousand calls.
    for (int call = -3 * calls; call < calls; call++) {
        if (call == 0) started = now();
        pgw_customer_token_info(json, answered, NULL);
        sem_wait(&isAnswered);
    }
    printf("%.1f\n", (now() - started) / calls);
    return 0;
}
