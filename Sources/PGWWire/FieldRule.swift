internal import Texts

/// What a field may hold, in the notation of the protocol: `AN 50`, `C 255`, `D(12,5)`, `B` (protocol.md §0).
public enum FieldRule: Sendable, Hashable, CustomStringConvertible {
    /// Text of at most `max` characters, in which no card number stands.
    case text(Alphabet, max: Int)
    /// The same of a name that was given out and says nothing, or of the account number itself: it is looked up or sealed, and
    /// may look like anything.
    case identifier(max: Int)
    /// A telephone number of at most `digits` digits, as people write one: `+66 81 234 5678` (ITU-T E.164).
    case telephone(digits: Int)
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
        case .identifier(let max): "C \(max)"
        case .telephone(let digits): "N \(digits), also with `+`, blanks, `-`, `.`, `/` and brackets"
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
        case .text(let alphabet, let max):
            if let problem = Self.problem(text, alphabet, max, field, code) { return problem }
            if Texts.holdsCardNumber(text) { return .cardNumber(field, code) }
        case .list(let alphabet, let max, _):
            if let problem = Self.problem(text, alphabet, max, field, code) { return problem }
            // The one list of any characters is that of customer tokens: identifiers, which are looked up.
            if alphabet != .any, Texts.holdsCardNumber(text) { return .cardNumber(field, code) }
        case .identifier(let max): return Self.problem(text, .any, max, field, code)
        case .telephone(let digits):
            if let problem = Self.problem(text, .telephone, digits + 10, field, code) { return problem }
            // A number with its + is one of E.164.
            if !text.hasPrefix("+"), Texts.holdsCardNumber(text) { return .cardNumber(field, code) }
            if text.utf8.count(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) > digits {
                return FieldProblem(field: field, code: .parameterTooLong, reason: "is longer than \(digits) digits")
            }
        case .choice(let values):
            if !values.contains(text) {
                return FieldProblem(field: field, code: code, reason: "is not one of \(values.joined(separator: ", "))")
            }
        default: break
        }
        return nil
    }

    private static func problem(
        _ text: String, _ alphabet: Alphabet, _ max: Int, _ field: String, _ code: ResponseCode
    ) -> FieldProblem? {
        if !Texts.fits(text, max) {
            return FieldProblem(field: field, code: .parameterTooLong, reason: "is longer than \(Texts.limit(text, max))")
        }
        if !alphabet.allows(text) {
            return FieldProblem(field: field, code: code, reason: "holds a character other than \(alphabet.words)")
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
    case telephone = "N+"
    case any = "C"

    var words: String {
        switch self {
        case .alphabetic: "letters A to Z"
        case .numeric: "digits"
        case .alphanumeric: "letters A to Z and digits"
        case .reference: "letters A to Z, digits and - _ . / : #"
        case .telephone: "digits, + - . / ( ) and blanks"
        case .any: "printable ones"
        }
    }

    func allows(_ text: String) -> Bool {
        if self == .any { return Texts.isPrintable(text) }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                self != .numeric && self != .telephone
            case UInt8(ascii: "0")...UInt8(ascii: "9"): self != .alphabetic
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): self == .reference || self == .telephone
            case UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "#"): self == .reference
            case UInt8(ascii: "+"), UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"): self == .telephone
            default: false
            }
        }
    }
}
