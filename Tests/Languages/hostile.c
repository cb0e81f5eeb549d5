// A host that does what hosts do: hostile log|environment|exit|fork|close|files GATEWAY [MILLISECONDS|LIBRARY]

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <openpgw.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static sem_t isAnswered;
static int32_t last;

static void answered(void *context, int32_t code, char *json) {
    (void)context;
    last = code;
    pgw_free(json);
    sem_post(&isAnswered);
}

static void setUp(const char *gateway, const char *more) {
    char json[4096];
    snprintf(json, sizeof json, "{\"apiEnvironment\":\"%s\"%s}", gateway, more);
    if (pgw_initialize(json) != 0) exit(9);
}

static void begin(int calls) {
    for (int call = 0; call < calls; call++) pgw_customer_token_info("{\"paymentToken\":\"tok\"}", answered, NULL);
}

static void await(int calls) {
    while (calls-- > 0) sem_wait(&isAnswered);
}

static int call(void) {
    begin(1);
    await(1);
    return last;
}

// Takes every file there is, and gives all back.
static void fill(int *files, int *count) {
    struct rlimit limit = {256, 256};
    setrlimit(RLIMIT_NOFILE, &limit);
    while ((files[*count] = open("/dev/null", O_RDONLY)) >= 0) ++*count;
}

int main(int count, char **arguments) {
    if (count < 3) return 9;
    const char *what = arguments[1], *gateway = arguments[2];
    sem_init(&isAnswered, 0, 0);
    if (strcmp(what, "log") == 0) {
        setUp(gateway, ",\"log\":true");
        for (int calls = 0; calls < 200; calls++) call();
        return last;
    }
    if (strcmp(what, "environment") == 0) {
        setUp(gateway, "");
        for (int round = 0; round < 400; round++) {
            char name[32];
            begin(20);
            for (int index = 0; index < 2000; index++) {
                snprintf(name, sizeof name, "HOST_%d", index % 500);
                if (index % 3) setenv(name, "a value of some length, so that it moves", 1);
                else unsetenv(name);
            }
            await(20);
        }
        return last;
    }
    if (strcmp(what, "exit") == 0) {
        setUp(gateway, "");
        begin(60);
        usleep(1000 * atoi(arguments[3]));
        exit(3);
    }
    if (strcmp(what, "fork") == 0) {
        setUp(gateway, "");
        call();
        pid_t child = fork();
        if (child == 0) exit(3);
        int status = 0;
        waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 3 ? last : 9;
    }
    if (strcmp(what, "close") == 0) {
        void *library = dlopen(arguments[3], RTLD_NOW);
        setUp(gateway, "");
        call();
        while (library && dlclose(library) == 0 && dlopen(arguments[3], RTLD_NOW | RTLD_NOLOAD) == NULL) break;
        usleep(100000);
        return last;
    }
    if (strcmp(what, "files") == 0) {
        static int files[4096];
        int taken = 0;
        // Before the first call, as what is set up then stays.
        setUp(gateway, "");
        fill(files, &taken);
        for (int calls = 0; calls < 3; calls++) printf("%d ", call() == 0 ? 0 : 9);
        while (taken > 0) close(files[--taken]);
        printf("%d\n", call());
        return 0;
    }
    return 9;
}
