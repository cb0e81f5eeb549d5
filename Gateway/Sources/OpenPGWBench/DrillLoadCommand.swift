internal import ArgumentParser
internal import Foundation
internal import PGW
internal import PGWMerchant

/// The clients of `make drill`: each mints, lists, adds, updates and deletes, and writes down what it asked and what it was told.
///
/// A line of standard output is a call: when it began and how long it took, in milliseconds; what it was; `ok` or why not; what it was about;
/// what came of it; parted by tabs.
struct DrillLoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill-load", abstract: "Keep a gateway busy until standard input ends, and write down every call.",
        discussion: "The merchant's secret is read from OPENPGW_MERCHANT_SECRET.")

    @Option(help: "The gateway.") var endpoint: String
    @Option(help: "The merchant.") var merchant = "JT04"
    @Option(help: "The merchant's private key, PEM.") var key: String
    @Option(help: "How many work at a time.") var clients = 8

    func run() async throws {
        guard let gateway = URL(string: endpoint), let secret = ProcessInfo.processInfo.environment["OPENPGW_MERCHANT_SECRET"]
        else { throw ValidationError("There is no address, or no secret.") }
        let keys = try MerchantKeyPair(privateKeyPEM: try String(contentsOfFile: key, encoding: .utf8))
        let gatewayKeys = try await GatewayPublicKeys.fetch(from: gateway)
        let shop = Shop(
            merchant: merchant,
            backend: PaymentTokenClient(gateway: gateway, secret: try MerchantSecret(secret)),
            cards: CustomerTokenClient(gateway: gateway, merchantID: merchant, keys: keys, gatewayKeys: gatewayKeys))
        PGWSDK.initialize(params: PGWSDKParamsBuilder(gateway: gateway, apiEnvironment: .Sandbox).clientId("drill").build())
        let working = Task {
            await withTaskGroup { group in
                for client in 0..<clients {
                    group.addTask {
                        var client = DrillClient(shop: shop, number: client)
                        return await client.work()
                    }
                }
                return await group.reduce(into: []) { $0 += $1 }
            }
        }
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                while readLine() != nil {}
                continuation.resume()
            }
        }
        working.cancel()
        // Every payment token that was given out, once more.
        for token in await working.value { await shop.list(token) }
    }
}

private struct Shop: Sendable {
    let merchant: String
    let backend: PaymentTokenClient
    let cards: CustomerTokenClient

    /// - Returns: What `call` returned; `nil` where it was not acknowledged.
    @discardableResult
    func note<T>(_ kind: String, _ subject: String, _ call: () async throws -> (T, String)) async -> T? {
        let began = Date()
        var value: T?
        var (outcome, result) = ("ok", "")
        do { (value, result) = try await call() } catch {
            outcome = "\(error)".replacing("\t", with: " ").split(whereSeparator: \.isNewline).joined(separator: " ")
        }
        let took = Int(Date().timeIntervalSince(began) * 1000)
        let line = "\(Int(began.timeIntervalSince1970 * 1000))\t\(took)\t\(kind)\t\(outcome)\t\(subject)\t\(result)\n"
        try? FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
        return value
    }

    func list(_ paymentToken: String) async {
        await note("list", paymentToken) {
            // Asked for in a task of its own: what ends the clients ends no call that was begun.
            let answer = try await Task { try await PGWSDK.shared.customerTokenInfo(paymentToken: paymentToken) }.value
            guard answer.responseCode == "0000" else { throw ValidationError(answer.responseCode) }
            return (answer, answer.customerTokens.map { "\($0.token)=\($0.name)" }.joined(separator: ";"))
        }
    }
}

/// One client with cards of its own.
private struct DrillClient {
    let shop: Shop
    let number: Int
    private var tokens: [String] = []
    private var paymentTokens: [String] = []

    init(shop: Shop, number: Int) {
        self.shop = shop
        self.number = number
    }

    /// - Returns: The payment tokens it was given.
    mutating func work() async -> [String] {
        var round = 0
        while !Task.isCancelled {
            round += 1
            await turn(round)
        }
        return paymentTokens
    }

    private mutating func turn(_ round: Int) async {
        let (shop, number) = (shop, number)
        let name = "c\(number)r\(round)"
        let card = InventedCard.number(number * 1_000_000 + round)
        let added = await shop.note("add", name) {
            let stored = try await Task { try await shop.cards.add(cardNumber: card, expiry: "2039-12-31", name: name) }.value
            return (stored.token ?? "", stored.token ?? "")
        }
        if let added { tokens.append(added) }
        guard let token = tokens.randomElement() else { return }

        if let paymentToken = await mint("drill\(number)x\(round)") {
            paymentTokens.append(paymentToken)
            await shop.list(paymentToken)
        }
        let changed = UpdateCustomerTokenRequest(
            merchantID: shop.merchant, token: token, name: "c\(number)u\(round)", expiry: "2039-12-31")
        await shop.note("update", "\(token) \(changed.name)") {
            (try await Task { try await shop.cards.update(changed) }.value, "")
        }
        if round % 3 == 0, tokens.count > 3 {
            tokens.removeAll { $0 == token }
            await shop.note("delete", token) { (try await Task { try await shop.cards.delete(token) }.value, "") }
        }
    }

    /// Asks until it is told, as a backend does: under one invoice number, and with one idempotency id.
    private func mint(_ invoice: String) async -> String? {
        var request = PaymentTokenRequest(
            merchantID: shop.merchant, invoiceNo: invoice, description: "drill", amount: 1, currencyCode: "THB")
        request.idempotencyID = invoice
        request.customerToken = tokens.suffix(10)
        while true {
            let sent = request
            let minted = await shop.note("mint", invoice) {
                let token = try await Task { try await shop.backend.mint(sent).paymentToken }.value
                return (token, token)
            }
            if minted != nil || Task.isCancelled { return minted }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }
}
