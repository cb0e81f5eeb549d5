internal import CSQLite3
internal import TokenVault

/// One connection to the file, with its statements kept prepared.
///
/// @unchecked Sendable: a connection is used by one thread at a time. The pool lends a reader to one caller, and the
/// writer's belongs to its queue; SQLite is told so (`NOMUTEX`) and takes no lock of its own.
final class Connection: @unchecked Sendable {
    let handle: OpaquePointer
    /// By where the program keeps their text: a text is written in one place, and hashing it would cost as much as running it.
    private var statements: [UnsafePointer<UInt8>: OpaquePointer] = [:]

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
    func run(_ sql: StaticString, _ values: Value...) throws(VaultError) -> Int {
        try each(sql, values) { _ in }
        return Int(sqlite3_changes(handle))
    }

    /// The rows of a query, read one by one.
    func rows<T>(_ sql: StaticString, _ values: Value..., read: (Row) -> T) throws(VaultError) -> [T] {
        var rows: [T] = []
        try each(sql, values) { rows.append(read($0)) }
        return rows
    }

    /// The first row of a query.
    ///
    /// What `read` asks of the connection it reads in the same state of the database: a query that stands on a row holds it.
    func first<T>(
        _ sql: StaticString, _ values: Value..., read: (Row) throws(VaultError) -> T
    ) throws(VaultError) -> T? {
        var first: T?
        try each(sql, values) { row throws(VaultError) in if first == nil { first = try read(row) } }
        return first
    }

    /// The first row of a query for each of several texts, bound behind `value`. A text without a row is left out.
    func firsts<T>(
        _ sql: StaticString, _ value: Value, for texts: [String], read: (String, Row) -> T
    ) throws(VaultError) -> [T] {
        let statement = try prepared(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        guard value.bind(to: statement, at: 1) == SQLITE_OK else { throw error() }
        var found: [T] = []
        found.reserveCapacity(texts.count)
        for text in texts {
            // SQLite reads the text in place: it is bound and done with while it is here.
            var bytes = text
            let result = bytes.withUTF8 { utf8 in
                let bound = utf8.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, 2, $0.baseAddress, Int32($0.count), nil)
                }
                guard bound == SQLITE_OK else { return bound }
                let result = sqlite3_step(statement)
                if result == SQLITE_ROW { found.append(read(text, Row(statement: statement))) }
                sqlite3_reset(statement)
                return result
            }
            guard result == SQLITE_ROW || result == SQLITE_DONE else { throw error() }
        }
        return found
    }

    /// What the store says of itself as a copy.
    func copyMark() throws(VaultError) -> CopyMark? {
        try first("SELECT value FROM meta WHERE name = 'copy'") { CopyMark($0.text(0)) } ?? nil
    }

    func profile() throws(VaultError) -> String? {
        try first("SELECT value FROM meta WHERE name = 'profile'") { $0.text(0) }
    }

    /// Changes the database, all or nothing, while nobody else does.
    func transaction(_ body: () throws(VaultError) -> Void) throws(VaultError) {
        try run("BEGIN IMMEDIATE")
        do throws(VaultError) {
            try body()
            try run("COMMIT")
        } catch {
            _ = try? run("ROLLBACK")
            throw error
        }
    }

    /// Runs statements that are not worth keeping: schema and settings.
    func script(_ sql: String) throws(VaultError) {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error() }
    }

    /// Runs a statement that is not worth keeping once for each list of values.
    func run(_ sql: String, for lists: [[Value]]) throws(VaultError) {
        let cursor = try cursor(sql)
        for values in lists { try cursor.run(values) }
    }

    /// A query that is not worth keeping, to be read in parts.
    func cursor(_ sql: String) throws(VaultError) -> Cursor {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw error() }
        return Cursor(connection: self, statement: statement)
    }

    final class Cursor {
        /// Kept as long as its statement.
        private let connection: Connection
        private let statement: OpaquePointer
        private var isAtEnd = false

        fileprivate init(connection: Connection, statement: OpaquePointer) {
            self.connection = connection
            self.statement = statement
        }

        deinit { sqlite3_finalize(statement) }

        /// The rows that are next, so many at most.
        func rows<T>(_ limit: Int, read: (Row) -> T) throws(VaultError) -> [T] {
            var rows: [T] = []
            while !isAtEnd, rows.count < limit {
                switch sqlite3_step(statement) {
                case SQLITE_ROW: rows.append(read(Row(statement: statement)))
                // A step further would begin anew.
                case SQLITE_DONE: isAtEnd = true
                default: throw connection.error()
                }
            }
            return rows
        }

        fileprivate func run(_ values: [Value]) throws(VaultError) {
            for (index, value) in values.enumerated() {
                guard value.bind(to: statement, at: Int32(index + 1)) == SQLITE_OK else { throw connection.error() }
            }
            guard sqlite3_step(statement) == SQLITE_DONE, sqlite3_reset(statement) == SQLITE_OK else { throw connection.error() }
        }
    }

    /// Reads one state of the database, however many queries that takes.
    func reading<T>(_ body: (Connection) throws(VaultError) -> T) throws(VaultError) -> T {
        try run("BEGIN")
        defer { _ = try? run("COMMIT") }
        return try body(self)
    }

    private func each(_ sql: StaticString, _ values: [Value], _ body: (Row) throws(VaultError) -> Void) throws(VaultError) {
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
            case SQLITE_ROW: try body(Row(statement: statement))
            case SQLITE_DONE: return
            default: throw error()
            }
        }
    }

    private func prepared(_ sql: StaticString) throws(VaultError) -> OpaquePointer {
        if let statement = statements[sql.utf8Start] { return statement }
        var statement: OpaquePointer?
        let result = sql.utf8Start.withMemoryRebound(to: CChar.self, capacity: sql.utf8CodeUnitCount) {
            sqlite3_prepare_v3(
                handle, $0, Int32(sql.utf8CodeUnitCount), UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        }
        guard result == SQLITE_OK, let statement else { throw error() }
        statements[sql.utf8Start] = statement
        return statement
    }

    /// SQLite's own message names tables and columns, never values.
    func error() -> VaultError {
        VaultError(.store, "The store failed: \(String(cString: sqlite3_errmsg(handle)))")
    }
}
