internal import Logging
internal import ServiceLifecycle

/// Removes expired sessions while the gateway runs.
struct SessionSweeper: Service {
    let sessions: Sessions
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: .seconds(10))
                do {
                    try await sessions.sweep()
                } catch {
                    logger.error("sweeping sessions failed", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}
