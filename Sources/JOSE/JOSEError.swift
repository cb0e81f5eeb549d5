/// Why a signed or encrypted message was not accepted, or a key not taken.
public struct JOSEError: Error, Sendable, Equatable, CustomStringConvertible {
    enum Kind: String, Sendable {
        case malformed = "not a compact JWS: three canonical base64url parts, the first a JSON object"
        case wrongAlgorithm = "the header's alg is not the one this endpoint takes"
        case forbiddenHeader = "the header asks for something this endpoint does not do, or names a foreign key"
        case badSignature = "the signature does not match"
        case undecryptable = "the message does not decrypt"
        case weakKey = "the key is too short: HS256 takes 32 bytes or more, RSA 2048 bits or more"
        case malformedKey = "not an RSA key: PEM of X.509, PKCS #1 or PKCS #8, not encrypted, at most 4096 bits"
    }

    let kind: Kind

    /// Not three parts, not canonical base64url, or a header that is not a JSON object.
    public static let malformed = JOSEError(kind: .malformed)
    /// An `alg` other than the endpoint's, or none.
    public static let wrongAlgorithm = JOSEError(kind: .wrongAlgorithm)
    /// `crit`, `b64`, `zip`, an embedded or remote key, or a `kid` other than the key's.
    public static let forbiddenHeader = JOSEError(kind: .forbiddenHeader)
    /// The signature is not that of the message under the key.
    public static let badSignature = JOSEError(kind: .badSignature)
    /// An encrypted message that does not open. One error for every way it can be wrong, so that none of them tells a
    /// forger which it was.
    public static let undecryptable = JOSEError(kind: .undecryptable)
    /// A key for `HS256` with less than 256 bits, or an RSA key with less than 2048.
    public static let weakKey = JOSEError(kind: .weakKey)
    /// Not an RSA key this module reads.
    public static let malformedKey = JOSEError(kind: .malformedKey)

    public var description: String { kind.rawValue }
}
