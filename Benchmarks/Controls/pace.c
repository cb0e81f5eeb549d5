// An open loop: requests go out at a fixed rate, however the answers come, and each one's time counts from when it was due. A server that
// stops for a while is late with all that was due meanwhile (the "coordinated omission" of closed loops, which send nothing then).
//
//     pace HOST PORT PATH FILE RATE SECONDS CONNECTIONS     bodies of FILE, one a line, one after the other
//
// prints "result COUNT P50 P99 P99.9 MAX LATE REFUSED" in microseconds; LATE is the 99.9th percentile of how late requests went out.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

struct connection {
    int socket;
    int64_t due; // 0: nothing is under way
    size_t length;
    char bytes[65536];
};

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000ll + time.tv_nsec;
}

static int by_size(const void *one, const void *other) {
    int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
    return (a > b) - (a < b);
}

// Each body with its head.
static char **requests;
static size_t *lengths, request_count;

static void read_requests(const char *file, const char *path, const char *host) {
    FILE *bodies = fopen(file, "r");
    if (!bodies) fail(file);
    char *line = NULL;
    size_t size = 0;
    for (ssize_t length; (length = getline(&line, &size, bodies)) > 0;) {
        if (line[length - 1] == '\n') line[--length] = 0;
        if (!(request_count & (request_count - 1))) {
            size_t room = request_count ? request_count * 2 : 1;
            requests = realloc(requests, room * sizeof *requests);
            lengths = realloc(lengths, room * sizeof *lengths);
        }
        int count = asprintf(
            &requests[request_count], "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %zd\r\n\r\n%s", path,
            host, length, line);
        lengths[request_count++] = count;
    }
    fclose(bodies);
    if (!request_count) fail("no bodies");
}

// 1 once the answer is whole and a success, -1 for another, 0 while it is not.
static int answered(struct connection *connection) {
    char *end = memmem(connection->bytes, connection->length, "\r\n\r\n", 4);
    if (!end) return 0;
    size_t head = end + 4 - connection->bytes, body = 0;
    for (char *line = connection->bytes; line < end; line = (char *)memmem(line, end + 2 - line, "\r\n", 2) + 2)
        if (!strncasecmp(line, "Content-Length:", 15)) body = strtoul(line + 15, NULL, 10);
    if (connection->length < head + body) return 0;
    return strncmp(connection->bytes, "HTTP/1.1 200", 12) ? -1 : 1;
}

int main(int count, char **arguments) {
    if (count != 8) return fprintf(stderr, "usage: pace HOST PORT PATH FILE RATE SECONDS CONNECTIONS\n"), 64;
    read_requests(arguments[4], arguments[3], arguments[1]);
    double rate = atof(arguments[5]);
    int64_t total = rate * atof(arguments[6]), connections = atoi(arguments[7]);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(arguments[2]))};
    if (inet_pton(AF_INET, arguments[1], &address.sin_addr) != 1) fail(arguments[1]);

    struct connection *all = calloc(connections, sizeof *all);
    int poll = epoll_create1(0), timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    for (int64_t index = 0; index < connections; index++) {
        int yes = 1;
        all[index].socket = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(all[index].socket, (struct sockaddr *)&address, sizeof address)) fail("connect");
        setsockopt(all[index].socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        struct epoll_event event = {.events = EPOLLIN, .data.u64 = index};
        epoll_ctl(poll, EPOLL_CTL_ADD, all[index].socket, &event);
    }
    struct epoll_event event = {.events = EPOLLIN, .data.u64 = UINT64_MAX};
    epoll_ctl(poll, EPOLL_CTL_ADD, timer, &event);

    int64_t *times = malloc(total * sizeof *times), *late = malloc(total * sizeof *late), *idle = malloc(connections * sizeof *idle);
    int64_t begun = 0, done = 0, refused = 0, idle_count = connections;
    for (int64_t index = 0; index < connections; index++) idle[index] = index;
    int64_t start = now() + 10000000;
    while (done < total) {
        // What is due goes out as soon as a connection has nothing under way; its time counts from when it was due.
        for (int64_t moment = now(); begun < total && idle_count; begun++) {
            int64_t due = start + (int64_t)(begun / rate * 1e9);
            if (due > moment) break;
            struct connection *connection = &all[idle[--idle_count]];
            size_t which = begun % request_count;
            if (write(connection->socket, requests[which], lengths[which]) != (ssize_t)lengths[which]) fail("write");
            late[begun] = moment - due;
            connection->due = due;
            connection->length = 0;
        }
        if (begun < total && idle_count) {
            int64_t due = start + (int64_t)(begun / rate * 1e9);
            struct itimerspec at = {.it_value = {due / 1000000000, due % 1000000000}};
            timerfd_settime(timer, TFD_TIMER_ABSTIME, &at, NULL);
        }
        struct epoll_event events[256];
        int ready = epoll_wait(poll, events, 256, 10000);
        if (!ready) return fprintf(stderr, "no answer for 10 s\n"), 1;
        for (int index = 0; index < ready; index++) {
            if (events[index].data.u64 == UINT64_MAX) {
                uint64_t expirations;
                if (read(timer, &expirations, sizeof expirations) < 0 && errno != EAGAIN) fail("timer");
                continue;
            }
            struct connection *connection = &all[events[index].data.u64];
            ssize_t got = read(connection->socket, connection->bytes + connection->length, sizeof connection->bytes - connection->length);
            if (got <= 0) fail("the server closed a connection");
            connection->length += got;
            int outcome = answered(connection);
            if (!outcome) continue;
            refused += outcome < 0;
            times[done++] = now() - connection->due;
            connection->due = 0;
            idle[idle_count++] = connection - all;
        }
    }
    qsort(times, total, sizeof *times, by_size);
    qsort(late, total, sizeof *late, by_size);
    printf(
        "result %ld %ld %ld %ld %ld %ld %ld\n", (long)total, (long)times[total / 2] / 1000, (long)times[total * 99 / 100] / 1000,
        (long)times[total * 999 / 1000] / 1000, (long)times[total - 1] / 1000, (long)late[total * 999 / 1000] / 1000, (long)refused);
}
