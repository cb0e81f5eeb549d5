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
            // 4.11111E+15, 4,11E+15
            if text.wholeMatch(of: /[0-9]+([.,][0-9]+)?[eE]\+?[0-9]+/) != nil {
                throw .invalid("accountNo", "was cut to a power of ten by a spreadsheet; export its column as text")
            }
            throw .invalid("accountNo", "holds something other than digits")
        }
        guard (12...19).contains(digits.count) else { throw .invalid("accountNo", "is not 12 to 19 digits long") }
        guard Texts.hasCheckDigit(digits) else { throw .invalid("accountNo", "has a wrong check digit") }
        self.digits = digits
    }

    public var scheme: CardScheme { CardScheme(of: digits) }

    /// First 6 and last 4 digits with a capital X for each one between: `411111XXXXXX1111` (protocol.md §2.4).
    public var masked: String { Masking.account(digits, first: 6, last: 4) }

    /// Of a number that tells a sandbox what is to become of it, `411111`, a block, `0000`, four digits and the check digit: the block and
    /// the four (payments.md §4.2). Nobody holds such a card, as the issuer's range is one of test numbers.
    public var simulated: (block: Int, digits: String)? {
        guard digits.count == 16, digits[..<6].elementsEqual("411111".utf8), digits[7..<11].elementsEqual("0000".utf8) else {
            return nil
        }
        return (Int(digits[6]) - Int(UInt8(ascii: "0")), String(decoding: digits[11..<15], as: UTF8.self))
    }

    public var description: String { masked }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
