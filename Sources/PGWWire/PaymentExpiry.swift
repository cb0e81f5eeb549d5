public import Foundation

/// `paymentExpiry`: the moment a payment must have started by, `yyyy-MM-dd HH:mm:ss` without a zone (protocol.md §1.5).
public struct PaymentExpiry: Sendable, Equatable {
    private let day: CalendarDay
    private let second: Int

    /// - Returns: `nil` when the text has another form or names a moment that does not exist.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 19, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: " "),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":")
        else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            let part = String(decoding: bytes[range], as: UTF8.self)
            return Alphabet.numeric.allows(part) ? Int(part) : nil
        }
        guard let year = number(0..<4), let month = number(5..<7), let date = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            let day = CalendarDay(year: year, month: month, day: date), hour < 24, minute < 60, second < 60
        else { return nil }
        self.day = day
        self.second = hour * 3600 + minute * 60 + second
    }

    /// The moment in a merchant's time zone. Of an hour that comes twice, when the clocks are turned back, the first; an hour that
    /// they skip is counted on from before it (RFC 5545 §3.3.5).
    public func date(in zone: TimeZone) -> Date {
        let local = Double(day.sinceEpoch * 86_400 + second)
        func offset(_ moment: Double) -> Double { Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: moment))) }
        // No zone is further than a day from UTC, and none changes twice in two days: these are the offsets before and after.
        let before = local - offset(local - 86_400)
        let after = local - offset(local + 86_400)
        // With the offset before a change it names the right moment, but where the change lies behind it already.
        let isAfter = local - offset(before) != before && local - offset(after) == after
        return Date(timeIntervalSince1970: isAfter ? after : before)
    }
}
