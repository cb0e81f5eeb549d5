public import Foundation
public import TokenVault

extension PostgresStore {
    public func insert(_ record: TokenRecord, limit: Int?) async throws(VaultError) -> InsertOutcome {
        try await write(
            .insertion(record, limit: limit), order: record.merchant,
            written: { [self] deadline throws(VaultError) in
                // No two boxes are alike.
                try await found(record.merchant, record.token, deadline)?.face == record.face ? .inserted : nil
            }
        ) { outcome(of: record, $0) }
    }

    private func found(_ merchant: String, _ token: String, _ deadline: ContinuousClock.Instant) async throws(VaultError)
        -> FaceRecord?
    {
        try await read(Bound(.faces, .shorts([Bucket.of(token)]), .texts([token]), .text(merchant)), until: deadline).first.map(
            face)
    }

    func outcome(of record: TokenRecord, _ rows: Rows) -> InsertOutcome {
        guard let row = rows.first else { return .limitReached }
        if let card = row.optionalText(1) { return card == record.token ? .alreadyStored : .cardExists(token: card) }
        if !row.isNull(0) { return row.blob(0) == record.fingerprint ? .alreadyStored : .tokenExists }
        return row.integer(2) == 1 ? .inserted : .limitReached
    }

    public func update(_ merchant: String, _ face: FaceRecord) async throws(VaultError) -> Bool {
        try await write(
            Bound(
                .updateToken, .short(Bucket.of(face.token)), .text(merchant), .text(face.token), .integer(face.version),
                .bytes(face.face)), order: merchant,
            written: { [self] deadline throws(VaultError) in
                try await found(merchant, face.token, deadline) == face ? true : nil
            }
        ) { $0.count == 1 }
    }

    public func delete(_ merchant: String, _ token: String, at date: Date) async throws(VaultError) -> Bool {
        try await write(
            Bound(.deleteToken, .short(Bucket.of(token)), .text(merchant), .text(token), .date(date)), order: merchant,
            written: { [self] deadline throws(VaultError) in
                let row = try await read(
                    Bound(.deletion, .short(Bucket.of(token)), .text(merchant), .text(token), .date(date)), until: deadline)
                return row.count == 1 ? true : nil
            }
        ) { $0.count == 1 }
    }

    public func faces(_ merchant: String, _ tokens: [String]) async throws(VaultError) -> [FaceRecord] {
        if tokens.isEmpty { return [] }
        return try await read(Bound(.faces, .shorts(tokens.map(Bucket.of)), .texts(tokens), .text(merchant))).map(face)
    }

    public func faces(session id: [UInt8], of merchant: String) async throws(VaultError) -> [FaceRecord]? {
        let rows = try await read(Bound(.sessionFaces, .short(Bucket.of(id)), .bytes(id), .text(merchant)))
        if rows.count == 0 { return nil }
        return rows.map { $0.isNull(0) ? nil : face($0) }.compactMap(\.self)
    }

    public func faces(_ merchant: String, after token: String, limit: Int) async throws(VaultError) -> [FaceRecord] {
        try await read(Bound(.page, .text(merchant), .text(token), .integer(limit))).map(face)
    }

    public func tokenCount(of merchant: String?) async throws(VaultError) -> Int {
        try await read(Bound(.tokenCount, .text(merchant))).first?.integer(0) ?? 0
    }

    public func row(_ merchant: String, _ token: String) async throws(VaultError) -> BookRecord? {
        try await read(Bound(.tokenRow, .short(Bucket.of(token)), .text(merchant), .text(token))).first.map(whole)
    }

    public func book(_ merchant: String, after token: String, limit: Int) async throws(VaultError) -> [BookRecord] {
        try await read(Bound(.book, .text(merchant), .text(token), .integer(limit))).map(whole)
    }

    private func whole(_ row: Row) -> BookRecord {
        BookRecord(face: face(row), account: row.blob(3), created: row.date(4))
    }

    private func face(_ row: Row) -> FaceRecord {
        FaceRecord(token: row.text(0), version: row.integer(1), face: row.blob(2))
    }
}
