import Foundation
import PGWTesting
import WireTesting

/// What a program that ended left behind.
struct Ended: Sendable {
    let status: Int32
    let output: String
    let errors: String
}

/// The programs of this build.
enum Program {
    static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
    static let openpgw = folder + "/openpgw"
    static let bench = folder + "/openpgw-bench"

    /// Runs a program to its end.
    static func run(
        _ arguments: [String], of path: String = openpgw, input: String = "", environment: [String: String] = [:]
    ) async throws -> Ended {
        let scratch = try temporaryFolder()
        let process = try start(arguments, of: path, input: input, environment: environment, scratch: scratch)
        return try await ended(process, scratch)
    }

    static func start(
        _ arguments: [String], of path: String = openpgw, input: String = "", environment: [String: String] = [:], scratch: String
    ) throws -> Process {
        for (name, text) in [("in", input), ("out", ""), ("err", "")] { try Data(text.utf8).write(to: url(scratch, name)) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: url(scratch, "in"))
        process.standardOutput = try FileHandle(forWritingTo: url(scratch, "out"))
        process.standardError = try FileHandle(forWritingTo: url(scratch, "err"))
        try process.run()
        return process
    }

    static func ended(_ process: Process, _ scratch: String) async throws -> Ended {
        let status = try await blocking {
            process.waitUntilExit()
            return process.terminationStatus
        }
        return Ended(status: status, output: try text(scratch, "out"), errors: try text(scratch, "err"))
    }

    static func text(_ scratch: String, _ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url(scratch, name)), as: UTF8.self)
    }

    private static func url(_ scratch: String, _ name: String) -> URL { URL(fileURLWithPath: "\(scratch)/\(name)") }

    /// Options for a gateway of this build.
    static func options(_ arguments: [String] = [], folder: String? = nil) -> GatewayOptions {
        var options = GatewayOptions()
        options.binary = openpgw
        options.arguments = arguments
        options.folder = folder
        return options
    }
}
