public import Foundation
public import StrictJSON

/// An amount in major units, `D(12,5)`: at most 12 digits before the point and 5 after it (protocol.md §1.2).
///
/// Both spellings of the official samples are read, a JSON number and a string such as `"000000002500.90000"`, digit by
/// digit into a `Decimal`.
public enum Amount {
    /// - Returns: `nil` for anything but a number of at most 12 digits before the point and 5 after it. The limits are those of
    ///   the value: zeros in front and at the end do not count, and `1e3` is 1000.
    public static func decimal(_ json: JSON) -> Decimal? {
        switch json {
        case .number(let number): decimal(number)
        case .string(let text): decimal(text)
        default: nil
        }
    }

    static func decimal(_ text: String) -> Decimal? {
        // As a JSON number, but for zeros in front, which the protocol's own samples have.
        guard text.utf8.count <= 40, let first = text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return nil
        }
        let digits = text.drop { $0 == "0" }
        let number = digits.first?.isNumber == true ? String(digits) : "0" + digits
        return (try? JSON(parsing: number).number).flatMap(decimal)
    }

    private static func decimal(_ number: JSONNumber) -> Decimal? {
        if number.text.utf8.count <= 12, let whole = Int64(number.text), whole >= 0 { return Decimal(whole) }
        guard !number.text.hasPrefix("-"), let (digits, exponent) = number.parts, exponent >= -5, digits.count + exponent <= 12,
            let significand = Int64(digits)
        else { return nil }
        return Decimal(sign: .plus, exponent: exponent, significand: Decimal(significand))
    }

    /// The shortest JSON number of an amount.
    public static func json(_ amount: Decimal) -> JSON { .number(JSONNumber(literal: text(amount))) }

    /// With as many decimals as its currency has: `1000.00`.
    public static func text(_ amount: Decimal, in currency: Currency) -> String {
        let shortest = text(amount)
        let fraction = fractionDigits(of: amount)
        guard fraction < currency.minorUnits else { return shortest }
        return shortest + (fraction == 0 ? "." : "") + String(repeating: "0", count: currency.minorUnits - fraction)
    }

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
