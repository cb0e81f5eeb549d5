import Foundation
import PGW
import Testing

@Suite("The transport of this system, to servers that misbehave")
struct TransportTests {
    private func send(
        to server: SilentServer, by transport: any Transport = SystemTransport.make(), timeout: TimeInterval = 20,
        limit: Int = 1000
    ) async -> Result<String, TransportError> {
        let request = TransportRequest(
            url: server.url, headers: ["Accept": "text/plain"], body: Data("{}".utf8), timeout: timeout, responseLimit: limit)
        do throws(TransportError) {
            let answer = try await transport.send(request)
            let place = answer.redirection.map { " → \($0)" } ?? ""
            return .success("\(answer.status)\(place) \(String(decoding: answer.body, as: UTF8.self))")
        } catch {
            return .failure(error)
        }
    }

    @Test(
        "an answer that is cut, too long or none ends in an error",
        arguments: [
            "", "H", "HTTP/1.1", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nConte", "HTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}", "HTTP/1.1 200 OK\r\nno\r\n\r\n{}",
            "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n",
            "HTTP/1.1 101 Switching Protocols\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n{}", "HTTP/1.1 abc\r\n\r\n{}",
            "HTTP/1.1 20 OK\r\n\r\n{}", "HTTP/1.1 1000 OK\r\n\r\n{}", "{}", "\u{0}\u{0}\u{0}\u{0}",
            "HTTP/1.1 200 OK\r\n" + String(repeating: "A: b\r\n", count: 20_000) + "\r\n{}",
            "HTTP/1.1 200 OK\r\nA: " + String(repeating: "b", count: 200_000) + "\r\n\r\n{}",
        ])
    func broken(_ answer: String) async throws {
        let outcome = await send(to: try SilentServer(answer: answer))
        #expect(throws: TransportError.self) { try outcome.get() }
        guard case .failure(let error) = outcome else { return }
        #expect(error.reason == .failed)
        #expect(error.detail.unicodeScalars.allSatisfy { (" "..."~").contains($0) } && !error.detail.contains("memory"))
    }

    @Test(
        "an answer is what came of it, whatever its status, and is decoded in nothing that was not asked for",
        arguments: [
            ("200 OK\r\nContent-Length: 2\r\n\r\n{}", "200 {}"), ("200 OK\r\nContent-Length: 1\r\n\r\n{}", "200 {"),
            ("200 OK\r\n\r\n{}", "200 {}"), ("200 OK\r\nContent-Encoding: gzip\r\n\r\n{}", "200 {}"),
            ("200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", "200 {}"), ("204 No\r\n\r\n", "204 "),
            ("100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}", "200 {}"),
            ("401 No\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 2\r\n\r\n{}", "401 {}"),
            ("407 No\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 2\r\n\r\n{}", "407 {}"),
            ("302 No\r\nLocation: /secret\u{1B}[31m\r\nContent-Length: 0\r\n\r\n", "302 → another path of the same host "),
            ("302 No\r\nLocation: /secret\r\nContent-Length: 0\r\n\r\n", "302 → another path of the same host "),
            ("302 No\r\nLocation: http://a%1Bb:1/secret\r\nContent-Length: 0\r\n\r\n", "302 → http://a%1Bb:1 "),
            ("302 No\r\nlocation:   //user:secret@other.example/secret\r\nContent-Length: 0\r\n\r\n", "302 → //other.example "),
        ])
    func whole(_ answer: String, _ expected: String) async throws {
        let outcome = await send(to: try SilentServer(answer: "HTTP/1.1 \(answer)"))
        #expect(try outcome.get() == expected)
    }

    @Test("no more of a body is read than was asked for, said or unsaid, and however it is wrapped", arguments: [1000, 1001])
    func long(_ length: Int) async throws {
        let body = String(repeating: " ", count: length)
        for header in ["Content-Length: \(length)", "A: b"] {
            let outcome = await send(to: try SilentServer(answer: "HTTP/1.1 200 OK\r\n\(header)\r\n\r\n\(body)"))
            if length == 1000 {
                #expect(try outcome.get().utf8.count == 4 + length)
            } else {
                #expect(outcome.reason == .tooLong)
            }
        }
        let endless = try SilentServer(answer: "HTTP/1.1 200 OK\r\n\r\n", drip: body, pause: 0)
        #expect(await send(to: endless, limit: 10_000_000).reason == .tooLong)
    }

    @Test(
        "a server that says nothing, or never ends, is given up in the time there is",
        arguments: [
            (nil, nil), ("HTTP/1.1 200 OK\r\n\r\n", " "), ("HTTP/1.1 200 OK\r\nA: ", "b"), ("", "HTTP/1.1 100 Continue\r\n\r\n"),
        ] as [(String?, String?)])
    func late(_ answer: String?, _ drip: String?) async throws {
        #expect(await send(to: try SilentServer(answer: answer, drip: drip), timeout: 0.3).reason == .timedOut)
    }

    @Test("a flood of headers before the answer ends before the time does")
    func flood() async throws {
        let server = try SilentServer(answer: "", drip: "HTTP/1.1 100 Continue\r\n\r\n", pause: 0)
        #expect(await send(to: server).reason == .failed)
    }

    @Test("a kept connection that the server has closed since is made anew")
    func stale() async throws {
        let server = try SilentServer(answer: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        let transport = SystemTransport.make()
        for _ in 0..<20 { #expect(try await send(to: server, by: transport).get() == "200 {}") }
    }

    #if os(Linux)
    @Test(
        "what may not be asked twice is not, where a kept connection ends without an answer; what may be is answered",
        arguments: [true, false])
    func repeated(_ isRepeatable: Bool) async throws {
        let server = try SilentServer(answer: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", isFickle: true)
        let transport = SystemTransport.make()
        let request = TransportRequest(
            url: server.url, headers: [:], body: Data("{}".utf8), timeout: 20, isRepeatable: isRepeatable)
        _ = try await transport.send(request)
        let second: Result<TransportResponse, TransportError>
        do throws(TransportError) { second = .success(try await transport.send(request)) } catch { second = .failure(error) }
        #expect(second.reason == (isRepeatable ? nil : .failed))
        #expect(server.count == (isRepeatable ? 3 : 2))
    }
    #endif

    @Test("calls that a server leaves waiting keep no other from being answered, and end with their time or their task")
    func crowd() async throws {
        let transport = SystemTransport.make()
        let silent = try SilentServer(answer: nil)
        let server = try SilentServer(answer: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        let stalled = Task {
            await withTaskGroup { group in
                for _ in 0..<100 { group.addTask { await send(to: silent, by: transport).reason } }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
        for _ in 0..<100 { await silent.connected() }
        #expect(try await send(to: server, by: transport).get() == "200 {}")
        stalled.cancel()
        #expect(await stalled.value == Array(repeating: .cancelled, count: 100))
        // More than there are connections: those without one have their time, too.
        let late = await withTaskGroup { group in
            for _ in 0..<300 { group.addTask { await send(to: silent, by: transport, timeout: 0.5).reason } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(late == Array(repeating: .timedOut, count: 300))
    }
}

extension Result where Failure == TransportError {
    fileprivate var reason: TransportError.Reason? { if case .failure(let error) = self { error.reason } else { nil } }
}
