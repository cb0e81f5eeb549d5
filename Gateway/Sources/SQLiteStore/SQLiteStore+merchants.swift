public import TokenVault

extension SQLiteStore {
    public func merchant(_ id: String) async throws(VaultError) -> MerchantRecord? {
        try readers.read { connection throws(VaultError) in
            try connection.first(
                "SELECT id, version, profile, secrets FROM merchants WHERE id = ?", .text(id), read: MerchantRecord.init(_:))
        }
    }

    public func merchants() async throws(VaultError) -> [MerchantRecord] {
        try readers.read { connection throws(VaultError) in
            try connection.rows("SELECT id, version, profile, secrets FROM merchants ORDER BY id", read: MerchantRecord.init(_:))
        }
    }

    public func insert(_ merchant: MerchantRecord) async throws(VaultError) -> Bool {
        try await writer.write { connection throws(VaultError) in
            try connection.run(
                "INSERT OR IGNORE INTO merchants VALUES (?, ?, ?, ?)", .text(merchant.id), .integer(merchant.version),
                .blob(merchant.profile), .blob(merchant.secrets)) == 1
        }
    }

    public func update(_ merchant: MerchantRecord) async throws(VaultError) -> Bool {
        try await writer.write { connection throws(VaultError) in
            try connection.run(
                "UPDATE merchants SET version = ?, profile = ?, secrets = ? WHERE id = ? AND version = ?",
                .integer(merchant.version), .blob(merchant.profile), .blob(merchant.secrets), .text(merchant.id),
                .integer(merchant.version - 1)) == 1
        }
    }
}
