public import Foundation
internal import PGWWire
internal import TokenVault

/// Charges that follow a first payment by the calendar (payments.md §1.8, §8 P21), as they are kept, sealed.
public struct RecurringPlan: Sendable, Codable, Equatable {
    /// 20 digits.
    public let uniqueID: String
    /// Of the invoice number of each charge; five digits follow.
    public let prefix: String
    /// Of each charge, in major units.
    public let amount: Decimal
    public let rhythm: Rhythm
    /// How many charges there are; 0 for no end.
    public let count: Int
    /// How much of charges that failed may be added to the next one; `nil` for none of it.
    public let mostOwed: Decimal?
    /// What is paid for.
    public let description: String
    /// IANA's name of the merchant's time zone.
    public let timeZone: String
    /// When the next charge is due by the calendar. Its hour is that of the first payment.
    public var next: Date
    /// Charges that were made, or given up.
    public var done = 0
    /// Attempts so far; each has an invoice of its own.
    public var sequence = 0
    /// How often the charge that is due has failed.
    public var failures = 0
    /// What failed charges left.
    public var owed: Decimal = 0

    /// When charges come.
    public enum Rhythm: Sendable, Codable, Equatable {
        /// So many days apart.
        case interval(days: Int)
        /// On a day of the year.
        case yearly(day: Int, month: Int)
    }

    /// How often a charge is tried again, a day apart.
    static let retries = 3

    /// - Parameters:
    ///   - now: When the first payment is made.
    ///   - firstDay: Of the first charge that follows; `nil` for what the rhythm says.
    public init(
        prefix: String, amount: Decimal, rhythm: Rhythm, count: Int, mostOwed: Decimal?, description: String, timeZone: TimeZone,
        now: Date, firstDay: DateComponents?
    ) {
        uniqueID = String((0..<20).map { _ in Character("\(Int.random(in: 0...9))") })
        self.prefix = prefix
        self.amount = amount
        self.rhythm = rhythm
        self.count = count
        self.mostOwed = mostOwed
        self.description = description
        self.timeZone = timeZone.identifier
        next = now
        next = firstDay.flatMap { Self.moment(on: $0, at: now, in: timeZone) } ?? following(now)
        // One that lies in the past, or is today, was the first payment.
        while next <= now { next = following(next) }
    }

    /// What the next charge takes.
    var due: Decimal { amount + owed }

    func invoice(_ sequence: Int) -> String {
        let digits = "\(sequence)"
        return prefix + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }

    /// Goes on after a charge.
    ///
    /// - Parameter submitted: When the charge was made, which may be some time before that is noted here.
    /// - Returns: When there is something to do; `nil` where the plan is finished.
    mutating func went(well isPaid: Bool, at submitted: Date) -> Date? {
        if !isPaid, failures < Self.retries {
            failures += 1
            return submitted + 86_400
        }
        owed = isPaid ? 0 : min(due, mostOwed ?? 0)
        failures = 0
        done += 1
        guard count == 0 || done < count else { return nil }
        // Charges that nobody made while no gateway ran are made one after the other.
        next = following(next)
        return max(next, submitted)
    }

    /// The calendar's next moment after one of its own.
    private func following(_ date: Date) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
        switch rhythm {
        case .interval(let days): return calendar.date(byAdding: .day, value: max(1, days), to: date) ?? date + 86_400
        case .yearly(let day, let month):
            let year = calendar.component(.year, from: date)
            for year in year...year + 1 {
                // The 29th of February is the 28th where there is none.
                var parts = DateComponents(year: year, month: month, day: day)
                if month == 2, day == 29,
                    calendar.range(of: .day, in: .month, for: calendar.date(from: .init(year: year, month: 2)) ?? date)?.count
                        == 28
                {
                    parts.day = 28
                }
                if let moment = Self.moment(on: parts, at: date, in: calendar.timeZone), moment > date { return moment }
            }
            return date + 365 * 86_400
        }
    }

    /// A day at the hour of another moment.
    private static func moment(on day: DateComponents, at time: Date, in zone: TimeZone) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let clock = calendar.dateComponents([.hour, .minute, .second], from: time)
        return calendar.date(
            from: DateComponents(
                year: day.year, month: day.month, day: day.day, hour: clock.hour, minute: clock.minute, second: clock.second))
    }
}
