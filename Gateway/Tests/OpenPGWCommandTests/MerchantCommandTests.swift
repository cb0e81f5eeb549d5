import Foundation
@_spi(OpenPGW) import PGWTesting
import Testing

@Suite("Merchants on the command line")
struct MerchantCommandTests {
    private let data: String

    init() throws { data = try temporaryFolder() + "/data" }

    private func run(_ arguments: String...) async throws -> Ended {
        try await Program.run(["merchant"] + arguments + ["--sandbox", "--data", data])
    }

    private func row(_ what: String, _ output: String) -> String? {
        output.split(separator: "\n").first { $0.hasPrefix(what + "  ") }.map {
            $0.dropFirst(what.count).trimmingCharacters(in: .whitespaces)
        }
    }

    private static let png = Data(
        base64Encoded:
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==")

    @Test("what is named changes, what is not stays, the secret too")
    func set() async throws {
        let secret = try await run("show", "JT04", "--secret").output
        let logo = data + ".png"
        try #require(Self.png).write(to: URL(fileURLWithPath: logo))
        let set = try await run(
            "set", "JT04", "--name", "Café", "--currencies", "THB,USD", "--maximum-tokens", "7", "--no-security-code",
            "--secure-pay-token",
            "--return-hosts", "Shop.example, app.shop.example", "--page-origins",
            "https://Shop.example:443,http://localhost:3000",
            "--logo", logo)
        #expect(set.status == 0, "\(set.errors)")
        let shown = try await run("show", "JT04").output
        #expect(set.output == shown)
        for (what, value) in [
            ("name", "Café"), ("currencies", "THB, USD"), ("cards at most", "7"), ("security code", "not needed"),
            ("card data", "encrypted alone"), ("return hosts", "shop.example, app.shop.example"),
            ("page origins", "https://shop.example, http://localhost:3000"), ("logo", "a PNG of \(Self.png?.count ?? 0) bytes"),
            ("time zone", "Asia/Bangkok"), ("currency", "THB"), ("state", "active"),
        ] { #expect(row(what, shown) == value, "\(what)") }
        #expect(try await run("show", "JT04", "--secret").output == secret)
        let back = try await run(
            "set", "JT04", "--currencies", "all", "--maximum-tokens", "any", "--security-code", "--return-hosts", "any",
            "--page-origins", "none", "--logo", "none", "--no-active")
        for (what, value) in [
            ("currencies", "all"), ("cards at most", "any number"), ("security code", "needed"), ("page origins", "none"),
            ("logo", "none"), ("state", "closed"), ("name", "Café"),
        ] { #expect(row(what, back.output) == value, "\(what)") }
    }

    @Test(
        "what is wrong is named, and changes nothing",
        arguments: [
            (["--name", ""], "name is not 1 to 100 characters"),
            (["--name", "4111 1111 1111 1111"], "name reads as a card number"),
            (["--currency", "BTC"], "BTC is not a currency"), (["--currencies", "USD"], "--currencies does not name THB"),
            (["--time-zone", "Mars/Olympus"], "timeZone is not in the IANA database"), (["--channels", "a b"], "a b"),
            (["--return-hosts", "https://shop.example"], "--return-hosts holds https://shop.example"),
            (["--page-origins", "https://shop.example/pay"], "--page-origins holds https://shop.example/pay"),
            (["--page-origins", "http://shop.example"], "--page-origins holds http://shop.example"),
            (["--return-hosts", "all"], "--return-hosts holds all"),
            (["--page-origins", "https://192.168.1.300"], "--page-origins holds https://192.168.1.300"),
            (["--page-origins", "https://[1:2]"], "--page-origins holds https://[1:2]"),
            (["--page-origins", "*"], "--page-origins holds *"), (["--logo", "/nowhere"], "--logo: /nowhere cannot be read"),
            (["--logo", "/proc/self/cmdline"], "logo is not a PNG"), (["--logo", "/dev/zero"], "logo is larger than 32 kB"),
            ([], "nothing was changed"), (["--active"], "nothing was changed"),
        ])
    func wrong(_ arguments: [String], _ words: String) async throws {
        let before = try await run("show", "JT04").output
        let ended = try await Program.run(["merchant", "set", "JT04"] + arguments + ["--sandbox", "--data", data])
        #expect(ended.status == 1 && ended.output.isEmpty && ended.errors.contains(words), "\(ended.errors)")
        #expect(try await run("show", "JT04").output == before)
    }

    @Test("usage is told by the option, and a merchant there is none of is named")
    func usage() async throws {
        _ = try await run("list")
        for arguments in [["--maximum-tokens", "-1"], ["--maximum-tokens", "many"], ["--requests-per-second", "0"]] {
            let ended = try await Program.run(["merchant", "set", "JT04"] + arguments + ["--sandbox", "--data", data])
            #expect(ended.status == 2 && ended.errors.contains(arguments[0]), "\(ended.errors)")
        }
        #expect(try await run("add", "M1", "--name", "Shop").errors.contains("--currency"))
        let nobody = try await run("set", "NOBODY", "--name", "x")
        #expect(nobody.status == 1 && nobody.errors.contains("NOBODY"))
    }
}
