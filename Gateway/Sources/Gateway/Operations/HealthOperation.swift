internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// `/health`: the process answers.
struct HealthOperation: Operation {
    let name = "health"
    let isAlwaysAnswered = true

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer { .json(["status": "ok"]) }
}

/// `/ready`: requests can be sent here. Otherwise 503, and why.
struct ReadyOperation: Operation {
    let name = "ready"
    let isAlwaysAnswered = true
    let readiness: Readiness

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        let now = await readiness.now()
        var answer = Answer.json(["status": .string(now.words)], code: now == .ready ? .success : .unknownError)
        if now != .ready { answer.status = 503 }
        if case .unwritable(let why) = now { answer.failure = "\(now.words): \(why)" }
        return answer
    }
}

/// `/metrics`, for Prometheus.
struct MetricsOperation: Operation {
    let name = "metrics"
    let isAlwaysAnswered = true
    let metrics: Metrics
    let store: any Store

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        // Counting a million rows takes a while; it is not done on the event loop, where others' requests wait.
        let (tokens, sessions) = await withTaskExecutorPreference(globalConcurrentExecutor) {
            (try? await store.tokenCount(), try? await store.sessionCount())
        }
        let text = metrics.text(tokens: tokens, sessions: sessions)
        var answer = Answer(body: Array(text.utf8), code: .success)
        answer.contentType = "text/plain; version=0.0.4; charset=utf-8"
        return answer
    }
}
