internal import Foundation
internal import NIOCore
internal import TokenVault

/// Where clients reach the gateway: what was configured, or what the listening socket turned out to be.
final class ListeningAddress: Sendable {
    private let value: Locked<GatewayAddress>
    private let isConfigured: Bool

    init(publicURL: URL?) {
        var parts = publicURL.flatMap { URLComponents(url: $0, resolvingAgainstBaseURL: true) } ?? URLComponents()
        // As RFC 3986 §6.2.2 would have it: people type either with a capital.
        parts.scheme = parts.scheme?.lowercased()
        parts.host = parts.host?.lowercased()
        while parts.path.hasSuffix("/") { parts.path.removeLast() }
        value = Locked(GatewayAddress(parts.url?.absoluteString ?? ""))
        isConfigured = publicURL != nil
    }

    var current: GatewayAddress { value.withLock { $0 } }

    /// An address of IPv6 stands in brackets (RFC 3986 §3.2.2).
    private static func host(_ host: String) -> String {
        host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    }

    /// - Parameters:
    ///   - port: Of the socket that listens.
    ///   - isEverywhere: Whether it listens on every address there is, which is also here.
    /// - Returns: The address clients on this machine reach it at.
    func set(_ port: Int?, isEverywhere: Bool, _ configuration: GatewayConfiguration) -> URL {
        let scheme = configuration.tls == nil ? "http" : "https"
        var parts = URLComponents()
        parts.scheme = scheme
        let here = configuration.host.contains(":") ? "::1" : "127.0.0.1"
        parts.host = Self.host(isEverywhere ? here : configuration.host)
        let port = port ?? configuration.port
        // As clients spell it: the port of the scheme is not said.
        if port != (scheme == "http" ? 80 : 443) { parts.port = port }
        let url = parts.url ?? URL(fileURLWithPath: "/")
        if !isConfigured { value.withLock { $0 = GatewayAddress(url.absoluteString) } }
        return url
    }
}

/// The gateway's address, and those of its pictures: put together once, not for every card.
final class GatewayAddress: Sendable {
    /// Without a slash at its end.
    let text: String
    /// Of the text, what stands behind the host: empty as a rule.
    let path: String
    private let pictures: [(name: String, icon: String, logo: String)]

    init(_ text: String) {
        self.text = text
        path = URLComponents(string: text)?.percentEncodedPath ?? ""
        pictures = Picture.names.map { ($0, text + Picture.iconPath($0), text + Picture.logoPath($0)) }
    }

    /// One by one: a dozen short names are compared sooner than one is hashed.
    func picture(_ name: String) -> (icon: String, logo: String) {
        pictures.first { $0.name == name }.map { ($0.icon, $0.logo) } ?? ("", "")
    }
}

extension SocketAddress {
    /// Whether it stands for every address of the machine, however it was spelt: `0`, `::`, `::ffff:0.0.0.0`.
    var isEverywhere: Bool { ["0.0.0.0", "::", "::ffff:0.0.0.0"].contains(ipAddress) }
}
