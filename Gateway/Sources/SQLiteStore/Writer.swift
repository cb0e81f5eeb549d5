internal import Dispatch
internal import TokenVault

/// The one place that writes: a queue of its own, a transaction for all that wait.
final class Writer: Sendable {
    /// `run` does its work on the connection and returns what to do once the transaction is on disk. Either that or
    /// `fail` is called, once.
    private struct Write: Sendable {
        let run: @Sendable (Connection) -> @Sendable () -> Void
        let fail: @Sendable (VaultError) -> Void
    }

    private let connection: Connection
    private let queue = DispatchQueue(label: "openpgw.sqlite.writer")
    private let gathered = Locked(GroupCommit<Write>())

    private let observe: SQLiteStore.Observer

    init(connection: Connection, observe: @escaping SQLiteStore.Observer) {
        self.connection = connection
        self.observe = observe
    }

    /// Runs `body` in a transaction that may hold other callers' writes too. What it throws undoes its own writes alone.
    ///
    /// - Returns: What `body` returned, once the transaction is on disk.
    func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws(VaultError) -> T) async throws(VaultError) -> T {
        let started = ContinuousClock.now
        let result: Result<T, VaultError> = await withCheckedContinuation { continuation in
            let mustStart = gathered.withLock { gathered in
                gathered.add(
                    Write(
                        run: { connection in
                            let result = Self.attempt(body, on: connection)
                            return { continuation.resume(returning: result) }
                        },
                        fail: { continuation.resume(returning: .failure($0)) }))
            }
            if mustStart { queue.async { self.drain() } }
        }
        observe("write", ContinuousClock.now - started)
        return try result.get()
    }

    private func drain() {
        while let batch = gathered.withLock({ $0.next() }) {
            do throws(VaultError) {
                try connection.run("BEGIN IMMEDIATE")
                let ends = batch.map { $0.run(connection) }
                try connection.run("COMMIT")
                for end in ends { end() }
            } catch {
                _ = try? connection.run("ROLLBACK")
                for write in batch { write.fail(error) }
            }
        }
    }

    private static func attempt<T>(
        _ body: (Connection) throws(VaultError) -> T, on connection: Connection
    ) -> Result<T, VaultError> {
        do throws(VaultError) {
            try connection.run("SAVEPOINT one")
            do throws(VaultError) {
                let value = try body(connection)
                try connection.run("RELEASE one")
                return .success(value)
            } catch {
                try connection.run("ROLLBACK TO one")
                try connection.run("RELEASE one")
                return .failure(error)
            }
        } catch {
            return .failure(error)
        }
    }
}
