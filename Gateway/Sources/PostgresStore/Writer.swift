internal import TokenVault

/// Gathers writes that arrive while others are on their way, and sends them as one transaction: one flush to the server's disk for all.
final class Writer: Sendable {
    private struct Write: Sendable {
        let bound: Bound
        /// Writes of one transaction are sent by this, so that no two nodes wait for each other's rows.
        let order: String
        let deadline: ContinuousClock.Instant
        let answer: @Sendable (Result<Rows, Failure>) -> Void
    }

    private let pipeline: Pipeline
    private let observe: PostgresStore.Observer
    private let gathered = Locked(GroupCommit<Write>(batchLimit: 256))

    /// How often what raced with another is asked again.
    private static let attempts = 20

    init(_ pipeline: Pipeline, observe: @escaping PostgresStore.Observer) {
        self.pipeline = pipeline
        self.observe = observe
    }

    deinit { pipeline.end() }

    /// - Parameter order: Whose rows it changes.
    /// - Returns: What it found, once it is on the server's disk.
    func write(_ bound: Bound, order: String, until deadline: ContinuousClock.Instant) async throws(Failure) -> Rows {
        let started = ContinuousClock.now
        let result: Result<Rows, Failure> = await withCheckedContinuation { continuation in
            let mustStart = gathered.withLock { gathered in
                gathered.add(Write(bound: bound, order: order, deadline: deadline) { continuation.resume(returning: $0) })
            }
            if mustStart { Task { await self.drain() } }
        }
        observe("write", ContinuousClock.now - started)
        return try result.get()
    }

    private func drain() async {
        while let batch = gathered.withLock({ $0.next() }) { await commit(batch.sorted { $0.order < $1.order }) }
    }

    /// Where one of them fails, each is tried again in a transaction of its own, so that its failure is nobody else's.
    private func commit(_ batch: [Write]) async {
        do throws(Failure) {
            let rows = try await pipeline.send(batch.map(\.bound), until: batch.map(\.deadline).min() ?? .now)
            for (write, rows) in zip(batch, rows) { write.answer(.success(rows)) }
        } catch {
            guard case .state = error else {
                for write in batch { write.answer(.failure(error)) }
                return
            }
            for write in batch { write.answer(await alone(write)) }
        }
    }

    private func alone(_ write: Write) async -> Result<Rows, Failure> {
        var failure = Failure.lost
        for attempt in 0..<Self.attempts {
            do throws(Failure) {
                return .success(try await pipeline.send([write.bound], until: write.deadline)[0])
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
