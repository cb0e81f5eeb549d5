internal import CSQLite3
internal import Foundation
public import TokenVault

/// The file of a ``SQLiteStore`` as a whole, for backups.
public enum SQLiteFile {
    /// Writes a file's state of this moment into a new file, readable by its owner alone, while others read and write it (SQLite's online
    /// backup). What was written is on disk when this returns; before, there is no file of that name.
    ///
    /// - Parameter progress: Pages that are done with, and all.
    /// - Throws: ``VaultError`` of kind `.refused` for a source that is no vault's or is damaged, and for a target that is there.
    public static func copy(from source: String, to target: String, progress: (Int, Int) -> Void = { _, _ in }) throws(VaultError)
    {
        guard access(source, R_OK) == 0 else {
            throw VaultError(.refused, "The file \(source) cannot be read: \(String(cString: strerror(errno)))")
        }
        // A log that another database has left would be taken for this one's.
        for name in [target, target + "-wal", target + "-journal"] where access(name, F_OK) == 0 {
            throw VaultError(.refused, "The file \(name) is there already")
        }
        let part = target + ".part"
        unlink(part)
        let file = open(part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw VaultError(.refused, "The file \(target) cannot be written: \(String(cString: strerror(errno)))")
        }
        close(file)
        do throws(VaultError) {
            let reading = try Connection(path: source)
            try check(reading, source)
            try reading.backUp(to: part, progress: progress)
            try synchronise(part)
            guard rename(part, target) == 0 else {
                throw VaultError(.refused, "The file \(target) cannot be written: \(String(cString: strerror(errno)))")
            }
            try synchronise((target as NSString).deletingLastPathComponent)
        } catch {
            unlink(part)
            throw error
        }
    }

    /// - Throws: ``VaultError`` of kind `.refused` where it is no vault's, or SQLite finds it damaged.
    private static func check(_ connection: Connection, _ path: String) throws(VaultError) {
        let application = try? connection.first("PRAGMA application_id") { $0.integer(0) }
        guard application == Schema.applicationID else {
            throw VaultError(.refused, "The file \(path) is no vault's database, or it is damaged")
        }
        let version = try connection.first("PRAGMA user_version") { $0.integer(0) } ?? 0
        guard version <= Schema.migrations.count else { throw .newerSchema(version, than: Schema.migrations.count) }
        let verdict = try? connection.first("PRAGMA quick_check(1)") { $0.text(0) }
        guard verdict == "ok" else { throw VaultError(.refused, "The file \(path) is damaged") }
    }

    /// - Parameter path: A file or a folder.
    private static func synchronise(_ path: String) throws(VaultError) {
        let file = open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        defer { if file >= 0 { close(file) } }
        guard file >= 0, fsync(file) == 0 else {
            throw VaultError(.store, "\(path) cannot be written to disk: \(String(cString: strerror(errno)))")
        }
    }
}

extension Connection {
    /// - Parameter path: An empty file.
    fileprivate func backUp(to path: String, progress: (Int, Int) -> Void) throws(VaultError) {
        let target = try Connection(path: path)
        // The state that it begins with stays its own: a write of somebody else's would have the backup begin anew.
        try reading { source throws(VaultError) in
            _ = try source.first("SELECT count(*) FROM meta") { $0.integer(0) }
            guard let backup = sqlite3_backup_init(target.handle, "main", source.handle, "main") else { throw target.error() }
            defer { sqlite3_backup_finish(backup) }
            var isDone = false
            while !isDone {
                switch sqlite3_backup_step(backup, 1024) {
                case SQLITE_OK:
                    progress(
                        Int(sqlite3_backup_pagecount(backup) - sqlite3_backup_remaining(backup)),
                        Int(sqlite3_backup_pagecount(backup)))
                case SQLITE_DONE: isDone = true
                case let result:
                    throw VaultError(.store, "The file \(path) cannot be written: \(String(cString: sqlite3_errstr(result)))")
                }
            }
        }
        // One file, with none beside it that belongs to it; a store makes its own again.
        try target.script("PRAGMA journal_mode = DELETE")
    }
}
