import Foundation
import PostgresStore
import SQLiteStore
public import TokenVault

/// The store of a test that takes any: a file in the test's folder, or with `OPENPGW_TEST_STORE=postgresql` a database of its own on a
/// server.
public enum TestStore {
    public static func open(in folder: String) async throws -> any Store {
        guard ProcessInfo.processInfo.environment["OPENPGW_TEST_STORE"] == "postgresql" else {
            return try SQLiteStore(path: folder + "/openpgw.db")
        }
        let address = try PostgresAddress(try await PostgresServer.shared.get().database())
        // A machine that is busy with other tests is not a server that is gone.
        return try PostgresStore(address, patience: .seconds(60))
    }
}
