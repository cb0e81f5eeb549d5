internal import ArgumentParser
internal import Foundation
internal import Hummingbird
internal import Logging
internal import PGWMerchant
internal import PGWWire

/// A merchant's site, whole: a customer chooses, pays on the gateway's page, and comes back; the gateway tells the shop what came of it, and
/// the shop asks. `make shop` runs it beside a sandbox.
@main
struct Shop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "openpgw-shop", abstract: "An example of a shop.")

    @Option(help: "The gateway's address.") var gateway = "http://127.0.0.1:8080"
    @Option(help: "The shop's merchant, whose secret is OPENPGW_MERCHANT_SECRET.") var merchant = "JT04"
    @Option(help: "The port to listen on; 0 for any free one.") var port = 8090

    func run() async throws {
        guard let address = URL(string: gateway), let text = ProcessInfo.processInfo.environment["OPENPGW_MERCHANT_SECRET"] else {
            throw ValidationError("--gateway is no address, or OPENPGW_MERCHANT_SECRET is not set")
        }
        let secret = try MerchantSecret(text)
        let shop = Counter(
            merchant: merchant, tokens: PaymentTokenClient(gateway: address, secret: secret),
            inquiries: PaymentInquiryClient(gateway: address, secret: secret),
            notifications: NotificationVerifier(merchantID: merchant, secret: secret, demandsTimestamp: true))
        var logger = Logger(label: "shop")
        logger.logLevel = .error
        let application = Application(
            router: shop.router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                guard let port = channel.localAddress?.port else { return }
                await shop.orders.opened(at: "http://127.0.0.1:\(port)")
                try? FileHandle.standardOutput.write(contentsOf: Data("shop ready at http://127.0.0.1:\(port)\n".utf8))
            }, logger: logger)
        try await application.runService()
    }
}

/// Where customers ask, and the gateway too.
struct Counter: Sendable {
    let merchant: String
    let tokens: PaymentTokenClient
    let inquiries: PaymentInquiryClient
    let notifications: NotificationVerifier
    let orders = Orders()

    var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("/") { _, _ in Page.shop(await orders.all(), cards: await orders.cards) }
        router.post("/buy") { request, _ in try await buy(try await form(request)["thing"] ?? "") }
        router.post("/back") { request, _ in back(try await form(request)["paymentResponse"] ?? "") }
        router.get("/orders/{invoice}") { _, context in await status(context.parameters.get("invoice") ?? "") }
        router.post("/notified") { request, _ in try await notified(request) }
        return router
    }

    /// Mints a payment token that names what is bought and the customer's stored cards, and sends the browser to the gateway's page.
    private func buy(_ thing: String) async throws -> Response {
        guard let price = Orders.things[thing] else { return Page.message("There is no such thing here.", .notFound) }
        let order = await orders.begin(thing, price)
        var request = PaymentTokenRequest(
            merchantID: merchant, invoiceNo: order.invoice, description: thing, amount: price, currencyCode: "THB")
        request.customerToken = await orders.cards
        request.tokenize = true
        request.frontendReturnUrl = await orders.address + "/back"
        request.backendReturnUrl = await orders.address + "/notified"
        do {
            return Page.away(to: try await tokens.mint(request).webPaymentUrl ?? "/")
        } catch {
            return Page.message("The gateway did not take the order: \(error)", .badGateway)
        }
    }

    /// What the browser brings is a hint: the page that it goes to asks the gateway.
    private func back(_ paymentResponse: String) -> Response {
        Page.away(to: "/orders/\(FrontendReturn(paymentResponse: paymentResponse)?.invoiceNo ?? "")")
    }

    private func status(_ invoice: String) async -> Response {
        guard await orders.find(invoice) != nil else { return Page.message("There is no such order.", .notFound) }
        let request = PaymentInquiryRequest(merchantID: merchant, invoiceNo: invoice)
        // 2002: it was not tried to pay yet.
        if let result = try? await inquiries.inquire(request), result.responseCode != "2002",
            let order = await orders.find(invoice),
            order.isFor(result)
        {
            await orders.learn(result, from: .inquiry)
        }
        guard let order = await orders.find(invoice) else { return Page.message("There is no such order.", .notFound) }
        return Page.order(order)
    }

    /// Believed where it is signed and its amount is the order's; heard twice, it is one notification.
    private func notified(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: NotificationVerifier.limit)
        let headers = Dictionary(request.headers.map { ($0.name.rawName, $0.value) }) { first, _ in first }
        do {
            let told = try notifications.verify(Data(body.readableBytesView), headers: headers)
            guard let order = await orders.find(told.result.invoiceNo), order.isFor(told.result) else {
                return Response(status: .badRequest)
            }
            await orders.learn(told.result, from: .notification)
            return Response(status: .ok)
        } catch {
            return Response(status: .badRequest)
        }
    }

    private func form(_ request: Request) async throws -> Form {
        Form(Array(try await request.body.collect(upTo: 1 << 14).readableBytesView))
    }
}
