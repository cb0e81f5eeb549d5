import Foundation
import PGW
import PGWMerchant
import PGWTesting
import StrictJSON
import Testing
import TokenVault
import WireTesting

@testable import Gateway

/// What a client may ask about a payment session before it pays (payments.md §1.3–1.5), asked by the SDK's own calls where it has them.
@Suite("Questions about a session")
struct SessionOperationsTests {
    private func sdk(_ gateway: LocalGateway) -> PGWSDK {
        PGWSDK(params: PGWSDKParamsBuilder(gateway: gateway.address).clientId("app").build())
    }

    private func mint(_ gateway: LocalGateway, _ change: (inout PaymentTokenRequest) -> Void = { _ in }) async throws -> String {
        var request = LocalGateway.request()
        change(&request)
        return try await gateway.backend().mint(request).paymentToken
    }

    @Test("payment options say who is paid, how much, and with what")
    func options() async throws {
        try await LocalGateway.run { gateway in
            let token = try await mint(gateway) { request in
                request.amount = Decimal(string: "1000.5")
                request.tokenize = true
                request.recurring = true
                request.invoicePrefix = "rec"
                request.recurringAmount = 20
                request.recurringInterval = 5
                request.recurringCount = 3
                request.allowAccumulate = false
                request.chargeNextDate = "04122030"
                request.paymentItems = [["code": "a", "name": "An apple", "quantity": 2, "price": 1]]
                var address = Address()
                address.city = "Bangkok"
                address.countryCode = "TH"
                request.customerAddress = CustomerAddress()
                request.customerAddress?.billing = address
            }
            let response = try await sdk(gateway).paymentOption(PaymentOptionRequest(paymentToken: token))
            #expect(response.responseCode == APIResponseCode.APISuccess && response.paymentToken == token)
            #expect(response.merchantInfo.id == "JT04" && response.merchantInfo.name == "Demo Thailand")
            let transaction = response.transactionInfo
            #expect(
                transaction.amount == "1000.50" && transaction.currencyCode == "THB" && transaction.productDescription == "item 1"
            )
            #expect(transaction.dateTime.wholeMatch(of: /20\d{12}/) != nil && !transaction.showFxRate)
            #expect(
                transaction.recurring.amount == "20.00" && transaction.recurring.interval == 5 && transaction.recurring.count == 3
            )
            #expect(transaction.recurring.chargeNextDate == "04122030")
            #expect(transaction.paymentItemInfos.map(\.name) == ["An apple"] && transaction.paymentItemInfos.first?.quantity == 2)
            #expect(response.channels.map(\.code) == [PaymentChannelCode.Category.GlobalCardPayment])
            #expect(response.channels.first?.groups.map(\.code) == [PaymentChannelCode.Group.CreditCard])
            #expect(response.userInfo.userAddress.userBillingAddress.city == "Bangkok")
            #expect(response.configurationInfo.payment.tokenize && !response.configurationInfo.payment.tokenizeOnly)
            // Pictures are the gateway's own, and there.
            let picture = try #require(URL(string: response.channels[0].iconUrl))
            #expect(picture.absoluteString.hasPrefix(gateway.address.absoluteString))
            #expect(try await gateway.get(picture.path).status == 200)
        }
    }

    @Test("details of cards say what a number must be like, of each scheme")
    func details() async throws {
        try await LocalGateway.run { gateway in
            let request = PaymentOptionDetailRequest(paymentToken: try await mint(gateway))
            request.categoryCode = PaymentChannelCode.Category.GlobalCardPayment
            request.groupCode = PaymentChannelCode.Group.CreditCard
            let response = try await sdk(gateway).paymentOptionDetail(request)
            #expect(response.responseCode == APIResponseCode.APISuccess && response.totalChannel == response.channels.count)
            #expect(response.channels.map(\.name) == CardChannel.schemes.map(\.brand))
            #expect(
                response.channels.allSatisfy { $0.context.code.channelCode == "CC" && $0.currencyCodes == ["THB"] && !$0.down })
            #expect(response.channels.allSatisfy { $0.context.input.cardNo == PaymentInputCode.Mandatory })
            #expect(response.validation.cardNo.luhn && response.validation.cardTypes.map(\.sequenceNo) == Array(1...7))
            for text in response.channels.map(\.context.validation.cardNo) + response.validation.cardTypes.map(\.regex) {
                #expect(text.utf8.count <= 255 && text.hasPrefix("^") && text.hasSuffix("$"))
            }
            request.groupCode = "IPP"
            #expect(try await sdk(gateway).paymentOptionDetail(request).responseCode == "9058")
        }
    }

    @Test("a session of stored cards alone asks for no number")
    func storedOnly() async throws {
        try await LocalGateway.run { gateway in
            let request = PaymentOptionDetailRequest(paymentToken: try await mint(gateway) { $0.customerTokenOnly = true })
            request.categoryCode = "gcard"
            request.groupCode = "cc"
            let response = try await sdk(gateway).paymentOptionDetail(request)
            #expect(response.configurationInfo.payment.cardTokenOnly)
            #expect(response.channels.first?.context.input.cardNo == PaymentInputCode.Ignore)
            #expect(response.channels.first?.context.input.token == PaymentInputCode.Mandatory)
        }
    }

    @Test(
        "all channels are all of them, in whatever case and beside whatever else",
        arguments: [["ALL", "TRUEMONEY"], ["all"], ["cc"], ["Gcard"]])
    func allChannels(_ channels: [String]) async throws {
        try await LocalGateway.run { gateway in
            let token = try await mint(gateway) { $0.paymentChannel = channels }
            #expect(try await sdk(gateway).paymentOption(PaymentOptionRequest(paymentToken: token)).responseCode == "0000")
        }
    }

    @Test("an item of the basket is shown as the merchant wrote it, or not at all")
    func items() async throws {
        try await LocalGateway.run { gateway in
            let half = try JSON(parsing: "2.5")
            let token = try await mint(gateway) { request in
                request.paymentItems = [
                    ["name": "good", "quantity": "2", "price": "10.50"],
                    ["name": "half", "quantity": half, "price": 1],
                    ["name": "huge", "quantity": 1, "price": "1e309"], ["name": "hex", "quantity": 1, "price": "0x10"],
                    ["name": "turned\u{202E}", "quantity": 1, "price": 1], ["name": true, "quantity": 1, "price": 1], "text", 7,
                    ["name": "negative", "quantity": -1, "price": 1], ["quantity": 1, "price": 1],
                ]
            }
            let response = try await sdk(gateway).paymentOption(PaymentOptionRequest(paymentToken: token))
            #expect(response.transactionInfo.paymentItemInfos.map(\.name) == ["good"])
            #expect(response.transactionInfo.paymentItemInfos.first?.price == 10.5)
            // However a card number is written.
            for number in ["4.111111111111111e15", "4111111111111111", "41111111111111110e-1"] {
                var request = LocalGateway.request()
                request.paymentItems = try JSON(parsing: #"[{"name":"n","quantity":1,"price":\#(number)}]"#)
                await #expect(throws: PaymentTokenError.self) { try await gateway.backend().mint(request) }
            }
        }
    }

    @Test("what the gateway, the merchant or the request leaves no card for is 9060", arguments: [["LINE"], ["QR", "PNQR"]])
    func noChannel(_ channels: [String]) async throws {
        try await LocalGateway.run { gateway in
            let token = try await mint(gateway) { $0.paymentChannel = channels }
            #expect(try await sdk(gateway).paymentOption(PaymentOptionRequest(paymentToken: token)).responseCode == "9060")
            let detail = PaymentOptionDetailRequest(paymentToken: token)
            detail.categoryCode = "GCARD"
            detail.groupCode = "CC"
            #expect(try await sdk(gateway).paymentOptionDetail(detail).responseCode == "9060")
        }
    }

    @Test("each scheme's numbers fit what is said of them, whole and as they are typed, and no other scheme's number does")
    func forms() throws {
        let numbers: [(String, String)] = [
            ("VISA", "4111111111111111"), ("VISA", "4222222222222"), ("MASTERCARD", "5555555555554444"),
            ("MASTERCARD", "2223003122003222"),
            ("MASTERCARD", "2720999999999996"), ("JCB", "3530111333300000"), ("AMEX", "378282246310005"),
            ("UNIONPAY", "6200000000000005"), ("UNIONPAY", "8171999900000021"), ("DINERS", "30569309025904"),
            ("DINERS", "36227206271667"),
            ("DISCOVER", "6011111111111117"), ("DISCOVER", "6445644564456445"),
        ]
        for (brand, number) in numbers {
            for scheme in CardChannel.schemes {
                let form = CardNumberForm.of(scheme)
                let isTyped = try number.prefix(6).wholeMatch(of: Regex(form.beginning)) != nil
                #expect(
                    try (number.wholeMatch(of: Regex(form.regex)) != nil) == (scheme.brand == brand), "\(brand) \(scheme.brand)")
                #expect(isTyped == (scheme.brand == brand), "\(brand) \(scheme.brand)")
                if scheme.brand == brand { #expect(form.prefixes.contains { number.hasPrefix($0) }) }
            }
        }
    }

    @Test(
        "languages are nine, in their own scripts, and need no session",
        arguments: ["", "{}", #"{"locale":"th","clientID":"x"}"#])
    func languages(_ body: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.post("/payment/4.3/initialization", body)
            let locales = answer.json["initialization"]?.object?["locale"]?.array?.compactMap { $0.object?["code"]?.string } ?? []
            #expect(locales == ["en", "th", "my", "id", "ja", "zh-cn", "zh-tw", "vi", "ko"] && answer.code == "0000")
        }
    }

    @Test(
        "a language is found however it is written, and is English where it is not there",
        arguments: [
            ("th", "th"), ("TH", "th"), ("zh", "zh-cn"), ("zh-TW", "zh-tw"), ("zh_tw", "zh-tw"), ("zh-hk", "zh-tw"),
            ("zh-Hant", "zh-tw"), ("kok", "en"), ("idk", "en"),
            ("th-TH", "th"),
            ("fr", "en"), ("", "en"), ("x", "en"), ("-", "en"),
        ])
    func language(_ asked: String, _ found: String) { #expect(PageLanguage.of(asked).code == found) }

    @Test("what is known of the payer is what the merchant said, and otherwise the merchant's country")
    func preference() async throws {
        try await LocalGateway.run { gateway in
            let plain = try await sdk(gateway).userPreference(UserPreferenceRequest(paymentToken: try await mint(gateway))).info
            #expect(plain.preference.countryCode == "TH" && plain.preference.mobileNoPrefix == "66")
            #expect(plain.preference.locale == "en" && plain.preference.currencyCode == "THB" && plain.channels.isEmpty)
            let token = try await mint(gateway) { request in
                var user = UserInfo()
                user.name = "Somchai"
                user.mobileNo = "0812345678"
                user.mobileNoPrefix = "+60"
                user.countryCode = "MY"
                user.currencyCode = "MYR"
                request.uiParams = UIParameters()
                request.uiParams?.userInfo = user
                request.locale = "th"
            }
            let said = try await sdk(gateway).userPreference(UserPreferenceRequest(paymentToken: token)).info.preference
            #expect(said.name == "Somchai" && said.mobileNo == "0812345678" && said.mobileNoPrefix == "60")
            let stranger = try await mint(gateway) { request in
                var user = UserInfo()
                user.countryCode = "FR"
                user.mobileNoPrefix = "-"
                request.userInfo = user
            }
            let french = try await sdk(gateway).userPreference(UserPreferenceRequest(paymentToken: stranger)).info.preference
            #expect(french.countryCode == "FR" && french.mobileNoPrefix.isEmpty)
            #expect(said.countryCode == "MY" && said.currencyCode == "MYR" && said.locale == "th")
        }
    }

    @Test("there are no rates, and until when there are none is said in milliseconds")
    func rates() async throws {
        try await LocalGateway.run { gateway in
            let request = ExchangeRateRequest(paymentToken: try await mint(gateway))
            request.bin = "411111"
            let response = try await sdk(gateway).exchangeRate(request)
            #expect(response.responseCode == "0000" && response.fxRates.isEmpty)
            #expect(response.expire > Int(Date().timeIntervalSince1970) * 1000 && response.expire % 1000 == 0)
        }
    }

    @Test("what needs a connector that is not there says so by its code")
    func unconnected() async throws {
        try await LocalGateway.run { gateway in
            let sdk = sdk(gateway)
            let token = try await mint(gateway)
            let points = LoyaltyPointInfoRequest(paymentToken: token)
            points.providerId = "p"
            #expect(try await sdk.loyaltyPointInfo(points).responseCode == "9106")
            let notification = PaymentNotificationRequest(paymentToken: token)
            notification.platform = PaymentNotificationPlatformCode.Email
            #expect(try await sdk.paymentNotification(notification).responseCode == "9005")
            notification.recipientId = "somchai@example.com"
            #expect(try await sdk.paymentNotification(notification).responseCode == "9037")
            notification.platform = "PIGEON"
            #expect(try await sdk.paymentNotification(notification).responseCode == "9004")
            for (operation, code) in [("cardInstallmentPlanInfo", "9060"), ("paymentInstruction", "9016")] {
                #expect(try await gateway.post("/payment/4.3/\(operation)", #"{"paymentToken":"\#(token)"}"#).code == code)
            }
            #expect(!gateway.log.text.contains("somchai@example.com"))
        }
    }

    @Test("a session in which nothing was paid has no transaction, and says what is to be paid")
    func openStatus() async throws {
        try await LocalGateway.run { gateway in
            let request = TransactionStatusRequest(paymentToken: try await mint(gateway) { $0.locale = "th" })
            let short = try await sdk(gateway).transactionStatus(request)
            #expect(short.responseCode == APIResponseCode.TransactionNotFound && short.invoiceNo.isEmpty && short.locale == "th")
            #expect(short.additionalInfo == TransactionStatusAdditionalInfo())
            request.additionalInfo = true
            request.locale = "ja"
            let long = try await sdk(gateway).transactionStatus(request)
            #expect(long.additionalInfo.transactionInfo.amount == "1000.00" && long.locale == "ja")
            #expect(long.additionalInfo.merchantInfo.name == "Demo Thailand")
        }
    }

    @Test("a session that is cancelled stays so, is told where the payer goes, and keeps its invoice number")
    func cancelled() async throws {
        try await LocalGateway.run { gateway in
            let invoice = UUID().uuidString
            let token = try await mint(gateway) { request in
                request.invoiceNo = invoice
                request.frontendReturnUrl = "https://shop.example/back"
            }
            let cancel = CancelTransactionRequest(paymentToken: token)
            for _ in 0..<2 {
                let response = try await sdk(gateway).cancelTransaction(cancel)
                #expect(response.responseCode == "0000" && response.invoiceNo == invoice)
            }
            let request = TransactionStatusRequest(paymentToken: token)
            request.additionalInfo = true
            let status = try await sdk(gateway).transactionStatus(request)
            #expect(status.responseCode == APIResponseCode.TransactionCompleted && status.invoiceNo == invoice)
            let result = status.additionalInfo.resultInfo
            #expect(result.responseCode == "0003" && result.autoRedirect && !result.redirectImmediately)
            #expect(result.autoRedirectTimer == 3000 && result.frontendReturnUrl == "https://shop.example/back")
            let back = try #require(Data(base64Encoded: result.frontendReturnData))
            let returned = try #require(JSON(parsing: Array(back)).object)
            #expect(returned.members.map(\.name) == ["locale", "invoiceNo", "channelCode", "respCode", "respDesc"])
            #expect(returned["respCode"] == "0003" && returned["invoiceNo"]?.string == invoice)
            // The end can be read a while longer than the session lives, and by nobody after that.
            gateway.clock.advance(45 * 60)
            #expect(try await sdk(gateway).transactionStatus(request).responseCode == APIResponseCode.TransactionCompleted)
            #expect(try await sdk(gateway).cancelTransaction(cancel).responseCode == "9020")
            gateway.clock.advance(60 * 60)
            #expect(try await sdk(gateway).transactionStatus(request).responseCode == "9020")
            await #expect(throws: PaymentTokenError.self) { try await gateway.backend().mint(LocalGateway.request(invoice)) }
        }
    }

    @Test("of many that cancel at once each hears that it is cancelled")
    func cancelledAtOnce() async throws {
        try await LocalGateway.run { gateway in
            let token = try await mint(gateway)
            let codes = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<32 {
                    group.addTask {
                        try await gateway.post("/payment/4.3/cancelTransaction", #"{"paymentToken":"\#(token)"}"#).code
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes == Array(repeating: "0000", count: 32))
        }
    }

    @Test("a session that expired unpaid says so, while it is kept and when it is swept")
    func expiredStatus() async throws {
        try await LocalGateway.run { gateway in
            let request = TransactionStatusRequest(paymentToken: try await mint(gateway))
            gateway.clock.advance(31 * 60)
            #expect(try await sdk(gateway).transactionStatus(request).responseCode == "9020")
            gateway.clock.advance(31 * 60)
            try await gateway.services.sessions.sweep()
            #expect(try await gateway.services.store.sessionCount() == 0)
            #expect(try await sdk(gateway).transactionStatus(request).responseCode == "9020")
        }
    }

    /// What some of them ask for beside the session, and others pass over.
    private static let more =
        #","categoryCode":"GCARD","groupCode":"CC","providerID":"p","platform":"EMAIL","recipientID":"r","payment":{"code":{"channelCode":"CC"},"data":{"cardNo":"4111111111111111","expiryMonth":12,"expiryYear":2039,"securityCode":"123"}}"#

    private static let operations = [
        "paymentOption", "paymentOptionDetails", "userPreference", "exchangeRate", "exchangeRate/apmmccExchangeRate",
        "loyaltyPointInfo",
        "paymentNotification", "cardInstallmentPlanInfo", "paymentInstruction", "transactionStatus", "cancelTransaction",
        "payment",
    ]

    @Test("a token that is none, or has expired, is told so by every operation", arguments: operations)
    func tokens(_ operation: String) async throws {
        try await LocalGateway.run { gateway in
            func ask(_ token: String) async throws -> String {
                try await gateway.post("/payment/4.3/\(operation)", #"{"paymentToken":"\#(token)"\#(Self.more)}"#).code
            }
            let token = try await mint(gateway)
            #expect(!["9040", "9020", "9900", "9005"].contains(try await ask(token)))
            #expect(try await ask("forged") == "9040")
            #expect(try await ask(String(token.dropLast(4)) + "AAA=") == "9040")
            #expect(try await gateway.post("/payment/4.3/\(operation)", "{}").code == "9005")
            #expect(try await gateway.post("/payment/4.3/\(operation)", "{").code == "9900")
            gateway.clock.advance(31 * 60)
            #expect(try await ask(token) == "9020")
        }
    }

    @Test(
        "SEC-53 a session is its merchant's: a token of another, or of one that is gone, is like one nobody has",
        arguments: operations)
    func sec53Sessions(_ operation: String) async throws {
        try await LocalGateway.run { gateway in
            let token = try await mint(gateway)
            try await gateway.services.store.clear()
            let body = #"{"paymentToken":"\#(token)"\#(Self.more)}"#
            let gone = try await gateway.post("/payment/4.3/\(operation)", body)
            let forged = try await gateway.post("/payment/4.3/\(operation)", body.replacingOccurrences(of: token, with: "x"))
            #expect(gone.code == "9040" && gone.json["respDesc"] == forged.json["respDesc"])
        }
    }

    @Test("SEC-41 each operation's answer is not stored and names its type", arguments: operations + ["initialization"])
    func sec41Sessions(_ operation: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.post("/payment/4.3/\(operation)", #"{"paymentToken":"x"}"#)
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
        }
    }

    @Test(
        "every version and spelling of the path is answered",
        arguments: ["4.1/PAYMENTOPTION", "4.2/paymentoption", "4.3/paymentOption/"])
    func paths(_ path: String) async throws {
        try await LocalGateway.run { gateway in
            let token = try await mint(gateway)
            #expect(try await gateway.post("/payment/\(path)", #"{"paymentToken":"\#(token)"}"#).code == "0000")
        }
    }
}
