import Foundation
import Testing
import TokenVault

@Suite("Contract of stores: tokens")
struct TokenContract {
    @Test("what was stored is found by every node, byte by byte, and by nobody but its merchant", arguments: StoreKind.all)
    func found(_ kind: StoreKind) async throws {
        let place = try await kind.place()
        let store = try await place.open()
        let large = [UInt8](repeating: 0, count: 70_000) + (0...255).map { UInt8($0) }
        let records = [
            token("t", face: large, account: large, fingerprint: Array(large.suffix(32))), token("T", face: [], account: []),
            token("t/+=' ไทย 𠮷", face: [0]),
        ]
        for record in records { #expect(try await store.insert(record) == .inserted) }
        for node in [store, try await place.open()] {
            let faces = try await node.faces("M", records.reversed().map(\.token))
            #expect(faces == records.reversed().map { FaceRecord(token: $0.token, version: 1, face: $0.face) })
            let book = try await node.book("M", after: "", limit: 10)
            #expect(
                book.sorted { $0.face.token < $1.face.token }
                    == records.sorted { $0.token < $1.token }.map {
                        BookRecord(
                            face: FaceRecord(token: $0.token, version: 1, face: $0.face), account: $0.account, created: $0.created
                        )
                    })
            for record in records {
                let row = try await node.row("M", record.token)
                #expect(row == book.first { $0.face.token == record.token } && row != nil)
            }
            #expect(try await node.row("N", "t") == nil)
            #expect(try await node.row("M", "x") == nil)
            #expect(try await node.faces("N", ["t"]).isEmpty)
            #expect(try await node.book("N", after: "", limit: 10).isEmpty)
        }
    }

    @Test("faces come in the order of the tokens asked for, without those that are not there", arguments: StoreKind.all)
    func order(_ kind: StoreKind) async throws {
        let store = try await kind.store()
        for name in ["a", "b", "c"] { _ = try await store.insert(token(name)) }
        _ = try await store.delete("M", "b", at: moment)
        #expect(try await store.row("M", "b") == nil)
        #expect(try await store.faces("M", ["c", "b", "x", "a"]).map(\.token) == ["c", "a"])
        #expect(try await store.faces("M", ["a", "c", "a"]).map(\.token) == ["a", "c", "a"])
        #expect(try await store.faces("M", []).isEmpty)
        let many = (0..<1000).map { "none-\($0)" } + ["a"]
        #expect(try await store.faces("M", many).map(\.token) == ["a"])
    }

    @Test("pages come in the order of the tokens' bytes, after the given one", arguments: StoreKind.all)
    func pages(_ kind: StoreKind) async throws {
        let store = try await kind.store()
        for name in ["c", "a", "b", "d", "Z", "é", "-"] { _ = try await store.insert(token(name)) }
        _ = try await store.delete("M", "b", at: moment)
        #expect(try await store.faces("M", after: "", limit: 10).map(\.token) == ["-", "Z", "a", "c", "d", "é"])
        #expect(try await store.faces("M", after: "a", limit: 2).map(\.token) == ["c", "d"])
        #expect(try await store.book("M", after: "c", limit: 1).map(\.face.token) == ["d"])
        #expect(try await store.faces("M", after: "é", limit: 2).isEmpty)
    }

    @Test("a token is given once for all time; the same account again is told from another", arguments: StoreKind.all)
    func once(_ kind: StoreKind) async throws {
        let store = try await kind.store()
        #expect(try await store.insert(token("t", fingerprint: [1])) == .inserted)
        #expect(try await store.insert(token("t", fingerprint: [1])) == .alreadyStored)
        #expect(try await store.insert(token("t", fingerprint: [2])) == .tokenExists)
        #expect(try await store.insert(token("t", merchant: "N", fingerprint: [2])) == .inserted)
        #expect(try await store.delete("M", "t", at: moment))
        #expect(try await store.insert(token("t", fingerprint: [1])) == .tokenExists)
    }

    @Test("a merchant that keeps one token a card has one, until it is deleted", arguments: StoreKind.all)
    func onePerCard(_ kind: StoreKind) async throws {
        let store = try await kind.store()
        #expect(try await store.insert(token("t", fingerprint: [1], isOnlyOne: true)) == .inserted)
        #expect(try await store.insert(token("t", fingerprint: [1], isOnlyOne: true)) == .alreadyStored)
        #expect(try await store.insert(token("u", fingerprint: [1], isOnlyOne: true)) == .cardExists(token: "t"))
        #expect(try await store.insert(token("u", fingerprint: [2], isOnlyOne: true)) == .inserted)
        // One that was stored while the merchant did not keep to it stands in nobody's way.
        #expect(try await store.insert(token("v", fingerprint: [1])) == .inserted)
        #expect(try await store.insert(token("w", merchant: "N", fingerprint: [1], isOnlyOne: true)) == .inserted)
        #expect(try await store.delete("M", "t", at: moment))
        #expect(try await store.insert(token("x", fingerprint: [1], isOnlyOne: true)) == .inserted)
    }

    @Test("a limit holds, and what is there already is told before it", arguments: StoreKind.all)
    func limit(_ kind: StoreKind) async throws {
        let store = try await kind.store()
        for name in ["a", "b"] { #expect(try await store.insert(token(name), limit: 2) == .inserted) }
        #expect(try await store.insert(token("c"), limit: 2) == .limitReached)
        #expect(try await store.insert(token("a"), limit: 2) == .alreadyStored)
        #expect(try await store.insert(token("a", fingerprint: [9]), limit: 2) == .tokenExists)
        #expect(try await store.insert(token("c", merchant: "N"), limit: 2) == .inserted)
        #expect(try await store.delete("M", "a", at: moment))
        #expect(try await store.insert(token("c"), limit: 2) == .inserted)
    }

    @Test("an update is of whoever knew the newest version", arguments: StoreKind.all)
    func update(_ kind: StoreKind) async throws {
        let store = try await kind.store()
        _ = try await store.insert(token("t"))
        #expect(try await store.update("M", FaceRecord(token: "t", version: 2, face: [7])))
        #expect(try await !store.update("M", FaceRecord(token: "t", version: 2, face: [8])))
        #expect(try await !store.update("M", FaceRecord(token: "t", version: 4, face: [8])))
        #expect(try await !store.update("N", FaceRecord(token: "t", version: 3, face: [8])))
        #expect(try await store.faces("M", ["t"]) == [FaceRecord(token: "t", version: 2, face: [7])])
        _ = try await store.delete("M", "t", at: moment)
        #expect(try await !store.update("M", FaceRecord(token: "t", version: 3, face: [8])))
        #expect(try await !store.update("M", FaceRecord(token: "t", version: 4, face: [8])))
    }

    @Test("a token is deleted once, and counts follow", arguments: StoreKind.all)
    func deleted(_ kind: StoreKind) async throws {
        let store = try await kind.store()
        for name in ["a", "b"] { _ = try await store.insert(token(name)) }
        _ = try await store.insert(token("a", merchant: "N"))
        #expect(try await store.tokenCount(of: "M") == 2)
        #expect(try await store.delete("M", "a", at: moment))
        #expect(try await !store.delete("M", "a", at: moment))
        #expect(try await !store.delete("M", "x", at: moment))
        #expect(try await store.tokenCount(of: "M") == 1)
        #expect(try await store.tokenCount(of: "X") == 0)
        #expect(try await store.tokenCount() == 2)
        #expect(try await store.faces("M", ["a"]).isEmpty)
        #expect(try await store.book("M", after: "", limit: 9).map(\.face.token) == ["b"])
    }

    // MARK: Several nodes at once

    @Test("SEC-49 of many who store one card on two nodes, one does, and the others are told its token", arguments: StoreKind.all)
    func sec49OneCard(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        let outcomes = try await atOnce(32, on: nodes) { node, index in
            (index, try await node.insert(token("t-\(index)", fingerprint: [1], isOnlyOne: true)))
        }
        let first = try #require(outcomes.first { $0.1 == .inserted })
        #expect(outcomes.count { $0.1 == .inserted } == 1)
        #expect(outcomes.count { $0.1 == .cardExists(token: "t-\(first.0)") } == 31)
        #expect(try await nodes[1].tokenCount(of: "M") == 1)
    }

    @Test("SEC-49 of many who store under one token on two nodes, one does", arguments: StoreKind.all)
    func sec49OneToken(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        let outcomes = try await atOnce(32, on: nodes) { node, index in
            try await node.insert(token("t", fingerprint: [UInt8(index)]))
        }
        #expect(outcomes.count { $0 == .inserted } == 1)
        #expect(outcomes.count { $0 == .tokenExists } == 31)
        #expect(try await nodes[0].tokenCount(of: "M") == 1)
    }

    @Test("SEC-49 no more than a limit are stored, however many come at once", arguments: StoreKind.all)
    func sec49Limit(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        let outcomes = try await atOnce(32, on: nodes) { node, index in
            try await node.insert(token("t-\(index)", fingerprint: [UInt8(index)]), limit: 5)
        }
        #expect(outcomes.count { $0 == .inserted } == 5)
        #expect(outcomes.count { $0 == .limitReached } == 27)
        #expect(try await nodes[0].tokenCount(of: "M") == 5)
    }

    @Test("of many that are stored at once each has its own answer", arguments: StoreKind.all)
    func together(_ kind: StoreKind) async throws {
        let store = try await kind.store()
        _ = try await store.insert(token("known", fingerprint: [1], isOnlyOne: true))
        let outcomes = try await atOnce(64, on: [store]) { store, index -> InsertOutcome in
            switch index % 4 {
            case 0: try await store.insert(token("known", fingerprint: [1], isOnlyOne: true))
            case 1: try await store.insert(token("again-\(index)", fingerprint: [1], isOnlyOne: true))
            case 2: try await store.insert(token("known", fingerprint: [2, UInt8(index)]))
            default: try await store.insert(token("new-\(index)", fingerprint: [3, UInt8(index)], isOnlyOne: index % 8 == 3))
            }
        }
        #expect(outcomes.count { $0 == .alreadyStored } == 16)
        #expect(outcomes.count { $0 == .cardExists(token: "known") } == 16)
        #expect(outcomes.count { $0 == .tokenExists } == 16)
        #expect(outcomes.count { $0 == .inserted } == 16)
        let stored = try await store.book("M", after: "", limit: 99)
        #expect(stored.count == 17 && stored.allSatisfy { $0.face.face == token($0.face.token).face })
    }

    @Test("SEC-49 of many who change a token on two nodes, one does; of many who delete it, too", arguments: StoreKind.all)
    func sec49Changes(_ kind: StoreKind) async throws {
        let nodes = try await kind.nodes()
        _ = try await nodes[0].insert(token("t"))
        let updates = try await atOnce(16, on: nodes) { node, index in
            try await node.update("M", FaceRecord(token: "t", version: 2, face: [UInt8(index)]))
        }
        #expect(updates.count { $0 } == 1)
        let deletions = try await atOnce(16, on: nodes) { node, _ in try await node.delete("M", "t", at: moment) }
        #expect(deletions.count { $0 } == 1)
        #expect(try await nodes[1].tokenCount(of: "M") == 0)
    }
}
