/// Why a signed or encrypted message was not accepted, or a key not taken.
public struct JOSEError: Error, Sendable, Equatable, CustomStringConvertible {
    enum Kind: String, Sendable {
        case malformed = "not a compact JWS: three canonical base64url parts, the first a JSON object"
        case wrongAlgorithm = "the header's alg is not the one this endpoint takes"
        case forbiddenHeader = "the header has a member that this endpoint does not take"
        case badSignature = "the signature does not match"
        case undecryptable = "the message does not decrypt"
        case weakKey = "the key is too short"
        case malformedKey = "not an RSA key in PEM"
        case foreignKey = "the key is not an RSA key, and the protocol knows no others; make one with openssl genrsa 3072"
        case encryptedKey = "the private key is encrypted with a password; decrypt it first, with openssl pkey"
    }

    let kind: Kind
    /// The member of the header that is not taken, one of a fixed set of names; `nil` for other errors.
    public let header: String?

    /// What was seen instead, and what would be right, for errors of keys. It repeats nothing of the key.
    @_spi(OpenPGW) public let detail: String?

    private init(kind: Kind, header: String? = nil, detail: String? = nil) {
        self.kind = kind
        self.header = header
        self.detail = detail
    }

    /// Whether they are of one kind, and about one header.
    public static func == (left: JOSEError, right: JOSEError) -> Bool { left.kind == right.kind && left.header == right.header }

    /// Not three parts, not canonical base64url, or a header that is not a JSON object.
    public static let malformed = JOSEError(kind: .malformed)
    /// An `alg` other than the endpoint's, or none.
    public static let wrongAlgorithm = JOSEError(kind: .wrongAlgorithm)
    /// `crit`, `b64`, `zip`, or an embedded or remote key.
    static func forbiddenHeader(_ name: String) -> JOSEError { JOSEError(kind: .forbiddenHeader, header: name) }
    /// The signature is not that of the message under the key.
    public static let badSignature = JOSEError(kind: .badSignature)
    /// An encrypted message that does not open. One error for every way it can be wrong, so that none of them tells a
    /// forger which it was.
    public static let undecryptable = JOSEError(kind: .undecryptable)
    /// A key for `HS256` with less than 256 bits, or an RSA key with less than 2048.
    public static let weakKey = JOSEError(kind: .weakKey)
    static func weakKey(_ detail: String) -> JOSEError { JOSEError(kind: .weakKey, detail: detail) }
    static func weakRSAKey(_ bits: Int) -> JOSEError {
        weakKey("\(bits) bits, and RSA takes \(RSAPublicKey.minimumBits) or more")
    }
    /// A key for another algorithm, for example on an elliptic curve.
    public static let foreignKey = JOSEError(kind: .foreignKey)
    /// A private key that asks for a password.
    public static let encryptedKey = JOSEError(kind: .encryptedKey)
    /// Not an RSA key this module reads.
    public static let malformedKey = malformedKey("X.509, PKCS #1 or PKCS #8 is taken, not encrypted, of 2048 to 4096 bits")
    static func malformedKey(_ detail: String) -> JOSEError { JOSEError(kind: .malformedKey, detail: detail) }

    public var description: String { (header ?? detail).map { "\(kind.rawValue): \($0)" } ?? kind.rawValue }
}
