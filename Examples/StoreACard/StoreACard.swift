// A merchant's whole dealing with one card: keys are exchanged, the card is stored, listed, changed and deleted.
//
//     make serve                          # in another terminal
//     Gateway/.build/debug/openpgw merchant show JT04 --secret --sandbox
//     OPENPGW_MERCHANT_SECRET=… swift run ExampleStoreACard http://127.0.0.1:8080 JT04
//
// Against a sandbox, which takes public keys by a call of its own; in production it is `openpgw merchant key add`.

import Foundation
import PGW
import PGWMerchant

@main
struct StoreACard {
    static func main() async {
        guard CommandLine.arguments.count == 3, let gateway = URL(string: CommandLine.arguments[1]),
            let secret = ProcessInfo.processInfo.environment["OPENPGW_MERCHANT_SECRET"]
        else {
            print("usage: OPENPGW_MERCHANT_SECRET=… ExampleStoreACard GATEWAY MERCHANT")
            exit(2)
        }
        do {
            try await run(gateway, merchant: CommandLine.arguments[2], secret: secret)
        } catch {
            print(error)
            exit(1)
        }
    }

    private static func run(_ gateway: URL, merchant: String, secret: String) async throws {
        // 1. Keys are exchanged: the merchant's public one for the gateway's.
        let pair = try MerchantKeyPair.generate()
        try await give(try pair.certificatePEM(name: merchant), of: merchant, to: gateway)
        let cards = CustomerTokenClient(
            gateway: gateway, merchantID: merchant, keys: pair, gatewayKeys: try await .fetch(from: gateway))

        // 2. A card is stored.
        let (soon, later) = (month(2), month(30))
        let stored = try await cards.add(cardNumber: "4111111111111111", expiry: later, name: "Somchai Jaidee")
        let token = stored.token ?? ""
        print("stored \(stored.accountNo ?? "")")

        // 3. The app lists it.
        let backend = PaymentTokenClient(gateway: gateway, secret: try MerchantSecret(secret))
        PGWSDK.initialize(params: PGWSDKParamsBuilder(gateway: gateway).build())
        var session = PaymentTokenRequest(
            merchantID: merchant, invoiceNo: UUID().uuidString, description: "item 1", amount: 100, currencyCode: "THB")
        session.customerToken = [token]
        let paymentToken = try await backend.mint(session).paymentToken
        func list() async throws -> [CustomerTokenInfo] {
            try await PGWSDK.shared.customerTokenInfo(paymentToken: paymentToken).customerTokens
        }
        for card in try await list() { print("listed \(card.accountNo) \(card.tokenStatus)") }

        // 4. Its expiry changes, and with it its status.
        _ = try await cards.update(
            UpdateCustomerTokenRequest(merchantID: merchant, token: token, name: "Somchai Jaidee", expiry: soon))
        for card in try await list() { print("listed \(card.accountNo) \(card.tokenStatus)") }

        // 5. It is deleted, and gone.
        try await cards.delete(token)
        print("listed \(try await list().count) cards")
        do {
            _ = try await cards.get(token)
            print("the gateway still has it")
            exit(1)
        } catch {
            print("deleted: asked for it, the gateway answers \(error.code?.rawValue ?? "nothing")")
        }
    }

    /// Hands a public key to a sandbox.
    private static func give(_ publicKey: String, of merchant: String, to gateway: URL) async throws {
        let body = try JSONEncoder().encode(["merchantID": merchant, "publicKey": publicKey])
        let answer = try await SystemTransport.make().send(
            TransportRequest(url: gateway.appendingPathComponent("sandbox/keys"), headers: [:], body: body))
        guard answer.status == 200 else {
            print("the gateway did not take the key: \(String(decoding: answer.body, as: UTF8.self))")
            exit(1)
        }
    }

    /// The first of a month so many from now, `yyyy-MM-dd`.
    private static func month(_ months: Int) -> String {
        let date = Calendar(identifier: .gregorian).date(byAdding: .month, value: months, to: Date()) ?? Date()
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month], from: date)
        let month = parts.month ?? 1
        return "\(parts.year ?? 2000)-\(month < 10 ? "0" : "")\(month)-01"
    }
}
