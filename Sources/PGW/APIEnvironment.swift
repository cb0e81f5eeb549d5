public import Foundation

/// The gateway the SDK talks to (protocol.md §0.1).
public enum APIEnvironment: Sendable, Hashable {
    // The documented SDK spells its environments with a capital.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case Production
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case ProductionIndonesia
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case Sandbox
    /// A gateway of your own, by its address without a path: `http://127.0.0.1:8080`.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case Custom(URL)

    /// The address the calls of the API are appended to.
    public var baseURL: URL {
        let address: StaticString
        switch self {
        case .Production: address = "https://pgw.2c2p.com"
        case .ProductionIndonesia: address = "https://pgwid.2c2p.com"
        case .Sandbox: address = "https://sandbox-pgw.2c2p.com"
        case .Custom(let url): return url.appendingPathComponent("payment/4.3")
        }
        // Each literal above is a URL; a test reads them all.
        // swift-format-ignore: NeverForceUnwrap
        return URL(string: "\(address)")!.appendingPathComponent("payment/4.3")
    }

    public func name() -> String {
        switch self {
        case .Production: "Production"
        case .ProductionIndonesia: "ProductionIndonesia"
        case .Sandbox: "Sandbox"
        case .Custom: "Custom"
        }
    }
}
