public import Foundation

/// Tells that a browser has come back from authentication: it opens the gateway's result page, or the app's own address with the payment
/// token in it (payments.md §2.3). That it came back proves nothing; the status says what happened.
public struct ResultAddress: Sendable {
    private let gateway: URL
    private let paymentToken: String?

    /// - Parameters:
    ///   - gateway: Its address.
    ///   - paymentToken: Of the session that is being paid; `nil` for whichever comes back.
    public init(gateway: URL, paymentToken: String? = nil) {
        self.gateway = gateway
        self.paymentToken = paymentToken
    }

    /// - Parameter address: What a browser is about to open.
    /// - Returns: The payment token that came back, or `nil` for an address that ends nothing.
    public func paymentToken(in address: String) -> String? {
        guard let token = onResultPage(address) ?? inAppAddress(address), !token.isEmpty else { return nil }
        guard let paymentToken else { return token }
        return token == paymentToken ? token : nil
    }

    /// `https://host/payment/4.3/#/info/TOKEN`, of this gateway alone.
    private func onResultPage(_ address: String) -> String? {
        guard let hash = address.firstIndex(of: "#"), let url = URL(string: String(address[..<hash])),
            url.scheme?.lowercased() == gateway.scheme?.lowercased(), url.host?.lowercased() == gateway.host?.lowercased(),
            url.effectivePort == gateway.effectivePort, url.user == nil
        else { return nil }
        let base = gateway.path.split(separator: "/")
        let path = url.path.split(separator: "/")
        guard path.starts(with: base), path.count == base.count + 2, path[base.count].lowercased() == "payment" else {
            return nil
        }
        let fragment = address[address.index(after: hash)...]
        guard fragment.lowercased().hasPrefix("/info/") else { return nil }
        return fragment.dropFirst("/info/".count).prefix { $0 != "?" && $0 != "&" }.removingPercentEncoding
    }

    /// `pgw…://2c2p…paymentToken=TOKEN`.
    private func inAppAddress(_ address: String) -> String? {
        let lower = address.lowercased()
        guard lower.hasPrefix("pgw"), let host = lower.range(of: "://"), lower[host.upperBound...].hasPrefix("2c2p"),
            let name = address.range(of: "paymentToken=")
        else { return nil }
        return address[name.upperBound...].prefix { $0 != "?" && $0 != "&" && $0 != "#" }.removingPercentEncoding
    }
}

extension URL {
    fileprivate var effectivePort: Int? {
        port ?? (scheme?.lowercased() == "https" ? 443 : scheme?.lowercased() == "http" ? 80 : nil)
    }
}
