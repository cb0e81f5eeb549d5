/// Gathers writes that arrive while others are on their way to the disk, as a state machine without I/O.
///
/// One flush to the disk then serves a whole batch, which is what makes durable writes fast.
package struct GroupCommit<Write> {
    private var waiting: [Write] = []
    private var isRunning = false
    package let batchLimit: Int

    package init(batchLimit: Int = 512) { self.batchLimit = batchLimit }

    /// - Returns: Whether the caller must start the writer.
    package mutating func add(_ write: Write) -> Bool {
        waiting.append(write)
        defer { isRunning = true }
        return !isRunning
    }

    /// The writes of the next transaction; `nil` when there are none and the writer may rest.
    package mutating func next() -> [Write]? {
        guard !waiting.isEmpty else {
            isRunning = false
            return nil
        }
        let batch = Array(waiting.prefix(batchLimit))
        waiting.removeFirst(batch.count)
        return batch
    }
}
