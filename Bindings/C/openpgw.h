/*
 * The client SDK for every language that calls C: JSON goes in, JSON comes out.
 *
 *     static void answered(void *context, int32_t code, char *json) { puts(json); pgw_free(json); }
 *
 *     pgw_initialize("{\"apiEnvironment\": \"http://127.0.0.1:8080\"}");
 *     pgw_customer_token_info("{\"paymentToken\": \"...\"}", answered, NULL);
 *
 * Texts are UTF-8 and end with a zero byte. Every function may be called from any thread at any time. None of them ends the program,
 * whatever it is given.
 *
 * A host that is not Swift's own sets SWIFT_BACKTRACE=enable=no in its environment before this library is loaded: the Swift runtime
 * takes the signals of a crash for itself otherwise, where the host has no handler for them.
 */
#ifndef OPENPGW_H
#define OPENPGW_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Changes when a function changes its meaning; functions are added without. A program compares it with pgw_abi_version(). */
#define PGW_ABI_VERSION 1

/* What pgw_initialize returns and an answer carries. Numbers never change. */
enum {
    PGW_ANSWERED = 0,            /* The gateway answered: with the cards, or with a refusal that says so in its responseCode. */
    PGW_NOT_INITIALISED = 1,     /* pgw_initialize was not called. */
    PGW_REQUEST_MISSING = 2,     /* The request is NULL. */
    PGW_EMPTY_RESPONSE = 3,      /* The gateway answered nothing. */
    PGW_UNREADABLE_RESPONSE = 4, /* The answer is not JSON, or not an answer of the protocol. */
    PGW_UNREACHABLE = 5,         /* No connection to the gateway. */
    PGW_TIMED_OUT = 6,           /* The gateway did not answer in time. */
    PGW_INSECURE = 7,            /* TLS failed: an untrusted, expired or foreign certificate. */
    PGW_CANCELLED = 8,           /* pgw_cancel was called. */
    PGW_TRANSPORT_FAILED = 9,    /* The connection broke in the middle. */
    PGW_MALFORMED_REQUEST = 10   /* The request is not JSON of the shape that is described here. */
};

/*
 * Receives the answer of a call: exactly once, on a thread of its own, not inside the call that asked. It may block as long as it
 * likes, which keeps that thread and no other answer, and may call any function here.
 *
 * context: as it was given with the call.
 * json:    the receiver's own; it ends with pgw_free(json), then or later, on whichever thread.
 *          Code 0: {"responseCode", "responseDescription", "paymentToken", "customerTokens": [{"channelCode", "token", "accountNo",
 *          "expiry", "name", "email", "status", "iconUrl", "logoUrl", "cardBrand"}]}. Any other: {"code", "message", "detail"}.
 */
typedef void (*pgw_answer)(void *context, int32_t code, char *json);

/* PGW_ABI_VERSION of the library. */
int32_t pgw_abi_version(void);

/*
 * Sets the SDK up. A second call replaces the first.
 *
 * json: {"apiEnvironment", "clientId", "locale", "log"}; the last three may be left out. The environment is "Production",
 *       "ProductionIndonesia", "Sandbox", or the address of a gateway of one's own: with http:// or https:// and a host, and without a
 *       user, query or fragment.
 * Returns 0, PGW_REQUEST_MISSING or PGW_MALFORMED_REQUEST; refused, it leaves the set-up as it was.
 */
int32_t pgw_initialize(const char *json);

/* The identifier of this installation. It ends with pgw_free. */
char *pgw_client_id(void);

/* The set-up as JSON: {"apiEnvironment", "gateway", "clientId", "locale", "log"}; {} before pgw_initialize. It ends with pgw_free. */
char *pgw_configuration(void);

/*
 * Asks for the stored cards of a payment session, as the SDK is set up now: a pgw_initialize that follows counts for later calls.
 *
 * json:   {"paymentToken", "clientId", "locale"}; the last two may be left out. At most a mebibyte, copied before the function returns.
 * answer: receives the answer; with NULL nothing is asked, and 0 is returned.
 * Returns the number of the call, for pgw_cancel.
 */
uint64_t pgw_customer_token_info(const char *json, pgw_answer answer, void *context);

/*
 * Makes any call of the SDK, by its name there. Everything else is as with pgw_customer_token_info.
 *
 * name:   "customerTokenInfo", "paymentOption", "paymentOptionDetail", "proceedTransaction", "transactionStatus", "cancelTransaction",
 *         "exchangeRate", "userPreference", "systemInitialization", "paymentNotification" or "loyaltyPointInfo".
 * json:   {"paymentToken", "clientId", "locale"} and what the call asks beside that; systemInitialization has no paymentToken. A payment:
 *         {"paymentToken", "payment": {"code": {"channelCode": "CC"}, "data": {"cardNo", "expiryMonth", "expiryYear", "securityCode",
 *         "tokenize"}}}; with a stored card, {"token", "securityCode"} for data. Bindings/requests.txt has every member.
 * answer: with code 0, every member that Bindings/answers.txt has for the call's answer; {"responseCode", "responseDescription"} are
 *         in each. After a failure nobody knows whether a payment was made: ask transactionStatus. The same request again is safe.
 */
uint64_t pgw_call(const char *name, const char *json, pgw_answer answer, void *context);

/* Ends a call: it is answered with PGW_CANCELLED, unless its answer is on the way already. Other numbers do nothing. */
void pgw_cancel(uint64_t call);

/* Frees what this library handed out. NULL does nothing. */
void pgw_free(void *text);

#ifdef __cplusplus
}
#endif

#endif
