internal import Foundation
public import TokenVault

/// The records of the vault and the gateway in one SQLite file.
///
/// Every write is on disk when its call returns (`WAL`, `synchronous=FULL`), and concurrent writes share a transaction.
/// Reads run on the caller's thread. Several processes may use the file at once.
public struct SQLiteStore: Store {
    /// Hears of each `read` and `write`, and how long it took.
    public typealias Observer = @Sendable (_ kind: String, Duration) -> Void

    let writer: Writer
    let readers: Readers

    /// Opens or makes the file, readable by its owner alone, and brings its schema up to date.
    ///
    /// - Throws: ``VaultError``, in words for the person who started the program.
    public init(path: String, observe: @escaping Observer = { _, _ in }) throws(VaultError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw VaultError(.refused, "The database \(path) cannot be opened: \(String(cString: strerror(errno)))")
        }
        close(file)
        let connection = try Self.connect(path)
        try Schema.migrate(connection)
        // The writer finds what it changes in its own cache; and a page that many transactions change is copied back once for
        // 16 MiB of log instead of once for 4.
        try connection.script("PRAGMA cache_size = -8192; PRAGMA wal_autocheckpoint = 4096")
        writer = Writer(connection: connection, observe: observe)
        readers = Readers(observe: observe) { () throws(VaultError) in try Self.connect(path) }
    }

    static func connect(_ path: String) throws(VaultError) -> Connection {
        let connection = try Connection(path: path)
        try connection.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY")
        // Set and read back: an acknowledged token must survive a loss of power.
        let journal = try connection.first("PRAGMA journal_mode") { $0.text(0) }
        let synchronous = try connection.first("PRAGMA synchronous") { $0.integer(0) }
        guard journal == "wal", synchronous == 2 else {
            throw VaultError(.refused, "The database \(path) cannot be made durable: its file system does not take WAL")
        }
        return connection
    }

    public func check() async throws(VaultError) {
        _ = try readers.read { connection throws(VaultError) in try connection.first("SELECT 1") { $0.integer(0) } }
        // A write that failed had more to say than a word; so until as much goes in again, nothing is well.
        let hasFailed = writer.hasFailed
        try await writer.write { connection throws(VaultError) in
            if hasFailed {
                try connection.run("INSERT OR REPLACE INTO meta VALUES ('probe', zeroblob(262144))")
                try connection.run("DELETE FROM meta WHERE name = 'probe'")
            }
            try connection.run("INSERT OR REPLACE INTO meta VALUES ('checked', ?)", Value(Date()))
        }
        if hasFailed { writer.hasRecovered() }
    }

    public func clear() async throws(VaultError) {
        try await writer.write { connection throws(VaultError) in
            try connection.script(
                "DELETE FROM tokens; DELETE FROM accounts; DELETE FROM token_counts; DELETE FROM sessions; DELETE FROM payments; DELETE FROM notifications; DELETE FROM payment_names; DELETE FROM plans; DELETE FROM imports"
            )
        }
    }

    public func leaveCopying() async throws(VaultError) {
        guard try copyMark()?.state == .finished else { return }
        try await writer.write { connection throws(VaultError) in
            _ = try connection.run("UPDATE meta SET value = replace(value, 'finished', 'used') WHERE name = 'copy'")
        }
    }

    private func copyMark() throws(VaultError) -> CopyMark? {
        try readers.read { connection throws(VaultError) in try connection.copyMark() }
    }

    public func profile(settingIfNew profile: String) async throws(VaultError) -> String {
        if try copyMark()?.state == .unfinished { throw CopyMark.unfinished }
        let made = try readers.read { connection throws(VaultError) in try connection.profile() }
        // Who only reads does not wait for those who keep others from writing.
        if let made { return made }
        return try await writer.write { connection throws(VaultError) in
            try connection.run("INSERT OR IGNORE INTO meta VALUES ('profile', ?)", .text(profile))
            return try connection.profile() ?? profile
        }
    }
}
