internal import HTTPTransport
internal import HummingbirdCore
internal import HummingbirdTLS
public import Foundation
public import Logging
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import PGWWire
public import Payments
internal import ServiceLifecycle
public import TokenVault
internal import UnixSignals

/// The HTTP service: listens, answers, and stops without losing a request.
public struct Gateway: Sendable {
    private let configuration: GatewayConfiguration
    private let services: GatewayServices
    private let logger: Logger

    /// - Throws: ``ConfigurationError`` when the profile forbids the configuration.
    public init(configuration: GatewayConfiguration, services: GatewayServices, logger: Logger) throws {
        try configuration.validate()
        self.configuration = configuration
        self.services = services
        self.logger = logger
    }

    /// Runs until the process is asked to stop (`SIGTERM`, `SIGINT`) or the task is cancelled. Asked to stop, `/ready` says so at
    /// once; for the time of ``GatewayConfiguration/drain`` everything is still answered; then requests in flight finish.
    ///
    /// - Parameter onReady: Called once with the address, when requests are taken.
    public func run(onReady: @escaping @Sendable (URL) async -> Void) async throws {
        let address = ListeningAddress(publicURL: configuration.publicURL)
        let workers = RSAWorkers()
        defer { workers.stop() }
        let draining = Draining()
        let responder = Responder(
            routes: Routes.of(services, configuration, address, workers, draining), limits: configuration.limits,
            crossOrigin: CrossOrigin(origins: configuration.allowedOrigins), draining: draining, metrics: services.metrics,
            logger: logger)
        // The framework's own words: the gateway logs each failure itself, once.
        var quiet = logger
        quiet.logLevel = .critical
        let server = try channel(responder).server(
            configuration: ServerConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: .maximum(configuration.limits.connections, logger: quiet)),
            onServerRunning: { channel in
                let listening = channel.localAddress
                let url = address.set(listening?.port, isEverywhere: listening?.isEverywhere == true, configuration)
                if listening?.isEverywhere == true, configuration.publicURL == nil {
                    logger.warning(
                        "addresses in answers begin with one that only this machine reaches; name the one clients use with --public-url",
                        metadata: ["address": "\(url.absoluteString)"])
                }
                await onReady(url)
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: quiet)
        var life = ServiceGroupConfiguration(
            services: [
                server, SessionSweeper(sessions: services.sessions, logger: logger),
                NotificationSender(
                    outbox: services.outbox, merchants: services.merchants, transport: SystemTransport.make(),
                    isSandbox: configuration.profile == .sandbox, logger: logger),
                PaymentSettler(cashier: services.cashier, merchants: services.merchants, logger: logger),
                Drain(draining: draining, duration: configuration.drain, logger: logger),
            ].map { .init(service: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        life.maximumGracefulShutdownDuration = configuration.longestStop
        let group = ServiceGroup(configuration: life)
        do {
            try await group.run()
        } catch is SocketAddressError, is SocketAddressError.UnknownHost {
            throw ConfigurationError(
                "--host \(configuration.host) is not a name or an address; it has no scheme before it, and a port goes to --port")
        } catch let error as IOError {
            throw ConfigurationError(
                error.errnoCode == EADDRINUSE
                    ? "port \(configuration.port) on \(configuration.host) is already in use; choose another with --port"
                    : "cannot listen on --host \(configuration.host) --port \(configuration.port): \(String(cString: strerror(error.errnoCode)))"
            )
        }
    }

    private func channel(_ responder: Responder) throws -> any ServerChildChannel {
        let http = HTTPChannel(responder: responder)
        guard let files = configuration.tls else { return http }
        return try TLSChannel(http, tlsConfiguration: try files.load { logger.warning("\($0)") })
    }
}

/// What the operations work with.
public struct GatewayServices: Sendable {
    public let vault: Vault
    public let merchants: Merchants
    public let sessions: Sessions
    public let cashier: Cashier
    public let outbox: Outbox
    public let gatewayKeys: GatewayKeys
    public let merchantKeys: MerchantKeys
    public let store: any Store
    public let clock: WallClock
    public let metrics: Metrics
    /// Present in a sandbox alone.
    public let sandbox: Sandbox?

    public init(
        vault: Vault, merchants: Merchants, sessions: Sessions, cashier: Cashier, outbox: Outbox, gatewayKeys: GatewayKeys,
        merchantKeys: MerchantKeys,
        store: any Store, clock: WallClock, metrics: Metrics, sandbox: Sandbox?
    ) {
        self.vault = vault
        self.merchants = merchants
        self.sessions = sessions
        self.cashier = cashier
        self.outbox = outbox
        self.gatewayKeys = gatewayKeys
        self.merchantKeys = merchantKeys
        self.store = store
        self.clock = clock
        self.metrics = metrics
        self.sandbox = sandbox
    }
}
