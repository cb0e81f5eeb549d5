import Foundation
import PGWTesting
import Testing

@testable import PGW

/// Answers what it was told to, and keeps what it was asked.
private final class Recorder: Transport, @unchecked Sendable {
    // @unchecked: `requests` is only touched under the lock.
    private let lock = NSLock()
    private var requests: [TransportRequest] = []
    let answer: Result<TransportResponse, TransportError>

    init(_ body: String, status: Int = 200) {
        answer = .success(TransportResponse(status: status, body: Data(body.utf8)))
    }

    init(_ error: TransportError) { answer = .failure(error) }

    var last: TransportRequest? { lock.withLock { requests.last } }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        lock.withLock { requests.append(request) }
        return try answer.get()
    }
}

private let success =
    #"{"paymentToken":"tok","customerToken":[{"token":"1","accountNo":"411111XXXXXX1111","status":"EX","expiry":"2027-05-31"}],"respCode":"0000","respDesc":"success"}"#

private func sdk(_ transport: any Transport, _ change: (PGWSDKParamsBuilder) -> PGWSDKParamsBuilder = { $0 }) -> PGWSDK {
    PGWSDK(params: change(PGWSDKParamsBuilder(apiEnvironment: .Sandbox).clientId("app").transport(transport)).build())
}

private func sent(_ recorder: Recorder) -> String { String(decoding: recorder.last?.body ?? Data(), as: UTF8.self) }

private func failure(_ sdk: PGWSDK) async -> PGWError? {
    do throws(PGWError) { _ = try await sdk.customerTokenInfo(paymentToken: "tok") } catch { return error }
    return nil
}

@Suite("Customer token info, async")
struct CustomerTokenInfoTests {
    @Test("a request goes to the environment's address, in the documented shape")
    func request() async throws {
        let recorder = Recorder(success)
        let request = CustomerTokenInfoRequest(paymentToken: "tok")
        request.locale = "th"
        request.clientId = "client"
        let response = try await sdk(recorder).customerTokenInfo(request)
        #expect(recorder.last?.url.absoluteString == "https://sandbox-pgw.2c2p.com/payment/4.3/cardtokeninfo")
        #expect(recorder.last?.headers == ["Content-Type": "application/json", "Accept": "application/json"])
        #expect(sent(recorder) == #"{"paymentToken":"tok","clientID":"client","locale":"th"}"#)
        #expect(response.responseCode == APIResponseCode.APISuccess)
        #expect(response.customerTokens.map(\.tokenStatus) == [.expiring])
        #expect(response.customerTokens.first?.expiryMonth?.month == 5)
    }

    @Test("the request's locale goes before the SDK's", arguments: [("th", "en", "th"), ("", "en", "en"), ("", nil, nil)])
    func locale(_ request: String, _ params: String?, _ expected: String?) async throws {
        let recorder = Recorder(success)
        _ = try await sdk(recorder) { params.map($0.locale) ?? $0 }.customerTokenInfo(paymentToken: "t", locale: request)
        #expect(sent(recorder).contains("locale") == (expected != nil))
        if let expected { #expect(sent(recorder).contains(#""locale":"\#(expected)""#)) }
    }

    @Test("a refusal by the gateway is a response, at any status", arguments: [200, 400, 500])
    func refusal(_ status: Int) async throws {
        let response = try await sdk(Recorder(#"{"respCode":"9040","respDesc":"no"}"#, status: status)).customerTokenInfo(
            paymentToken: "t")
        #expect(response.responseCode == "9040")
        #expect(response.responseDescription == "no")
        #expect(response.customerTokens.isEmpty)
    }

    @Test(
        "what cannot be read is an error of its own kind",
        arguments: [
            ("", PGWError.Code.emptyResponse), ("<html>", .unreadableResponse), ("[]", .unreadableResponse),
            ("{}", .unreadableResponse),
            (#"{"respCode":1}"#, .unreadableResponse), (#"{"respCode":"0000","respCode":"9040"}"#, .unreadableResponse),
        ])
    func unreadable(_ body: String, _ code: PGWError.Code) async {
        #expect(await failure(sdk(Recorder(body)))?.code == code)
    }

    @Test(
        "a transport's failure keeps its kind",
        arguments: [
            (TransportError.Reason.timedOut, PGWError.Code.timedOut), (.unreachable, .unreachable), (.insecure, .insecure),
            (.cancelled, .cancelled), (.failed, .transportFailed),
        ])
    func transport(_ reason: TransportError.Reason, _ code: PGWError.Code) async {
        #expect(await failure(sdk(Recorder(TransportError(reason, detail: "x"))))?.code == code)
    }

    @Test("nobody listening is unreachable")
    func unreachable() async throws {
        let nobody = try #require(URL(string: "http://127.0.0.1:1"))
        let sdk = PGWSDK(params: PGWSDKParamsBuilder(gateway: nobody).clientId("a").build())
        #expect(await failure(sdk)?.code == .unreachable)
    }

    @Test(
        "an address that is none of the web says what one begins with",
        arguments: ["localhost:8080", "gateway.example/payment", "ftp://gateway.example", "http:///payment"])
    func noAddress(_ address: String) async throws {
        let url = try #require(URL(string: address))
        let error = await failure(PGWSDK(params: PGWSDKParamsBuilder(gateway: url).clientId("a").build()))
        #expect(error?.code == .unreachable)
        #expect(error?.detail?.contains("http://") == true)
    }

    @Test("plain text where TLS is expected is insecure")
    func insecure() async throws {
        let server = try SilentServer(answer: "HTTP/1.1 200 OK\r\n\r\nplain")
        let port = try #require(server.url.port)
        let url = try #require(URL(string: "https://127.0.0.1:\(port)"))
        let code = await failure(PGWSDK(params: PGWSDKParamsBuilder(gateway: url).clientId("a").build()))?.code
        #expect(code == .insecure)
    }

    @Test("a connection closed without an answer is a failure")
    func closed() async throws {
        let server = try SilentServer(answer: "")
        let code = await failure(PGWSDK(params: PGWSDKParamsBuilder(gateway: server.url).clientId("a").build()))?
            .code
        #expect(code == .transportFailed)
    }

    @Test(
        "a redirection is not followed: the error has its status and where it leads",
        arguments: [
            (301, "https://other.example/payment?token=x", "https://other.example"),
            (302, "http://127.0.0.1:1/x", "http://127.0.0.1:1"),
            (303, "/elsewhere?a=b", "another path of the same host"),
            (307, "https://other.example:8443/", "https://other.example:8443"),
            (308, "https://x.example", "https://x.example"),
        ])
    func redirected(_ status: Int, _ location: String, _ place: String) async throws {
        let server = try SilentServer(answer: "HTTP/1.1 \(status) Moved\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n")
        let error = await failure(PGWSDK(params: PGWSDKParamsBuilder(gateway: server.url).clientId("a").build()))
        #expect(error?.code == .unreadableResponse)
        #expect(
            error?.detail?.contains("\(status)") == true && error?.detail?.contains(place + ",") == true, "\(error?.detail ?? "")"
        )
    }

    @Test(
        "an answer of something that is no gateway has its status in the error",
        arguments: [(404, "{}"), (404, #"{"error":"x"}"#), (502, "<html>"), (403, "")])
    func foreign(_ status: Int, _ body: String) async {
        let error = await failure(sdk(Recorder(body, status: status)))
        #expect(error?.detail?.contains("HTTP status \(status)") == true)
    }

    @Test(
        "an address may have a path, a slash at its end, and its scheme in any case",
        arguments: [
            ("https://pgw.example", "https://pgw.example/payment/4.3/cardtokeninfo"),
            ("https://pgw.example/", "https://pgw.example/payment/4.3/cardtokeninfo"),
            ("HTTPS://pgw.example/shop/", "https://pgw.example/shop/payment/4.3/cardtokeninfo"),
            ("Http://[::1]:8080", "http://[::1]:8080/payment/4.3/cardtokeninfo"),
        ])
    func addresses(_ gateway: String, _ address: String) async throws {
        let recorder = Recorder(success)
        let params = PGWSDKParamsBuilder(gateway: try #require(URL(string: gateway))).clientId("a").transport(recorder).build()
        _ = try await PGWSDK(params: params).customerTokenInfo(paymentToken: "t")
        #expect(recorder.last?.url.absoluteString == address)
    }

    @Test("cancelling the task cancels the request")
    func cancel() async throws {
        let server = try SilentServer(answer: nil)
        let sdk = PGWSDK(params: PGWSDKParamsBuilder(gateway: server.url).clientId("a").build())
        let task = Task { await failure(sdk) }
        await server.connected()
        task.cancel()
        #expect(await task.value?.code == .cancelled)
    }

    @Test("a task that is cancelled before it sends is cancelled too")
    func cancelEarly() async throws {
        let server = try SilentServer(answer: nil)
        let sdk = PGWSDK(params: PGWSDKParamsBuilder(gateway: server.url).clientId("a").build())
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await failure(sdk)
        }
        task.cancel()
        #expect(await task.value?.code == .cancelled)
    }

    @Test("before initialise there is a clear error")
    func notInitialised() async { #expect(await failure(PGWSDK())?.code == .notInitialised) }

    @Test("a dump shows everything but a whole payment token")
    func dump() async throws {
        let token = String(repeating: "a", count: 128)
        let body = success.replacingOccurrences(of: "\"tok\"", with: "\"\(token)\"")
        let text = CustomerTokenInfoResponse.parse(try await sdk(Recorder(body)).customerTokenInfo(paymentToken: token))
        #expect(text.contains("accountNo: 411111XXXXXX1111"))
        #expect(!text.contains(token))
        #expect(text.contains("aaaaaa…(128)"))
    }
}

@Suite("Customer token info, closures")
struct CustomerTokenInfoClosureTests {
    /// Calls the closure form and hears all it says: until neither closure is held any more, and no call can come.
    private func outcomes(_ sdk: PGWSDK, _ request: CustomerTokenInfoRequest? = CustomerTokenInfoRequest(paymentToken: "tok"))
        async throws -> [Result<CustomerTokenInfoResponse, NSError>]
    {
        let (stream, continuation) = AsyncStream.makeStream(of: Result<CustomerTokenInfoResponse, NSError>.self)
        do {
            let end = AtEnd { continuation.finish() }
            sdk.customerTokenInfo(
                customerTokenInfoRequest: request,
                { (response: CustomerTokenInfoResponse) in end.keep { continuation.yield(.success(response)) } }
            ) { (error: NSError) in
                end.keep { continuation.yield(.failure(error)) }
            }
        }
        return await stream.reduce(into: []) { $0.append($1) }
    }

    /// Does something when nobody holds it any more.
    private final class AtEnd: Sendable {
        private let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        func keep(_ body: () -> Void) { body() }
        deinit { body() }
    }

    private let queue = DispatchQueue(label: "test")

    @Test("a response arrives once, and no failure")
    func response() async throws {
        let all = try await outcomes(sdk(Recorder(success)) { $0.callbackQueue(queue) })
        #expect(all.count == 1)
        #expect(try all[0].get().customerTokens.count == 1)
    }

    @Test("a failure arrives once as an NSError with domain, code and text, and no response", arguments: [false, true])
    func failure(_ messageInDomain: Bool) async throws {
        let all = try await outcomes(
            sdk(Recorder("")) { $0.callbackQueue(queue).messageInErrorDomain(messageInDomain) })
        #expect(all.count == 1)
        guard case .failure(let error) = all[0] else {
            Issue.record("a response")
            return
        }
        #expect(error.domain == (messageInDomain ? "The payment gateway sent an empty response." : "org.openpgw.PGW"))
        #expect(error.userInfo[PGWError.domainKey] as? String == "org.openpgw.PGW")
        #expect(error.code == 3)
        #expect(error.localizedDescription == "The payment gateway sent an empty response.")
    }

    @Test("a missing request and a missing set-up are failures")
    func usage() async throws {
        let missing = try await outcomes(sdk(Recorder(success)) { $0.callbackQueue(queue) }, nil)
        #expect(missing.count == 1)
        #expect(throws: NSError.self) { try missing[0].get() }
    }

    @Test("unless it is turned off, the text stands in the error's domain, where code for the documented SDK shows it from")
    func domain() async throws {
        let all = try await outcomes(sdk(Recorder("")) { $0.callbackQueue(queue) })
        guard case .failure(let error) = all.first else {
            Issue.record("a response")
            return
        }
        #expect(error.domain == "The payment gateway sent an empty response.")
    }

    @Test("closures run on the queue that was set")
    func queueIsUsed() async throws {
        let key = DispatchSpecificKey<Int>()
        queue.setSpecific(key: key, value: 7)
        let transport = Recorder(success)
        let queue = queue
        let seen: Int? = await withCheckedContinuation { continuation in
            sdk(transport) { $0.callbackQueue(queue) }.customerTokenInfo(
                customerTokenInfoRequest: CustomerTokenInfoRequest(paymentToken: "t"),
                { _ in continuation.resume(returning: DispatchQueue.getSpecific(key: key)) },
                { _ in continuation.resume(returning: nil) })
        }
        #expect(seen == 7)
    }

    @available(*, deprecated)
    @Test(
        "code of SDK 4.1 to 4.4 still compiles and runs, on version 4.2 and its forms",
        arguments: [
            (
                #"{"cardTokens":[{"token":"1","cardNo":"411111XXXXXX1111","status":"EX","expiryDate":"05/27"}],"respCode":"0000"}"#,
                "05/27"
            ),
            (success, "05/27"), (success.replacing("2027-05-31", with: "XXXX-XX-XX"), "XX/XX"),
            (success.replacing("2027-05-31", with: ""), ""),
        ])
    func olderNames(_ answer: String, _ expiry: String) async throws {
        let recorder = Recorder(answer)
        let sdk = sdk(recorder) { $0.callbackQueue(queue) }
        let request: CardTokenInfoRequest = CardTokenInfoRequest(paymentToken: "tok")
        let shown: String = await withCheckedContinuation { continuation in
            sdk.cardTokenInfo(
                cardTokenInfoRequest: request,
                { (response: CardTokenInfoResponse) in
                    let card: CardTokenInfo? = response.cardTokens?.first
                    continuation.resume(
                        returning: "\(response.responseCode ?? "?") \(card?.cardNo ?? "") \(card?.expiryDate ?? "nil")")
                }
            ) { (error: NSError) in continuation.resume(returning: error.domain) }
        }
        #expect(shown == "0000 411111XXXXXX1111 \(expiry)")
        #expect(recorder.last?.url.absoluteString == "https://sandbox-pgw.2c2p.com/payment/4.2/cardtokeninfo")
    }

    @available(*, deprecated)
    @Test("on a refusal there are no older card tokens")
    func olderRefusal() async throws {
        let sdk = sdk(Recorder(#"{"respCode":"9040","respDesc":"no"}"#)) { $0.callbackQueue(queue) }
        let response: CardTokenInfoResponse? = await withCheckedContinuation { continuation in
            sdk.cardTokenInfo(
                cardTokenInfoRequest: CardTokenInfoRequest(paymentToken: "tok"), { continuation.resume(returning: $0) },
                { _ in continuation.resume(returning: nil) })
        }
        #expect(response?.responseCode == "9040")
        #expect(response?.cardTokens == nil)
        let base: (any BaseResponse)? = response
        #expect(base?.responseDescription == "no")
    }
}

@Suite("Set-up of the SDK")
struct SetUpTests {
    @Test(
        "each environment has its address",
        arguments: [
            (APIEnvironment.Production, "https://pgw.2c2p.com", "Production"),
            (.ProductionIndonesia, "https://pgwid.2c2p.com", "ProductionIndonesia"),
            (.Sandbox, "https://sandbox-pgw.2c2p.com", "Sandbox"),
        ])
    func environments(_ environment: APIEnvironment, _ address: String, _ name: String) {
        #expect(environment.gateway.absoluteString == address)
        #expect(environment.name() == name)
    }

    @Test("the documented set-up compiles, and the shared SDK keeps it")
    func documented() {
        let params: PGWSDKParams = PGWSDKParamsBuilder(apiEnvironment: APIEnvironment.Sandbox)
            .clientId("E380BEC2BFD727A4B6845133519F3AD7").locale("en").log(false).build()
        PGWSDK.initialize(params: params)
        #expect(PGWSDK.shared.pgwSDKParams?.clientId == "E380BEC2BFD727A4B6845133519F3AD7")
        #expect(PGWSDK.shared.clientId() == "E380BEC2BFD727A4B6845133519F3AD7")
        #expect(PGWSDK.shared.configuration().hasPrefix("Sandbox https://sandbox-pgw.2c2p.com, locale en"))
    }

    @Test("an identifier is made once and kept")
    func clientIdentifier() throws {
        let suite = "openpgw-test-\(UUID().uuidString)"
        let defaults = try #require(UserDefaults(suiteName: suite))
        defer { defaults.removePersistentDomain(forName: suite) }
        let first = ClientIdentifier.persisted(in: defaults)
        #expect(first.count == 32)
        #expect(first.allSatisfy { $0.isHexDigit })
        let again = try #require(UserDefaults(suiteName: suite))
        #expect(ClientIdentifier.persisted(in: again) == first)
    }

    @Test("constants have the documented values")
    func constants() {
        #expect(APIResponseCode.APISuccess == "0000")
        #expect(APIResponseCode.TransactionCompleted == "2000")
        #expect(APIResponseCode.TransactionInquiryFailed == "2003")
    }
}
