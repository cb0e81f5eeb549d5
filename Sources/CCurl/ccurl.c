#include "ccurl.h"

#ifdef __linux__

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>

// libcurl's CURLMsg.
struct message {
    int kind;
    ccurl_easy *easy;
    union {
        void *pointer;
        int code;
    } data;
};

enum { message_done = 1, global_all = 3, multi_max_total_connections = 13, open_function = 20163 };
enum { info_response_code = 0x200002, info_ca_file = 0x10003d };

// A line a function: what it returns, its name behind curl_, what it takes.
#define FUNCTIONS(F) \
    F(int, global_init, (long)) \
    F(ccurl_easy *, easy_init, (void)) \
    F(void, easy_cleanup, (ccurl_easy *)) \
    F(int, easy_setopt, (ccurl_easy *, int, ...)) \
    F(int, easy_getinfo, (ccurl_easy *, int, ...)) \
    F(const char *, easy_strerror, (int)) \
    F(ccurl_list *, slist_append, (ccurl_list *, const char *)) \
    F(void, slist_free_all, (ccurl_list *)) \
    F(ccurl_multi *, multi_init, (void)) \
    F(void, multi_cleanup, (ccurl_multi *)) \
    F(int, multi_setopt, (ccurl_multi *, int, ...)) \
    F(int, multi_add_handle, (ccurl_multi *, ccurl_easy *)) \
    F(int, multi_remove_handle, (ccurl_multi *, ccurl_easy *)) \
    F(int, multi_perform, (ccurl_multi *, int *)) \
    F(int, multi_poll, (ccurl_multi *, void *, unsigned, int, int *)) \
    F(int, multi_wakeup, (ccurl_multi *)) \
    F(struct message *, multi_info_read, (ccurl_multi *, int *))

#define FIELD(type, name, parameters) type(*name) parameters;
static struct {
    FUNCTIONS(FIELD)
} curl;

static int loaded = -1;

static void load(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
#define FIND(type, name, parameters) \
    curl.name = (type(*) parameters)dlsym(library, "curl_" #name); \
    if (!curl.name) return;
    FUNCTIONS(FIND)
    loaded = curl.global_init(global_all);
}

int ccurl_load(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return loaded;
}

ccurl_easy *ccurl_easy_init(void) { return curl.easy_init(); }
void ccurl_easy_cleanup(ccurl_easy *easy) { curl.easy_cleanup(easy); }

int ccurl_set_long(ccurl_easy *easy, enum ccurl_long_option option, long value) { return curl.easy_setopt(easy, option, value); }

int ccurl_set_pointer(ccurl_easy *easy, enum ccurl_pointer_option option, const void *value) {
    return curl.easy_setopt(easy, option, value);
}

int ccurl_set_receive(ccurl_easy *easy, enum ccurl_receive_option option, ccurl_receive function) {
    return curl.easy_setopt(easy, option, function);
}

int ccurl_set_open(ccurl_easy *easy, ccurl_open function) { return curl.easy_setopt(easy, open_function, function); }

int ccurl_address(const ccurl_place *place, unsigned char *bytes) {
    // Behind family and port; of IPv6, behind the flow, too.
    if (place->family == AF_INET) return memcpy(bytes, place->address + 4, 4), 4;
    if (place->family == AF_INET6) return memcpy(bytes, place->address + 8, 16), 16;
    return 0;
}

long ccurl_status(ccurl_easy *easy) {
    long status = 0;
    curl.easy_getinfo(easy, info_response_code, &status);
    return status;
}

const char *ccurl_default_ca_file(ccurl_easy *easy) {
    const char *name = NULL;
    return curl.easy_getinfo(easy, info_ca_file, &name) == 0 ? name : NULL;
}

const char *ccurl_easy_strerror(int code) { return curl.easy_strerror(code); }

ccurl_list *ccurl_slist_append(ccurl_list *list, const char *text) { return curl.slist_append(list, text); }
void ccurl_slist_free_all(ccurl_list *list) { curl.slist_free_all(list); }

ccurl_multi *ccurl_multi_init(void) { return curl.multi_init(); }
void ccurl_multi_cleanup(ccurl_multi *multi) { curl.multi_cleanup(multi); }

int ccurl_limit_connections(ccurl_multi *multi, long count) {
    return curl.multi_setopt(multi, multi_max_total_connections, count);
}

int ccurl_multi_add_handle(ccurl_multi *multi, ccurl_easy *easy) { return curl.multi_add_handle(multi, easy); }
int ccurl_multi_remove_handle(ccurl_multi *multi, ccurl_easy *easy) { return curl.multi_remove_handle(multi, easy); }

int ccurl_multi_perform(ccurl_multi *multi) {
    int running;
    return curl.multi_perform(multi, &running);
}

int ccurl_multi_poll(ccurl_multi *multi, int milliseconds) { return curl.multi_poll(multi, NULL, 0, milliseconds, NULL); }
int ccurl_multi_wakeup(ccurl_multi *multi) { return curl.multi_wakeup(multi); }

ccurl_easy *ccurl_multi_ended(ccurl_multi *multi, int *code) {
    struct message *message;
    int left;
    while ((message = curl.multi_info_read(multi, &left))) {
        if (message->kind != message_done) continue;
        *code = message->data.code;
        return message->easy;
    }
    return NULL;
}

#endif
