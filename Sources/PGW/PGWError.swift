public import Foundation
internal import HTTPTransport

/// What kept a call from being answered. A refusal by the gateway is no error: it arrives as a response.
public struct PGWError: Error, Sendable, Equatable {
    /// The kind of failure. Its number is `NSError.code` and never changes.
    public struct Code: RawRepresentable, Sendable, Hashable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// 1: `PGWSDK.initialize(params:)` was not called.
        public static let notInitialised = Code(rawValue: 1)
        /// 2: the request object is `nil`.
        public static let requestMissing = Code(rawValue: 2)
        /// 3: the gateway answered nothing.
        public static let emptyResponse = Code(rawValue: 3)
        /// 4: the answer is not JSON, or not an answer of the protocol.
        public static let unreadableResponse = Code(rawValue: 4)
        /// 5: no connection to the gateway.
        public static let unreachable = Code(rawValue: 5)
        /// 6: the gateway did not answer in time.
        public static let timedOut = Code(rawValue: 6)
        /// 7: TLS failed.
        public static let insecure = Code(rawValue: 7)
        /// 8: the task was cancelled.
        public static let cancelled = Code(rawValue: 8)
        /// 9: the connection broke in the middle.
        public static let transportFailed = Code(rawValue: 9)
        /// 10: the request is not JSON of its shape; only languages that send JSON see it.
        public static let malformedRequest = Code(rawValue: 10)
    }

    /// The domain of every error of this SDK. Code written for the documented SDK shows `NSError.domain` to people; so an `NSError` has
    /// the text there, and this under ``domainKey``, unless `messageInErrorDomain` is turned off.
    public static let domain = "org.openpgw.PGW"
    /// The key in `NSError.userInfo` under which ``domain`` always stands.
    public static let domainKey = "org.openpgw.PGW.domain"

    public let code: Code
    /// More than the localized text says, for a developer. Holds no token.
    public let detail: String?

    package init(_ code: Code, detail: String? = nil) {
        self.code = code
        self.detail = detail
    }

    init(_ error: TransportError) {
        let codes: [TransportError.Reason: Code] = [
            .timedOut: .timedOut, .unreachable: .unreachable, .insecure: .insecure, .cancelled: .cancelled,
            .tooLong: .unreadableResponse,
        ]
        self.init(codes[error.reason] ?? .transportFailed, detail: error.detail)
    }

    /// The error as the callback form delivers it.
    ///
    /// - Parameter messageInDomain: Puts the text where the documented SDK's samples look for it.
    public func nsError(messageInDomain: Bool = true) -> NSError {
        var info: [String: Any] = [NSLocalizedDescriptionKey: text, Self.domainKey: Self.domain]
        info[NSLocalizedFailureReasonErrorKey] = detail
        return NSError(domain: messageInDomain ? text : Self.domain, code: code.rawValue, userInfo: info)
    }

    private var text: String {
        let text =
            switch code {
            case .notInitialised: "Call initialize before any other call."
            case .requestMissing: "The request is missing."
            case .emptyResponse: "The payment gateway sent an empty response."
            case .unreadableResponse: "The payment gateway sent a response that cannot be read."
            case .unreachable: "The payment gateway cannot be reached."
            case .timedOut: "The payment gateway did not answer in time."
            case .insecure: "A secure connection to the payment gateway cannot be made."
            case .cancelled: "The call was cancelled."
            case .malformedRequest: "The request cannot be read."
            default: "The connection to the payment gateway broke."
            }
        return Bundle.main.localizedString(forKey: text, value: text, table: "PGW")
    }
}

extension PGWError: CustomStringConvertible {
    /// The text, and the detail where there is one.
    public var description: String { detail.map { "\(text) \($0)" } ?? text }
}

extension PGWError: LocalizedError, CustomNSError {
    public static var errorDomain: String { domain }
    public var errorCode: Int { code.rawValue }
    public var errorDescription: String? { text }
    public var failureReason: String? { detail }
}
