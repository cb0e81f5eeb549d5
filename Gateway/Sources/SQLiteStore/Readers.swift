internal import TokenVault

/// Connections for reading, lent to whoever asks on the thread it runs on.
final class Readers: Sendable {
    private let connect: @Sendable () throws(VaultError) -> Connection
    private let idle = Locked<[Connection]>([])
    private let observe: SQLiteStore.Observer

    init(observe: @escaping SQLiteStore.Observer, connect: @escaping @Sendable () throws(VaultError) -> Connection) {
        self.observe = observe
        self.connect = connect
    }

    /// Runs `body` with a connection nobody else has.
    func read<T>(_ body: (Connection) throws(VaultError) -> T) throws(VaultError) -> T {
        let connection: Connection
        if let free = idle.withLock({ $0.popLast() }) { connection = free } else { connection = try connect() }
        let started = ContinuousClock.now
        defer {
            idle.withLock { $0.append(connection) }
            observe("read", ContinuousClock.now - started)
        }
        return try body(connection)
    }
}
