public import StrictJSON

/// A gateway's answer other than success: exactly `respCode` and `respDesc` (protocol.md §1.4).
public struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
    public let code: ResponseCode
    /// `respDesc`, in the gateway's words.
    public let text: String

    public init(code: ResponseCode, description: String? = nil) {
        self.code = code
        self.text = description ?? code.meaning ?? "Refused"
    }

    /// Reads the two members from an object that has a `respCode` other than success.
    public init?(_ object: JSONObject) {
        guard let code = object["respCode"]?.string, code != ResponseCode.success.rawValue else { return nil }
        self.init(code: ResponseCode(rawValue: code), description: object["respDesc"]?.string ?? "")
    }

    public var json: JSON { ["respCode": .string(code.rawValue), "respDesc": .string(text)] }

    public var description: String { "\(code): \(text)" }

    /// The fields a refusal names, spelt as the wire spells them: `invoiceNo` for `Invalid Request (9005)InvoiceNo`.
    /// Empty where it names none.
    public var fields: [String] {
        let phrase = Self.phrase(code)
        guard text.hasPrefix(phrase) else { return [] }
        let names = text.dropFirst(phrase.count).prefix { $0 != ":" }
        return names.split(whereSeparator: { $0 == "," || $0 == " " }).map { name in
            name.split(separator: ".").map { $0.prefix(1).lowercased() + $0.dropFirst() }.joined(separator: ".")
        }
    }

    static func phrase(_ code: ResponseCode) -> String { "Invalid Request (\(code))" }
}
