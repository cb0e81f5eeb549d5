internal import Foundation
internal import HTTPTransport
internal import StrictJSON

/// The one way a call goes out and an answer comes in.
struct Call: Sendable {
    /// Behind the gateway's address.
    let path: String
    let body: JSON
    /// What the log says of the request.
    let summary: String
    /// What no log and no error says.
    let secret: String

    /// Seconds for the whole of a call.
    private static let timeout: TimeInterval = 30
    /// Bytes of an answer that are read at most.
    private static let limit = 1 << 20

    /// - Parameter read: The answer, or `nil` for an object that is none.
    func send<Answer>(_ params: PGWSDKParams.Values, _ read: (JSONObject) -> Answer?) async throws(PGWError) -> Answer {
        guard params.gateway.isGateway else { throw PGWError(.unreachable, detail: URL.gatewayRule) }
        let url = params.gateway.call(path)
        log(params, "→ POST \(url.absoluteString) \(summary)")
        let started = Date()
        do {
            // All of it in the time of one exchange.
            func left() throws(PGWError) -> TimeInterval {
                let left = Self.timeout + started.timeIntervalSinceNow
                guard left > 0 else { throw PGWError(.timedOut) }
                return left
            }
            var sealed = try await CardSealing.sealed(body, params, timeout: try left())
            var response = try await params.transport.send(request(url, sealed, try left()))
            var object = try self.object(response)
            // Its keys are others than they were: it said so before it did anything.
            if sealed != body, CardSealing.isRefused(object) {
                sealed = try await CardSealing.sealed(body, params, anew: true, timeout: try left())
                response = try await params.transport.send(request(url, sealed, try left()))
                object = try self.object(response)
            }
            log(params, "← \(response.status) \(code(object)), \(milliseconds(since: started)) ms")
            guard let answer = read(object) else {
                throw unreadable(response, "The response has no respCode; is \(url.absoluteString) the address of the call?")
            }
            return answer
        } catch {
            let error = (error as? TransportError).map(PGWError.init) ?? (error as? PGWError) ?? PGWError(.transportFailed)
            log(params, "✗ \(error) \(milliseconds(since: started)) ms")
            throw error
        }
    }

    private func request(_ url: URL, _ body: JSON, _ timeout: TimeInterval) -> TransportRequest {
        TransportRequest(
            url: url, headers: ["Content-Type": "application/json", "Accept": "application/json"], body: Data(body.bytes),
            timeout: timeout, responseLimit: Self.limit)
    }

    /// The gateway's refusals come with any status: the body decides.
    private func object(_ response: TransportResponse) throws(PGWError) -> JSONObject {
        if let host = response.redirection {
            // Nor are digits shown, which may be those of a card that came by.
            let isSafe =
                (secret.isEmpty || !host.lowercased().contains(secret.lowercased()))
                && host.utf8.count { (48...57).contains($0) } < 12
            throw unreadable(
                response, "It leads to \(isSafe ? host : "another host"), and a call does not follow: give the SDK that address")
        }
        guard !response.body.isEmpty else { throw PGWError(.emptyResponse, detail: "HTTP status \(response.status)") }
        do {
            let json = try JSON(parsing: Array(response.body), limits: JSONLimits(bytes: Self.limit))
            if let object = json.object { return object }
        } catch {
            throw unreadable(response, "\(error)")
        }
        throw unreadable(response, "Not an object")
    }

    private func unreadable(_ response: TransportResponse, _ why: String) -> PGWError {
        PGWError(.unreadableResponse, detail: "HTTP status \(response.status). \(why)")
    }

    /// What a log says of a response: some digits, and nothing that a server made up.
    private func code(_ object: JSONObject) -> String {
        guard let code = object["respCode"]?.string, code.utf8.count <= 8, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return "?"
        }
        return code
    }

    private func milliseconds(since start: Date) -> Int { Int(Date().timeIntervalSince(start) * 1000) }

    private func log(_ params: PGWSDKParams.Values, _ line: @autoclosure () -> String) {
        guard params.log else { return }
        StandardError.write("[PGW] \(line())\n")
    }
}
