internal import CLibPQ
public import TokenVault

/// A database as a side of a copy.
public final class PostgresSide: CopySide {
    private let connector: Connector
    private let writing: BlockingConnection
    private var holding: BlockingConnection?

    /// - Parameter address: Where a ``PostgresStore``'s tables are, made where there are none.
    public init(_ address: PostgresAddress) throws(VaultError) {
        connector = Connector(text: address.text)
        try Schema.migrate(connector)
        writing = try BlockingConnection(connector)
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
        let connection = try BlockingConnection(connector)
        try connection.run("BEGIN")
        // Reads go on; whoever writes waits.
        let tables = try connection.run(
            "SELECT tablename::text FROM pg_tables WHERE schemaname = '\(Schema.namespace)' ORDER BY 1")
        try connection.run("LOCK TABLE \(tables.map { $0.text(0) }.joined(separator: ", ")) IN EXCLUSIVE MODE")
        holding = connection
    }

    public func releaseWrites() { holding = nil }

    public func mark() throws(VaultError) -> CopyMark? {
        CopyMark(try writing.run("SELECT value FROM meta WHERE name = 'copy'").first?.text(0))
    }

    public func set(_ mark: CopyMark) throws(VaultError) {
        try writing.run(
            "INSERT INTO meta (name, value) VALUES ('copy', $1::text) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [.text(mark.text)])
    }

    private func transaction(_ body: () throws(VaultError) -> Void) throws(VaultError) {
        try writing.run("BEGIN")
        do throws(VaultError) {
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

    init(_ connector: Connector) throws(VaultError) {
        connection = try connector.connect()
        try run("SET search_path TO \(Schema.namespace)")
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

extension StoredTable {
    /// The columns of ``columns``; numbers in 64 bits.
    fileprivate var selection: String {
        if self == .settings {
            return """
                SELECT name, value FROM meta WHERE name = 'profile'
                UNION ALL SELECT 'last_key' COLLATE "C", value::text FROM counters WHERE name = 'key'
                """
        }
        let names = columns.map { column in
            switch (self, column.name) {
            case (.tokens, "only_one"): "(card_bucket IS NOT NULL)::int::bigint AS only_one"
            case (.sessions, "tokens"): "array_to_string(tokens, E'\\n') AS tokens"
            default: column.name
            }
        }
        return "SELECT \(names.joined(separator: ", ")) FROM \(rawValue)"
    }

    /// A column of the table, and what is sent for it.
    private struct Place {
        let name: String
        let kind: Kind
        var isKey = false
        /// What becomes of what was sent.
        var expression: String
        let value: (StoredRow) -> StoredValue
    }

    private var places: [Place] {
        var places = columns.enumerated().map { index, column in
            Place(name: column.name, kind: column.kind, isKey: index < keyCount, expression: column.name) { $0[index] }
        }
        func bucket(_ name: String, isKey: Bool = true, of value: @escaping (StoredRow) -> StoredValue?) {
            places.append(
                Place(name: name, kind: .integer, isKey: isKey, expression: "\(name)::smallint") {
                    value($0).map { .integer(Int(Bucket.of($0.bytes))) } ?? .null
                })
        }
        switch self {
        case .tokens:
            bucket("bucket") { $0[1] }
            bucket("card_bucket", isKey: false) { $0[5] == .integer(1) ? $0[4] : nil }
            places.removeAll { $0.name == "only_one" }
        case .accounts: bucket("bucket") { $0[1] }
        case .sessions:
            bucket("bucket") { $0[0] }
            places[5].expression = "string_to_array(tokens, E'\\n')"
            places.append(
                Place(name: "token_buckets", kind: .text, expression: "token_buckets::smallint[]") { row in
                    let buckets = row[5].bytes.split(separator: UInt8(ascii: "\n")).map { "\(Bucket.of($0))" }
                    return .text(Array("{\(buckets.joined(separator: ","))}".utf8))
                })
        default: break
        }
        return places
    }

    fileprivate func insertion(_ rows: [StoredRow]) -> (sql: String, parameters: [Parameter]) {
        let places = places
        let sent = Self.sent(places, rows)
        if self == .settings {
            return (
                """
                WITH sent AS (SELECT * FROM \(sent.rows)), profile AS (
                    INSERT INTO meta (name, value) SELECT name, value FROM sent WHERE name = 'profile'
                    ON CONFLICT (name) DO UPDATE SET value = excluded.value
                )
                INSERT INTO counters (name, value) SELECT 'key', value::bigint FROM sent WHERE name = 'last_key'
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, sent.parameters
            )
        }
        func list(_ places: [Place], _ text: (Place) -> String) -> String { places.map(text).joined(separator: ", ") }
        return (
            """
            INSERT INTO \(rawValue) (\(list(places) { $0.name })) SELECT \(list(places) { $0.expression }) FROM \(sent.rows)
            ON CONFLICT (\(list(places.filter(\.isKey)) { $0.name }))
            DO UPDATE SET \(list(places.filter { !$0.isKey }) { "\($0.name) = excluded.\($0.name)" })
            """, sent.parameters
        )
    }

    /// - Parameter keys: Rows of which the keys are enough.
    fileprivate func removal(_ keys: [StoredRow]) -> (sql: String, parameters: [Parameter]) {
        let places = places.filter(\.isKey)
        let sent = Self.sent(places, keys)
        let conditions = places.map { "place.\($0.name) = sent.\($0.name)" }.joined(separator: " AND ")
        return (
            "DELETE FROM \(self == .settings ? "meta" : rawValue) AS place USING \(sent.rows) WHERE \(conditions)",
            sent.parameters
        )
    }

    /// Rows as arrays, one a column.
    private static func sent(_ places: [Place], _ rows: [StoredRow]) -> (rows: String, parameters: [Parameter]) {
        let arrays = places.enumerated().map { "$\($0 + 1)::\($1.kind.type)[]" }.joined(separator: ", ")
        let names = places.map(\.name).joined(separator: ", ")
        return (
            "unnest(\(arrays)) AS sent (\(names))",
            places.map { place in .items(place.kind.item, rows.map { place.value($0).item }) }
        )
    }

    /// What each session is called (``Schema``).
    fileprivate static func names(of sessions: [StoredRow]) -> (sql: String, parameters: [Parameter]) {
        let rows = sessions.flatMap { row in
            [(1, row[2]), (2, row[3])].compactMap { kind, name -> StoredRow? in
                if name == .null { return nil }
                let buckets = [name, row[0]].map { StoredValue.integer(Int(Bucket.of($0.bytes))) }
                return [buckets[0], row[1], .integer(kind), name, buckets[1], row[0], row[6], row[7]]
            }
        }
        let columns: [(String, Kind)] = [
            ("bucket", .integer), ("merchant", .text), ("kind", .integer), ("name", .text), ("session_bucket", .integer),
            ("session", .bytes), ("state", .integer), ("expires", .integer),
        ]
        let places = columns.enumerated().map { index, column in
            Place(name: column.0, kind: column.1, expression: column.0) { $0[index] }
        }
        let sent = sent(places, rows)
        let names = places.map(\.name).joined(separator: ", ")
        return ("INSERT INTO session_names (\(names)) SELECT \(names) FROM \(sent.rows)", sent.parameters)
    }
}

extension StoredTable.Kind {
    fileprivate var item: Parameter.ItemKind {
        switch self {
        case .text: .text
        case .bytes: .bytes
        case .integer: .integer
        }
    }

    fileprivate var type: String {
        switch self {
        case .text: "text"
        case .bytes: "bytea"
        case .integer: "bigint"
        }
    }
}

extension StoredValue {
    fileprivate var bytes: [UInt8] {
        switch self {
        case .text(let bytes), .bytes(let bytes): bytes
        case .integer, .null: []
        }
    }

    fileprivate var item: [UInt8]? {
        switch self {
        case .text(let bytes), .bytes(let bytes): bytes
        case .integer(let number): bigEndian(Int64(number))
        case .null: nil
        }
    }
}

extension Row {
    fileprivate func stored(_ column: Int32, _ kind: StoredTable.Kind) -> StoredValue {
        if isNull(column) { return .null }
        return switch kind {
        case .text: .text(blob(column))
        case .bytes: .bytes(blob(column))
        case .integer: .integer(integer(column))
        }
    }
}
