import Foundation
import PGW
@_spi(OpenPGW) import PGWTesting
import Testing
import WireTesting

@Suite("Notifications on the command line")
struct NotificationCommandTests {
    /// Pays, and has a backend told at an address.
    private func pay(_ gateway: TestGateway, _ invoice: String, telling address: String, _ note: String? = nil) async throws {
        var request = LocalRequest.make()
        request.invoiceNo = invoice
        request.request3DS = "N"
        request.backendReturnUrl = address
        request.userDefined5 = note
        let token = try await gateway.backend().mint(request).paymentToken
        let card = CustomerTokenPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), request.customerToken[0])
            .securityCode("123").build()
        let sdk = PGWSDK(params: gateway.app.build())
        let result = try await sdk.proceedTransaction(TransactionResultRequestBuilder(paymentToken: token).with(card).build())
        #expect(result.responseCode == "2000")
    }

    @Test("listen receives, verifies and prints; a forged one is answered 400, and one line says why")
    func listen() async throws {
        let (scratch, folder) = (try temporaryFolder(), try temporaryFolder())
        try await withGateway(Program.options(folder: folder)) { gateway in
            let process = try Program.start(["listen", "--sandbox", "--data", folder, "--port", "0"], scratch: scratch)
            defer { process.signal(SIGKILL) }
            func output() throws -> String { try Program.text(scratch, "out") }
            try await eventually { try output().contains("listens for notifications at") }
            let address = String(try #require(try output().firstMatch(of: /http:\S+/)?.output))
            try await pay(gateway, "told", telling: address + "/any/path")
            try await eventually { try output().contains("0000  Success  told  1000.00 THB  411111XXXXXX1111") }
            try await pay(gateway, "forged", telling: address, "sim:webhook=badsig")
            try await eventually { try output().contains("not believed: The payload is not signed with the merchant's secret") }
            try await gateway.advanceClock(seconds: 70)
            try await eventually { try output().contains("0000  Success  forged") && output().contains("attempt 2") }
            process.signal(SIGTERM)
            let ended = try await Program.ended(process, scratch)
            #expect(ended.status == 0 && ended.errors.isEmpty, "\(ended.errors)")
            #expect(CardNumberLeaks.scan(ended.output, in: "listen").isEmpty)
        }
    }

    @Test("a notification nobody took is listed, shown, and sent once more when that is asked")
    func undelivered() async throws {
        let receiver = try Receiver([410])
        defer { receiver.end() }
        let folder = try temporaryFolder()
        try await withGateway(Program.options(folder: folder)) { gateway in
            try await pay(gateway, "invoice-1", telling: receiver.address)
            try await eventually { receiver.posted.count == 1 }
            func run(_ arguments: [String]) async throws -> Ended {
                try await Program.run(["notification"] + arguments + ["--sandbox", "--data", folder])
            }
            try await eventually { try await run(["list", "JT04"]).output.contains("undelivered (9999)") }
            let list = try await run(["list", "JT04"])
            #expect(list.output.contains("invoice-1  0000  undelivered (9999)  1"), "\(list.output)\(list.errors)")
            #expect(list.output.contains("HTTP 410"))
            let shown = try await run(["show", "JT04", "invoice-1"])
            #expect(shown.output.contains("ccpp_") && shown.output.contains("411111XXXXXX1111"), "\(shown.errors)")
            #expect(try await run(["replay", "JT04", "invoice-1"]).status == 0)
            try await eventually { receiver.posted.count == 2 }
            try await eventually { try await run(["list", "JT04"]).output.contains("delivered  2") }
            for (arguments, words) in [
                (["show", "JT04", "another"], "has no session of invoice another"), (["list", "XX"], "there is no merchant XX"),
            ] {
                let refused = try await run(arguments)
                #expect(refused.status == 1 && refused.errors.contains(words), "\(refused.errors)")
            }
        }
    }
}
