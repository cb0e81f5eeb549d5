internal import ArgumentParser
internal import Foundation
internal import Gateway
internal import Logging
internal import TokenVault

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the gateway.",
        discussion: """
            Prints `openpgw ready at ADDRESS` on standard output once it takes requests; logs go to standard error. Asked to end, by \
            SIGTERM or Ctrl-C, it says so at /ready, answers for --drain seconds more, each answer the last of its connection, and \
            ends once the requests in flight are answered: after 15 seconds, or --drain and 10 where that is longer, whatever clients do. \
            Asked a second time, it drains no longer.
            """)

    @OptionGroup var node: NodeOptions

    @Option(help: "The address to listen on. (default: 127.0.0.1)")
    var host: String?

    @Option(help: "The port to listen on; 0 for any free one. (default: 8080)")
    var port: Int?

    @Option(help: ArgumentHelp("TLS certificate chain, PEM.", valueName: "file"))
    var tlsCertificate: String?

    @Option(help: ArgumentHelp("TLS private key, PEM.", valueName: "file"))
    var tlsKey: String?

    @Option(
        name: .customLong("public-url"),
        help: ArgumentHelp("Where clients reach the gateway, if not where it listens.", valueName: "url"))
    var publicURL: String?

    @Option(help: "trace, debug, info, notice, warning or error. (default: info)")
    var logLevel: String?

    @Option(help: "Channel codes this gateway takes payments on, by commas. (default: all)")
    var channels: String?

    @Option(help: "Origins whose pages may list stored cards from a browser, by commas: https://shop.example. (default: none)")
    var allowOrigin: String?

    @Option(
        help: ArgumentHelp(
            "How long requests are still taken after SIGTERM, while /ready says 503. (default: 5, in a sandbox 0)",
            valueName: "seconds"))
    var drain: Int?

    @Option(help: ArgumentHelp("How long a connection may be idle. (default: 75)", valueName: "seconds"))
    var idleTimeout: Int?

    func run() async throws {
        var settings = try node.settings()
        settings.give([
            "host": host, "port": port.map(String.init), "tls-certificate": tlsCertificate, "tls-key": tlsKey,
            "public-url": publicURL, "log-level": logLevel, "channels": channels, "allow-origin": allowOrigin,
            "drain": drain.map(String.init), "idle-timeout": idleTimeout.map(String.init),
        ])
        let configuration = try Self.configuration(settings)
        try configuration.validate()
        let level = try Self.logLevel(settings, configuration.profile)
        LoggingSystem.bootstrap { _ in LineLog(level: level) }
        if configuration.profile == .production { Self.refuseCores() }

        let node = try await Node.open(settings, for: .making)
        let gateway = try Gateway(configuration: configuration, services: node.services, logger: Logger(label: "openpgw"))
        let place = node.place
        let key = try settings.text("master-key").map { " --master-key \($0)" } ?? ""
        let hasNobody = try await node.store.merchants().isEmpty
        try await gateway.run { address in
            Terminal.announce("openpgw ready at \(address.absoluteString)")
            if hasNobody {
                Terminal.note("warning: the vault in \(place) has no merchant yet; openpgw merchant add makes one")
            }
            if configuration.profile == .production {
                Terminal.note("serving the vault in \(place)")
            } else {
                Terminal.note(
                    """
                    This is a sandbox: its merchants and cards are for testing. To sign requests as JT04:
                      openpgw merchant show JT04 --secret --sandbox \(place.option)\(key)
                    """)
            }
        }
    }

    private static func configuration(_ settings: Settings) throws -> GatewayConfiguration {
        var configuration = GatewayConfiguration(
            profile: try settings.flag("sandbox") ? .sandbox : .production,
            host: try settings.text("host").map(Self.bare) ?? "127.0.0.1",
            port: try settings.number("port", in: 0...65_535) ?? 8080)
        switch (try settings.text("tls-certificate"), try settings.text("tls-key")) {
        case (let certificate?, let key?): configuration.tls = TLSFiles(certificate: certificate, key: key)
        case (nil, nil): break
        default: throw Refused("TLS takes both: --tls-certificate and --tls-key")
        }
        configuration.publicURL = try settings.address("public-url")
        if let seconds = try settings.number("drain", in: 0...3600) { configuration.drain = .seconds(seconds) }
        if let seconds = try settings.number("idle-timeout", in: 1...86_400) {
            configuration.limits.idleTimeout = .seconds(seconds)
        }
        configuration.allowedOrigins = Set(try settings.list("allow-origin").map(Self.origin))
        configuration.channels = Set(try Settings.channels(try settings.text("channels")))
        return configuration
    }

    /// An address of IPv6 without the brackets it has in a URL.
    private static func bare(_ host: String) -> String {
        host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }

    /// An origin as browsers spell it, or as near as people do: `HTTPS://Shop.example:443/` is `https://shop.example`.
    private static func origin(_ text: String) throws -> String {
        guard let parts = URLComponents(string: text.lowercased()), let scheme = parts.scheme,
            ["http", "https"].contains(scheme),
            let host = parts.host, !host.isEmpty, !host.contains("*"), ["", "/"].contains(parts.path), parts.query == nil,
            parts.user == nil
        else {
            throw Refused("allow-origin holds \(Terminal.visible(text)), which is not an origin such as https://shop.example")
        }
        let port = parts.port.flatMap { $0 == (scheme == "http" ? 80 : 443) ? nil : ":\($0)" } ?? ""
        return "\(scheme)://\(host)\(port)"
    }

    private static func logLevel(_ settings: Settings, _ profile: GatewayConfiguration.Profile) throws -> Logger.Level {
        let text = try settings.text("log-level") ?? "info"
        guard let level = Logger.Level(rawValue: text) else {
            throw Refused("log-level is \(text), which is not trace, debug, info, notice, warning or error")
        }
        guard profile == .sandbox || level >= .info else { throw Refused("production does not log at level \(level)") }
        return level
    }

    /// A crash must not write card data to disk.
    private static func refuseCores() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    }
}
