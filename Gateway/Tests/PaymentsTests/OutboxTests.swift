import Foundation
import Testing
import TokenVault

@testable import Payments

/// When merchants are told again (payments.md §5.2).
@Suite("The outbox's schedule")
struct NotificationScheduleTests {
    @Test("what nobody takes is sent for three days, ever more slowly")
    func pauses() {
        let created = Date(timeIntervalSince1970: 1_800_000_000)
        var (now, sent) = (created, [created])
        while let next = NotificationSchedule.next(after: sent.count, of: created, now: now, share: 1) {
            now = next
            sent.append(next)
        }
        let pauses = zip(sent.dropFirst(), sent).map { $0.timeIntervalSince($1) }
        #expect(pauses.prefix(5) == [60, 300, 1800, 7200, 21_600] && pauses.dropFirst(5).allSatisfy { $0 == 43_200 })
        #expect(now - created <= 3 * 86_400 && now - created > 2.5 * 86_400)
    }

    @Test("a pause is a tenth longer or shorter, so that those who failed together do not come back together")
    func jitter() {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let pauses = (0..<200).compactMap { _ in NotificationSchedule.next(after: 1, of: now, now: now).map { $0 - now } }
        #expect(pauses.allSatisfy { (54...66).contains($0) } && Set(pauses).count > 100)
    }
}

extension Date {
    fileprivate static func - (later: Date, earlier: Date) -> TimeInterval { later.timeIntervalSince(earlier) }
}
