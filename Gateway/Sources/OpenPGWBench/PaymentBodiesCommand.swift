internal import ArgumentParser
internal import Foundation
internal import PGWMerchant

/// Bodies of Do Payment, each for a session of its own, with a stored card and no authentication.
struct PaymentBodiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payment-bodies", abstract: "Mint sessions at a gateway, and print a Do Payment for each, a line each.",
        discussion:
            "The merchant's secret is read from OPENPGW_MERCHANT_SECRET, its customers' tokens from standard input, a line each.")

    @Option(help: "The gateway.") var endpoint: String
    @Option(help: "The merchant.") var merchant = "JT04"
    @Option(help: "How many.") var count: Int
    @Option(help: "How many are minted at a time.") var clients = 32

    func run() async throws {
        guard let gateway = URL(string: endpoint), let secret = ProcessInfo.processInfo.environment["OPENPGW_MERCHANT_SECRET"]
        else { throw ValidationError("There is no address, or no secret.") }
        var tokens: [String] = []
        while let token = readLine() { tokens.append(token) }
        guard !tokens.isEmpty else { throw ValidationError("There are no tokens on standard input.") }
        let backend = PaymentTokenClient(gateway: gateway, secret: try MerchantSecret(secret))
        try await withThrowingTaskGroup(of: Void.self) { [merchant, count, clients, tokens] group in
            for client in 0..<clients {
                group.addTask {
                    for number in stride(from: client, to: count, by: clients) {
                        let token = tokens[number % tokens.count]
                        var request = PaymentTokenRequest(
                            merchantID: merchant, invoiceNo: UUID().uuidString, description: "item 1", amount: 1000,
                            currencyCode: "THB")
                        request.request3DS = "N"
                        request.customerToken = [token]
                        let paymentToken = try await backend.mint(request).paymentToken
                        let body =
                            #"{"paymentToken":"\#(paymentToken)","payment":{"code":{"channelCode":"CC"},"data":{"customerToken":"\#(token)","securityCode":"123"}}}"#
                        try FileHandle.standardOutput.write(contentsOf: Data((body + "\n").utf8))
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
