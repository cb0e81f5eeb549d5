internal import Foundation
internal import HTTPTransport
internal import StrictJSON

/// The one way a call goes out and an answer comes in.
struct Call: Sendable {
    let path: String
    let body: JSON
    /// What the log says of the request.
    let summary: String
}

extension PGWSDK {
    func send(_ call: Call, _ params: PGWSDKParams) async throws(PGWError) -> JSONObject {
        let url = params.apiEnvironment.baseURL.appendingPathComponent(call.path)
        let request = TransportRequest(
            url: url, headers: ["Content-Type": "application/json", "Accept": "application/json"],
            body: Data(call.body.bytes))
        log(params, "→ POST \(url.absoluteString) \(call.summary)")
        let started = Date()
        do {
            let response = try await params.transport.send(request)
            let object = try read(response)
            log(params, "← \(response.status) \(object["respCode"]?.string ?? "?"), \(milliseconds(since: started)) ms")
            return object
        } catch {
            let error = (error as? TransportError).map(PGWError.init) ?? (error as? PGWError) ?? PGWError(.transportFailed)
            log(params, "✗ \(error.nsError().localizedDescription) \(milliseconds(since: started)) ms")
            throw error
        }
    }

    /// The gateway's refusals come with any status: the body decides.
    private func read(_ response: TransportResponse) throws(PGWError) -> JSONObject {
        guard !response.body.isEmpty else { throw PGWError(.emptyResponse, detail: "HTTP status \(response.status)") }
        do {
            let json = try JSON(parsing: Array(response.body), limits: JSONLimits(bytes: 1 << 20))
            if let object = json.object { return object }
        } catch {
            throw PGWError(.unreadableResponse, detail: "HTTP status \(response.status). \(error)")
        }
        throw PGWError(.unreadableResponse, detail: "HTTP status \(response.status). Not an object")
    }

    private func milliseconds(since start: Date) -> Int { Int(Date().timeIntervalSince(start) * 1000) }

    private func log(_ params: PGWSDKParams, _ line: @autoclosure () -> String) {
        guard params.log else { return }
        FileHandle.standardError.write(Data("[PGW] \(line())\n".utf8))
    }
}
