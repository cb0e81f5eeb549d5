internal import Foundation
public import StrictJSON

/// An HTTP answer as it came.
public struct RawAnswer: Sendable {
    public let status: Int
    /// Names in lower case.
    public let headers: [String: String]
    public let body: String
    public let whole: String

    /// Sends bytes and reads until the other side closes.
    public static func of(_ bytes: String, port: Int) async throws -> RawAnswer {
        try await blocking {
            let socket = try RawSocket(port: port)
            // A gateway that has answered need not take the rest; its answer is read all the same.
            try? socket.send(bytes)
            return RawAnswer(try socket.readAll())
        }
    }

    public init(_ text: String) {
        whole = text
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = (parts.first ?? "").split(separator: "\r\n")
        status = lines.first.flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") } ?? 0
        let pairs = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
        headers = Dictionary(
            pairs.filter { $0.count == 2 }.map { ($0[0].lowercased(), $0[1].trimmingCharacters(in: .whitespaces)) }
        ) { $1 }
        body = parts.count == 2 ? String(parts[1]) : ""
    }

    public var json: JSONObject { (try? JSON(parsing: body).object) ?? JSONObject() }
    public var code: String { json["respCode"]?.string ?? "" }
    public var words: String { json["respDesc"]?.string ?? "" }
}
