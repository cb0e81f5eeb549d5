#include "ccrypto.h"

#ifdef __linux__

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>

typedef struct key key;
typedef struct key_context key_context;
typedef struct cipher_context cipher_context;

enum { rsa = 6, get_tag = 0x10 };

// A line a function: what it returns, its name, what it takes.
#define FUNCTIONS(F) \
    F(int, EVP_Digest, (const void *, size_t, uint8_t *, unsigned *, const void *, void *)) \
    F(const void *, EVP_sha256, (void)) \
    F(key *, d2i_PublicKey, (int, key **, const uint8_t **, long)) \
    F(void, EVP_PKEY_free, (key *)) \
    F(key_context *, EVP_PKEY_CTX_new, (key *, void *)) \
    F(void, EVP_PKEY_CTX_free, (key_context *)) \
    F(int, EVP_PKEY_CTX_ctrl_str, (key_context *, const char *, const char *)) \
    F(int, EVP_PKEY_encrypt_init, (key_context *)) \
    F(int, EVP_PKEY_encrypt, (key_context *, uint8_t *, size_t *, const uint8_t *, size_t)) \
    F(cipher_context *, EVP_CIPHER_CTX_new, (void)) \
    F(void, EVP_CIPHER_CTX_free, (cipher_context *)) \
    F(int, EVP_CIPHER_CTX_ctrl, (cipher_context *, int, int, void *)) \
    F(const void *, EVP_aes_256_gcm, (void)) \
    F(int, EVP_EncryptInit_ex, (cipher_context *, const void *, void *, const uint8_t *, const uint8_t *)) \
    F(int, EVP_EncryptUpdate, (cipher_context *, uint8_t *, int *, const uint8_t *, int)) \
    F(int, EVP_EncryptFinal_ex, (cipher_context *, uint8_t *, int *))

#define FIELD(type, name, parameters) type(*name) parameters;
static struct {
    FUNCTIONS(FIELD)
} crypto;

static int is_loaded;

static void load(void) {
    void *library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libcrypto.so.1.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
#define FIND(type, name, parameters) \
    crypto.name = (type(*) parameters)dlsym(library, #name); \
    if (!crypto.name) return;
    FUNCTIONS(FIND)
    is_loaded = 1;
}

static int is_there(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return is_loaded;
}

int ccrypto_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
    return is_there() && crypto.EVP_Digest(bytes, count, digest, NULL, crypto.EVP_sha256(), NULL) == 1;
}

int ccrypto_rsa_oaep_256(
    const uint8_t *der, size_t der_count, const uint8_t *bytes, size_t count, uint8_t *sealed, size_t *size) {
    if (!is_there() || der_count > LONG_MAX) return 0;
    key *public = crypto.d2i_PublicKey(rsa, NULL, &der, (long)der_count);
    if (!public) return 0;
    key_context *context = crypto.EVP_PKEY_CTX_new(public, NULL);
    int is_sealed = context && crypto.EVP_PKEY_encrypt_init(context) == 1 &&
        crypto.EVP_PKEY_CTX_ctrl_str(context, "rsa_padding_mode", "oaep") == 1 &&
        crypto.EVP_PKEY_CTX_ctrl_str(context, "rsa_oaep_md", "sha256") == 1 &&
        crypto.EVP_PKEY_CTX_ctrl_str(context, "rsa_mgf1_md", "sha256") == 1 &&
        crypto.EVP_PKEY_encrypt(context, sealed, size, bytes, count) == 1;
    crypto.EVP_PKEY_CTX_free(context);
    crypto.EVP_PKEY_free(public);
    return is_sealed;
}

int ccrypto_aes_256_gcm(
    const uint8_t key[32], const uint8_t nonce[12], const uint8_t *authenticated, size_t authenticated_count, const uint8_t *bytes,
    size_t count, uint8_t *sealed, uint8_t tag[16]) {
    if (!is_there() || count > INT_MAX || authenticated_count > INT_MAX) return 0;
    cipher_context *context = crypto.EVP_CIPHER_CTX_new();
    int done = 0;
    // The nonce of this mode is 12 bytes, and what it writes as long as what it reads.
    int is_sealed = context && crypto.EVP_EncryptInit_ex(context, crypto.EVP_aes_256_gcm(), NULL, key, nonce) == 1 &&
        crypto.EVP_EncryptUpdate(context, NULL, &done, authenticated, (int)authenticated_count) == 1 &&
        crypto.EVP_EncryptUpdate(context, sealed, &done, bytes, (int)count) == 1 &&
        crypto.EVP_EncryptFinal_ex(context, sealed + count, &done) == 1 &&
        crypto.EVP_CIPHER_CTX_ctrl(context, get_tag, 16, tag) == 1;
    if (context) crypto.EVP_CIPHER_CTX_free(context);
    return is_sealed;
}

#else

int ccrypto_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]) { return 0; }

int ccrypto_rsa_oaep_256(
    const uint8_t *key, size_t key_count, const uint8_t *bytes, size_t count, uint8_t *sealed, size_t *size) {
    return 0;
}

int ccrypto_aes_256_gcm(
    const uint8_t key[32], const uint8_t nonce[12], const uint8_t *authenticated, size_t authenticated_count, const uint8_t *bytes,
    size_t count, uint8_t *sealed, uint8_t tag[16]) {
    return 0;
}

#endif
