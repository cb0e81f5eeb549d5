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

/// What is SQLite's own. What every store promises is in StoreTests.
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

    @Test("a database of each earlier schema opens, with what was in it", arguments: 1..<Schema.migrations.count)
    func earlier(_ version: Int) async throws {
        let path = try newDatabase()
        // As that version made it and wrote to it: a migration that has shipped is never edited.
        let connection = try Connection(path: path)
        for migration in Schema.migrations.prefix(version) { try connection.script(migration) }
        let id = [UInt8](repeating: 1, count: 16)
        try connection.run(
            "INSERT INTO sessions VALUES (?, 'M', 'I', NULL, x'', 'a', 0, 1800000000000, x'03', 4, x'05')", .blob(id))
        try connection.run("INSERT INTO tokens VALUES ('M', 'a', 1, x'01', x'02', 0, 0, NULL)")
        if version > 1 { try connection.run("INSERT INTO token_counts VALUES ('M', 1)") }
        try connection.script("PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(version)")

        let store = try SQLiteStore(path: path)
        let session = try #require(try await store.session(id, of: "M"))
        #expect(session.invoice == "I" && session.tokens == ["a"] && session.state == .open)
        #expect(try await store.tokenCount(of: "M") == 1)
        let payment = PaymentRecord(
            session: id, merchant: "M", state: 1, version: 1, digest: [], due: nil, details: [1], account: [],
            created: session.expires)
        #expect(try await store.begin(payment, of: session, now: session.expires - 60) == .begun)
        #expect(try await store.payment(of: id, "M") == payment)
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

    @Test("a key's id is never given again, not even that of a key that is gone")
    func keyIDs() async throws {
        let store = try SQLiteStore(path: try newDatabase())
        let record = KeyRecord(id: 0, purpose: .face, wrapped: [1], created: Date(), seals: 0)
        let first = try await store.insert(record)
        try await store.writer.write { connection throws(VaultError) in _ = try connection.run("DELETE FROM keys") }
        #expect(try await store.insert(record) == first + 1)
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

    @Test("as many batches are under way as there may be")
    func writers() {
        var group = GroupCommit<Int>(batchLimit: 2, writers: 2)
        #expect((1...5).map { group.add($0) } == [true, true, false, false, false])
        let taken = (0..<4).map { _ in group.next() }
        #expect(taken == [[1, 2], [3, 4], [5], nil])
        // The one that still runs takes what comes; another begins beside it.
        #expect((6...8).map { group.add($0) } == [true, false, false])
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
