import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A server that accepts connections and says what it was told, or nothing at all.
///
/// It listens until the tests end: whoever has its address may use it, whether or not anybody still holds the server.
final class SilentServer: Sendable {
    let url: URL
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

    /// - Parameters:
    ///   - answer: Written to each connection; `nil` to leave it waiting.
    ///   - drip: What follows again and again, for as long as anybody listens.
    ///   - pause: Microseconds between a drip and the next.
    init(answer: String?, drip: String? = nil, pause: UInt32 = 10_000) throws {
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
        Thread.detachNewThread { [accepted] in
            var kept: [Int32] = []
            while case let connection = accept(number, nil, nil), connection >= 0 {
                accepted.signal()
                if let answer {
                    var request = [UInt8](repeating: 0, count: 65_536)
                    _ = read(connection, &request, request.count)
                    _ = send(connection, answer, answer.utf8.count, Int32(MSG_NOSIGNAL))
                    while let drip, send(connection, drip, drip.utf8.count, Int32(MSG_NOSIGNAL)) > 0 { usleep(pause) }
                    close(connection)
                } else {
                    kept.append(connection)
                }
            }
            for connection in kept { close(connection) }
        }
    }
}
