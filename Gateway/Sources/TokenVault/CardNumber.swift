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

    /// Whether a text holds what reads as a card number: 13 to 19 digits, in one group or in groups parted by spaces or
    /// dashes, that begin like a known scheme's and have the right check digit.
    public static func appears(in text: String) -> Bool {
        var groups: [[UInt8]] = []
        var separated = true
        for byte in Array(text.utf8) + [0] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if separated { groups.append([]) }
                groups[groups.count - 1].append(byte)
                separated = false
            case UInt8(ascii: " "), UInt8(ascii: "-"):
                separated = true
            default:
                if anyNumber(in: groups) { return true }
                groups = []
                separated = true
            }
        }
        return false
    }

    /// Whether a card number begins with one of the groups and ends with the same or a later one.
    private static func anyNumber(in groups: [[UInt8]]) -> Bool {
        groups.indices.contains { first in
            var digits: [UInt8] = []
            for group in groups[first...] where digits.count <= 19 {
                digits += group
                if (13...19).contains(digits.count), Luhn.isValid(digits), CardScheme(of: digits) != .unknown { return true }
            }
            return false
        }
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
