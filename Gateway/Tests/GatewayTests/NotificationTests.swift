import Foundation
import HTTPTransport
import PGW
import PGWMerchant
import Payments
import StrictJSON
import Testing
import TokenVault
import WireTesting

@testable import Gateway

/// Merchants that are told how their payments ended (payments.md §1.7, §5.2).
@Suite("Notifications")
struct NotificationTests {
    /// A shop that is notified at a receiver of its own.
    private func notified(
        _ answers: [Int] = [], _ body: (Shop, Receiver, NotificationVerifier) async throws -> Void
    ) async throws {
        let receiver = try Receiver(answers)
        defer { receiver.end() }
        try await LocalGateway.run { gateway in
            let secret = try MerchantSecret(try await gateway.merchant().printedSecret)
            try await body(
                Shop(gateway), receiver, NotificationVerifier(merchantID: "JT04", secret: secret, demandsTimestamp: true))
        }
    }

    /// Pays a session that is notified.
    private func paid(
        _ shop: Shop, _ receiver: Receiver, _ number: String = "4111111111111111",
        _ change: (inout PaymentTokenRequest) -> Void = { _ in }
    ) async throws -> String {
        let (token, invoice) = try await shop.mint {
            $0.backendReturnUrl = receiver.address + "/notify"
            change(&$0)
        }
        _ = try await shop.pay(token, number)
        return invoice
    }

    private func verified(_ posted: Receiver.Posted, _ verifier: NotificationVerifier) throws -> BackendNotification {
        try verifier.verify(Data(posted.body), headers: posted.headers)
    }

    private func notice(_ shop: Shop, _ invoice: String) async throws -> Notice? {
        guard let session = try await shop.gateway.services.store.session(invoice: invoice, of: "JT04") else { return nil }
        return try await shop.gateway.services.outbox.find(session.id, of: "JT04")
    }

    @Test(
        "a payment's end is told once, signed, with what an inquiry says",
        arguments: [("4111111111111111", "0000"), ("4111110000040514", "4051")])
    func told(_ number: String, _ code: String) async throws {
        try await notified { shop, receiver, verifier in
            let invoice = try await paid(shop, receiver, number)
            try await eventually { try await notice(shop, invoice)?.state == .delivered }
            #expect(receiver.posted.map(\.path) == ["/notify"])
            let posted = try #require(receiver.posted.first)
            #expect(posted.headers["content-type"] == "application/json; charset=utf-8")
            let notification = try verified(posted, verifier)
            #expect(notification.result.responseCode == code && notification.attempt == 1)
            #expect(
                notification.result == (try await shop.inquire(invoice)) && notification.event == notification.result.paymentID)
            try notification.check(amount: 1000, currencyCode: "THB")
            #expect(throws: NotificationError.self) { try notification.check(amount: 999, currencyCode: "THB") }
            #expect(throws: NotificationError.self) { try notification.check(amount: 1000, currencyCode: "SGD") }
            #expect(throws: NotificationError.self) { try notification.check(amount: nil, currencyCode: nil) }
            // The documented order of members, and the amount as a text.
            let payload = String(decoding: posted.body, as: UTF8.self)
            let claims = try #require(try JSON(parsing: Array(Data(base64URL: payload.split(separator: ".")[1]))).object)
            #expect(claims.members.prefix(5).map(\.name) == ["merchantID", "invoiceNo", "accountNo", "amount", "currencyCode"])
            #expect(claims["amount"]?.string == "1000.00" && claims.members.suffix(2).map(\.name) == ["respCode", "respDesc"])
        }
    }

    @Test("a session that was opened by an older version is told under the older names")
    func formerNames() async throws {
        try await notified { shop, receiver, _ in
            let secret = try MerchantSecret(try await shop.gateway.merchant().printedSecret)
            var request = LocalGateway.request()
            request.request3DS = "N"
            request.backendReturnUrl = receiver.address
            let body = String(decoding: try await shop.gateway.backend().sealed(request), as: UTF8.self)
            let minted = try await shop.gateway.post("/payment/4.1/paymentToken", body)
            let token = try PaymentTokenClient(gateway: shop.gateway.address, secret: secret)
                .response(from: Data(minted.body.utf8)).paymentToken
            _ = try await shop.pay(token, stored: "20052010380915759367")
            try await eventually { !receiver.posted.isEmpty }
            let payload = String(decoding: receiver.posted[0].body, as: UTF8.self)
            let claims = try #require(try JSON(parsing: Array(Data(base64URL: payload.split(separator: ".")[1]))).object)
            #expect(claims["cardNo"]?.string == "411111XXXXXX1111" && claims["cardToken"]?.string == "20052010380915759367")
            #expect(claims["accountNo"] == nil && claims["customerToken"] == nil)
        }
    }

    @Test("nobody is told of a session that was not paid, of a refusal before the issuer, or where no address is named")
    func untold() async throws {
        try await notified { shop, receiver, _ in
            let (token, invoice) = try await shop.mint { $0.backendReturnUrl = receiver.address }
            #expect(try await shop.gateway.post("/payment/4.3/payment", Shop.body(token, ["cardNo": "1"])).code == "4076")
            #expect(try await shop.sdk.cancelTransaction(CancelTransactionRequest(paymentToken: token)).responseCode == "0000")
            #expect(try await notice(shop, invoice) == nil)
            let (other, quiet) = try await shop.mint()
            _ = try await shop.pay(other)
            #expect(try await notice(shop, quiet) == nil)
            // One that comes after them is the first that is told.
            let told = try await paid(shop, receiver)
            try await eventually { try await notice(shop, told)?.state == .delivered }
            #expect(receiver.posted.count == 1)
        }
    }

    @Test("a payment that is cancelled after it was submitted is told, too")
    func cancelled() async throws {
        try await notified { shop, receiver, verifier in
            let (token, _) = try await shop.mint {
                $0.backendReturnUrl = receiver.address
                $0.request3DS = "Y"
            }
            _ = try await shop.pay(token)
            _ = try await shop.sdk.cancelTransaction(CancelTransactionRequest(paymentToken: token))
            try await eventually { !receiver.posted.isEmpty }
            #expect(try verified(receiver.posted[0], verifier).result.responseCode == "0003")
        }
    }

    @Test("what is not taken is sent again by the sandbox's clock, the same but for its attempt and its time")
    func again() async throws {
        try await notified([500, 302, 0]) { shop, receiver, verifier in
            let invoice = try await paid(shop, receiver)
            for (attempt, pause) in [(1, 70.0), (2, 6 * 60), (3, 40 * 60)] {
                try await eventually { try await notice(shop, invoice)?.attempts == attempt }
                #expect(try await notice(shop, invoice)?.state == .waiting)
                shop.gateway.clock.advance(pause)
            }
            try await eventually { try await notice(shop, invoice)?.state == .delivered }
            let all = try receiver.posted.map { try verified($0, verifier) }
            #expect(all.map(\.attempt) == [1, 2, 3, 4] && Set(all.map(\.event)).count == 1 && Set(all.map(\.key)).count == 1)
            // A redirection is not followed.
            #expect(Set(receiver.posted.map(\.path)) == ["/notify"])
        }
    }

    @Test("who answers 410 is not told again, and a replay tells all the same")
    func gone() async throws {
        try await notified([410]) { shop, receiver, verifier in
            let invoice = try await paid(shop, receiver)
            try await eventually { try await notice(shop, invoice)?.state == .undelivered }
            let gone = try #require(try await notice(shop, invoice))
            #expect(gone.answer == "HTTP 410" && gone.due == nil)
            #expect(try await shop.gateway.services.outbox.replay(gone))
            try await eventually { try await notice(shop, invoice)?.state == .delivered }
            #expect(try receiver.posted.map { try verified($0, verifier).attempt } == [1, 2])
        }
    }

    @Test("what is to go wrong with a notification does")
    func faults() async throws {
        try await notified { shop, receiver, verifier in
            func pay(_ fault: String) async throws -> String {
                try await paid(shop, receiver) { $0.userDefined5 = "sim:webhook=\(fault)" }
            }
            let never = try await pay("never")
            try await eventually { try await notice(shop, never)?.state == .undelivered }
            #expect(receiver.posted.isEmpty)

            let twice = try await pay("twice")
            try await eventually { try await notice(shop, twice)?.attempts == 2 }
            #expect(try receiver.posted.map { try verified($0, verifier).key.invoiceNo } == [twice, twice])

            let late = try await pay("late30")
            let reordered = try await pay("reordered")
            let prompt = try await pay("none")
            try await eventually { try await notice(shop, prompt)?.state == .delivered }
            #expect(try await notice(shop, late)?.attempts == 0)
            shop.gateway.clock.advance(31)
            try await eventually { try await notice(shop, late)?.state == .delivered }
            #expect(try await notice(shop, reordered)?.attempts == 0)
            shop.gateway.clock.advance(30)
            try await eventually { try await notice(shop, reordered)?.state == .delivered }

            let forged = try await pay("badsig")
            try await eventually { try await notice(shop, forged)?.attempts == 1 }
            let posted = try #require(receiver.posted.last)
            #expect { try verified(posted, verifier) } throws: { ($0 as? NotificationError)?.kind == .untrusted }
        }
    }

    @Test("one merchant that takes none keeps another waiting for none")
    func queues() async throws {
        let silent = try Receiver(Array(repeating: 0, count: 99))
        defer { silent.end() }
        try await notified { shop, receiver, _ in
            for _ in 0..<5 { _ = try await paid(shop, silent) }
            var request = LocalGateway.request(tokens: [])
            request.merchantID = "JT01"
            request.currencyCode = "SGD"
            request.request3DS = "N"
            request.backendReturnUrl = receiver.address
            let token = try await shop.gateway.backend("JT01").mint(request).paymentToken
            _ = try await shop.pay(token)
            try await eventually { receiver.posted.count == 1 }
        }
    }

    @Test("a host that takes nothing keeps none of the same merchant's other hosts waiting, and is asked rarely")
    func hosts() async throws {
        let silent = try Receiver(Array(repeating: 0, count: 999))
        defer { silent.end() }
        try await notified { shop, receiver, _ in
            for _ in 0..<20 { _ = try await paid(shop, silent) }
            let (token, _) = try await shop.mint { $0.backendReturnUrl = "http://localhost:\(receiver.port)/" }
            _ = try await shop.pay(token)
            try await eventually { receiver.posted.count == 1 }
            #expect(silent.posted.count < 20)
        }
    }

    // MARK: Where they may go

    @Test(
        "SEC-54 an address that is none is refused when it is named",
        arguments: [
            "javascript:alert(1)", "ftp://shop.example", "shop.example", "https://u:p@shop.example", "https://", "https://a b",
            "http://127.0.0.1:0/", "http://shop.example:70000/", "http://127%2e0.0.1/",
        ])
    func sec54Named(_ address: String) async throws {
        try await LocalGateway.run { gateway in
            var request = LocalGateway.request()
            request.backendReturnUrl = address
            let sealed = String(decoding: try await gateway.backend().sealed(request), as: UTF8.self)
            let refusal = Refusal(try await gateway.post("/payment/4.3/paymentToken", sealed).json)
            #expect(refusal?.code == .invalidParameter && refusal?.fields == ["backendReturnUrl"])
        }
        #expect(NotificationAddress.objection(to: "http://shop.example/", isSandbox: false) != nil)
        #expect(NotificationAddress.objection(to: "https://shop.example/", isSandbox: false) == nil)
    }

    @Test(
        "SEC-54 what does not lie in the public internet is told from what does",
        arguments: [
            ([127, 0, 0, 1], false), ([10, 1, 2, 3], false), ([172, 31, 0, 1], false), ([172, 32, 0, 1], true),
            ([192, 168, 0, 1], false),
            ([169, 254, 169, 254], false), ([100, 64, 0, 1], false), ([100, 128, 0, 1], true), ([0, 0, 0, 0], false),
            ([224, 0, 0, 1], false), ([255, 255, 255, 255], false), ([8, 8, 8, 8], true), ([1, 1, 1, 1], true), ([], false),
            (v6("::1"), false), (v6("::"), false), (v6("fe80::1"), false), (v6("fd00::1"), false), (v6("ff02::1"), false),
            (v6("::ffff:127.0.0.1"), false), (v6("::ffff:8.8.8.8"), true), (v6("64:ff9b::10.0.0.1"), false),
            (v6("64:ff9b::8.8.8.8"), true), (v6("2002:7f00:1::"), false), (v6("2002:808:808::"), true),
            (v6("2001:db8::1"), false),
            (v6("2001:4860:4860::8888"), true), (v6("::7f00:1"), false), (v6("2001:0:808:808::"), false),
        ] as [([UInt8], Bool)])
    func sec54Public(_ bytes: [UInt8], _ isPublic: Bool) { #expect(PublicAddress.isPublic(bytes) == isPublic) }

    @Test(
        "SEC-54 no name leads to an address that may not be reached, whatever it looks like",
        arguments: ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
    func sec54Connected(_ host: String) async throws {
        let receiver = try Receiver()
        defer { receiver.end() }
        let url = try #require(URL(string: "http://\(host):\(receiver.port)/"))
        func post(_ mayConnect: (@Sendable ([UInt8]) -> Bool)?) async throws(TransportError) -> Int {
            try await CurlTransport().send(TransportRequest(url: url, headers: [:], body: Data([1]), mayConnect: mayConnect))
                .status
        }
        await #expect { try await post(PublicAddress.isPublic) } throws: {
            ($0 as? TransportError)?.description.contains("not one that may be reached") == true
        }
        #expect(receiver.posted.isEmpty)
        // The same address is reached by who may.
        if host != "[::1]" {
            let met = CapturedText()
            #expect(
                try await post {
                    met.add("\($0)"); return true
                } == 200)
            #expect(!met.text.isEmpty)
        }
    }

    private static func v6(_ text: String) -> [UInt8] {
        var address = in6_addr()
        inet_pton(AF_INET6, text, &address)
        return withUnsafeBytes(of: address, Array.init)
    }
}

extension Data {
    fileprivate init(base64URL text: some StringProtocol) {
        let text = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        self = Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4)) ?? Data()
    }
}
