import Foundation
import Gateway
import JOSE
import PGWTesting
import StrictJSON
import Testing
import TokenVault
import WireTesting

/// A request body: any claims, any header, signed with any secret.
private func signed(_ claims: String, secret: [UInt8]) throws -> String {
    #"{"payload":"\#(CompactJWS.sign(Array(claims.utf8), with: try HMACKey(secret)))"}"#
}

private let path = "/payment/4.3/paymentToken"
private let minimal = #""merchantID":"JT04","invoiceNo":"INV","description":"item 1","amount":1000,"currencyCode":"THB""#

@Suite("Payment token at the gateway")
struct PaymentTokenTests {
    /// Sends claims as JT04 and returns the answer.
    private func ask(_ gateway: LocalGateway, _ claims: String, path: String = path) async throws -> RawAnswer {
        try await gateway.post(path, try signed("{\(claims)}", secret: try await gateway.merchant().secret))
    }

    private func with(_ member: String) -> String {
        let name = member.split(separator: ":")[0]
        let kept = minimal.split(separator: ",").filter { !$0.hasPrefix(name) }.joined(separator: ",")
        return kept + "," + member
    }

    @Test(
        "a request is answered with a signed payment token, on every version's path, whatever its case",
        arguments: [
            "/payment/4.3/paymentToken", "/payment/4.3/PaymentToken", "/PAYMENT/4.2/PAYMENTTOKEN", "/payment/4.1/paymenttoken",
        ])
    func minted(_ path: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await ask(gateway, minimal, path: path)
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
            let payload = try #require(answer.json["payload"]?.string)
            let key = try HMACKey(try await gateway.merchant().secret)
            let claims = try #require(try JSON(parsing: try CompactJWS(payload).verified(by: key)).object)
            #expect(claims.members.map(\.name) == ["webPaymentUrl", "paymentToken", "respCode", "respDesc"])
            let token = try #require(claims["paymentToken"]?.string)
            #expect(token.count == 128)
            let encoded = token.replacingOccurrences(of: "+", with: "%2b").replacingOccurrences(of: "/", with: "%2f")
            #expect(claims["webPaymentUrl"]?.string?.hasSuffix("/#/token/" + encoded) == true)
        }
    }

    @Test(
        "a body that is no signed request is 9900, an empty one 9005",
        arguments: [
            ("", "9005"), ("{", "9900"), ("[]", "9900"), ("null", "9900"), ("\"x\"", "9900"), ("{}", "9900"),
            (#"{"payload":1}"#, "9900"),
            (#"{"payload":null}"#, "9900"), (#"{"payload":""}"#, "9900"), (#"{"payload":"a.b"}"#, "9900"),
            (#"{"payload":"a.b.c"}"#, "9900"),
            (#"{"payload":"x","payload":"y"}"#, "9900"), (#"{"payload":"e30.e30."}"#, "9005"), ("<xml/>", "9900"),
            (#"{"payload":"e30.W10."}"#, "9900"), (String(repeating: "[", count: 5000), "9900"),
        ])
    func unreadable(_ body: String, _ code: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.post(path, body)
            #expect(answer.status == 200)
            #expect(answer.code == code)
            #expect(answer.json.members.map(\.name) == ["respCode", "respDesc"])
        }
    }

    private static let plan =
        #""recurring":true,"invoicePrefix":"p","allowAccumulate":true,"recurringCount":3,"recurringInterval":3,"chargeNextDate":"01012030""#

    @Test(
        "every cause has its code, and its field is named",
        arguments: [
            (#""invoiceNo":"""#, "9005", "Invalid Request (9005)InvoiceNo"), (#""x":1"#, "0000", ""),
            (#""invoiceNo":"\#(String(repeating: "1", count: 51))""#, "9006", "InvoiceNo"),
            (#""tokenize":"x""#, "9004", "Tokenize"),
            (#""amount":0"#, "9009", "Amount"), (#""amount":"x""#, "9009", "Amount"), (#""amount":1.001"#, "9009", "Amount"),
            (#""currencyCode":"XXX""#, "9010", "CurrencyCode"), (#""paymentExpiry":"x""#, "9008", "PaymentExpiry"),
            (#""paymentExpiry":"2020-01-01 00:00:00""#, "9008", "PaymentExpiry"),
            (#""paymentChannel":1"#, "9057", "PaymentChannel"),
            (#""paymentChannel":["X Y"]"#, "9058", "PaymentChannel"), (#""customerToken":["nobodys"]"#, "9202", "CustomerToken"),
            (#""recurring":true"#, "9901", "InvoicePrefix"),
            (Self.plan + #","maxAccumulateAmount":7,"recurringAmount":5.555"#, "9902", "RecurringAmount"),
            (Self.plan + #","maxAccumulateAmount":7.777,"recurringAmount":5"#, "9904", "MaxAccumulateAmount"),
            (Self.plan + #","maxAccumulateAmount":7.77,"recurringAmount":5.5"#, "0000", ""), (#""exp":1"#, "9004", "Exp"),
            (#""nbf":99999999999"#, "9004", "Nbf"),
            (#""iat":"now""#, "9004", "Iat"),
        ])
    func causes(_ member: String, _ code: String, _ words: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await ask(gateway, with(member))
            if code == "0000" {
                #expect(answer.json["payload"] != nil)
            } else {
                #expect(answer.code == code)
                #expect(answer.words.contains(words))
            }
        }
    }

    @Test(
        "what a merchant may not do has its code",
        arguments: [
            ("9010", #""currencyCode":"USD""#), ("9059", #""paymentChannel":["QRC"]"#), ("9080", #""tokenize":true"#),
            ("9080", #""tokenizeOnly":true"#),
        ])
    func profile(_ code: String, _ member: String) async throws {
        try await LocalGateway.run { gateway in
            var profile = try MerchantProfile(name: "Narrow", currency: "THB")
            profile.currencies = ["THB"]
            profile.channels = ["CC"]
            profile.mayTokenise = false
            let narrow = try await gateway.services.merchants.add("NARROW", profile)
            let claims = "{\(with(member).replacingOccurrences(of: "JT04", with: "NARROW"))}"
            let answer = try await gateway.post(path, try signed(claims, secret: narrow.secret))
            #expect(answer.code == code)
        }
    }

    @Test("a channel the gateway has not configured is 9060")
    func unconfigured() async throws {
        try await LocalGateway.run {
            $0.channels = ["CC"]
        } _: { gateway in
            let refused = try await ask(gateway, with(#""paymentChannel":["QRC"]"#))
            #expect(refused.code == "9060")
            let taken = try await ask(gateway, with(#""paymentChannel":["ALL"]"#))
            #expect(taken.json["payload"] != nil)
        }
    }

    @Test("a closed merchant is 9007, once its signature is right")
    func closed() async throws {
        try await LocalGateway.run { gateway in
            var profile = try MerchantProfile(name: "Closed", currency: "THB")
            profile.isActive = false
            let closed = try await gateway.services.merchants.add("CLOSED", profile)
            let claims = "{\(minimal.replacingOccurrences(of: "JT04", with: "CLOSED"))}"
            #expect(try await gateway.post(path, try signed(claims, secret: closed.secret)).code == "9007")
            #expect(try await gateway.post(path, try signed(claims, secret: [UInt8](repeating: 1, count: 64))).code == "9042")
        }
    }

    @Test("a merchant may drop unknown tokens instead")
    func lenient() async throws {
        try await LocalGateway.run { gateway in
            var profile = try MerchantProfile(name: "Lenient", currency: "THB")
            profile.lenientTokens = true
            let lenient = try await gateway.services.merchants.add("LENIENT", profile)
            let claims = "{\(with(#""customerToken":["nobodys"]"#).replacingOccurrences(of: "JT04", with: "LENIENT"))}"
            #expect(try await gateway.post(path, try signed(claims, secret: lenient.secret)).json["payload"] != nil)
        }
    }

    @Test("a request without a currency is in the merchant's, with its decimals")
    func baseCurrency() async throws {
        try await LocalGateway.run { gateway in
            let vietnam = try await gateway.merchant("JT08")
            let claims = #""merchantID":"JT08","invoiceNo":"A","description":"d","amount":"#
            #expect(try await gateway.post(path, try signed("{\(claims)10.5}", secret: vietnam.secret)).code == "9009")
            #expect(try await gateway.post(path, try signed("{\(claims)10}", secret: vietnam.secret)).json["payload"] != nil)
        }
    }

    @Test("SEC-30 an unknown merchant and a wrong signature are answered alike, byte for byte")
    func sec30Indistinguishable() async throws {
        try await LocalGateway.run { gateway in
            let wrong = [UInt8](repeating: 9, count: 64)
            let known = try await gateway.post(path, try signed("{\(minimal)}", secret: wrong))
            for id in ["NOBODY", "JT0", "JT044", String(repeating: "J", count: 500), "jt04", "' OR 1=1"] {
                let claims = "{\(minimal.replacingOccurrences(of: "JT04", with: id))}"
                let unknown = try await gateway.post(path, try signed(claims, secret: wrong))
                #expect(unknown.body == known.body)
                #expect(unknown.status == known.status)
                #expect(unknown.headers.keys.sorted() == known.headers.keys.sorted())
            }
            #expect(known.code == "9042")
        }
    }

    @Test("SEC-30 both take the same time, as far as noise lets one see")
    func sec30Timing() async throws {
        try await LocalGateway.run { gateway in
            // Two kinds of request in turns, on one connection; medians differ by less than the spread of either.
            let wrong = [UInt8](repeating: 9, count: 64)
            func body(_ id: String) throws -> String {
                try signed("{\(minimal.replacingOccurrences(of: "JT04", with: id))}", secret: wrong)
            }
            func message(_ body: String) -> String {
                "POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
            }
            let (known, unknown) = (message(try body("JT04")), message(try body("ZZ99")))
            let (a, b) = try await blocking {
                let socket = try RawSocket(port: gateway.port)
                func time(_ message: String) throws -> Double {
                    let start = ContinuousClock.now
                    try socket.send(message)
                    _ = try socket.read()
                    return Double((ContinuousClock.now - start).components.attoseconds) / 1e12
                }
                for _ in 0..<100 { _ = (try time(known), try time(unknown)) }
                let times = try (0..<600).map { _ in (try time(known), try time(unknown)) }
                return (times.map(\.0).sorted(), times.map(\.1).sorted())
            }
            let spread = max(a[450] - a[150], b[450] - b[150])
            #expect(abs(a[300] - b[300]) < spread, "medians \(a[300]) and \(b[300]) µs, spread \(spread)")
        }
    }

    @Test(
        "SEC-24 SEC-26 a right MAC under a wrong header is refused at the gateway, hints are taken",
        arguments: [
            (#"{"alg":"none"}"#, "9042", ""), (#"{"alg":"RS256"}"#, "9042", ""), ("{}", "9042", ""),
            (#"{"alg":"HS256","kid":"JT01"}"#, "", ""), (#"{"alg":"HS256","kid":"unknown"}"#, "", ""),
            (#"{"alg":"HS256","x5t":"a","x5t#S256":"b","cty":"json","typ":"at+jwt"}"#, "", ""),
            (#"{"alg":"HS256","crit":["x"]}"#, "9900", "crit"), (#"{"alg":"HS256","jwk":{}}"#, "9900", "jwk"),
            (#"{"alg":"HS256","jku":"https://x"}"#, "9900", "jku"), (#"{"alg":"HS256","x5u":"https://x"}"#, "9900", "x5u"),
            (#"{"alg":"HS256","x5c":[]}"#, "9900", "x5c"), (#"{"alg":"HS256","b64":false}"#, "9900", "b64"),
            (#"{"alg":"HS256","zip":"DEF"}"#, "9900", "zip"),
        ])
    func sec24sec26Headers(_ header: String, _ code: String, _ named: String) async throws {
        try await LocalGateway.run { gateway in
            // Sign the exact bytes by the library, then put the wanted header in their place with a MAC of its own.
            let body = try Forgery.body(header: header, claims: "{\(minimal)}", secret: try await gateway.merchant().secret)
            let answer = try await gateway.post(path, body)
            #expect(answer.code == code)
            #expect(named.isEmpty || answer.words.hasSuffix("the header \(named) is not taken"))
            // A stranger hears nothing of the header.
            let forged = try Forgery.body(header: header, claims: "{\(minimal)}", secret: [UInt8](repeating: 1, count: 64))
            #expect(try await gateway.post(path, forged).code == "9042")
        }
    }

    @Test("SEC-28 claims with a member twice are refused, though the signature is right")
    func sec28DuplicateClaims() async throws {
        try await LocalGateway.run { gateway in
            let amount = try await ask(gateway, minimal + #","amount":1"#)
            #expect(amount.code == "9900")
            let merchant = try await ask(gateway, minimal + #","merchantID":"JT01""#)
            #expect(merchant.code == "9900")
        }
    }

    @Test(
        "names match whatever their case, in the envelope and in the claims",
        arguments: [
            #"{"MerchantID":"JT04","InvoiceNo":"P1","Description":"d","Amount":1000,"CurrencyCode":"THB"}"#,
            #"{"merchantId":"JT04","invoiceno":"P1","DESCRIPTION":"d","Amount":1e3,"currencycode":"THB"}"#,
        ])
    func anyCase(_ claims: String) async throws {
        try await LocalGateway.run { gateway in
            let body = try signed(claims, secret: try await gateway.merchant().secret)
            let answer = try await gateway.post(path, body.replacing("payload", with: "Payload"))
            #expect(answer.json["payload"] != nil, "\(answer.body)")
            // Two names that differ in case alone are a body said twice.
            let claimsTwice = claims.dropLast() + #","merchantID":"JT04","MERCHANTID":"JT04"}"#
            let twice = try await gateway.post(path, try signed(String(claimsTwice), secret: try await gateway.merchant().secret))
            #expect(twice.code == "9900")
            let envelope = try await gateway.post(path, #"{"payload":"a.b.c","Payload":"a.b.c"}"#)
            #expect(envelope.code == "9900")
            let deep = try await ask(gateway, minimal + #","subMerchants":[{"a":1,"A":2}]"#)
            #expect(deep.code == "9900")
        }
    }

    @Test("a byte-order mark and blanks around a body say nothing", arguments: ["\n", "\r\n", "  ", "\t\n\n"])
    func around(_ blanks: String) async throws {
        try await LocalGateway.run { gateway in
            let body = try signed("{\(minimal)}", secret: try await gateway.merchant().secret)
            let answer = try await gateway.post(path, "\u{FEFF}" + blanks + body + blanks)
            #expect(answer.json["payload"] != nil, "\(answer.body)")
            #expect(try await gateway.post(path, "\u{FEFF}" + blanks).words == "Invalid Request (9005)Payload")
        }
    }

    @Test(
        "SEC-05 a card number in a request is refused, and named by its field",
        arguments: ["userDefined1", "invoiceNo", "description"])
    func sec05CardNumbers(_ field: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await ask(gateway, with(#""\#(field)":"4111.1111.1111.1111""#))
            #expect(answer.code == "9004")
            #expect(answer.words.hasSuffix("reads as a card number"))
        }
    }

    @Test("a secret that is replaced under load loses no request: the new one is good at once, the old one for the overlap")
    func rotation() async throws {
        try await LocalGateway.run { gateway in
            func ask(_ invoice: String, _ secret: [UInt8]) async throws -> RawAnswer {
                try await gateway.post(path, try signed("{\(minimal.replacing("INV", with: invoice))}", secret: secret))
            }
            let old = try await gateway.merchant().secret
            #expect(try await ask("A", old).json["payload"] != nil)
            // By another process: what this gateway remembers of the merchant is a moment old.
            let other = Merchants(
                keyring: try await Keyring.open(
                    master: try MasterKey.load(gateway.folder + "/master.key"), store: gateway.services.store,
                    clock: gateway.clock.wallClock),
                store: gateway.services.store, clock: gateway.clock.wallClock)
            let new = try await other.rotateSecret("JT04", overlap: 3600).secret
            for (count, secret) in [new, old, new, old].enumerated() {
                let answer = try await ask("B\(count)", secret)
                let payload = try #require(answer.json["payload"]?.string)
                // Answered under the secret it was asked with.
                _ = try CompactJWS(payload).verified(by: try HMACKey(secret))
            }
            try await turn(gateway, seconds: 3601)
            #expect(try await ask("C", old).code == "9042")
            #expect(try await ask("D", new).json["payload"] != nil)
            // Without an overlap the old one stops.
            let last = try await other.rotateSecret("JT04", overlap: 0).secret
            #expect(try await ask("E", last).json["payload"] != nil)
            #expect(try await ask("F", new).code == "9042")
            // And a merchant that was added a moment ago is no stranger, though it was one.
            let profile = try MerchantProfile(name: "New", currency: "THB")
            let claims = "{\(minimal.replacing("JT04", with: "NEW"))}"
            #expect(try await gateway.post(path, try signed(claims, secret: last)).code == "9042")
            let added = try await other.add("NEW", profile).secret
            #expect(try await gateway.post(path, try signed(claims, secret: added)).json["payload"] != nil)
        }
    }

    @Test("SEC-30 a merchant cannot sign for another")
    func sec30OtherMerchant() async throws {
        try await LocalGateway.run { gateway in
            let other = try await gateway.merchant("JT01")
            #expect(try await gateway.post(path, try signed("{\(minimal)}", secret: other.secret)).code == "9042")
        }
    }

    @Test("SEC-33 of 32 concurrent replays exactly one mints, and later ones hear 9015")
    func sec33Replays() async throws {
        try await LocalGateway.run { gateway in
            let body = try signed("{\(minimal)}", secret: try await gateway.merchant().secret)
            let answers = try await concurrently(32) { try await gateway.post(path, body) }
            #expect(answers.count { $0.json["payload"] != nil } == 1)
            #expect(answers.count { $0.code == "9015" } == 31)
            #expect(try await gateway.post(path, body).words == "Existing Invoice Number")
        }
    }

    @Test("SEC-33 SEC-49 a retry with its idempotency id gets the first token, also 32 at once")
    func sec33sec49Idempotent() async throws {
        try await LocalGateway.run { gateway in
            var request = LocalGateway.request("IDEM")
            request.idempotencyID = "retry-1"
            let fixed = request
            let backend = try await gateway.backend()
            let tokens = try await concurrently(32) { try await backend.mint(fixed).paymentToken }
            #expect(Set(tokens).count == 1)
            #expect(try await gateway.services.store.sessionCount() == 1)
        }
    }

    @Test("SEC-49 a retry may renew its times and the order of its members, and nothing else")
    func sec49IdempotencyDigest() async throws {
        try await LocalGateway.run { gateway in
            let now = Int(Date().timeIntervalSince1970)
            func token(_ answer: RawAnswer) throws -> String? {
                guard let payload = answer.json["payload"]?.string else { return nil }
                return try JSON(parsing: CompactJWS(payload).unverifiedPayload).object?["paymentToken"]?.string
            }
            let first = try token(try await ask(gateway, minimal + #","idempotencyID":"r","iat":\#(now)"#))
            #expect(first != nil)
            #expect(try token(try await ask(gateway, #""iat":\#(now + 1),"idempotencyID":"r","# + minimal)) == first)
            // However the same is written, and with a nonce, which is another in every request.
            for again in [
                minimal + #","idempotencyID":"r","nonceStr":"n1""#,
                minimal + #","idempotencyID":"r","NonceStr":"n2","exp":\#(now + 60)"#,
                with(#""amount":1.0e3"#) + #","idempotencyID":"r","userDefined1":null"#,
                minimal.replacing("invoiceNo", with: "InvoiceNo") + #","IdempotencyId":"r""#,
            ] {
                #expect(try token(try await ask(gateway, again)) == first, "\(again)")
            }
            let other = try await ask(gateway, with(#""amount":2000"#) + #","idempotencyID":"r""#)
            #expect(other.code == "9004")
            #expect(other.words.contains("IdempotencyID"))
        }
    }

    @Test("an invoice number is free again once its session expired unpaid")
    func invoiceAgain() async throws {
        try await LocalGateway.run { gateway in
            let backend = try await gateway.backend()
            _ = try await backend.mint(LocalGateway.request("AGAIN"))
            try await turn(gateway, seconds: 1801)
            _ = try await backend.mint(LocalGateway.request("AGAIN"))
        }
    }

    @Test("SEC-31 a payment expiry is the merchant's local time, and ends the session")
    func sec31PaymentExpiry() async throws {
        try await LocalGateway.run { gateway in
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.timeZone = TimeZone(identifier: "Asia/Bangkok")
            formatter.dateFormat = "yyyy-MM-dd HH:mm:ss"
            var request = LocalGateway.request()
            request.paymentExpiry = formatter.string(from: Date() + 7200)
            let token = try await gateway.backend().mint(request).paymentToken
            let body = #"{"paymentToken":"\#(token)"}"#
            try await turn(gateway, seconds: 7000)
            #expect(try await gateway.post("/payment/4.3/cardtokeninfo", body).code == "0000")
            try await turn(gateway, seconds: 300)
            #expect(try await gateway.post("/payment/4.3/cardtokeninfo", body).code == "9020")
        }
    }
}

/// Runs the same thing many times at once.
func concurrently<T: Sendable>(_ count: Int, _ body: @escaping @Sendable () async throws -> T) async throws -> [T] {
    try await withThrowingTaskGroup(of: T.self) { group in
        for _ in 0..<count { group.addTask { try await body() } }
        return try await group.reduce(into: []) { $0.append($1) }
    }
}

func turn(_ gateway: LocalGateway, seconds: Int) async throws {
    let answer = try await gateway.post("/sandbox/clock", #"{"advance":\#(seconds)}"#)
    #expect(answer.status == 200)
}
