import Foundation
import PGWTesting
import Testing

private let visa = "4111111111111111"

@Suite("Card number leak detector")
struct CardNumberLeaksTests {
    @Test(
        "SEC-05 card numbers in text are found",
        arguments: [
            visa, "pan=\(visa)!", "4111 1111 1111 1111", "4111-1111-1111-1111", "a378282246310005b", "x 5555555555554444",
            "2223003122003222",
            "{\"pan\":\"6011111111111117\"}", "code 9005 \(visa) 12", "2026-11-24 \(visa)",
        ])
    func sec05Found(_ text: String) {
        #expect(CardNumberLeaks.scan(text, in: "log").count == 1)
    }

    @Test(
        "masked numbers, tokens, times and wrong check digits are not",
        arguments: [
            "411111XXXXXX1111", "20052010380915759367", "1795461508256", "4111111111111112", "2026-11-24T10:00:00.123Z", "411111",
            "/tmp/3C61AB8D-A8FB-4030-8774-04445676502E/book", "2026-11-26 10:15:30", "2026-11-24 4111111111111112",
            "",
        ])
    func notFound(_ text: String) { #expect(CardNumberLeaks.scan(text, in: "log").isEmpty) }

    @Test(
        "SEC-01 a known number is found in bytes, however it is written",
        arguments: [
            ("ASCII", Data(visa.utf8)), ("UTF-16", Data(visa.utf8.flatMap { [$0, 0] })),
            ("UTF-16 big-endian", Data(visa.utf8.flatMap { [0, $0] })),
            ("packed", Data([0x41, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11])),
            ("hex", Data("34313131313131313131313131313131".utf8)),
            ("base64", Data(Data(visa.utf8).base64EncodedString().utf8)),
            ("base64 + 1", Data(Data(("x" + visa).utf8).base64EncodedString().utf8)),
            ("base64 + 2", Data(Data(("xy" + visa + "z").utf8).base64EncodedString().utf8)),
        ])
    func sec01Spellings(_ name: String, _ bytes: Data) {
        let noise = Data([0, 255, 7])
        #expect(!CardNumberLeaks.scan(noise + bytes + noise, for: [visa], in: "file").isEmpty, "\(name)")
        #expect(CardNumberLeaks.scan(noise + bytes.prefix(6) + noise, for: [visa], in: "file").isEmpty, "\(name)")
    }

    @Test("a leak says where and how, and repeats no number")
    func words() throws {
        let leak = try #require(CardNumberLeaks.scan("pan=\(visa)", in: "stderr").first)
        #expect(leak.description == "stderr: 411111… (16 digits), plain text")
    }

    @Test("a folder is searched to its depth")
    func folder() throws {
        let folder = try temporaryFolder()
        try FileManager.default.createDirectory(atPath: folder + "/a/b", withIntermediateDirectories: true)
        try Data("x\(visa)y".utf8).write(to: URL(fileURLWithPath: folder + "/a/b/c.db"))
        #expect(try CardNumberLeaks.scan(folder: folder, for: [visa]).map(\.place) == ["a/b/c.db"])
    }
}

@Suite("A gateway for tests", .serialized)
struct WithGatewayTests {
    @Test("a gateway starts, hands over its merchants, and ends")
    func starts() async throws {
        let folder = try await withGateway { gateway in
            #expect(gateway.merchants.map(\.id).contains("JT04"))
            let secret = try gateway.merchant("JT04").secret
            #expect(secret.count == 64)
            let health = try await gateway.get("health")
            #expect(health.status == 200)
            return gateway.folder
        }
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("the sandbox's clock is turned, set and put back")
    func clock() async throws {
        try await withGateway { gateway in
            let start = try await gateway.now()
            try await gateway.advanceClock(seconds: 86_400)
            #expect(try await gateway.now().timeIntervalSince(start) >= 86_399)
            let date = Date(timeIntervalSince1970: 1_900_000_000)
            try await gateway.setClock(date)
            #expect(abs(try await gateway.now().timeIntervalSince(date)) < 30)
            try await gateway.reset()
            #expect(abs(try await gateway.now().timeIntervalSinceNow) < 30)
        }
    }

    @Test("a program that is not there, or does not start, is a clear failure")
    func failures() async throws {
        var missing = GatewayOptions()
        missing.binary = "/nonexistent/openpgw"
        await #expect(throws: (any Error).self) { try await withGateway(missing) { _ in } }
        var wrong = GatewayOptions()
        wrong.arguments = ["--port", "70000"]
        await #expect { try await withGateway(wrong) { _ in } } throws: { "\($0)".contains("port") }
    }

    @Test("SEC-01 a card number in the gateway's files fails the test that ran it")
    func sec01LeakFails() async throws {
        await #expect(throws: CardNumberLeaked.self) {
            try await withGateway { gateway in
                try Data("pan \(visa)".utf8).write(to: URL(fileURLWithPath: gateway.folder + "/dump"))
            }
        }
    }
}
