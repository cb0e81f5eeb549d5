import Foundation

/// Starts a thread that nobody waits for.
///
/// - Returns: `false` where there is none left, which Foundation's `Thread` does not say.
package func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    #if canImport(Darwin)
    Thread.detachNewThread(body)
    return true
    #else
    final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let problem = pthread_create(
        &thread, nil,
        { pointer in
            guard let pointer else { return nil }
            Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
            return nil
        }, work.toOpaque())
    guard problem == 0 else {
        work.release()
        return false
    }
    pthread_detach(thread)
    return true
    #endif
}
