import Foundation
import Testing
import TokenVault

@Suite("Contract of stores: sessions")
struct SessionContract {
    /// A store in which merchant M has the tokens of ``session(_:invoice:merchant:idempotency:tokens:expires:state:)``.
    private func store(_ kind: StoreKind) async throws -> any Store {
        let store = try await kind.store()
        for name in ["a", "b"] { _ = try await store.insert(token(name)) }
        return store
    }

    private let later = moment + 1800

    @Test("a session lists its tokens in its order, as long as the merchant has them", arguments: StoreKind.all)
    func lists(_ kind: StoreKind) async throws {
        let place = try await kind.place()
        let nodes = [try await place.open(), try await place.open()]
        for name in ["a", "b", "c"] { _ = try await nodes[0].insert(token(name)) }
        let opened = session(1, invoice: "I", tokens: ["c", "a", "b"])
        #expect(try await nodes[0].begin(opened, droppingUnknown: false, now: moment) == .opened)
        #expect(try await nodes[1].faces(session: opened.id, of: "M")?.map(\.token) == ["c", "a", "b"])
        _ = try await nodes[1].delete("M", "a", at: moment)
        #expect(try await nodes[0].faces(session: opened.id, of: "M")?.map(\.token) == ["c", "b"])
        #expect(try await nodes[0].faces(session: opened.id, of: "N") == nil)
        #expect(try await nodes[0].faces(session: [UInt8](repeating: 9, count: 16), of: "M") == nil)
        let empty = session(2, invoice: "J", tokens: [])
        #expect(try await nodes[0].begin(empty, droppingUnknown: false, now: moment) == .opened)
        #expect(try await nodes[1].faces(session: empty.id, of: "M") == [])
        #expect(try await nodes[1].sessionCount() == 2)
    }

    @Test("a session is found as it was opened, by its own merchant alone", arguments: StoreKind.all)
    func found(_ kind: StoreKind) async throws {
        let place = try await kind.place()
        let nodes = [try await place.open(), try await place.open()]
        for name in ["a", "b"] { _ = try await nodes[0].insert(token(name)) }
        let plain = session(1, invoice: "I", tokens: ["b", "a"])
        let named = session(2, invoice: "J", idempotency: "once", tokens: [])
        for opened in [plain, named] {
            #expect(try await nodes[0].begin(opened, droppingUnknown: false, now: moment) == .opened)
            #expect(try await nodes[1].session(opened.id, of: "M") == opened)
            #expect(try await nodes[1].session(opened.id, of: "N") == nil)
        }
        #expect(try await nodes[0].session([UInt8](repeating: 9, count: 16), of: "M") == nil)
    }

    @Test("an invoice number has one live session, and its own again once that expired unpaid", arguments: StoreKind.all)
    func invoices(_ kind: StoreKind) async throws {
        let store = try await store(kind)
        #expect(try await store.begin(session(1, invoice: "I"), droppingUnknown: false, now: moment) == .opened)
        #expect(try await store.begin(session(2, invoice: "I"), droppingUnknown: false, now: moment) == .invoiceExists)
        #expect(
            try await store.begin(session(3, invoice: "I", expires: later + 1800), droppingUnknown: false, now: later) == .opened)
        #expect(try await store.faces(session: [UInt8](repeating: 1, count: 16), of: "M") == nil)
        _ = try await store.insert(token("a", merchant: "N"))
        let others = session(4, invoice: "I", merchant: "N", tokens: ["a"])
        #expect(try await store.begin(others, droppingUnknown: false, now: moment) == .opened)
    }

    @Test("a session with a token the merchant does not have is refused, or opens without it", arguments: StoreKind.all)
    func unknownTokens(_ kind: StoreKind) async throws {
        let store = try await store(kind)
        let asked = session(1, invoice: "I", tokens: ["a", "nobodys", "b"])
        #expect(try await store.begin(asked, droppingUnknown: false, now: moment) == .unknownTokens)
        #expect(try await store.sessionCount() == 0)
        #expect(try await store.begin(asked, droppingUnknown: true, now: moment) == .opened)
        #expect(try await store.faces(session: asked.id, of: "M")?.map(\.token) == ["a", "b"])
    }

    @Test("a retry is given the first session, as it was, whatever its invoice number", arguments: StoreKind.all)
    func retries(_ kind: StoreKind) async throws {
        let store = try await store(kind)
        let first = session(1, invoice: "I", idempotency: "id")
        #expect(try await store.begin(first, droppingUnknown: false, now: moment) == .opened)
        for (byte, invoice) in [(2, "I"), (3, "J")] as [(UInt8, String)] {
            let again = session(byte, invoice: invoice, idempotency: "id")
            #expect(try await store.begin(again, droppingUnknown: false, now: moment) == .retried(first))
        }
        // Also when one of its tokens was deleted since.
        #expect(try await store.delete("M", "a", at: moment))
        let last = session(4, invoice: "I", idempotency: "id")
        #expect(try await store.begin(last, droppingUnknown: false, now: moment) == .retried(first))
        #expect(try await store.begin(session(5, invoice: "J"), droppingUnknown: false, now: moment) == .unknownTokens)
    }

    @Test("a paid session keeps its invoice number, and is not swept", arguments: StoreKind.all)
    func paid(_ kind: StoreKind) async throws {
        let store = try await store(kind)
        let paid = session(1, invoice: "I", state: .completed)
        #expect(try await store.begin(paid, droppingUnknown: false, now: moment) == .opened)
        #expect(try await store.begin(session(2, invoice: "I"), droppingUnknown: false, now: later + 1) == .invoiceExists)
        #expect(try await store.sweep(before: later + 1) == 0)
    }

    @Test("expired sessions are swept, each once whoever sweeps, and live ones stay", arguments: StoreKind.all)
    func sweep(_ kind: StoreKind) async throws {
        let place = try await kind.place()
        let nodes = [try await place.open(), try await place.open()]
        for byte in 0..<200 {
            let one = session(UInt8(byte), invoice: "\(byte)", tokens: [], expires: moment + Double(byte % 10))
            _ = try await nodes[0].begin(one, droppingUnknown: false, now: moment - 1)
        }
        let swept = try await atOnce(8, on: nodes) { node, _ in try await node.sweep(before: moment + 4) }
        #expect(swept.reduce(0, +) == 100)
        #expect(try await nodes[1].sessionCount() == 100)
    }

    @Test("SEC-49 of many openings at once on two nodes, one is first", arguments: StoreKind.all, [true, false])
    func sec49First(_ kind: StoreKind, _ hasIdempotency: Bool) async throws {
        let nodes = try await kind.nodes()
        for name in ["a", "b"] { _ = try await nodes[0].insert(token(name)) }
        let outcomes = try await atOnce(32, on: nodes) { node, index in
            try await node.begin(
                session(UInt8(index), invoice: "I", idempotency: hasIdempotency ? "id" : nil), droppingUnknown: false, now: moment
            )
        }
        #expect(outcomes.count { $0 == .opened } == 1)
        #expect(Set(outcomes.map { "\($0)" }).count == 2)
        #expect(try await nodes[0].sessionCount() == 1)
    }
}
