import Foundation
import Testing
import TokenVault

@Suite("Contract of stores: payments")
struct PaymentContract {
    /// Two nodes on one store, in which merchant M has the tokens of ``session(_:invoice:merchant:idempotency:tokens:expires:state:)``.
    private func nodes(_ kind: StoreKind) async throws -> [any Store] {
        let place = try await kind.place()
        let nodes = [try await place.open(), try await place.open()]
        for name in ["a", "b"] { _ = try await nodes[0].insert(token(name)) }
        return nodes
    }

    private func opened(_ byte: UInt8, _ nodes: [any Store], idempotency: String? = nil) async throws -> SessionRecord {
        let opened = session(byte, invoice: "I\(byte)", idempotency: idempotency)
        #expect(try await nodes[0].begin(opened, droppingUnknown: false, now: moment) == .opened)
        return opened
    }

    @Test("a payment is found as it was begun, by its own merchant alone", arguments: StoreKind.all)
    func found(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        let session = try await opened(1, nodes)
        #expect(try await nodes[0].payment(of: session.id, "M") == nil)
        let begun = payment(of: session)
        #expect(try await nodes[0].begin(begun, of: session, now: moment) == .begun)
        #expect(try await nodes[1].payment(of: session.id, "M") == begun)
        #expect(try await nodes[1].payment(of: session.id, "N") == nil)
        #expect(try await nodes[1].session(session.id, of: "M")?.state == .completed)
        #expect(try await nodes[1].session(invoice: session.invoice, of: "M") == nodes[1].session(session.id, of: "M"))
        #expect(try await nodes[1].session(invoice: session.invoice, of: "N") == nil)
        #expect(try await nodes[1].session(invoice: "another", of: "M") == nil)
    }

    @Test("a session has one payment: the second hears of the first, as it is by then", arguments: StoreKind.all)
    func once(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        let session = try await opened(1, nodes)
        let first = payment(of: session)
        #expect(try await nodes[0].begin(first, of: session, now: moment) == .begun)
        let second = payment(of: session, details: [9])
        #expect(try await nodes[1].begin(second, of: session, now: moment) == .exists(first))
        let approved = payment(of: session, state: 3, version: 2, due: nil, details: [10])
        #expect(try await nodes[1].update(approved))
        #expect(try await nodes[0].begin(second, of: session, now: moment + 3600) == .exists(approved))
    }

    @Test("of many that begin at once, one does", arguments: StoreKind.all)
    func race(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        let session = try await opened(1, nodes)
        let outcomes = try await withThrowingTaskGroup(of: PaymentOutcome.self) { group in
            for index in 0..<32 {
                let record = payment(of: session, details: [UInt8(index)])
                group.addTask { try await nodes[index % 2].begin(record, of: session, now: moment) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .begun } == 1)
        let stored = try #require(try await nodes[0].payment(of: session.id, "M"))
        #expect(outcomes.allSatisfy { $0 == .begun || $0 == .exists(stored) })
    }

    @Test("a session that is gone, has expired or is another merchant's begins nothing", arguments: StoreKind.all)
    func closed(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        let session = try await opened(1, nodes)
        #expect(try await nodes[0].begin(payment(of: session), of: session, now: session.expires) == .closed)
        let unknown = StoreTests.session(2, invoice: "J")
        #expect(try await nodes[0].begin(payment(of: unknown), of: unknown, now: moment) == .closed)
        let foreign = StoreTests.session(1, invoice: "I1", merchant: "N")
        #expect(try await nodes[0].begin(payment(of: foreign), of: foreign, now: moment) == .closed)
        #expect(try await nodes[1].payment(of: session.id, "M") == nil)
        #expect(try await nodes[1].session(session.id, of: "M")?.state == .open)
    }

    @Test("a session that was paid keeps its names, however long ago it expired, and is not swept", arguments: StoreKind.all)
    func names(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        let paid = try await opened(1, nodes, idempotency: "once")
        #expect(try await nodes[0].begin(payment(of: paid, due: nil), of: paid, now: moment) == .begun)
        let later = paid.expires + 3600
        #expect(try await nodes[1].sweep(before: later) == 0)
        let again = session(2, invoice: "I1", expires: later + 1800)
        #expect(try await nodes[1].begin(again, droppingUnknown: false, now: later) == .invoiceExists)
        let retried = session(3, invoice: "I3", idempotency: "once", expires: later + 1800)
        guard case .retried(let first) = try await nodes[1].begin(retried, droppingUnknown: false, now: later) else {
            Issue.record("the idempotency id was given out again")
            return
        }
        #expect(first.id == paid.id && first.state == .completed)
    }

    @Test("a payment changes from the version that was read, and of two that change it one does", arguments: StoreKind.all)
    func versions(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        let session = try await opened(1, nodes)
        let begun = payment(of: session)
        #expect(try await nodes[0].begin(begun, of: session, now: moment) == .begun)
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for index in 0..<16 {
                let next = payment(of: session, state: 3, version: 2, due: nil, details: [UInt8(index)])
                group.addTask { try await nodes[index % 2].update(next) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 1)
        let stored = try #require(try await nodes[1].payment(of: session.id, "M"))
        #expect(stored.version == 2 && stored.state == 3 && stored.due == nil && stored.digest == begun.digest)
        #expect(try await !nodes[0].update(payment(of: session, version: 2)))
        #expect(try await !nodes[0].update(payment(of: session, version: 9)))
        #expect(try await !nodes[0].update(payment(of: StoreTests.session(1, invoice: "I1", merchant: "N"), version: 3)))
    }

    @Test("what is due is handed out, the longest waiting first, each to one caller, and again later", arguments: StoreKind.all)
    func due(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        for byte in 1...5 as ClosedRange<UInt8> {
            let session = try await opened(byte, nodes)
            let due = byte == 5 ? nil : moment + Double(60 * byte)
            #expect(try await nodes[0].begin(payment(of: session, due: due), of: session, now: moment) == .begun)
        }
        let again = moment + 1000
        #expect(try await nodes[0].claimPayments(due: moment, again: again, beyond: .distantFuture, limit: 9).isEmpty)
        let first = try await nodes[0].claimPayments(due: moment + 180, again: again, beyond: .distantFuture, limit: 2)
        #expect(Set(first.map(\.session[0])) == [1, 2] && first.allSatisfy { $0.due == again && $0.version == 1 })
        #expect(
            try await nodes[1].claimPayments(due: moment + 180, again: again, beyond: .distantFuture, limit: 9).map(\.session[0])
                == [3])
        #expect(try await nodes[1].claimPayments(due: moment + 180, again: again, beyond: .distantFuture, limit: 9).isEmpty)
        let later = try await nodes[1].claimPayments(due: again, again: again + 60, beyond: .distantFuture, limit: 9)
        #expect(Set(later.map(\.session[0])) == [1, 2, 3, 4])
        // Who was handed one may still finish it.
        #expect(try await nodes[0].update(payment(of: session(1, invoice: "I1"), state: 3, version: 2, due: nil)))
    }

    @Test("of what is due at once nobody is handed what another was", arguments: StoreKind.all)
    func claimedOnce(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        for byte in 1...40 as ClosedRange<UInt8> {
            let session = try await opened(byte, nodes)
            #expect(try await nodes[0].begin(payment(of: session, due: moment), of: session, now: moment) == .begun)
        }
        let claimed = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for index in 0..<8 {
                group.addTask {
                    try await nodes[index % 2].claimPayments(due: moment, again: moment + 60, beyond: .distantFuture, limit: 7)
                        .map(\.session[0])
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(claimed).count == claimed.count && claimed.count <= 40)
    }

    @Test("a notification is kept with the end of its payment, both or neither", arguments: StoreKind.all)
    func notified(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        let session = try await opened(1, nodes)
        _ = try await nodes[0].begin(payment(of: session), of: session, now: moment)
        let notification = NotificationRecord(session: session.id, merchant: "M", queue: "M host", due: moment, created: moment)
        // Somebody else was faster: nothing is kept.
        let ending = PaymentEnding(notification: notification, names: ["n", "o"])
        #expect(try await !nodes[0].update(payment(of: session, state: 3, version: 3, due: nil), ending))
        #expect(try await nodes[1].notification(of: session.id, "M") == nil)
        #expect(try await nodes[1].payment(named: "n", of: "M") == nil)
        let approved = payment(of: session, state: 3, version: 2, due: nil)
        #expect(try await nodes[0].update(approved, ending))
        #expect(try await nodes[1].payment(named: "n", of: "M") == approved)
        #expect(try await nodes[1].payment(named: "o", of: "M") == approved)
        #expect(try await nodes[1].payment(named: "n", of: "N") == nil)
        // A name stays with the first that had it.
        let second = try await opened(2, nodes)
        _ = try await nodes[0].begin(payment(of: second), of: second, now: moment)
        let later = payment(of: second, state: 3, version: 2, due: nil)
        #expect(try await nodes[1].update(later, PaymentEnding(names: ["n", "p"])))
        #expect(try await nodes[0].payment(named: "n", of: "M") == approved)
        #expect(try await nodes[0].payment(named: "p", of: "M") == later)
        #expect(try await nodes[0].notification(of: second.id, "M") == nil)
        #expect(try await nodes[1].notification(of: session.id, "M") == notification)
        #expect(try await nodes[1].notification(of: session.id, "N") == nil)
    }

    @Test("what is to be sent is claimed by one, and again where nothing was done", arguments: StoreKind.all)
    func claimedNotifications(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        for byte in 1...5 as ClosedRange<UInt8> {
            let session = try await opened(byte, nodes)
            _ = try await nodes[0].begin(payment(of: session), of: session, now: moment)
            let due = moment + Double(byte)
            _ = try await nodes[0].update(
                payment(of: session, state: 3, version: 2, due: nil),
                PaymentEnding(
                    notification: NotificationRecord(
                        session: session.id, merchant: "M", queue: "M \(byte)", due: byte == 5 ? nil : due, created: moment)))
        }
        let claimed = try await withThrowingTaskGroup(of: [NotificationRecord].self) { group in
            for index in 0..<6 {
                group.addTask {
                    try await nodes[index % 2].claimNotifications(
                        due: moment + 3, again: moment + 60, beyond: .distantFuture, besides: [], limit: 1)
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(claimed.map(\.session)).count == 3 && claimed.count == 3)
        #expect(claimed.allSatisfy { $0.due == moment + 60 && $0.state == .waiting && $0.attempts == 0 })
        var first = claimed[0]
        first.state = .delivered
        first.attempts = 1
        first.due = nil
        first.answer = "HTTP 200"
        #expect(try await nodes[0].update(first, after: 0))
        #expect(try await !nodes[1].update(first, after: 0))
        #expect(try await nodes[1].notification(of: first.session, "M") == first)
        #expect(
            try await nodes[0].claimNotifications(
                due: moment + 60, again: moment + 90, beyond: .distantFuture, besides: [], limit: 9
            ).count == 3)
        // Queues that are left, and what a clock that was turned back has put far away.
        func queues(_ now: Date, _ horizon: Date, _ besides: [String]) async throws -> [String] {
            try await nodes[1].claimNotifications(due: now, again: now + 600, beyond: horizon, besides: besides, limit: 9)
                .map(\.queue).sorted()
        }
        #expect(try await queues(moment + 90, moment + 1000, ["M 4"]).allSatisfy { $0 != "M 4" })
        #expect(try await queues(moment + 90, moment + 1000, []) == ["M 4"])
        #expect(try await queues(moment - 9000, moment - 8000, []).count == 3)
    }

    @Test("a merchant's notifications are listed page by page, the latest first", arguments: StoreKind.all)
    func listedNotifications(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        for byte in 1...3 as ClosedRange<UInt8> {
            let session = try await opened(byte, nodes)
            _ = try await nodes[0].begin(payment(of: session), of: session, now: moment)
            _ = try await nodes[0].update(
                payment(of: session, state: 3, version: 2, due: nil),
                PaymentEnding(
                    notification: NotificationRecord(
                        session: session.id, merchant: "M", queue: "M host", due: moment, created: moment)))
        }
        let page = try await nodes[1].notifications(of: "M", before: nil, limit: 2)
        #expect(page.map(\.session) == [session(3, invoice: "").id, session(2, invoice: "").id])
        #expect(try await nodes[1].notifications(of: "M", before: page[1].session, limit: 2).count == 1)
        #expect(try await nodes[1].notifications(of: "N", before: nil, limit: 2).isEmpty)
        try await nodes[0].clear()
        #expect(try await nodes[1].notifications(of: "M", before: nil, limit: 2).isEmpty)
    }

    @Test(
        "a plan is kept with the end of its first payment, claimed by one when it is due, and changed by one",
        arguments: StoreKind.all)
    func plans(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        let session = try await opened(1, nodes)
        _ = try await nodes[0].begin(payment(of: session), of: session, now: moment)
        var plan = PlanRecord(
            session: session.id, merchant: "M", version: 1, due: moment + 5, details: [1, 0], account: [2, 255], created: moment)
        #expect(
            try await nodes[0].update(payment(of: session, state: 3, version: 2, due: nil), PaymentEnding(plan: plan)))
        #expect(try await nodes[1].plan(of: session.id, "M") == plan)
        #expect(try await nodes[1].plan(of: session.id, "N") == nil)
        #expect(try await nodes[1].claimPlans(due: moment + 4, again: moment + 60, limit: 9).isEmpty)
        plan.due = moment + 60
        #expect(try await nodes[1].claimPlans(due: moment + 5, again: moment + 60, limit: 9) == [plan])
        #expect(try await nodes[0].claimPlans(due: moment + 5, again: moment + 60, limit: 9).isEmpty)
        plan.version = 2
        plan.due = nil
        plan.account = []
        #expect(try await nodes[0].update(plan))
        #expect(try await !nodes[1].update(plan))
        #expect(try await nodes[1].plan(of: session.id, "M") == plan)
        #expect(try await nodes[1].claimPlans(due: moment + 90, again: moment + 99, limit: 9).isEmpty)
        try await nodes[0].clear()
        #expect(try await nodes[1].plan(of: session.id, "M") == nil)
    }

    @Test("what is cleared has no payments", arguments: StoreKind.all)
    func cleared(_ kind: StoreKind) async throws {
        let nodes = try await nodes(kind)
        let session = try await opened(1, nodes)
        #expect(try await nodes[0].begin(payment(of: session), of: session, now: moment) == .begun)
        try await nodes[0].clear()
        #expect(try await nodes[1].payment(of: session.id, "M") == nil)
        #expect(
            try await nodes[1].claimPayments(due: moment + 3600, again: moment + 7200, beyond: .distantFuture, limit: 9).isEmpty)
    }
}
