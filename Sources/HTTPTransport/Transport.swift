public import Foundation

/// One HTTP exchange. Replace it to pin certificates, to go through a proxy, or to answer from a test.
public protocol Transport: Sendable {
    /// Sends a request and returns the answer, whatever its status. A redirection is an answer, too.
    ///
    /// Cancelling the task cancels the exchange.
    ///
    /// - Throws: ``TransportError`` when there is no answer.
    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse
}

/// A `POST` with a body, or a `GET`.
public struct TransportRequest: Sendable {
    public let url: URL
    public let headers: [String: String]
    /// What is posted; `nil` for a `GET`.
    public let body: Data?
    /// Seconds until the exchange is given up.
    public let timeout: TimeInterval
    /// Bytes of the longest body that is read.
    public let responseLimit: Int
    /// Whether asking twice does what asking once does. Otherwise a transport must not ask again by itself: where a kept connection ends
    /// without an answer, nobody knows whether the request was done (RFC 9110 §9.2.2).
    public let isRepeatable: Bool
    /// Says of the address a connection is about to go to, 4 or 16 bytes, whether it may; `nil` for any. It is asked of what a name has
    /// turned out to be, so that no name means one address when it is looked at and another when it is used. No proxy is gone through
    /// then.
    public let mayConnect: (@Sendable ([UInt8]) -> Bool)?

    public init(
        url: URL, headers: [String: String], body: Data?, timeout: TimeInterval = 30, responseLimit: Int = 1 << 20,
        isRepeatable: Bool = true, mayConnect: (@Sendable ([UInt8]) -> Bool)? = nil
    ) {
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.responseLimit = responseLimit
        self.isRepeatable = isRepeatable
        self.mayConnect = mayConnect
    }
}

public struct TransportResponse: Sendable {
    public let status: Int
    public let body: Data
    /// Where a redirection leads, for people: its scheme and host, or that it is the same host. `nil` for any other answer.
    ///
    /// A redirection is not followed. What is posted to a gateway is meant for that gateway alone, and most clients would make a
    /// `GET` of it.
    public let redirection: String?

    public init(status: Int, body: Data, redirection: String? = nil) {
        self.status = status
        self.body = body
        self.redirection = redirection
    }
}

/// Why there is no answer.
public struct TransportError: Error, Sendable, Equatable, CustomStringConvertible {
    public struct Reason: Sendable, Hashable {
        enum Kind: String, Sendable { case timedOut, unreachable, insecure, cancelled, tooLong, failed }
        let kind: Kind

        /// The time limit passed.
        public static let timedOut = Reason(kind: .timedOut)
        /// No connection: the name does not resolve, nobody listens, or the network is away.
        public static let unreachable = Reason(kind: .unreachable)
        /// TLS failed: an untrusted, expired or foreign certificate.
        public static let insecure = Reason(kind: .insecure)
        /// The task was cancelled.
        public static let cancelled = Reason(kind: .cancelled)
        /// The answer is longer than ``TransportRequest/responseLimit``.
        public static let tooLong = Reason(kind: .tooLong)
        /// Anything else, for example a connection closed in the middle.
        public static let failed = Reason(kind: .failed)
    }

    public let reason: Reason
    /// The system's own words, for people.
    public let detail: String

    public init(_ reason: Reason, detail: String) {
        self.reason = reason
        self.detail = detail
    }

    public var description: String { "\(reason.kind.rawValue): \(detail)" }
}

extension TransportError {
    static func tooLong(_ limit: Int) -> TransportError {
        TransportError(.tooLong, detail: "The answer is longer than \(limit) bytes")
    }

    static let forbidden = TransportError(.unreachable, detail: "The address it leads to is not one that may be reached")

    static func late(_ timeout: TimeInterval) -> TransportError {
        TransportError(.timedOut, detail: "No whole answer in \(Int(timeout)) seconds")
    }
}

/// The way over HTTP that fits the system.
public enum SystemTransport {
    /// A transport of its own: `CurlTransport` on Linux, ``URLSessionTransport`` elsewhere.
    public static func make() -> any Transport {
        #if os(Linux) && canImport(Glibc)
        CurlTransport()
        #else
        URLSessionTransport()
        #endif
    }
}
