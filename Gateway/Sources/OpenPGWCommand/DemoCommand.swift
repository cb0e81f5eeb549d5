internal import ArgumentParser
internal import Foundation
internal import Gateway
internal import Logging
internal import PGW
internal import PGWMerchant
internal import PGWWire
internal import StrictJSON
internal import TokenVault

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Run the whole path once, on a sandbox of its own.",
        discussion: """
            Starts a sandbox gateway on a free port in a temporary folder, mints a payment token as the merchant's backend, \
            lists the customer's stored cards as the app, and cleans up. With --payment it pays: a card is stored by paying, with \
            3-D Secure, the backend is notified, and the stored card is listed, paid with and deleted.
            """)

    @Flag(help: "Pay, too: from the payment token to the notification, and the stored card to its end.") var payment = false

    func run() async throws {
        LoggingSystem.bootstrap { _ in LineLog(level: .warning) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("openpgw-demo-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let node = try await Node.open(
            Settings(file: nil, given: ["data": folder, "sandbox": "true"], environment: [:]), for: .changing)
        let gateway = try Gateway(
            configuration: GatewayConfiguration(profile: .sandbox, port: 0), services: node.services,
            logger: Logger(label: "openpgw"))
        let (addresses, address) = AsyncStream.makeStream(of: URL.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await gateway.run { address.yield($0) } }
            for await url in addresses {
                Terminal.print("A sandbox gateway listens at \(url.absoluteString).\n")
                if payment { try await pay(url, node) } else { try await Self.fourSteps(url, node) }
                break
            }
            group.cancelAll()
            while let result = await group.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
    }

    /// Beside a backend that is notified.
    private func pay(_ gateway: URL, _ node: Node) async throws {
        let (told, tell) = AsyncStream.makeStream(of: String.self)
        let backend = NotifiedBackend(
            secrets: { id in try await node.merchants.find(id).map { try MerchantSecret($0.printedSecret) } },
            show: { tell.yield("notified: \($0)") })
        let (addresses, address) = AsyncStream.makeStream(of: String.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                // One that cannot listen is not waited for.
                defer { address.finish() }
                try await NotificationListener(port: 0) { try await backend.answer($0, $1) }.run { address.yield($0) }
            }
            for await url in addresses {
                try await PaymentDemo(gateway: gateway, node: node, backend: url, notifications: told).run()
                break
            }
            group.cancelAll()
            while let result = await group.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
    }

    private static func fourSteps(_ gateway: URL, _ node: Node) async throws {
        let merchant = try await node.merchant("JT04")
        let wire = WireTap()
        let client = PaymentTokenClient(
            gateway: gateway, secret: try MerchantSecret(merchant.printedSecret), transport: wire)
        let sdk = CommandSDK.make(gateway: gateway, transport: wire)

        step(1, "The merchant's backend mints a payment token: a signed request that names the customer's tokens.")
        var request = PaymentTokenRequest(
            merchantID: "JT04", invoiceNo: "1595219400", description: "item 1", amount: 1000, currencyCode: "THB")
        request.paymentChannel = ["ALL"]
        request.customerToken = ["20052010380915759367"]
        Terminal.print("  claims  \(WireTap.shortened(.object(request.claims)).text)")
        let paymentToken = try await client.mint(request).paymentToken

        step(2, "The app receives the payment token from its backend.")
        Terminal.print("  token   \(paymentToken.prefix(16))… (\(paymentToken.count) characters)")

        step(3, "The app prepares a customer token info request.")
        let info = CustomerTokenInfoRequest(paymentToken: paymentToken)
        Terminal.print("  CustomerTokenInfoRequest(paymentToken: \(paymentToken.prefix(6))…)")

        step(4, "The gateway answers with the stored cards, masked, with their status.")
        let response = try await sdk.customerTokenInfo(info)
        guard response.responseCode == APIResponseCode.APISuccess else {
            throw Refused("\(response.responseCode): \(response.responseDescription)")
        }

        Terminal.print("\nThe documented request names one token. With all of the customers' tokens, in every status:\n")
        request.invoiceNo = "1595219401"
        request.customerToken = try await node.vault.list(of: merchant.id).map(\.token)
        let quiet = PaymentTokenClient(gateway: gateway, secret: try MerchantSecret(merchant.printedSecret))
        let everything = try await quiet.mint(request).paymentToken
        let all = try await CommandSDK.make(gateway: gateway).customerTokenInfo(paymentToken: everything)
        Terminal.print(CommandSDK.table(all.customerTokens))
    }

    private static func step(_ number: Int, _ words: String) { Terminal.print("\(number). \(words)") }
}

/// Shows what goes over the wire, shortened.
struct WireTap: Transport {
    private let inner = SystemTransport.make()

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        Terminal.print("  → POST \(request.url.path)  \(Self.shown(request.body ?? Data()))")
        let response = try await inner.send(request)
        Terminal.print("  ← \(response.status)  \(Self.shown(response.body))")
        return response
    }

    private static func shown(_ body: Data) -> String {
        (try? JSON(parsing: Array(body))).map { shortened($0).text } ?? "\(body.count) bytes"
    }

    /// Long texts by their beginning; a token is never shown whole.
    static func shortened(_ json: JSON) -> JSON {
        switch json {
        case .string(let text) where text.count > 40: .string("\(text.prefix(16))…(\(text.count))")
        case .array(let items): .array(items.map(shortened))
        case .object(let object):
            .object(
                object.members.reduce(into: JSONObject()) { short, member in short[member.name] = shortened(member.value) })
        default: json
        }
    }
}
