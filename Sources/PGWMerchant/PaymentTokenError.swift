public import HTTPTransport
public import PGWWire

/// Why a call that is signed both ways came to nothing: why no payment token was minted, or no result is known.
public struct PaymentTokenError: Error, Sendable, Equatable, CustomStringConvertible {
    public struct Kind: Sendable, Hashable {
        enum Value: Sendable { case invalidRequest, refused, untrusted, noAnswer, weakSecret }
        let value: Value

        /// The request is not what the protocol allows. Nothing was sent; ``PaymentTokenError/fields`` says what to mend.
        public static let invalidRequest = Kind(value: .invalidRequest)
        /// The gateway refused; ``PaymentTokenError/code`` says why.
        public static let refused = Kind(value: .refused)
        /// An answer that cannot be believed: an unsigned success, a wrong signature, a request sent back.
        public static let untrusted = Kind(value: .untrusted)
        /// The gateway did not answer, or answered something else than the protocol.
        public static let noAnswer = Kind(value: .noAnswer)
        /// The secret is shorter than 32 characters.
        public static let weakSecret = Kind(value: .weakSecret)
    }

    public let kind: Kind
    /// The protocol's code, for an invalid or refused request.
    public let code: ResponseCode?
    /// The fields the error is about, as the wire spells them.
    public let fields: [String]
    /// Whether the refusal carried the merchant's signature. Refusals usually do not.
    public let isSigned: Bool
    /// Why there was no answer.
    public let transport: TransportError?
    public let description: String

    init(
        _ kind: Kind, code: ResponseCode? = nil, fields: [String] = [], isSigned: Bool = false,
        transport: TransportError? = nil, _ description: String
    ) {
        self.kind = kind
        self.code = code
        self.fields = fields
        self.isSigned = isSigned
        self.transport = transport
        self.description = description
    }

    init(_ invalid: InvalidMessage) {
        self.init(.invalidRequest, code: invalid.code, fields: invalid.problems.map(\.field), invalid.description)
    }

    init(_ refusal: Refusal, isSigned: Bool) {
        self.init(.refused, code: refusal.code, fields: refusal.fields, isSigned: isSigned, refusal.description)
    }

    init(_ error: TransportError) { self.init(.noAnswer, transport: error, error.description) }

    static func untrusted(_ why: String) -> PaymentTokenError { PaymentTokenError(.untrusted, why) }
}
