import Foundation
@_spi(OpenPGW) import PGWTesting
import StoreTesting
import Testing
import TokenVault
import WireTesting

@testable import PostgresStore

/// What is PostgreSQL's own. What every store promises is in StoreTests.
@Suite("PostgreSQL store")
struct PostgresStoreTests {
    private let moment = Date(timeIntervalSince1970: 1_800_000_000)

    private func token(_ name: String, face: [UInt8] = [1]) -> TokenRecord {
        TokenRecord(
            merchant: "M", token: name, version: 1, face: face, account: [2], fingerprint: Array(name.utf8), isOnlyOne: true,
            created: moment)
    }

    private func session(_ byte: UInt8, _ invoice: String) -> SessionRecord {
        SessionRecord(
            id: [UInt8](repeating: byte, count: 16), merchant: "M", invoice: invoice, idempotencyID: invoice,
            claimsDigest: [byte],
            tokens: [], state: .open, expires: moment + 60, request: [1], tokenKey: 1, tokenNonce: [1])
    }

    @Test("SEC-48 a commit whose answer was lost is looked up, and answered with what happened, once")
    func sec48Lost() async throws {
        let server = try PostgresServer.shared.get()
        let database = try await server.database()
        let proxy = try CuttingProxy(to: try #require(Int(server.port)))
        defer { proxy.end() }
        let store = try PostgresStore(PostgresAddress(PostgresServer.address(database, by: proxy.port)), patience: .seconds(60))
        func lost<T>(_ body: () async throws -> T) async throws -> T {
            // All connections are there, and the answer that is kept is that of the write.
            try await store.check()
            _ = try await store.update("M", FaceRecord(token: "none", version: 2, face: [0]))
            proxy.cut()
            let result = try await body()
            #expect(proxy.hasCut)
            return result
        }
        #expect(try await lost { try await store.insert(token("t")) } == .inserted)
        #expect(try await store.tokenCount() == 1)
        #expect(try await lost { try await store.insert(token("t")) } == .inserted)
        #expect(try await lost { try await store.insert(token("t", face: [9])) } == .alreadyStored)
        #expect(try await lost { try await store.update("M", FaceRecord(token: "t", version: 2, face: [3])) })
        #expect(try await lost { try await !store.update("M", FaceRecord(token: "t", version: 2, face: [4])) })
        #expect(try await lost { try await store.begin(session(1, "I"), droppingUnknown: false, now: moment) } == .opened)
        #expect(
            try await lost { try await store.begin(session(2, "I"), droppingUnknown: false, now: moment) }
                == .retried(session(1, "I")))
        #expect(try await store.sessionCount() == 1)
        #expect(try await lost { try await store.delete("M", "t", at: moment) })
        #expect(try await lost { try await !store.delete("M", "x", at: moment) })
        #expect(try await store.tokenCount() == 0)
        let key = KeyRecord(id: 0, purpose: .face, wrapped: [7, 7], created: moment, seals: 0)
        let id = try await lost { try await store.insert(key) }
        #expect(try await store.keys().map(\.id) == [id])
        #expect(try await lost { try await store.reserveSeals(key: id, count: 10) } >= 10)
        let merchant = MerchantRecord(id: "M", version: 1, profile: [1], secrets: [2])
        #expect(try await lost { try await store.insert(merchant) })
        let other = MerchantRecord(id: "M", version: 1, profile: [1], secrets: [3])
        #expect(try await lost { try await !store.insert(other) })
        for name in ["a", "b"] {
            let exchange = ExchangeKeyRecord(owner: "M", id: name, key: [1], created: moment, retires: nil)
            #expect(try await lost { try await store.insert(exchange, limit: 2) })
        }
        #expect(try await lost { try await store.retire("M", "a", at: moment) })
        #expect(try await lost { try await !store.retire("M", "b", at: moment) })
        #expect(try await lost { try await store.removeExchangeKey("M", "a") })
        #expect(try await store.exchangeKeys(of: "M").map(\.id) == ["b"])
    }

    @Test("SEC-44 a server that is gone is an error for every caller, and all is well again when it is back, without a restart")
    func sec44Gone() async throws {
        let server = try PostgresServer()
        let store = try PostgresStore(PostgresAddress(try await server.database()))
        // A machine that is busy with other tests takes its time for a first connection.
        try await eventually { (try? await store.insert(token("before"))) != nil }
        server.crash()
        for _ in 0..<3 {
            await #expect { _ = try await store.insert(token("meanwhile")) } throws: { ($0 as? VaultError)?.kind == .store }
            await #expect { _ = try await store.faces("M", ["before"]) } throws: { ($0 as? VaultError)?.kind == .store }
            await #expect(throws: VaultError.self) { try await store.check() }
        }
        server.release()
        try await eventually { (try? await store.check()) != nil }
        // Each connection comes back by itself.
        try await eventually { (try? await store.faces("M", ["before"]).count) == 1 }
        try await eventually { (try? await store.insert(token("after"))) != nil }
        #expect(try await store.faces("M", ["after"]).count == 1)
    }

    @Test("SEC-44 a server that says nothing keeps nobody waiting, and what it did after all is found")
    func sec44Silent() async throws {
        let server = try PostgresServer()
        let store = try PostgresStore(PostgresAddress(try await server.database()))
        // A machine that is busy with other tests takes its time for a first connection.
        try await eventually { (try? await store.insert(token("before"))) != nil }
        server.pause(true)
        let outcomes = await withTaskGroup { group in
            for index in 0..<20 {
                group.addTask {
                    do throws(VaultError) {
                        _ =
                            try await index % 2 == 0
                            ? store.insert(token("t-\(index)")) == .inserted : store.faces("M", ["before"]).isEmpty
                        return VaultError.Kind?.none
                    } catch {
                        return error.kind
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes == Array(repeating: .store, count: 20))
        server.pause(false)
        try await eventually { (try? await store.check()) != nil }
        // Whether those were stored is not known; asked again, each is there once.
        for index in stride(from: 0, to: 20, by: 2) {
            try await eventually { (try? await store.insert(token("t-\(index)"))) != nil }
        }
        #expect(try await store.tokenCount() == 11)
    }

    @Test("a merchant whose rows somebody holds keeps nobody else waiting, and no connection")
    func held() async throws {
        let database = try await PostgresServer.shared.get().database()
        let store = try PostgresStore(try PostgresAddress(database), patience: .seconds(8))
        #expect(try await store.insert(token("before")) == .inserted)
        // As a process does that is stopped amid an import.
        let place = try temporaryFolder()
        let holder = try ChildProcess(
            "/usr/bin/psql",
            [
                database, "-At", "-c",
                "BEGIN; UPDATE openpgw.token_counts SET live = live WHERE merchant = 'M' RETURNING 'held'; SELECT pg_sleep(600)",
            ], output: place + "/out", errors: place + "/errors")
        func backends(_ condition: String) throws -> String {
            let name = try #require(database.split(separator: "/").last)
            return try Connector(text: database + "?application_name=administrator").once(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = '\(name)' AND \(condition)")[0][0]
        }
        try await eventually { try backends("query LIKE 'BEGIN%' AND wait_event = 'PgSleep'") == "1" }
        try await store.check()
        let here = "application_name = 'openpgw'"
        let before = try backends(here)
        let stuck = Task { try await store.insert(token("stuck")) }
        async let other = store.insert(
            TokenRecord(
                merchant: "other", token: "t", version: 1, face: [1], account: [2], fingerprint: [3], isOnlyOne: true,
                created: moment))
        async let minted = store.begin(session(1, "I"), droppingUnknown: false, now: moment)
        await #expect { _ = try await stuck.value } throws: { "\($0)".contains("another program has locked") }
        let outcomes = try await (other, minted)
        #expect(outcomes.0 == .inserted && outcomes.1 == .opened)
        try await store.check()
        #expect(try backends(here) == before)
        holder.signal(SIGKILL)
        _ = await holder.ended()
        // psql is gone; the server ends what it slept in once it notices.
        _ = try Connector(text: database).once(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"
        )
        try await eventually { (try? await store.insert(token("stuck"))) == .inserted }
    }

    @Test("SEC-44 a server that takes no writes any more is left, to find the one that does")
    func sec44ReadOnly() async throws {
        let server = try PostgresServer()
        let database = try await server.database()
        let store = try PostgresStore(try PostgresAddress(database), patience: .seconds(60))
        try await store.check()
        let administrator = Connector(
            text: database + "?application_name=administrator&options=-cdefault_transaction_read_only%3Doff")
        func connections() throws -> Set<String> {
            let list = try administrator.once("SELECT pid FROM pg_stat_activity WHERE application_name = 'openpgw'")
            return Set(list.map { $0[0] })
        }
        let before = try connections()
        func set(_ change: String) throws {
            try administrator.once("ALTER SYSTEM \(change)")
            try administrator.once("SELECT pg_reload_conf()")
        }
        try set("SET default_transaction_read_only = on")
        try await eventually {
            do { try await store.check() } catch { return "\(error)".contains("takes no writes") }
            return false
        }
        try await eventually { try !connections().isSuperset(of: before) }
        try set("RESET default_transaction_read_only")
        try await eventually { (try? await store.check()) != nil }
    }

    @Test("SEC-44 a primary that has lost its standby, as one does that was replaced, is not read from")
    func sec44Replaced() async throws {
        let server = try PostgresServer()
        let database = try await server.database()
        let store = try PostgresStore(try PostgresAddress(database))
        try await eventually { (try? await store.insert(token("before"))) != nil }
        let administrator = Connector(text: database + "?application_name=administrator&options=-csynchronous_commit%3Doff")
        func set(_ change: String) throws {
            try administrator.once("ALTER SYSTEM \(change)")
            try administrator.once("SELECT pg_reload_conf()")
        }
        try set("SET synchronous_standby_names = 'gone'")
        func isRefused() async -> Bool {
            do throws(VaultError) { return try await store.faces("M", ["before"]).isEmpty } catch { return error.kind == .store }
        }
        // Once the proof that it gave before is too old; then also over connections that are new.
        try await eventually { await isRefused() }
        for _ in 0..<3 { #expect(await isRefused()) }
        #expect(try administrator.once("SELECT token FROM openpgw.tokens") == [["before"]])
        try set("RESET synchronous_standby_names")
        try await eventually { (try? await store.faces("M", ["before"]).count) == 1 }
    }

    @Test("a server of a test ends with it, and leaves nothing, also one that was stopped", arguments: [false, true])
    func serverEnds(_ isStopped: Bool) throws {
        var server: PostgresServer? = try PostgresServer()
        let (folder, pid) = try #require(server.flatMap { server in server.pid.map { (server.folder, $0) } })
        if isStopped { server?.pause(true) }
        server = nil
        #expect(!FileManager.default.fileExists(atPath: folder) && kill(pid, 0) == -1)
    }

    @Test("stores that are let go of at once end nothing else")
    func letGo() async throws {
        let address = try PostgresAddress(try await PostgresServer.shared.get().database())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<2 { group.addTask { for _ in 0..<10 { _ = try PostgresStore(address) } } }
            try await group.waitForAll()
        }
        try await PostgresStore(address, patience: .seconds(60)).check()
    }

    @Test("SEC-05 no error of the store repeats a value")
    func sec05RepeatsNothing() async throws {
        let database = try await PostgresServer.shared.get().database()
        let connector = Connector(text: database)
        let number = "4111111111111111"
        for sql in [
            "SELECT '\(number)x'::bigint", "SELECT \(number)::smallint", "SELECT * FROM \"\(number)\"", "SELECT 1/0 + \(number)",
        ] {
            do {
                try connector.once(sql)
                Issue.record("\(sql) ran")
            } catch {
                #expect(CardNumberLeaks.scan("\(error)", in: "error").isEmpty)
            }
        }
    }

    @Test("a bucket never changes")
    func buckets() {
        #expect(["", "20052010380915759367", "a", "ไทย"].map(Bucket.of) == [197, 71, 237, 121])
        #expect(Set((0..<10_000).map { Bucket.of("\($0)") }).count == 256)
    }
}
