import Foundation
import Testing
import TokenVault

@Suite("Contract of stores: keys, merchants, imports, and what a node asks at its start")
struct KeyContract {
    @Test("data keys count upwards, on whichever node, and are found by every node", arguments: StoreKind.all)
    func keys(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        var record = KeyRecord(id: 0, purpose: .face, wrapped: [0, 1, 255], created: moment, seals: 3)
        let ids = try await atOnce(16, on: nodes) { [record] node, _ in try await node.insert(record) }
        #expect(Set(ids).count == 16 && ids.allSatisfy { $0 > 0 })
        record.id = try await nodes[1].insert(record)
        #expect(ids.allSatisfy { $0 < record.id })
        let found = try await nodes[0].keys()
        #expect(found.map(\.id) == (ids + [record.id]).sorted())
        #expect(found.last == record)
    }

    @Test("SEC-49 each reservation of seals is its own", arguments: StoreKind.all)
    func sec49Seals(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        let id = try await nodes[0].insert(KeyRecord(id: 0, purpose: .account, wrapped: [1], created: moment, seals: 0))
        let totals = try await atOnce(32, on: nodes) { node, _ in try await node.reserveSeals(key: id, count: 10) }
        #expect(totals.sorted() == (1...32).map { $0 * 10 })
        #expect(try await nodes[1].keys().first?.seals == 320)
        await #expect(throws: VaultError.self) { _ = try await nodes[0].reserveSeals(key: 999, count: 1) }
    }

    @Test("a merchant is changed by whoever read its newest version", arguments: StoreKind.all)
    func merchants(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        var record = MerchantRecord(id: "M", version: 1, profile: Array("{}".utf8), secrets: [2, 0])
        #expect(try await nodes[0].insert(record))
        #expect(try await !nodes[1].insert(record))
        #expect(try await nodes[1].merchant("M") == record)
        #expect(try await nodes[1].merchant("m") == nil)
        record.version = 2
        let changes = try await atOnce(16, on: nodes) { [record] node, _ in try await node.update(record) }
        #expect(changes.count { $0 } == 1)
        for id in ["Z", "A"] { _ = try await nodes[0].insert(MerchantRecord(id: id, version: 1, profile: [], secrets: [])) }
        #expect(try await nodes[1].merchants().map(\.id) == ["A", "M", "Z"])
        #expect(try await nodes[1].merchants()[1] == record)
    }

    @Test("exchange keys: newest first, so many at most, one of them always in use", arguments: StoreKind.all)
    func exchangeKeys(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        func key(_ id: String, _ seconds: Double, owner: String = "M") -> ExchangeKeyRecord {
            ExchangeKeyRecord(owner: owner, id: id, key: [0, 1], created: moment + seconds, retires: nil)
        }
        #expect(try await nodes[0].insert(key("a", 0), limit: 2))
        #expect(try await !nodes[1].insert(key("a", 1), limit: 2))
        #expect(try await nodes[1].insert(key("b", 1), limit: 2))
        #expect(try await !nodes[0].insert(key("c", 2), limit: 2))
        #expect(try await nodes[0].insert(key("a", 0, owner: ""), limit: 2))
        #expect(try await nodes[0].exchangeKeys(of: "M") == [key("b", 1), key("a", 0)])
        #expect(try await nodes[0].retire("M", "a", at: moment + 60))
        #expect(try await nodes[1].exchangeKeys(of: "M").last?.retires == moment + 60)
        // Sooner, but not later; and not the last one.
        #expect(try await nodes[1].retire("M", "a", at: moment + 30))
        #expect(try await !nodes[1].retire("M", "a", at: moment + 90))
        #expect(try await !nodes[0].retire("M", "b", at: moment))
        #expect(try await !nodes[0].retire("M", "x", at: moment))
        #expect(try await nodes[1].insert(key("c", 2), limit: 2))
        #expect(try await nodes[0].removeExchangeKey("M", "a"))
        #expect(try await !nodes[0].removeExchangeKey("M", "a"))
        #expect(try await nodes[1].exchangeKeys(of: "M").map(\.id) == ["c", "b"])
        #expect(try await nodes[1].exchangeKeys(of: "").map(\.id) == ["a"])
    }

    @Test("SEC-49 of many keys at once no more than a limit are in, and of two in use one stays", arguments: StoreKind.all)
    func sec49ExchangeKeys(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        let inserted = try await atOnce(16, on: nodes) { node, index in
            try await node.insert(
                ExchangeKeyRecord(owner: "M", id: "k-\(index)", key: [1], created: moment, retires: nil), limit: 2)
        }
        #expect(inserted.count { $0 } == 2)
        let ids = try await nodes[0].exchangeKeys(of: "M").map(\.id)
        let retired = try await atOnce(16, on: nodes) { node, index in
            try await node.retire("M", ids[index % 2], at: moment)
        }
        #expect(retired.count { $0 } == 1)
        #expect(try await nodes[1].exchangeKeys(of: "M").count { $0.retires == nil } == 1)
    }

    @Test("an import keeps tokens and its progress, both or neither", arguments: StoreKind.all)
    func imports(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        #expect(try await nodes[0].progress(of: "book") == nil)
        var next = ImportRecord(id: "book")
        (next.offset, next.lines, next.stored, next.present, next.rejected, next.rejectedBytes) = (1 << 40, 2, 1, 1, 3, 5)
        try await nodes[0].insert([token("a"), token("a")], after: ImportRecord(id: "book"), limit: nil) { [next] outcomes in
            #expect(outcomes == [.inserted, .alreadyStored])
            return next
        }
        #expect(try await nodes[1].progress(of: "book") == next)
        #expect(try await nodes[1].faces("M", ["a"]).count == 1)
        // Somebody who is behind adds nothing.
        await #expect {
            try await nodes[1].insert([token("b")], after: ImportRecord(id: "book"), limit: nil) { _ in ImportRecord(id: "book") }
        } throws: { ($0 as? VaultError)?.kind == .refused }
        // And where the note fails, neither.
        await #expect(throws: VaultError(.refused, "no")) {
            try await nodes[1].insert([token("c")], after: next, limit: nil) { _ throws(VaultError) in
                throw VaultError(.refused, "no")
            }
        }
        #expect(try await nodes[0].faces("M", ["b", "c"]).isEmpty)
        #expect(try await nodes[0].tokenCount(of: "M") == 1)
        #expect(try await nodes[0].progress(of: "book") == next)
        var finished = next
        finished.isFinished = true
        try await nodes[1].insert([token("d"), token("e")], after: next, limit: 2) { [finished] outcomes in
            #expect(outcomes == [.inserted, .limitReached])
            return finished
        }
        #expect(try await nodes[0].progress(of: "book") == finished)
    }

    @Test("SEC-49 of many who import the same lines at once, one does", arguments: StoreKind.all)
    func sec49Imports(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        let done = try await atOnce(8, on: nodes) { node, index in
            var next = ImportRecord(id: "book")
            next.offset = 100
            do throws(VaultError) {
                try await node.insert([token("t-\(index)")], after: ImportRecord(id: "book"), limit: nil) { [next] _ in next }
                return true
            } catch {
                #expect(error.kind == .refused)
                return false
            }
        }
        #expect(done.count { $0 } == 1)
        #expect(try await nodes[0].tokenCount(of: "M") == 1)
    }

    @Test("the profile is that of whoever was first, on every node", arguments: StoreKind.all)
    func profile(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        let found = try await atOnce(8, on: nodes) { node, index in try await node.profile(settingIfNew: "p-\(index)") }
        #expect(Set(found).count == 1)
        #expect(try await nodes[0].profile(settingIfNew: "other") == found[0])
    }

    @Test("clearing keeps merchants, keys and the profile", arguments: StoreKind.all)
    func clear(_ kind: StoreKind) async throws {
        let store = try await kind.store()
        _ = try await store.profile(settingIfNew: "sandbox")
        _ = try await store.insert(KeyRecord(id: 0, purpose: .face, wrapped: [1], created: moment, seals: 0))
        _ = try await store.insert(MerchantRecord(id: "M", version: 1, profile: [], secrets: []))
        let key = ExchangeKeyRecord(owner: "M", id: "k", key: [1], created: moment, retires: nil)
        _ = try await store.insert(key, limit: 2)
        for name in ["a", "b"] { _ = try await store.insert(token(name)) }
        _ = try await store.begin(session(1, invoice: "I"), droppingUnknown: false, now: moment)
        try await store.insert([], after: ImportRecord(id: "book"), limit: nil) { _ in
            var record = ImportRecord(id: "book")
            record.offset = 1
            return record
        }
        try await store.clear()
        #expect(try await store.tokenCount() == 0)
        #expect(try await store.tokenCount(of: "M") == 0)
        #expect(try await store.sessionCount() == 0)
        #expect(try await store.progress(of: "book") == nil)
        #expect(try await store.faces("M", after: "", limit: 9).isEmpty)
        #expect(try await store.keys().count == 1)
        #expect(try await store.merchants().count == 1)
        #expect(try await store.exchangeKeys(of: "M") == [key])
        #expect(try await store.profile(settingIfNew: "other") == "sandbox")
        #expect(try await store.insert(token("a")) == .inserted)
        try await store.check()
    }

    @Test("what is written stays when every node has gone", arguments: StoreKind.all)
    func reopened(_ kind: StoreKind) async throws {
        let place = try await kind.place()
        do { _ = try await place.open().insert(token("t")) }
        #expect(try await place.open().faces("M", ["t"]).count == 1)
    }
}
