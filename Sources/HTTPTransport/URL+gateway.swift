package import Foundation

extension URL {
    /// Whether it is an address that HTTP has: `localhost:8080` is one of the scheme `localhost`.
    package var isWeb: Bool { ["http", "https"].contains(scheme?.lowercased()) && host?.isEmpty == false }

    func mustBeWeb() throws(TransportError) {
        guard isWeb else {
            throw TransportError(
                .unreachable, detail: "Its address is none of the web: it begins with http:// or https://, and a host")
        }
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
