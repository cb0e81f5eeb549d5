internal import Foundation
internal import TokenVault

/// Where clients reach the gateway: what was configured, or what the listening socket turned out to be.
final class ListeningAddress: Sendable {
    private let value: Locked<String>
    private let isConfigured: Bool

    init(publicURL: URL?) {
        let text = publicURL?.absoluteString ?? ""
        value = Locked(text.hasSuffix("/") ? String(text.dropLast()) : text)
        isConfigured = publicURL != nil
    }

    /// Without a slash at its end.
    var text: String { value.withLock { $0 } }

    /// - Returns: The address the socket listens on.
    func set(port: Int?, _ configuration: GatewayConfiguration) -> URL {
        var parts = URLComponents()
        parts.scheme = configuration.tls == nil ? "http" : "https"
        parts.host = ["0.0.0.0", "::"].contains(configuration.host) ? "127.0.0.1" : configuration.host
        parts.port = port ?? configuration.port
        let url = parts.url ?? URL(fileURLWithPath: "/")
        if !isConfigured { value.withLock { $0 = url.absoluteString } }
        return url
    }
}
