internal import Crypto

/// A key for `HS256` (RFC 7518 §3.2). It never prints its bytes.
public struct HMACKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// Both padded blocks of the key are hashed in it already (RFC 2104 §4): of a short message that is half the work.
    private let prepared: HMAC<SHA256>

    /// - Parameters:
    ///   - bytes: At least 32: a shorter key is weaker than the hash.
    /// - Throws: ``JOSEError/weakKey``.
    public init(_ bytes: some Collection<UInt8>) throws(JOSEError) {
        guard bytes.count >= 32 else { throw .weakKey("\(bytes.count) bytes, and HS256 takes 32 or more") }
        prepared = HMAC<SHA256>(key: SymmetricKey(data: Array(bytes)))
    }

    /// The key a merchant is given as text: its ASCII bytes as printed, not what they are the hexadecimal of
    /// (protocol.md §1.1).
    public init(secret text: String) throws(JOSEError) { try self.init(text.utf8) }

    /// HMAC-SHA256 over bytes, 32 bytes (RFC 2104).
    public func code(of bytes: some Collection<UInt8>) -> [UInt8] { Array(authentication(of: bytes)) }

    /// Whether a code is that of bytes; in constant time.
    public func isValid(_ code: [UInt8], of bytes: some Collection<UInt8>) -> Bool {
        authentication(of: bytes) == code
    }

    /// Its comparison takes the same time wherever codes differ.
    private func authentication(of bytes: some Collection<UInt8>) -> HashedAuthenticationCode<SHA256> {
        var authentication = prepared
        authentication.update(data: Array(bytes))
        return authentication.finalize()
    }

    public var description: String { "HMACKey" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
