/// A JSON text as a value, with nothing lost and nothing guessed (RFC 8259).
///
/// Numbers keep the digits they were written with, objects keep the order of their members, and a name stands at most
/// once in an object.
public enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSON])
    case object(JSONObject)

    public var string: String? { if case .string(let value) = self { value } else { nil } }
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }
    public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
    public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
}

/// A JSON number as it was written, for example `2500.90`. It never passes through a binary floating-point type.
public struct JSONNumber: Sendable, Hashable {
    /// The literal, in JSON's grammar.
    public let text: String

    package init(literal text: String) { self.text = text }

    public init(_ value: Int) { text = String(value) }

    /// The value, if it is a whole number that fits, however it is written: `1000`, `1e3`, `1000.0`.
    public var int: Int? {
        if let value = Int(text) { return value }
        guard let (digits, exponent) = parts, exponent >= 0, digits.count + exponent <= 19 else { return nil }
        return Int((text.hasPrefix("-") ? "-" : "") + digits + String(repeating: "0", count: exponent))
    }

    /// The value without its sign, as whole digits times a power of ten: `("25009", -1)` for `2500.90`, `("0", 0)` for any zero.
    ///
    /// `nil` for an exponent that nothing here could count to.
    package var parts: (digits: String, exponent: Int)? {
        let halves = text.drop { $0 == "-" }.split(whereSeparator: { $0 == "e" || $0 == "E" })
        guard let mantissa = halves.first, let written = halves.count == 2 ? Int(halves[1]) : 0, abs(written) < 1 << 32 else {
            return nil
        }
        let whole = mantissa.split(separator: ".")
        let digits = whole.joined().drop { $0 == "0" }
        let significant = digits.reversed().drop { $0 == "0" }.reversed()
        guard !significant.isEmpty else { return ("0", 0) }
        let fraction = whole.count == 2 ? whole[1].count : 0
        return (String(significant), written - fraction + digits.count - significant.count)
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    public init(nilLiteral: ()) { self = .null }

    /// A name that is given twice keeps its last value.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        var object = JSONObject()
        for (name, value) in elements { object[name] = value }
        self = .object(object)
    }
}
