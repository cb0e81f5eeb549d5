import Foundation
import JOSE
import PGW
import PGWMerchant
import PGWTesting
import StrictJSON
import Testing
import TokenVault
import WireTesting

@testable import Gateway
@testable import PGWWire
@testable import Payments

/// What must hold of every operation of payments (security.md). ``LocalGateway/run(_:store:isolation:_:)`` searches the log, the answers and
/// the files of each for card numbers besides.
@Suite("Payments, by the lines of the security table")
struct PaymentSecurityTests {
    private static let pay = "/payment/4.3/payment"

    /// Each way a payment can go, with a security code that is nobody else's.
    ///
    /// - Returns: Their invoice numbers.
    private func everyWay(_ shop: Shop, code: String) async throws -> [String] {
        var invoices: [String] = []
        let amex = "378282246310005"
        for (demand, number, note) in [
            ("N", amex, nil), ("N", amex, "sim:decline=4051"), ("Y", amex, "sim:3ds=frictionless"),
            ("Y", amex, "sim:3ds=rejected"),
            ("N", amex, "sim:delay=1"),
        ] as [(String, String, String?)] {
            let (token, invoice) = try await shop.mint {
                $0.request3DS = demand
                $0.userDefined5 = note
            }
            invoices.append(invoice)
            _ = try await shop.pay(token, number) { $0.securityCode(code).tokenize(true).name("A Payer") }
        }
        // Held while the payer authenticates, or leaves.
        for form in ["otp=123456", "action=leave", nil] {
            let (token, invoice) = try await shop.mint { $0.request3DS = "Y" }
            invoices.append(invoice)
            let result = try await shop.pay(token, amex) { $0.securityCode(code) }
            if let form { _ = try await shop.answer(result, form) }
        }
        let (stored, _) = try await shop.mint { $0.tokenizeOnly = true }
        _ = try await shop.pay(stored, amex) { $0.securityCode(code) }
        // Refused before the issuer, with the code in it.
        let (refused, _) = try await shop.mint()
        _ = try await shop.pay(refused, "378282246310006") { $0.securityCode(code) }
        return invoices
    }

    /// Whether a code stands in a text by itself: four digits are part of many a longer number, and so many microseconds pass.
    private static func says(_ text: String, _ code: String) -> Bool {
        let others = text.replacing(/"?us"?[=:]"?[0-9]+/, with: "")
        return others.range(of: "(?<![\\w.])\(code)(?![\\w.])", options: .regularExpression) != nil
    }

    @Test("SEC-01 SEC-02 no file, log or answer holds a security code, whichever way its payment went")
    func sec01sec02Codes() async throws {
        try await LocalGateway.run { gateway in
            let code = "7391"
            let invoices = try await everyWay(Shop(gateway), code: code)
            // Nor does what is kept sealed.
            for invoice in invoices {
                let session = try #require(try await gateway.services.store.session(invoice: invoice, of: "JT04"))
                let kept = try #require(try await gateway.services.cashier.find(session))
                #expect(!Self.says(String(decoding: kept.payment.kept, as: UTF8.self), code))
            }
            let files = FileManager.default.enumerator(atPath: gateway.folder)
            var read = 0
            while let name = files?.nextObject() as? String {
                guard let bytes = FileManager.default.contents(atPath: "\(gateway.folder)/\(name)") else { continue }
                read += bytes.count
                for encoding in [String.Encoding.ascii, .utf16LittleEndian, .utf16BigEndian] {
                    // A database is full of bytes that mean something else: what is looked for stands among text.
                    let sought = try #require("\"\(code)\"".data(using: encoding))
                    #expect(bytes.range(of: sought) == nil, "\(name)")
                }
            }
            #expect(read > 0)
            #expect(!Self.says(gateway.log.text, code) && !Self.says(gateway.answers.text, code))
        }
    }

    @Test(
        "SEC-04 SEC-05 a card number in any member is refused or concealed, and never repeated", arguments: PaymentDetails.fields)
    func sec04sec05Numbers(_ field: String) async throws {
        try await LocalGateway.run { gateway in
            let (token, _) = try await Shop(gateway).mint()
            for number in ["4111 1111 1111 1111", "5555-5555-5555-4444", "٤١١١١١١١١١١١١١١١"] {
                let answer = try await gateway.post(Self.pay, Shop.body(token, [field: .string(number)]))
                let log = gateway.log.text
                for digits in [number, number.filter(\.isNumber)] where field != "cardNo" || number.hasPrefix("٤") {
                    #expect(!answer.whole.contains(digits) && !log.contains(digits), "\(field)")
                }
                if answer.code == "2000" {
                    // What is a card number by right, or is nobody's to read.
                    #expect(["cardNo", "accountNo", "pin", "token", "loyaltyPoints"].contains(field), "\(field)")
                    return
                }
            }
        }
    }

    @Test("SEC-40 SEC-42 nothing a payer sends reaches the log, and no control character does")
    func sec40sec42Log() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, _) = try await shop.mint { $0.request3DS = "Y" }
            let result = try await shop.pay(token) { $0.name("Payer Secret").email("payer@secret.example") }
            let id = String(try #require(result.data.split(separator: "/").last))
            _ = try await shop.answer(result, "otp=135790&action=%1B%5B31m%0AERROR")
            _ = try await gateway.post("/pgw/authenticate/\(id)%0A%1B[31m", "otp=1")
            for name in ["name", "email", "mobileNo", "customerNote", "cardBank"] {
                _ = try await gateway.post(Self.pay, Shop.body(token, [name: "\u{1B}[31m\r\nERROR forged"]))
            }
            let log = gateway.log.text
            #expect(log.contains("operation=payment") && log.contains("operation=authentication"))
            for secret in [token, id, "135790", "Secret", "secret.example", "forged", "\u{1B}", "411111XXXXXX1111"] {
                #expect(!log.contains(secret), "\(secret)")
            }
            let lines = log.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(
                lines.allSatisfy { $0.wholeMatch(of: /\d{4}-\d\d-\d\dT\S+Z (trace|debug|info|notice|warning|error) .*/) != nil })
        }
    }

    @Test("SEC-40 no card number and no payment token stands in an address the payer is sent to")
    func sec40Addresses() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, _) = try await shop.mint { $0.request3DS = "Y" }
            let result = try await shop.pay(token)
            #expect(!result.data.contains(token) && !result.data.contains(PaymentTokenText.percentEncoded(token)))
            #expect(!result.data.contains("1111"))
            // Behind #, where neither a server nor a Referer sees it.
            let place = try #require(try await shop.answer(result, "otp=123456").headers["location"])
            #expect(try #require(URLComponents(string: place)).path == "/payment/4.3/")
        }
    }

    @Test("SEC-41 answers are not stored, name their type, and do not name the server")
    func sec41Answers() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, _) = try await shop.mint { $0.request3DS = "Y" }
            let paid = try await gateway.post(Self.pay, Shop.body(token))
            var result = TransactionResultResponse()
            result.data = paid.json["data"]?.string ?? ""
            let json = "application/json; charset=utf-8"
            for (answer, type) in [
                (paid, json), (try await gateway.post("/payment/4.3/paymentInquiry", "{}"), json),
                (try await shop.page(result), "text/html; charset=utf-8"),
                (try await shop.answer(result, "otp=123456"), "text/plain; charset=utf-8"),
                (try await gateway.get("/pgw/authenticate/x"), "text/plain; charset=utf-8"),
            ] {
                #expect(answer.headers["cache-control"] == "no-store" && answer.headers["content-type"] == type)
                #expect(answer.headers["server"] == nil && answer.headers["x-content-type-options"] == "nosniff")
            }
        }
    }

    @Test("SEC-43 SEC-44 a store that fails in the middle tells the payer nothing of it, and a payment is not lost")
    func sec43sec44Failures() async throws {
        let fire = Fire()
        try await LocalGateway.run(store: { BurningStore(inner: $0, fire: fire) }) { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint()
            fire.isBurning.withLock { $0 = true }
            let answers = [
                try await gateway.post(Self.pay, Shop.body(token)),
                try await gateway.post("/payment/4.3/transactionStatus", #"{"paymentToken":"\#(token)"}"#),
                try await gateway.get("/pgw/authenticate/x"),
            ]
            for answer in answers { #expect(!answer.whole.contains("fire"), "\(answer.body)") }
            #expect(answers[0].code == "9993" && gateway.log.text.contains("the disk is on fire"))
            let client = try await shop.inquiry()
            await #expect { try await client.inquire(PaymentInquiryRequest(merchantID: "JT04", invoiceNo: invoice)) } throws: {
                ($0 as? PaymentInquiryError)?.code == .inquiryFailed
            }
            fire.isBurning.withLock { $0 = false }
            #expect(try await gateway.post(Self.pay, Shop.body(token)).code == "2000")
            #expect(try await shop.inquire(invoice).responseCode == "0000")
        }
    }

    @Test("SEC-53 a session, its payment and its cards are its merchant's: others' are as those of nobody")
    func sec53Merchants() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await shop.mint()
            _ = try await shop.pay(token)
            let mine = try await shop.inquire(invoice)
            var request = LocalGateway.request(tokens: [])
            request.merchantID = "JT01"
            request.currencyCode = "SGD"
            request.request3DS = "N"
            let theirs = try await gateway.backend("JT01").mint(request).paymentToken
            let stranger = try await shop.inquiry("JT01")

            // Their inquiry by my invoice number and by nobody's; by my payment token and by none.
            let byInvoice = try await stranger.inquire(PaymentInquiryRequest(merchantID: "JT01", invoiceNo: invoice))
            var byNobodys = try await stranger.inquire(PaymentInquiryRequest(merchantID: "JT01", invoiceNo: "nobody"))
            byNobodys.invoiceNo = invoice
            #expect(byInvoice == byNobodys)
            func refusal(_ token: String) async -> PaymentInquiryError? {
                do throws(PaymentInquiryError) {
                    _ = try await stranger.inquire(PaymentInquiryRequest(merchantID: "JT01", paymentToken: token))
                } catch { return error }
                return nil
            }
            let (foreign, forged) = (await refusal(token), await refusal(String(repeating: "A", count: 128)))
            #expect(foreign?.code == .invalidPaymentToken && foreign == forged)

            // My stored card in their session, and a card of nobody's.
            func paying(_ card: String) async throws -> String {
                let body = Shop.body(theirs, ["cardNo": JSON?.none, "customerToken": .string(card)])
                return try await gateway.post(Self.pay, body).body
            }
            let foreignCard = try await paying("20052010380915759367")
            #expect(try await paying("20052010380915759999") == foreignCard && foreignCard.contains("4202"))
            #expect(mine.responseCode == "0000")
        }
    }

    @Test(
        "SEC-32 an inquiry is believed with its merchant's signature alone",
        arguments: ["none", "other secret", "other merchant"])
    func sec32Inquiry(_ forgery: String) async throws {
        try await LocalGateway.run { gateway in
            let merchant = try await gateway.merchant()
            let other = try await gateway.merchant("JT01")
            let claims: JSON = ["merchantID": "JT04", "invoiceNo": "1"]
            let payload: String
            switch forgery {
            case "none":
                let parts = CompactJWS.sign(claims.bytes, with: try HMACKey(merchant.secret)).split(separator: ".")
                payload = "eyJhbGciOiJub25lIn0.\(parts[1]).\(parts[2])"
            case "other secret": payload = CompactJWS.sign(claims.bytes, with: try HMACKey(Array(repeating: 7, count: 64)))
            default: payload = CompactJWS.sign(claims.bytes, with: try HMACKey(other.secret))
            }
            let body = String(decoding: Envelope(payload: payload).json.bytes, as: UTF8.self)
            #expect(try await gateway.post("/payment/4.3/paymentInquiry", body).code == "9042")
        }
    }
}

/// Whether a store fails at this moment.
final class Fire: Sendable {
    let isBurning = Locked(false)

    func check() throws(VaultError) {
        if isBurning.withLock({ $0 }) { throw VaultError(.store, "the disk is on fire") }
    }
}

/// Reads no sessions and writes no payments while it burns.
struct BurningStore: WrappedStore {
    let inner: any Store
    let fire: Fire

    func session(_ id: [UInt8], of merchant: String) async throws(VaultError) -> SessionRecord? {
        try fire.check()
        return try await inner.session(id, of: merchant)
    }
    func session(invoice: String, of merchant: String) async throws(VaultError) -> SessionRecord? {
        try fire.check()
        return try await inner.session(invoice: invoice, of: merchant)
    }
    func update(_ payment: PaymentRecord, _ ending: PaymentEnding) async throws(VaultError) -> Bool {
        try fire.check()
        return try await inner.update(payment, ending)
    }
}

extension PaymentDetails {
    /// Every member of `payment.data`.
    fileprivate static var fields: [String] { table.descriptions.map(\.name) }
}
