internal import ArgumentParser
internal import Foundation
internal import HTTPTypes
internal import HummingbirdCore
internal import JOSE
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import PGWMerchant
internal import PGWWire
internal import ServiceLifecycle
internal import StrictJSON
internal import TokenVault
internal import UnixSignals

struct ListenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen", abstract: "Receive notifications as a merchant's backend does: verify them and print them.",
        discussion: """
            Name its address as backendReturnUrl of a payment token request. Merchants' secrets are those of the data folder, or \
            OPENPGW_MERCHANT_SECRET. A notification that is not believed is answered 400, and one line says why. With --json, \
            standard output has claims alone, and everything else is on standard error.
            """)

    @OptionGroup var node: NodeOptions
    @Option(help: "The port to listen on; 0 for any free one.") var port = 8081
    @Flag(help: "Print each notification's claims as JSON.") var json = false

    func validate() throws { if !(0...65_535).contains(port) { throw ValidationError("--port is 0 to 65535.") } }

    func run() async throws {
        let backend = NotifiedBackend(
            secrets: try await secrets(try node.settings()), json: json, show: { Terminal.print($0) })
        try await NotificationListener(port: port) { try await backend.answer($0, $1) }.run { url in
            (json ? Terminal.note : Terminal.announce)("openpgw listens for notifications at \(url)")
        }
    }

    /// Each merchant's secret, or the one of whoever it is.
    private func secrets(_ settings: Settings) async throws -> @Sendable (String) async throws -> MerchantSecret? {
        if let secret = Settings.trimmed(ProcessInfo.processInfo.environment["OPENPGW_MERCHANT_SECRET"]) {
            let secret = try MerchantSecret(secret)
            return { _ in secret }
        }
        let node = try await Node.open(settings, for: .reading)
        return { id in try await node.merchants.find(id).map { try MerchantSecret($0.printedSecret) } }
    }
}

/// A merchant's backend that is notified, and says of what.
struct NotifiedBackend: Sendable {
    let secrets: @Sendable (String) async throws -> MerchantSecret?
    var json = false
    let show: @Sendable (String) -> Void

    /// - Returns: The HTTP status that answers it.
    func answer(_ body: Data, _ headers: [String: String]) async throws -> Int {
        // Whose it says it is; proven by that merchant's secret, or not.
        let payload = (try? JSON(parsing: Array(body)))?.object?["payload"]?.string ?? ""
        let claimed = try? JSON(parsing: CompactJWS(payload).unverifiedPayload).object
        let id = claimed?["merchantID"]?.string ?? ""
        do {
            guard let secret = try await secrets(id) else { return refuse("it is of no merchant of this vault", id) }
            let notification = try NotificationVerifier(merchantID: id, secret: secret).verify(body, headers: headers)
            let result = notification.result
            if json {
                show(JSON.object(result.claims(.v43, isAmountNumber: false)).text)
            } else {
                let words = [
                    result.responseCode, result.responseDescription, result.invoiceNo, "\(result.amount) \(result.currencyCode)",
                    result.accountNo, result.customerToken.isEmpty ? "" : "token \(result.customerToken)",
                    notification.attempt.map { "attempt \($0)" } ?? "",
                ]
                show(words.filter { !$0.isEmpty }.map(Terminal.visible).joined(separator: "  "))
            }
            return 200
        } catch let error as NotificationError {
            return refuse("\(error)", id)
        }
    }

    /// - Parameter id: The merchant it says it is of.
    private func refuse(_ words: String, _ id: String) -> Int {
        let line = "not believed: \(words)" + (id.isEmpty ? "" : " (it says it is of merchant \(Terminal.visible(id)))")
        if json { Terminal.note(line) } else { show(line) }
        return 400
    }
}

/// An HTTP server that hands on what is posted to it, whatever the path.
struct NotificationListener: Sendable {
    let port: Int
    /// - Returns: The status to answer with.
    let take: @Sendable (Data, [String: String]) async throws -> Int

    func run(onReady: @escaping @Sendable (String) async -> Void) async throws {
        var quiet = Logger(label: "listen")
        quiet.logLevel = .critical
        let channel = HTTP1Channel { [take] request, writer, _ in
            let status = try await Self.answer(request, take)
            try await writer.writeResponse(HTTPResponse(status: .init(code: status), headerFields: [.contentLength: "0"]))
        }
        let server = channel.server(
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { await onReady("http://127.0.0.1:\(port)") }
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: quiet)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: server)], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet))
        do { try await group.run() } catch let error as IOError {
            throw Refused(
                error.errnoCode == EADDRINUSE
                    ? "port \(port) is already in use; choose another with --port"
                    : "cannot listen on port \(port): \(String(cString: strerror(error.errnoCode)))")
        }
    }

    private static func answer(
        _ request: Request, _ take: @Sendable (Data, [String: String]) async throws -> Int
    ) async throws -> Int {
        guard request.method == .post else { return 405 }
        guard let body = try? await request.body.collect(upTo: NotificationVerifier.limit + 1) else { return 413 }
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.rawName.lowercased()] = field.value }
        return try await take(Data(body.readableBytesView), headers)
    }
}
