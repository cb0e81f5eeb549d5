internal import TokenVault

// The tables of a copy as this store has them.

extension StoredTable {
    /// The columns of ``columns``; numbers in 64 bits.
    var selection: String {
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
        case .paymentNames: bucket("bucket") { $0[1] }
        case .payments, .notifications, .plans: bucket("bucket") { $0[0] }
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

    func insertion(_ rows: [StoredRow]) -> (sql: String, parameters: [Parameter]) {
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
    func removal(_ keys: [StoredRow]) -> (sql: String, parameters: [Parameter]) {
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
    static func names(of sessions: [StoredRow]) -> (sql: String, parameters: [Parameter]) {
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
    func stored(_ column: Int32, _ kind: StoredTable.Kind) -> StoredValue {
        if isNull(column) { return .null }
        return switch kind {
        case .text: .text(blob(column))
        case .bytes: .bytes(blob(column))
        case .integer: .integer(integer(column))
        }
    }
}
