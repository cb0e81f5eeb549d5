internal import Foundation
public import TokenVault

/// A SQLite file as a side of a copy.
public final class SQLiteSide: CopySide {
    private let path: String
    private let writing: Connection
    private var holding: Connection?
    /// What this copy made the file say of itself.
    private var own: CopyMark?

    /// - Parameter path: A file of a ``SQLiteStore``, made where there is none.
    public init(path: String) throws(VaultError) {
        _ = try SQLiteStore(path: path)
        self.path = path
        writing = try SQLiteStore.connect(path)
    }

    public func rows(of table: StoredTable) throws(VaultError) -> () throws(VaultError) -> [StoredRow] {
        // Of its own: a query that stands on a row holds the state of the database that it began with.
        let reading = try SQLiteStore.connect(path)
        let columns = table.columns
        let keys = columns.prefix(table.keyCount).map(\.name).joined(separator: ", ")
        let cursor = try reading.cursor("SELECT * FROM (\(table.selection)) ORDER BY \(keys)")
        return { () throws(VaultError) in
            try cursor.rows(1000) { row in columns.indices.map { row.stored(Int32($0), columns[$0].kind) } }
        }
    }

    public func count(of table: StoredTable) throws(VaultError) -> Int {
        try writing.cursor("SELECT count(*) FROM (\(table.selection))").rows(1) { $0.integer(0) }.first ?? 0
    }

    public func change(_ table: StoredTable, put: [StoredRow], remove: [StoredRow]) throws(VaultError) {
        let places = table.columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let names = table.columns.map { table.name(of: $0) }
        let keys = names.prefix(table.keyCount).enumerated().map { "\($1) = ?\($0 + 1)" }.joined(separator: " AND ")
        try transaction { () throws(VaultError) in
            try writing.run("DELETE FROM \(table.place) WHERE \(keys)", for: remove.map { $0.map(Value.init) })
            try writing.run(
                "INSERT OR REPLACE INTO \(table.place) (\(names.joined(separator: ", "))) VALUES (\(places))",
                for: put.map { $0.map(Value.init) })
        }
    }

    public func derive() throws(VaultError) {
        try transaction { () throws(VaultError) in
            try writing.script(
                """
                DELETE FROM token_counts;
                INSERT INTO token_counts SELECT merchant, count(*) FROM tokens WHERE deleted IS NULL GROUP BY merchant;
                """)
        }
    }

    public func holdWrites() throws(VaultError) {
        let connection = try SQLiteStore.connect(path)
        try connection.script("BEGIN IMMEDIATE")
        holding = connection
    }

    /// Nothing but this process ends it.
    public func checkHold() throws(VaultError) {}

    public func releaseWrites() { holding = nil }

    public func mark() throws(VaultError) -> CopyMark? {
        try writing.copyMark()
    }

    public func set(_ mark: CopyMark, from former: CopyMark?) throws(VaultError) {
        try writing.transaction { () throws(VaultError) in
            guard try writing.copyMark() == former else { throw CopyMark.overtaken }
            try writing.run("INSERT OR REPLACE INTO meta VALUES ('copy', ?)", .text(mark.text))
        }
        own = mark
    }

    private func transaction(_ body: () throws(VaultError) -> Void) throws(VaultError) {
        try writing.transaction { () throws(VaultError) in
            guard try writing.copyMark() == own else { throw CopyMark.overtaken }
            try body()
        }
    }
}

extension StoredTable {
    /// Where the rows lie.
    fileprivate var place: String { self == .settings ? "meta" : rawValue }

    fileprivate func name(of column: Column) -> String {
        self == .imports && column.name == "place" ? "offset" : column.name
    }

    /// The columns of ``columns``.
    fileprivate var selection: String {
        let names = columns.map { column in
            switch (self, column.name) {
            case (.imports, "place"): "offset AS place"
            // A deleted token stands for no card.
            case (.tokens, "only_one"): "only_one AND deleted IS NULL AS only_one"
            default: column.name
            }
        }
        let rows = "SELECT \(names.joined(separator: ", ")) FROM \(place)"
        return self == .settings ? rows + " WHERE name IN ('profile', 'last_key')" : rows
    }
}

extension Row {
    fileprivate func stored(_ column: Int32, _ kind: StoredTable.Kind) -> StoredValue {
        if isNull(column) { return .null }
        return switch kind {
        case .text: .text(Array(text(column).utf8))
        case .bytes: .bytes(blob(column))
        case .integer: .integer(integer(column))
        }
    }
}

extension Value {
    fileprivate init(_ value: StoredValue) {
        self =
            switch value {
            case .text(let text): .text(String(decoding: text, as: UTF8.self))
            case .bytes(let bytes): .blob(bytes)
            case .integer(let number): .integer(number)
            case .null: .null
            }
    }
}
