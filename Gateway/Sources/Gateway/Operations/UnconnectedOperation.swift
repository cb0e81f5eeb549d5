internal import PGWWire
internal import TokenVault

/// An operation that needs a connector this gateway does not have. It reads and finds what it is asked about, and says so by the
/// protocol's own code (payments.md §8).
struct UnconnectedOperation<Query: SessionQuery>: SessionOperation {
    let name: String
    let finder: SessionFinder
    let code: ResponseCode
    /// What is wrong with a question, before the connector would be asked.
    var problem: @Sendable (Query) -> FieldProblem? = { _ in nil }

    func answer(_ query: Query, _ session: FoundSession, _ call: CallContext) async throws -> Answer {
        if let problem = problem(query) { return .refused(InvalidMessage(problem), merchant: session.merchant.id) }
        return .refused(Refusal(code: code), merchant: session.merchant.id)
    }
}

extension UnconnectedOperation<LoyaltyPointQuery> {
    static func loyaltyPoints(_ finder: SessionFinder) -> Self {
        UnconnectedOperation(name: "loyaltypointinfo", finder: finder, code: .invalidLoyaltyProvider)
    }
}

extension UnconnectedOperation<PaymentNotificationQuery> {
    /// Whom a result is sent to is nobody's to log.
    static func notification(_ finder: SessionFinder) -> Self {
        UnconnectedOperation(name: "paymentnotification", finder: finder, code: .unconfigured) { query in
            guard ["EMAIL", "FACEBOOK", "LINE", "WECHAT", "WHATSAPP"].contains(query.platform.uppercased()) else {
                return FieldProblem(
                    field: "platform", code: .invalidParameter, reason: "is not one of EMAIL, FACEBOOK, LINE, WECHAT, WHATSAPP")
            }
            return query.recipientID == nil
                ? FieldProblem(field: "recipientID", code: .missingParameter, reason: "is mandatory") : nil
        }
    }
}

extension UnconnectedOperation<SessionQuestion> {
    static func installmentPlans(_ finder: SessionFinder) -> Self {
        UnconnectedOperation(name: "cardinstallmentplaninfo", finder: finder, code: .unconfiguredChannel)
    }

    static func instruction(_ finder: SessionFinder) -> Self {
        UnconnectedOperation(name: "paymentinstruction", finder: finder, code: .instructionUnavailable)
    }
}
