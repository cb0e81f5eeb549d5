internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import PGWWire
internal import StrictJSON
internal import Synchronization

/// From HTTP to an operation and back: limits, request ids, metrics, logs, and the last resort.
struct Responder: HTTPResponder {
    typealias Context = ResponderContext

    let routes: Routes
    let limits: GatewayConfiguration.Limits
    let metrics: Metrics
    let logger: Logger

    func respond(to request: Request, context: Context) async throws -> Response {
        let started = ContinuousClock.now
        let id = RequestID.next()
        guard metrics.begin(limit: limits.requests) else {
            return response(Self.failure(503, id, nil), id, closing: false, extra: [.retryAfter: "1"])
        }
        defer { metrics.end() }

        let path = request.uri.path
        guard let route = routes.find(request.method.rawValue, path) else { return refuseRoute(request, path, id) }
        let body: [UInt8]
        do {
            body = Array(buffer: try await request.body.collect(upTo: limits.body))
        } catch is NIOTooManyBytesError {
            record("other", "413", id, started)
            let answer = Self.failure(413, id, "The body is larger than \(limits.body) bytes")
            return response(answer, id, closing: true)
        }
        do {
            let call = CallContext(version: route.version, address: routes.address.text)
            let answer = try await route.operation.answer(body, call)
            record(route.operation.name, answer, id, started)
            return response(answer, id, closing: false)
        } catch {
            // The last resort: whatever nobody foresaw is logged here, and the caller learns the request's id alone.
            logger.error(
                "request failed",
                metadata: [
                    "request": "\(id)", "operation": "\(route.operation.name)", "error": "\(error)",
                ])
            record(route.operation.name, "500", id, started)
            return response(Self.failure(500, id, nil), id, closing: false)
        }
    }

    private func refuseRoute(_ request: Request, _ path: String, _ id: String) -> Response {
        let methods = routes.methods(path)
        // A body nobody asked for is not worth reading to its end.
        let closing = request.method != .get && request.method != .head
        if methods.isEmpty {
            record("other", "404", id, .now)
            return response(Self.failure(404, id, "There is no such path"), id, closing: closing)
        }
        let allowed = methods.joined(separator: ", ")
        record("other", "405", id, .now)
        return response(Self.failure(405, id, "This path takes \(allowed)"), id, closing: closing, extra: [.allow: allowed])
    }

    // MARK: Answers

    /// A failure of transport. The reason is the gateway's own words, never the caller's.
    private static func failure(_ status: Int, _ id: String, _ reason: String?) -> Answer {
        let json: JSON = reason.map { ["error": .string($0), "requestID": .string(id)] } ?? ["requestID": .string(id)]
        var answer = Answer.json(json, code: ResponseCode(rawValue: "\(status)"))
        answer.status = status
        return answer
    }

    private func response(_ answer: Answer, _ id: String, closing: Bool, extra: HTTPFields = [:]) -> Response {
        var headers = extra
        headers[.contentType] = answer.contentType
        headers[.cacheControl] = answer.isCacheable ? "public, max-age=86400" : "no-store"
        headers[.requestID] = id
        headers[.xContentTypeOptions] = "nosniff"
        if closing { headers[.connection] = "close" }
        return Response(
            status: .init(code: answer.status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    // MARK: Records

    private func record(_ operation: String, _ answer: Answer, _ id: String, _ started: ContinuousClock.Instant) {
        let elapsed = ContinuousClock.now - started
        metrics.record(operation, answer.code.rawValue, elapsed)
        let isFine = answer.code == .success && answer.status < 400
        let isOurs = answer.status >= 500 || answer.failure != nil
        let level: Logger.Level = isFine ? .debug : isOurs ? .error : .info
        logger.log(
            level: level, isFine ? "answered" : "refused",
            metadata: [
                "request": "\(id)", "operation": "\(operation)", "code": "\(answer.code)", "us": "\(elapsed.microseconds)",
                "merchant": "\(answer.merchant ?? "-")", "fields": "\(answer.fields.joined(separator: ","))",
                "error": "\(answer.failure ?? "")",
            ])
    }

    private func record(_ operation: String, _ status: String, _ id: String, _ started: ContinuousClock.Instant) {
        metrics.record(operation, status, ContinuousClock.now - started)
        logger.info("refused", metadata: ["request": "\(id)", "operation": "\(operation)", "status": "\(status)"])
    }
}

struct ResponderContext: InitializableFromSource, Sendable {
    init(source: ApplicationRequestContextSource) {}
}

extension Duration {
    var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}

extension HTTPField.Name {
    // A literal that is a token of RFC 9110; every answer of the gateway passes through it.
    // swift-format-ignore: NeverForceUnwrap
    static let requestID = HTTPField.Name("X-Request-ID")!
}
