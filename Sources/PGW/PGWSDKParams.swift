public import Dispatch
public import Foundation
public import HTTPTransport

/// How the SDK is set up. What is changed after ``PGWSDK/initialize(params:)`` counts from the next call on.
public final class PGWSDKParams: @unchecked Sendable {
    // @unchecked: `values` is only touched under the lock; everything else is constant.
    private let lock = NSLock()
    private var values: Values

    struct Values {
        let apiEnvironment: APIEnvironment
        let gateway: URL
        var clientId: String?
        var locale: String?
        var log = false
        var messageInErrorDomain = true
        var callbackQueue: DispatchQueue = .main
        var transport: any Transport = SystemTransport.make()
    }

    /// - Parameter apiEnvironment: One of 2C2P's gateways.
    public init(apiEnvironment: APIEnvironment) {
        values = Values(apiEnvironment: apiEnvironment, gateway: apiEnvironment.gateway)
    }

    /// - Parameters:
    ///   - gateway: A gateway of your own, by its address: `http://127.0.0.1:8080`.
    ///   - apiEnvironment: What ``apiEnvironment`` says, for an app that looks at it.
    public init(gateway: URL, apiEnvironment: APIEnvironment = .Production) {
        values = Values(apiEnvironment: apiEnvironment, gateway: gateway)
    }

    public var apiEnvironment: APIEnvironment { current.apiEnvironment }

    /// The address calls go to.
    public var gateway: URL { current.gateway }

    /// Identifies the installation; `nil` for the one the SDK makes and keeps.
    public var clientId: String! {
        get { current.clientId }
        set { change { $0.clientId = newValue } }
    }

    /// Language of answers where a request has none, ISO 639: `en`, `th`.
    public var locale: String! {
        get { current.locale }
        set { change { $0.locale = newValue } }
    }

    /// Whether each call is written to standard error. A token is never written whole.
    public var log: Bool {
        get { current.log }
        set { change { $0.log = newValue } }
    }

    /// Whether `NSError.domain` carries the text, where code written for the documented SDK looks for it. It does unless set.
    public var messageInErrorDomain: Bool {
        get { current.messageInErrorDomain }
        set { change { $0.messageInErrorDomain = newValue } }
    }

    /// The queue closures are called on. The main queue unless set.
    public var callbackQueue: DispatchQueue {
        get { current.callbackQueue }
        set { change { $0.callbackQueue = newValue } }
    }

    /// The way to the gateway.
    public var transport: any Transport {
        get { current.transport }
        set { change { $0.transport = newValue } }
    }

    /// All of it, as it is at this moment.
    var current: Values { lock.withLock { values } }

    private func change(_ body: (inout Values) -> Void) { lock.withLock { body(&values) } }
}

/// Builds ``PGWSDKParams``, in a chain or line by line.
///
/// ```swift
/// let params = PGWSDKParamsBuilder(apiEnvironment: APIEnvironment.Sandbox).log(true).build()
/// PGWSDK.initialize(params: params)
/// ```
public final class PGWSDKParamsBuilder {
    private let params: PGWSDKParams

    /// - Parameter apiEnvironment: One of 2C2P's gateways.
    public init(apiEnvironment: APIEnvironment) { params = PGWSDKParams(apiEnvironment: apiEnvironment) }

    /// - Parameters:
    ///   - gateway: A gateway of your own, by its address: `http://127.0.0.1:8080`.
    ///   - apiEnvironment: What ``PGWSDKParams/apiEnvironment`` says, for an app that looks at it.
    public init(gateway: URL, apiEnvironment: APIEnvironment = .Production) {
        params = PGWSDKParams(gateway: gateway, apiEnvironment: apiEnvironment)
    }

    /// Identifies the installation, for an app that has an identifier of its own.
    @discardableResult
    public func clientId(_ clientId: String) -> PGWSDKParamsBuilder { with { $0.clientId = clientId } }

    /// Language of answers where a request has none, ISO 639: `en`, `th`.
    @discardableResult
    public func locale(_ locale: String) -> PGWSDKParamsBuilder { with { $0.locale = locale } }

    /// Writes each call to standard error.
    @discardableResult
    public func log(_ log: Bool) -> PGWSDKParamsBuilder { with { $0.log = log } }

    /// Whether an error's text stands in `NSError.domain`; `false` for ``PGWError/domain`` there.
    @discardableResult
    public func messageInErrorDomain(_ enabled: Bool) -> PGWSDKParamsBuilder { with { $0.messageInErrorDomain = enabled } }

    /// The queue closures are called on.
    @discardableResult
    public func callbackQueue(_ queue: DispatchQueue) -> PGWSDKParamsBuilder { with { $0.callbackQueue = queue } }

    /// Another way to reach the gateway, for example with pinned certificates.
    @discardableResult
    public func transport(_ transport: any Transport) -> PGWSDKParamsBuilder { with { $0.transport = transport } }

    public func build() -> PGWSDKParams { params }

    private func with(_ change: (PGWSDKParams) -> Void) -> PGWSDKParamsBuilder {
        change(params)
        return self
    }
}
