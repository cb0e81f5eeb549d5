internal import Dispatch
internal import TokenVault

/// The one place that writes: a queue of its own, a transaction for all that wait.
final class Writer: Sendable {
    /// `run` does its work on the connection and returns what to do once the transaction is on disk. Either that or
    /// `fail` is called, once.
    private struct Write: Sendable {
        let run: @Sendable (Connection) throws(VaultError) -> @Sendable () -> Void
        let fail: @Sendable (VaultError) -> Void
    }

    private let connection: Connection
    private let queue = DispatchQueue(label: "openpgw.sqlite.writer")
    private let gathered = Locked(GroupCommit<Write>())

    private let observe: SQLiteStore.Observer
    private let failed = Locked(false)

    /// Whether a transaction could not be written, and none as large was since.
    var hasFailed: Bool { failed.withLock { $0 } }
    func hasRecovered() { failed.withLock { $0 = false } }

    init(connection: Connection, observe: @escaping SQLiteStore.Observer) {
        self.connection = connection
        self.observe = observe
    }

    /// Runs `body` in a transaction that may hold other callers' writes too. What it throws undoes its own writes alone.
    ///
    /// - Parameter body: Works on the database and on nothing else: where another write of its transaction fails, it is run
    ///   once more, in a new one.
    /// - Returns: What `body` returned, once the transaction is on disk.
    func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws(VaultError) -> T) async throws(VaultError) -> T {
        let started = ContinuousClock.now
        let result: Result<T, VaultError> = await withCheckedContinuation { continuation in
            let mustStart = gathered.withLock { gathered in
                gathered.add(
                    Write(
                        run: { connection throws(VaultError) in
                            let value = try body(connection)
                            return { continuation.resume(returning: .success(value)) }
                        },
                        fail: { continuation.resume(returning: .failure($0)) }))
            }
            if mustStart { queue.async { self.drain() } }
        }
        observe("write", ContinuousClock.now - started)
        return try result.get()
    }

    private func drain() {
        while let batch = gathered.withLock({ $0.next() }) { commit(batch) }
    }

    /// Writes in one transaction. Where what one of them does fails, each is tried again in a transaction of its own, so that
    /// its failure is nobody else's. That is rare; a savepoint around each, which would do the same, costs every write a copy
    /// of the pages it changes.
    ///
    /// A transaction that cannot begin or end fails all of it at once: trying each again would have them wait one after the
    /// other for a file that somebody else holds.
    ///
    /// - Returns: Why the file could not be written, if it could not.
    @discardableResult
    private func commit(_ batch: [Write]) -> VaultError? {
        func fail(_ error: VaultError) -> VaultError {
            _ = try? connection.run("ROLLBACK")
            failed.withLock { $0 = true }
            for write in batch { write.fail(error) }
            return error
        }
        do throws(VaultError) { try connection.run("BEGIN IMMEDIATE") } catch { return fail(error) }
        var ends: [@Sendable () -> Void] = []
        ends.reserveCapacity(batch.count)
        do throws(VaultError) {
            for write in batch { ends.append(try write.run(connection)) }
        } catch {
            _ = try? connection.run("ROLLBACK")
            if batch.count == 1 {
                if error.kind == .store { failed.withLock { $0 = true } }
                batch[0].fail(error)
                return nil
            }
            var broken: VaultError?
            for write in batch { if let broken { write.fail(broken) } else { broken = commit([write]) } }
            return broken
        }
        do throws(VaultError) { try connection.run("COMMIT") } catch { return fail(error) }
        for end in ends { end() }
        return nil
    }
}
