internal import Foundation
internal import StrictJSON

/// The client SDK: `PGWSDK.initialize(params:)` once, then `PGWSDK.shared`.
public final class PGWSDK: @unchecked Sendable {
    // @unchecked: `params` is only touched under the lock; everything else is constant.

    /// The SDK the app uses.
    public static let shared = PGWSDK()

    private let lock = NSLock()
    private var params: PGWSDKParams?

    /// An SDK beside the one the app uses: for a second gateway, or for a test.
    public init(params: PGWSDKParams) { self.params = params }

    init() {}

    /// Sets the SDK up. A second call replaces the first.
    public static func initialize(params: PGWSDKParams) {
        shared.lock.withLock { shared.params = params }
    }

    /// `nil` before ``initialize(params:)``.
    public var pgwSDKParams: PGWSDKParams! { lock.withLock { params } }

    /// The identifier sent with every call: the one that was set, or one made once and kept across runs.
    public func clientId() -> String { pgwSDKParams?.current.clientId ?? ClientIdentifier.persisted() }

    /// The set-up in words, for support.
    public func configuration() -> String {
        guard let params = pgwSDKParams?.current else { return "not initialised" }
        return "\(params.apiEnvironment.name()) \(params.gateway.absoluteString), "
            + "locale \(params.locale ?? "none"), log \(params.log ? "on" : "off")"
    }

    /// The set-up as JSON, as other languages are given it; `{}` before ``initialize(params:)``.
    package var configurationText: String {
        guard let params = pgwSDKParams?.current else { return "{}" }
        let json: JSON = [
            "apiEnvironment": .string(params.apiEnvironment.name()), "gateway": .string(params.gateway.absoluteString),
            "clientId": .string(clientId()), "locale": .string(params.locale ?? ""), "log": .bool(params.log),
        ]
        return json.text
    }
}
