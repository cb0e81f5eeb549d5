// libopenpgw.so for Node: each call is a promise of { code, json }.

// For the environments of threads: https://nodejs.org/api/n-api.html#environment-life-cycle-apis
#define NAPI_VERSION 8
#include <node_api.h>
#include <openpgw.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// A JavaScript environment: Node's main thread, or a worker's. It goes when the environment and all its calls have.
typedef struct {
    pthread_mutex_t lock;
    bool isClosed;
    // Under the lock: the environment, and the calls whose answer is the library's to give.
    size_t holders;
    // On JavaScript's thread alone: the calls whose promise is open, for which Node stays.
    size_t open;
    napi_threadsafe_function thread;
} Host;

typedef struct {
    Host *host;
    napi_deferred promise;
    int32_t code;
    char *json;
} Call;

static napi_value text_of(napi_env env, const char *text) {
    napi_value value = NULL;
    napi_create_string_utf8(env, text ? text : "", NAPI_AUTO_LENGTH, &value);
    return value;
}

// A text the library hands out, as JavaScript's.
static napi_value taken(napi_env env, char *text) {
    napi_value value = text_of(env, text);
    pgw_free(text);
    return value;
}

// An argument, of at most two, as UTF-8, which the caller frees; NULL where it is no text, or there is no room.
static char *argument(napi_env env, napi_callback_info info, size_t place) {
    napi_value values[2], value;
    size_t count = 2, length;
    if (napi_get_cb_info(env, info, &count, values, NULL, NULL) != napi_ok || count <= place) return NULL;
    value = values[place];
    if (napi_get_value_string_utf8(env, value, NULL, 0, &length) != napi_ok) return NULL;
    char *text = malloc(length + 1);
    if (!text) return NULL;
    napi_get_value_string_utf8(env, value, text, length + 1, &length);
    // A zero would end it for C, and JSON has none: what stands before it is not what was said.
    if (strlen(text) != length) *text = 0;
    return text;
}

// Unlocks, and frees what nobody holds any more.
static void let_go(Host *host) {
    bool isLast = --host->holders == 0;
    pthread_mutex_unlock(&host->lock);
    if (isLast) free(host);
}

static void forget(Call *call) {
    pgw_free(call->json);
    free(call);
}

// On JavaScript's thread. Where its environment is ending there is none any more, and nobody to tell.
static void settle(napi_env env, napi_value function, void *context, void *data) {
    Call *call = data;
    (void)function, (void)context;
    if (env) {
        napi_value answer, code;
        napi_create_object(env, &answer);
        napi_create_int32(env, call->code, &code);
        napi_set_named_property(env, answer, "code", code);
        napi_set_named_property(env, answer, "json", text_of(env, call->json));
        napi_resolve_deferred(env, call->promise, answer);
        if (--call->host->open == 0) napi_unref_threadsafe_function(env, call->host->thread);
    }
    forget(call);
}

// On a thread of the library's.
static void answered(void *context, int32_t code, char *json) {
    Call *call = context;
    Host *host = call->host;
    call->code = code;
    call->json = json;
    pthread_mutex_lock(&host->lock);
    if (host->isClosed || napi_call_threadsafe_function(host->thread, call, napi_tsfn_nonblocking) != napi_ok) forget(call);
    let_go(host);
}

// Before Node ends what belongs to the environment: no answer touches it from here on.
static void closed(void *data) {
    Host *host = data;
    pthread_mutex_lock(&host->lock);
    host->isClosed = true;
    let_go(host);
}

// The name of a call, and its request.
static napi_value ask(napi_env env, napi_callback_info info) {
    napi_value promise;
    Host *host;
    napi_get_instance_data(env, (void **)&host);
    Call *call = calloc(1, sizeof *call);
    if (!call || napi_create_promise(env, &call->promise, &promise) != napi_ok) {
        free(call);
        napi_throw_error(env, NULL, "There is no room for another call.");
        return NULL;
    }
    call->host = host;
    if (host->open++ == 0) napi_ref_threadsafe_function(env, host->thread);
    pthread_mutex_lock(&host->lock);
    host->holders++;
    pthread_mutex_unlock(&host->lock);
    char *name = argument(env, info, 0), *json = argument(env, info, 1);
    pgw_call(name, json, answered, call);
    free(name);
    free(json);
    return promise;
}

static napi_value initialize(napi_env env, napi_callback_info info) {
    napi_value code;
    char *json = argument(env, info, 0);
    napi_create_int32(env, pgw_initialize(json), &code);
    free(json);
    return code;
}

static napi_value client_id(napi_env env, napi_callback_info info) {
    (void)info;
    return taken(env, pgw_client_id());
}

static napi_value configuration(napi_env env, napi_callback_info info) {
    (void)info;
    return taken(env, pgw_configuration());
}

NAPI_MODULE_INIT() {
    if (pgw_abi_version() != PGW_ABI_VERSION) {
        napi_throw_error(env, NULL, "libopenpgw.so is of another version than this addon; build both again: Scripts/node");
        return NULL;
    }
    Host *host = calloc(1, sizeof *host);
    if (!host || napi_create_threadsafe_function(
            env, NULL, NULL, text_of(env, "PGW"), 0, 1, NULL, NULL, NULL, settle, &host->thread) != napi_ok) {
        free(host);
        napi_throw_error(env, NULL, "There is no room for the addon.");
        return NULL;
    }
    pthread_mutex_init(&host->lock, NULL);
    host->holders = 1;
    napi_unref_threadsafe_function(env, host->thread);
    napi_set_instance_data(env, host, NULL, NULL);
    // The last hook runs first: this one before that of the function above.
    napi_add_env_cleanup_hook(env, closed, host);
    const napi_property_descriptor functions[] = {
        {"initialize", NULL, initialize, NULL, NULL, NULL, napi_default, NULL},
        {"clientId", NULL, client_id, NULL, NULL, NULL, napi_default, NULL},
        {"configuration", NULL, configuration, NULL, NULL, NULL, napi_default, NULL},
        {"call", NULL, ask, NULL, NULL, NULL, napi_default, NULL},
    };
    napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions);
    return exports;
}
