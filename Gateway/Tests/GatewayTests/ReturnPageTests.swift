import Foundation
import PGWTesting
import PGWWire
import StrictJSON
import Testing
import WireTesting

@testable import Gateway

/// The page between the result and the shop, and what a stranger may make of it (payments.md §2.4).
@Suite("Back to the shop")
struct ReturnPageTests {
    private func back(_ gateway: LocalGateway, _ body: String) async throws -> RawAnswer {
        try await gateway.post("/pgw/return", body, headers: ["Content-Type: application/x-www-form-urlencoded"])
    }

    private func form(_ token: String) -> String { "paymentToken=" + PaymentTokenText.percentEncoded(token) }

    @Test("a payment that ended goes to the address its merchant signed, with the hint of its result; its words end no attribute")
    func ended() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let address = "https://shop.example/back?a=1&b=%22%3E"
            let (token, invoice) = try await shop.mint { $0.frontendReturnUrl = address }
            #expect(try await shop.pay(token).responseCode == "2000")
            let page = try await back(gateway, form(token))
            #expect(page.status == 200 && page.headers["content-type"] == "text/html; charset=utf-8")
            #expect(page.body.contains(#"action="https://shop.example/back?a=1&amp;b=%22%3E""#) && !page.body.contains("{{"))
            let hint = try #require(page.body.firstMatch(of: /name="paymentResponse" value="([A-Za-z0-9+\/=]+)"/))
            let result = try JSON(parsing: Array(try #require(Data(base64Encoded: String(hint.1))))).object
            #expect(result?["invoiceNo"]?.string == invoice && result?["respCode"]?.string == "0000")
            let policy = try #require(page.headers["content-security-policy"])
            #expect(policy.contains("script-src 'self'") && policy.contains("frame-ancestors 'none'"))
        }
    }

    @Test("one that has not ended is shown its result page, and what is none the page that says so")
    func others() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (open, _) = try await shop.mint { $0.frontendReturnUrl = "https://shop.example/back" }
            let answer = try await back(gateway, form(open))
            #expect(answer.status == 303)
            #expect(answer.headers["location"] == "/payment/4.3/#/info/" + PaymentTokenText.percentEncoded(open))
            let (homeless, _) = try await shop.mint()
            _ = try await shop.pay(homeless)
            let info = "#/info/" + PaymentTokenText.percentEncoded(homeless)
            let long = String(repeating: "a", count: 300)
            for (body, place) in [
                (form(homeless), info), (form(homeless) + "&frame=JT04", "frame/JT04/" + info),
                (form(homeless) + "&frame=../x", info), (form(homeless) + "&frame=" + long, info), ("", ""), ("paymentToken", ""),
                ("paymentToken=", ""), (form("forged"), "#/info/forged"), ("paymentToken=%FF%00", ""), ("{}", ""),
                (form(long), ""), (form("a") + "&b=" + String(repeating: "%41", count: 2000), ""),
                ("paymentToken=%0d%0aX-Y:%20z", ""), ("paymentToken=%22%3e%3cb", ""), (form("ü"), ""),
            ] {
                let answer = try await back(gateway, body)
                #expect(answer.status == 303 && answer.headers["location"] == "/payment/4.3/" + place, "\(body.prefix(20))")
            }
            let (odd, _) = try await shop.mint { $0.frontendReturnUrl = "https://shop.example/back" }
            #expect(try await shop.pay(odd, "4111110000000013").responseCode == "2001")
            #expect(try await back(gateway, form(odd)).status == 303)
        }
    }

    @Test("an app is returned to by its own scheme alone, with the payment token behind it")
    func apps() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            for (address, isApp) in [
                ("pgwcom.example.app://2c2p", true), ("pgwcom.example.app://2c2p?from=a", true),
                ("pgwcom.example.app://2c2p#top", true),
                ("com.example.app://2c2p", false),
                ("javascript:alert(1)", false), ("pgwcom.example.other://2c2p", false),
            ] {
                let (token, _) = try await shop.mint {
                    $0.schemeReturnUrl = address
                    $0.appBundleID = "com.example.app"
                }
                _ = try await shop.pay(token)
                let page = try await back(gateway, form(token))
                #expect((page.status == 200) == isApp, "\(address)")
                let parts = address.split(separator: "#")
                let link = parts[0] + (address.contains("?") ? "&amp;" : "?") + "paymentToken="
                let end = parts.count == 2 ? "#\(parts[1])" : ""
                #expect(page.body.contains(#"href="\#(link)\#(PaymentTokenText.percentEncoded(token))\#(end)""#) == isApp)
            }
        }
    }

    @Test("behind a path of a proxy, the page's own addresses have it in front")
    func path() async throws {
        try await LocalGateway.run {
            $0.publicURL = URL(string: "https://pay.example/gateway/")
        } _: { gateway in
            let page = try await gateway.get("/payment/4.3/")
            let addresses = page.body.matches(of: /(?:src|href|action)="([^"]+)"/).map { String($0.1) }
            #expect(addresses.count > 8 && addresses.allSatisfy { $0.hasPrefix("/gateway/pgw/") })
        }
    }
}
