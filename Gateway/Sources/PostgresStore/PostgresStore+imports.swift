public import TokenVault

extension PostgresStore {
    public func progress(of id: String) async throws(VaultError) -> ImportRecord? {
        try await read(Bound(.progress, .text(id))).first.map { ImportRecord(id: id, $0) }
    }

    public func insert(
        _ records: [TokenRecord], after progress: ImportRecord, limit: Int?,
        note: @escaping @Sendable ([InsertOutcome]) throws(VaultError) -> ImportRecord
    ) async throws(VaultError) {
        let noted = Locked<ImportRecord?>(nil)
        try await transaction { [self] () throws(VaultError) in
            guard let last = noted.withLock({ $0 }) else { return false }
            return try await self.progress(of: progress.id) == last
        } _: { connection in
            let offset = try await connection.send([Bound(.holdImport, .text(progress.id))])[0].first?.integer(0)
            guard offset == progress.offset else {
                throw VaultError(.refused, "the same book is being imported by somebody else at this time")
            }
            let rows =
                records.isEmpty ? [] : try await connection.send(records.map { Change.bound([.insertion($0, limit: limit)]) })
            let next = try note(zip(records, rows).map { outcome(of: $0, $1) })
            noted.withLock { $0 = next }
            _ = try await connection.send([
                Bound(
                    .noteImport, .text(next.id), .integer(next.offset), .integer(next.lines), .integer(next.stored),
                    .integer(next.present), .integer(next.rejected), .integer(next.rejectedBytes),
                    .integer(next.isFinished ? 1 : 0))
            ])
        }
    }
}
