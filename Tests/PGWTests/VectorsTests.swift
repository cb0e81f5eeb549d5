import Foundation
import PGWTesting
import PGWWire
import StrictJSON
import Testing

@testable import PGW

/// What every language must make of the same answers: Tests/Languages/Vectors. The Swift SDK writes it, and reads it here; the tests of
/// the other languages read it there.
@Suite("Vectors for every language")
struct VectorsTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Languages/Vectors")

    /// A name, a status, and a body that a gateway could send, or somebody in its place.
    private struct Given {
        let name: String
        var status = 200
        let body: [UInt8]

        init(_ name: String, status: Int = 200, _ body: String) { self.init(name, status: status, Array(body.utf8)) }

        init(_ name: String, status: Int = 200, _ body: [UInt8]) {
            self.name = name
            self.status = status
            self.body = body
        }
    }

    private static func tokens() -> TokenInformationResponse {
        let card = TokenInformation(
            channelCode: "CC", subChannelCode: "VI", token: "20052010380915759367", accountNo: "411111XXXXXX1111",
            expiry: "2027-05-31",
            name: "Somchai \"Jaidee\"", email: "s***i@e***e.com", status: .expiring, iconUrl: "https://x.example/icon",
            logoUrl: "https://x.example/logo", cardBrand: "VISA")
        var wallet = card
        wallet.channelCode = "TRUEMONEY"
        wallet.token = "t-2"
        wallet.name = "李小龍 𠮷 👩‍👩‍👧 \u{0}\u{1F}"
        wallet.status = .available
        wallet.expiry = ""
        var stranger = card
        stranger.status = TokenStatus(rawValue: "ZZ")
        stranger.token = "t/3"
        return TokenInformationResponse(paymentToken: "tok", tokens: [card, wallet, stranger])
    }

    private static let given: [Given] = [
        Given("cards of 4.3", tokens().bytes(.v43)), Given("cards of 4.2", tokens().bytes(.v42)),
        Given("cards of 4.1", tokens().bytes(.v41)), Given("a byte-order mark", [0xEF, 0xBB, 0xBF] + tokens().bytes(.v43)),
        Given("a refusal", #"{"respCode":"9040","respDesc":"Invalid payment token"}"#),
        Given("a refusal at status 400", status: 400, #"{"respCode":"9005","respDesc":"x"}"#),
        Given("a refusal at status 500", status: 500, #"{"respCode":"9999","respDesc":"x"}"#),
        Given(
            "a refusal with cards", #"{"paymentToken":"tok","customerToken":[{"token":"a"}],"respCode":"9040","respDesc":"x"}"#),
        Given("no cards", #"{"paymentToken":"tok","customerToken":[],"respCode":"0000","respDesc":"success"}"#),
        Given("no list of cards", #"{"respCode":"0000"}"#), Given("a list of null", #"{"respCode":"0000","customerToken":null}"#),
        Given(
            "null in front of another shape",
            #"{"respCode":"0000","customerToken":null,"cardTokens":[{"token":"a","cardNo":"b"}]}"#),
        Given(
            "entries without a token",
            #"{"respCode":"0000","customerToken":[{},{"token":""},{"token":1},7,null,[],{"token":"a"}]}"#),
        Given(
            "members of other types",
            #"{"respCode":"0000","respDesc":5,"paymentToken":{},"customerToken":[{"token":"a","name":7}]}"#),
        Given("members nobody knows", #"{"x":[1e5,true,null,{"y":-0.5E-3}],"respCode":"0000","respDesc":"d"}"#),
        Given("escapes", #"{"respCode":"0000","respDesc":"\u00e9\uD83D\uDE00\/\\\"\b\f\n\r\t"}"#),
        Given("the same code in another case", #"{"RESPCODE":"0000"}"#), Given("a code of another type", #"{"respCode":0}"#),
        Given("nothing", ""), Given("nothing at status 500", status: 500, ""), Given("blanks", " \n"), Given("no JSON", "<html>"),
        Given("an array", "[]"), Given("a text", #""respCode""#), Given("no code", #"{"respDesc":"x"}"#),
        Given("an empty object", "{}"),
        Given("a member twice", #"{"respCode":"0000","respCode":"9040"}"#),
        Given("a member twice, once by escapes", #"{"respCode":"0000","resp\u0043ode":"9040"}"#),
        Given("a member twice, composed and not", #"{"respCode":"0000","\u00e9":1,"e\u0301":2}"#),
        Given("a member twice, further in", #"{"respCode":"0000","x":[{"a":1,"a":1}]}"#),
        Given("a lone high surrogate", #"{"respCode":"0000","respDesc":"\ud83d"}"#),
        Given("a lone low surrogate", #"{"respCode":"0000","respDesc":"\ude00x"}"#),
        Given("a raw control character", "{\"respCode\":\"0000\",\"respDesc\":\"a\u{1}\"}"),
        Given("bytes that are no UTF-8", Array(#"{"respCode":"0000","respDesc":""#.utf8) + [0xFF] + Array(#""}"#.utf8)),
        Given("an overlong form", Array(#"{"respCode":"0000","respDesc":""#.utf8) + [0xC0, 0x80] + Array(#""}"#.utf8)),
        Given("a surrogate in UTF-8", Array(#"{"respCode":"0000","respDesc":""#.utf8) + [0xED, 0xA0, 0xBD] + Array(#""}"#.utf8)),
        Given("more text after the value", #"{"respCode":"0000"} x"#), Given("a comma too many", #"{"respCode":"0000",}"#),
        Given("a leading zero", #"{"respCode":"0000","x":01}"#), Given("a number without digits", #"{"respCode":"0000","x":-}"#),
        Given("a number of forty-one characters", #"{"respCode":"0000","x":\#(String(repeating: "1", count: 41))}"#),
        Given("a number of forty characters", #"{"respCode":"0000","x":\#(String(repeating: "1", count: 40))}"#),
        Given("sixteen levels", #"{"respCode":"0000","x":\#(nested(15))}"#),
        Given("seventeen levels", #"{"respCode":"0000","x":\#(nested(16))}"#),
        Given("a wrong escape", #"{"respCode":"0000","x":"\x41"}"#), Given("a short escape", #"{"respCode":"0000","x":"\u41"}"#),
        Given("a word nobody knows", #"{"respCode":"0000","x":True}"#),
        Given("cut in the middle", #"{"respCode":"0000","respDesc":"su"#),
        Given("a single quote", #"{'respCode':'0000'}"#), Given("a comment", #"{"respCode":"0000"/**/}"#),
    ]

    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    /// One answer and what comes of it: a code, and with code 0 the response.
    private static func vector(_ given: Given) async -> JSON {
        let sdk = PGWSDK(
            params: PGWSDKParamsBuilder(apiEnvironment: .Sandbox).clientId("app").transport(Answer(given: given)).build())
        var object = JSONObject()
        object["name"] = .string(given.name)
        object["status"] = .number(JSONNumber(given.status))
        object["body"] = .string(Data(given.body).base64EncodedString())
        do throws(PGWError) {
            let response = try await sdk.customerTokenInfo(paymentToken: "tok")
            object["code"] = 0
            object["response"] = response.json
        } catch {
            object["code"] = .number(JSONNumber(error.code.rawValue))
        }
        return .object(object)
    }

    private struct Answer: Transport {
        let given: Given

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            TransportResponse(status: given.status, body: Data(given.body))
        }
    }

    @Test("the file is what the Swift SDK makes of each; OPENPGW_WRITE_DOCS=1 writes it anew")
    func answers() async throws {
        var lines: [String] = []
        for given in Self.given { lines.append(await Self.vector(given).text) }
        try hold(lines, "answers.json")
        #expect(Set(Self.given.map(\.name)).count == Self.given.count)
    }

    /// - Parameter numbers: Published test numbers that may stand in it.
    private func hold(_ lines: [String], _ name: String, mayHold numbers: [String] = []) throws {
        let path = Self.folder.appendingPathComponent(name)
        let text = "[\n" + lines.joined(separator: ",\n") + "\n]\n"
        if ProcessInfo.processInfo.environment["OPENPGW_WRITE_DOCS"] != nil { try Data(text.utf8).write(to: path) }
        #expect(try String(contentsOf: path, encoding: .utf8) == text)
        let rest = numbers.reduce(text) { $0.replacingOccurrences(of: $1, with: "") }
        #expect(CardNumberLeaks.scan(rest, in: name).isEmpty)
    }

    // MARK: Requests

    private static let asked: [(name: String, paymentToken: String, clientId: String, locale: String)] = [
        ("a token alone", "tok", "", ""), ("a client id of the request", "tok", "other", ""),
        ("a locale of the request", "tok", "", "en"), ("both", "tok", "other", "id"),
        ("a token as they look", "roZG9I1h/GYjNt+BYPYbxQtKElbZDs9M5cXuEbE+Z0QTr/yUcl1oG7t0AGo==", "", ""),
        ("quotes and backslashes", #"a"b\c/d"#, #"""#, #"\"#),
        ("control characters", "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}\u{7F}", "\u{0}", "\n"),
        ("names of any script", "李小龍 𠮷 👩‍👩‍👧 é e\u{301} \u{FEFF}\u{2028}\u{10FFFF}", "ไทย", "العربية"),
        ("no token", "", "", ""), ("a long token", String(repeating: "aB3/", count: 1024), "", ""),
        ("JSON in a token", #"{"paymentToken":"x"}"#, "null", "[]"),
    ]

    /// Keeps what was sent, and answers.
    private final class Sent: Transport {
        private let body = Locked<Data>(Data())

        var json: JSON { get throws { try JSON(parsing: Array(body.value)) } }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            body.value = request.body ?? Data()
            return TransportResponse(status: 200, body: Data(#"{"respCode":"0000"}"#.utf8))
        }
    }

    private final class Locked<Value: Sendable>: @unchecked Sendable {
        // @unchecked: guarded by the lock.
        private let lock = NSLock()
        private var kept: Value

        init(_ value: Value) { kept = value }

        var value: Value {
            get { lock.withLock { kept } }
            set { lock.withLock { kept = newValue } }
        }
    }

    @Test("the file has what the Swift SDK sends for each, set up with the client id `client` and the locale `th`")
    func requests() async throws {
        var lines: [String] = []
        for asked in Self.asked {
            let sent = Sent()
            let sdk = PGWSDK(
                params: PGWSDKParamsBuilder(apiEnvironment: .Sandbox).clientId("client").locale("th").transport(sent).build())
            let request = CustomerTokenInfoRequest(paymentToken: asked.paymentToken)
            request.clientId = asked.clientId
            request.locale = asked.locale
            _ = try await sdk.customerTokenInfo(request)
            let vector: JSON = [
                "name": .string(asked.name), "paymentToken": .string(asked.paymentToken), "clientId": .string(asked.clientId),
                "locale": .string(asked.locale), "body": try sent.json,
            ]
            lines.append(vector.text)
        }
        try hold(lines, "requests.json")
    }

    // MARK: Payments

    /// A call by its name, as hosts that hand texts over make it, and the same call of the Swift SDK.
    private struct Payment: Sendable {
        let name: String
        let call: String
        /// By the names of the SDK.
        let request: JSON
        let ask: @Sendable (PGWSDK) async throws -> any WireResponse
    }

    private static let billing: JSON = [
        "address1": "1 Road", "address2": "Floor 2", "address3": "x", "city": "Bangkok", "state": "BKK", "postalCode": "10110",
        "countryCode": "TH",
    ]

    private static func payment(
        _ name: String, _ code: JSON, _ data: JSON, _ build: @escaping @Sendable () -> PaymentRequest
    ) -> Payment {
        let request: JSON = ["paymentToken": "tok", "payment": ["code": code, "data": data]]
        return Payment(name: name, call: "proceedTransaction", request: request) { sdk in
            try await sdk.proceedTransaction(TransactionResultRequestBuilder(paymentToken: "tok").with(build()).build())
        }
    }

    private static let payments: [Payment] = [
        payment(
            "a card", ["channelCode": "CC"],
            [
                "cardNo": "4111111111111111", "expiryMonth": 5, "expiryYear": 2039, "securityCode": "123", "tokenize": true,
                "name": "李 \"小龍\"", "email": "a@example.com", "mobileNo": "+66 81 234 5678", "bank": "A Bank", "country": "TH",
                "pin": "1234", "installmentInterestType": "M", "installmentPeriod": 6, "installmentPayLaterPeriod": 1,
                "fxRateId": "fx1", "paymentExpiry": "2039-01-01 00:00:00", "customerNote": "n",
                "userAddress": ["userBillingAddress": billing, "userShippingAddress": ["city": "Chiang Mai"]],
            ]
        ) {
            let address = UserBillingAddress()
            (address.address1, address.address2, address.address3) = ("1 Road", "Floor 2", "x")
            (address.city, address.state, address.postalCode, address.countryCode) = ("Bangkok", "BKK", "10110", "TH")
            let shipping = UserShippingAddress()
            shipping.city = "Chiang Mai"
            return CardPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), "4111111111111111")
                .expiryMonth(5).expiryYear(2039).securityCode("123").tokenize(true).name("李 \"小龍\"").email("a@example.com")
                .mobileNo("+66 81 234 5678").bank("A Bank").country("TH").pin("1234").installmentInterestType("M")
                .installmentPeriod(6).installmentPayLaterPeriod(1).fxRateId("fx1").paymentExpiry("2039-01-01 00:00:00")
                .customerNote("n")
                .userAddress(UserAddressBuilder().userBillingAddress(address).userShippingAddress(shipping).build()).build()
        },
        payment("a card that says little", ["channelCode": "CC"], ["cardNo": "4111111111111111", "tokenize": false, "name": ""]) {
            CardPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), "4111111111111111").tokenize(false).name("").build()
        },
        payment("a stored card", ["channelCode": "CC"], ["token": "20052010380915759367", "securityCode": "123"]) {
            CustomerTokenPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), "20052010380915759367").securityCode("123")
                .build()
        },
        payment("a cryptogram", ["channelCode": "googlepay"], ["token": "{\"a\":1}"]) {
            UniversalPaymentBuilder(paymentCode: PaymentCode(channelCode: "googlepay")).token("{\"a\":1}").build()
        },
        payment("a wallet's token", ["channelCode": "LINE"], ["cryptogram": "x", "accountNo": "0812345678"]) {
            DigitalPaymentBuilder(paymentCode: PaymentCode(channelCode: "LINE")).token("x").accountNo("0812345678").build()
        },
        payment(
            "an agent", ["channelCode": "123", "agentCode": "THSCB", "agentChannelCode": "DEEPLINK"], ["name": "A"]
        ) { DeepLinkPaymentBuilder(paymentCode: PaymentCode(channelCode: "123", "THSCB", "DEEPLINK")).name("A").build() },
        payment("a code to scan", ["channelCode": "PNQR"], ["qrType": "URL"]) {
            QRPaymentBuilder(paymentCode: PaymentCode(channelCode: "PNQR")).type(QRTypeCode.URL).build()
        },
        payment(
            "another site", ["channelCode": "123", "agentCode": "VNABB", "agentChannelCode": "WEBPAY"],
            ["cardNo": "4111111111111111", "issuedMonth": 12, "issuedYear": 2021]
        ) {
            WebPaymentBuilder(paymentCode: PaymentCode(channelCode: "123", "VNABB", "WEBPAY")).cardNo("4111111111111111")
                .issuedMonth(12).issuedYear(2021).build()
        },
        payment(
            "points", ["channelCode": "CC"],
            [
                "cardNo": "4111111111111111",
                "loyaltyPoints": [
                    [
                        "providerId": "P", "accountNo": "1", "accountAuthData": "s", "redeemAmount": JSON(1.5),
                        "rewards": [["id": "R", "quantity": 2]],
                    ]
                ],
            ]
        ) {
            let reward = LoyaltyPointReward()
            (reward.id, reward.quantity) = ("R", 2)
            let points = LoyaltyPoint()
            (points.providerId, points.accountNo, points.accountAuthData) = ("P", "1", "s")
            (points.redeemAmount, points.rewards) = (1.5, [reward])
            return LoyaltyPointPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC")).cardNo("4111111111111111")
                .loyaltyPoints([points]).build()
        },
        Payment(name: "options", call: "paymentOption", request: ["paymentToken": "tok", "clientId": "other", "locale": "en"]) {
            let request = PaymentOptionRequest(paymentToken: "tok")
            (request.clientId, request.locale) = ("other", "en")
            return try await $0.paymentOption(request)
        },
        Payment(
            name: "a group's channels", call: "paymentOptionDetail",
            request: ["paymentToken": "tok", "categoryCode": "GCARD", "groupCode": "CC"]
        ) {
            let request = PaymentOptionDetailRequest(paymentToken: "tok")
            (request.categoryCode, request.groupCode) = ("GCARD", "CC")
            return try await $0.paymentOptionDetail(request)
        },
        Payment(name: "a status", call: "transactionStatus", request: ["paymentToken": "tok", "additionalInfo": true]) {
            let request = TransactionStatusRequest(paymentToken: "tok")
            request.additionalInfo = true
            return try await $0.transactionStatus(request)
        },
        Payment(name: "a short status", call: "transactionStatus", request: ["paymentToken": "tok", "additionalInfo": false]) {
            try await $0.transactionStatus(TransactionStatusRequest(paymentToken: "tok"))
        },
        Payment(name: "no more", call: "cancelTransaction", request: ["paymentToken": "tok"]) {
            try await $0.cancelTransaction(CancelTransactionRequest(paymentToken: "tok"))
        },
        Payment(name: "rates", call: "exchangeRate", request: ["paymentToken": "tok", "bin": "411111"]) {
            let request = ExchangeRateRequest(paymentToken: "tok")
            request.bin = "411111"
            return try await $0.exchangeRate(request)
        },
        Payment(name: "preferences", call: "userPreference", request: ["paymentToken": "tok"]) {
            try await $0.userPreference(UserPreferenceRequest(paymentToken: "tok"))
        },
        Payment(name: "languages", call: "systemInitialization", request: [:]) {
            try await $0.systemInitialization(SystemInitializationRequest())
        },
        Payment(
            name: "a result to share", call: "paymentNotification",
            request: ["paymentToken": "tok", "platform": "EMAIL", "recipientId": "a@example.com", "recipientName": "A"]
        ) {
            let request = PaymentNotificationRequest(paymentToken: "tok")
            (request.platform, request.recipientId, request.recipientName) = ("EMAIL", "a@example.com", "A")
            return try await $0.paymentNotification(request)
        },
        Payment(name: "worth of points", call: "loyaltyPointInfo", request: ["paymentToken": "tok", "providerId": "P"]) {
            let request = LoyaltyPointInfoRequest(paymentToken: "tok")
            request.providerId = "P"
            return try await $0.loyaltyPointInfo(request)
        },
    ]

    /// An answer with something in every member, named by its place.
    private static func full<Model: WireModel>(_ type: Model.Type, _ place: String = "") -> JSON {
        var object = JSONObject()
        for member in Model.members {
            let name = "\(place)\(member.name)"
            switch member.kind {
            case .text: object[member.name] = .string(name)
            case .integer: object[member.name] = .number(JSONNumber(name.utf8.count))
            case .number: object[member.name] = JSON(Double(name.utf8.count) + 0.25)
            case .numberText: object[member.name] = .string("\(name.utf8.count).50")
            // Not as it is where it is not given.
            case .flag: object[member.name] = .bool(Model().json.object?[member.sdkName] != true)
            case .texts: object[member.name] = [.string(name), "b"]
            case .object(let part): object[member.name] = full(part, "\(name).")
            case .list(let part): object[member.name] = [full(part, "\(name)."), full(part, "\(name)2.")]
            }
        }
        return .object(object)
    }

    /// The same members, each of another kind than it is, or spelt otherwise.
    private static func strange<Model: WireModel>(_ type: Model.Type) -> JSON {
        var object = JSONObject()
        for member in Model.members {
            switch member.kind {
            case .text: object[member.name] = .number(JSONNumber(7))
            case .integer: object[member.name] = "12"
            case .number, .numberText: object[member.name] = .number(JSONNumber(1000))
            case .flag: object[member.name] = "TRUE"
            case .texts: object[member.name] = ["a", 1, .null]
            case .object: object[member.name] = []
            case .list(let part): object[member.name] = [.null, "x", [:], strange(part)]
            }
        }
        object["respCode"] = "2001"
        return .object(object)
    }

    private static func answers(to type: any WireResponse.Type) -> [JSON] {
        [
            full(type), strange(type), ["respCode": "9040", "respDesc": "Invalid payment token"],
            ["respCode": "2000", "channelCode": .null],
        ]
    }

    @Test("the file has what the Swift SDK sends for each payment, and what it makes of answers to it")
    func everyPayment() async throws {
        var lines: [String] = []
        for payment in Self.payments {
            let sent = Sent()
            func sdk(_ transport: any Transport) -> PGWSDK {
                PGWSDK(
                    params: PGWSDKParamsBuilder(apiEnvironment: .Sandbox).clientId("client").locale("th").transport(transport)
                        .build())
            }
            let type = Swift.type(of: try await payment.ask(sdk(sent)))
            var answers: [JSON] = []
            // Once for each call.
            if !lines.contains(where: { $0.contains("\"call\":\"\(payment.call)\"") }) {
                for answer in Self.answers(to: type) {
                    let given = Given("", answer.text)
                    answers.append(["body": answer, "response": try await payment.ask(sdk(Answer(given: given))).json])
                }
            }
            let vector: JSON = [
                "name": .string(payment.name), "call": .string(payment.call), "request": payment.request, "body": try sent.json,
                "answers": .array(answers),
            ]
            lines.append(vector.text)
        }
        try hold(lines, "payments.json", mayHold: ["4111111111111111"])
        #expect(Set(Self.payments.map(\.call)).count == 10)
    }
}
