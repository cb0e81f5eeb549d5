import Foundation
import PGWTesting
import StrictJSON
import Testing

@testable import JOSE
@testable import PGWMerchant

private let secretText = "1F4EDB965BBB3094F791A83750FBDCDA3852131CB5218E21E4F42929A1975E60"
private let former = "0F4EDB965BBB3094F791A83750FBDCDA3852131CB5218E21E4F42929A1975E60"
private let now = Date(timeIntervalSince1970: 1_800_000_000)
private let claims = """
    {"merchantID":"JT04","invoiceNo":"280520075921","cardNo":"411111XXXXXX1111","amount":"230.87","currencyCode":"THB",\
    "tranRef":"2868821","respCode":"0000","respDesc":"Success"}
    """

private func body(_ claims: String = claims, secret: String = secretText) throws -> Data {
    Data(#"{"payload":"\#(CompactJWS.sign(Array(claims.utf8), with: try HMACKey(secret: secret)))"}"#.utf8)
}

private func signature(_ body: Data, at time: Int, secret: String = secretText) throws -> String {
    let code = try HMACKey(secret: secret).code(of: Array("\(time).".utf8) + body)
    return "t=\(time),v1=" + code.map { (($0 < 16) ? "0" : "") + String($0, radix: 16) }.joined()
}

private func refusal(
    _ body: Data, _ headers: [String: String] = [:], demands: Bool = false
) throws -> NotificationError.Kind? {
    let verifier = NotificationVerifier(merchantID: "JT04", secret: try MerchantSecret(secretText), demandsTimestamp: demands)
    do throws(NotificationError) { _ = try verifier.verify(body, headers: headers, now: now) } catch { return error.kind }
    return nil
}

@Suite("Notification verifier")
struct NotificationVerifierTests {
    private var verifier: NotificationVerifier {
        get throws { NotificationVerifier(merchantID: "JT04", secret: try MerchantSecret(secretText)) }
    }

    @Test("a notification is read, under the names of any version")
    func read() throws {
        let notification = try verifier.verify(try body(), headers: [:], now: now)
        #expect(notification.result.accountNo == "411111XXXXXX1111" && notification.result.amount == "230.87")
        #expect(notification.key == .init(invoiceNo: "280520075921", tranRef: "2868821", respCode: "0000"))
        #expect(notification.event == nil && notification.attempt == nil)
        try notification.check(amount: Decimal(string: "230.87"), currencyCode: "THB")
        let newer = claims.replacingOccurrences(of: "cardNo", with: "accountNo").replacingOccurrences(
            of: "\"230.87\"", with: "230.870")
        let read = try verifier.verify(try body(newer), headers: [:], now: now)
        #expect(read.result.accountNo == "411111XXXXXX1111")
        try read.check(amount: Decimal(string: "230.87"), currencyCode: "THB")
    }

    @Test("SEC-54 a signature with a time is held against the body and the clock; names of headers are in any case")
    func sec54Time() throws {
        let body = try body()
        let time = Int(now.timeIntervalSince1970)
        let signed = try signature(body, at: time)
        let headers = ["OPENPGW-Signature": signed, "openpgw-event": "e", "OpenPGW-Attempt": "2"]
        let notification = try verifier.verify(body, headers: headers, now: now)
        #expect(notification.event == "e" && notification.attempt == 2)
        for (moment, kind) in [(time - 300, nil), (time + 300, nil), (time - 301, .stale), (time + 301, .stale)]
            as [(Int, NotificationError.Kind?)]
        {
            #expect(try refusal(body, ["OpenPGW-Signature": try signature(body, at: moment)]) == kind)
        }
        #expect(try refusal(body, demands: true) == .untrusted)
        #expect(try refusal(body, ["OpenPGW-Signature": try signature(body, at: time, secret: former)]) == .untrusted)
        #expect(try refusal(body, ["OpenPGW-Signature": try signature(body + Data([32]), at: time)]) == .untrusted)
        let code = signed.suffix(64)
        let hostile: [String] = [
            "", "t=", "v1=", "t=x,v1=00", "t=\(time)", "\(signed)0", String(signed.dropLast()), "t=\(Int.max),v1=\(code)",
            "t=-1,v1=\(code)", "t=+\(time),v1=\(code)", "T=\(time),V1=\(code)", "t=1,t=\(time),v1=\(code)",
        ]
        for header in hostile { #expect(try refusal(body, ["OpenPGW-Signature": header]) == .untrusted, "\(header)") }
    }

    @Test("what is no notification of this merchant is not believed")
    func hostile() throws {
        let other = claims.replacingOccurrences(of: "JT04", with: "JT01")
        let none = CompactJWS.sign(Array(claims.utf8), with: try HMACKey(secret: secretText))
        let bodies: [(Data, NotificationError.Kind)] = [
            (Data(), .unreadable), (Data("{}".utf8), .unreadable), (Data("[]".utf8), .unreadable), (Data("x".utf8), .unreadable),
            (Data(#"{"payload":"x"}"#.utf8), .unreadable), (Data(#"{"payload":1}"#.utf8), .unreadable),
            (Data("{\"payload\":\"\(none)\",\"more\":1}".utf8), .unreadable),
            (Data("{\"payload\":\"\(none)\",\"payload\":\"x\"}".utf8), .unreadable),
            (Data(repeating: 32, count: 64 * 1024 + 1), .unreadable), (try body(secret: former), .untrusted),
            (try body(other), .otherMerchant),
            (try body("{}"), .unreadable), (try body("[]"), .unreadable), (try body(#"{"respCode":"0000"}"#), .otherMerchant),
            (Data(("{\"payload\":\"eyJhbGciOiJub25lIn0." + none.split(separator: ".")[1] + ".\"}").utf8), .untrusted),
        ]
        for (body, kind) in bodies { #expect(try refusal(body) == kind, "\(String(decoding: body.prefix(60), as: UTF8.self))") }
    }

    @Test("a secret that was replaced is good while it is named")
    func formerSecret() throws {
        let both = NotificationVerifier(
            merchantID: "JT04", secret: try MerchantSecret(secretText), former: try MerchantSecret(former))
        let old = try body(secret: former)
        let time = Int(now.timeIntervalSince1970)
        let headers = ["OpenPGW-Signature": try signature(old, at: time, secret: former)]
        #expect(try both.verify(old, headers: headers, now: now).result.responseCode == "0000")
        // Body and header are of one secret.
        #expect(throws: NotificationError.self) {
            try both.verify(old, headers: ["OpenPGW-Signature": try signature(old, at: time)], now: now)
        }
    }

    @Test("a success is replaced by nothing but a success")
    func order() throws {
        func result(_ code: String) -> PaymentResult {
            var result = PaymentResult()
            result.responseCode = code
            return result
        }
        for (known, later, may) in [
            (nil, "4051", true), ("0001", "0000", true), ("0000", "4051", false), ("4200", "4201", false), ("0000", "0000", true),
            ("4051", "0000", true),
        ] as [(String?, String, Bool)] { #expect(result(later).mayReplace(known.map(result)) == may) }
    }

    @Test(
        "what a browser brings back is read in each form, and is a hint alone",
        arguments: [
            "eyJsb2NhbGUiOm51bGwsImludm9pY2VObyI6IjEiLCJjaGFubmVsQ29kZSI6IkNDIiwicmVzcENvZGUiOiIyMDAwIiwicmVzcERlc2MiOiLDvz8/In0=",
            "eyJsb2NhbGUiOm51bGwsImludm9pY2VObyI6IjEiLCJjaGFubmVsQ29kZSI6IkNDIiwicmVzcENvZGUiOiIyMDAwIiwicmVzcERlc2MiOiLDvz8_In0",
            "e30.eyJsb2NhbGUiOm51bGwsImludm9pY2VObyI6IjEiLCJjaGFubmVsQ29kZSI6IkNDIiwicmVzcENvZGUiOiIyMDAwIiwicmVzcERlc2MiOiLDvz8_In0.x",
        ])
    func frontend(_ text: String) throws {
        let hint = try #require(FrontendReturn(paymentResponse: text))
        #expect(hint.invoiceNo == "1" && hint.channelCode == "CC" && hint.code == .transactionCompleted && hint.locale == nil)
        for hostile in ["", "x", "e30=", "a.b", "e30.e30.e30", String(repeating: "A", count: 9000), "W10="] {
            #expect(FrontendReturn(paymentResponse: hostile) == nil)
        }
    }
}
