import Foundation
import PGWTesting
import StrictJSON
import Testing

@testable import JOSE
@testable import PGWMerchant

private let secretText = "1F4EDB965BBB3094F791A83750FBDCDA3852131CB5218E21E4F42929A1975E60"
private let example = PaymentTokenRequest(
    merchantID: "JT01", invoiceNo: "1523953661", description: "item 1", amount: 1000, currencyCode: "SGD")

/// Answers what it was told to, and keeps what it was asked.
private struct Canned: Transport {
    let answer: Result<TransportResponse, TransportError>
    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse { try answer.get() }
}

private func client(_ body: String = "", status: Int = 200) throws -> PaymentTokenClient {
    let gateway = try #require(URL(string: "http://127.0.0.1:1"))
    return PaymentTokenClient(
        gateway: gateway, secret: try MerchantSecret(secretText),
        transport: Canned(answer: .success(TransportResponse(status: status, body: Data(body.utf8)))))
}

private func signed(_ claims: String, secret: String = secretText) throws -> String {
    #"{"payload":"\#(CompactJWS.sign(Array(claims.utf8), with: try HMACKey(secret: secret)))"}"#
}

private func failure(_ client: PaymentTokenClient, _ request: PaymentTokenRequest = example) async -> PaymentTokenError? {
    do throws(PaymentTokenError) { _ = try await client.mint(request) } catch { return error }
    return nil
}

@Suite("Payment token client")
struct PaymentTokenClientTests {
    @Test("the documented request is signed as documented")
    func documented() throws {
        let body = try client().sealed(example)
        #expect(String(decoding: body, as: UTF8.self).hasSuffix(#".ElmhOULUdK63FnriSs2XyhH1LxULoTVIopTUuQ77DvA"}"#))
    }

    @Test("a signed success is believed")
    func success() async throws {
        let response = try await client(
            try signed(#"{"webPaymentUrl":"https://x/#/token/t","paymentToken":"tok","respCode":"0000","respDesc":"Success"}"#)
        ).mint(example)
        #expect(response.paymentToken == "tok")
        #expect(response.webPaymentUrl == "https://x/#/token/t")
    }

    @Test(
        "SEC-32 what is not a signed answer is never a success",
        arguments: [
            #"{"respCode":"0000","respDesc":"Success","paymentToken":"tok"}"#,
            #"{"payload":"eyJhbGciOiJub25lIn0.eyJyZXNwQ29kZSI6IjAwMDAiLCJwYXltZW50VG9rZW4iOiJ0b2sifQ."}"#,
            #"{"payload":"x"}"#,
        ])
    func sec32Unsigned(_ body: String) async throws {
        #expect(await failure(try client(body))?.kind == .untrusted)
    }

    @Test("SEC-32 a success under another key, a request sent back, and an answer without a code are refused")
    func sec32Untrusted() async throws {
        let success = #"{"paymentToken":"tok","respCode":"0000","respDesc":"Success"}"#
        let other = String(repeating: "A", count: 64)
        #expect(await failure(try client(try signed(success, secret: other)))?.kind == .untrusted)
        let sentBack = String(decoding: try client().sealed(example), as: UTF8.self)
        #expect(await failure(try client(sentBack))?.kind == .untrusted)
        #expect(await failure(try client(try signed(#"{"paymentToken":"tok"}"#)))?.kind == .untrusted)
        #expect(await failure(try client(try signed(#"{"respCode":"0000"}"#)))?.kind == .untrusted)
        #expect(
            await failure(try client(try signed(#"{"respCode":"0000","paymentToken":"t","merchantID":"JT01"}"#)))?.kind
                == .untrusted)
    }

    @Test("a refusal comes with code, words and fields, signed or not, at any status", arguments: [200, 400, 500])
    func refusals(_ status: Int) async throws {
        let body = #"{"respCode":"9005","respDesc":"Invalid Request (9005)InvoiceNo, Description"}"#
        let plain = try #require(await failure(try client(body, status: status)))
        #expect(plain.kind == .refused)
        #expect(plain.code == .missingParameter)
        #expect(plain.fields == ["invoiceNo", "description"])
        #expect(!plain.isSigned)
        let sealed = try #require(await failure(try client(try signed(body))))
        #expect(sealed.isSigned)
        #expect(sealed.code == .missingParameter)
    }

    @Test(
        "every code of the protocol's table arrives as it is",
        arguments: [
            "9900", "9042", "9007", "9005", "9006", "9004", "9009", "9010", "9008", "9015", "9057", "9058", "9059", "9060",
            "9080", "9202",
            "9901", "9909", "9038", "9993", "1234",
        ])
    func codes(_ code: String) async throws {
        let error = await failure(try client(#"{"respCode":"\#(code)","respDesc":"x"}"#))
        #expect(error?.code?.rawValue == code)
    }

    @Test("what is no answer of the protocol is no answer", arguments: ["", "<html>", "[]", "{}", "null", #"{"a":1}"#])
    func noAnswer(_ body: String) async throws {
        #expect(await failure(try client(body, status: 502))?.kind == .noAnswer)
    }

    @Test("an invalid request is not sent, and the error names every field")
    func invalid() async throws {
        var request = example
        request.invoiceNo = ""
        request.description = String(repeating: "x", count: 300)
        let error = try #require(await failure(try client(), request))
        #expect(error.kind == .invalidRequest)
        #expect(error.code == .missingParameter)
        #expect(error.fields == ["invoiceNo", "description"])
    }

    @Test("SEC-05 an error repeats no card number that a request holds")
    func sec05RepeatsNothing() async throws {
        var request = example
        request.customerToken = ["4111111111111111\u{7}"]
        request.currencyCode = "5555555555554444"
        let error = try #require(await failure(try client(), request))
        #expect(error.fields.contains("currencyCode"))
        #expect(CardNumberLeaks.scan("\(error) \(String(reflecting: error))", in: "error").isEmpty)
    }

    @Test("SEC-29 a short secret is refused, and a secret does not print itself")
    func sec29Secrets() throws {
        #expect(throws: PaymentTokenError.self) { try MerchantSecret("short") }
        var dumped = ""
        dump(try MerchantSecret(secretText), to: &dumped)
        #expect(!dumped.contains("1F4E"))
    }

    @Test("an unreachable gateway is a transport error")
    func unreachable() async throws {
        let gateway = try #require(URL(string: "http://127.0.0.1:1"))
        let error = await failure(PaymentTokenClient(gateway: gateway, secret: try MerchantSecret(secretText)))
        #expect(error?.kind == .noAnswer)
        #expect(error?.transport?.reason == .unreachable)
    }
}
