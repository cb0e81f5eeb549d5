public import Foundation
internal import JOSE

/// A merchant's RSA keys for the Customer Token Maintenance API: the private one signs requests and opens answers, the public
/// one is given to the gateway (protocol.md §4.1). It never prints the private one.
public struct MerchantKeyPair: Sendable, CustomStringConvertible, CustomReflectable {
    let key: RSAPrivateKey

    /// A pair that was made before.
    ///
    /// - Parameters:
    ///   - pem: The private key, `PRIVATE KEY` (PKCS #8) or `RSA PRIVATE KEY`, of 2048 bits or more.
    /// - Throws: ``CustomerTokenError`` of kind ``CustomerTokenError/Kind/invalidKey``.
    public init(privateKeyPEM pem: String) throws(CustomerTokenError) {
        do throws(JOSEError) { key = try RSAPrivateKey(pem: pem) } catch { throw CustomerTokenError(.invalidKey, "\(error)") }
    }

    private init(_ key: RSAPrivateKey) { self.key = key }

    /// Makes a pair of 3072 bits. It takes a moment.
    ///
    /// - Throws: ``CustomerTokenError`` of kind ``CustomerTokenError/Kind/invalidKey`` when the system has no randomness.
    public static func generate() throws(CustomerTokenError) -> MerchantKeyPair {
        do throws(JOSEError) {
            return MerchantKeyPair(try RSAPrivateKey.generate())
        } catch {
            throw CustomerTokenError(.invalidKey, "\(error)")
        }
    }

    /// PKCS #8, for safe keeping. Whoever has it, signs as the merchant.
    public var privateKeyPEM: String { key.pem }

    /// X.509 `PUBLIC KEY`, for the gateway.
    public var publicKeyPEM: String { key.publicKey.pem }

    /// The public key in a certificate signed by itself, for gateways that take no other form.
    ///
    /// - Parameters:
    ///   - name: At most 64 characters, for people.
    ///   - start: When it begins to be valid.
    ///   - days: How long it is.
    /// - Throws: ``CustomerTokenError`` of kind ``CustomerTokenError/Kind/invalidKey`` for a name that is empty or too long.
    public func certificatePEM(name: String, from start: Date = Date(), days: Int = 3650) throws(CustomerTokenError) -> String {
        do throws(JOSEError) {
            return try key.certificate(name: name, from: start, days: days)
        } catch {
            throw CustomerTokenError(.invalidKey, "a certificate's name has 1 to 64 characters")
        }
    }

    /// The name the gateway gives the key: SHA-256 of its JWK, base64url (RFC 7638).
    public var keyID: String { key.publicKey.thumbprint }

    public var description: String { "MerchantKeyPair(\(key.publicKey))" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The public keys of a gateway: requests are encrypted to the first, answers may be signed by any.
public struct GatewayPublicKeys: Sendable {
    let keys: [RSAPublicKey]

    /// Keys that were handed over: one or more blocks of `CERTIFICATE`, `PUBLIC KEY` or `RSA PUBLIC KEY`.
    ///
    /// - Throws: ``CustomerTokenError`` of kind ``CustomerTokenError/Kind/invalidKey``.
    public init(pem: String) throws(CustomerTokenError) {
        do throws(JOSEError) { keys = try RSAPublicKey.all(pem: pem) } catch { throw CustomerTokenError(.invalidKey, "\(error)") }
    }

    init(_ keys: [RSAPublicKey]) { self.keys = keys }

    /// The names of the keys, the one that is encrypted to first.
    public var keyIDs: [String] { keys.map(\.thumbprint) }
}
