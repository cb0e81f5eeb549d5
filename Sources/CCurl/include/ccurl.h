// libcurl's multi interface, as HTTPTransport uses it.
//
// The library is found when the program runs, by its name of 20 years, libcurl.so.4: Foundation for Linux stands on it, so it is
// there; its headers may not be. Options have names of their own here, and libcurl's numbers, which never change. (See
// curl.se/libcurl/c/libcurl.html; a function that is not explained does what the one without the first c does.)

#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>

typedef struct ccurl_easy ccurl_easy;
typedef struct ccurl_multi ccurl_multi;
typedef struct ccurl_list ccurl_list;
typedef size_t (*ccurl_receive)(char *bytes, size_t one, size_t count, void *context);

// Where a connection is about to go: libcurl's curl_sockaddr.
typedef struct ccurl_place {
    int family;
    int type;
    int protocol;
    unsigned length;
    unsigned char address[128];
} ccurl_place;
// Returns a socket, or -1 to go nowhere.
typedef int (*ccurl_open)(void *context, int purpose, const ccurl_place *place);

enum ccurl_long_option {
    ccurl_post = 47,
    ccurl_follow_location = 52,
    ccurl_post_size = 60,
    ccurl_http_version = 84,
    ccurl_no_signal = 99,
    ccurl_timeout_ms = 155,
    ccurl_protocols = 181,
    ccurl_suppress_connect_headers = 265,
    ccurl_http09_allowed = 285,
    ccurl_quick_exit = 322,
};

enum ccurl_pointer_option {
    ccurl_body_context = 10001,
    ccurl_url = 10002,
    ccurl_proxy = 10004,
    ccurl_read_context = 10009,
    ccurl_error_text = 10010,
    ccurl_headers = 10023,
    ccurl_header_context = 10029,
    ccurl_ca_file = 10065,
    ccurl_ca_folder = 10097,
    ccurl_open_context = 10164,
    ccurl_copy_post_fields = 10165,
    ccurl_no_proxy = 10177,
};

enum ccurl_receive_option {
    ccurl_body_function = 20011,
    ccurl_read_function = 20012,
    ccurl_header_function = 20079,
};

enum ccurl_values {
    ccurl_error_text_size = 256,
    ccurl_http_1_1 = 2,
    ccurl_http_and_https = 1 | 2,
};

// Finds the library; before anything else, and as often as one likes.
// Returns 0, or another number where there is none, or one older than 7.68.
int ccurl_load(void);

ccurl_easy *ccurl_easy_init(void);
void ccurl_easy_cleanup(ccurl_easy *easy);
int ccurl_set_long(ccurl_easy *easy, enum ccurl_long_option option, long value);
int ccurl_set_pointer(ccurl_easy *easy, enum ccurl_pointer_option option, const void *value);
int ccurl_set_receive(ccurl_easy *easy, enum ccurl_receive_option option, ccurl_receive function);
int ccurl_set_open(ccurl_easy *easy, ccurl_open function);
// The 4 or 16 bytes of a place's address; returns how many.
int ccurl_address(const ccurl_place *place, unsigned char *bytes);
long ccurl_status(ccurl_easy *easy);
// The file of authorities that libcurl was built for; NULL for none, and before 7.84.
const char *ccurl_default_ca_file(ccurl_easy *easy);
const char *ccurl_easy_strerror(int code);

ccurl_list *ccurl_slist_append(ccurl_list *list, const char *text);
void ccurl_slist_free_all(ccurl_list *list);

ccurl_multi *ccurl_multi_init(void);
void ccurl_multi_cleanup(ccurl_multi *multi);
// At most so many connections; transfers beyond them wait.
int ccurl_limit_connections(ccurl_multi *multi, long count);
int ccurl_multi_add_handle(ccurl_multi *multi, ccurl_easy *easy);
int ccurl_multi_remove_handle(ccurl_multi *multi, ccurl_easy *easy);
int ccurl_multi_perform(ccurl_multi *multi);
int ccurl_multi_poll(ccurl_multi *multi, int milliseconds);
// The one function that another thread may call.
int ccurl_multi_wakeup(ccurl_multi *multi);
// A transfer that has ended, and how; NULL where none has.
ccurl_easy *ccurl_multi_ended(ccurl_multi *multi, int *code);

#endif
