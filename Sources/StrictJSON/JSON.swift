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

    /// The value, if the literal is a whole number without fraction or exponent that fits.
    public var int: Int? { Int(text) }
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
