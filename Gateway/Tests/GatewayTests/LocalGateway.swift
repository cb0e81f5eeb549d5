import Foundation
import Gateway
import Logging
import PGWTesting
import Payments
import StoreTesting
import StrictJSON
import Testing
import TokenVault
import WireTesting

/// A gateway inside the test's own process: a real socket, a real file, its log in memory.
struct LocalGateway {
    let address: URL
    let port: Int
    /// 0 where any free one would do.
    private let configuredPort: Int
    let services: GatewayServices
    let log: CapturedLog
    /// Every raw answer, one after the other.
    let answers: CapturedText
    let clock: SandboxClock
    let folder: String

    /// Runs a sandbox gateway for the length of `body`, then searches its log, answers and files for card numbers (SEC-01, 04,
    /// 05).
    @discardableResult
    static func run<Result>(
        _ change: (inout GatewayConfiguration) -> Void = { _ in }, store: ((any Store) -> any Store)? = nil,
        isolation: isolated (any Actor)? = #isolation, _ body: (LocalGateway) async throws -> Result
    ) async throws -> Result {
        var (local, running) = try await started(change, store)
        // The SDK knows the keys of gateways it has paid at by their addresses, so no two have one.
        while local.configuredPort == 0, !ports.withLock({ $0.insert(local.port).inserted }) {
            running.cancel()
            _ = try? await running.value
            (local, running) = try await started(change, store)
        }
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await body(local)) } catch { result = .failure(error) }
        running.cancel()
        _ = try? await running.value
        let leaks =
            CardNumberLeaks.scan(local.log.text, in: "log") + CardNumberLeaks.scan(local.answers.text, in: "answers")
            + (try CardNumberLeaks.scan(folder: local.folder, for: sandboxCardNumbers))
        if !leaks.isEmpty { throw CardNumberLeaked(leaks: leaks) }
        return try result.get()
    }

    private static let ports = Locked<Set<Int>>([])

    private static func started(
        _ change: (inout GatewayConfiguration) -> Void, _ store: ((any Store) -> any Store)?
    ) async throws -> (LocalGateway, Task<Void, any Error>) {
        let folder = try temporaryFolder()
        var configuration = GatewayConfiguration(profile: .sandbox, port: 0)
        change(&configuration)
        let file = try await TestStore(in: folder).store
        let store = store?(file) ?? file
        let sandboxClock = SandboxClock()
        let keyring = try await Keyring.open(
            master: try MasterKey.create(folder + "/master.key"), store: file, clock: sandboxClock.wallClock)
        let merchants = Merchants(keyring: keyring, store: store, clock: sandboxClock.wallClock)
        let vault = Vault(keyring: keyring, store: store, clock: sandboxClock.wallClock, allowsTestCards: true)
        let sandbox = Sandbox(clock: sandboxClock, vault: vault, merchants: merchants, store: file)
        try await sandbox.seed()
        let exchange = ExchangeKeys(keyring: keyring, store: store, clock: sandboxClock.wallClock)
        let outbox = Outbox(store: store, keyring: keyring, clock: sandboxClock.wallClock)
        let services = GatewayServices(
            vault: vault, merchants: merchants,
            sessions: Sessions(store: store, keyring: keyring, clock: sandboxClock.wallClock),
            cashier: Cashier(
                store: store, keyring: keyring, vault: vault,
                acquirer: SimulatedAcquirer(clock: sandboxClock.wallClock, seed: Array("test".utf8)),
                clock: sandboxClock.wallClock, bell: outbox.bell),
            outbox: outbox, gatewayKeys: GatewayKeys(store: exchange, clock: sandboxClock.wallClock),
            merchantKeys: MerchantKeys(store: exchange), store: store, clock: sandboxClock.wallClock, metrics: Metrics(),
            sandbox: sandbox)
        let log = CapturedLog()
        let gateway = try Gateway(configuration: configuration, services: services, logger: log.logger)
        let (addresses, ready) = AsyncStream.makeStream(of: URL.self)
        let running = Task {
            // One that cannot start is not waited for.
            defer { ready.finish() }
            try await gateway.run { ready.yield($0) }
        }
        var iterator = addresses.makeAsyncIterator()
        guard let address = await iterator.next(), let port = address.port else {
            try await running.value
            throw CancellationError()
        }
        let local = LocalGateway(
            address: address, port: port, configuredPort: configuration.port, services: services, log: log,
            answers: CapturedText(), clock: sandboxClock, folder: folder)
        return (local, running)
    }

    /// Its address by the machine's name. Gateways that are processes of their own are known by 127.0.0.1, and may have had its port.
    var named: URL { get throws { try #require(URL(string: "http://localhost:\(port)")) } }

    func merchant(_ id: String = "JT04") async throws -> Merchant {
        guard let merchant = try await services.merchants.find(id) else { throw CancellationError() }
        return merchant
    }

    func backend(_ id: String = "JT04") async throws -> PaymentTokenClient {
        PaymentTokenClient(gateway: address, secret: try MerchantSecret(try await merchant(id).printedSecret))
    }

    /// The documented example, under an invoice number of its own.
    static func request(_ invoice: String = UUID().uuidString, tokens: [String] = ["20052010380915759367"]) -> PaymentTokenRequest
    {
        var request = PaymentTokenRequest(
            merchantID: "JT04", invoiceNo: invoice, description: "item 1", amount: 1000, currencyCode: "THB")
        request.customerToken = tokens
        return request
    }

    // MARK: Raw exchanges

    func post(_ path: String, _ body: String, headers: [String] = []) async throws -> RawAnswer {
        let head = ["POST \(path) HTTP/1.1", "Host: x", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers
        return try await exchange(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    func get(_ path: String, method: String = "GET", headers: [String] = []) async throws -> RawAnswer {
        let head = ["\(method) \(path) HTTP/1.1", "Host: x", "Connection: close"] + headers
        return try await exchange(head.joined(separator: "\r\n") + "\r\n\r\n")
    }

    /// Sends bytes on a connection that has answered a request already, and reads until the gateway closes.
    func exchangeSecond(_ bytes: String) async throws -> RawAnswer {
        let port = port
        return try await blocking {
            let socket = try RawSocket(port: port)
            try socket.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            _ = try socket.read()
            try socket.send(bytes)
            return RawAnswer(try socket.readAll())
        }
    }

    /// Sends bytes and reads until the gateway closes.
    func exchange(_ bytes: String) async throws -> RawAnswer {
        let answer = try await RawAnswer.of(bytes, port: port)
        answers.add(answer.whole + "\n")
        return answer
    }
}

/// Text that grows.
final class CapturedText: Sendable {
    private let lines = Locked("")

    var text: String { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0 += line } }
}

/// Keeps every record, at every level.
final class CapturedLog: Sendable {
    private let lines = CapturedText()

    var text: String { lines.text }
    var logger: Logger { Logger(label: "test") { _ in LineLog(level: .trace) { self.lines.add($0) } } }
}
