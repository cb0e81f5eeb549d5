import Foundation
@_spi(OpenPGW) import PGWTesting

/// A server for the length of the tests, of which each has databases of its own.
public final class PostgresServer: Sendable {
    public static let shared = Result { try PostgresServer() }

    public let folder: String
    public let port: String
    private let process: ChildProcess
    /// The server runs until nobody holds this open: it ends with this process, however that ends.
    private let life: FileHandle

    /// - Parameter options: Of `Scripts/postgres`.
    public init(_ options: [String] = []) throws {
        let place = try temporaryFolder()
        let input = place + "/life"
        guard mkfifo(input, 0o600) == 0 else { throw POSIXError(.EIO) }
        // For both, so that neither waits for the other.
        let number = open(input, O_RDWR | O_CLOEXEC)
        life = FileHandle(fileDescriptor: number, closeOnDealloc: true)
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../Scripts/postgres")
        process = try ChildProcess(
            script.standardizedFileURL.path, options, input: input, output: place + "/out", errors: place + "/errors")
        while true {
            let words = try String(contentsOfFile: place + "/out", encoding: .utf8)
            if words.hasSuffix("\n") {
                let parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
                (folder, port) = (parts[0], parts[1])
                return
            }
            if process.end != nil {
                throw ServerFailure(description: try String(contentsOfFile: place + "/errors", encoding: .utf8))
            }
            usleep(20_000)
        }
    }

    /// Lets the script end the server: killed with it, the script would leave the server behind.
    deinit {
        pause(false)
        release()
        try? life.close()
        _ = process.wait()
    }

    /// The connection string of a database.
    public func address(_ database: String) -> String { "postgresql://openpgw@127.0.0.1:\(port)/\(database)" }

    /// The same, by another port.
    public static func address(_ address: String, by port: Int) -> String {
        address.replacing(/:[0-9]+\//, with: ":\(port)/")
    }

    /// Its first process.
    public var pid: Int32? {
        (try? String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8))?.split(separator: "\n").first.flatMap {
            Int32($0)
        }
    }

    /// Ends all of its processes at once, as a crash does. It begins again at ``release()``.
    public func crash() {
        _ = FileManager.default.createFile(atPath: folder + "/hold", contents: nil)
        for process in processes { kill(process, SIGKILL) }
    }

    public func release() { try? FileManager.default.removeItem(atPath: folder + "/hold") }

    /// Stops all of its processes, or lets them go on.
    public func pause(_ isPaused: Bool) { for process in processes { kill(process, isPaused ? SIGSTOP : SIGCONT) } }

    /// Its first process and that one's children.
    private var processes: [Int32] {
        guard let pid else { return [] }
        let children = try? String(contentsOfFile: "/proc/\(pid)/task/\(pid)/children", encoding: .utf8)
        return [pid] + (children ?? "").split(separator: " ").compactMap { Int32($0) }
    }

    /// The connection string of a new database.
    public func database() async throws -> String {
        let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        let place = try temporaryFolder()
        let made = try ChildProcess(
            "/usr/bin/createdb", ["-h", folder, "-p", port, "-U", "openpgw", name], output: place + "/out",
            errors: place + "/errors")
        guard await made.ended() == .exit(status: 0) else {
            throw ServerFailure(description: try String(contentsOfFile: place + "/errors", encoding: .utf8))
        }
        return address(name)
    }
}

struct ServerFailure: Error, CustomStringConvertible { let description: String }
