// libopenpgw.so for Node: each call is a promise of { code, json }.

#include <node_api.h>
#include <openpgw.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    napi_deferred promise;
    napi_threadsafe_function thread;
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

// The first argument as UTF-8, which the caller frees; NULL where it is no text, or there is no room.
static char *argument(napi_env env, napi_callback_info info) {
    napi_value value;
    size_t count = 1, length;
    if (napi_get_cb_info(env, info, &count, &value, NULL, NULL) != napi_ok) return NULL;
    if (count < 1 || napi_get_value_string_utf8(env, value, NULL, 0, &length) != napi_ok) return NULL;
    char *text = malloc(length + 1);
    if (text) napi_get_value_string_utf8(env, value, text, length + 1, &length);
    return text;
}

// On JavaScript's thread. Where Node is ending there is no environment any more, and nobody to tell.
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
        napi_release_threadsafe_function(call->thread, napi_tsfn_release);
    }
    pgw_free(call->json);
    free(call);
}

// On a thread of the library's.
static void answered(void *context, int32_t code, char *json) {
    Call *call = context;
    call->code = code;
    call->json = json;
    if (napi_call_threadsafe_function(call->thread, call, napi_tsfn_blocking) != napi_ok) {
        pgw_free(json);
        free(call);
    }
}

static napi_value customer_token_info(napi_env env, napi_callback_info info) {
    napi_value promise, name = text_of(env, "PGW");
    Call *call = calloc(1, sizeof *call);
    if (!call || napi_create_promise(env, &call->promise, &promise) != napi_ok
        || napi_create_threadsafe_function(env, NULL, NULL, name, 0, 1, NULL, NULL, NULL, settle, &call->thread) != napi_ok) {
        free(call);
        napi_throw_error(env, NULL, "There is no room for another call.");
        return NULL;
    }
    char *json = argument(env, info);
    pgw_customer_token_info(json, answered, call);
    free(json);
    return promise;
}

static napi_value initialize(napi_env env, napi_callback_info info) {
    napi_value code;
    char *json = argument(env, info);
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
    const napi_property_descriptor functions[] = {
        {"initialize", NULL, initialize, NULL, NULL, NULL, napi_default, NULL},
        {"clientId", NULL, client_id, NULL, NULL, NULL, napi_default, NULL},
        {"configuration", NULL, configuration, NULL, NULL, NULL, napi_default, NULL},
        {"customerTokenInfo", NULL, customer_token_info, NULL, NULL, NULL, napi_default, NULL},
    };
    napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions);
    return exports;
}
