import Foundation
import Logging
import NIOCore
import NIOEmbedded
import PGWTesting
import StrictJSON
import Testing
import TokenVault
import WireTesting

@testable import Gateway

/// What HTTP stacks, proxies and platforms send that is not in anyone's own tests.
@Suite("HTTP as others speak it")
struct HTTPStackTests {
    private let path = "/payment/4.3/cardtokeninfo"

    @Test(
        "a request of HTTP/1.1 has one Host that can be one, of HTTP/1.0 none or one",
        arguments: [
            ("HTTP/1.1\r\n", 400), ("HTTP/1.1\r\nHost: a\r\nHost: a\r\n", 400), ("HTTP/1.1\r\nHost: a\r\nHost: b\r\n", 400),
            ("HTTP/1.1\r\nHost: a b\r\n", 400), ("HTTP/1.1\r\nHost: a,b\r\n", 400), ("HTTP/1.1\r\nHost: u@a\r\n", 400),
            ("HTTP/1.1\r\nHost: a/b\r\n", 400), ("HTTP/1.1\r\nHost: a:x\r\n", 400), ("HTTP/1.1\r\nHost: a:99999\r\n", 400),
            ("HTTP/1.1\r\nHost: [::1\r\n", 400), ("HTTP/1.1\r\nHost: a:80\r\n", 200), ("HTTP/1.1\r\nHost: a:\r\n", 200),
            ("HTTP/1.1\r\nHost: a\r\n", 200), ("HTTP/1.1\r\nHost: [::1]:8080\r\n", 200),
            ("HTTP/1.1\r\nHost:\r\n", 200), ("HTTP/1.0\r\n", 200), ("HTTP/1.0\r\nHost: a\r\n", 200),
            ("HTTP/1.0\r\nHost: a\r\nHost: b\r\n", 400),
        ])
    func host(_ rest: String, _ status: Int) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.exchange("GET /health \(rest)Connection: close\r\n\r\n")
            #expect(answer.status == status, "\(answer.whole)")
        }
    }

    @Test(
        "HEAD is GET without a body, and says how long that is",
        arguments: ["/health", "/ready", "/metrics", "/pgw/visa.png", "/.well-known/jwks.json", "/payment/4.3/"])
    func head(_ path: String) async throws {
        try await LocalGateway.run { gateway in
            let head = try await gateway.get(path, method: "HEAD")
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head.headers["content-length"].flatMap(Int.init) ?? 0 > 0)
            // The connection goes on: no byte of a body is taken for the next answer.
            let two = "HEAD \(path) HTTP/1.1\r\nHost: x\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            #expect(try await gateway.exchange(two).whole.hasSuffix(#"{"status":"ok"}"#))
        }
    }

    @Test(
        "a target in absolute form, with a query, or with a slash at its end is the same",
        arguments: [
            "http://127.0.0.1:8080/health", "HTTP://gateway.example/health", "https://x/health?y", "/health?", "/health/",
            "/health/?a=b",
            "http://x/health/",
        ])
    func targets(_ target: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.get(target)
            #expect(answer.status == 200)
        }
    }

    @Test("OPTIONS of the server as a whole is answered")
    func asterisk() async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.get("*", method: "OPTIONS")
            #expect(answer.status == 204)
        }
    }

    @Test(
        "other targets are no path", arguments: ["http://x", "http:///health", "/health//", "ftp://x/health", "*", "//x/health"])
    func noTargets(_ target: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.get(target)
            #expect([400, 404].contains(answer.status), "\(answer.whole)")
        }
    }

    @Test("a call's path may end in a slash", arguments: ["/payment/4.3/cardTokenInfo/", "/PAYMENT/4.1/CARDTOKENINFO/"])
    func slash(_ path: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.post(path, #"{"paymentToken":"x"}"#)
            #expect(answer.code == "9040")
        }
    }

    @Test(
        "every answer has a Date",
        arguments: ["GET /health HTTP/1.1\r\nHost: x\r\n", "GET /nowhere HTTP/1.1\r\nHost: x\r\n", "GET /health HTTP/1.1\r\n"])
    func date(_ head: String) async throws {
        try await LocalGateway.run { gateway in
            let before = Date() - 2
            let answer = try await gateway.exchange(head + "Connection: close\r\n\r\n")
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.timeZone = .gmt
            formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
            let date = try #require(formatter.date(from: answer.headers["date"] ?? ""))
            #expect((before...(Date() + 1)).contains(date))
        }
    }

    @Test(
        "dates are those of RFC 9110",
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (1_835_481_599, "Tue, 29 Feb 2028 23:59:59 GMT"),
        ])
    func dates(_ second: Int, _ text: String) { #expect(HTTPDate.text(second) == text) }

    @Test(
        "an encoding that is not taken is named, with what is",
        arguments: [
            ("Content-Encoding: gzip", 415, "accept-encoding", "identity"),
            ("Content-Encoding: br", 415, "accept-encoding", "identity"),
            ("Content-Encoding: identity, gzip", 415, "accept-encoding", "identity"),
            ("Expect: a-miracle", 417, "connection", "close"),
        ])
    func encodings(_ header: String, _ status: Int, _ name: String, _ value: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.post(path, "x", headers: [header])
            #expect(answer.status == status)
            #expect(answer.headers[name] == value)
            #expect(
                try await gateway.post(path, #"{"paymentToken":"x"}"#, headers: ["Content-Encoding: Identity"]).code == "9040")
        }
    }

    @Test("a transfer coding beside chunked is 501", arguments: ["gzip, chunked", "identity, chunked", "chunked, chunked", ""])
    func transferCodings(_ codings: String) async throws {
        try await LocalGateway.run { gateway in
            let head = "POST \(path) HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: \(codings)\r\n\r\n"
            let answer = try await gateway.exchange(head + "2\r\n{}\r\n0\r\n\r\n")
            #expect(
                answer.status == 501 || ["chunked, chunked", ""].contains(codings) && answer.status == 400, "\(answer.whole)")
        }
    }

    @Test("headers that are too large are 431, a target that is too long 414")
    func sizes() async throws {
        try await LocalGateway.run { gateway in
            let long = String(repeating: "y", count: 20_000)
            let many = (0..<150).map { "X-\($0): y\r\n" }.joined()
            for (head, status) in [
                ("GET /health HTTP/1.1\r\nHost: x\r\nX: \(long)\r\n", 431), ("GET /health HTTP/1.1\r\nHost: x\r\n\(many)", 431),
                ("GET /health?\(long) HTTP/1.1\r\nHost: x\r\n", 414),
            ] {
                let answer = try await gateway.exchange(head + "\r\n")
                #expect(answer.status == status)
                #expect(answer.headers["connection"] == "close")
            }
        }
    }

    @Test(
        "another protocol on the port is told what it was",
        arguments: [
            ([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03] as [UInt8], "TLS"),
            (Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8), "HTTP/2"),
            (Array("PROXY TCP4 127.0.0.1 127.0.0.1 1 2\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n".utf8), "PROXY"),
            ([0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A, 0x21, 0x11, 0x00, 0x0C], "PROXY"),
            (Array("SSH-2.0-OpenSSH_9.2\r\n".utf8), "not HTTP/1.1"),
        ])
    func foreign(_ bytes: [UInt8], _ word: String) async throws {
        try await LocalGateway.run { gateway in
            let port = gateway.port
            let answer = try await blocking {
                let socket = try RawSocket(port: port)
                try socket.send(bytes)
                return RawAnswer(try socket.readAll())
            }
            #expect(answer.status == 400)
            #expect(answer.body.contains(word), "\(answer.whole)")
        }
    }

    @Test(
        "another version is 505, a method that nobody knows 501, and neither is taken for nonsense",
        arguments: [
            ("GET /health HTTP/2.0", 505), ("GET /health HTTP/1.2", 505), ("GET /health HTTP/3.1", 505),
            ("BREW /health HTTP/1.1", 501),
            ("get /health HTTP/1.1", 501), ("Post /payment/4.3/cardTokenInfo HTTP/1.1", 501), ("BREW * HTTP/1.1", 501),
            ("BREW HTTP://x/health HTTP/1.1", 400), ("hello there", 400), ("4111 1111 1111 1111", 400), ("GET", 400),
        ])
    func versionsAndMethods(_ line: String, _ status: Int) async throws {
        try await LocalGateway.run { gateway in
            let request = "\(line)\r\nHost: x\r\nConnection: close\r\n\r\n"
            let answer = try await gateway.exchange(request)
            #expect(answer.status == status, "\(answer.whole)")
            #expect(answer.headers["connection"] == "close")
            // As the second of a connection, too.
            let second = try await gateway.exchangeSecond(request)
            #expect(second.status == status, "\(second.whole)")
        }
    }

    @Test("a line that ends with LF alone is said to be that, and no other version")
    func bareEnds() async throws {
        try await LocalGateway.run { gateway in
            for request in ["GET /health HTTP/1.1\nHost: x\n\n", "GET /health HTTP/1.1\nHost: x\r\n\r\n"] {
                let answer = try await gateway.exchange(request)
                #expect(answer.status == 400 && answer.body.contains("LF alone"), "\(answer.whole)")
            }
        }
    }

    @Test("blanks behind a header's value are no part of it, and an empty coding is none")
    func blanks() async throws {
        try await LocalGateway.run { gateway in
            let body = #"{"paymentToken":"x"}"#
            for headers in [
                "Transfer-Encoding: \tchunked  \r\n\r\n\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n0\r\n\r\n",
                "Content-Encoding: identity \r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)",
                "Content-Encoding: \r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)",
            ] {
                let answer = try await gateway.exchange("POST \(path) HTTP/1.1\r\nHost: x \r\nConnection: close\r\n" + headers)
                #expect(answer.code == "9040", "\(answer.whole)")
            }
        }
    }

    @Test("an Upgrade is ignored and the connection kept, with a body and without, one request behind the other")
    func upgrade() async throws {
        try await LocalGateway.run { gateway in
            let head = "Host: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"
            let get = "GET /health HTTP/1.1\r\n\(head)\r\n"
            let body = #"{"paymentToken":"x"}"#
            let post = "POST \(path) HTTP/1.1\r\n\(head)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            let last = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            let ahead = try await gateway.exchange(get + post + get + post + last).whole
            #expect(ahead.components(separatedBy: "200 OK").count == 6, "\(ahead)")
            #expect(!ahead.contains("101"))
            let port = gateway.port
            let inTurn = try await blocking {
                let socket = try RawSocket(port: port)
                return try [get, post, get, post].map { request in
                    try socket.send(request)
                    return try socket.read()
                }
            }
            #expect(inTurn.allSatisfy { $0.contains("200 OK") && !$0.lowercased().contains("connection: close") })
        }
    }

    @Test(
        "whatever an Upgrade looks like, the next request is answered too",
        arguments: [
            "Connection: upgrade\r\nUpgrade:\r\n", "Connection: upgrade\r\nUpgrade:  \t\r\n",
            "Connection: keep-alive, Upgrade\r\nUpgrade: \r\n",
            "Proxy-Connection: upgrade\r\nUpgrade: h2c\r\n", "Connection: a,\tupgrade\r\nUpgrade: x\r\n",
            "UPGRADE: websocket\r\nConnection: Upgrade\r\n",
            "Connection: upgrade\r\nUpgrade: a\r\nUpgrade:\r\n", "Upgrade-Insecure-Requests: 1\r\nConnection: upgrade\r\n",
            "X: y\r\nuPgRaDe: h2c\r\nConnection: upgrade, close\r\nConnection: keep-alive\r\n",
        ])
    func upgrades(_ headers: String) async throws {
        try await LocalGateway.run { gateway in
            let body = #"{"paymentToken":"x"}"#
            let get = "GET /health HTTP/1.1\r\nHost: x\r\n\(headers)\r\n"
            let post = "POST \(path) HTTP/1.1\r\nHost: x\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            let last = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            let answers = try await gateway.exchange(get + post + get + last).whole
            let expected = headers.contains("close") ? 2 : 5
            #expect(answers.components(separatedBy: "200 OK").count == expected, "\(answers)")
            // Byte by byte, so that every part of the word comes alone.
            let port = gateway.port
            let dripped = try await blocking {
                let socket = try RawSocket(port: port)
                for byte in (get + last).utf8 { try? socket.send([byte]) }
                return try socket.readAll()
            }
            #expect(dripped.components(separatedBy: "200 OK").count == (headers.contains("close") ? 2 : 3))
        }
    }

    @Test("an idle connection is closed after its own time, without a word; one amid a head hears 408 after the other")
    func idle() async throws {
        try await LocalGateway.run {
            $0.limits.idleTimeout = .milliseconds(300)
            $0.limits.readTimeout = .seconds(60)
        } _: { gateway in
            #expect(try await gateway.exchange("").whole.isEmpty)
            let kept = try await gateway.exchange("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(kept.status == 200)
        }
        try await LocalGateway.run {
            $0.limits.idleTimeout = .seconds(60)
            $0.limits.readTimeout = .milliseconds(300)
        } _: { gateway in
            for start in ["GET /health HTTP/1.1\r\nHo", "POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"] {
                #expect(try await gateway.exchange(start).status == 408)
                let second = try await gateway.exchangeSecond(start)
                #expect(second.status == 408)
                // Also of a head that was sent ahead, whose body does not come.
                let ahead =
                    "GET /health HTTP/1.1\r\nHost: x\r\n\r\nPOST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"
                #expect(try await gateway.exchange(ahead).whole.contains("408"))
            }
        }
    }

    @Test("a connection that comes to life late has its times all the same", arguments: ["", "GET /health HTTP/1.1\r\nHo"])
    func late(_ start: String) throws {
        var limits = GatewayConfiguration.Limits()
        limits.idleTimeout = start.isEmpty ? .seconds(1) : .seconds(60)
        limits.readTimeout = start.isEmpty ? .seconds(60) : .seconds(1)
        let logger = Logger(label: "late") { _ in SwiftLogNoOpLogHandler() }
        let responder = Responder(
            routes: Routes(address: ListeningAddress(publicURL: nil)), limits: limits, crossOrigin: CrossOrigin(origins: []),
            draining: Draining(), metrics: Metrics(), logger: logger)
        let channel = EmbeddedChannel()
        _ = try HTTPChannel(responder: responder).setup(channel: channel, logger: logger).wait()
        // The loop it was set up on goes on, while the one that accepted it is busy elsewhere.
        channel.embeddedEventLoop.advanceTime(by: .seconds(5))
        try channel.connect(to: SocketAddress(unixDomainSocketPath: "x")).wait()
        if !start.isEmpty { try channel.writeInbound(ByteBuffer(string: start)) }
        channel.embeddedEventLoop.advanceTime(by: .milliseconds(900))
        #expect(channel.isActive)
        let early = try channel.readOutbound(as: ByteBuffer.self)
        #expect(early == nil)
        channel.embeddedEventLoop.advanceTime(by: .seconds(3))
        #expect(!channel.isActive)
        let answer = try channel.readOutbound(as: ByteBuffer.self).map { String(buffer: $0) } ?? ""
        #expect(start.isEmpty ? answer.isEmpty : answer.hasPrefix("HTTP/1.1 408"))
    }

    // MARK: Browsers

    @Test("by default no page may call the gateway")
    func noOrigins() async throws {
        try await LocalGateway.run { gateway in
            let preflight = try await gateway.exchange(
                "OPTIONS \(path) HTTP/1.1\r\nHost: x\r\nOrigin: https://shop.example\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n\r\n"
            )
            #expect(preflight.status == 405)
            let answer = try await gateway.post(path, "{}", headers: ["Origin: https://shop.example"])
            #expect(answer.headers.keys.allSatisfy { !$0.hasPrefix("access-control") })
        }
    }

    @Test("a page of a named origin may make the calls that are for browsers, and no others")
    func origins() async throws {
        try await LocalGateway.run {
            $0.allowedOrigins = ["https://shop.example", "http://localhost:3000"]
        } _: { gateway in
            func preflight(_ path: String, _ origin: String) async throws -> RawAnswer {
                try await gateway.exchange(
                    "OPTIONS \(path) HTTP/1.1\r\nHost: x\r\nOrigin: \(origin)\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n\r\n"
                )
            }
            for origin in ["https://shop.example", "http://localhost:3000"] {
                let answer = try await preflight("/payment/4.3/cardTokenInfo", origin)
                #expect(answer.status == 204)
                #expect(answer.headers["access-control-allow-origin"] == origin)
                #expect(answer.headers["access-control-allow-methods"] == "POST")
                #expect(answer.headers["access-control-allow-headers"]?.contains("Content-Type") == true)
                #expect(answer.headers["vary"] == "Origin")
                #expect(answer.headers["content-length"] == nil && answer.body.isEmpty)
                let call = try await gateway.post(path, #"{"paymentToken":"x"}"#, headers: ["Origin: \(origin)"])
                #expect(call.headers["access-control-allow-origin"] == origin)
                // A page learns why it is refused: no such path, a method, a coding, a length.
                for request in [
                    "POST /nowhere HTTP/1.1\r\n", "PUT \(path) HTTP/1.1\r\n",
                    "POST \(path) HTTP/1.1\r\nContent-Encoding: gzip\r\n",
                    "POST \(path) HTTP/1.1\r\nContent-Length: 99999999\r\n",
                ] {
                    let refused = try await gateway.exchange(
                        request + "Host: x\r\nOrigin: \(origin)\r\nConnection: close\r\n\r\n")
                    #expect((400..<500).contains(refused.status))
                    #expect(refused.headers["access-control-allow-origin"] == origin, "\(refused.whole)")
                }
            }
            for origin in ["https://evil.example", "null", "https://shop.example.evil.example", "http://shop.example"] {
                #expect(try await preflight("/payment/4.3/cardTokenInfo", origin).status == 405)
                let call = try await gateway.post(path, "{}", headers: ["Origin: \(origin)"])
                #expect(call.headers["access-control-allow-origin"] == nil && call.headers["vary"] == "Origin")
            }
            for path in ["/payment/4.3/paymentToken", "/customertoken/3.0/CustomerToken/add", "/metrics"] {
                #expect(try await preflight(path, "https://shop.example").status == 405)
                let call = try await gateway.get(
                    path, method: path == "/metrics" ? "GET" : "POST", headers: ["Origin: https://shop.example"])
                #expect(call.status == 200 && call.headers["access-control-allow-origin"] == nil)
            }
        }
    }

    // MARK: Operators

    @Test(
        "an operation of the protocol that is not served is 501 and named",
        arguments: [
            "applepay/merchantvalidation", "paymentSimulate",
        ])
    func notServed(_ name: String) async throws {
        try await LocalGateway.run { gateway in
            for version in ["4.1", "4.3"] {
                let answer = try await gateway.post("/payment/\(version)/\(name)", "{}")
                #expect(answer.status == 501 && answer.json["requestID"] != nil)
                #expect(answer.body.lowercased().contains("\"\(name.lowercased()) "))
            }
            #expect(try await gateway.post("/payment/4.3/paymentOptio", "{}").status == 404)
        }
    }

    @Test(
        "webPaymentUrl leads to a page that says what it is, loads nothing from elsewhere, and tells until when the token is good"
    )
    func page() async throws {
        try await LocalGateway.run { gateway in
            let minted = try await gateway.backend().mint(LocalGateway.request())
            let url = try #require(minted.webPaymentUrl.flatMap { URLComponents(string: $0.replacing("#", with: "?")) })
            let page = try await gateway.get(url.path)
            #expect(page.status == 200)
            #expect(page.headers["content-type"] == "text/html; charset=utf-8")
            #expect(page.headers["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
            #expect(page.body.contains("needs JavaScript") && !page.body.contains("{{"))
            for match in page.body.matches(of: /(?:src|href)="([^"]+)"/) {
                #expect(match.1.hasPrefix("/pgw/"))
                #expect(try await gateway.get(String(match.1)).status == 200)
            }
            let answer = try await gateway.post("/pgw/token", #"{"paymentToken":"\#(minted.paymentToken)"}"#)
            let expires = try Date(try #require(answer.json["expires"]?.string), strategy: .iso8601)
            let left = expires.timeIntervalSinceNow
            #expect((1700...1801).contains(left))
            let now = try Date(try #require(answer.json["now"]?.string), strategy: .iso8601)
            #expect((1700...1801).contains(expires.timeIntervalSince(now)))
            #expect(try await gateway.post("/pgw/token", #"{"paymentToken":"x"}"#).code == "9040")
            try await turn(gateway, seconds: 1801)
            #expect(try await gateway.post("/pgw/token", #"{"paymentToken":"\#(minted.paymentToken)"}"#).code == "9020")
        }
    }

    @Test(
        "a payment token that was bent on its way is 9040, and told what became of it",
        arguments: [
            ("percent", "percent-encoded"), ("blank", "blanks"), ("url", "base64url"), ("quotes", "quotes"),
            ("address", "address"), ("bearer", "word"), ("twice", "twice"), ("message", "message"),
            ("signed", "signed"), ("log", "shortened"), ("other", ""),
        ])
    func bent(_ how: String, _ words: String) async throws {
        try await LocalGateway.run { gateway in
            let token = "ab+/" + String(repeating: "A", count: 124)
            let bent =
                switch how {
                case "percent": token.replacing("+", with: "%2b").replacing("/", with: "%2F")
                case "blank": token.replacing("+", with: " ")
                case "url": token.replacing("+", with: "-")
                case "quotes": "\\\"\(token)\\\""
                case "address": "http://x/payment/4.3/#/token/\(token)"
                case "bearer": "Bearer \(token)"
                case "twice": token.replacing("+", with: "%252B").replacing("/", with: "%252F")
                case "message": #"{\"paymentToken\":\"x\"}"#
                case "signed": "eyJhbGciOiJIUzI1NiJ9.e30.\(token)"
                case "log": "ab+/AA…(128)"
                default: token
                }
            let answer = try await gateway.post(path, #"{"paymentToken":"\#(bent)"}"#)
            #expect(answer.code == "9040")
            #expect(words.isEmpty || answer.words.contains(words))
        }
    }

    @Test("/ready is 503 while the store takes no writes, or keeps one waiting, and recovers by itself")
    func ready() async throws {
        let state = StoreState()
        try await LocalGateway.run(store: { AilingStore(inner: $0, state: state) }) { gateway in
            for (ailment, expected) in [(StoreState.Ailment.well, 200), (.full, 503), (.well, 200), (.held, 503), (.well, 200)] {
                state.set(ailment)
                // A look at the store is good for a moment.
                try await eventually { try await gateway.get("/ready").status == expected }
                let health = try await gateway.get("/health")
                #expect(health.status == 200)
            }
        }
    }

    @Test(
        "addresses in answers are those clients reach",
        arguments: [
            ("127.0.0.1", 8080, false, "http://127.0.0.1:8080"), ("::1", 8080, false, "http://[::1]:8080"),
            ("::", 8080, false, "http://[::1]:8080"),
            ("0.0.0.0", 8080, false, "http://127.0.0.1:8080"), ("shop.example", 443, true, "https://shop.example"),
            ("shop.example", 8443, true, "https://shop.example:8443"), ("127.0.0.1", 80, false, "http://127.0.0.1"),
            ("127.0.0.1", 443, false, "http://127.0.0.1:443"), ("2001:db8::1", 443, true, "https://[2001:db8::1]"),
        ])
    func addresses(_ host: String, _ port: Int, _ hasTLS: Bool, _ address: String) {
        var configuration = GatewayConfiguration(profile: .sandbox, host: host, port: port)
        if hasTLS { configuration.tls = .init(certificate: "", key: "") }
        let isEverywhere = ["0.0.0.0", "::"].contains(host)
        let url = ListeningAddress(publicURL: nil).set(port, isEverywhere: isEverywhere, configuration)
        #expect(url.absoluteString == address)
        for typed in ["HTTPS://PGW.Example//", "https://pgw.example/", "https://pgw.example"] {
            #expect(ListeningAddress(publicURL: URL(string: typed)).current.text == "https://pgw.example")
        }
        #expect(ListeningAddress(publicURL: URL(string: "https://X/Path/")).current.text == "https://x/Path")
    }
}

/// What ails a store, if anything.
final class StoreState: Sendable {
    enum Ailment { case well, full, held }
    private let ailment = Locked(Ailment.well)

    var now: Ailment { ailment.withLock { $0 } }
    func set(_ new: Ailment) { ailment.withLock { $0 = new } }
}

struct AilingStore: WrappedStore {
    let inner: any Store
    let state: StoreState

    func check() async throws(VaultError) {
        while state.now == .held { try? await Task.sleep(for: .milliseconds(20)) }
        if state.now == .full { throw VaultError(.store, "the disk is full") }
        try await inner.check()
    }
}
