internal import Foundation
internal import StrictJSON
internal import Texts

/// One row of a message's table: its name, what it may hold, and where the value lives in the Swift type.
///
/// Reading, writing, validation, documentation and tests all go through the same row.
struct Field<Message: Sendable>: Sendable {
    let name: String
    let aliases: [String]
    let isMandatory: Bool
    let rule: FieldRule
    /// - Parameter isKept: Whether the rule held when the value was kept, and is not asked again.
    let read: @Sendable (_ value: JSON, _ message: inout Message, _ isKept: Bool) -> [FieldProblem]
    let write: @Sendable (Message) -> JSON?
    /// What of a value the row reads: of an object, the members that its own table knows.
    let known: @Sendable (JSON) -> JSON

    typealias Path<Value> = any WritableKeyPath<Message, Value> & Sendable

    /// - Parameters:
    ///   - absent: The value that stands for "not given" and is not written.
    ///   - parse: The value, or what is wrong with it.
    private static func row<Value: Equatable & Sendable>(
        _ name: String, _ path: Path<Value>, _ rule: FieldRule, aliases: [String] = [], isMandatory: Bool = false,
        absent: Value, parse: @escaping @Sendable (JSON, _ isKept: Bool) -> Parsed<Value>,
        json: @escaping @Sendable (Value) -> JSON?,
        known: @escaping @Sendable (JSON) -> JSON = { $0 }
    ) -> Field {
        let property = StoredProperty(path)
        return Field(
            name: name, aliases: aliases, isMandatory: isMandatory, rule: rule,
            read: { value, message, isKept in
                switch parse(value, isKept) {
                case .value(let parsed):
                    property.set(&message, parsed)
                    return []
                case .wrong(let problems):
                    return problems
                }
            },
            write: { message in
                let value = message[keyPath: path]
                return value == absent ? nil : json(value)
            },
            known: known)
    }

    enum Parsed<Value: Sendable> {
        case value(Value)
        case wrong([FieldProblem])

        static func wrong(_ field: String, _ code: ResponseCode, _ reason: String) -> Parsed {
            .wrong([FieldProblem(field: field, code: code, reason: reason)])
        }
    }

    // MARK: Kinds of rows

    static func mandatory(_ name: String, _ path: Path<String>, _ rule: FieldRule, aliases: [String] = []) -> Field {
        row(
            name, path, rule, aliases: aliases, isMandatory: true, absent: "", parse: { text($0, name, rule, isKept: $1) },
            json: { .string($0) })
    }

    static func text(
        _ name: String, _ path: Path<String?>, _ rule: FieldRule, aliases: [String] = [],
        wrong code: ResponseCode = .invalidParameter
    ) -> Field {
        row(
            name, path, rule, aliases: aliases, absent: nil,
            parse: {
                switch text($0, name, rule, code, isKept: $1) {
                case .value(let value): .value(value)
                case .wrong(let problems): .wrong(problems)
                }
            },
            json: { $0.map { .string($0) } })
    }

    static func flag(_ name: String, _ path: Path<Bool?>, aliases: [String] = [], wrong code: ResponseCode = .invalidParameter)
        -> Field
    {
        row(
            name, path, .flag, aliases: aliases, absent: nil,
            parse: { json, _ in
                let text = json.string?.lowercased()
                guard let flag = json.bool ?? (text == "true" ? true : text == "false" ? false : nil) else {
                    return .wrong(name, code, "is neither true nor false")
                }
                return .value(flag)
            },
            json: { $0.map { .bool($0) } })
    }

    static func number(
        _ name: String, _ path: Path<Int?>, digits: Int, wrong code: ResponseCode = .invalidParameter
    ) -> Field {
        row(
            name, path, .number(digits: digits), absent: nil,
            parse: { json, isKept in
                let text = json.string ?? ""
                guard let value = json.number?.int ?? (Alphabet.numeric.allows(text) ? Int(text) : nil), value >= 0 else {
                    return .wrong(name, code, "is not a whole number")
                }
                guard isKept || String(value).utf8.count <= digits else {
                    return .wrong(name, .parameterTooLong, "is longer than \(digits) digits")
                }
                return .value(value)
            },
            json: { $0.map { .number(JSONNumber($0)) } })
    }

    /// A number that is written as a text of `count` digits, as the documentation has it: `"05"`.
    static func digits(
        _ name: String, _ path: Path<Int?>, count: Int, wrong code: ResponseCode = .invalidParameter
    ) -> Field {
        let number = Self.number(name, path, digits: count, wrong: code)
        return Field(
            name: name, aliases: [], isMandatory: false, rule: number.rule, read: number.read,
            write: { message in
                guard let value = message[keyPath: path] else { return nil }
                let text = String(value)
                return .string(String(repeating: "0", count: max(0, count - text.utf8.count)) + text)
            },
            known: number.known)
    }

    static func concealed(
        _ name: String, _ path: Path<Concealed?>, max: Int, wrong code: ResponseCode = .invalidParameter
    ) -> Field {
        let rule = FieldRule.identifier(max: max)
        return row(
            name, path, rule, absent: nil,
            parse: {
                switch text($0, name, rule, code, isKept: $1) {
                case .value(let value): .value(Concealed(value))
                case .wrong(let problems): .wrong(problems)
                }
            },
            json: { $0.map { .string($0.reveal()) } })
    }

    static func amount(
        _ name: String, _ path: Path<Decimal?>, isMandatory: Bool = false, wrong code: ResponseCode = .invalidAmount
    ) -> Field {
        row(
            name, path, .amount, isMandatory: isMandatory, absent: nil,
            parse: { json, _ in
                guard let value = Amount.decimal(json) else {
                    return .wrong(name, code, "is not an amount of at most 12 digits and 5 decimals")
                }
                return .value(value)
            },
            json: { $0.map(Amount.json) })
    }

    static func list(
        _ name: String, _ path: Path<[String]>, _ alphabet: Alphabet, max: Int, count: Int, aliases: [String] = [],
        wrong code: ResponseCode = .invalidParameter, wrongEntry: ResponseCode? = nil
    ) -> Field {
        let rule = FieldRule.list(alphabet, max: max, count: count)
        return row(
            name, path, rule, aliases: aliases, absent: [],
            parse: { json, isKept in
                guard let items = json.array else { return .wrong(name, code, "is not an array of texts") }
                guard isKept || items.count <= count else {
                    return .wrong(name, .parameterTooLong, "has more than \(count) entries")
                }
                var texts: [String] = []
                for item in items {
                    guard let entry = item.asText, !Texts.isBlank(entry) else {
                        return .wrong(name, code, "has an entry that is blank or not a text")
                    }
                    if !isKept, let problem = rule.problem(entry, in: name, code: wrongEntry ?? code) { return .wrong([problem]) }
                    texts.append(entry)
                }
                return .value(texts)
            },
            json: { .array($0.map { .string($0) }) })
    }

    static func object<Value: WireObject>(_ name: String, _ path: Path<Value?>) -> Field {
        row(
            name, path, .object, absent: nil,
            parse: { json, isKept in
                guard let object = json.object else { return .wrong(name, .invalidParameter, "is not an object") }
                var value = Value()
                let problems = Value.table.read(object, into: &value, isKept: isKept)
                guard problems.isEmpty else {
                    return .wrong(
                        problems.map { FieldProblem(field: "\(name).\($0.field)", code: $0.code, reason: $0.reason) })
                }
                return .value(value)
            },
            json: { $0.map { .object(Value.table.write($0)) } },
            known: { json in json.object.map { .object(Value.table.known($0)) } ?? json })
    }

    static func opaque(_ name: String, _ path: Path<JSON?>) -> Field {
        row(
            name, path, .opaque, absent: nil,
            parse: { !$1 && $0.holdsCardNumber ? .wrong([.cardNumber(name, .invalidParameter)]) : .value($0) }, json: { $0 })
    }

    private static func text(
        _ json: JSON, _ name: String, _ rule: FieldRule, _ code: ResponseCode = .invalidParameter, isKept: Bool
    ) -> Parsed<String> {
        guard let value = json.asText else { return .wrong(name, code, "is not a text") }
        if !isKept, let problem = rule.problem(value, in: name, code: code) { return .wrong([problem]) }
        return .value(value)
    }
}

extension JSON {
    /// A text, or the digits of a whole number that stands for one: clients write `"invoiceNo":1595219400`.
    fileprivate var asText: String? {
        if let text = string { return text }
        guard let text = number?.text, Alphabet.numeric.allows(text) else { return nil }
        return text
    }

    /// Whether a card number stands anywhere in a value that is carried and not read.
    var holdsCardNumber: Bool {
        switch self {
        case .string(let text): Texts.holdsCardNumber(text)
        // However it is written: 4.111111111111111e15 is a number of 16 digits.
        case .number(let number): Texts.holdsCardNumber(number.text) || number.int.map { Texts.holdsCardNumber("\($0)") } == true
        case .array(let items): items.contains(where: \.holdsCardNumber)
        case .object(let object): object.members.contains { Texts.holdsCardNumber($0.name) || $0.value.holdsCardNumber }
        case .null, .bool: false
        }
    }
}
