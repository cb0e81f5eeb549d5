/// What is wrong with one field of a message.
public struct FieldProblem: Sendable, Equatable {
    /// The field as the wire spells it; a member of an object is joined by a point: `userInfo.email`.
    public let field: String
    public let code: ResponseCode
    /// What would be right, in words. Never the value itself.
    public let reason: String

    public init(field: String, code: ResponseCode, reason: String) {
        self.field = field
        self.code = code
        self.reason = reason
    }

    /// Of a mandatory field that is not there.
    public static func missing(_ field: String) -> FieldProblem {
        FieldProblem(field: field, code: .missingParameter, reason: "is mandatory")
    }

    static func cardNumber(_ field: String, _ code: ResponseCode) -> FieldProblem {
        FieldProblem(field: field, code: code, reason: "reads as a card number")
    }
}

/// A message whose fields are not what the protocol allows, with every field that is wrong.
public struct InvalidMessage: Error, Sendable, Equatable, CustomStringConvertible {
    /// At least one. Missing fields stand first, then the order of the protocol's table.
    public let problems: [FieldProblem]

    public init(_ problem: FieldProblem) { problems = [problem] }

    /// - Returns: `nil` where nothing is wrong.
    public init?(_ problems: [FieldProblem]) {
        guard !problems.isEmpty else { return nil }
        let missing = problems.filter { $0.code == .missingParameter }
        self.problems = missing + problems.filter { $0.code != .missingParameter }
    }

    /// The code that answers the message: that of its first problem.
    public var code: ResponseCode { problems[0].code }

    /// The fields that share ``code``.
    public var fields: [String] { problems.filter { $0.code == code }.map(\.field) }

    public var description: String { problems.map { "\($0.field) \($0.reason)" }.joined(separator: "; ") }

    /// The refusal as it goes on the wire. For `9005` the names alone follow the phrase, as integrators have seen it;
    /// for other codes the reason stands behind them (protocol.md §1.4).
    public var refusal: Refusal {
        let reason = code == .missingParameter ? "" : ": \(problems[0].reason)"
        return Refusal(code: code, description: Refusal.phrase(code) + fields.map(\.pascalCased).joined(separator: ", ") + reason)
    }
}

extension String {
    /// `invoiceNo` becomes `InvoiceNo`, `userInfo.email` becomes `UserInfo.Email`.
    var pascalCased: String {
        split(separator: ".").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: ".")
    }
}
