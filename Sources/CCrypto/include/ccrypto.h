// What of libcrypto the client SDK encrypts card data with.
//
// The library is found when the program runs, as libcurl is: Foundation's transport stands on it, so it is there; its headers may not be.
// Where it is not, every function says so by returning 0, and what would have been encrypted goes out by TLS alone.

#ifndef CCRYPTO_H
#define CCRYPTO_H

#include <stddef.h>
#include <stdint.h>

// SHA-256 (FIPS 180-4).
int ccrypto_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]);

// RSA-OAEP with SHA-256 and MGF1 with SHA-256 (RFC 8017 §7.1).
//
// key:    an RSAPublicKey of PKCS #1, in DER.
// sealed: room for as many bytes as the key's modulus has; size says how many that is, and then how many there are.
int ccrypto_rsa_oaep_256(
    const uint8_t *key, size_t key_count, const uint8_t *bytes, size_t count, uint8_t *sealed, size_t *size);

// AES-256 in Galois/Counter Mode (NIST SP 800-38D).
//
// sealed: room for count bytes.
int ccrypto_aes_256_gcm(
    const uint8_t key[32], const uint8_t nonce[12], const uint8_t *authenticated, size_t authenticated_count, const uint8_t *bytes,
    size_t count, uint8_t *sealed, uint8_t tag[16]);

#endif
