import Foundation
import Gateway
import Logging
import PGWTesting
import StrictJSON
import Testing
import WireTesting

@Suite("The edge")
struct EdgeTests {
    private let post = "/payment/4.3/cardtokeninfo"

    @Test(
        "an unknown path is 404",
        arguments: [
            "/", "/payment", "/payment/4.4/paymentToken", "/payment/4.3/paymentToken/x", "/../etc/passwd", "/%2e%2e", "//health",
            "/sandbox",
        ])
    func unknownPath(_ path: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.get(path)
            #expect(answer.status == 404)
        }
    }

    @Test(
        "SEC-52 a wrong method is 405 with Allow",
        arguments: [
            ("GET", "/payment/4.3/paymentToken", "POST"), ("PUT", "/payment/4.3/cardtokeninfo", "POST"),
            ("DELETE", "/health", "GET, HEAD"),
            ("OPTIONS", "/metrics", "GET, HEAD"), ("TRACE", "/ready", "GET, HEAD"),
            ("PATCH", "/sandbox/clock", "GET, HEAD, POST"),
            ("HEAD", "/payment/4.3/paymentToken", "POST"),
        ])
    func sec52WrongMethod(_ method: String, _ path: String, _ allowed: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.get(path, method: method)
            #expect(answer.status == 405)
            #expect(answer.headers["allow"] == allowed)
        }
    }

    @Test("SEC-52 unknown members and any media type are taken")
    func sec52Tolerant() async throws {
        try await LocalGateway.run { gateway in
            let token = try await gateway.backend().mint(LocalGateway.request()).paymentToken
            let body = #"{"paymentToken":"\#(token)","surprise":{"a":[1]}}"#
            for type in ["application/json", "application/*+json", "text/plain", "nonsense"] {
                #expect(try await gateway.post(post, body, headers: ["Content-Type: \(type)"]).code == "0000")
            }
        }
    }

    @Test(
        "SEC-41 answers are not stored, name their type, and do not name the server",
        arguments: ["/health", "/metrics", "/nowhere", "/payment/4.3/paymentToken"])
    func sec41Headers(_ path: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.get(path)
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(answer.headers["server"] == nil)
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(answer.headers["x-request-id"]?.wholeMatch(of: /[a-z]{16}/) != nil)
            let type = path == "/metrics" ? "text/plain; version=0.0.4; charset=utf-8" : "application/json; charset=utf-8"
            #expect(answer.headers["content-type"] == type)
        }
    }

    @Test("SEC-51 a body over the limit is 413 and the connection closes, sent whole, in chunks or announced only")
    func sec51LargeBody() async throws {
        try await LocalGateway.run { gateway in
            let large = String(repeating: "a", count: 10 << 20)
            #expect(try await gateway.post(post, large).status == 413)
            let announced = try await gateway.exchange(
                "POST \(post) HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\n\r\n" + String(repeating: "b", count: 200_000))
            #expect(announced.status == 413)
            let chunk = "10000\r\n" + String(repeating: "c", count: 65_536) + "\r\n"
            let chunked = try await gateway.exchange(
                "POST \(post) HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk + "0\r\n\r\n")
            #expect(chunked.status == 413)
        }
    }

    @Test(
        "SEC-51 a slow sender hears 408, and the connection closes",
        arguments: [
            "POST /payment/4.3/cardtokeninfo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"paymentToken\":"
        ])
    func sec51SlowBody(_ start: String) async throws {
        try await LocalGateway.run {
            $0.limits.readTimeout = .milliseconds(300)
        } _: { gateway in
            let answer = try await gateway.exchange(start)
            #expect(answer.status == 408)
            #expect(answer.headers["connection"] == "close")
        }
    }

    @Test(
        "SEC-51 bytes that drip do not keep a connection open",
        arguments: [
            "POST /payment/4.3/cardtokeninfo HTTP/1.1\r\nHost: x\r\nX: ",
            "POST /payment/4.3/cardtokeninfo HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n",
        ])
    func sec51Drip(_ start: String) async throws {
        try await LocalGateway.run {
            $0.limits.readTimeout = .milliseconds(400)
        } _: { gateway in
            let sent = try await blocking {
                let socket = try RawSocket(port: gateway.port)
                try socket.send(start)
                var sent = 0
                // Each byte comes well within the limit; the request as a whole does not. A gateway that waits for each byte anew
                // would take them all: for a minute, which nothing here takes on any machine.
                while sent < 1200, (try? socket.send("a")) != nil {
                    sent += 1
                    Thread.sleep(forTimeInterval: 0.05)
                }
                return sent
            }
            #expect(sent < 1200)
        }
    }

    @Test("SEC-51 a caller that asks and does not take its answers is not answered without end, and is let go")
    func sec51Unread() async throws {
        try await LocalGateway.run {
            $0.limits.readTimeout = .seconds(2)
        } _: { gateway in
            let port = gateway.port
            let (sent, ended) = try await blocking {
                let socket = try RawSocket(port: port, timeout: 10, receiveBuffer: 4096)
                let request = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n"
                let batch = String(repeating: request, count: 1000)
                let started = ContinuousClock.now
                var sent = 0
                // What the kernel and the gateway hold between them is a few megabytes; then the gateway takes no more.
                while sent < 4000, (try? socket.send(batch)) != nil { sent += 1 }
                return (sent, ContinuousClock.now - started)
            }
            #expect(sent < 4000, "\(sent) thousand requests in \(ended)")
            #expect(try await gateway.get("/health").status == 200)
        }
    }

    @Test("SEC-51 a body in a great many pieces is refused")
    func sec51Pieces() async throws {
        try await LocalGateway.run { gateway in
            let head = "POST /payment/4.3/cardtokeninfo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
            let few = head + String(repeating: "1\r\n \r\n", count: 4000) + "0\r\n\r\n"
            let answer = try await gateway.exchange(few.replacing("Host: x", with: "Host: x\r\nConnection: close"))
            #expect(answer.code == "9005")
            let many = head + String(repeating: "1\r\n \r\n", count: 5000) + "0\r\n\r\n"
            #expect(try await gateway.exchange(many).status == 413)
        }
    }

    @Test("SEC-51 a hundred thousand headers, and one of a hundred thousand bytes, are refused")
    func sec51ManyHeaders() async throws {
        try await LocalGateway.run { gateway in
            let many = (0..<100_000).map { "X-\($0): y\r\n" }.joined()
            let one = "X: " + String(repeating: "y", count: 100_000) + "\r\n"
            for headers in [many, one] {
                let answer = try await blocking {
                    let socket = try RawSocket(port: gateway.port)
                    // The gateway may close before everything is sent.
                    try? socket.send("GET /health HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n")
                    return RawAnswer((try? socket.readAll()) ?? "")
                }
                #expect(answer.status == 431 || answer.whole.isEmpty)
            }
            #expect(try await gateway.get("/health").status == 200)
        }
    }

    @Test(
        "SEC-51 a request that two servers could read differently is refused, and nothing after it is answered",
        arguments: [
            "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcdeGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: +4\r\n\r\nabcdGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\nGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /health HTTP/1.1\r\n Host: x\r\n\r\n", "GARBAGE\r\n\r\n", "\u{16}\u{03}\u{01}\u{02}",
        ])
    func sec51Smuggling(_ bytes: String) async throws {
        try await LocalGateway.run {
            $0.limits.readTimeout = .milliseconds(500)
        } _: { gateway in
            let answer = try await gateway.exchange(bytes)
            #expect(!answer.whole.contains("openpgw_requests_total"))
            #expect([0, 400, 405, 408, 501].contains(answer.status), "\(answer.whole)")
        }
    }

    @Test("more requests than may be at a time are 503, and a gateway that is full still says how it is")
    func busy() async throws {
        try await LocalGateway.run {
            $0.limits.requests = 0
        } _: { gateway in
            let answer = try await gateway.post(post, "{}")
            #expect(answer.status == 503)
            #expect(answer.headers["retry-after"] == "1")
            for path in ["/health", "/ready", "/metrics"] {
                let answer = try await gateway.get(path)
                #expect(answer.status == 200, "\(path)")
            }
        }
    }

    @Test("SEC-40 SEC-42 what a caller sends never reaches the log: no token, no path, no control character")
    func sec40sec42Log() async throws {
        try await LocalGateway.run { gateway in
            let token = try await gateway.backend().mint(LocalGateway.request("LOGGED-INVOICE")).paymentToken
            _ = try await gateway.post(post, #"{"paymentToken":"\#(token)"}"#)
            _ = try await gateway.get("/payment/4.3/\(token.prefix(40))?pan=4111111111111111")
            _ = try await gateway.post(
                post, #"{"paymentToken":"\u001b[31m\r\nERROR forged","4111111111111111":"5555555555554444"}"#)
            _ = try await gateway.post("/payment/4.3/paymentToken", #"{"payload":"4111111111111111.5555555555554444.x"}"#)
            _ = try await gateway.exchange(
                "GET /health HTTP/1.1\r\nHost: x\r\nX-Request-ID: forged\u{1B}[31m\r\nConnection: close\r\n\r\n")
            let log = gateway.log.text
            #expect(log.contains("operation=cardtokeninfo"))
            for secret in [token, String(token.prefix(20)), "LOGGED-INVOICE", "forged", "pan=", "\u{1B}", "20052010380915759367"]
            {
                #expect(!log.contains(secret), "\(secret)")
            }
            let lines = log.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(
                lines.allSatisfy { $0.wholeMatch(of: /\d{4}-\d\d-\d\dT\S+Z (trace|debug|info|notice|warning|error) .*/) != nil })
        }
    }

    @Test(
        "SEC-42 a value in a log line cannot end it",
        arguments: ["a\nb", "a\r\nb", "\u{1B}[2J", "a\u{0}b", "x\u{2028}y", "q\"q", "\u{9B}31m"])
    func sec42LogInjection(_ value: String) {
        let log = CapturedLog()
        log.logger.info("event", metadata: ["value": "\(value)", "key\nx": "y"])
        #expect(log.text.count { $0.isNewline } == 1)
        #expect(
            log.text.unicodeScalars.dropLast().allSatisfy {
                $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x2028
            })
    }

    @Test("SEC-43 a failure nobody foresaw tells the caller a request id alone, and the log the reason")
    func sec43LastResort() async throws {
        try await LocalGateway.run(store: { FailingStore(inner: $0) }) { gateway in
            let unready = try await gateway.get("/ready")
            #expect(unready.status == 503)
            let failed = try await gateway.get("/sandbox/merchants")
            #expect(failed.status == 500)
            #expect(failed.body == #"{"requestID":"\#(failed.headers["x-request-id"] ?? "")"}"#)
            #expect(!(unready.body + failed.body).contains("fire"))
            #expect(gateway.log.text.contains("the disk is on fire"))
        }
        try await LocalGateway.run {
            $0.limits.requests = 0
        } _: { gateway in
            let busy = try await gateway.post(post, "{}")
            #expect(busy.body == #"{"requestID":"\#(busy.headers["x-request-id"] ?? "")"}"#)
        }
    }

    @Test("health, readiness and metrics answer")
    func observing() async throws {
        try await LocalGateway.run { gateway in
            #expect(try await gateway.get("/health").json["status"] == "ok")
            #expect(try await gateway.get("/ready").json["status"] == "ready")
            let token = try await gateway.backend().mint(LocalGateway.request()).paymentToken
            _ = try await gateway.post(post, #"{"paymentToken":"\#(token)"}"#)
            _ = try await gateway.post(post, #"{"paymentToken":"x"}"#)
            let metrics = try await gateway.get("/metrics").body
            for line in [
                #"openpgw_requests_total{operation="cardtokeninfo",code="0000"} 1"#,
                #"openpgw_requests_total{operation="cardtokeninfo",code="9040"} 1"#,
                #"openpgw_requests_total{operation="paymentToken",code="0000"} 1"#, "openpgw_tokens 6", "openpgw_sessions 1",
                #"openpgw_request_duration_seconds_count{operation="cardtokeninfo"} 2"#,
            ] {
                #expect(metrics.contains(line + "\n"), "\(line)")
            }
        }
    }

    @Test("connections are kept and answer one request after another, also pipelined")
    func keepAlive() async throws {
        try await LocalGateway.run { gateway in
            let kept = try await blocking {
                let socket = try RawSocket(port: gateway.port)
                return try (0..<3).map { _ in
                    try socket.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
                    return try socket.read()
                }
            }
            #expect(kept.allSatisfy { $0.contains("200 OK") })
            let pipelined =
                String(repeating: "GET /health HTTP/1.1\r\nHost: x\r\n\r\n", count: 5)
                + "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            let answers = try await gateway.exchange(pipelined).whole
            #expect(answers.components(separatedBy: "200 OK").count == 7)
        }
    }

    @Test("production does not listen in plain text beyond the machine", arguments: ["0.0.0.0", "192.168.1.1", "::"])
    func plainText(_ host: String) async throws {
        try await LocalGateway.run { gateway in
            #expect(throws: ConfigurationError.self) {
                try Gateway(
                    configuration: GatewayConfiguration(profile: .production, host: host), services: gateway.services,
                    logger: gateway.log.logger)
            }
        }
    }

    @Test(
        "the sandbox refuses what it does not understand",
        arguments: [
            "", "{}", "[]", #"{"advance":"x"}"#, #"{"now":"tomorrow"}"#, #"{"advance":99999999999}"#,
            #"{"now":"2026-11-26T10:60:00Z"}"#,
        ])
    func sandboxInput(_ body: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.post("/sandbox/clock", body)
            #expect(answer.status == 400)
        }
    }
}
