import Foundation
@_spi(OpenPGW) import PGWTesting
import PostgresStore
import SQLiteStore
public import TokenVault

/// The store of a test that takes any: a file in the test's folder, or with `OPENPGW_TEST_STORE=postgresql` a database of its own on a
/// server.
public struct TestStore: Sendable {
    public let store: any Store
    /// A program that takes SQL as its last argument.
    private let client: [String]

    public init(in folder: String) async throws {
        if ProcessInfo.processInfo.environment["OPENPGW_TEST_STORE"] == "postgresql" {
            let database = try await PostgresServer.shared.get().database()
            // A machine that is busy with other tests is not a server that is gone.
            store = try PostgresStore(try PostgresAddress(database), patience: .seconds(60))
            client = ["psql", database, "-v", "ON_ERROR_STOP=1", "-c", "SET search_path TO openpgw", "-c"]
        } else {
            store = try SQLiteStore(path: folder + "/openpgw.db")
            client = ["sqlite3", folder + "/openpgw.db"]
        }
    }

    /// Changes the records behind the store's back.
    public func change(_ sql: String) async throws {
        let place = try temporaryFolder()
        let process = try ChildProcess("/usr/bin/env", client + [sql], output: place + "/out", errors: place + "/errors")
        guard await process.ended() == .exit(status: 0) else {
            throw ServerFailure(description: try String(contentsOfFile: place + "/errors", encoding: .utf8))
        }
    }
}
