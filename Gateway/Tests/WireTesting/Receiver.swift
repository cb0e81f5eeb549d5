internal import Foundation

/// An HTTP server that a test posts to: it keeps what it was sent, and answers what it is told to.
public final class Receiver: @unchecked Sendable {
    // @unchecked: what changes is only touched under the lock; everything else is constant.
    private let listener: LoopbackListener
    private let lock = NSLock()
    private var kept: [Posted] = []
    private var answers: [Int]

    /// A request as it came.
    public struct Posted: Sendable {
        public let path: String
        /// Names in lower case.
        public let headers: [String: String]
        public let body: [UInt8]
    }

    /// - Parameter answers: The statuses of the first answers; 200 after them, and no answer at all for 0.
    public init(_ answers: [Int] = []) throws {
        self.answers = answers
        listener = try LoopbackListener()
        listener.accept { [self] in serve($0) }
    }

    public var port: Int { listener.port }
    public var address: String { "http://127.0.0.1:\(port)" }
    public var posted: [Posted] { lock.withLock { kept } }

    public func end() { listener.end() }

    /// One request a connection.
    private func serve(_ client: Int32) {
        defer { close(client) }
        var text: [UInt8] = []
        while true {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            text += buffer.prefix(count)
            if let posted = Self.whole(text) {
                let status = lock.withLock {
                    kept.append(posted)
                    return answers.isEmpty ? 200 : answers.removeFirst()
                }
                guard status != 0 else { return }
                let place = (300..<400).contains(status) ? "Location: http://127.0.0.1:\(port)/elsewhere\r\n" : ""
                let answer = Array("HTTP/1.1 \(status) -\r\nContent-Length: 0\r\n\(place)Connection: close\r\n\r\n".utf8)
                _ = answer.withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                return
            }
        }
    }

    private static func whole(_ bytes: [UInt8]) -> Posted? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let pairs = lines.dropFirst().map {
            $0.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let headers = Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0].lowercased(), $0[1]) }) { $1 }
        let body = Array(bytes[end.upperBound...])
        guard body.count >= Int(headers["content-length"] ?? "") ?? 0 else { return nil }
        return Posted(path: lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? "", headers: headers, body: body)
    }
}
