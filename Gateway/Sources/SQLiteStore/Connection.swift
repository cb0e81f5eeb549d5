internal import CSQLite3
internal import TokenVault

/// One connection to the file, with its statements kept prepared.
///
/// @unchecked Sendable: a connection is used by one thread at a time. The pool lends a reader to one caller, and the
/// writer's belongs to its queue; SQLite is told so (`NOMUTEX`) and takes no lock of its own.
final class Connection: @unchecked Sendable {
    private let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    /// Once a process, before the first connection.
    private static let configured: Void = { _ = openpgw_sqlite_without_memory_count() }()

    /// - Throws: ``VaultError`` of kind `.store`, in SQLite's words.
    init(path: String) throws(VaultError) {
        Self.configured
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let result = sqlite3_open_v2(path, &handle, flags, nil)
        guard result == SQLITE_OK, let handle else {
            sqlite3_close_v2(handle)
            throw VaultError(.store, "The database \(path) cannot be opened: \(String(cString: sqlite3_errstr(result)))")
        }
        self.handle = handle
        sqlite3_busy_timeout(handle, 5000)
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// Runs a statement that returns no rows.
    ///
    /// - Returns: How many rows it changed.
    @discardableResult
    func run(_ sql: String, _ values: Value...) throws(VaultError) -> Int {
        try each(sql, values) { _ in }
        return Int(sqlite3_changes(handle))
    }

    /// The rows of a query, read one by one.
    func rows<T>(_ sql: String, _ values: Value..., read: (Row) -> T) throws(VaultError) -> [T] {
        var rows: [T] = []
        try each(sql, values) { rows.append(read($0)) }
        return rows
    }

    /// The first row of a query.
    func first<T>(_ sql: String, _ values: Value..., read: (Row) -> T) throws(VaultError) -> T? {
        var first: T?
        try each(sql, values) { row in if first == nil { first = read(row) } }
        return first
    }

    /// Runs statements that are not worth keeping: schema and settings.
    func script(_ sql: String) throws(VaultError) {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error() }
    }

    /// Reads one state of the database, however many queries that takes.
    func reading<T>(_ body: (Connection) throws(VaultError) -> T) throws(VaultError) -> T {
        try run("BEGIN")
        defer { _ = try? run("COMMIT") }
        return try body(self)
    }

    private func each(_ sql: String, _ values: [Value], _ body: (Row) -> Void) throws(VaultError) {
        let statement = try prepared(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() {
            guard value.bind(to: statement, at: Int32(index + 1)) == SQLITE_OK else { throw error() }
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: body(Row(statement: statement))
            case SQLITE_DONE: return
            default: throw error()
            }
        }
    }

    private func prepared(_ sql: String) throws(VaultError) -> OpaquePointer {
        if let statement = statements[sql] { return statement }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK,
            let statement
        else { throw error() }
        statements[sql] = statement
        return statement
    }

    /// SQLite's own message names tables and columns, never values.
    private func error() -> VaultError {
        VaultError(.store, "The store failed: \(String(cString: sqlite3_errmsg(handle)))")
    }
}
