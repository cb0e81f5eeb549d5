/// Gathers writes that arrive while others are on their way to the disk, as a state machine without I/O.
///
/// One flush to the disk then serves a whole batch, which is what makes durable writes fast.
package struct GroupCommit<Write> {
    private var waiting: [Write] = []
    private var running = 0
    package let batchLimit: Int
    /// How many batches may be under way.
    package let writers: Int

    package init(batchLimit: Int = 512, writers: Int = 1) {
        self.batchLimit = batchLimit
        self.writers = writers
    }

    /// - Returns: Whether the caller must start a writer.
    package mutating func add(_ write: Write) -> Bool {
        waiting.append(write)
        guard running < writers else { return false }
        running += 1
        return true
    }

    /// The writes of the next transaction; `nil` when there are none and the writer may rest.
    package mutating func next() -> [Write]? {
        guard !waiting.isEmpty else {
            running -= 1
            return nil
        }
        let batch = Array(waiting.prefix(batchLimit))
        waiting.removeFirst(batch.count)
        return batch
    }
}
