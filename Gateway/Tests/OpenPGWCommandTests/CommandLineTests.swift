import Foundation
@_spi(OpenPGW) import PGWTesting
import StrictJSON
import Testing
import WireTesting

@Suite("The command line")
struct CommandLineTests {
    private let card = "20052010380915759367"

    // MARK: The main job

    @Test("demo --payment stores a card by paying, is notified, and lists, pays with and deletes it")
    func paymentDemo() async throws {
        let demo = try await Program.run(["demo", "--payment"])
        #expect(demo.status == 0, "\(demo.errors)")
        for words in [
            "1000: ", "notified: 0000  Success  1595219500", "inquiry 0000: 1000.00 THB", "notified: 0000  Success  1595219501",
        ] {
            #expect(demo.output.contains(words), "\(words)")
        }
        let token = try #require(demo.output.firstMatch(of: /token (\d{20})/)?.1)
        #expect(demo.output.contains("\(token)  CC") && demo.output.contains("token \(token) is no more"))
        #expect(CardNumberLeaks.scan(demo.output + demo.errors, in: "demo").isEmpty)
    }

    @Test("demo prints the four steps and the cards, and no card number")
    func demo() async throws {
        let demo = try await Program.run(["demo"])
        #expect(demo.status == 0, "\(demo.errors)")
        for words in [
            "1. ", "2. ", "3. ", "4. ", "→ POST /payment/4.3/", "411111XXXXXX1111", card, "ED expired", "EX expires soon",
            "A available",
        ] {
            #expect(demo.output.contains(words), "\(words)")
        }
        #expect(CardNumberLeaks.scan(demo.output + demo.errors, in: "demo").isEmpty)
    }

    @Test("payment-token and token-info make the real calls")
    func realCalls() async throws {
        try await withGateway(Program.options()) { gateway in
            let request = """
                {"merchantID":"JT04","invoiceNo":"1595219400","description":"item 1","amount":1000,"currencyCode":"THB",
                "paymentChannel":["ALL"],"customerToken":["\(card)"]}
                """
            let endpoint = ["--endpoint", gateway.address.absoluteString]
            let secret = ["OPENPGW_MERCHANT_SECRET": try gateway.merchant("JT04").secret]
            let minted = try await Program.run(
                ["payment-token", "--merchant", "JT04", "--request", "-"] + endpoint, input: request, environment: secret)
            #expect(minted.status == 0, "\(minted.errors)")
            let token = minted.output.trimmingCharacters(in: .newlines)
            #expect(token.count == 128)

            let table = try await Program.run(["token-info", token] + endpoint)
            #expect(table.status == 0)
            #expect(table.output.contains("411111XXXXXX1111"))
            let json = try await Program.run(["token-info", token, "--json"] + endpoint)
            let answer = try #require(try JSON(parsing: Array(json.output.utf8)).object)
            #expect(answer["customerTokens"]?.array?.first?.object?["token"]?.string == card)

            let again = try await Program.run(
                ["payment-token", "--merchant", "JT04", "--request", "-"] + endpoint, input: request, environment: secret)
            #expect(again.status == 1)
            #expect(again.errors.contains("9015"))
            let unknown = try await Program.run(["token-info", "nonsense"] + endpoint)
            #expect(unknown.status == 1)
            #expect(unknown.errors.hasPrefix("openpgw: \(gateway.address.absoluteString) answers 9040: "))
        }
    }

    @Test(
        "payment-token takes the secret from the data folder, and refuses what is not the merchant's",
        arguments: [
            (#"{"merchantID":"JT01"}"#, "JT01's"), ("[]", "not hold a JSON object"), ("{", "JSON"),
            (#"{"amount":"x"}"#, "amount"),
        ])
    func secretFromFolder(_ request: String, _ words: String) async throws {
        let folder = try temporaryFolder()
        let refused = try await Program.run(
            ["payment-token", "--merchant", "JT04", "--request", "-", "--sandbox", "--data", folder], input: request)
        #expect(refused.status == 1)
        #expect(refused.errors.contains(words), "\(refused.errors)")
        #expect(refused.errors.count { $0 == "\n" } == 1)
    }

    // MARK: Keeping merchants and cards

    @Test("a production vault from nothing: merchant, card, list, show, delete, new secret")
    func keeping() async throws {
        let data = ["--data", try temporaryFolder()]
        let added = try await Program.run(["merchant", "add", "M1", "--name", "One", "--currency", "EUR"] + data)
        #expect(added.status == 0, "\(added.errors)")
        let secret = try #require(added.output.firstMatch(of: /secret\s+([0-9A-F]{64,})/)?.1)

        let number = "4024007103939508"
        let stored = try await Program.run(
            ["token", "add", "--merchant", "M1", "--expiry", "12/39", "--name", "A Holder"] + data, input: number + "\n")
        #expect(stored.status == 1)
        #expect(stored.errors == "openpgw: accountNo has a wrong check digit\n")

        let good = try await Program.run(
            ["token", "add", "--merchant", "M1", "--expiry", "12/39", "--name", "A Holder", "--email", "a@example.com"] + data,
            input: "4024007103939509\n")
        #expect(good.status == 0, "\(good.errors)")
        let token = try #require(good.output.firstMatch(of: /\d{20}/)).output
        #expect(good.output.contains("402400XXXXXX9509"))

        let wallet = try await Program.run(
            ["token", "add", "--merchant", "M1", "--wallet", "TRUEMONEY", "--name", "W", "--token", "made-elsewhere"] + data,
            input: "0812345678\n")
        #expect(wallet.status == 0, "\(wallet.errors)")
        let list = try await Program.run(["token", "list", "--merchant", "M1"] + data)
        #expect(list.output.contains(token) && list.output.contains("made-elsewhere") && list.output.contains("081XXX5678"))
        let page = try await Program.run(["token", "list", "--merchant", "M1", "--limit", "1"] + data)
        #expect(page.errors.contains("More: --after "))

        #expect(try await Program.run(["token", "delete", "--merchant", "M1", String(token)] + data).status == 0)
        let gone = try await Program.run(["token", "show", "--merchant", "M1", String(token)] + data)
        #expect(gone.status == 1)

        let rotated = try await Program.run(["merchant", "rotate-secret", "M1"] + data)
        #expect(rotated.status == 0)
        #expect(!rotated.output.contains(secret))
        let shown = try await Program.run(["merchant", "show", "M1"] + data)
        #expect(shown.output.contains("Asia/Bangkok") && !shown.output.contains(secret))
        let twice = try await Program.run(["merchant", "add", "M1", "--name", "Two", "--currency", "EUR"] + data)
        #expect(twice.status == 1)
    }

    @Test("production stores no published test number")
    func testCards() async throws {
        let data = ["--data", try temporaryFolder()]
        _ = try await Program.run(["merchant", "add", "M1", "--name", "One", "--currency", "EUR"] + data)
        let refused = try await Program.run(
            ["token", "add", "--merchant", "M1", "--expiry", "12/39", "--name", "A"] + data, input: "4111111111111111\n")
        #expect(refused.status == 1)
        #expect(CardNumberLeaks.scan(refused.errors, in: "errors").isEmpty)
    }

    @Test("a result that cannot be written is not passed over")
    func lostResult() async throws {
        let folder = try temporaryFolder()
        let command = "exec \(Program.openpgw) merchant list --sandbox --data \(folder) >/dev/full"
        let lost = try await Program.run(["-c", command], of: "/bin/sh")
        #expect(lost.status == 1)
        #expect(lost.errors == "openpgw: standard output cannot be written\n")
    }

    @Test("a card number given as an argument is not repeated")
    func numberAsArgument() async throws {
        let used = try await Program.run([
            "token", "add", "--merchant", "JT04", "--expiry", "12/39", "--name", "A", "4111111111111111",
        ])
        #expect(used.status == 2)
        #expect(used.errors.contains("never an argument"))
        #expect(CardNumberLeaks.scan(used.errors + used.output, in: "errors").isEmpty)
    }

    // MARK: Words and codes

    @Test(
        "help, version and completions go to standard output with 0",
        arguments: [
            ["--help"], ["--version"], ["serve", "--help"], ["help", "token", "add"], ["--generate-completion-script", "bash"],
            ["--generate-completion-script", "zsh"], ["--generate-completion-script", "fish"], ["merchant"], [],
        ])
    func help(_ arguments: [String]) async throws {
        let shown = try await Program.run(arguments)
        #expect(shown.status == 0)
        #expect(!shown.output.isEmpty && shown.errors.isEmpty)
    }

    @Test(
        "wrong usage is 2, on standard error, and names what is wrong",
        arguments: [
            (["serve", "--portt"], "--portt"), (["nonsense"], "nonsense"), (["merchant", "add"], "<id>"),
            (["token", "add", "--merchant", "x", "--name", "y"], "--expiry"),
            (["serve", "--port", "x"], "--port"), (["serv"], "did you mean 'serve'"),
            (["token", "lst"], "'lst'; did you mean 'list'"), (["merchant", "key", "ad", "x"], "did you mean 'add'"),
            (["serve", "--sandbox", "-1"], "--sandbox"), (["4111111111111111"], "never an argument"),
        ])
    func usage(_ arguments: [String], _ words: String) async throws {
        let used = try await Program.run(arguments)
        #expect(used.status == 2)
        #expect(used.output.isEmpty)
        #expect(used.errors.contains(words), "\(used.errors)")
    }

    @Test(
        "what cannot be is refused with 1 and one line that names it",
        arguments: [
            (["serve", "--sandbox", "--port", "99999"], "port"), (["serve", "--port", "-1"], "port is -1"),
            (["serve", "--drain", "-5"], "drain is -5"), (["serve", "--sandbox", "--log-level", "loud"], "log-level"),
            (["serve", "--tls-key", "x"], "--tls-certificate"), (["serve", "--public-url", "x"], "public-url"),
            (["token-info", "x", "--endpoint", "ftp://x"], "endpoint"),
            (["token-info", "x", "--endpoint", "http://127.0.0.1:1"], "cannot be reached"),
            (["serve", "--host", "0.0.0.0"], "TLS"), (["serve", "--log-level", "debug"], "debug"),
            (["serve", "--tls-key", "/nowhere", "--tls-certificate", "/nowhere"], "/nowhere"),
            (["merchant", "show", "NOBODY", "--sandbox"], "NOBODY"), (["serve", "--config", "/nowhere"], "/nowhere"),
            (["serve", "--sandbox", "--host", "256.1.1.1"], "256.1.1.1"),
        ])
    func refused(_ arguments: [String], _ words: String) async throws {
        let refused = try await Program.run(arguments, environment: ["OPENPGW_DATA": try temporaryFolder()])
        #expect(refused.status == 1)
        #expect(refused.output.isEmpty)
        #expect(refused.errors.hasPrefix("openpgw: "), "\(refused.errors)")
        #expect(refused.errors.contains(words), "\(refused.errors)")
        #expect(refused.errors.count { $0 == "\n" } == 1, "\(refused.errors)")
    }

    @Test(
        "a profile, a limit or an address that cannot be is refused before anything is made, and named",
        arguments: [
            (
                ["merchant", "add", "M1", "--name", "A", "--currency", "THB", "--currencies", "USD,EUR"],
                "--currencies does not name THB"
            ),
            (["merchant", "add", "M1", "--name", "A", "--currency", "THB", "--channels", "CC,PP-QR"], "channels holds PP-QR"),
            (["serve", "--port", "0", "--channels", "A B"], "channels holds A B"),
            (["token", "list", "--merchant", "M1", "--limit", "0"], "--limit"),
            (["serve", "--port", "0", "--public-url", "https://pgw.example/?a=b"], "public-url has more"),
            (["serve", "--port", "0", "--public-url", "https://u:p@pgw.example/"], "public-url has more"),
            (["serve", "--port", "0", "--public-url", "https://pgw.example/#a"], "public-url has more"),
            (["token-info", "x", "--endpoint", "http://127.0.0.1:99999"], "at most 65535"),
            (["serve", "--port", "0", "--allow-origin", "https://*.shop.example"], "allow-origin"),
            (["serve", "--port", "5555555555554444"], "a card number stands where none belongs"),
        ])
    func impossible(_ arguments: [String], _ words: String) async throws {
        let folder = try temporaryFolder() + "/data"
        let refused = try await Program.run(arguments, environment: ["OPENPGW_DATA": folder])
        #expect(refused.status != 0 && refused.errors.contains(words), "\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("lists have blanks behind their commas, and a number of a file is its value")
    func lists() async throws {
        let folder = try temporaryFolder()
        let config = folder + "/openpgw.json"
        try Data(#"{"drain":0e0,"idle-timeout":1e2,"port":0.0}"#.utf8).write(to: URL(fileURLWithPath: config))
        let data = ["--data", folder + "/data"]
        let added = try await Program.run(
            ["merchant", "add", "M1", "--name", "A", "--currency", "THB", "--currencies", "USD, THB", "--channels", "CC, PPQR"]
                + data)
        #expect(added.status == 0, "\(added.errors)")
        let shown = try await Program.run(["merchant", "show", "M1"] + data)
        #expect(shown.output.contains("USD, THB") && shown.output.contains("CC, PPQR"), "\(shown.output)")
        let scratch = try temporaryFolder()
        let process = try Program.start(["serve", "--config", config] + data, scratch: scratch)
        _ = try await SettingsTests.address(scratch)
        process.signal(SIGTERM)
        #expect(try await Program.ended(process, scratch).status == 0)
    }

    @Test("an option wins over the environment, and the environment over the file")
    func precedence() async throws {
        let folder = try temporaryFolder()
        func path(_ name: String) throws -> String {
            let path = "\(folder)/\(name)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            return path
        }
        let (file, environment, option) = (try path("file"), try path("environment"), try path("option"))
        let config = folder + "/openpgw.json"
        try Data(#"{"data":"\#(file)","sandbox":true}"#.utf8).write(to: URL(fileURLWithPath: config))
        func used(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path + "/openpgw.db") }

        _ = try await Program.run(
            ["merchant", "list", "--data", option, "--config", config], environment: ["OPENPGW_DATA": environment])
        #expect(used(option) && !used(environment) && !used(file))
        _ = try await Program.run(["merchant", "list", "--config", config], environment: ["OPENPGW_DATA": environment])
        #expect(used(environment) && !used(file))
        let list = try await Program.run(["merchant", "list"], environment: ["OPENPGW_CONFIG": config])
        #expect(used(file))
        #expect(list.output.contains("JT04"))
    }

    @Test(
        "a configuration file that is wrong is named, and the setting in it",
        arguments: [
            (#"{"prot":1}"#, "prot"), ("[]", "JSON object"), ("{", "JSON"), (#"{"port":{}}"#, "port"),
            (#"{"sandbox":"maybe"}"#, "sandbox"),
            (#"{"port":1,"port":2}"#, "already stands"), (#"{"port":"80a"}"#, "port"),
        ])
    func config(_ text: String, _ words: String) async throws {
        let folder = try temporaryFolder()
        let path = folder + "/wrong.json"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let refused = try await Program.run(["serve", "--data", folder + "/data", "--config", path])
        #expect(refused.status == 1)
        #expect(refused.errors.contains(words), "\(refused.errors)")
        #expect(refused.errors.count { $0 == "\n" } == 1)
    }
}
