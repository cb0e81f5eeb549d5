public import TokenVault

extension PostgresStore {
    public func merchant(_ id: String) async throws(VaultError) -> MerchantRecord? {
        try await merchant(id, until: .now + patience)
    }

    private func merchant(_ id: String, until deadline: ContinuousClock.Instant) async throws(VaultError) -> MerchantRecord? {
        try await read(Bound(.merchant, .text(id)), until: deadline).first.map { MerchantRecord($0) }
    }

    public func merchants() async throws(VaultError) -> [MerchantRecord] {
        try await read(Bound(.merchants)).map { MerchantRecord($0) }
    }

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
}
