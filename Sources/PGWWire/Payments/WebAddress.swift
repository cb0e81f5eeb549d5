internal import Foundation

/// An address of the web that a stranger names, read with nothing taken for granted: it is written into headers and pages, and connected to.
public struct WebAddress: Sendable, Equatable {
    public let scheme: String
    /// In lower case: letters, digits, points, dashes and underscores, or an address of IPv6 in brackets.
    public let host: String
    public let port: Int?

    /// - Returns: `nil` for what is no address, or names a user.
    public init?(_ text: String) {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !#"<>"\^`{|}"#.utf8.contains($0) }),
            let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            parts.user == nil, parts.password == nil,
            // As it is written: decoded it may hold anything.
            let host = parts.percentEncodedHost?.lowercased(), Self.isHost(host)
        else { return nil }
        if let port = parts.port, !(1...65_535).contains(port) { return nil }
        self.scheme = scheme
        self.host = host
        port = parts.port
    }

    /// As browsers write it: `https://shop.example`, without the port that the scheme has anyway (RFC 6454 §6.2).
    public var origin: String {
        let usual = scheme == "https" ? 443 : 80
        return "\(scheme)://\(host)\(port.flatMap { $0 == usual ? nil : ":\($0)" } ?? "")"
    }

    /// Whether it names this machine.
    public var isLoopback: Bool { ["localhost", "127.0.0.1", "[::1]"].contains(host) }

    private static func isHost(_ host: String) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            var address = in6_addr()
            return inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &address) == 1
        }
        // A host whose last label is a number is an address of IPv4, for every browser (WHATWG URL, "host parsing").
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        if labels.last?.allSatisfy(\.isNumber) == true {
            return labels.count == 4 && labels.allSatisfy { UInt8($0).map(String.init) == String($0) }
        }
        return !host.isEmpty
            && host.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: ".-_".utf8.contains(byte)
                }
            }
    }
}
