import Foundation
import Testing

@testable import Payments

@Suite("The calendar of recurring plans")
struct RecurringPlanTests {
    private static let bangkok = TimeZone(identifier: "Asia/Bangkok") ?? .gmt
    private static func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    private func plan(
        _ rhythm: RecurringPlan.Rhythm, _ now: String, count: Int = 0, first: DateComponents? = nil, mostOwed: Decimal? = nil,
        zone: TimeZone = bangkok
    ) throws -> RecurringPlan {
        RecurringPlan(
            prefix: "p", amount: 20, rhythm: rhythm, count: count, mostOwed: mostOwed, description: "d", timeZone: zone,
            now: try Self.date(now), firstDay: first)
    }

    @Test("charges come so many days apart, at the hour of the first payment, also where clocks are turned meanwhile")
    func intervals() throws {
        var plan = try plan(.interval(days: 30), "2027-01-01T03:00:00Z")
        #expect(try plan.next == Self.date("2027-01-31T03:00:00Z"))
        _ = plan.went(well: true, at: plan.next)
        #expect(try plan.next == Self.date("2027-03-02T03:00:00Z"))
        let berlin = try self.plan(
            .interval(days: 1), "2027-03-27T11:00:00Z", zone: try #require(TimeZone(identifier: "Europe/Berlin")))
        #expect(try berlin.next == Self.date("2027-03-28T10:00:00Z"))
    }

    @Test("a first day is its own; one that is past or today was the first payment")
    func firstDays() throws {
        let now = "2027-01-01T03:00:00Z"
        let later = try plan(.interval(days: 5), now, first: DateComponents(year: 2027, month: 2, day: 10))
        #expect(try later.next == Self.date("2027-02-10T03:00:00Z"))
        let past = try plan(.interval(days: 5), now, first: DateComponents(year: 2026, month: 12, day: 30))
        #expect(try past.next == Self.date("2027-01-04T03:00:00Z"))
        let today = try plan(.interval(days: 5), now, first: DateComponents(year: 2027, month: 1, day: 1))
        #expect(try today.next == Self.date("2027-01-06T03:00:00Z"))
    }

    @Test("a day of the year comes each year; the 29th of February is the 28th where there is none")
    func yearly() throws {
        var plan = try plan(.yearly(day: 29, month: 2), "2027-01-01T03:00:00Z")
        var dates: [Date] = []
        for _ in 0..<3 {
            dates.append(plan.next)
            _ = plan.went(well: true, at: plan.next)
        }
        #expect(try dates == ["2027-02-28T03:00:00Z", "2028-02-29T03:00:00Z", "2029-02-28T03:00:00Z"].map(Self.date))
    }

    @Test("a plan ends with its last charge, paid or given up")
    func ends() throws {
        var plan = try plan(.interval(days: 1), "2027-01-01T03:00:00Z", count: 2, mostOwed: 100)
        let now = plan.next
        for _ in 0..<3 { #expect(plan.went(well: false, at: now) == now + 86_400) }
        #expect(plan.went(well: false, at: now) == now + 86_400 && plan.owed == 20)
        #expect(plan.went(well: true, at: now) == nil && plan.owed == 0)
    }
}
