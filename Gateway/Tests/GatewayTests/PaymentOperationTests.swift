import Foundation
import HTTPTransport
import JOSE
import PGW
import PGWMerchant
import PGWTesting
import StrictJSON
import Synchronization
import Testing
import TokenVault
import WireTesting

@testable import Gateway

/// Do Payment to its result, asked by the SDK's own calls and the merchant's library (payments.md §1.1, §2.1, §4.2).
@Suite("Paying")
struct PaymentOperationTests {
    // MARK: From request to result

    @Test("a card is paid with: finished for the app, approved for the backend")
    func card() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint()
            let result = try await shop.pay(token)
            #expect(result.responseCode == "2000" && result.invoiceNo == invoice && result.channelCode == "CC")
            #expect(result.data.isEmpty)
            let status = try await shop.status(token)
            #expect(status.responseCode == "2000" && status.additionalInfo.resultInfo.responseCode == "0000")
            #expect(status.additionalInfo.transactionInfo.data == "411111XXXXXX1111")
            let paid = try await shop.inquire(invoice)
            #expect(paid.responseCode == "0000" && paid.merchantID == "JT04" && paid.invoiceNo == invoice)
            #expect(paid.accountNo == "411111XXXXXX1111" && paid.amount == "1000.00" && paid.currencyCode == "THB")
            #expect(paid.paymentScheme == "VI" && paid.channelCode == "VI" && paid.agentCode == "SIM")
            #expect(paid.tranRef.wholeMatch(of: /\d{12}/) != nil && paid.approvalCode.wholeMatch(of: /\d{6}/) != nil)
            #expect(paid.referenceNo.wholeMatch(of: /\d{10}/) != nil && paid.paymentID.wholeMatch(of: /ccpp_\d{19}/) != nil)
            #expect(paid.schemePaymentID.wholeMatch(of: /\d{15}/) != nil && paid.acquirerResponseCode == "00")
            #expect(paid.transactionDateTime.wholeMatch(of: /20\d{12}/) != nil && paid.customerToken.isEmpty)
            #expect(paid.cardType == "CREDIT" && paid.issuerCountry == "US" && !paid.issuerBank.isEmpty)
        }
    }

    @Test("a card that is paid with and stored is listed by the next session, paid with there, and gone when it is deleted")
    func loop() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint { $0.tokenize = true }
            #expect(
                try await shop.pay(token) { $0.tokenize(true).name("A Payer").email("payer@example.com") }.responseCode == "2000")
            let stored = try await shop.inquire(invoice)
            #expect(stored.customerToken.wholeMatch(of: /\d{20}/) != nil && stored.customerTokenExpiry == "20391231")

            let (next, second) = try await shop.mint { $0.customerToken = [stored.customerToken] }
            let listed = try await shop.sdk.customerTokenInfo(CustomerTokenInfoRequest(paymentToken: next)).customerTokens
            #expect(listed.map(\.token) == [stored.customerToken] && listed.map(\.name) == ["A Payer"])
            #expect(try await shop.pay(next, stored: stored.customerToken).responseCode == "2000")
            let again = try await shop.inquire(second)
            #expect(again.responseCode == "0000" && again.customerToken == stored.customerToken)
            #expect(again.accountNo == "411111XXXXXX1111" && again.paymentID != stored.paymentID)

            try await gateway.services.vault.delete(stored.customerToken, of: "JT04")
            let (third, _) = try await shop.mint()
            #expect(try await shop.pay(third, stored: stored.customerToken).responseCode == "4202")
        }
    }

    @Test("a card is only stored: nothing is paid, and the backend is told its token")
    func storeOnly() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint { $0.tokenizeOnly = true }
            #expect(try await shop.pay(token).responseCode == "2000")
            let stored = try await shop.inquire(invoice)
            #expect(stored.responseCode == "4200" && stored.customerToken.wholeMatch(of: /\d{20}/) != nil)
            #expect(try await gateway.services.vault.find([stored.customerToken], of: "JT04").count == 1)

            let (refused, another) = try await shop.mint { $0.tokenizeOnly = true }
            #expect(try await shop.pay(refused, "4111111000040512").responseCode == "2000")
            let failed = try await shop.inquire(another)
            #expect(failed.responseCode == "4201" && failed.customerToken.isEmpty)
        }
    }

    @Test("a payment whose card may not be stored stands all the same")
    func notStored() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint()
            #expect(try await shop.pay(token, "4111111000040512") { $0.tokenize(true) }.responseCode == "2000")
            let paid = try await shop.inquire(invoice)
            #expect(paid.responseCode == "0000" && paid.customerToken.isEmpty)
        }
    }

    @Test("an expired card is paid with under its new expiry, which it keeps once the payment is approved")
    func renewal() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            // The sandbox's third card, an American Express, has expired.
            let token = "20052010380915759369"
            let (declined, _) = try await shop.mint {
                $0.customerToken = [token]
                $0.userDefined5 = "sim:decline=4051"
            }
            func pay(_ session: String, renewing: Bool) async throws -> String {
                try await shop.pay(session, stored: token) {
                    $0.securityCode("1234")
                    if renewing { $0.expiryMonth(3).expiryYear(2045) }
                }.responseCode
            }
            func expiry() async throws -> CardExpiry? {
                let stored = try await gateway.services.vault.find([token], of: "JT04")
                return stored.first?.expiry
            }
            let before = try await expiry()
            #expect(try await pay(declined, renewing: false) == "4054")
            #expect(try await pay(declined, renewing: true) == "2000")
            #expect(try await expiry() == before)
            let (approved, _) = try await shop.mint { $0.customerToken = [token] }
            #expect(try await pay(approved, renewing: true) == "2000")
            let renewed = try CardExpiry(year: 2045, month: 3)
            #expect(try await expiry() == renewed)
        }
    }

    // MARK: Authentication

    @Test("a payer authenticates on the issuer's page, and is led back", arguments: ["4111111111111111", "5555555555554444"])
    func authentication(_ number: String) async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint { $0.request3DS = "Y" }
            let result = try await shop.pay(token, number)
            #expect(result.responseCode == "1000" && result.invoiceNo.isEmpty)
            #expect(try await shop.status(token).responseCode == "2001")
            #expect(try await shop.inquire(invoice).responseCode == "0001")
            // The same request has the same answer, wherever it comes from.
            #expect(try await shop.pay(token, number).data == result.data)
            let page = try await shop.page(result)
            #expect(page.status == 200 && page.whole.contains("1000.00 THB") && page.whole.contains("Demo Thailand"))
            #expect(
                page.headers["content-security-policy"]?.contains("form-action 'self' \(gateway.address.absoluteString)") == true)
            #expect(page.headers["cache-control"] == "no-store" && page.headers["referrer-policy"] == "no-referrer")
            let answer = try await shop.answer(result, "otp=123456&action=confirm")
            #expect(answer.status == 303)
            let place = try #require(answer.headers["location"])
            #expect(place.hasPrefix("\(gateway.address.absoluteString)/payment/4.3/#/info/"))
            #expect(place.split(separator: "/").last?.removingPercentEncoding == token)
            let paid = try await shop.inquire(invoice)
            #expect(paid.responseCode == "0000" && paid.eci == (number.hasPrefix("5") ? "02" : "05"))
            // Back, or reload: the payer is led on, and nothing is paid twice.
            #expect(try await shop.page(result).status == 303)
            #expect(try await shop.answer(result, "otp=111111").status == 303)
            #expect(try await shop.inquire(invoice) == paid)
        }
    }

    @Test(
        "what is typed on the issuer's page decides",
        arguments: [
            ("otp=123456", "Y", "0000", "05"), ("otp=111111", "Y", "4081", "07"), ("otp=222222", "Y", "4081", "07"),
            ("otp=333333", "Y", "0000", "07"), ("otp=333333", "F", "4081", "07"), ("otp=444444", "Y", "0000", "06"),
            ("otp=444444", "F", "4081", "06"), ("action=cancel", "Y", "4017", ""), ("action=leave", "Y", "4080", ""),
            ("otp=%31%32%33456&otp=111111", "Y", "0000", "05"),
        ])
    func passwords(_ form: String, _ demand: String, _ code: String, _ eci: String) async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint { $0.request3DS = demand }
            let result = try await shop.pay(token)
            #expect(try await shop.answer(result, form).status == 303)
            let end = try await shop.inquire(invoice)
            #expect(end.responseCode == code && end.eci == eci)
            #expect(try await shop.status(token).additionalInfo.resultInfo.responseCode == code)
        }
    }

    @Test("a wrong password can be typed again, twice")
    func wrongPasswords() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint { $0.request3DS = "Y" }
            let result = try await shop.pay(token)
            for left in ["Tries left: 2.", "Tries left: 1."] {
                let page = try await shop.answer(result, "otp=000000")
                #expect(page.status == 200 && page.whole.contains(left))
            }
            #expect(try await shop.answer(result, "otp=000000").status == 303)
            #expect(try await shop.inquire(invoice).responseCode == "4081")
        }
    }

    @Test("who does not come back within ten minutes has left")
    func deadline() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint { $0.request3DS = "Y" }
            let result = try await shop.pay(token)
            gateway.clock.advance(10 * 60 + 1)
            // Whoever of the two is first: the gateway's own look, or the payer's.
            #expect(try await shop.answer(result, "otp=123456").status == 303)
            #expect(try await shop.inquire(invoice).responseCode == "4080")
        }
    }

    @Test("a payment that waits for its payer can be cancelled, and then not be paid")
    func cancelledChallenge() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint { $0.request3DS = "Y" }
            let result = try await shop.pay(token)
            let cancel = CancelTransactionRequest(paymentToken: token)
            #expect(try await shop.sdk.cancelTransaction(cancel).responseCode == "0000")
            #expect(try await shop.answer(result, "otp=123456").status == 303)
            #expect(try await shop.inquire(invoice).responseCode == "0003")
            #expect(try await shop.pay(token, "5555555555554444").responseCode == "9041")
        }
    }

    @Test(
        "an address of the issuer's page that nobody was sent to is none",
        arguments: ["x", String(repeating: "A", count: 128), String(repeating: "%41", count: 128), "../../health"])
    func forgedPages(_ id: String) async throws {
        try await LocalGateway.run { gateway in
            let path = "/pgw/authenticate/"
            let answers = [
                try await gateway.get(path + id), try await gateway.post(path + id, "otp=123456"), try await gateway.get(path),
            ]
            #expect(answers.map(\.status) == [404, 404, 404])
        }
    }

    @Test("a payment token is no way to the issuer's page, and the page's name no payment token")
    func purposes() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, _) = try await shop.mint { $0.request3DS = "Y" }
            let result = try await shop.pay(token)
            let spelt = token.replacing("+", with: "-").replacing("/", with: "_")
            #expect(try await gateway.get("/pgw/authenticate/\(spelt)").status == 404)
            let id = try #require(result.data.split(separator: "/").last)
            let text = String(id).replacing("-", with: "+").replacing("_", with: "/")
            #expect(try await shop.status(text).responseCode == "9040")
        }
    }

    // MARK: Without the customer

    @Test(
        "a merchant charges a stored card again without its customer, by either name of the first payment",
        arguments: [true, false])
    func merchantInitiated(_ byScheme: Bool) async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            // A card whose later charges fail is told from the first by its issuer.
            for (number, code) in [("4111111111111111", "0000"), ("4111112000040056", "4005")] {
                let (first, invoice) = try await shop.mint { $0.tokenize = true }
                _ = try await shop.pay(first, number) { $0.tokenize(true) }
                let stored = try await shop.inquire(invoice)
                let (second, later) = try await shop.mint {
                    $0.customerToken = [stored.customerToken]
                    $0.transactionInitiator = "M"
                    $0.previousPaymentID = byScheme ? stored.schemePaymentID : stored.paymentID
                }
                let card = CustomerTokenPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), stored.customerToken).build()
                let request = TransactionResultRequestBuilder(paymentToken: second).with(card).build()
                #expect(try await shop.sdk.proceedTransaction(request).responseCode == "2000")
                let charged = try await shop.inquire(later)
                #expect(charged.responseCode == code && charged.eci.isEmpty)
                #expect(
                    code != "0000" || charged.schemePaymentID == stored.schemePaymentID && charged.paymentID != stored.paymentID)
            }
        }
    }

    @Test("a payment without its customer needs one with it before, of the same card and merchant, and no authentication")
    func notMerchantInitiated() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            func stored() async throws -> PaymentResult {
                let (token, invoice) = try await shop.mint { $0.tokenize = true }
                _ = try await shop.pay(token) { $0.tokenize(true) }
                return try await shop.inquire(invoice)
            }
            let (one, other) = (try await stored(), try await stored())
            let (declined, refusedInvoice) = try await shop.mint { $0.customerToken = [one.customerToken] }
            _ = try await shop.pay(declined, stored: one.customerToken) { $0.securityCode("000") }
            let refused = try await shop.inquire(refusedInvoice)
            #expect(refused.responseCode == "4005")
            for (previous, demand, member) in [
                ("nobody's", "N", "previousPaymentID"), (other.paymentID, "N", "previousPaymentID"),
                (refused.paymentID, "N", "previousPaymentID"), (one.paymentID, "Y", "request3DS"),
                (one.paymentID, "F", "request3DS"),
            ] {
                let (token, invoice) = try await shop.mint {
                    $0.customerToken = [one.customerToken]
                    $0.transactionInitiator = "M"
                    $0.previousPaymentID = previous
                    $0.request3DS = demand
                }
                let body = Shop.body(
                    token,
                    [
                        "cardNo": JSON?.none, "expiryMonth": JSON?.none, "expiryYear": JSON?.none,
                        "customerToken": .string(one.customerToken),
                    ])
                let answer = try await gateway.post("/payment/4.3/payment", body)
                #expect(answer.code == "9004" && Refusal(answer.json)?.fields == [member], "\(previous) \(demand)")
                #expect(try await shop.inquire(invoice).responseCode == "2002")
                // A card's number is nobody's to keep for that.
                #expect(try await gateway.post("/payment/4.3/payment", Shop.body(token)).code == "9004")
            }
        }
    }

    // MARK: Refused before the issuer

    /// Members of `payment.data` in place of, or beside, those of a good request; `nil` takes one away.
    private static let refusals: [(data: [String: JSON?], code: String, member: String)] = [
        (["cardNo": "4111111111111112"], "4076", "payment.data.cardNo"),
        (["cardNo": "411111111111"], "4076", "payment.data.cardNo"),
        (["cardNo": "4111 1111 1111 111x"], "4076", "payment.data.cardNo"),
        (["cardNo": JSON?.none], "9005", "payment.data.cardNo"),
        (["expiryMonth": 13], "4077", "payment.data.expiryMonth"), (["expiryMonth": "ab"], "4077", "payment.data.expiryMonth"),
        (["expiryYear": "39"], "4077", "payment.data.expiryYear"),
        (["expiryYear": JSON?.none], "9005", "payment.data.expiryYear"),
        (["expiryYear": "2020"], "4054", "payment.data.expiryMonth"),
        (["expiryMonth": JSON?.none], "9005", "payment.data.expiryMonth"),
        (["securityCode": "12"], "4078", "payment.data.securityCode"),
        (["securityCode": 12], "4078", "payment.data.securityCode"),
        (["securityCode": "1234"], "4078", "payment.data.securityCode"),
        (["securityCode": JSON?.none], "9005", "payment.data.securityCode"),
        (["name": "4111111111111111"], "9004", "payment.data.name"), (["email": "nobody"], "9004", "payment.data.email"),
        (["customerToken": "20052010380915759367"], "9004", "payment.data.customerToken"),
        (["customerToken": "20052010380915759371", "cardNo": JSON?.none], "4202", "payment.data.customerToken"),
        (["accountTokenization": "perhaps"], "9004", "payment.data.accountTokenization"),
        (["securePayToken": "eyJ.x.y.z.w"], "9004", "payment.data.securePayToken"),
        (["installmentPeriod": 6], "9004", "payment.data.installmentPeriod"),
        (["payLaterPeriod": 3], "9004", "payment.data.payLaterPeriod"),
        (["fxRateID": "fx001"], "9004", "payment.data.fxRateID"), (["loyaltyPoints": [5]], "9004", "payment.data.loyaltyPoints"),
        (["token": "cryptogram"], "9004", "payment.data.token"),
    ]

    @Test("what is wrong is named, and the session can still be paid", arguments: refusals.indices)
    func refused(_ index: Int) async throws {
        let (changes, code, member) = Self.refusals[index]
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint()
            let answer = try await gateway.post("/payment/4.3/payment", Shop.body(token, changes))
            #expect(answer.code == code, "\(changes.keys)")
            let refusal = try #require(Refusal(answer.json))
            #expect(refusal.fields == [member], "\(refusal)")
            #expect(try await shop.status(token).responseCode == "2002")
            #expect(try await gateway.post("/payment/4.3/payment", Shop.body(token)).code == "2000")
            #expect(try await shop.inquire(invoice).responseCode == "0000")
        }
    }

    @Test("a request without its parts, or for another channel, is told which")
    func parts() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, _) = try await shop.mint()
            for (payment, code, member) in [
                ("null", "9005", "payment"), ("{}", "9005", "payment.code"),
                (#"{"code":{}}"#, "9005", "payment.code.channelCode"),
                (#"{"code":{"channelCode":"123"}}"#, "9058", "payment.code.channelCode"), (#""x""#, "9004", "payment"),
                (#"{"code":{"channelCode":"CC"}}"#, "9005", "payment.data.cardNo"),
            ] {
                let answer = try await gateway.post(
                    "/payment/4.3/payment", #"{"paymentToken":"\#(token)","payment":\#(payment)}"#)
                #expect(answer.code == code && Refusal(answer.json)?.fields == [member], "\(payment)")
            }
            #expect(try await gateway.post("/payment/4.3/payment", "{}").code == "9005")
            #expect(try await gateway.post("/payment/4.3/payment", "{").code == "9900")
            #expect(try await gateway.post("/payment/4.3/payment", Shop.body("forged")).code == "9040")
            gateway.clock.advance(31 * 60)
            #expect(try await gateway.post("/payment/4.3/payment", Shop.body(token)).code == "9020")
        }
    }

    @Test("a session for stored cards takes no number, one for other channels no card, one of a merchant that may not store none")
    func notAllowed() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (storedOnly, _) = try await shop.mint { $0.customerTokenOnly = true }
            #expect(try await gateway.post("/payment/4.3/payment", Shop.body(storedOnly)).code == "9004")
            #expect(try await shop.pay(storedOnly, stored: "20052010380915759367").responseCode == "2000")
            let (wallet, _) = try await shop.mint { $0.paymentChannel = ["TRUEMONEY"] }
            #expect(try await gateway.post("/payment/4.3/payment", Shop.body(wallet)).code == "9060")
        }
    }

    @Test("a form that was used by an older version is read", arguments: ["4.1", "4.2"])
    func formerNames(_ version: String) async throws {
        try await LocalGateway.run { gateway in
            let (token, invoice) = try await Shop(gateway).mint()
            let body = """
                {"paymentToken":"\(token)","payment":{"code":{"channelCode":"CC"},\
                "data":{"name":"A Payer","cardTokenize":false,"cardToken":"20052010380915759367","securityCode":"123"}}}
                """
            #expect(try await gateway.post("/payment/\(version)/payment", body).code == "2000")
            #expect(try await Shop(gateway).inquire(invoice).customerToken == "20052010380915759367")
        }
    }

    @Test(
        "a browser is sent nowhere a stranger chose",
        arguments: [
            ("javascript:alert(1)", false), ("http://shop.example/", false), ("https://user@shop.example/", false),
            ("shop", false),
            ("https://shop.example/\\r\\nSet-Cookie: a=b", false), ("https://shop.example/a b", false), ("//shop.example", false),
            ("https://", false), ("https://x%0d%0aX-Evil:1/", false), ("https://x%0aX/", false), ("https://x%00y/", false),
            ("https://a;script-src/", false),
            ("https://x%3Bscript-src%20%27unsafe-inline%27/", false), ("https://shop.example:99999/", false),
            ("https://shop.example:0/", false), ("https://127%2e0.0.1/", false), ("https://[::1%25lo]/", false),
            ("https://shop.example/done?t=", true), ("http://127.0.0.1:8000/?t=", true),
        ])
    func returnAddresses(_ address: String, _ isGood: Bool) async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, _) = try await shop.mint { $0.request3DS = "Y" }
            let body = Shop.body(token).dropLast() + #","responseReturnUrl":"\#(address)"}"#
            let answer = try await gateway.post("/payment/4.3/payment", String(body))
            #expect(answer.code == (isGood ? "1000" : "9004"), "\(address)")
            guard isGood, let data = answer.json["data"]?.string else { return }
            var result = TransactionResultResponse()
            result.data = data
            let place = try await shop.answer(result, "otp=123456").headers["location"]
            #expect(place?.hasPrefix(address) == true && place?.dropFirst(address.count).removingPercentEncoding == token)
        }
    }

    // MARK: Encrypted card data

    private func secured(
        _ shop: Shop, _ token: String, for named: String? = nil, _ change: (inout SecurePayload) -> Void = { _ in }
    )
        async throws -> JSON
    {
        var payload = SecurePayload()
        payload.cardNo = Concealed("4111111111111111")
        payload.expiryMonth = 12
        payload.expiryYear = 2039
        payload.securityCode = Concealed("123")
        change(&payload)
        let keys = try await GatewayPublicKeys.fetch(from: shop.gateway.address)
        return .string(try keys.securePayToken(payload, for: named ?? token))
    }

    private static let nothingOpen: [String: JSON?] = [
        "cardNo": JSON?.none, "expiryMonth": JSON?.none, "expiryYear": JSON?.none, "securityCode": JSON?.none,
    ]

    @Test("card data that is encrypted to the gateway is read, and encrypted anew it is the same request")
    func securePayToken() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint()
            func body(_ secured: JSON) -> String {
                Shop.body(token, Self.nothingOpen.merging(["securePayToken": secured]) { $1 })
            }
            #expect(try await gateway.post("/payment/4.3/payment", body(try await secured(shop, token))).code == "2000")
            let paid = try await shop.inquire(invoice)
            #expect(paid.responseCode == "0000" && paid.accountNo == "411111XXXXXX1111")
            #expect(try await gateway.post("/payment/4.3/payment", body(try await secured(shop, token))).code == "2000")
            let other = try await secured(shop, token) { $0.cardNo = Concealed("5555555555554444") }
            #expect(try await gateway.post("/payment/4.3/payment", body(other)).code == "9041")
            #expect(try await shop.inquire(invoice) == paid)
            // The security code of a stored card alone.
            let (next, _) = try await shop.mint()
            let code = try await secured(shop, next) {
                ($0.cardNo, $0.expiryMonth, $0.expiryYear) = (nil, nil, nil)
            }
            let stored = Self.nothingOpen.merging(["securePayToken": code, "customerToken": "20052010380915759367"]) { $1 }
            #expect(try await gateway.post("/payment/4.3/payment", Shop.body(next, stored)).code == "2000")
        }
    }

    @Test("what is not encrypted for this gateway and this payment token is refused, as is what stands twice")
    func notSecure() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, _) = try await shop.mint()
            let good = try await secured(shop, token)
            let text = try #require(good.string)
            let stranger = try GatewayPublicKeys(pem: try MerchantKeyPair.generate().publicKeyPEM)
            for (value, member) in [
                (try await secured(shop, token, for: "another"), "securePayToken"),
                (.string(String(text.dropLast(4)) + "AAAA"), "securePayToken"),
                (.string(try stranger.securePayToken(SecurePayload(), for: token)), "securePayToken"),
                ("00acabc", "securePayToken"),
                (try await secured(shop, token) { $0.securityCode = Concealed("12") }, "securityCode"),
            ] as [(JSON, String)] {
                let body = Shop.body(token, Self.nothingOpen.merging(["securePayToken": value]) { $1 })
                let answer = try await gateway.post("/payment/4.3/payment", body)
                #expect(Refusal(answer.json)?.fields == ["payment.data.\(member)"], "\(answer.body)")
            }
            let twice = try await gateway.post("/payment/4.3/payment", Shop.body(token, ["securePayToken": good]))
            #expect(twice.code == "9004" && Refusal(twice.json)?.fields == ["payment.data.cardNo"])
        }
    }

    @Test("a merchant may take card data encrypted alone")
    func onlySecure() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            var profile = try MerchantProfile(name: "Careful", currency: "THB")
            profile.demandsSecurePayToken = true
            try await gateway.services.merchants.add("CAREFUL", profile)
            var request = LocalGateway.request(tokens: [])
            request.merchantID = "CAREFUL"
            request.request3DS = "N"
            let token = try await gateway.backend("CAREFUL").mint(request).paymentToken
            let open = try await gateway.post("/payment/4.3/payment", Shop.body(token))
            #expect(open.code == "9004" && Refusal(open.json)?.fields == ["payment.data.cardNo"])
            let body = Shop.body(token, Self.nothingOpen.merging(["securePayToken": try await secured(shop, token)]) { $1 })
            #expect(try await gateway.post("/payment/4.3/payment", body).code == "2000")
        }
    }

    /// What an app sends, and the keys it is told of a gateway.
    private final class Watched: Transport {
        private let inner = SystemTransport.make()
        private let sent = Mutex<[String]>([])
        private let keys: Mutex<[Data?]>

        /// - Parameter keys: The answers to the first questions for keys; `nil` for the gateway's own.
        /// - Parameter failures: How many questions for keys fail: by turns on the way, and at the gateway.
        init(keys: [Data?] = [], failures: Int = 0) {
            self.keys = Mutex(keys)
            self.failures = Mutex(failures)
        }

        private let failures: Mutex<Int>

        var bodies: [String] { sent.withLock { $0 } }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            guard let body = request.body else {
                let left = failures.withLock { left in
                    defer { left = max(0, left - 1) }
                    return left
                }
                if left % 2 == 1 { throw TransportError(.unreachable, detail: "") }
                if left > 0 { return TransportResponse(status: 503, body: Data()) }
                if let answer = keys.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
                    return TransportResponse(status: answer.isEmpty ? 404 : 200, body: answer)
                }
                return try await inner.send(request)
            }
            sent.withLock { $0.append(String(decoding: body, as: UTF8.self)) }
            return try await inner.send(request)
        }
    }

    @Test("an app's card data leaves it encrypted, and the gateway reads it, also where its merchant takes nothing else")
    func sealedByTheApp() async throws {
        try await LocalGateway.run { gateway in
            var profile = try MerchantProfile(name: "Careful", currency: "THB")
            profile.demandsSecurePayToken = true
            try await gateway.services.merchants.add("CAREFUL", profile)
            var request = LocalGateway.request(tokens: [])
            request.merchantID = "CAREFUL"
            request.request3DS = "N"
            let watched = Watched()
            let sdk = try PGWSDK(params: PGWSDKParamsBuilder(gateway: gateway.named).clientId("app").transport(watched).build())
            let token = try await gateway.backend("CAREFUL").mint(request).paymentToken
            let result = try await sdk.proceedTransaction(Shop(gateway).request(token) { $0.name("A Payer").tokenize(true) })
            #expect(result.responseCode == "2000" && result.invoiceNo == request.invoiceNo)
            let body = try #require(watched.bodies.first)
            #expect(watched.bodies.count == 1)
            for secret in ["4111111111111111", "\"123\"", "2039", "cardNo", "securityCode", "expiry"] {
                #expect(!body.contains(secret), "\(secret)")
            }
            #expect(body.contains("\"securePayToken\":\"eyJ") && body.contains("\"name\":\"A Payer\""))
        }
    }

    @Test("an app that knows an older key of the gateway asks for the one it has now, and pays once")
    func sealedAnew() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let stranger = try RSAPrivateKey.generate(bits: 2048).publicKey.jwk
            let watched = Watched(keys: [Data(JSON(dictionaryLiteral: ("keys", [.object(stranger)])).bytes), nil])
            let sdk = try PGWSDK(params: PGWSDKParamsBuilder(gateway: gateway.named).clientId("app").transport(watched).build())
            let (token, invoice) = try await shop.mint()
            let result = try await sdk.proceedTransaction(shop.request(token))
            #expect(result.responseCode == "2000", "\(result)")
            #expect(watched.bodies.count == 2 && watched.bodies.allSatisfy { $0.contains("securePayToken") })
            #expect(try await shop.inquire(invoice).responseCode == "0000")
        }
    }

    @Test(
        "a gateway that has no key is sent card data inside TLS alone",
        arguments: [
            "", "no JSON", "[]", "{}", #"{"keys":[]}"#, #"{"keys":[{"kty":"RSA"}]}"#,
            #"{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}"#,
            #"{"keys":[{"kty":"RSA","use":"sig","n":"\#(String(repeating: "_", count: 342))","e":"AQAB"}]}"#,
            #"{"keys":[{"kty":"RSA","n":"\#(String(repeating: "A", count: 342))","e":"AQAB"}]}"#,
            #"{"keys":[{"kty":"RSA","n":"\#(String(repeating: "_", count: 2000))","e":"AQAB"}]}"#,
            #"{"keys":[{"kty":"RSA","n":"\#(String(repeating: "_", count: 342))","e":""}]}"#,
            #"{"keys":[{"kty":"RSA","n":"\#(String(repeating: "_", count: 342))","e":"AQ"}]}"#,
            #"{"keys":[{"kty":"RSA","n":"\#(String(repeating: "_", count: 341))A","e":"AQAB"}]}"#,
            #"{"keys":[{"kty":"RSA","alg":"RS256","n":"\#(String(repeating: "_", count: 342))","e":"AQAB"}]}"#,
            #"{"keys":[{"kty":"EC","n":"\#(String(repeating: "_", count: 342))","e":"AQAB"}]}"#,
        ])
    func unsealed(_ keys: String) async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let watched = Watched(keys: [Data(keys.utf8)])
            let sdk = try PGWSDK(params: PGWSDKParamsBuilder(gateway: gateway.named).clientId("app").transport(watched).build())
            let (token, _) = try await shop.mint()
            let result = try await sdk.proceedTransaction(shop.request(token))
            #expect(result.responseCode == "2000", "\(result)")
            #expect(watched.bodies.count == 1 && watched.bodies[0].contains("\"cardNo\""))
        }
    }

    @Test("a gateway that had a key has not lost it, whatever is said of it later: nothing goes out in the clear")
    func staysSealed() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let stranger = try RSAPrivateKey.generate(bits: 2048).publicKey.jwk
            // A key nobody can open, and then none: the refusal is answered.
            let watched = Watched(keys: [Data(JSON(dictionaryLiteral: ("keys", [.object(stranger)])).bytes), Data()])
            let sdk = try PGWSDK(params: PGWSDKParamsBuilder(gateway: gateway.named).clientId("app").transport(watched).build())
            let (token, _) = try await shop.mint()
            #expect(try await sdk.proceedTransaction(shop.request(token)).responseCode == "9004")
            #expect(try await sdk.proceedTransaction(shop.request(token)).responseCode == "2000")
            #expect(watched.bodies.allSatisfy { $0.contains("securePayToken") && !$0.contains("cardNo") })
        }
    }

    @Test("a payment whose gateway could not be asked for its key is not sent, and the next one asks again")
    func unasked() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let watched = Watched(failures: 2)
            let sdk = try PGWSDK(params: PGWSDKParamsBuilder(gateway: gateway.named).clientId("app").transport(watched).build())
            let (token, _) = try await shop.mint()
            for _ in 0..<2 {
                await #expect(throws: PGWError.self) { try await sdk.proceedTransaction(shop.request(token)) }
            }
            #expect(watched.bodies.isEmpty)
            #expect(try await sdk.proceedTransaction(shop.request(token)).responseCode == "2000")
            #expect(watched.bodies.count == 1 && watched.bodies[0].contains("securePayToken"))
        }
    }

    // MARK: Rates

    @Test("a backend asks for rates under its secret: there are none, and what is wrong is named")
    func secureRates() async throws {
        try await LocalGateway.run { gateway in
            let secret = try MerchantSecret(try await gateway.merchant("JT04").printedSecret)
            let client = ExchangeRateClient(gateway: gateway.address, secret: secret)
            let rates = try await client.rates(SecureExchangeRateRequest(merchantID: "JT04", currencyCode: "THB"))
            #expect(rates.responseCode == "0000" && rates.fxRates.isEmpty && rates.merchantID == "JT04")
            #expect(abs(rates.expire - Int(gateway.services.clock.now().timeIntervalSince1970)) < 60)
            for (request, code, field) in [
                (
                    SecureExchangeRateRequest(merchantID: "JT04", currencyCode: "XXX"), ResponseCode.invalidCurrency,
                    "currencyCode"
                ),
                (SecureExchangeRateRequest(merchantID: "JT04", currencyCode: ""), .missingParameter, "currencyCode"),
                (SecureExchangeRateRequest(merchantID: "", currencyCode: "THB"), .missingParameter, "merchantID"),
            ] {
                await #expect { try await client.rates(request) } throws: {
                    ($0 as? PaymentTokenError)?.code == code && ($0 as? PaymentTokenError)?.fields == [field]
                }
            }
            let stranger = ExchangeRateClient(
                gateway: gateway.address, secret: try MerchantSecret(String(repeating: "AB", count: 32)))
            await #expect(throws: PaymentTokenError.self) {
                try await stranger.rates(SecureExchangeRateRequest(merchantID: "JT04", currencyCode: "THB"))
            }
        }
    }

    // MARK: Twice, and at once

    @Test("of the same request sent at once there is one charge and one answer, of two different ones one is used")
    func atOnce() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint()
            let answers = try await withThrowingTaskGroup(of: RawAnswer.self) { group in
                for _ in 0..<16 { group.addTask { try await gateway.post("/payment/4.3/payment", Shop.body(token)) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers.map(\.body)).count == 1 && answers[0].code == "2000")
            let paid = try await shop.inquire(invoice)
            // Its security code apart, another request is another.
            #expect(try await gateway.post("/payment/4.3/payment", Shop.body(token, ["securityCode": "999"])).code == "2000")
            for changes in [["name": "Another"], ["cardNo": "5555555555554444"], ["cardNo": "4111111111111112"]]
                as [[String: JSON?]]
            {
                #expect(try await gateway.post("/payment/4.3/payment", Shop.body(token, changes)).code == "9041")
            }
            #expect(try await shop.inquire(invoice) == paid)

            let (both, other) = try await shop.mint()
            async let first = gateway.post("/payment/4.3/payment", Shop.body(both))
            async let second = gateway.post("/payment/4.3/payment", Shop.body(both, ["cardNo": "5555555555554444"]))
            #expect(try await [first.code, second.code].sorted() == ["2000", "9041"])
            #expect(try await shop.inquire(other).responseCode == "0000")
        }
    }

    @Test("an answer that was lost is there when the same request comes again, and nothing was charged twice")
    func lostAnswer() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint()
            let body = Shop.body(token, ["cardNo": "4111116000000028"])
            #expect(try await gateway.post("/payment/4.3/payment", body).whole.isEmpty)
            let paid = try await shop.inquire(invoice)
            #expect(paid.responseCode == "0000")
            #expect(try await gateway.post("/payment/4.3/payment", body).code == "2000")
            #expect(try await shop.inquire(invoice) == paid)
            // The SDK asks how far it is, and sends nothing again.
            let (other, _) = try await shop.mint()
            let outcome = try await shop.sdk.payment(shop.request(other, "4111116000000028"))
            guard case .finished(let status) = outcome else { throw CancellationError() }
            #expect(status.additionalInfo.resultInfo.responseCode == "0000")
        }
    }

    @Test("a card that was deleted between listing and paying is told so by its code")
    func deletedToken() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, _) = try await shop.mint { $0.userDefined5 = "sim:delete-token" }
            #expect(try await shop.pay(token, stored: "20052010380915759367").responseCode == "4202")
            #expect(try await gateway.services.vault.find(["20052010380915759367"], of: "JT04").isEmpty)
            #expect(try await shop.status(token).responseCode == "2002")
            #expect(try await shop.pay(token).responseCode == "2000")
        }
    }

    @Test("each wrong password counts, however many come at once, and the right one is not lost among them")
    func passwordsAtOnce() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            for (forms, code) in [((0..<10).map { "otp=00000\($0)" }, "4081"), (["otp=123456", "otp=999999"], "0000")] {
                let (token, invoice) = try await shop.mint { $0.request3DS = "Y" }
                let result = try await shop.pay(token)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for form in forms { group.addTask { _ = try await shop.answer(result, form) } }
                    try await group.waitForAll()
                }
                #expect(try await shop.inquire(invoice).responseCode == code)
            }
        }
    }

    @Test("a wrong security code is refused also where a clock that runs ahead has others ask what became of it")
    func wrongCodeLate() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            // Long enough to be seen under way on a machine that has much to do.
            let (token, invoice) = try await shop.mint { $0.userDefined5 = "sim:delay=8" }
            async let answer = shop.pay(token) { $0.securityCode("000") }
            try await eventually { try await shop.inquire(invoice).responseCode == "0001" }
            gateway.clock.advance(40)
            #expect(try await answer.responseCode == "2000")
            #expect(try await shop.inquire(invoice).responseCode == "4005")
        }
    }

    @Test("a clock that is turned on and back leaves nothing waiting for the future")
    func clockTurnedBack() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            gateway.clock.advance(2 * 86_400)
            // The payer has ten minutes of that day.
            let (token, invoice) = try await shop.mint { $0.request3DS = "Y" }
            #expect(try await shop.pay(token).responseCode == "1000")
            gateway.clock.advance(-2 * 86_400)
            try await eventually { try await shop.inquire(invoice).responseCode == "4080" }
        }
    }

    @Test("what a merchant is called fills its own place of the issuer's page, and is text there")
    func pageText() {
        let page = PageTemplate(Array("<p>{{merchant}} {{card}} {{other}}</p>".utf8)).filled(
            "", ["merchant": "{{card}}<b>\"'&", "card": "X"])
        #expect(String(decoding: page, as: UTF8.self) == "<p>{{card}}&lt;b&gt;&quot;&#39;&amp; X </p>")
    }

    // MARK: Every trigger of the sandbox

    /// What is paid with, and how it ends at once.
    private static let triggers: [(Trigger, code: String, eci: String)] = [
        (.card("4111110000040514"), "4051", ""), (.card("4111110000040050"), "4005", ""), (.card("4111110000040142"), "4014", ""),
        (.card("4111110000040415"), "4041", ""), (.card("4111110000040431"), "4043", ""), (.card("4111110000040548"), "4054", ""),
        (.card("4111110000040597"), "4059", ""), (.card("4111110000040613"), "4061", ""), (.card("4111110000040654"), "4065", ""),
        (.card("4111110000040910"), "4091", ""), (.card("4111110000000047"), "0004", ""), (.card("4111110000000013"), "0001", ""),
        (.card("4111111000040512"), "0000", ""), (.card("4111112000040056"), "0000", ""),
        (.card("4111116000000010"), "0001", ""), (.card("4111116000000036"), "0001", ""),
        (.authenticated("4111113000000017", "Y"), "0000", "05"), (.authenticated("4111113000000025", "Y"), "0000", "06"),
        (.authenticated("4111113000000025", "F"), "4081", "06"), (.authenticated("4111113000000041", "Y"), "4081", "07"),
        (.authenticated("4111113000000058", "Y"), "4081", "07"), (.authenticated("4111113000000066", "Y"), "0000", "07"),
        (.authenticated("4111113000000066", "F"), "4081", "07"), (.authenticated("4111113000000074", "Y"), "0000", "07"),
        (.amount(14051), "4051", ""), (.amount(14001), "4001", ""), (.amount(15002), "5002", ""), (.amount(14000), "0000", ""),
        (.amount(14200), "0000", ""), (.holder("SIM 4051"), "4051", ""), (.holder("sim 4043"), "4043", ""),
        (.holder("SIM 0000"), "0000", ""), (.note("sim:decline=4051"), "4051", ""), (.note("sim:decline=9999"), "0000", ""),
        (.note("sim:3ds=frictionless"), "0000", "05"), (.note("sim:3ds=rejected;decline=4051"), "4081", "07"),
        (.code("000"), "4005", ""),
    ]

    enum Trigger: Sendable {
        case card(String), authenticated(String, String), amount(Decimal), holder(String), note(String), code(String)
    }

    @Test("each trigger does what is written of it", arguments: triggers.indices)
    func trigger(_ index: Int) async throws {
        let (trigger, code, eci) = Self.triggers[index]
        try await LocalGateway.run { gateway in
            gateway.clock.stop()
            let shop = Shop(gateway)
            var (number, demand, holder, security) = ("4111111111111111", "N", "A Payer", "123")
            var (amount, note) = (Decimal(1000), String?.none)
            switch trigger {
            case .card(let card): number = card
            case .authenticated(let card, let asked): (number, demand) = (card, asked)
            case .amount(let value): amount = value
            case .holder(let name): holder = name
            case .note(let text): (note, demand) = (text, text.contains("3ds") ? "Y" : "N")
            case .code(let code): security = code
            }
            let (token, invoice) = try await shop.mint {
                $0.request3DS = demand
                $0.amount = amount
                $0.userDefined5 = note
            }
            let result = try await shop.pay(token, number) { [holder, security] in $0.name(holder).securityCode(security) }
            #expect(result.responseCode == (code == "0001" ? "2001" : "2000"))
            let end = try await shop.inquire(invoice)
            #expect(end.responseCode == code && end.eci == eci, "\(trigger)")
            #expect(end.userDefined5 == note ?? "")
            if trigger.isCode { #expect(end.acquirerResponseCode == "82") }
        }
    }

    @Test("a soft decline is approved when the payer authenticates")
    func softDecline() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint { $0.request3DS = "Y" }
            let result = try await shop.pay(token, "4111110000000047")
            _ = try await shop.answer(result, "otp=123456")
            #expect(try await shop.inquire(invoice).responseCode == "0000")
        }
    }

    @Test(
        "an issuer that is late is asked again, by the sandbox's clock",
        arguments: [
            ("4111110000000013", 11, "0000"), ("4111116000000036", 61, "0000"), ("4111116000000010", 15 * 60 + 1, "5002"),
        ] as [(String, TimeInterval, String)])
    func late(_ number: String, _ seconds: TimeInterval, _ code: String) async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint()
            #expect(try await shop.pay(token, number).responseCode == "2001")
            gateway.clock.advance(seconds)
            try await eventually { try await shop.inquire(invoice).responseCode == code }
            #expect(try await shop.status(token).responseCode == "2000")
        }
    }

    @Test("an issuer that is slow answers within its time")
    func slow() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint { $0.userDefined5 = "sim:delay=1;sim:decline=4051" }
            let begun = ContinuousClock.now
            #expect(try await shop.pay(token).responseCode == "2000")
            #expect(ContinuousClock.now - begun >= .seconds(1))
            #expect(try await shop.inquire(invoice).responseCode == "4051")
        }
    }

    // MARK: Inquiry

    @Test("an inquiry by either key, or by both that agree; others are refused")
    func inquiries() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint()
            let client = try await shop.inquiry()
            var request = PaymentInquiryRequest(merchantID: "JT04", paymentToken: token)
            #expect(try await client.inquire(request).responseCode == "2002")
            request.invoiceNo = invoice
            #expect(try await client.inquire(request).invoiceNo == invoice)
            request.invoiceNo = "another"
            await #expect { try await client.inquire(request) } throws: {
                ($0 as? PaymentInquiryError)?.code == .invalidParameter && ($0 as? PaymentInquiryError)?.fields == ["invoiceNo"]
            }
            #expect(try await shop.inquire("nobody's").responseCode == "2002")
            request = PaymentInquiryRequest(merchantID: "JT04", paymentToken: "forged")
            await #expect { try await client.inquire(request) } throws: {
                ($0 as? PaymentInquiryError)?.code == .invalidPaymentToken
            }
            // Another merchant's session is as one nobody has.
            request = PaymentInquiryRequest(merchantID: "JT01", paymentToken: token)
            let stranger = try await shop.inquiry("JT01")
            await #expect { try await stranger.inquire(request) } throws: {
                ($0 as? PaymentInquiryError)?.code == .invalidPaymentToken
            }
            let theirs = try await stranger.inquire(PaymentInquiryRequest(merchantID: "JT01", invoiceNo: invoice))
            #expect(theirs.responseCode == "2002" && theirs.amount.isEmpty)
            gateway.clock.advance(31 * 60)
            try await gateway.services.sessions.sweep()
            #expect(try await shop.inquire(invoice).responseCode == "5009")
            gateway.clock.advance(31 * 60)
            try await gateway.services.sessions.sweep()
            #expect(try await shop.inquire(invoice).responseCode == "2002")
            request = PaymentInquiryRequest(merchantID: "JT04", paymentToken: token)
            #expect(try await client.inquire(request).responseCode == "5009")
        }
    }

    @Test(
        "older versions have the older names", arguments: [("4.1", "cardNo", "cardToken"), ("4.3", "accountNo", "customerToken")])
    func inquiryNames(_ version: String, _ account: String, _ token: String) async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (session, invoice) = try await shop.mint()
            _ = try await shop.pay(session, stored: "20052010380915759367")
            let key = try HMACKey(try await gateway.merchant().secret)
            let question: JSON = ["merchantID": "JT04", "invoiceNo": .string(invoice)]
            let envelope = Envelope(payload: CompactJWS.sign(question.bytes, with: key))
            let answer = try await gateway.post(
                "/payment/\(version)/paymentInquiry", String(decoding: envelope.json.bytes, as: UTF8.self))
            let payload = try #require(Envelope(.object(answer.json))).payload
            let claims = try #require(JSON(parsing: try CompactJWS(payload).verified(by: key)).object)
            #expect(claims[account]?.string == "411111XXXXXX1111" && claims[token]?.string == "20052010380915759367")
            #expect(claims["amount"]?.number?.text == "1000.00")
        }
    }

    @Test("what a merchant said of a payment is in its result")
    func echo() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint {
                $0.userDefined1 = "one"
                $0.userDefined3 = "three"
                $0.idempotencyID = "once"
            }
            _ = try await shop.pay(token)
            let paid = try await shop.inquire(invoice)
            #expect(paid.userDefined1 == "one" && paid.userDefined2.isEmpty && paid.userDefined3 == "three")
            #expect(paid.idempotencyID == "once")
        }
    }
}

extension PaymentOperationTests.Trigger {
    fileprivate var isCode: Bool { if case .code = self { true } else { false } }
}

/// A shop on a gateway: its backend and its app.
struct Shop: Sendable {
    let gateway: LocalGateway
    let sdk: PGWSDK

    init(_ gateway: LocalGateway) {
        self.gateway = gateway
        sdk = PGWSDK(params: PGWSDKParamsBuilder(gateway: gateway.address).clientId("app").build())
    }

    /// Without authentication, unless it is asked for.
    func mint(_ change: (inout PaymentTokenRequest) -> Void = { _ in }) async throws -> (token: String, invoice: String) {
        var request = LocalGateway.request()
        request.request3DS = "N"
        change(&request)
        return (try await gateway.backend().mint(request).paymentToken, request.invoiceNo)
    }

    func request(
        _ token: String, _ number: String = "4111111111111111", _ change: @Sendable (CardPaymentBuilder) -> Void = { _ in }
    ) -> sending TransactionResultRequest {
        let card = CardPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), number)
            .expiryMonth(12).expiryYear(2039).securityCode("123")
        change(card)
        return TransactionResultRequestBuilder(paymentToken: token).with(card.build()).build()
    }

    func pay(
        _ token: String, _ number: String = "4111111111111111", _ change: @Sendable (CardPaymentBuilder) -> Void = { _ in }
    ) async throws -> TransactionResultResponse {
        try await sdk.proceedTransaction(request(token, number, change))
    }

    func pay(
        _ token: String, stored: String, _ change: @Sendable (CustomerTokenPaymentBuilder) -> Void = { _ in }
    ) async throws -> TransactionResultResponse {
        let card = CustomerTokenPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), stored).securityCode("123")
        change(card)
        return try await sdk.proceedTransaction(TransactionResultRequestBuilder(paymentToken: token).with(card.build()).build())
    }

    func status(_ token: String) async throws -> TransactionStatusResponse {
        let request = TransactionStatusRequest(paymentToken: token)
        request.additionalInfo = true
        return try await sdk.transactionStatus(request)
    }

    func inquiry(_ merchant: String = "JT04") async throws -> PaymentInquiryClient {
        PaymentInquiryClient(
            gateway: gateway.address, secret: try MerchantSecret(try await gateway.merchant(merchant).printedSecret))
    }

    func inquire(_ invoice: String) async throws -> PaymentResult {
        try await inquiry().inquire(PaymentInquiryRequest(merchantID: "JT04", invoiceNo: invoice))
    }

    /// The issuer's page that a payment leads to.
    func page(_ result: TransactionResultResponse) async throws -> RawAnswer { try await gateway.get(try path(result)) }

    /// What the payer sends there.
    func answer(_ result: TransactionResultResponse, _ form: String) async throws -> RawAnswer {
        try await gateway.post(
            try path(result), form, headers: ["Content-Type: application/x-www-form-urlencoded"])
    }

    private func path(_ result: TransactionResultResponse) throws -> String {
        guard let url = URL(string: result.data), url.port == gateway.port else { throw CancellationError() }
        return url.path
    }

    /// A good Do Payment, with changes to its `payment.data`.
    static func body(_ token: String, _ changes: [String: JSON?] = [:]) -> String {
        var data = JSONObject()
        for (name, value) in [
            ("cardNo", "4111111111111111"), ("expiryMonth", "12"), ("expiryYear", "2039"), ("securityCode", "123"),
        ] as [(String, JSON)] { data[name] = value }
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) { data[name] = value }
        let json: JSON = [
            "paymentToken": .string(token), "payment": ["code": ["channelCode": "CC"], "data": .object(data)],
        ]
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
