/// Why a text is not the JSON it should be, and where.
///
/// It holds an offset and never a piece of the text, which may carry what must not be repeated.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Reason: String, Sendable {
        case tooLarge = "the text is longer than allowed"
        case tooDeep = "arrays and objects are nested deeper than allowed"
        case unexpectedEnd = "the text ends too early"
        case unexpectedByte = "a character that cannot stand here"
        case duplicateMember = "a name that already stands in this object"
        case invalidString = "a string with a raw control character, a wrong escape or text that is not UTF-8"
        case invalidNumber = "a number that is not in JSON's grammar or has too many digits"
        case trailingBytes = "more text after the value"
    }

    public let reason: Reason
    /// Bytes from the start of the text.
    public let offset: Int

    public var description: String { "Not strict JSON at byte \(offset): \(reason.rawValue)" }
}

/// How much of a text is read before it is refused.
public struct JSONLimits: Sendable {
    /// Length of the whole text, in bytes.
    public var bytes: Int
    /// Nesting of arrays and objects.
    public var depth: Int
    /// Length of one number, in characters.
    public var numberLength: Int
    /// Whether two names that differ in the case of ASCII letters alone are one name, and may not both stand in an object.
    /// Their reader then looks them up by ``JSONObject/subscript(anyCase:)``.
    public var foldsCase: Bool

    public init(bytes: Int = 1 << 16, depth: Int = 16, numberLength: Int = 40, foldsCase: Bool = false) {
        self.bytes = bytes
        self.depth = depth
        self.numberLength = numberLength
        self.foldsCase = foldsCase
    }
}
