internal import Foundation

/// An HTTP server that a test posts to: it keeps what it was sent, and answers what it is told to.
public final class Receiver: @unchecked Sendable {
    // @unchecked: what changes is only touched under the lock; everything else is constant.
    public let port: Int
    private let listener: Int32
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
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let number = listener
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, length) == 0 && listen(number, 64) == 0 && getsockname(number, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                Thread.detachNewThread { [self] in serve(client) }
            }
        }
    }

    public var address: String { "http://127.0.0.1:\(port)" }
    public var posted: [Posted] { lock.withLock { kept } }

    public func end() { shutdown(listener, Int32(SHUT_RDWR)) }

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
