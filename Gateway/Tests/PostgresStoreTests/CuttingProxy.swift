import Foundation
import WireTesting

/// Stands between a store and its server. Told to, it keeps the server's next answer to itself and ends the connection: what was asked was
/// done, and nobody was told.
final class CuttingProxy: @unchecked Sendable {
    // @unchecked: `cuts` is only touched under the lock; everything else is constant.
    private let listener: LoopbackListener
    private let server: UInt16
    private let lock = NSLock()
    private var cuts = 0

    init(to server: Int) throws {
        self.server = UInt16(server)
        listener = try LoopbackListener()
        listener.accept { [self] in join($0) }
    }

    var port: Int { listener.port }

    func end() { listener.end() }

    /// Keeps the next answer, whichever connection it is for.
    func cut() { lock.withLock { cuts = 1 } }

    /// Whether there was one.
    var hasCut: Bool { lock.withLock { cuts == 0 } }

    private func join(_ client: Int32) {
        let upstream = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.loopback(server)
        let isConnected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(upstream, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { return end(client, upstream) }
        Thread.detachNewThread { [self] in pass(client, upstream) { true } }
        Thread.detachNewThread { [self] in
            pass(upstream, client) {
                lock.withLock {
                    defer { cuts = max(0, cuts - 1) }
                    return cuts == 0
                }
            }
            // The other direction has seen the end by now, or does at once.
        }
    }

    private func pass(_ from: Int32, _ to: Int32, while goesOn: () -> Bool) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(from, &buffer, buffer.count, 0), count > 0, goesOn() {
            guard send(to, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
        }
        end(from, to)
    }

    /// Not closed: another thread may still read, and a number that is free is soon another's.
    private func end(_ one: Int32, _ other: Int32) { for socket in [one, other] { shutdown(socket, Int32(SHUT_RDWR)) } }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        return address
    }
}
