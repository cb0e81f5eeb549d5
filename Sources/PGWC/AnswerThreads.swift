internal import Foundation
internal import HTTPTransport

/// Threads that receivers are called on. One that blocks keeps its thread; the next answer has another, new where none is idle.
final class AnswerThreads: @unchecked Sendable {
    // @unchecked: everything is only touched under the condition's lock.
    static let shared = AnswerThreads()

    private let condition = NSCondition()
    private var waiting: [@Sendable () -> Void] = []
    private var idle = 0

    /// Seconds until a thread that nobody needs ends.
    private static let patience: TimeInterval = 5

    func run(_ body: @escaping @Sendable () -> Void) {
        condition.lock()
        waiting.append(body)
        let hasThread = idle >= waiting.count
        condition.unlock()
        // Behind the unlock, so that whoever wakes need not wait for it.
        if hasThread {
            condition.signal()
        } else if !startThread({ self.work(isLasting: true) }) {
            // Without a thread of its own it is better told on this one than never.
            work(isLasting: false)
        }
    }

    /// - Parameter isLasting: Whether to wait for more.
    private func work(isLasting: Bool) {
        condition.lock()
        while true {
            if waiting.isEmpty {
                guard isLasting else { break }
                idle += 1
                let isWoken = condition.wait(until: Date(timeIntervalSinceNow: Self.patience))
                idle -= 1
                if waiting.isEmpty, !isWoken { break }
                continue
            }
            let body = waiting.removeFirst()
            condition.unlock()
            body()
            condition.lock()
        }
        condition.unlock()
    }
}
