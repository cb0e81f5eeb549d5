/// A primary account number that can exist: 12 to 19 digits, the last one right (ISO/IEC 7812-1).
///
/// It prints masked and reflects as nothing, so that it cannot slip into a log.
public struct CardNumber: Sendable, CustomStringConvertible, CustomReflectable {
    /// The digits, one by one, as ASCII.
    let digits: [UInt8]

    /// - Parameters:
    ///   - text: Digits; spaces and dashes between them are left out.
    /// - Throws: ``VaultError`` naming `accountNo`.
    public init(_ text: String) throws(VaultError) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), !digits.isEmpty else {
            throw .invalid("accountNo", "holds something other than digits")
        }
        guard (12...19).contains(digits.count) else { throw .invalid("accountNo", "is not 12 to 19 digits long") }
        guard Luhn.isValid(digits) else { throw .invalid("accountNo", "has a wrong check digit") }
        self.digits = digits
    }

    public var scheme: CardScheme { CardScheme(of: digits) }

    /// First 6 and last 4 digits with a capital X for each one between: `411111XXXXXX1111` (protocol.md §2.4).
    public var masked: String { Masking.account(digits, first: 6, last: 4) }

    public var description: String { masked }
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Whether a text holds what reads as a card number: 13 to 19 digits in a run, with single spaces or dashes allowed
    /// between them, that begin like a known scheme's and have the right check digit.
    public static func appears(in text: String) -> Bool {
        var run: [UInt8] = []
        var separated = false
        func isCard() -> Bool {
            (13...19).contains(run.count) && Luhn.isValid(run) && CardScheme(of: run) != .unknown
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                run.append(byte)
                separated = false
            case UInt8(ascii: " "), UInt8(ascii: "-"):
                if separated {
                    if isCard() { return true }
                    run = []
                }
                separated = true
            default:
                if isCard() { return true }
                run = []
                separated = false
            }
        }
        return isCard()
    }
}

/// The check digit of ISO/IEC 7812-1 annex B.
enum Luhn {
    static func isValid(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (position, digit) in digits.reversed().enumerated() {
            let value = Int(digit - UInt8(ascii: "0"))
            let doubled = value * 2 > 9 ? value * 2 - 9 : value * 2
            sum += position % 2 == 0 ? value : doubled
        }
        return sum % 10 == 0
    }
}
