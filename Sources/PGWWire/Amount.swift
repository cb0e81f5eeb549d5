public import Foundation
public import StrictJSON

/// An amount in major units, `D(12,5)`: at most 12 digits before the point and 5 after it (protocol.md §1.2).
///
/// Both spellings of the official samples are read, a JSON number and a string such as `"000000002500.90000"`, digit by
/// digit into a `Decimal`.
public enum Amount {
    /// - Returns: `nil` when the text is anything but digits with at most one point, or has too many of them.
    public static func decimal(_ json: JSON) -> Decimal? {
        switch json {
        case .number(let number): decimal(number.text)
        case .string(let text): decimal(text)
        default: nil
        }
    }

    static func decimal(_ text: String) -> Decimal? {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts[0]
        let fraction = parts.count == 2 ? parts[1] : "".utf8[...]
        guard (1...12).contains(whole.count), parts.count == 1 || (1...5).contains(fraction.count) else { return nil }
        var digits: Int64 = 0
        for byte in [whole, fraction].joined() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return Decimal(sign: .plus, exponent: -fraction.count, significand: Decimal(digits))
    }

    /// The shortest JSON number of an amount.
    public static func json(_ amount: Decimal) -> JSON { .number(JSONNumber(literal: text(amount))) }

    static func text(_ amount: Decimal) -> String {
        let text = amount.description
        guard text.contains(".") else { return text }
        let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(trimmed.reversed())
    }

    /// Decimals that matter: 1 for `2500.90`.
    static func fractionDigits(of amount: Decimal) -> Int {
        amount.exponent >= 0 ? 0 : text(amount).split(separator: ".").dropFirst().first?.count ?? 0
    }
}
