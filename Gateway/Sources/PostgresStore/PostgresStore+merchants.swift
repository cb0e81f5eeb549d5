public import TokenVault

extension PostgresStore {
    public func merchant(_ id: String) async throws(VaultError) -> MerchantRecord? {
        try await read(Bound(.merchant, .text(id))).first.map(record)
    }

    public func merchants() async throws(VaultError) -> [MerchantRecord] { try await read(Bound(.merchants)).map(record) }

    public func insert(_ merchant: MerchantRecord) async throws(VaultError) -> Bool {
        try await writer.write(bound(.insertMerchant, merchant), order: merchant.id).count == 1
    }

    public func update(_ merchant: MerchantRecord) async throws(VaultError) -> Bool {
        try await writer.write(bound(.updateMerchant, merchant), order: merchant.id).count == 1
    }

    private func bound(_ statement: Statement, _ merchant: MerchantRecord) -> Bound {
        Bound(statement, .text(merchant.id), .integer(merchant.version), .bytes(merchant.profile), .bytes(merchant.secrets))
    }

    private func record(_ row: Row) -> MerchantRecord {
        MerchantRecord(id: row.text(0), version: row.integer(1), profile: row.blob(2), secrets: row.blob(3))
    }
}
