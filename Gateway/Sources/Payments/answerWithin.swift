internal import Foundation
internal import TokenVault

/// What somebody says within a time; who is late is told to stop, and not waited for.
///
/// - Parameter seconds: How long it may take.
/// - Returns: `nil` where nothing was said.
func answer<Answer: Sendable>(
    within seconds: TimeInterval, _ ask: @escaping @Sendable () async -> Answer
) async -> Answer? {
    let said = Locked<Answer?>(nil)
    let (ends, end) = AsyncStream.makeStream(of: Never.self)
    let asking = Task.immediate {
        let answer = await ask()
        said.withLock { $0 = answer }
        end.finish()
    }
    // Who answers at once costs no thread and no timer.
    if let answer = said.withLock({ $0 }) { return answer }
    let time = Task {
        try await Task.sleep(for: .seconds(seconds))
        end.finish()
    }
    defer {
        time.cancel()
        asking.cancel()
    }
    for await _ in ends {}
    return said.withLock { $0 }
}
