internal import CLibPQ
internal import Foundation
internal import TokenVault

/// Opens connections: to the servers that a connection string names, in their order, to one that takes writes.
struct Connector: Sendable {
    /// As libpq takes them (PostgreSQL's documentation, §34.1): `postgresql://user@first,second/database?target_session_attrs=read-write`.
    let text: String
    /// How long a statement waits for what another program or node has locked. Longer than a flush to disk takes, and shorter than a
    /// caller waits: what is held then costs the call that needs it, and not its connection.
    var lockTimeout = Duration.milliseconds(850)
    /// Seconds for each server.
    static let timeout = 2

    /// Waits for the server: not for a thread that others wait for.
    ///
    /// - Throws: ``VaultError`` of kind `.refused` for what waiting does not mend, `.store` for a server that is not there.
    func connect() throws(VaultError) -> OpaquePointer {
        // What stands behind the text counts more than it, and what stands before it less.
        let defaults = [
            ("connect_timeout", "\(Self.timeout)"), ("application_name", "openpgw"),
            // A server that is gone without a word is found out by the kernel, too.
            ("keepalives_idle", "10"), ("tcp_user_timeout", "10000"),
            ("dbname", text), ("client_encoding", "UTF8"),
        ]
        let names = defaults.map { strdup($0.0) }
        let values = defaults.map { strdup($0.1) }
        defer { for text in names + values { free(text) } }
        let connection = PQconnectdbParams(
            names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
        guard let connection else { throw VaultError(.store, "There is no memory for a connection to the store") }
        guard PQstatus(connection) == CONNECTION_OK else {
            defer { PQfinish(connection) }
            throw Self.reason(connection)
        }
        // What the server has to say beside its answers is for nobody's standard error.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        return connection
    }

    /// With the statements, and in pipeline mode.
    ///
    /// - Parameter isReading: With those alone that read: preparing one that writes waits where tables are locked for reading.
    func pipelined(isReading: Bool) throws(VaultError) -> OpaquePointer {
        let connection = try connect()
        do throws(VaultError) {
            try Self.run("SET search_path TO \(Schema.namespace)", on: connection)
            // A process that is stopped amid a transaction keeps others from its rows no longer than this.
            try Self.run("SET idle_in_transaction_session_timeout = '10s'", on: connection)
            // Preparing waits for nobody who has locked a whole table: the connection is tried again.
            try Self.run("SET lock_timeout = '100ms'", on: connection)
            for statement in Statement.allCases where statement.isRead || !isReading {
                let result = PQprepare(connection, statement.name, statement.rawValue, 0, nil)
                defer { PQclear(result) }
                guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw Self.failure(result) }
            }
            try Self.run("SET lock_timeout = \(Int(lockTimeout / .milliseconds(1)))", on: connection)
            guard PQsetnonblocking(connection, 1) == 0, PQenterPipelineMode(connection) == 1 else {
                throw VaultError(.store, "The store's connection has no pipeline mode")
            }
            return connection
        } catch {
            PQfinish(connection)
            throw error
        }
    }

    /// Connects for one statement, and waits.
    @discardableResult
    func once(_ sql: String) throws(VaultError) -> [[String]] {
        let connection = try connect()
        defer { PQfinish(connection) }
        return try Self.run(sql, on: connection)
    }

    /// Runs statements that are not worth keeping, and waits.
    @discardableResult
    static func run(_ sql: String, on connection: OpaquePointer) throws(VaultError) -> [[String]] {
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return []
        case PGRES_TUPLES_OK:
            return (0..<PQntuples(result)).map { row in
                (0..<PQnfields(result)).map { column in PQgetvalue(result, row, column).map { String(cString: $0) } ?? "" }
            }
        default: throw failure(result)
        }
    }

    /// PostgreSQL's words may repeat values; its codes do not (§ Appendix A).
    static func failure(_ result: OpaquePointer?) -> VaultError { failure(state(result)) }

    static func failure(_ code: String) -> VaultError {
        VaultError(.store, "The store failed (\(code))" + (reasons[code].map { ": " + $0 } ?? ""))
    }

    /// What an operator can do something about.
    private static let reasons = [
        "25006": "the server takes no writes, as a standby does",
        "42501":
            "its user lacks a privilege; it must own the schema \(Schema.namespace), or CREATE on the database where there is none yet",
        "42P01": "a table of the vault's is not there",
        "53100": "the server's disk is full",
        "53300": "the server has no connection left",
        "55P03": "another program has locked its tables",
        "57014": "the server ended a statement that took too long",
    ]

    static func state(_ result: OpaquePointer?) -> String {
        PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? "no connection"
    }

    /// Why there is no connection, in one line: the words are libpq's or the server's, and hold no password.
    private static func reason(_ connection: OpaquePointer) -> VaultError {
        let words = PostgresAddress.shown(PQerrorMessage(connection).map { String(cString: $0) } ?? "")
        let line = words.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.joined(
            separator: "; ")
        if PQconnectionNeedsPassword(connection) == 1 || PQconnectionUsedPassword(connection) == 1 {
            let advice = "the password is the one of PGPASSWORD, of a password file (~/.pgpass), or of a service file"
            return VaultError(.refused, "The store does not let us in: \(line); \(advice)")
        }
        return VaultError(.store, "The store cannot be reached: \(line)")
    }
}
