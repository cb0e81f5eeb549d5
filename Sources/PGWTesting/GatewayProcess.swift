internal import Foundation

#if canImport(Glibc)
internal import Glibc
#endif

#if os(macOS) || os(Linux)

/// The process of `openpgw serve`, its output kept in files.
final class GatewayProcess: Sendable {
    private let process: ChildProcess
    private let output: String

    /// - Parameters:
    ///   - output: A folder for `stdout` and `stderr`.
    init(binary: String, arguments: [String], environment: [String: String], output: String) throws {
        self.output = output
        process = try ChildProcess(
            binary, arguments, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
            output: output + "/stdout", errors: output + "/stderr")
    }

    /// Waits for the line that says where the gateway listens.
    func ready() async throws -> URL {
        let deadline = Date(timeIntervalSinceNow: 60)
        while Date() < deadline {
            let words = "openpgw ready at "
            if let line = text("stdout").split(separator: "\n").first(where: { $0.hasPrefix(words) }),
                let url = URL(string: String(line.dropFirst(words.count)))
            {
                return url
            }
            if let end = process.end { throw GatewayFailure("the gateway ended (\(end)): \(text("stderr"))") }
            try await Task.sleep(nanoseconds: 5_000_000)
        }
        throw GatewayFailure("the gateway was not ready in 60 s: \(text("stderr"))")
    }

    func text(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: "\(output)/\(name)") ?? Data(), as: UTF8.self)
    }

    /// Asks the process to stop and waits; ends it when it has not in twenty seconds.
    func stop() async {
        process.signal(SIGTERM)
        for _ in 0..<2000 where process.end == nil { try? await Task.sleep(nanoseconds: 10_000_000) }
        process.signal(SIGKILL)
        _ = await process.ended()
    }

    /// Ends it, as a crash would.
    func kill() {
        process.signal(SIGKILL)
        _ = process.wait()
    }
}

#endif
