import Foundation
import PGWTesting
import Testing
import TokenVault

@testable import SQLiteStore

/// The path of a database in a folder of its own.
func newDatabase() throws -> String { try temporaryFolder() + "/openpgw.db" }

func token(_ token: String, merchant: String = "M", fingerprint: UInt8 = 1, isOnlyOne: Bool = false) -> TokenRecord {
    TokenRecord(
        merchant: merchant, token: token, version: 1, face: Array(token.utf8), account: [2], fingerprint: [fingerprint],
        isOnlyOne: isOnlyOne, created: Date())
}

func session(_ byte: UInt8, invoice: String, idempotency: String? = nil, expires: Date, state: SessionRecord.State = .open)
    -> SessionRecord
{
    SessionRecord(
        id: [UInt8](repeating: byte, count: 16), merchant: "M", invoice: invoice, idempotencyID: idempotency,
        claimsDigest: [byte],
        tokens: ["a", "b"], state: state, expires: expires, request: [3], tokenKey: 4, tokenNonce: [5])
}

/// A store in which merchant M has the tokens of ``session(_:invoice:idempotency:expires:state:)``.
private func storeWithTokens() async throws -> SQLiteStore {
    let store = try SQLiteStore(path: try newDatabase())
    for name in ["a", "b"] { _ = try await store.insert(token(name)) }
    return store
}

extension SQLiteStore {
    fileprivate func begin(_ session: SessionRecord, now: Date) async throws(VaultError) -> SessionOutcome {
        try await begin(session, droppingUnknown: false, now: now)
    }
}

@Suite("SQLite store")
struct SQLiteStoreTests {
    @Test("the file is its owner's alone, and durable")
    func file() async throws {
        let database = try newDatabase()
        let store = try SQLiteStore(path: database)
        #expect(try FileManager.default.attributesOfItem(atPath: database)[.posixPermissions] as? Int == 0o600)
        let settings = try store.readers.read { connection throws(VaultError) in
            (
                try connection.first("PRAGMA journal_mode") { $0.text(0) },
                try connection.first("PRAGMA synchronous") { $0.integer(0) }
            )
        }
        #expect(settings.0 == "wal")
        #expect(settings.1 == 2)
        // The writer's connection, where it matters.
        let writer = try await store.writer.write { connection throws(VaultError) in
            try connection.first("PRAGMA synchronous") { $0.integer(0) }
        }
        #expect(writer == 2)
    }

    @Test("a database of a newer schema, or of another program, is refused in one line")
    func foreign() throws {
        let newer = try newDatabase()
        _ = try SQLiteStore(path: newer)
        try Connection(path: newer).script("PRAGMA user_version = 99")
        #expect { try SQLiteStore(path: newer) } throws: { error in
            "\(error)".contains("schema 99") && !"\(error)".contains("\n")
        }
        let other = try newDatabase()
        try Connection(path: other).script("CREATE TABLE x (y); PRAGMA user_version = 1")
        #expect { try SQLiteStore(path: other) } throws: { "\($0)".contains("another program") }
        let text = try newDatabase()
        try Data("this is no database, and long enough to be none for certain".utf8).write(to: URL(fileURLWithPath: text))
        #expect(throws: VaultError.self) { try SQLiteStore(path: text) }
    }

    @Test("SEC-05 no error of the store repeats a value")
    func sec05RepeatsNothing() async throws {
        let store = try SQLiteStore(path: try newDatabase())
        let number = "4111111111111111"
        for sql in [
            "INSERT INTO keys VALUES (?, NULL, NULL, NULL, NULL)", "INSERT INTO nowhere VALUES (?)", "SELECT abs(?) FROM nowhere",
        ] as [StaticString] {
            do {
                _ = try await store.writer.write { connection throws(VaultError) in try connection.run(sql, .text(number)) }
                Issue.record("\(sql) ran")
            } catch {
                #expect(CardNumberLeaks.scan("\(error)", in: "error").isEmpty)
            }
        }
    }

    @Test("opening a database again keeps what is in it")
    func reopen() async throws {
        let database = try newDatabase()
        #expect(try await SQLiteStore(path: database).insert(token("t")) == .inserted)
        #expect(try await SQLiteStore(path: database).faces("M", ["t"]).count == 1)
    }

    @Test("tokens of a page come in order, after the given one")
    func pages() async throws {
        let store = try SQLiteStore(path: try newDatabase())
        for name in ["c", "a", "b", "d"] { _ = try await store.insert(token(name)) }
        _ = try await store.delete("M", "b", at: Date())
        #expect(try await store.faces("M", after: "", limit: 2).map(\.token) == ["a", "c"])
        #expect(try await store.faces("M", after: "c", limit: 2).map(\.token) == ["d"])
    }

    @Test("a deleted token loses its boxes and its fingerprint")
    func deletedRow() async throws {
        let database = try newDatabase()
        let store = try SQLiteStore(path: database)
        _ = try await store.insert(token("t"))
        #expect(try await store.delete("M", "t", at: Date()))
        #expect(try await !store.delete("M", "t", at: Date()))
        let left = try store.readers.read { connection throws(VaultError) in
            try connection.rows("SELECT length(face) + length(fingerprint) FROM tokens") { $0.integer(0) }
        }
        #expect(left == [0])
        #expect(try await store.tokenCount() == 0)
    }

    @Test("keys count upwards and never reuse an id")
    func keyIDs() async throws {
        let store = try SQLiteStore(path: try newDatabase())
        let record = KeyRecord(id: 0, purpose: .face, wrapped: [1], created: Date(), seals: 0)
        let first = try await store.insert(record)
        let second = try await store.insert(record)
        #expect(second == first + 1)
        try await store.writer.write { connection throws(VaultError) in _ = try connection.run("DELETE FROM keys") }
        #expect(try await store.insert(record) == second + 1)
        #expect(try await store.reserveSeals(key: second + 1, count: 10) == 10)
        #expect(try await store.reserveSeals(key: second + 1, count: 10) == 20)
        await #expect(throws: VaultError.self) { try await store.reserveSeals(key: 999, count: 1) }
    }

    @Test("a merchant is changed by whoever read its newest version")
    func merchants() async throws {
        let store = try SQLiteStore(path: try newDatabase())
        var record = MerchantRecord(id: "M", version: 1, profile: [1], secrets: [2])
        #expect(try await store.insert(record))
        #expect(try await !store.insert(record))
        record.version = 2
        #expect(try await store.update(record))
        #expect(try await !store.update(record))
        #expect(try await store.merchant("M") == record)
    }
}

@Suite("Sessions in the store")
struct SessionStoreTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private var later: Date { now + 1800 }

    @Test("an invoice number has one live session, and its own again once that expired unpaid")
    func invoices() async throws {
        let store = try await storeWithTokens()
        #expect(try await store.begin(session(1, invoice: "I", expires: later), now: now) == .opened)
        #expect(try await store.begin(session(2, invoice: "I", expires: later), now: now) == .invoiceExists)
        #expect(try await store.begin(session(3, invoice: "I", expires: later + 1800), now: later) == .opened)
        #expect(try await store.faces(session: [UInt8](repeating: 1, count: 16), of: "M") == nil)
    }

    @Test("a session with a token the merchant does not have is refused, or opens without it")
    func unknownTokens() async throws {
        let store = try await storeWithTokens()
        var asked = session(1, invoice: "I", expires: later)
        asked.tokens = ["a", "nobodys", "b"]
        #expect(try await store.begin(asked, now: now) == .unknownTokens)
        #expect(try await store.sessionCount() == 0)
        #expect(try await store.begin(asked, droppingUnknown: true, now: now) == .opened)
        #expect(try await store.faces(session: asked.id, of: "M")?.map(\.token) == ["a", "b"])
    }

    @Test("a retry is given the first session also when one of its tokens was deleted since")
    func retryAfterDeletion() async throws {
        let store = try await storeWithTokens()
        let first = session(1, invoice: "I", idempotency: "id", expires: later)
        #expect(try await store.begin(first, now: now) == .opened)
        #expect(try await store.delete("M", "a", at: now))
        #expect(try await store.begin(session(2, invoice: "I", idempotency: "id", expires: later), now: now) == .retried(first))
        #expect(try await store.begin(session(3, invoice: "J", expires: later), now: now) == .unknownTokens)
    }

    @Test("a paid session keeps its invoice number")
    func paid() async throws {
        let store = try await storeWithTokens()
        #expect(try await store.begin(session(1, invoice: "I", expires: later, state: .completed), now: now) == .opened)
        #expect(try await store.begin(session(2, invoice: "I", expires: later), now: later + 1) == .invoiceExists)
        #expect(try await store.sweep(before: later + 1) == 0)
    }

    @Test("a retry is given the first session, whatever its invoice number")
    func retries() async throws {
        let store = try await storeWithTokens()
        let first = session(1, invoice: "I", idempotency: "id", expires: later)
        #expect(try await store.begin(first, now: now) == .opened)
        #expect(try await store.begin(session(2, invoice: "I", idempotency: "id", expires: later), now: now) == .retried(first))
        #expect(try await store.begin(session(3, invoice: "J", idempotency: "id", expires: later), now: now) == .retried(first))
    }

    @Test("expired sessions are swept, live ones stay")
    func sweep() async throws {
        let store = try await storeWithTokens()
        for byte in 0..<10 {
            _ = try await store.begin(session(UInt8(byte), invoice: "\(byte)", expires: now + Double(byte)), now: now - 1)
        }
        #expect(try await store.sweep(before: now + 4) == 5)
        #expect(try await store.sessionCount() == 5)
    }

    @Test("SEC-49 of 32 concurrent openings with one idempotency id, one is first", arguments: [true, false])
    func sec49Concurrent(_ hasIdempotency: Bool) async throws {
        let store = try await storeWithTokens()
        let (now, later) = (now, later)
        let outcomes = try await withThrowingTaskGroup(of: SessionOutcome.self) { group in
            for byte in 0..<32 {
                group.addTask {
                    try await store.begin(
                        session(UInt8(byte), invoice: "I", idempotency: hasIdempotency ? "id" : nil, expires: later), now: now)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .opened } == 1)
        #expect(Set(outcomes.map { "\($0)" }).count == 2)
    }
}

@Suite("Group commit")
struct GroupCommitTests {
    @Test("writes that wait share a batch, the writer is started once, and rests when there are none")
    func batches() {
        var group = GroupCommit<Int>(batchLimit: 3)
        var starts = [group.add(1), group.add(2)]
        var taken = [group.next()]
        for write in 3...6 { starts.append(group.add(write)) }
        for _ in 0..<3 { taken.append(group.next()) }
        starts.append(group.add(7))
        #expect(starts == [true, false, false, false, false, false, true])
        #expect(taken == [[1, 2], [3, 4, 5], [6], nil])
    }

    @Test("what one write throws undoes its own work alone")
    func isolation() async throws {
        let store = try SQLiteStore(path: try newDatabase())
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<100 {
                group.addTask {
                    do throws(VaultError) {
                        try await store.writer.write { connection throws(VaultError) in
                            _ = try connection.run("INSERT INTO meta VALUES (?, 'x')", .text("row-\(number)"))
                            if number % 2 == 1 { throw VaultError(.refused, "odd") }
                        }
                        return true
                    } catch {
                        return false
                    }
                }
            }
            let succeeded = try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            #expect(succeeded == 50)
        }
        let rows = try store.readers.read { connection throws(VaultError) in
            try connection.first("SELECT count(*) FROM meta WHERE name LIKE 'row-%'") { $0.integer(0) }
        }
        #expect(rows == 50)
    }

    @Test("a failing store is an error for every caller, and works again afterwards")
    func failure() async throws {
        let database = try newDatabase()
        let store = try SQLiteStore(path: database)
        try await store.writer.write { connection throws(VaultError) in try connection.script("PRAGMA max_page_count = 30") }
        var failed = 0
        for number in 0..<200 {
            var record = token("t-\(number)")
            record = TokenRecord(
                merchant: "M", token: record.token, version: 1, face: [UInt8](repeating: 1, count: 2000), account: [1],
                fingerprint: [1], isOnlyOne: false, created: Date())
            do throws(VaultError) { _ = try await store.insert(record) } catch {
                #expect(error.kind == .store)
                failed += 1
            }
        }
        #expect(failed > 0)
        try await store.writer.write { connection throws(VaultError) in try connection.script("PRAGMA max_page_count = 100000") }
        #expect(try await store.insert(token("after")) == .inserted)
    }
}
