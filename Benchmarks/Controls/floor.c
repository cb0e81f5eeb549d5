// The floor: what a machine takes to receive a request and to send so many bytes back, and nothing else. An epoll loop a thread answers every
// request with the bytes of a file.
//
//     floor FILE [THREADS]        prints "floor ready at http://127.0.0.1:PORT"

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static char *answer;
static size_t answer_length;

struct connection {
    int socket;
    size_t length;
    char bytes[16384];
};

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void read_answer(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail(path);
    char *body = malloc(1 << 20);
    size_t length = fread(body, 1, 1 << 20, file);
    fclose(file);
    answer = malloc(length + 256);
    int head = sprintf(
        answer, "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: %zu\r\n\r\n", length);
    memcpy(answer + head, body, length);
    answer_length = head + length;
    free(body);
}

// The length of the first request whole, 0 of one that is not.
static size_t request_length(struct connection *connection) {
    char *end = memmem(connection->bytes, connection->length, "\r\n\r\n", 4);
    if (!end) return 0;
    size_t head = end + 4 - connection->bytes;
    size_t body = 0;
    for (char *line = connection->bytes; line < end; line = memmem(line, end + 2 - line, "\r\n", 2) + 2)
        if (!strncasecmp(line, "Content-Length:", 15)) body = strtoul(line + 15, NULL, 10);
    return head + body <= connection->length ? head + body : 0;
}

// Whether the connection goes on.
static int serve(struct connection *connection) {
    ssize_t count = read(connection->socket, connection->bytes + connection->length, sizeof connection->bytes - connection->length);
    if (count <= 0) return count < 0 && errno == EAGAIN;
    connection->length += count;
    for (size_t length; (length = request_length(connection));) {
        memmove(connection->bytes, connection->bytes + length, connection->length -= length);
        if (write(connection->socket, answer, answer_length) != (ssize_t)answer_length) return 0;
    }
    return connection->length < sizeof connection->bytes;
}

static int listen_at(int port) {
    int yes = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    setsockopt(listener, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 1024)) fail("listen");
    return listener;
}

static void *loop(void *argument) {
    int listener = *(int *)argument, poll = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL}, events[256];
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    for (;;) {
        int count = epoll_wait(poll, events, 256, -1);
        for (int index = 0; index < count; index++) {
            struct connection *connection = events[index].data.ptr;
            if (connection) {
                if (!serve(connection)) close(connection->socket), free(connection);
                continue;
            }
            int yes = 1, accepted = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
            if (accepted < 0) continue;
            setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            connection = malloc(sizeof *connection);
            connection->socket = accepted;
            connection->length = 0;
            event = (struct epoll_event){.events = EPOLLIN, .data.ptr = connection};
            epoll_ctl(poll, EPOLL_CTL_ADD, accepted, &event);
        }
    }
    return NULL;
}

int main(int count, char **arguments) {
    if (count < 2) return fprintf(stderr, "usage: floor FILE [THREADS]\n"), 64;
    read_answer(arguments[1]);
    int threads = count > 2 ? atoi(arguments[2]) : 2, port = 0;
    for (int index = 0; index < threads; index++) {
        int *listener = malloc(sizeof *listener);
        *listener = listen_at(port);
        struct sockaddr_in address;
        socklen_t length = sizeof address;
        getsockname(*listener, (struct sockaddr *)&address, &length);
        port = ntohs(address.sin_port);
        pthread_t thread;
        if (pthread_create(&thread, NULL, loop, listener)) fail("thread");
    }
    printf("floor ready at http://127.0.0.1:%d\n", port);
    fflush(stdout);
    pause();
}
