internal import Foundation

/// The gateway the SDK talks to (protocol.md §0.1). A gateway of your own is named by its address instead:
/// ``PGWSDKParamsBuilder/init(gateway:apiEnvironment:)``.
public enum APIEnvironment: Int, Sendable, CaseIterable {
    // The documented SDK spells its environments with a capital, and numbers them in this order.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case Production
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case ProductionIndonesia
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case Sandbox

    public func name() -> String {
        switch self {
        case .Production: "Production"
        case .ProductionIndonesia: "ProductionIndonesia"
        case .Sandbox: "Sandbox"
        }
    }

    var gateway: URL {
        let address: StaticString =
            switch self {
            case .Production: "https://pgw.2c2p.com"
            case .ProductionIndonesia: "https://pgwid.2c2p.com"
            case .Sandbox: "https://sandbox-pgw.2c2p.com"
            }
        // Each literal above is a URL; a test reads them all.
        // swift-format-ignore: NeverForceUnwrap
        return URL(string: "\(address)")!
    }
}
