import Foundation
import PGW
import PGWMerchant
@_spi(OpenPGW) import PGWTesting
import Testing
import WireTesting

@Suite("The service")
struct ServeTests {
    private static func request(_ invoice: String) -> PaymentTokenRequest {
        var request = PaymentTokenRequest(
            merchantID: "JT04", invoiceNo: invoice, description: "item 1", amount: 1000, currencyCode: "THB")
        request.customerToken = ["20052010380915759367"]
        return request
    }

    private static func info(_ gateway: TestGateway, _ token: String) async throws -> TestGateway.Answer {
        try await gateway.post("payment/4.3/cardtokeninfo", #"{"paymentToken":"\#(token)"}"#)
    }

    @Test("a port in use is one line that names it")
    func portInUse() async throws {
        try await withGateway(Program.options()) { gateway in
            let port = try #require(gateway.address.port)
            let second = try await Program.run(
                ["serve", "--sandbox", "--port", "\(port)", "--data", try temporaryFolder()])
            #expect(second.status == 1)
            #expect(second.errors.contains("\(port)") && second.errors.contains("in use"), "\(second.errors)")
            #expect(second.errors.count { $0 == "\n" } == 1, "\(second.errors)")
        }
    }

    @Test("asked to end, it finishes the request in flight, takes no new one, and ends with 0", arguments: [SIGTERM, SIGINT])
    func graceful(_ signal: Int32) async throws {
        let (scratch, folder) = (try temporaryFolder(), try temporaryFolder())
        let process = try Program.start(["serve", "--sandbox", "--port", "0", "--data", folder], scratch: scratch)
        let port = try await Self.port(scratch)
        let answer = try await blocking {
            let idle = try RawSocket(port: port)
            let socket = try RawSocket(port: port)
            try idle.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            _ = try idle.read()
            // Once the gateway says that it waits for the body, the request is in flight.
            try socket.send(
                "POST /payment/4.3/cardtokeninfo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 20\r\n\r\n")
            let goOn = try socket.read()
            try socket.send("{\"payment")
            process.signal(signal)
            var isRefused = false
            for _ in 0..<1000 where !isRefused {
                isRefused = (try? RawSocket(port: port)) == nil
                usleep(10_000)
            }
            try socket.send("Token\":\"x\"}")
            return (RawAnswer(try socket.readAll()), isRefused && goOn.hasPrefix("HTTP/1.1 100"))
        }
        #expect(answer.0.status == 200)
        #expect(answer.0.code == "9040")
        #expect(answer.1)
        let ended = try await Program.ended(process, scratch)
        #expect(ended.status == 0, "\(ended.errors)")
    }

    @Test("asked to end twice, it drains no longer; two signals at once ask once", arguments: [SIGTERM, SIGINT])
    func impatient(_ signal: Int32) async throws {
        let (scratch, folder) = (try temporaryFolder(), try temporaryFolder())
        let process = try Program.start(
            ["serve", "--sandbox", "--port", "0", "--data", folder, "--drain", "3600"], scratch: scratch)
        let port = try await Self.port(scratch)
        func ready() async throws -> Int {
            try await RawAnswer.of("GET /ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", port: port).status
        }
        // As `timeout` does: the process, then its group.
        process.signal(SIGTERM)
        process.signal(SIGINT)
        try await eventually { try await ready() == 503 }
        for _ in 0..<20 {
            let status = try await ready()
            #expect(status == 503)
        }
        #expect(process.end == nil)
        try await eventually {
            process.signal(signal)
            return process.end != nil
        }
        let ended = try await Program.ended(process, scratch)
        #expect(ended.status == 0 && ended.errors.contains("no longer draining"), "\(ended.errors)")
    }

    @Test("a log that cannot be written does not end the gateway", arguments: ["2>/dev/full", "2>&-"])
    func lostLog(_ redirection: String) async throws {
        let (scratch, folder) = (try temporaryFolder(), try temporaryFolder())
        let command = "exec \(Program.openpgw) serve --sandbox --port 0 --data \(folder) \(redirection)"
        let process = try Program.start(["-c", command], of: "/bin/sh", scratch: scratch)
        let port = try await Self.port(scratch)
        for path in ["/nowhere", "/health"] {
            let answer = try await RawAnswer.of("GET \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", port: port)
            #expect(answer.status == (path == "/health" ? 200 : 404))
        }
        process.signal(SIGTERM)
        #expect(try await Program.ended(process, scratch).status == 0)
    }

    @Test("TLS: an app that does not trust the certificate is told so, one that does is served")
    func tls() async throws {
        let folder = try temporaryFolder()
        let (certificate, key) = (folder + "/cert.pem", folder + "/key.pem")
        let made = try await Program.run(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out",
                certificate,
                "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
            ], of: "/usr/bin/openssl")
        #expect(made.status == 0, "\(made.errors)")
        let scratch = try temporaryFolder()
        let process = try Program.start(
            ["serve", "--port", "0", "--data", folder + "/data", "--tls-certificate", certificate, "--tls-key", key],
            scratch: scratch)
        let port = try await Self.port(scratch)
        let address = "https://127.0.0.1:\(port)"
        let health = try await Program.run(["-sS", "--cacert", certificate, address + "/health"], of: "/usr/bin/curl")
        #expect(health.output == #"{"status":"ok"}"#, "\(health.errors)")
        let newer = try await Program.run(
            ["-sS", "-o", "/dev/null", "-w", "%{http_version}", "--http2", "--cacert", certificate, address + "/health"],
            of: "/usr/bin/curl")
        #expect(newer.output == "1.1", "\(newer.errors)")
        let stranger = try await Program.run("token-info x --endpoint \(address)".split(separator: " ").map(String.init))
        #expect(stranger.status == 1)
        #expect(stranger.errors.lowercased().contains("certificate") || stranger.errors.contains("TLS"), "\(stranger.errors)")
        let old = try await Program.run(
            ["-sS", "--tls-max", "1.1", "--cacert", certificate, address + "/health"], of: "/usr/bin/curl")
        #expect(old.status != 0)
        process.signal(SIGTERM)
        #expect(try await Program.ended(process, scratch).status == 0)
    }

    @Test("SEC-43 production refuses the sandbox's paths")
    func sec43Production() async throws {
        let (scratch, folder) = (try temporaryFolder(), try temporaryFolder())
        let process = try Program.start(["serve", "--port", "0", "--data", folder], scratch: scratch)
        let port = try await Self.port(scratch)
        for path in ["/sandbox/merchants", "/sandbox/clock"] {
            let answer = try await RawAnswer.of("GET \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", port: port)
            #expect(answer.status == 404)
        }
        process.signal(SIGTERM)
        #expect(try await Program.ended(process, scratch).status == 0)
    }

    @Test(
        "SEC-55 production takes no payment without a connector, has no issuer's page, and is told where to notify over TLS alone"
    )
    func sec55Payments() async throws {
        let (scratch, folder) = (try temporaryFolder(), try temporaryFolder())
        let added = try await Program.run(
            ["merchant", "add", "SHOP", "--name", "A Shop", "--currency", "THB", "--data", folder])
        let secret = try MerchantSecret(String(try #require(added.output.firstMatch(of: /secret +([0-9A-F]{64})/)?.1)))
        let process = try Program.start(["serve", "--port", "0", "--data", folder], scratch: scratch)
        let port = try await Self.port(scratch)
        let gateway = try #require(URL(string: "http://127.0.0.1:\(port)"))
        var request = PaymentTokenRequest(
            merchantID: "SHOP", invoiceNo: "1", description: "item 1", amount: 14051, currencyCode: "THB")
        request.userDefined5 = "sim:decline=4051"
        request.backendReturnUrl = "http://shop.example/"
        let client = PaymentTokenClient(gateway: gateway, secret: secret)
        await #expect { try await client.mint(request) } throws: { ($0 as? PaymentTokenError)?.fields == ["backendReturnUrl"] }
        request.backendReturnUrl = "https://shop.example/"
        let token = try await client.mint(request).paymentToken
        let card = CardPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), "4111111111111111")
            .expiryMonth(12).expiryYear(2039).securityCode("123").build()
        let sdk = PGWSDK(params: PGWSDKParamsBuilder(gateway: gateway).build())
        let paid = try await sdk.proceedTransaction(TransactionResultRequestBuilder(paymentToken: token).with(card).build())
        #expect(paid.responseCode == "9060")
        let status = try await sdk.transactionStatus(TransactionStatusRequest(paymentToken: token))
        #expect(status.responseCode == "2002")
        let page = try await RawAnswer.of(
            "GET /pgw/authenticate/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", port: port)
        #expect(page.status == 404 && page.body.contains("There is no such path"))
        process.signal(SIGTERM)
        let ended = try await Program.ended(process, scratch)
        #expect(ended.status == 0 && CardNumberLeaks.scan(ended.output + ended.errors, in: "log").isEmpty)
    }

    // MARK: Durability

    @Test("SEC-49 after kill -9 every payment token it gave out still works, and a retry gets the first one")
    func sec49KilledWhileMinting() async throws {
        let folder = try temporaryFolder()
        let acknowledged = Acknowledged()
        try await withGateway(Program.options(folder: folder)) { gateway in
            let backend = try gateway.backend()
            await withTaskGroup(of: Void.self) { group in
                for client in 0..<8 {
                    group.addTask {
                        for count in 0..<100_000 {
                            var request = Self.request("INV-\(client)-\(count)")
                            request.idempotencyID = "once-\(client)-\(count)"
                            guard let token = try? await backend.mint(request).paymentToken else { return }
                            acknowledged.add(request.invoiceNo, token)
                        }
                    }
                }
                group.addTask {
                    try? await eventually { acknowledged.all.count >= 200 }
                    gateway.kill()
                }
            }
        }
        let all = acknowledged.all
        #expect(all.count >= 200)
        try await withGateway(Program.options(folder: folder)) { gateway in
            for (invoice, token) in all {
                let answer = try await Self.info(gateway, token)
                #expect(String(decoding: answer.body, as: UTF8.self).contains(#""respCode":"0000""#))
                if invoice.hasSuffix("7") {
                    var retry = Self.request(invoice)
                    retry.idempotencyID = invoice.replacingOccurrences(of: "INV", with: "once")
                    let again = try await gateway.backend().mint(retry).paymentToken
                    #expect(again == token)
                }
            }
        }
    }

    @Test("kill -9 during a write load loses no card that was acknowledged, three times over")
    func killedWhileAdding() async throws {
        let folder = try temporaryFolder()
        _ = try await Program.run(["merchant", "list", "--sandbox", "--data", folder])
        var acknowledged: Set<Substring> = []
        for _ in 0..<3 {
            let scratch = try temporaryFolder()
            let process = try Program.start(
                ["add-cards", "--data", folder, "--count", "1000000", "--acknowledge"], of: Program.bench, scratch: scratch)
            try await eventually { try Program.text(scratch, "out").count >= 6000 }
            process.signal(SIGKILL)
            let ended = try await Program.ended(process, scratch)
            // The last line may be cut where the process ended; it was not acknowledged whole.
            acknowledged.formUnion(ended.output.split(separator: "\n").filter { $0.count == 20 })
        }
        #expect(acknowledged.count > 500)
        let list = try await Program.run([
            "token", "list", "--merchant", "JT04", "--limit", "1000000", "--sandbox", "--data", folder,
        ])
        let kept = Set(list.output.split(separator: "\n").map { $0.prefix(20) })
        #expect(acknowledged.subtracting(kept).isEmpty)
    }

    private static func port(_ scratch: String) async throws -> Int {
        try #require(URL(string: try await SettingsTests.address(scratch))?.port)
    }
}

/// What the gateway has acknowledged so far.
final class Acknowledged: @unchecked Sendable {
    // @unchecked: guarded by the lock.
    private let lock = NSLock()
    private var tokens: [String: String] = [:]

    var all: [String: String] { lock.withLock { tokens } }
    func add(_ invoice: String, _ token: String) { lock.withLock { tokens[invoice] = token } }
}
