public import Foundation

/// The month a card is good until, to its last moment.
public struct CardExpiry: Sendable, Hashable, CustomStringConvertible {
    public let year: Int
    /// 1 to 12.
    public let month: Int

    /// - Parameters:
    ///   - year: 2000 to 2099.
    /// - Throws: ``VaultError`` naming `expiry`.
    public init(year: Int, month: Int) throws(VaultError) {
        guard (2000...2099).contains(year), (1...12).contains(month) else {
            throw .invalid("expiry", "is not a month of 2000 to 2099")
        }
        self.year = year
        self.month = month
    }

    /// Reads `MM/YY`, `yyyy-MM` and `yyyy-MM-dd`, whose day says nothing: cards expire with the month.
    public init(_ text: String) throws(VaultError) {
        if let (month, year) = Self.numbers(text, "/", [2, 2]).map({ ($0[0], $0[1]) }) {
            try self.init(year: 2000 + year, month: month)
        } else if let parts = Self.numbers(text, "-", [4, 2]) {
            try self.init(year: parts[0], month: parts[1])
        } else if let parts = Self.numbers(text, "-", [4, 2, 2]) {
            try self.init(year: parts[0], month: parts[1])
            guard (1...Self.days(in: month, of: year)).contains(parts[2]) else {
                throw .invalid("expiry", "is a day that no month has")
            }
        } else {
            throw .invalid("expiry", "is not MM/YY, yyyy-MM or yyyy-MM-dd")
        }
    }

    /// The numbers of a text that is so many digits, a separator, so many digits, and so on, and nothing else.
    private static func numbers(_ text: String, _ separator: Character, _ widths: [Int]) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == widths else { return nil }
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(part) : nil
        }
        return numbers.count == widths.count ? numbers : nil
    }

    /// The last day of the month: 28 to 31.
    public var lastDay: Int { Self.days(in: month, of: year) }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public var description: String { (month < 10 ? "0" : "") + "\(month)/" + (year % 100 < 10 ? "0" : "") + "\(year % 100)" }

    /// Months since the year 0.
    var index: Int { year * 12 + month - 1 }

    /// Available, expiring or expired in a month (protocol.md §2.3).
    ///
    /// The card's last moment is the end of its month. Six months ahead of any moment lies in the month six later, before
    /// that month's end: so a card expires soon when its month comes before that one.
    public func status(in current: CardExpiry) -> CardStatus {
        index < current.index ? .expired : index < current.index + 6 ? .expiring : .available
    }

    /// Available, expiring or expired at a moment of a time zone.
    public func status(at now: Date, in zone: TimeZone) -> CardStatus {
        status(in: Self.current(at: now, in: zone))
    }

    /// The month a moment lies in, in a time zone.
    public static func month(of date: Date, in zone: TimeZone, plus months: Int = 0) throws(VaultError) -> CardExpiry {
        let index = monthIndex(of: date, in: zone) + months
        return try CardExpiry(year: index / 12, month: index % 12 + 1)
    }

    /// The month of a moment in a time zone, whichever year that is.
    public static func current(at now: Date, in zone: TimeZone) -> CardExpiry { CardExpiry(index: monthIndex(of: now, in: zone)) }

    private init(index: Int) {
        year = index / 12
        month = index % 12 + 1
    }

    /// After H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": no calendar object, as this runs for every card.
    private static func monthIndex(of date: Date, in zone: TimeZone) -> Int {
        let local = date.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: date))
        let shifted = Int((local / 86_400).rounded(.down)) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        // Months counted from March: the year of the era begins there.
        return (yearOfEra + era * 400) * 12 + fromMarch + 2
    }
}

/// Whether a stored card can be used.
public enum CardStatus: Sendable, Hashable {
    case available
    /// Usable, expires within six months.
    case expiring
    case expired
}
