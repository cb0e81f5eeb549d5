internal import Foundation

#if os(macOS) || os(Linux)

/// The process of `openpgw serve`, its output kept in files.
final class GatewayProcess: @unchecked Sendable {
    // @unchecked: `process` is only touched by the one test that started it, and by `terminate`, which is thread-safe.
    private let process = Process()
    private let output: String

    /// - Parameters:
    ///   - output: A folder for `stdout` and `stderr`.
    init(binary: String, arguments: [String], environment: [String: String], output: String) throws {
        self.output = output
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(output, "stdout")
        process.standardError = try Self.file(output, "stderr")
        try process.run()
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
            guard process.isRunning else {
                throw GatewayFailure("the gateway ended with \(process.terminationStatus): \(text("stderr"))")
            }
            try await Task.sleep(nanoseconds: 5_000_000)
        }
        throw GatewayFailure("the gateway was not ready in 60 s: \(text("stderr"))")
    }

    func text(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: "\(output)/\(name)") ?? Data(), as: UTF8.self)
    }

    /// Asks the process to stop and waits; ends it when it does not.
    func stop() async {
        process.terminate()
        for _ in 0..<1000 where process.isRunning { try? await Task.sleep(nanoseconds: 10_000_000) }
        kill()
    }

    func kill() {
        guard process.isRunning else { return }
        #if canImport(Glibc)
        Glibc.kill(process.processIdentifier, SIGKILL)
        #else
        Darwin.kill(process.processIdentifier, SIGKILL)
        #endif
        // Foundation waits without end where a test has more than 1024 files open; ten seconds are plenty.
        for _ in 0..<1000 where process.isRunning { usleep(10_000) }
    }

    private static func file(_ folder: String, _ name: String) throws -> FileHandle {
        let path = "\(folder)/\(name)"
        guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path) else {
            throw GatewayFailure("\(path) cannot be written")
        }
        return handle
    }
}

#endif
