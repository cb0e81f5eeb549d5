internal import HTTPTransport
public import PGWWire

/// Why a stored card was not added, looked up, changed or deleted.
public struct CustomerTokenError: Error, Sendable, Equatable, CustomStringConvertible {
    public struct Kind: Sendable, Hashable {
        enum Value: Sendable { case invalidRequest, refused, untrusted, noAnswer, invalidKey }
        let value: Value

        /// The request is not what the protocol allows. Nothing was sent; ``CustomerTokenError/fields`` says what to mend.
        public static let invalidRequest = Kind(value: .invalidRequest)
        /// The gateway refused; ``CustomerTokenError/code`` says why.
        public static let refused = Kind(value: .refused)
        /// An answer that cannot be believed: one that does not open, or that no key of the gateway has signed.
        public static let untrusted = Kind(value: .untrusted)
        /// The gateway did not answer, or answered something else than the protocol.
        public static let noAnswer = Kind(value: .noAnswer)
        /// A key that cannot be read, is under 2048 bits, or cannot be used.
        public static let invalidKey = Kind(value: .invalidKey)
    }

    public let kind: Kind
    /// The protocol's code, for an invalid or refused request.
    public let code: ResponseCode?
    /// The fields the error is about, as the wire spells them.
    public let fields: [String]
    /// Whether the refusal was sealed for the merchant. One that is not says only that the gateway did not know who asked.
    public let isSealed: Bool
    /// For people. Holds no card number and no secret.
    public let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
        code = nil
        fields = []
        isSealed = false
    }

    init(_ invalid: InvalidMessage) {
        kind = .invalidRequest
        code = invalid.code
        fields = invalid.problems.map(\.field)
        isSealed = false
        description = invalid.description
    }

    init(_ refusal: Refusal, isSealed: Bool) {
        kind = .refused
        code = refusal.code
        fields = refusal.fields
        self.isSealed = isSealed
        description = refusal.description
    }

    init(_ error: TransportError) { self.init(.noAnswer, error.description) }
}
