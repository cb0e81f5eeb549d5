/// What a field may hold, in the notation of the protocol: `AN 50`, `C 255`, `D(12,5)`, `B` (protocol.md §0).
public enum FieldRule: Sendable, Hashable, CustomStringConvertible {
    /// Text of at most `max` characters.
    case text(Alphabet, max: Int)
    /// Text out of a fixed set.
    case choice([String])
    /// A whole number of at most `digits` digits, as a JSON number or a numeric string.
    case number(digits: Int)
    /// An amount in major units, ``Amount``.
    case amount
    case flag
    /// At most `count` texts of at most `max` characters.
    case list(Alphabet, max: Int, count: Int)
    /// An object with a table of its own.
    case object
    /// Carried as it came, not interpreted.
    case opaque

    public var description: String {
        switch self {
        case .text(let alphabet, let max): "\(alphabet.rawValue) \(max)"
        case .choice(let values): values.joined(separator: " | ")
        case .number(let digits): "N \(digits)"
        case .amount: "D(12,5)"
        case .flag: "B"
        case .list(let alphabet, let max, let count): "array of \(alphabet.rawValue) \(max), at most \(count)"
        case .object: "object"
        case .opaque: "any JSON"
        }
    }

    /// - Returns: What is wrong with a text, or `nil`.
    func problem(_ text: String, in field: String, code: ResponseCode) -> FieldProblem? {
        switch self {
        case .text(let alphabet, let max), .list(let alphabet, let max, _):
            if text.unicodeScalars.count > max {
                return FieldProblem(field: field, code: .parameterTooLong, reason: "is longer than \(max) characters")
            }
            if !alphabet.allows(text) {
                return FieldProblem(field: field, code: code, reason: "holds a character other than \(alphabet.words)")
            }
        case .choice(let values):
            if !values.contains(text) {
                return FieldProblem(field: field, code: code, reason: "is not one of \(values.joined(separator: ", "))")
            }
        default: break
        }
        return nil
    }
}

/// The characters a text may be made of. Control characters are never among them.
public enum Alphabet: String, Sendable {
    case alphabetic = "A"
    case numeric = "N"
    case alphanumeric = "AN"
    /// Alphanumeric and `- _ . / : #`, which merchants' own references are made of.
    case reference = "AN-_./:#"
    case any = "C"

    var words: String {
        switch self {
        case .alphabetic: "letters A to Z"
        case .numeric: "digits"
        case .alphanumeric: "letters A to Z and digits"
        case .reference: "letters A to Z, digits and - _ . / : #"
        case .any: "printable ones"
        }
    }

    func allows(_ text: String) -> Bool {
        if self == .any {
            return text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self != .numeric
            case UInt8(ascii: "0")...UInt8(ascii: "9"): self != .alphabetic
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"),
                UInt8(ascii: "#"):
                self == .reference
            default: false
            }
        }
    }
}
