internal import Logging
internal import PGWWire
internal import StrictJSON

/// From a request to its answer: routes, request ids, metrics, logs, and the last resort.
final class Responder: Sendable {
    let routes: Routes
    let limits: GatewayConfiguration.Limits
    let crossOrigin: CrossOrigin
    let draining: Draining
    let metrics: Metrics
    let logger: Logger

    init(
        routes: Routes, limits: GatewayConfiguration.Limits, crossOrigin: CrossOrigin, draining: Draining, metrics: Metrics,
        logger: Logger
    ) {
        self.routes = routes
        self.limits = limits
        self.crossOrigin = crossOrigin
        self.draining = draining
        self.metrics = metrics
        self.logger = logger
    }

    /// - Parameter origin: The page a browser asks for, where it says so.
    func answer(_ method: String, _ uri: String, _ body: [UInt8], origin: String? = nil) async -> Answered {
        let started = ContinuousClock.now
        let id = RequestID.next()
        // Of the server as a whole (RFC 9110 §9.3.7).
        if method == "OPTIONS", uri == "*" {
            record("other", "204", id, started)
            return Answered(Answer(status: 204, body: [], code: .success), id)
        }
        guard let (methods, tail) = routes.find(uri) else {
            record("other", "404", id, started)
            return Answered(Self.failure(404, id, "There is no such path"), id, headers: crossOrigin.headers(nil, origin))
        }
        if method == "OPTIONS", let headers = crossOrigin.preflight(methods, origin) {
            record("preflight", "204", id, started)
            return Answered(Answer(status: 204, body: [], code: .success), id, headers: headers)
        }
        guard let route = methods[method] ?? (method == "HEAD" ? methods["GET"] : nil) else {
            let allowed = Self.allowed(methods)
            record("other", "405", id, started)
            return Answered(
                Self.failure(405, id, "This path takes \(allowed)"), id,
                headers: [("Allow", allowed)] + crossOrigin.headers(nil, origin))
        }
        // A gateway that is full still says how it is.
        guard metrics.begin(limit: route.operation.isAlwaysAnswered ? .max : limits.requests) else {
            record(route.operation.name, "503", id, started)
            return Answered(
                Self.failure(503, id, nil), id, headers: [("Retry-After", "1")] + crossOrigin.headers(nil, origin))
        }
        defer { metrics.end() }
        let headers = crossOrigin.headers(route, origin)
        do {
            let answer = try await route.operation.answer(
                body, CallContext(version: route.version, address: routes.address.current, tail: tail))
            record(route.operation.name, answer, id, started)
            return Answered(answer, id, headers: headers)
        } catch let notServed as NotServed {
            record(route.operation.name, "501", id, started)
            return Answered(Self.failure(501, id, notServed.reason), id, headers: headers)
        } catch {
            // The last resort: whatever nobody foresaw is logged here, and the caller learns the request's id alone.
            logger.error(
                "request failed",
                metadata: [
                    "request": "\(id)", "operation": "\(route.operation.name)", "error": "\(error)",
                ])
            record(route.operation.name, "500", id, started)
            return Answered(Self.failure(500, id, nil), id, headers: headers)
        }
    }

    /// The answer to what is no request, or is too much of one.
    func refusal(_ objection: HeadRules.Objection, origin: String? = nil) -> Answered {
        let id = RequestID.next()
        record("other", "\(objection.status)", id, .now)
        return Answered(
            Self.failure(objection.status, id, objection.reason), id,
            headers: (objection.header.map { [$0] } ?? []) + crossOrigin.headers(nil, origin))
    }

    /// The methods of a path, for `Allow`: what takes `GET` takes `HEAD`.
    private static func allowed(_ methods: Routes.Methods) -> String {
        let names = methods.keys + (methods["GET"] == nil ? [] : ["HEAD"])
        return names.sorted().joined(separator: ", ")
    }

    /// A failure of transport. The reason is the gateway's own words, never the caller's.
    private static func failure(_ status: Int, _ id: String, _ reason: String?) -> Answer {
        let json: JSON = reason.map { ["error": .string($0), "requestID": .string(id)] } ?? ["requestID": .string(id)]
        var answer = Answer.json(json, code: ResponseCode(rawValue: "\(status)"))
        answer.status = status
        return answer
    }

    // MARK: Records

    private func record(_ operation: String, _ answer: Answer, _ id: String, _ started: ContinuousClock.Instant) {
        let elapsed = ContinuousClock.now - started
        metrics.record(operation, answer.code.rawValue, elapsed)
        let isFine = !answer.code.isRefusal && answer.status < 400
        let isOurs = answer.status == 500 || answer.failure != nil
        let level: Logger.Level = isFine ? .debug : isOurs ? .error : .info
        logger.log(
            level: level, isFine ? "answered" : isOurs ? "failed" : "refused",
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

extension Duration {
    var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
