import Foundation
import PGW
@_spi(OpenPGW) import PGWTesting
import StoreTesting
import Synchronization
import Testing
import WireTesting

@testable import PGWMerchant

/// A gateway that is killed again and again while shops are paid (SEC-47).
@Suite("Payments whose gateway is killed")
struct KilledPaymentTests {
    private static let count = 1000

    @Test(
        "SEC-47 of 1,000 payments whose gateway is killed at its calls to the system none is lost, doubled, or untold",
        arguments: KilledTests.Place.allCases)
    func sec47Payments(_ place: KilledTests.Place) async throws {
        let receiver = try Receiver()
        defer { receiver.end() }
        let lives = try await Lives(place)
        defer { lives.kill() }
        let shop = try await KilledShop(lives, receiver.address)
        // Each life ends at another call: in the middle of a session, of a payment, of its end, of a notification.
        let killer = Task {
            for life in 0..<14 where !lives.isOver {
                try await lives.begin(killedAt: 30 + life * 37)
                await lives.ended()
            }
            try await lives.begin(killedAt: nil)
        }
        await withTaskGroup(of: Void.self) { group in
            for worker in 1...24 {
                group.addTask {
                    for number in stride(from: worker, through: Self.count, by: 24) { await shop.pay("p\(number)") }
                }
            }
        }
        lives.stopKilling()
        try await killer.value
        // Otherwise this has tried nothing: gateways that took payments, ended in the middle, and payments that nobody knew the end of.
        #expect(lives.killed > 4 && shop.doubts.count > 4, "\(lives.killed) \(shop.doubts.count)")
        // Whoever does not know asks the issuer after its time; what was claimed by the dead is sent after theirs.
        try await lives.advanceClock(seconds: 90)
        var results: [String: PaymentResult] = [:]
        for number in 1...Self.count {
            let invoice = "p\(number)"
            var result = try await shop.inquire(invoice)
            if result.responseCode == "0001" {
                try await eventually { try await shop.inquire(invoice).responseCode != "0001" }
                result = try await shop.inquire(invoice)
            }
            #expect(result.responseCode == "0000", "\(invoice)")
            results[invoice] = result
        }
        #expect(Set(results.values.map(\.tranRef)).count == Self.count)
        let verifier = NotificationVerifier(merchantID: "JT04", secret: shop.secret, demandsTimestamp: true)
        try await eventually {
            Set(try receiver.posted.map { try verifier.verify(Data($0.body), headers: $0.headers).result.invoiceNo }).count
                == Self.count
        }
        for posted in receiver.posted {
            let told = try verifier.verify(Data(posted.body), headers: posted.headers).result
            #expect(told == results[told.invoiceNo])
        }
        await lives.end()
    }
}

/// A gateway with several lives, one after the other, on one vault.
private final class Lives: Sendable {
    private let options: [String]
    private let scratch: String
    private let address = Mutex<URL?>(nil)
    private let process = Mutex<ChildProcess?>(nil)
    private let kills = Mutex(0)
    private let over = Mutex(false)
    private let isDoomed = Mutex(false)
    private let calls: String

    init(_ place: KilledTests.Place) async throws {
        let folder = try temporaryFolder()
        scratch = try temporaryFolder()
        let database = place == .server ? try await PostgresServer.shared.get().database() : ""
        options = place == .file ? ["--data", folder] : ["--store", database, "--master-key", folder + "/master.key"]
        calls = place == .file ? "pwrite64,fdatasync" : "sendto,recvfrom"
        let made = try await Program.run(["merchant", "list", "--sandbox"] + options)
        #expect(made.status == 0, "\(made.errors)")
    }

    func secret() async throws -> MerchantSecret {
        let shown = try await Program.run(["merchant", "show", "JT04", "--secret", "--sandbox"] + options)
        return try MerchantSecret(shown.output)
    }

    /// Whether nobody is to be killed any more.
    var isOver: Bool { over.withLock { $0 } }

    /// A life that waits for its end, with nothing left to do, has had it.
    func stopKilling() {
        over.withLock { $0 = true }
        if isDoomed.withLock({ $0 }) { kill() }
    }

    /// Where the gateway is at this moment, if it is.
    var gateway: URL? { address.withLock { $0 } }

    /// - Parameter number: strace counts the calls of each thread.
    func begin(killedAt number: Int?) async throws {
        let serve = [Program.openpgw, "serve", "--sandbox", "--port", "0"] + options
        let kill = number.map {
            [
                "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(calls)", "-e",
                "inject=\(calls):signal=KILL:when=\($0)",
            ]
        }
        let started =
            if let kill { try Program.start(kill + serve, of: "/usr/bin/strace", scratch: scratch) } else {
                try Program.start(Array(serve.dropFirst()), scratch: scratch)
            }
        process.withLock { $0 = started }
        isDoomed.withLock { $0 = number != nil }
        // One that is killed before it is ready has had its life.
        try await eventually {
            let line = try Program.text(scratch, "out").firstMatch(of: /ready at (\S+)/)
            guard let url = line.flatMap({ URL(string: String($0.1)) }) else { return started.end != nil }
            address.withLock { $0 = url }
            return true
        }
        if number != nil, isOver { self.kill() }
    }

    /// How many were killed that had been ready.
    var killed: Int { kills.withLock { $0 } }

    func ended() async {
        _ = await process.withLock { $0 }?.ended()
        if gateway != nil { kills.withLock { $0 += 1 } }
        address.withLock { $0 = nil }
    }

    /// Ends the gateway, also one that strace watches: without strace it would live on.
    func kill() {
        guard let process = process.withLock({ $0 }) else { return }
        let children = try? String(contentsOfFile: "/proc/\(process.pid)/task/\(process.pid)/children", encoding: .utf8)
        for child in children?.split(separator: " ").compactMap({ Int32($0) }) ?? [] { Glibc.kill(child, SIGKILL) }
        process.signal(SIGKILL)
    }

    func end() async {
        process.withLock { $0 }?.signal(SIGTERM)
        await ended()
    }

    func advanceClock(seconds: Int) async throws {
        guard let url = gateway?.appendingPathComponent("sandbox/clock") else { throw CancellationError() }
        let answer = try await SystemTransport.make().send(
            TransportRequest(url: url, headers: [:], body: Data(#"{"advance":\#(seconds)}"#.utf8)))
        #expect(answer.status == 200)
    }
}

/// A shop whose gateway may be gone at any moment.
private struct KilledShop: Sendable {
    let lives: Lives
    let secret: MerchantSecret
    let backend: String
    /// Payments whose app was not told of their end.
    let doubts = Doubts()
    private let transport = SystemTransport.make()

    init(_ lives: Lives, _ backend: String) async throws {
        self.lives = lives
        self.backend = backend
        secret = try await lives.secret()
    }

    /// Asks until there is an answer.
    private func asked<T: Sendable>(_ ask: (URL) async throws -> T) async -> T {
        while true {
            if let url = lives.gateway, let answer = try? await ask(url) { return answer }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    func inquire(_ invoice: String) async throws -> PaymentResult {
        await asked {
            try await PaymentInquiryClient(gateway: $0, secret: secret, transport: transport)
                .inquire(PaymentInquiryRequest(merchantID: "JT04", invoiceNo: invoice))
        }
    }

    /// Pays as an app does that is told of nothing: where there is no answer, the status says whether to ask again.
    func pay(_ invoice: String) async {
        var request = LocalRequest.make()
        request.invoiceNo = invoice
        request.idempotencyID = invoice
        request.request3DS = "N"
        request.backendReturnUrl = backend
        let token = await asked { try await PaymentTokenClient(gateway: $0, secret: secret, transport: transport).mint(request) }
            .paymentToken
        while true {
            let result = try? await payment(token, request.customerToken[0])
            if let result, ["2000", "2001"].contains(result) { return }
            doubts.add()
            let status = await asked { url in
                try await sdk(url).transactionStatus(TransactionStatusRequest(paymentToken: token)).responseCode
            }
            // Under way: whoever began it, or the next gateway, ends it.
            if status != "2002" { return }
        }
    }

    private func payment(_ token: String, _ stored: String) async throws -> String? {
        guard let url = lives.gateway else { return nil }
        let card = CustomerTokenPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), stored).securityCode("123").build()
        let request = TransactionResultRequestBuilder(paymentToken: token).with(card).build()
        return try await sdk(url).proceedTransaction(request).responseCode
    }

    private func sdk(_ url: URL) -> PGWSDK {
        PGWSDK(params: PGWSDKParamsBuilder(gateway: url).clientId("app").transport(transport).build())
    }
}

private final class Doubts: Sendable {
    private let number = Mutex(0)

    var count: Int { number.withLock { $0 } }
    func add() { number.withLock { $0 += 1 } }
}
