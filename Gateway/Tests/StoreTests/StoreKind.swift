import Foundation
import PGWTesting
import PostgresStore
import SQLiteStore
import StoreTesting
import Testing
import TokenVault

/// A kind of store. Each keeps the contract that is written in this folder: a test of it takes every kind as its argument.
struct StoreKind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// A place that is new and empty.
    let place: @Sendable () async throws -> StorePlace

    static let all = [
        StoreKind(testDescription: "SQLite") {
            let path = try temporaryFolder() + "/openpgw.db"
            return StorePlace(open: { try SQLiteStore(path: path) }, side: { try SQLiteSide(path: path) })
        },
        StoreKind(testDescription: "PostgreSQL") {
            let address = try PostgresAddress(try await PostgresServer.shared.get().database())
            return StorePlace(
                open: { try PostgresStore(address, patience: .seconds(60)) }, side: { try PostgresSide(address) })
        },
    ]

    /// A store on a place of its own.
    func store() async throws -> any Store { try await place().open() }

    /// Two nodes on one place.
    func nodes() async throws -> [any Store] {
        let place = try await place()
        return [try await place.open(), try await place.open()]
    }
}

/// Where records lie. Each node that opens it is a store, and all of them see the same.
struct StorePlace: Sendable {
    let open: @Sendable () async throws -> any Store
    /// Its records as they are, for copies.
    let side: @Sendable () throws -> any CopySide
}

/// Does the same many times at once, on the nodes in turn.
func atOnce<T: Sendable>(
    _ count: Int, on nodes: [any Store], _ body: @escaping @Sendable (any Store, Int) async throws -> T
) async throws -> [T] {
    try await withThrowingTaskGroup(of: T.self) { group in
        for index in 0..<count {
            let node = nodes[index % nodes.count]
            group.addTask { try await body(node, index) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
    }
}

/// A moment as stores keep it: to the millisecond.
let moment = Date(timeIntervalSince1970: 1_800_000_000.123)

func token(
    _ token: String, merchant: String = "M", face: [UInt8]? = nil, account: [UInt8] = [2], fingerprint: [UInt8] = [1],
    isOnlyOne: Bool = false
) -> TokenRecord {
    TokenRecord(
        merchant: merchant, token: token, version: 1, face: face ?? Array(token.utf8), account: account, fingerprint: fingerprint,
        isOnlyOne: isOnlyOne, created: moment)
}

func session(
    _ byte: UInt8, invoice: String, merchant: String = "M", idempotency: String? = nil, tokens: [String] = ["a", "b"],
    expires: Date = moment + 1800, state: SessionRecord.State = .open
) -> SessionRecord {
    SessionRecord(
        id: [UInt8](repeating: byte, count: 16), merchant: merchant, invoice: invoice, idempotencyID: idempotency,
        claimsDigest: [byte, 0], tokens: tokens, state: state, expires: expires, request: [3, 0, 255], tokenKey: 4,
        tokenNonce: [5])
}

func payment(
    of session: SessionRecord, state: Int = 1, version: Int = 1, due: Date? = moment + 60, details: [UInt8] = [6, 0]
) -> PaymentRecord {
    PaymentRecord(
        session: session.id, merchant: session.merchant, state: state, version: version, digest: [7, 0], due: due,
        details: details,
        account: [8, 255], created: moment)
}
