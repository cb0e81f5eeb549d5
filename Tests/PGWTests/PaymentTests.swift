import Foundation
import PGWTesting
import StrictJSON
import Testing

@testable import PGW

/// Answers each request with the next of its answers, and keeps what was sent.
private final class Script: Transport, @unchecked Sendable {
    // @unchecked: both are only touched under the lock.
    private let lock = NSLock()
    private var answers: [Result<String, TransportError>]
    private var requests: [TransportRequest] = []

    init(_ answers: [Result<String, TransportError>]) { self.answers = answers }

    var sent: [TransportRequest] { lock.withLock { requests } }
    var bodies: [String] { sent.map { String(decoding: $0.body ?? Data(), as: UTF8.self) } }
    /// The last part of each address.
    var operations: [String] { sent.map(\.url.lastPathComponent) }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let answer = lock.withLock {
            requests.append(request)
            return answers.isEmpty ? .success(#"{"respCode":"9993"}"#) : answers.removeFirst()
        }
        return TransportResponse(status: 200, body: Data(try answer.get().utf8))
    }
}

private func sdk(_ script: Script) -> PGWSDK {
    PGWSDK(params: PGWSDKParamsBuilder(apiEnvironment: .Sandbox).clientId("app").locale("th").transport(script).build())
}

private func code(_ code: String, _ more: String = "") -> Result<String, TransportError> {
    .success(#"{\#(more.isEmpty ? "" : more + ",")"respCode":"\#(code)","respDesc":"x"}"#)
}

@Suite("Payments of the SDK")
struct PaymentTests {
    private func request(_ payment: PaymentRequest) -> TransactionResultRequest {
        TransactionResultRequestBuilder(paymentToken: "tok").with(payment).build()
    }

    private func body(_ payment: PaymentRequest) async throws -> String {
        let script = Script([code("2000")])
        _ = try await sdk(script).proceedTransaction(request(payment))
        return try #require(script.bodies.first)
    }

    @Test("a card goes out under the wire's names, and nothing that was not said")
    func card() async throws {
        let billing = UserBillingAddress()
        billing.address1 = "1 Road"
        billing.countryCode = "TH"
        let payment = CardPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), "4111111111111111").expiryMonth(5)
            .expiryYear(2030).securityCode("123").tokenize(true).name("Somchai").installmentInterestType("M").installmentPeriod(6)
            .fxRateId("fx1").bank("B").country("TH").userAddress(UserAddressBuilder().userBillingAddress(billing).build()).build()
        #expect(
            try await body(payment)
                == #"{"paymentToken":"tok","clientID":"app","locale":"th","payment":{"code":{"channelCode":"CC"},"data":{"name":"Somchai","cardNo":"4111111111111111","expiryMonth":"05","expiryYear":"2030","securityCode":"123","cardBank":"B","cardCountry":"TH","accountTokenization":true,"interestType":"M","installmentPeriod":6,"fxRateID":"fx1","billingAddress1":"1 Road","billingCountryCode":"TH"}}}"#
        )
    }

    @Test("a stored card is a customerToken, a wallet's cryptogram a token, whoever says so")
    func tokens() async throws {
        let code = PaymentCode(channelCode: "CC")
        let stored = try await body(CustomerTokenPaymentBuilder(paymentCode: code, "T1").securityCode("123").build())
        #expect(stored.contains(#""data":{"securityCode":"123","customerToken":"T1"}"#), "\(stored)")
        let wallet = try await body(DigitalPaymentBuilder(paymentCode: PaymentCode(channelCode: "GRAB")).token("crypt").build())
        #expect(wallet.contains(#""data":{"token":"crypt"}"#), "\(wallet)")
        let universal = try await body(UniversalPaymentBuilder(paymentCode: code).token("T1").build())
        #expect(universal.contains(#""customerToken":"T1""#), "\(universal)")
        let apple = try await body(UniversalPaymentBuilder(paymentCode: PaymentCode(channelCode: "APPLEPAY")).token("c").build())
        #expect(apple.contains(#""token":"c""#), "\(apple)")
    }

    @Test("points go out with their rewards")
    func points() async throws {
        let reward = LoyaltyPointReward()
        reward.id = "r"
        reward.quantity = 2
        let point = LoyaltyPoint()
        point.providerId = "p"
        point.redeemAmount = 10.5
        point.rewards = [reward]
        let sent = try await body(
            LoyaltyPointPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC")).loyaltyPoints([point]).build())
        #expect(
            sent.contains(#""loyaltyPoints":[{"providerID":"p","redeemAmount":10.5,"rewards":[{"id":"r","quantity":2}]}]"#),
            "\(sent)")
    }

    @Test("a request that was built keeps what it was built with")
    func snapshot() {
        let builder = CardPaymentBuilder(channelCode: "CC", "4111111111111111")
        let built = builder.build()
        builder.expiryMonth(9)
        #expect(built.data.expiryMonth == 0)
    }

    @Test("nothing of a payment's data is shown by whoever prints it")
    func concealed() async throws {
        let payment = CardPaymentBuilder(channelCode: "CC", "4111111111111111").securityCode("987").build()
        var text = "\(payment.data)"
        dump(payment.data, to: &text)
        dump(payment, to: &text)
        dump(payment.instruction, to: &text)
        #expect(!text.contains("4111111111111111") && !text.contains("987"))
    }

    @Test(
        "each call asks its operation, and reads its answer",
        arguments: [
            "paymentoption", "paymentoptiondetails", "transactionstatus", "canceltransaction", "exchangerate", "userpreference",
            "initialization", "paymentnotification", "loyaltypointinfo", "payment",
        ])
    func operations(_ operation: String) async throws {
        let script = Script([code("9040")])
        let sdk = sdk(script)
        let response: any BaseResponse
        switch operation {
        case "paymentoption": response = try await sdk.paymentOption(PaymentOptionRequest(paymentToken: "tok"))
        case "paymentoptiondetails": response = try await sdk.paymentOptionDetail(PaymentOptionDetailRequest(paymentToken: "tok"))
        case "transactionstatus": response = try await sdk.transactionStatus(TransactionStatusRequest(paymentToken: "tok"))
        case "canceltransaction": response = try await sdk.cancelTransaction(CancelTransactionRequest(paymentToken: "tok"))
        case "exchangerate": response = try await sdk.exchangeRate(ExchangeRateRequest(paymentToken: "tok"))
        case "userpreference": response = try await sdk.userPreference(UserPreferenceRequest(paymentToken: "tok"))
        case "initialization": response = try await sdk.systemInitialization(SystemInitializationRequest())
        case "paymentnotification": response = try await sdk.paymentNotification(PaymentNotificationRequest(paymentToken: "tok"))
        case "loyaltypointinfo": response = try await sdk.loyaltyPointInfo(LoyaltyPointInfoRequest(paymentToken: "tok"))
        default: response = try await sdk.proceedTransaction(TransactionResultRequest(paymentToken: "tok"))
        }
        #expect(script.operations == [operation] && script.sent[0].url.path.hasPrefix("/payment/4.3/"))
        #expect(response.responseCode == "9040" && response.responseDescription == "x")
        let asked = try #require(JSON(parsing: script.bodies[0]).object)
        #expect(asked["clientID"] == "app" && asked["locale"] == "th")
        #expect(asked["paymentToken"]?.string == (operation == "initialization" ? nil : "tok"))
    }

    @Test("what questions say beside the session goes out under the wire's names")
    func questions() async throws {
        let script = Script([])
        let sdk = sdk(script)
        let status = TransactionStatusRequest(paymentToken: "tok")
        status.additionalInfo = true
        _ = try await sdk.transactionStatus(status)
        let detail = PaymentOptionDetailRequest(paymentToken: "tok")
        detail.categoryCode = "GCARD"
        detail.groupCode = "CC"
        detail.locale = "en"
        _ = try await sdk.paymentOptionDetail(detail)
        let rate = ExchangeRateRequest(paymentToken: "tok")
        rate.bin = "411111"
        _ = try await sdk.exchangeRate(rate)
        let notification = PaymentNotificationRequest(paymentToken: "tok")
        notification.platform = PaymentNotificationPlatformCode.Email
        notification.recipientId = "a@example.com"
        notification.recipientName = "A"
        _ = try await sdk.paymentNotification(notification)
        let points = LoyaltyPointInfoRequest(paymentToken: "tok")
        points.providerId = "p"
        _ = try await sdk.loyaltyPointInfo(points)
        let ends = [
            #""locale":"th","additionalInfo":true}"#, #""locale":"en","categoryCode":"GCARD","groupCode":"CC"}"#,
            #""locale":"th","bin":"411111"}"#,
            #""platform":"EMAIL","recipientID":"a@example.com","recipientName":"A"}"#, #""providerID":"p"}"#,
        ]
        for (body, end) in zip(script.bodies, ends) { #expect(body.hasSuffix(end), "\(body)") }
    }

    @Test("an answer is read under the wire's names, whichever generation spelt them")
    func answers() async throws {
        let script = Script([
            .success(
                #"{"channelCode":"CC","invoiceNo":"I","locale":"en","additionalInfo":{"merchantDetails":{"name":"HAPPY SHOP","showDetailInfo":true},"transactionDetails":{"dateTime":"20301231235959","agentCode":"OCBC","channelCode":"VI","data":"411111XXXXXX1111","amount":"1000.00","currencyCode":"SGD","invoiceNo":"I","description":"item","interestRate":1.5,"monthlyPayment":"83.50"},"paymentResultDetails":{"code":"00","description":"ok","autoRedirect":true,"autoRedirectionTimer":1000,"frontendReturnUrl":"https://shop.example"}},"respCode":"2000","respDesc":"done"}"#
            ),
            .success(
                #"{"channelCode":null,"data":"https://x.example/a","expiryTimer":"600000","extras":{"qrData":"q"},"respCode":"1005"}"#
            ),
        ])
        let sdk = sdk(script)
        let status = try await sdk.transactionStatus(TransactionStatusRequest(paymentToken: "tok"))
        let info = status.additionalInfo
        #expect(info.merchantInfo.name == "HAPPY SHOP" && info.merchantInfo.showDetailInfo)
        #expect(info.transactionInfo.productDescription == "item" && info.transactionInfo.monthlyAmount == 83.5)
        #expect(info.transactionInfo.interestRate == 1.5 && info.resultInfo.responseCode == "00")
        #expect(info.resultInfo.autoRedirectTimer == 1000 && info.resultInfo.frontendReturnUrl == "https://shop.example")
        let text = TransactionStatusResponse.parse(status)
        #expect(text.contains("amount: 1000.00") && text.contains("merchantInfo:\n"), "\(text)")
        let result = try await sdk.proceedTransaction(TransactionResultRequest(paymentToken: "tok"))
        #expect(result.channelCode.isEmpty && result.expiryTimer == 600_000 && result.additionalInfo.qrData == "q")
    }

    @Test("the closure form calls one closure, once")
    func closures() async throws {
        let script = Script([code("2001")])
        let params = PGWSDKParamsBuilder(apiEnvironment: .Sandbox).clientId("app").callbackQueue(.global()).transport(script)
            .build()
        let response = await withCheckedContinuation { continuation in
            PGWSDK(params: params).transactionStatus(
                transactionStatusRequest: TransactionStatusRequest(paymentToken: "tok"),
                { continuation.resume(returning: $0.responseCode) },
                { continuation.resume(returning: $0.domain) })
        }
        #expect(response == "2001")
    }
}

@Suite("A payment from its beginning to its end")
struct PaymentOutcomeTests {
    private let request = TransactionResultRequestBuilder(paymentToken: "tok").build()

    @Test("one that is finished at once is asked for its status")
    func finished() async throws {
        let script = Script([code("2000"), code("2000", #""invoiceNo":"I""#)])
        guard case .finished(let status) = try await sdk(script).payment(request) else {
            Issue.record("not finished")
            return
        }
        #expect(status.invoiceNo == "I" && script.operations == ["payment", "transactionstatus"])
        #expect(script.bodies[1].contains(#""additionalInfo":true"#))
    }

    @Test("one that is refused says why", arguments: ["9041", "4076", "2003"])
    func refused(_ refusal: String) async throws {
        let script = Script([code(refusal)])
        #expect(try await sdk(script).payment(request) == .refused(code: refusal, description: "x"))
    }

    @Test("a slip is pending")
    func slip() async throws {
        guard case .pending(let result) = try await sdk(Script([code("1003", #""data":"slip""#)])).payment(request) else {
            Issue.record("not pending")
            return
        }
        #expect(result.data == "slip")
    }

    @Test(
        "what the payer has to do is presented once, and the end is waited for",
        arguments: [
            ("1000", PaymentStep.authenticate("u", isFullPage: false)), ("1001", .authenticate("u", isFullPage: true)),
            ("1002", .openExternally("u")), ("1004", .openApplication("u", fallback: "f")),
        ])
    func step(_ step: String, _ expected: PaymentStep) async throws {
        let script = Script([code(step, #""data":"u","fallbackData":"f""#), code("2000")])
        let (steps, presented) = AsyncStream.makeStream(of: PaymentStep.self)
        let outcome = try await sdk(script).payment(request) { presented.yield($0) }
        guard case .finished = outcome else {
            Issue.record("\(outcome)")
            return
        }
        presented.finish()
        var all: [PaymentStep] = []
        for await step in steps { all.append(step) }
        #expect(all == [expected])
    }

    @Test("an answer that was lost is asked for, and the request is sent again only where nothing had begun")
    func lost() async throws {
        let lost = Result<String, TransportError>.failure(TransportError(.timedOut, detail: ""))
        let begun = Script([lost, code("2000")])
        _ = try await sdk(begun).payment(request)
        #expect(begun.operations == ["payment", "transactionstatus"])
        let notBegun = Script([lost, code("2002"), code("2000"), code("2000")])
        _ = try await sdk(notBegun).payment(request)
        #expect(notBegun.operations == ["payment", "transactionstatus", "payment", "transactionstatus"])
        #expect(notBegun.bodies[0] == notBegun.bodies[2])
        let unreachable = Script([.failure(TransportError(.unreachable, detail: ""))])
        await #expect(throws: PGWError.self) { try await sdk(unreachable).payment(request) }
        #expect(unreachable.operations == ["payment"])
    }

    /// What a polling asked and how long it waited.
    private func poll(
        _ answers: [Result<TransactionStatusResponse, PGWError>], within limit: TimeInterval? = nil
    ) async -> (Result<PaymentOutcome, PGWError>, [TimeInterval]) {
        let state = Locked((answers: answers, waits: [TimeInterval]()))
        let polling = StatusPolling(
            ask: { () throws(PGWError) in
                try state.with { $0.answers.isEmpty ? .failure(PGWError(.cancelled)) : $0.answers.removeFirst() }.get()
            },
            sleep: { seconds in state.with { $0.waits.append(seconds) } })
        let result: Result<PaymentOutcome, PGWError>
        do throws(PGWError) { result = .success(try await polling.end(within: limit)) } catch { result = .failure(error) }
        return (result, state.with { $0.waits })
    }

    private func status(_ code: String) -> Result<TransactionStatusResponse, PGWError> {
        var response = TransactionStatusResponse()
        response.responseCode = code
        return .success(response)
    }

    @Test("the status is asked after 5 s, then half as long again, at most every 15 s")
    func waits() async {
        let (result, waits) = await poll((0..<5).map { _ in status("2001") } + [status("2000")])
        #expect(waits == [5, 7.5, 11.25, 15, 15])
        guard case .success(.finished) = result else {
            Issue.record("\(result)")
            return
        }
    }

    @Test("a code to scan is asked for until it expires, and a last time then")
    func expires() async {
        let (result, waits) = await poll((0..<9).map { _ in status("2001") }, within: 20)
        #expect(waits.reduce(0, +) == 20 && waits.count == 3)
        #expect(result == .success(.refused(code: "2001", description: "")))
    }

    @Test("a gateway that is out of reach for a moment is asked again, and given up after three times")
    func patience() async {
        let broken = Result<TransactionStatusResponse, PGWError>.failure(PGWError(.unreachable))
        guard case .success(.finished) = await poll([broken, broken, status("2001"), broken, status("2000")]).0 else {
            Issue.record("given up")
            return
        }
        #expect(await poll([broken, broken, broken, status("2000")]).0 == .failure(PGWError(.unreachable)))
    }

    @Test("a payment that is cancelled by its task stops waiting")
    func cancelled() async throws {
        let script = Script([code("1000", #""data":"u""#)] + (0..<100).map { _ in code("2001") })
        let task = Task { try await sdk(script).payment(TransactionResultRequestBuilder(paymentToken: "tok").build()) }
        while script.operations.count < 2 { await Task.yield() }
        task.cancel()
        await #expect(throws: PGWError(.cancelled)) { try await task.value }
    }
}

/// A value that one at a time touches.
private final class Locked<Value>: @unchecked Sendable {
    // @unchecked: the value is only touched under the lock.
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) { self.value = value }

    func with<Result>(_ body: (inout Value) -> Result) -> Result { lock.withLock { body(&value) } }
}

@Suite("Addresses that come back")
struct ResultAddressTests {
    private static let token = "a/b+c=="

    @Test(
        "the result page of this gateway, and the app's own address, end a web view",
        arguments: [
            ("https://pgw.example/payment/4.3/#/info/a%2fb%2bc%3d%3d", true),
            ("HTTPS://PGW.EXAMPLE:443/payment/4.3/#/INFO/a%2Fb%2Bc%3D%3D", true),
            ("https://pgw.example/payment/4.5/#/info/a%2fb%2bc%3d%3d?showDetails=true", true),
            ("pgwcom.example.shop://2c2p?paymentToken=a%2fb%2bc%3d%3d", true),
            ("pgw://2c2p/result?x=1&paymentToken=a%2fb%2bc%3d%3d", true),
            ("https://pgw.example/payment/4.3/#/info/", false),
            ("https://pgw.example/payment/4.3/#/info/other", false),
            ("https://pgw.example/payment/4.3/#/token/a%2fb%2bc%3d%3d", false),
            ("http://pgw.example/payment/4.3/#/info/a%2fb%2bc%3d%3d", false),
            ("https://pgw.example:8443/payment/4.3/#/info/a%2fb%2bc%3d%3d", false),
            ("https://evil.example/payment/4.3/#/info/a%2fb%2bc%3d%3d", false),
            ("https://pgw.example.evil.example/payment/4.3/#/info/a%2fb%2bc%3d%3d", false),
            ("https://pgw.example@evil.example/payment/4.3/#/info/a%2fb%2bc%3d%3d", false),
            ("https://evil.example/?u=https://pgw.example/payment/4.3/#/info/a%2fb%2bc%3d%3d", false),
            ("https://pgw.example/elsewhere/payment/4.3/#/info/a%2fb%2bc%3d%3d", false),
            ("pgw://evil?paymentToken=a%2fb%2bc%3d%3d", false), ("", false), ("#", false), ("pgw://2c2p", false),
        ])
    func matches(_ address: String, _ ends: Bool) throws {
        let rule = ResultAddress(gateway: try #require(URL(string: "https://pgw.example")), paymentToken: Self.token)
        #expect(rule.paymentToken(in: address) == (ends ? Self.token : nil))
    }
}
