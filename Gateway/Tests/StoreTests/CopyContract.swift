import Foundation
import Testing
import TokenVault

@Suite("Copies of stores: from each kind to each kind")
struct CopyContract {
    /// A vault with something of everything.
    private func fill(_ store: any Store) async throws {
        _ = try await store.profile(settingIfNew: "sandbox")
        for seals in [3, 0] {
            _ = try await store.insert(
                KeyRecord(id: 0, purpose: .face, wrapped: [0, UInt8(seals)], created: moment, seals: seals))
        }
        _ = try await store.insert(MerchantRecord(id: "M", version: 1, profile: Array("{}".utf8), secrets: [2, 0]))
        for id in ["a", "b"] {
            let key = ExchangeKeyRecord(owner: "M", id: id, key: [0, 1], created: moment, retires: nil)
            _ = try await store.insert(key, limit: 5)
        }
        _ = try await store.retire("M", "a", at: moment + 60)
        for index in 0..<2500 {
            let only = index % 2 == 0
            _ = try await store.insert(
                token(
                    "t\(index)", face: [0, 255], account: [], fingerprint: [1, UInt8(index / 256), UInt8(index % 256)],
                    isOnlyOne: only),
                limit: nil)
        }
        // Two texts that look alike.
        for name in ["e\u{301}", "\u{E9}"] { _ = try await store.insert(token(name, merchant: "Ünïcode")) }
        for index in stride(from: 0, to: 100, by: 3) { _ = try await store.delete("M", "t\(index)", at: moment + 1) }
        _ = try await store.update("M", FaceRecord(token: "t1", version: 2, face: [9]))
        for (byte, tokens) in [(1, ["t1", "t2"]), (2, [])] as [(UInt8, [String])] {
            let record = session(byte, invoice: "I\(byte)", idempotency: byte == 1 ? "once" : nil, tokens: tokens)
            _ = try await store.begin(record, droppingUnknown: false, now: moment)
        }
        let paid = session(7, invoice: "I7", tokens: ["t1"])
        _ = try await store.begin(paid, droppingUnknown: false, now: moment)
        _ = try await store.begin(payment(of: paid, due: nil), of: paid, now: moment)
        _ = try await store.update(
            payment(of: paid, state: 3, version: 2, due: nil),
            PaymentEnding(
                notification: NotificationRecord(session: paid.id, merchant: "M", queue: "q", due: moment + 9, created: moment),
                names: ["one", "two"],
                plan: PlanRecord(
                    session: paid.id, merchant: "M", version: 1, due: moment + 9, details: [1, 0], account: [], created: moment)))
        try await store.insert([token("i")], after: ImportRecord(id: "book"), limit: nil) { _ in
            var progress = ImportRecord(id: "book")
            progress.offset = 77
            progress.stored = 1
            return progress
        }
    }

    /// What a store answers, as one that uses it sees it.
    private func told(_ store: any Store) async throws -> [String] {
        [
            "\(try await store.keys())", "\(try await store.merchants())", "\(try await store.exchangeKeys(of: "M"))",
            "\(try await store.book("M", after: "", limit: 5000))", "\(try await store.book("Ünïcode", after: "", limit: 5))",
            "\(try await store.tokenCount()) \(try await store.tokenCount(of: "M"))",
            "\(try await store.faces(session: [UInt8](repeating: 1, count: 16), of: "M") ?? [])",
            "\(String(describing: try await store.progress(of: "book")))", "\(try await store.sessionCount())",
            "\(String(describing: try await store.payment(of: [UInt8](repeating: 7, count: 16), "M")))",
            "\(try await store.notifications(of: "M", before: nil, limit: 9))",
            "\(String(describing: try await store.payment(named: "two", of: "M")))",
            "\(String(describing: try await store.plan(of: [UInt8](repeating: 7, count: 16), "M")))",
        ]
    }

    @Test(
        "a copy answers as its source does, and takes what that would take",
        arguments: StoreKind.all, StoreKind.all)
    func copied(_ one: StoreKind, _ other: StoreKind) async throws {
        let (source, target) = (try await one.place(), try await other.place())
        try await fill(try await source.open())
        let tables = try StoreCopy(of: try source.side()).run(to: try target.side())
        #expect(tables.map(\.table) == StoredTable.allCases)
        for table in tables { #expect(table.source == table.target && table.source.count > 0, "\(table)") }
        #expect(tables.first { $0.table == .tokens }?.source.count == 2503)

        let copy = try await target.open()
        #expect(try await copy.profile(settingIfNew: "production") == "sandbox")
        let (before, after) = (try await told(try await source.open()), try await told(copy))
        #expect(before == after)
        // A deleted token is not given out again, a card has one token, an invoice one session, a key a new number.
        #expect(try await copy.insert(token("t0", fingerprint: [77])) == .tokenExists)
        #expect(try await copy.insert(token("new", fingerprint: [1, 0, 2], isOnlyOne: true)) == .cardExists(token: "t2"))
        #expect(try await copy.insert(token("new", fingerprint: [1, 0, 0], isOnlyOne: true)) == .inserted)
        let again = session(3, invoice: "I1", tokens: ["t1"])
        #expect(try await copy.begin(again, droppingUnknown: false, now: moment) == .invoiceExists)
        let retried = session(4, invoice: "I4", idempotency: "once", tokens: ["t1"])
        let first = session(1, invoice: "I1", idempotency: "once", tokens: ["t1", "t2"])
        #expect(try await copy.begin(retried, droppingUnknown: false, now: moment) == .retried(first))
        #expect(try await copy.sweep(before: moment + 3600) == 2)
        #expect(try await copy.begin(again, droppingUnknown: false, now: moment) == .opened)
        let newest = try await copy.keys().map(\.id).max() ?? 0
        #expect(try await copy.insert(KeyRecord(id: 0, purpose: .face, wrapped: [7], created: moment, seals: 0)) > newest)
        // One of the two keys retires, and the other is the last.
        #expect(try await !copy.retire("M", "b", at: moment + 60))
        let more = ExchangeKeyRecord(owner: "M", id: "c", key: [0, 1], created: moment, retires: nil)
        #expect(try await !copy.insert(more, limit: 1))
        #expect(try await copy.tokenCount() == 2503 - 34 + 1)
    }

    @Test("a copy follows its source until it is used, and no other vault is brought into it", arguments: StoreKind.all)
    func followed(_ kind: StoreKind) async throws {
        let (source, target, other) = (try await kind.place(), try await kind.place(), try await kind.place())
        let store = try await source.open()
        try await fill(store)
        _ = try StoreCopy(of: try source.side()).run(to: try target.side())
        // Added, changed, deleted, swept; and a card whose one token is another now.
        _ = try await store.insert(token("later", fingerprint: [50]))
        _ = try await store.update("M", FaceRecord(token: "t1", version: 3, face: [10]))
        _ = try await store.delete("M", "t2", at: moment + 2)
        _ = try await store.insert(token("a-new-one", fingerprint: [1, 0, 2], isOnlyOne: true))
        _ = try await store.removeExchangeKey("M", "a")
        // It is the same vault, however often its keys are used.
        for key in try await store.keys() { _ = try await store.reserveSeals(key: key.id, count: 10) }
        _ = try await store.sweep(before: moment + 3600)
        _ = try await store.begin(session(9, invoice: "I1", tokens: ["t1"]), droppingUnknown: false, now: moment)
        let tables = try StoreCopy(of: try source.side()).run(to: try target.side())
        #expect(tables.allSatisfy { $0.source == $0.target })
        let copy = try await target.open()

        // What writes to it before it is used as a vault would be lost: it is refused once it is.
        try await fill(try await other.open())
        #expect(throws: VaultError.self) { try StoreCopy(of: try source.side()).run(to: try other.side()) }
        let (before, after) = (try await told(store), try await told(copy))
        #expect(before == after)
        // Whoever only looks at it changes nothing.
        _ = try await copy.profile(settingIfNew: "sandbox")
        _ = try StoreCopy(of: try source.side()).run(to: try target.side())
        for _ in 0..<2 { try await copy.leaveCopying() }
        #expect { try StoreCopy(of: try source.side()).run(to: try target.side()) } throws: {
            "\($0)".contains("has been changed since")
        }
        // And it is a source as any.
        let next = try await kind.place()
        _ = try StoreCopy(of: try target.side()).run(to: try next.side())
    }

    @Test("a copy that is not finished is no vault, and is gone on with", arguments: StoreKind.all, StoreKind.all)
    func unfinished(_ one: StoreKind, _ other: StoreKind) async throws {
        let (source, target) = (try await one.place(), try await other.place())
        try await fill(try await source.open())
        let ending = DisturbedSide(try target.side()) { () throws(VaultError) in throw VaultError(.store, "The process ended") }
        #expect(throws: VaultError.self) { try StoreCopy(of: try source.side()).run(to: ending) }
        #expect(try target.side().count(of: .tokens) == 1000)
        await #expect(throws: VaultError.self) { _ = try await target.open().profile(settingIfNew: "sandbox") }
        #expect(throws: VaultError.self) { _ = try StoreCopy(of: try target.side()) }
        let tables = try StoreCopy(of: try source.side()).run(to: try target.side())
        #expect(tables.allSatisfy { $0.source == $0.target })
        _ = try await target.open().profile(settingIfNew: "sandbox")
    }

    @Test(
        "a copy that was stopped, and goes on once another was made or the vault is used, changes nothing more",
        arguments: StoreKind.all)
    func overtaken(_ kind: StoreKind) async throws {
        let (source, target) = (try await kind.place(), try await kind.place())
        try await fill(try await source.open())
        let (from, to, other) = (try source.side(), try target.side(), try source.side())
        let stopped = DisturbedSide(try target.side()) { () throws(VaultError) in
            // Here it stands still, while somebody begins anew, and ends.
            _ = try StoreCopy(of: other).run(to: to)
        }
        #expect(throws: CopyMark.overtaken) { try StoreCopy(of: from).run(to: stopped) }
        let (before, after) = (try await told(try await source.open()), try await told(try await target.open()))
        #expect(before == after)
        // Of two that begin at once, one does.
        let empty = try await kind.place()
        let (one, two) = (try empty.side(), try empty.side())
        try one.set(CopyMark(source: "a", .unfinished, run: "1"), from: nil)
        #expect(throws: CopyMark.overtaken) { try two.set(CopyMark(source: "b", .unfinished, run: "2"), from: nil) }
    }

    @Test("while writes are held, reads are answered and writes are not done", arguments: StoreKind.all)
    func held(_ kind: StoreKind) async throws {
        let place = try await kind.place()
        let (store, side) = (try await place.open(), try place.side())
        try await fill(store)
        try side.holdWrites()
        let found = try await store.faces("M", ["t1"])
        #expect(found.count == 1)
        // Also whoever comes only now.
        let other = try await place.open()
        #expect(try await other.profile(settingIfNew: "other") == "sandbox")
        #expect(try await other.merchants().count == 1)
        let write = Task { try await store.insert(token("held")) }
        let still = try await store.faces("M", ["t1", "held"])
        #expect(still.count == 1)
        side.releaseWrites()
        // It waited, or it was told that it was not done.
        let outcome = await write.result
        let there = try await store.faces("M", ["held"]).count
        #expect(there == ((try? outcome.get()) == .inserted ? 1 : 0))
        #expect(try await store.insert(token("after")) == .inserted)
    }

    @Test("what is no vault is not copied", arguments: StoreKind.all)
    func nothing(_ kind: StoreKind) async throws {
        let place = try await kind.place()
        #expect(throws: VaultError.self) { _ = try StoreCopy(of: try place.side()) }
    }
}

/// A target to which something happens amid the tokens.
private final class DisturbedSide: CopySide {
    private let side: any CopySide
    private let disturb: () throws(VaultError) -> Void
    private var batches = 0

    init(_ side: any CopySide, _ disturb: @escaping () throws(VaultError) -> Void) {
        self.side = side
        self.disturb = disturb
    }

    func rows(of table: StoredTable) throws(VaultError) -> () throws(VaultError) -> [StoredRow] { try side.rows(of: table) }
    func count(of table: StoredTable) throws(VaultError) -> Int { try side.count(of: table) }
    func change(_ table: StoredTable, put: [StoredRow], remove: [StoredRow]) throws(VaultError) {
        if table == .tokens { batches += 1 }
        if batches == 2 { try disturb() }
        try side.change(table, put: put, remove: remove)
    }
    func derive() throws(VaultError) { try side.derive() }
    func holdWrites() throws(VaultError) { try side.holdWrites() }
    func checkHold() throws(VaultError) { try side.checkHold() }
    func releaseWrites() { side.releaseWrites() }
    func mark() throws(VaultError) -> CopyMark? { try side.mark() }
    func set(_ mark: CopyMark, from former: CopyMark?) throws(VaultError) { try side.set(mark, from: former) }
}
