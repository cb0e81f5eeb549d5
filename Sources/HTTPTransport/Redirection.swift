import Foundation

/// What may be said of a redirection: a path may hold anything, also what was sent.
enum Redirection {
    /// - Parameter location: The header's value.
    /// - Returns: A scheme and host, or a word for the same host, or for what is no address.
    static func place(_ location: String) -> String {
        guard let parts = URLComponents(string: location) else { return "what is no address" }
        guard let host = parts.percentEncodedHost, !host.isEmpty else { return "another path of the same host" }
        return "\(parts.scheme.map { "\($0)://" } ?? "//")\(host)\(parts.port.map { ":\($0)" } ?? "")"
    }
}
