public import TokenVault

extension PostgresStore {
    public func merchant(_ id: String) async throws(VaultError) -> MerchantRecord? {
        try await merchant(id, until: .now + Pipeline.patience)
    }

    private func merchant(_ id: String, until deadline: ContinuousClock.Instant) async throws(VaultError) -> MerchantRecord? {
        try await read(Bound(.merchant, .text(id)), until: deadline).first.map(record)
    }

    public func merchants() async throws(VaultError) -> [MerchantRecord] { try await read(Bound(.merchants)).map(record) }

    public func insert(_ merchant: MerchantRecord) async throws(VaultError) -> Bool { try await write(.insertMerchant, merchant) }

    public func update(_ merchant: MerchantRecord) async throws(VaultError) -> Bool { try await write(.updateMerchant, merchant) }

    private func write(_ statement: Statement, _ merchant: MerchantRecord) async throws(VaultError) -> Bool {
        try await write(
            bound(statement, merchant), order: merchant.id,
            written: { [self] deadline throws(VaultError) in
                try await self.merchant(merchant.id, until: deadline) == merchant ? true : nil
            }
        ) { $0.count == 1 }
    }

    private func bound(_ statement: Statement, _ merchant: MerchantRecord) -> Bound {
        Bound(statement, .text(merchant.id), .integer(merchant.version), .bytes(merchant.profile), .bytes(merchant.secrets))
    }

    private func record(_ row: Row) -> MerchantRecord {
        MerchantRecord(id: row.text(0), version: row.integer(1), profile: row.blob(2), secrets: row.blob(3))
    }
}
