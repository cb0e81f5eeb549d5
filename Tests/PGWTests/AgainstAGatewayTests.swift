import Foundation
@_spi(OpenPGW) import PGWTesting
import Testing

/// The main job on a real gateway, in a process of its own.
@Suite("Against a gateway", .serialized)
struct AgainstAGatewayTests {
    private static let example: PaymentTokenRequest = {
        var request = PaymentTokenRequest(
            merchantID: "JT04", invoiceNo: "1595219400", description: "item 1", amount: 1000, currencyCode: "THB")
        request.paymentChannel = ["ALL"]
        request.customerToken = ["20052010380915759367"]
        return request
    }()

    @Test("the documented example request mints a token, and the SDK lists the card behind it")
    func mainJob() async throws {
        try await withGateway { gateway in
            let minted = try await gateway.backend().mint(Self.example)
            PGWSDK.initialize(params: gateway.app.clientId("test").build())
            let response = try await PGWSDK.shared.customerTokenInfo(paymentToken: minted.paymentToken)
            #expect(response.responseCode == APIResponseCode.APISuccess)
            #expect(response.paymentToken == minted.paymentToken)
            let card = try #require(response.customerTokens.first)
            #expect(response.customerTokens.count == 1)
            #expect(card.token == "20052010380915759367")
            #expect(card.accountNo == "411111XXXXXX1111")
            #expect(card.expiry == "XXXX-XX-XX")
            #expect(card.tokenStatus == .available)
            #expect(card.cardBrand == "VISA")
            // The pictures resolve.
            for address in [card.iconUrl, card.logoUrl] {
                let picture = try await gateway.get(address)
                #expect(picture.status == 200)
                #expect(picture.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            }
        }
    }

    @Test("a card's status follows the clock: available, expiring, expired")
    func clock() async throws {
        try await withGateway { gateway in
            var shown: [String] = []
            for (index, months) in [0, 26, 8].enumerated() {
                try await gateway.advanceClock(seconds: months * 30 * 86_400)
                var request = Self.example
                request.invoiceNo = "clock-\(index)"
                let token = try await gateway.backend().mint(request).paymentToken
                PGWSDK.initialize(params: gateway.app.clientId("test").build())
                shown += try await PGWSDK.shared.customerTokenInfo(paymentToken: token).customerTokens.map(\.status)
            }
            #expect(shown == ["A", "EX", "ED"])
        }
    }

    @Test("a payment token expires with its session")
    func expiry() async throws {
        try await withGateway { gateway in
            let token = try await gateway.backend().mint(Self.example).paymentToken
            try await gateway.advanceClock(seconds: 30 * 60 + 1)
            PGWSDK.initialize(params: gateway.app.clientId("test").build())
            let response = try await PGWSDK.shared.customerTokenInfo(paymentToken: token)
            #expect(response.responseCode == "9020")
        }
    }

    @Test("the example that pays has its payment approved, or says why not")
    func payingExample() async throws {
        try await withGateway { gateway in
            for (change, words) in [
                ("N", "finished: 411111XXXXXX1111 0000"), ("sim:decline=4051", "finished: 411111XXXXXX1111 4051"),
            ] {
                var request = Self.example
                request.invoiceNo = "pays-\(change.count)"
                request.request3DS = "N"
                request.userDefined5 = change
                let token = try await gateway.backend().mint(request).paymentToken
                let run = try await Program.run("ExamplePay", [gateway.address.absoluteString, token])
                #expect(run.status == 0 && run.output.contains(words), "\(run.output) \(run.errors)")
                #expect(CardNumberLeaks.scan(run.output + run.errors, in: "ExamplePay").isEmpty)
            }
            let refused = try await Program.run("ExamplePay", [gateway.address.absoluteString, "nonsense"])
            #expect(refused.output.contains("refused: 9040"))
        }
    }

    @Test("both examples run, and log no token", arguments: ["ExampleCallbacks", "ExampleAsync"])
    func examples(_ name: String) async throws {
        try await withGateway { gateway in
            let token = try await gateway.backend().mint(Self.example).paymentToken
            let run = try await Program.run(name, [gateway.address.absoluteString, token])
            #expect(run.status == 0)
            #expect(run.output.contains("411111XXXXXX1111"))
            #expect(!(run.output + run.errors).contains(token))
            #expect(CardNumberLeaks.scan(run.output + run.errors, in: name).isEmpty)

            let refused = try await Program.run(name, [gateway.address.absoluteString, "nonsense"])
            #expect(refused.status == 1)
            #expect(refused.output.contains("9040"))
        }
    }

    @Test("a card's whole life, from an empty folder, by nothing but the two libraries over HTTP")
    func storeACard() async throws {
        try await withGateway { gateway in
            let secret = ["OPENPGW_MERCHANT_SECRET": try gateway.merchant("JT04").secret]
            let run = try await Program.run("ExampleStoreACard", [gateway.address.absoluteString, "JT04"], environment: secret)
            #expect(run.status == 0, "\(run.errors)")
            let lines = """
                stored 411111XXXXXX1111
                listed 411111XXXXXX1111 available
                listed 411111XXXXXX1111 expires soon
                listed 0 cards
                deleted: asked for it, the gateway answers 4202

                """
            #expect(run.output == lines)

            let wrong = ["OPENPGW_MERCHANT_SECRET": String(repeating: "A", count: 64)]
            let refused = try await Program.run(
                "ExampleStoreACard", [gateway.address.absoluteString, "JT04"], environment: wrong)
            #expect(refused.status == 1)
            #expect(refused.output.split(separator: "\n").last?.contains("9042") == true, "\(refused.output)")
        }
    }

    @Test("an example without a gateway says so", arguments: ["ExampleCallbacks", "ExampleAsync"])
    func exampleWithoutGateway(_ name: String) async throws {
        let run = try await Program.run(name, ["http://127.0.0.1:1", "t"])
        #expect(run.status == 1)
        #expect(run.output.contains("The payment gateway cannot be reached."))
    }
}

/// A program of this package, run to its end.
enum Program {
    static func run(
        _ name: String, _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> (status: Int32, output: String, errors: String) {
        // An identifier of its own place: tests leave nothing in the user's home.
        let scratch = try temporaryFolder()
        let home = ["HOME": scratch, "XDG_CONFIG_HOME": scratch]
        let process = try ChildProcess(
            Bundle.main.bundleURL.appendingPathComponent(name).path, arguments,
            environment: ProcessInfo.processInfo.environment.merging(home) { $1 }.merging(environment) { $1 },
            output: scratch + "/out", errors: scratch + "/err")
        guard case .exit(let status) = await process.ended() else { throw CancellationError() }
        func text(_ name: String) throws -> String { try String(contentsOfFile: "\(scratch)/\(name)", encoding: .utf8) }
        return (status, try text("out"), try text("err"))
    }
}
