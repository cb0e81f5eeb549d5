/// Why a signed message was not accepted, or a key not taken.
public struct JOSEError: Error, Sendable, Equatable, CustomStringConvertible {
    enum Kind: String, Sendable {
        case malformed = "not a compact JWS: three canonical base64url parts, the first a JSON object"
        case wrongAlgorithm = "the header's alg is not the one this endpoint takes"
        case forbiddenHeader = "the header asks for something this endpoint does not do, or names a foreign key"
        case badSignature = "the signature does not match"
        case weakKey = "the key is shorter than 32 bytes"
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
    /// A key with less than 256 bits.
    public static let weakKey = JOSEError(kind: .weakKey)

    public var description: String { kind.rawValue }
}
