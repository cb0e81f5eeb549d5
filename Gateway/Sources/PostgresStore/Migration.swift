internal import CLibPQ
internal import TokenVault

extension Schema {
    /// The oldest server whose statements these are.
    private static let oldestServer = 130_000

    /// Brings a database to the newest version, in one transaction, whoever else does the same at the same time.
    ///
    /// - Throws: ``VaultError`` of kind `.refused` for a server that is too old, and for a database of a newer version or of another
    ///   program.
    static func migrate(_ connector: Connector) throws(VaultError) {
        let connection = try connector.connect()
        defer { PQfinish(connection) }
        let version = PQserverVersion(connection)
        guard version >= oldestServer else {
            throw VaultError(.refused, "The store's server is PostgreSQL \(version / 10_000); it must be 13 or later")
        }
        // Two that begin a namespace at once: one of them fails, and finds it there.
        for attempt in 0..<5 {
            do throws(VaultError) { return try migrate(connection) } catch {
                _ = try? Connector.run("ROLLBACK", on: connection)
                if error.kind == .refused || attempt == 4 { throw error }
            }
        }
    }

    private static let foreign = VaultError(
        .refused, "The database has a schema \(namespace) that is another program's; name another database")

    private static func migrate(_ connection: OpaquePointer) throws(VaultError) {
        func run(_ sql: String) throws(VaultError) -> [[String]] { try Connector.run(sql, on: connection) }
        let isThere = try run("SELECT 1 FROM pg_namespace WHERE nspname = '\(namespace)'").count == 1
        let isOurs =
            try run(
                """
                SELECT 1 FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = '\(namespace)' AND c.relname = 'schema_version' AND a.attname = 'version' AND a.atttypid = 'bigint'::regtype
                """
            ).count == 1
        guard !isThere || isOurs else { throw foreign }
        // Whoever has nothing to change does not wait for those who keep others from writing.
        if isOurs, try run("SELECT version FROM \(namespace).schema_version").first?[0] == "\(migrations.count)" { return }
        _ = try run("BEGIN; SET LOCAL lock_timeout = '5s'")
        if !isThere {
            _ = try run("CREATE SCHEMA \(namespace); CREATE TABLE \(namespace).schema_version (version bigint NOT NULL)")
            _ = try run("INSERT INTO \(namespace).schema_version VALUES (0)")
        }
        _ = try run("SET LOCAL search_path TO \(namespace)")
        guard let version = try run("SELECT version FROM schema_version FOR UPDATE").first.flatMap({ Int($0[0]) }) else {
            throw foreign
        }
        guard version <= migrations.count else { throw .newerSchema(version, than: migrations.count) }
        for migration in migrations.dropFirst(version) { _ = try run(migration) }
        _ = try run("UPDATE schema_version SET version = \(migrations.count)")
        _ = try run("COMMIT")
    }
}
