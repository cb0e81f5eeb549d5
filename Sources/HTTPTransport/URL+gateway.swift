package import Foundation

extension URL {
    /// What a gateway's address is, for whoever wrote another.
    package static let gatewayRule = "An address begins with http:// or https:// and a host, and has no user, query or fragment"

    /// Whether it is an address that HTTP has: `localhost:8080` is one of the scheme `localhost`. One with a user would show a password
    /// to whoever reads a log.
    package var isWeb: Bool {
        guard let parts = URLComponents(url: self, resolvingAgainstBaseURL: true) else { return false }
        return ["http", "https"].contains(parts.scheme?.lowercased()) && parts.user == nil && parts.password == nil
            && parts.percentEncodedHost.map(Self.isHost) == true && parts.port.map { (1...65535).contains($0) } != false
    }

    /// A name, an IPv4 address, or an IPv6 address in brackets (RFC 3986 §3.2.2), of which a name has no percent sign.
    private static func isHost(_ text: String) -> Bool {
        guard text.hasPrefix("["), text.hasSuffix("]") else {
            return !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._~-".contains($0)) }
        }
        return text.contains(":") && text.dropFirst().dropLast().allSatisfy { $0.isHexDigit || ".:".contains($0) }
    }

    /// Whether it is an address that a call's path can stand behind.
    package var isGateway: Bool { isWeb && query == nil && fragment == nil }

    /// The address of a gateway, in the characters of an address alone; `nil` for any other text.
    package static func gateway(_ text: String) -> URL? {
        // Foundation puts other characters into code.
        guard let url = URL(string: text), url.absoluteString == text, url.isGateway else { return nil }
        return url
    }

    func mustBeWeb() throws(TransportError) {
        guard isWeb else { throw TransportError(.unreachable, detail: Self.gatewayRule) }
    }

    /// The address of a call at a gateway.
    ///
    /// What people name is the gateway's address, in whatever case its scheme is (RFC 3986 §3.1), with a slash at its end or none.
    ///
    /// - Parameter path: For example `payment/4.3/cardtokeninfo`.
    package func call(_ path: String) -> URL {
        var base = self
        if let scheme, scheme != scheme.lowercased(), var parts = URLComponents(url: self, resolvingAgainstBaseURL: true) {
            parts.scheme = scheme.lowercased()
            base = parts.url ?? self
        }
        return base.appendingPathComponent(path)
    }
}
