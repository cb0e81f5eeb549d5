internal import ArgumentParser
internal import Foundation
internal import Gateway
internal import Logging

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the gateway.",
        discussion: """
            Prints `openpgw ready at ADDRESS` on standard output once it takes requests; logs go to standard error. Ends at \
            SIGTERM or Ctrl-C, once the requests in flight are answered.
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

    func run() async throws {
        var settings = try node.settings()
        settings.give([
            "host": host, "port": port.map(String.init), "tls-certificate": tlsCertificate, "tls-key": tlsKey,
            "public-url": publicURL, "log-level": logLevel, "channels": channels,
        ])
        let configuration = try Self.configuration(settings)
        let level = try Self.logLevel(settings, configuration.profile)
        LoggingSystem.bootstrap { _ in LineLog(level: level) }
        if configuration.profile == .production { Self.refuseCores() }

        let node = try await Node.open(settings)
        let gateway = try Gateway(configuration: configuration, services: node.services, logger: Logger(label: "openpgw"))
        let folder = node.folder
        try await gateway.run { address in
            Terminal.announce("openpgw ready at \(address.absoluteString)")
            if configuration.profile == .sandbox {
                Terminal.note(
                    """
                    This is a sandbox: its merchants and cards are for testing. To sign requests as JT04:
                      openpgw merchant show JT04 --secret --sandbox --data \(folder)
                    """)
            }
        }
    }

    private static func configuration(_ settings: Settings) throws -> GatewayConfiguration {
        var configuration = GatewayConfiguration(
            profile: try settings.flag("sandbox") ? .sandbox : .production,
            host: try settings.text("host") ?? "127.0.0.1", port: try settings.number("port", in: 0...65_535) ?? 8080)
        switch (try settings.text("tls-certificate"), try settings.text("tls-key")) {
        case (let certificate?, let key?): configuration.tls = .init(certificate: certificate, key: key)
        case (nil, nil): break
        default: throw Refused("TLS takes both: --tls-certificate and --tls-key")
        }
        if let text = try settings.text("public-url") {
            guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host != nil else {
                throw Refused("public-url is not an http or https address")
            }
            configuration.publicURL = url
        }
        if let channels = try settings.text("channels") {
            configuration.channels = Set(channels.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        }
        return configuration
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
