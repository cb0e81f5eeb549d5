package import Foundation

extension URL {
    /// What a gateway's address is, for whoever wrote another.
    package static let gatewayRule = "An address begins with http:// or https:// and a host, and has no user, query or fragment"

    /// Whether it is an address that HTTP has: `localhost:8080` is one of the scheme `localhost`. One with a user would show a password
    /// to whoever reads a log.
    package var isWeb: Bool {
        guard let parts = URLComponents(url: self, resolvingAgainstBaseURL: true) else { return false }
        return ["http", "https"].contains(parts.scheme?.lowercased()) && parts.user == nil && parts.password == nil
            && parts.percentEncodedHost.map { Self.isHost($0[...].utf8) } == true
            && parts.port.map { (1...65535).contains($0) } != false
    }

    /// Whether it is an address that a call's path can stand behind.
    package var isGateway: Bool { Self.isGateway(absoluteString) }

    /// The address of a gateway, in the characters of an address alone; `nil` for any other text.
    package static func gateway(_ text: String) -> URL? {
        guard isGateway(text), let url = URL(string: text), url.absoluteString == text else { return nil }
        return url
    }

    /// By its bytes, as Bindings/Java's Address does: libraries differ in what they take for an address.
    private static func isGateway(_ text: String) -> Bool {
        guard let scheme = ["http://", "https://"].first(where: text.lowercased().hasPrefix) else { return false }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        let authority = rest.prefix { $0 != UInt8(ascii: "/") }
        let path = rest.dropFirst(authority.count)
        guard case (let host, let port)? = split(authority) else { return false }
        if let digits = port {
            guard (1...5).contains(digits.count), digits.allSatisfy(isDigit),
                let number = Int(String(decoding: digits, as: UTF8.self)),
                (1...65535).contains(number)
            else { return false }
        }
        return isHost(host) && isPath(path)
    }

    /// A name, an IPv4 address, or an IPv6 address in brackets (RFC 3986 §3.2.2), of which a name has no percent sign.
    private static func isHost(_ host: Substring.UTF8View) -> Bool {
        guard host.first == UInt8(ascii: "[") else {
            return (1...255).contains(host.count) && host.allSatisfy { isLetter($0) || isDigit($0) || "._~-".utf8.contains($0) }
        }
        let address = host.dropFirst().dropLast()
        return host.last == UInt8(ascii: "]") && address.contains(UInt8(ascii: ":"))
            && address.allSatisfy { isHex($0) || ".:".utf8.contains($0) }
    }

    /// Host and port; `nil` where a bracket is not closed.
    private static func split(_ authority: Substring.UTF8View) -> (host: Substring.UTF8View, port: Substring.UTF8View?)? {
        var end = authority.startIndex
        if authority.first == UInt8(ascii: "[") {
            guard let bracket = authority.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            end = authority.index(after: bracket)
        } else {
            end = authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
        }
        guard end < authority.endIndex else { return (authority, nil) }
        guard authority[end] == UInt8(ascii: ":") else { return nil }
        return (authority[..<end], authority[authority.index(after: end)...])
    }

    /// Segments of RFC 3986 §3.3, none of which is one or two dots: libraries take those away, or do not.
    private static func isPath(_ path: Substring.UTF8View) -> Bool {
        var coded = 0
        for byte in path {
            if coded > 0 {
                guard isHex(byte) else { return false }
                coded -= 1
            } else if byte == UInt8(ascii: "%") {
                coded = 2
            } else {
                guard isLetter(byte) || isDigit(byte) || "._~!$&'()*+,;=:@/-".utf8.contains(byte) else { return false }
            }
        }
        let segments = String(decoding: path, as: UTF8.self).split(separator: "/")
        return coded == 0 && !segments.contains(".") && !segments.contains("..")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
    private static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
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
        // As many slashes at its end as there may be.
        while base.absoluteString.hasSuffix("/"), let shorter = URL(string: String(base.absoluteString.dropLast())) {
            base = shorter
        }
        return base.appendingPathComponent(path)
    }
}
