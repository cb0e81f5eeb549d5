internal import Logging
internal import ServiceLifecycle
internal import Synchronization
internal import UnixSignals

/// Whether the gateway has been asked to stop. Until it does, everything is still answered, and every answer is the last of its
/// connection.
final class Draining: Sendable {
    private let hasBegun = Atomic(false)

    var isUnderWay: Bool { hasBegun.load(ordering: .relaxed) }

    fileprivate func begin() { hasBegun.store(true, ordering: .relaxed) }
}

/// Keeps the gateway answering for a while after it was asked to stop, so that whoever sends it requests can notice: `/ready` says
/// so at once. Whoever asks a second time does not want to wait; a supervisor that signals a process and its group asks once.
struct Drain: Service {
    let draining: Draining
    let duration: Duration
    let logger: Logger

    /// Services are stopped one after the other, the last one first: while this one sleeps, the server goes on.
    func run() async throws {
        // A gateway that ends for another reason has nothing to say.
        do { try await gracefulShutdown() } catch { return }
        draining.begin()
        logger.notice("stopping", metadata: ["drain": "\(duration.components.seconds)"])
        await withTaskGroup { group in
            group.addTask { try? await Task.sleep(for: duration) }
            group.addTask {
                let begun = ContinuousClock.now
                for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint)
                where ContinuousClock.now - begun > .milliseconds(500) {
                    logger.notice("asked a second time, no longer draining")
                    return
                }
            }
            await group.next()
            group.cancelAll()
        }
    }
}
