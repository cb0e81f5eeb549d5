internal import TokenVault

/// Gathers writes that arrive while others are on their way, and sends them as one transaction: one flush to the server's disk for all.
final class Writer: Sendable {
    private struct Write: Sendable {
        let change: Change
        /// Writes of one transaction are sent by this, so that no two nodes wait for each other's rows.
        let order: String
        let deadline: ContinuousClock.Instant
        let answer: @Sendable (Result<Rows, Failure>) -> Void
    }

    private let pipeline: Pipeline
    private let observe: PostgresStore.Observer
    /// The next batch is made and sent while the server has the one before.
    private let gathered = Locked(GroupCommit<Write>(batchLimit: 256, writers: 2))

    /// How often what raced with another is asked again.
    private static let attempts = 20

    init(_ pipeline: Pipeline, observe: @escaping PostgresStore.Observer) {
        self.pipeline = pipeline
        self.observe = observe
    }

    deinit { pipeline.end() }

    /// - Parameter order: Whose rows it changes.
    /// - Returns: What it found, once it is on the server's disk.
    func write(_ change: Change, order: String, until deadline: ContinuousClock.Instant) async throws(Failure) -> Rows {
        let started = ContinuousClock.now
        let result: Result<Rows, Failure> = await withCheckedContinuation { continuation in
            let mustStart = gathered.withLock { gathered in
                gathered.add(Write(change: change, order: order, deadline: deadline) { continuation.resume(returning: $0) })
            }
            if mustStart { Task { await self.drain() } }
        }
        observe("write", ContinuousClock.now - started)
        return try result.get()
    }

    private func drain() async {
        while let batch = gathered.withLock({ $0.next() }) { await commit(batch) }
    }

    /// Where one of them fails, each is tried again in a transaction of its own, so that its failure is nobody else's.
    private func commit(_ batch: [Write]) async {
        let statements = Self.statements(of: batch)
        var remaining: [Write] = []
        do throws(Failure) {
            let answers = try await pipeline.send(
                statements.map { Change.bound($0.map(\.change)) }, until: batch.map(\.deadline).min() ?? .now)
            for (writes, rows) in zip(statements, answers) {
                if writes.count == 1 {
                    writes[0].answer(.success(rows))
                } else if rows.count == writes.count {
                    for (write, row) in zip(writes, rows.split) { write.answer(.success(row)) }
                } else {
                    remaining += writes
                }
            }
        } catch {
            guard case .state = error else {
                for write in batch { write.answer(.failure(error)) }
                return
            }
            // What somebody else holds is not waited for twice.
            if let locked = error.locked, statements.indices.contains(locked) {
                for write in statements[locked] { write.answer(.failure(error)) }
                let others = statements.indices.filter { $0 != locked }.flatMap { statements[$0] }
                return others.isEmpty ? () : await commit(others)
            }
            remaining = batch
        }
        for write in remaining { write.answer(await alone(write)) }
    }

    /// The writes by their order, those that go in one statement together.
    private static func statements(of batch: [Write]) -> [[Write]] {
        var statements: [[Write]] = []
        for write in batch.sorted(by: { $0.order < $1.order }) {
            if statements.last?.last?.change.goesWith(write.change) == true {
                statements[statements.count - 1].append(write)
            } else {
                statements.append([write])
            }
        }
        return statements
    }

    private func alone(_ write: Write) async -> Result<Rows, Failure> {
        var failure = Failure.lost
        for attempt in 0..<Self.attempts {
            do throws(Failure) {
                return .success(try await pipeline.send([Change.bound([write.change])], until: write.deadline)[0])
            } catch {
                failure = error
                guard error.isRace else { break }
                // Apart from the other node's next attempt.
                try? await Task.sleep(for: .microseconds(Int.random(in: 0...(500 * (attempt + 1)))))
            }
        }
        return .failure(failure)
    }
}
