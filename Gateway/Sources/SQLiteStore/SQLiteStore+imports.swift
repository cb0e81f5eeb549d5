public import TokenVault

extension SQLiteStore {
    public func progress(of id: String) async throws(VaultError) -> ImportRecord? {
        try readers.read { connection throws(VaultError) in
            try connection.first(
                """
                SELECT offset, lines, stored, present, rejected, rejected_bytes, finished FROM imports WHERE id = ?
                """, .text(id)
            ) { row in
                var record = ImportRecord(id: id)
                record.offset = row.integer(0)
                record.lines = row.integer(1)
                record.stored = row.integer(2)
                record.present = row.integer(3)
                record.rejected = row.integer(4)
                record.rejectedBytes = row.integer(5)
                record.isFinished = row.integer(6) == 1
                return record
            }
        }
    }

    public func insert(
        _ records: [TokenRecord], limit: Int?,
        note: @escaping @Sendable ([InsertOutcome]) throws(VaultError) -> ImportRecord
    ) async throws(VaultError) {
        try await writer.write { connection throws(VaultError) in
            var outcomes: [InsertOutcome] = []
            outcomes.reserveCapacity(records.count)
            for record in records { outcomes.append(try insert(record, limit: limit, connection)) }
            let progress = try note(outcomes)
            try connection.run(
                "INSERT OR REPLACE INTO imports VALUES (?, ?, ?, ?, ?, ?, ?, ?)", .text(progress.id), .integer(progress.offset),
                .integer(progress.lines), .integer(progress.stored), .integer(progress.present), .integer(progress.rejected),
                .integer(progress.rejectedBytes), .integer(progress.isFinished ? 1 : 0))
        }
    }
}
