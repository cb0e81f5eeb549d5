internal import PGWWire
internal import TokenVault

/// Where a browser may be sent after authentication: nowhere a stranger chose (payments.md §2.3).
struct ReturnHosts {
    /// Empty for any.
    private let hosts: Set<String>
    private let isSandbox: Bool

    init(_ session: FoundSession, gateway: GatewayAddress, isSandbox: Bool) {
        // The gateway's own has the result page.
        let own = WebAddress(gateway.text)?.host
        var hosts = Set(session.merchant.profile.returnHosts.map { $0.lowercased() })
        // A sandbox's merchants have no list, and testers have hosts of all kinds.
        if hosts.isEmpty, !isSandbox, let signed = WebAddress(session.request.frontendReturnUrl ?? "")?.host {
            hosts.insert(signed)
        }
        if let own, !(hosts.isEmpty && isSandbox) { hosts.insert(own) }
        self.hosts = hosts
        self.isSandbox = isSandbox
    }

    /// Why an address is not one, in words; `nil` where it is.
    func objection(to address: String) -> String? {
        guard let place = WebAddress(address) else { return WebAddress.objection(isSandbox: isSandbox) }
        guard place.scheme == "https" || (isSandbox && place.isLoopback) else { return "does not begin with https" }
        guard hosts.isEmpty || hosts.contains(place.host) else { return "is not on a host of this merchant" }
        return nil
    }
}

extension WebAddress {
    /// What is wrong with what is none.
    static func objection(isSandbox: Bool) -> String {
        "is not an address that begins with https://\(isSandbox ? " (in a sandbox also http://)" : ""), or names a user"
    }
}
