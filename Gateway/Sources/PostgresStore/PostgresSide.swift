internal import CLibPQ
public import TokenVault

/// A database as a side of a copy.
public final class PostgresSide: CopySide {
    private let connector: Connector
    private let writing: BlockingConnection
    private var holding: BlockingConnection?
    /// What this copy made the database say of itself.
    private var own: CopyMark?

    /// - Parameter address: Where a ``PostgresStore``'s tables are, made where there are none.
    public init(_ address: PostgresAddress) throws(VaultError) {
        connector = Connector(text: address.text)
        try Schema.migrate(connector)
        writing = try BlockingConnection(connector, transacting: true)
    }

    public func rows(of table: StoredTable) throws(VaultError) -> () throws(VaultError) -> [StoredRow] {
        let reading = try BlockingConnection(connector)
        let columns = table.columns
        let keys = columns.prefix(table.keyCount).map(\.name).joined(separator: ", ")
        // A cursor holds the state of the database that it began with, and the server the rows that are not asked for yet.
        try reading.run("BEGIN")
        try reading.run("DECLARE rows NO SCROLL CURSOR FOR SELECT * FROM (\(table.selection)) AS stored ORDER BY \(keys)")
        return { () throws(VaultError) in
            try reading.run("FETCH 1000 FROM rows").map { row in
                columns.indices.map { row.stored(Int32($0), columns[$0].kind) }
            }
        }
    }

    public func count(of table: StoredTable) throws(VaultError) -> Int {
        try writing.run("SELECT count(*) FROM (\(table.selection)) AS stored").first?.integer(0) ?? 0
    }

    public func change(_ table: StoredTable, put: [StoredRow], remove: [StoredRow]) throws(VaultError) {
        try transaction { () throws(VaultError) in
            if !remove.isEmpty { try writing.run(table.removal(remove)) }
            if !put.isEmpty { try writing.run(table.insertion(put)) }
        }
    }

    public func derive() throws(VaultError) {
        let sessions = try rows(of: .sessions)
        try transaction { () throws(VaultError) in
            for sql in Self.derivations { try writing.run(sql) }
            while case let rows = try sessions(), !rows.isEmpty {
                try writing.run(StoredTable.names(of: rows))
            }
        }
    }

    private static let derivations = [
        "DELETE FROM token_counts",
        "INSERT INTO token_counts SELECT merchant, count(*) FROM tokens WHERE deleted IS NULL GROUP BY merchant",
        "DELETE FROM exchange_key_counts",
        "INSERT INTO exchange_key_counts SELECT owner, count(*) FILTER (WHERE retires IS NULL) FROM exchange_keys GROUP BY owner",
        "DELETE FROM cards",
        """
        INSERT INTO cards (bucket, merchant, fingerprint, token)
        SELECT card_bucket, merchant, fingerprint, token FROM tokens WHERE card_bucket IS NOT NULL AND deleted IS NULL
        """,
        "DELETE FROM session_names",
    ]

    public func holdWrites() throws(VaultError) {
        let connection = try BlockingConnection(connector, transacting: true)
        try connection.run("BEGIN")
        // Reads go on; whoever writes waits.
        let tables = try connection.run(
            "SELECT tablename::text FROM pg_tables WHERE schemaname = '\(Schema.namespace)' ORDER BY 1")
        try connection.run("LOCK TABLE \(tables.map { $0.text(0) }.joined(separator: ", ")) IN EXCLUSIVE MODE")
        holding = connection
    }

    public func checkHold() throws(VaultError) {
        do throws(VaultError) { try holding?.run("SELECT 1") } catch {
            throw VaultError(.store, "The source could be written to again before the copy was done; start it again")
        }
    }

    public func releaseWrites() { holding = nil }

    public func mark() throws(VaultError) -> CopyMark? {
        CopyMark(try writing.run(Statement.copyMark.rawValue).first?.text(0))
    }

    public func set(_ mark: CopyMark, from former: CopyMark?) throws(VaultError) {
        let changed =
            if let former {
                try writing.run(
                    "UPDATE meta SET value = $1::text WHERE name = 'copy' AND value = $2::text RETURNING 1",
                    [.text(mark.text), .text(former.text)])
            } else {
                try writing.run(
                    "INSERT INTO meta (name, value) VALUES ('copy', $1::text) ON CONFLICT DO NOTHING RETURNING 1",
                    [.text(mark.text)])
            }
        guard changed.count == 1 else { throw CopyMark.overtaken }
        own = mark
    }

    private func transaction(_ body: () throws(VaultError) -> Void) throws(VaultError) {
        try writing.run("BEGIN")
        do throws(VaultError) {
            let mark = try writing.run(
                "SELECT 1 FROM meta WHERE name = 'copy' AND value = $1::text FOR SHARE", [.text(own?.text)])
            guard mark.count == 1 else { throw CopyMark.overtaken }
            try body()
            try writing.run("COMMIT")
        } catch {
            _ = try? writing.run("ROLLBACK")
            throw error
        }
    }
}

/// A connection whose caller waits for each answer.
private final class BlockingConnection {
    private let connection: OpaquePointer

    /// - Parameter transacting: Whether it locks what others wait for: a process that is stopped amid that keeps them no longer than this.
    init(_ connector: Connector, transacting: Bool = false) throws(VaultError) {
        connection = try connector.connect()
        try run("SET search_path TO \(Schema.namespace)")
        try run("SET lock_timeout = '5s'")
        if transacting { try run("SET idle_in_transaction_session_timeout = '30s'") }
    }

    deinit { PQfinish(connection) }

    @discardableResult
    func run(_ sql: String, _ parameters: [Parameter] = []) throws(VaultError) -> Rows {
        let result = parameters.encoded { count, values, lengths, formats in
            PQexecParams(connection, sql, count, nil, values, lengths, formats, 1)
        }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
            guard let result else { break }
            return Rows(result)
        default: break
        }
        defer { PQclear(result) }
        throw Connector.failure(result)
    }

    func run(_ statement: (sql: String, parameters: [Parameter])) throws(VaultError) {
        try run(statement.sql, statement.parameters)
    }
}
