internal import Foundation
internal import PGWWire
internal import TokenVault

/// Where a browser may be sent after authentication: nowhere a stranger chose (payments.md §2.3).
struct ReturnHosts {
    /// Empty for any.
    private let hosts: Set<String>
    private let isSandbox: Bool

    init(_ session: FoundSession, gateway: GatewayAddress, isSandbox: Bool) {
        var hosts = Set(session.merchant.profile.returnHosts.map { $0.lowercased() })
        // A sandbox's merchants have no list, and testers have hosts of all kinds.
        if hosts.isEmpty, !isSandbox {
            // Those the merchant signed, and the gateway's own.
            let signed = session.request.frontendReturnUrl.flatMap { URLComponents(string: $0)?.host }
            hosts = Set([signed, URLComponents(string: gateway.text)?.host].compactMap { $0?.lowercased() })
        }
        self.hosts = hosts
        self.isSandbox = isSandbox
    }

    /// Why an address is not one, in words; `nil` where it is.
    func objection(to address: String) -> String? {
        // It goes into a header as it stands.
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !#"<>"\^`{|}"#.utf8.contains($0) }),
            let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
            let host = parts.host?.lowercased(), !host.isEmpty
        else { return "is not an address" }
        let isLoopback = ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host)
        guard scheme == "https" || (isSandbox && scheme == "http" && isLoopback) else { return "does not begin with https" }
        guard parts.user == nil, parts.password == nil else { return "holds a user's name" }
        guard hosts.isEmpty || hosts.contains(host) else { return "is not on a host of this merchant" }
        return nil
    }
}
