public import Dispatch
internal import Foundation
public import HTTPTransport

/// How the SDK is set up. Made by ``PGWSDKParamsBuilder``.
public struct PGWSDKParams: Sendable {
    public let apiEnvironment: APIEnvironment
    /// Identifies the installation; `nil` for the one the SDK makes and keeps.
    public internal(set) var clientId: String?
    /// Language of answers where a request has none, ISO 639.
    public internal(set) var locale: String?
    /// Whether each call is written to standard error. A token is never written whole.
    public internal(set) var log = false
    /// Whether `NSError.domain` carries the text, as the documented SDK's does.
    public internal(set) var messageInErrorDomain = false
    /// The queue closures are called on. The main queue unless set.
    public internal(set) var callbackQueue: DispatchQueue = .main
    public internal(set) var transport: any Transport = URLSessionTransport()
}

/// Builds ``PGWSDKParams``.
///
/// ```swift
/// let params = PGWSDKParamsBuilder(apiEnvironment: APIEnvironment.Sandbox).log(true).build()
/// PGWSDK.initialize(params: params)
/// ```
public struct PGWSDKParamsBuilder: Sendable {
    private var params: PGWSDKParams

    public init(apiEnvironment: APIEnvironment) { params = PGWSDKParams(apiEnvironment: apiEnvironment) }

    /// Identifies the installation, for an app that has an identifier of its own.
    public func clientId(_ clientId: String) -> Self { with { $0.clientId = clientId } }

    /// Language of answers where a request has none, ISO 639: `en`, `th`.
    public func locale(_ locale: String) -> Self { with { $0.locale = locale } }

    /// Writes each call to standard error.
    public func log(_ log: Bool) -> Self { with { $0.log = log } }

    /// Puts an error's text into `NSError.domain`, for code that shows it from there.
    public func messageInErrorDomain(_ enabled: Bool) -> Self { with { $0.messageInErrorDomain = enabled } }

    /// The queue closures are called on.
    public func callbackQueue(_ queue: DispatchQueue) -> Self { with { $0.callbackQueue = queue } }

    /// Another way to reach the gateway, for example with pinned certificates.
    public func transport(_ transport: any Transport) -> Self { with { $0.transport = transport } }

    public func build() -> PGWSDKParams { params }

    private func with(_ change: (inout PGWSDKParams) -> Void) -> Self {
        var copy = self
        change(&copy.params)
        return copy
    }
}
