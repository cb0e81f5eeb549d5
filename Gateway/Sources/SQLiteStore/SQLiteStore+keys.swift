internal import Foundation
public import TokenVault

extension SQLiteStore {
    public func keys() async throws(VaultError) -> [KeyRecord] {
        try readers.read { connection throws(VaultError) in
            try connection.rows("SELECT id, purpose, wrapped, created, seals FROM keys ORDER BY id", read: KeyRecord.init(_:))
                .compactMap(\.self)
        }
    }

    public func insert(_ key: KeyRecord) async throws(VaultError) -> UInt32 {
        try await writer.write { connection throws(VaultError) in
            // Ids only ascend, even after the newest key is gone: a box must never find another key under its id.
            let id =
                try connection.first(
                    """
                    INSERT INTO meta VALUES ('last_key', 1)
                    ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING CAST(value AS INTEGER)
                    """
                ) { $0.integer(0) } ?? 1
            try connection.run(
                "INSERT INTO keys VALUES (?, ?, ?, ?, ?)", .integer(id), .text(key.purpose.rawValue), .blob(key.wrapped),
                Value(key.created), .integer(key.seals))
            return UInt32(clamping: id)
        }
    }

    public func reserveSeals(key: UInt32, count: Int) async throws(VaultError) -> Int {
        try await writer.write { connection throws(VaultError) in
            let total = try connection.first(
                "UPDATE keys SET seals = seals + ? WHERE id = ? RETURNING seals", .integer(count), .integer(Int(key))
            ) { $0.integer(0) }
            guard let total else { throw VaultError(.broken, "A key is gone from the store") }
            return total
        }
    }
}
