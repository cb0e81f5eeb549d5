internal import PGWWire
internal import StrictJSON

/// An operation of the protocol that this gateway does not serve: it is there, and it is not a mistake in the path.
struct NotServedOperation: Operation {
    let name = "other"
    /// As the protocol's description spells it.
    let operation: String

    /// Those of the 4.3 description beside what is served (protocol.md §0.2).
    static let ofPayment = ["applePay/merchantValidation", "paymentSimulate"]

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        throw NotServed(reason: "\(operation) is an operation of the protocol that this gateway does not serve yet")
    }
}

/// An operation that is not served: 501, with a reason.
struct NotServed: Error {
    let reason: String
}
