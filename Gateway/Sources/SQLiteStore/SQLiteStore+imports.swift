public import TokenVault

extension SQLiteStore {
    public func progress(of id: String) async throws(VaultError) -> ImportRecord? {
        try readers.read { connection throws(VaultError) in
            try connection.first(
                """
                SELECT offset, lines, stored, present, rejected, rejected_bytes, finished FROM imports WHERE id = ?
                """, .text(id)
            ) { ImportRecord(id: id, $0) }
        }
    }

    public func insert(
        _ records: [TokenRecord], after progress: ImportRecord, limit: Int?,
        note: @escaping @Sendable ([InsertOutcome]) throws(VaultError) -> ImportRecord
    ) async throws(VaultError) {
        try await writer.write { connection throws(VaultError) in
            let offset = try connection.first("SELECT offset FROM imports WHERE id = ?", .text(progress.id)) { $0.integer(0) }
            guard offset ?? 0 == progress.offset else {
                throw VaultError(.refused, "the same book is being imported by somebody else at this time")
            }
            var outcomes: [InsertOutcome] = []
            outcomes.reserveCapacity(records.count)
            for record in records { outcomes.append(try insert(record, limit: limit, connection)) }
            let next = try note(outcomes)
            try connection.run(
                "INSERT OR REPLACE INTO imports VALUES (?, ?, ?, ?, ?, ?, ?, ?)", .text(next.id), .integer(next.offset),
                .integer(next.lines), .integer(next.stored), .integer(next.present), .integer(next.rejected),
                .integer(next.rejectedBytes), .integer(next.isFinished ? 1 : 0))
        }
    }
}
