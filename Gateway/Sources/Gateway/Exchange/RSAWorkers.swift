internal import Foundation
internal import NIOCore
internal import TokenVault

/// Threads that do RSA, and nothing but RSA.
///
/// A maintenance request costs as much processor as a hundred small ones. Its work is done on as many threads as there are
/// processors, at the lowest priority: alone, it has the whole machine; beside small requests, what they leave.
final class RSAWorkers: @unchecked Sendable {
    // @unchecked: `waiting`, `begun` and `isStopped` are only touched under the condition's lock.
    private let condition = NSCondition()
    private var waiting: CircularBuffer<@Sendable () -> Void> = []
    /// What belongs to requests that were let in: it goes first, and is never turned away.
    private var begun: CircularBuffer<@Sendable () -> Void> = []
    private var isStopped = false
    private let limit: Int

    /// Nobody should wait for so long that it has given up when its turn comes.
    struct Overloaded: Error {}

    /// - Parameter limit: Pieces of work that may wait.
    init(threads: Int = ProcessInfo.processInfo.activeProcessorCount, limit: Int = 1024) {
        self.limit = limit
        for number in 0..<threads {
            let thread = Thread { [weak self] in
                Self.lowerPriority()
                while let work = self?.next() { work() }
            }
            thread.name = "openpgw-rsa-\(number)"
            thread.start()
        }
    }

    /// Ends the threads once their work is done.
    func stop() {
        condition.lock()
        isStopped = true
        condition.broadcast()
        condition.unlock()
    }

    /// Runs the first piece of a request's work on one of the threads.
    ///
    /// - Throws: ``Overloaded`` when too much is waiting.
    func begin<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws(Overloaded) -> Value {
        let value: Value? = await withCheckedContinuation { continuation in
            condition.lock()
            let isFull = isStopped || waiting.count >= limit
            if !isFull {
                waiting.append { continuation.resume(returning: work()) }
                condition.signal()
            }
            condition.unlock()
            if isFull { continuation.resume(returning: nil) }
        }
        guard let value else { throw Overloaded() }
        return value
    }

    /// Runs a further piece. A request that was let in is finished: turned away in the middle it would be done, and its caller
    /// told otherwise.
    func goOn<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            condition.lock()
            begun.append { continuation.resume(returning: work()) }
            condition.signal()
            condition.unlock()
        }
    }

    /// Pieces of work that no thread has taken yet.
    var queued: (waiting: Int, begun: Int) {
        condition.lock()
        defer { condition.unlock() }
        return (waiting.count, begun.count)
    }

    private func next() -> (@Sendable () -> Void)? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let work = begun.popFirst() ?? waiting.popFirst() { return work }
            if isStopped { return nil }
            condition.wait()
        }
    }

    private static func lowerPriority() {
        #if os(Linux)
        // On Linux a priority is a thread's, and 0 names the thread that asks.
        _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, 19)
        #else
        Thread.current.qualityOfService = .background
        #endif
    }
}
