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

    public init(url: URL, headers: [String: String], body: Data?, timeout: TimeInterval = 30) {
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
    }
}

public struct TransportResponse: Sendable {
    public let status: Int
    public let body: Data
    /// Where a redirection leads: its scheme and host, or its path on the same host. `nil` for any other answer.
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
        enum Kind: String, Sendable { case timedOut, unreachable, insecure, cancelled, failed }
        let kind: Kind

        /// The time limit passed.
        public static let timedOut = Reason(kind: .timedOut)
        /// No connection: the name does not resolve, nobody listens, or the network is away.
        public static let unreachable = Reason(kind: .unreachable)
        /// TLS failed: an untrusted, expired or foreign certificate.
        public static let insecure = Reason(kind: .insecure)
        /// The task was cancelled.
        public static let cancelled = Reason(kind: .cancelled)
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
