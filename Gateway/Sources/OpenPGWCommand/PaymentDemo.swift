internal import Foundation
internal import Gateway
internal import HTTPTransport
internal import JOSE
internal import PGW
internal import PGWMerchant
internal import PGWWire
internal import TokenVault

/// A payment from the minted token to the card that is stored, listed, paid with and deleted.
struct PaymentDemo {
    let gateway: URL
    let node: Node
    /// Where the merchant's backend is notified.
    let backend: String
    /// What it is told there, in words.
    let notifications: AsyncStream<String>

    private static let merchantID = "JT04"

    func run() async throws {
        let merchant = try await node.merchant(Self.merchantID)
        let secret = try MerchantSecret(merchant.printedSecret)
        let minting = PaymentTokenClient(gateway: gateway, secret: secret)
        let inquiry = PaymentInquiryClient(gateway: gateway, secret: secret)
        let sdk = CommandSDK.make(gateway: gateway)
        var told = notifications.makeAsyncIterator()

        step(1, "The merchant's backend mints a payment token, and says where it is to be told of the end.")
        let first = try await minting.mint(request("1595219500", storing: true)).paymentToken

        step(2, "The app pays with a card, and asks for it to be stored.")
        let card = CardPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), "4111111111111111")
            .expiryMonth(12).expiryYear(2039).securityCode("123").name("Somchai Jaidee").tokenize(true).build()
        let result = try await sdk.proceedTransaction(
            TransactionResultRequestBuilder(paymentToken: first).with(card).build())
        try expect(result.responseCode, APIResponseCode.TransactionAuthenticateRedirect, result.responseDescription)
        show("\(result.responseCode): the payer is sent to \(result.data.prefix(60))…")

        step(3, "The payer authenticates on the issuer's page, with the one-time password 123456.")
        let back = try await authenticate(result.data)
        show("the browser is led back to \(back.prefix(60))…")
        let status = try await sdk.transactionStatus(TransactionStatusRequest(paymentToken: first))
        show("\(status.responseCode): finished, says the app's status call; not yet that it is paid")

        step(4, "The backend is notified, verifies the signature, and asks once more itself.")
        if let line = await told.next() { show(line) }
        let paid = try await inquiry.inquire(PaymentInquiryRequest(merchantID: Self.merchantID, invoiceNo: "1595219500"))
        try expect(paid.responseCode, "0000", paid.responseDescription)
        show(
            "inquiry \(paid.responseCode): \(paid.amount) \(paid.currencyCode) from \(paid.accountNo), ECI \(paid.eci), token \(paid.customerToken)"
        )

        step(5, "The next session lists the stored card.")
        let second = try await minting.mint(request("1595219501", tokens: [paid.customerToken])).paymentToken
        Terminal.print(CommandSDK.table(try await sdk.customerTokenInfo(paymentToken: second).customerTokens))

        step(6, "The customer pays with it, and the backend is notified again.")
        let stored = CustomerTokenPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), paid.customerToken)
            .securityCode("123").build()
        let again = try await sdk.proceedTransaction(
            TransactionResultRequestBuilder(paymentToken: second).with(stored).build())
        try expect(again.responseCode, APIResponseCode.TransactionCompleted, again.responseDescription)
        if let line = await told.next() { show(line) }

        step(7, "The merchant deletes the card.")
        let keys = try MerchantKeyPair.generate()
        try await node.merchantKeys.add(try RSAPublicKey(pem: keys.publicKeyPEM), to: merchant)
        let maintenance = CustomerTokenClient(
            gateway: gateway, merchantID: Self.merchantID, keys: keys,
            gatewayKeys: try await GatewayPublicKeys.fetch(from: gateway))
        _ = try await maintenance.delete(paid.customerToken)
        show("token \(paid.customerToken) is no more")
    }

    private func request(_ invoice: String, storing: Bool = false, tokens: [String] = []) -> PaymentTokenRequest {
        var request = PaymentTokenRequest(
            merchantID: Self.merchantID, invoiceNo: invoice, description: "item 1", amount: 1000, currencyCode: "THB")
        request.backendReturnUrl = backend
        request.customerToken = tokens
        request.tokenize = storing ? true : nil
        request.request3DS = storing ? "Y" : "N"
        return request
    }

    /// What a browser does on the issuer's page.
    ///
    /// - Returns: Where it is led back to.
    private func authenticate(_ address: String) async throws -> String {
        guard let url = URL(string: address) else { throw Refused("the issuer's address is none") }
        let form = ["Content-Type": "application/x-www-form-urlencoded"]
        let answer = try await SystemTransport.make().send(
            TransportRequest(url: url, headers: form, body: Data("otp=123456&action=confirm".utf8), isRepeatable: false))
        guard answer.status == 303, let place = answer.redirection else {
            throw Refused("the issuer's page answers HTTP \(answer.status)")
        }
        return place
    }

    private func expect(_ code: String, _ wanted: String, _ words: String) throws {
        guard code == wanted else { throw Refused("\(code): \(Terminal.visible(words))") }
    }

    private func step(_ number: Int, _ words: String) { Terminal.print("\(number). \(words)") }
    private func show(_ words: String) { Terminal.print("   \(words)") }
}
