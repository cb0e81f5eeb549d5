import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A server that accepts connections and says what it was told, or nothing at all.
///
/// It listens until the tests end: whoever has its address may use it, whether or not anybody still holds the server.
final class SilentServer: Sendable {
    let url: URL
    /// How many requests a fickle one was sent.
    var count: Int { asked.value }
    private let asked = Counter()

    private final class Counter: @unchecked Sendable {
        // @unchecked: guarded by the lock.
        private let lock = NSLock()
        private var count = 0
        var value: Int { lock.withLock { count } }
        func add() { lock.withLock { count += 1 } }
    }
    private let accepted = DispatchSemaphore(value: 0)

    /// Waits for a connection.
    func connected() async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [accepted] in
                accepted.wait()
                continuation.resume()
            }
        }
    }

    /// Reads to the end of a body, which is {}.
    private static func awaitRequest(_ connection: Int32, _ asked: Counter) {
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !text.suffix(2).elementsEqual("{}".utf8) {
            let count = read(connection, &buffer, buffer.count)
            guard count > 0 else { return }
            text += buffer.prefix(count)
        }
        asked.add()
    }

    /// - Parameters:
    ///   - answer: Written to each connection; `nil` to leave it waiting.
    ///   - drip: What follows again and again, for as long as anybody listens.
    ///   - pause: Microseconds between a drip and the next.
    ///   - isFickle: Whether it keeps a connection that it has answered, and ends it when it is asked again.
    init(answer: String?, drip: String? = nil, pause: UInt32 = 10_000, isFickle: Bool = false) throws {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(number, pointer, length) == 0 && listen(number, 16) == 0 && getsockname(number, pointer, &length) == 0
            }
        }
        guard bound, let url = URL(string: "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))") else {
            throw POSIXError(.EADDRNOTAVAIL)
        }
        self.url = url
        Thread.detachNewThread { [accepted, asked] in
            var kept: [Int32] = []
            while case let connection = accept(number, nil, nil), connection >= 0 {
                accepted.signal()
                if let answer {
                    var request = [UInt8](repeating: 0, count: 65_536)
                    if isFickle { Self.awaitRequest(connection, asked) } else { _ = read(connection, &request, request.count) }
                    _ = send(connection, answer, answer.utf8.count, Int32(MSG_NOSIGNAL))
                    while let drip, send(connection, drip, drip.utf8.count, Int32(MSG_NOSIGNAL)) > 0 { usleep(pause) }
                    if isFickle { Self.awaitRequest(connection, asked) }
                    close(connection)
                } else {
                    kept.append(connection)
                }
            }
            for connection in kept { close(connection) }
        }
    }
}
