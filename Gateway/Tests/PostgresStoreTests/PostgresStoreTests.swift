import Foundation
import PGWTesting
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
            // Both connections are there, and the answer that is kept is that of the write.
            try await store.check()
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
        #expect(try await store.insert(token("before")) == .inserted)
        server.crash()
        for _ in 0..<3 {
            await #expect { _ = try await store.insert(token("meanwhile")) } throws: { ($0 as? VaultError)?.kind == .store }
            await #expect { _ = try await store.faces("M", ["before"]) } throws: { ($0 as? VaultError)?.kind == .store }
            await #expect(throws: VaultError.self) { try await store.check() }
        }
        server.release()
        try await eventually { (try? await store.check()) != nil }
        #expect(try await store.faces("M", ["before"]).count == 1)
        #expect(try await store.insert(token("after")) == .inserted)
    }

    @Test("SEC-44 a server that says nothing keeps nobody waiting, and what it did after all is found")
    func sec44Silent() async throws {
        let server = try PostgresServer()
        let store = try PostgresStore(PostgresAddress(try await server.database()))
        #expect(try await store.insert(token("before")) == .inserted)
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
            #expect([.inserted, .alreadyStored].contains(try await store.insert(token("t-\(index)"))))
        }
        #expect(try await store.tokenCount() == 11)
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
