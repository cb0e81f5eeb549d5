import Foundation
@_spi(OpenPGW) import PGWTesting
import WireTesting

/// What a program that ended left behind.
struct Ended: Sendable {
    let end: ChildProcess.End
    let output: String
    let errors: String

    /// As a shell says it: above 128 where a signal ended it.
    var status: Int32 {
        switch end {
        case .exit(let status): status
        case .signal(let number): 128 + number
        }
    }
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
    ) throws -> ChildProcess {
        try Data(input.utf8).write(to: URL(fileURLWithPath: "\(scratch)/in"))
        return try ChildProcess(
            path, arguments, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }, input: scratch + "/in",
            output: scratch + "/out", errors: scratch + "/err")
    }

    /// Waits for a program's end. One that has not ended after two minutes is ended, and has failed.
    static func ended(_ process: ChildProcess, _ scratch: String) async throws -> Ended {
        let patience = Task {
            try await Task.sleep(for: .seconds(120))
            process.signal(SIGKILL)
        }
        defer { patience.cancel() }
        let end = await process.ended()
        return Ended(end: end, output: try text(scratch, "out"), errors: try text(scratch, "err"))
    }

    static func text(_ scratch: String, _ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(scratch)/\(name)")), as: UTF8.self)
    }

    /// Options for a gateway of this build.
    static func options(_ arguments: [String] = [], folder: String? = nil) -> GatewayOptions {
        var options = GatewayOptions()
        options.binary = openpgw
        options.arguments = arguments
        options.folder = folder
        return options
    }
}
