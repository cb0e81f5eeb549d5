public import Foundation

/// How a gateway runs.
public struct GatewayConfiguration: Sendable {
    /// The same code either way; what differs is what is forbidden (design decision 10).
    public enum Profile: String, Sendable {
        /// Refuses test cards, demo merchants and plain text beyond the machine itself.
        case production
        /// Has merchants and cards from the start, and calls that turn its clock and reset it.
        case sandbox
    }

    public var profile: Profile
    public var host: String
    /// 0 for any free port.
    public var port: Int
    /// PEM files; `nil` for plain text.
    public var tls: TLSFiles?
    /// Where clients reach the gateway, for the addresses in its answers; `nil` for where it listens.
    public var publicURL: URL?
    /// Channels this gateway can take payments on; empty for all.
    public var channels: Set<String> = []
    public var limits = Limits()
    /// Origins whose pages may make the calls that are for browsers: `https://shop.example`.
    public var allowedOrigins: Set<String> = []
    /// How long everything is still answered after the gateway was asked to stop.
    public var drain: Duration

    public struct Limits: Sendable {
        /// Bytes of a request's body.
        public var body = 64 * 1024
        /// Bytes of all headers of a request.
        public var headers = 16 * 1024
        /// Headers of a request.
        public var headerCount = 100
        /// Time for a request that has begun to arrive whole.
        public var readTimeout = Duration.seconds(15)
        /// Time a connection may be open without a request.
        public var idleTimeout = Duration.seconds(75)
        /// Connections at a time; more wait to be accepted.
        public var connections = 4096
        /// Requests at a time; more are answered 503.
        public var requests = 1024
        /// Life of a payment token where the request sets none.
        public var tokenLifetime: TimeInterval = 30 * 60
        /// The longest life `paymentExpiry` can ask for.
        public var maximumTokenLifetime: TimeInterval = 30 * 24 * 60 * 60

        public init() {}
    }

    public init(profile: Profile, host: String = "127.0.0.1", port: Int = 8080) {
        self.profile = profile
        self.host = host
        self.port = port
        drain = profile == .production ? .seconds(5) : .zero
    }

    /// The longest a stop may take, whatever clients withhold.
    var longestStop: Duration { max(.seconds(15), drain + .seconds(10)) }

    /// Refuses what the profile forbids, and what TLS cannot be done with: before anything is made.
    public func validate() throws(ConfigurationError) {
        let isLocal = ["127.0.0.1", "::1", "localhost"].contains(host)
        if profile == .production, tls == nil, !isLocal {
            throw ConfigurationError(
                "production does not listen on \(host) in plain text; give --tls-certificate and --tls-key, or listen on 127.0.0.1 behind a proxy that does TLS"
            )
        }
        _ = try tls?.load { _ in }
    }
}

/// A configuration that cannot be run, in words for the person who wrote it.
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
