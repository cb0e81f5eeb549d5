internal import Foundation

/// A TCP socket that listens on a free port of the machine itself, and hands each connection to a thread of its own.
public final class LoopbackListener: Sendable {
    public let port: Int
    private let descriptor: Int32

    public init() throws {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, length) == 0 && listen(number, 64) == 0 && getsockname(number, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        descriptor = number
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    /// - Parameter serve: Closes the connection.
    public func accept(_ serve: @escaping @Sendable (Int32) -> Void) {
        Thread.detachNewThread { [descriptor] in
            while case let client = Glibc.accept(descriptor, nil, nil), client >= 0 {
                Thread.detachNewThread { serve(client) }
            }
        }
    }

    public func end() { shutdown(descriptor, Int32(SHUT_RDWR)) }
}
