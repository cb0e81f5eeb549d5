internal import Synchronization
internal import TokenVault

/// Counters and latencies, read by Prometheus (text format 0.0.4).
public final class Metrics: Sendable {
    private let state = Locked(State())
    private let inFlight = Atomic<Int>(0)

    private struct State {
        var requests: [Key: Int] = [:]
        var latencies: [String: Histogram] = [:]
        var store: [String: Histogram] = [:]
    }

    private struct Key: Hashable {
        let operation: String
        let code: String
    }

    public init() {}

    /// - Returns: `false` when as many requests are under way as may be.
    func begin(limit: Int) -> Bool {
        if inFlight.add(1, ordering: .relaxed).newValue <= limit { return true }
        inFlight.subtract(1, ordering: .relaxed)
        return false
    }

    func end() { inFlight.subtract(1, ordering: .relaxed) }

    /// Names and codes are the gateway's own, so that no caller can add a series.
    func record(_ operation: String, _ code: String, _ elapsed: Duration) {
        state.withLock { state in
            state.requests[Key(operation: operation, code: code), default: 0] += 1
            state.latencies[operation, default: Histogram()].record(elapsed)
        }
    }

    /// A read or a write of the store.
    public func recordStore(_ kind: String, _ elapsed: Duration) {
        state.withLock { $0.store[kind, default: Histogram()].record(elapsed) }
    }

    /// - Parameters:
    ///   - tokens: Stored tokens; `nil` when the store does not answer.
    ///   - sessions: Sessions kept.
    func text(tokens: Int?, sessions: Int?) -> String {
        let (requests, latencies, store) = state.withLock { ($0.requests, $0.latencies, $0.store) }
        var lines = ["# HELP openpgw_requests_total Requests by operation and code.", "# TYPE openpgw_requests_total counter"]
        for (key, count) in requests.sorted(by: { ($0.key.operation, $0.key.code) < ($1.key.operation, $1.key.code) }) {
            lines.append("openpgw_requests_total{operation=\"\(key.operation)\",code=\"\(key.code)\"} \(count)")
        }
        lines += Self.lines("openpgw_request_duration_seconds", "Time to answer a request.", "operation", latencies)
        lines += Self.lines("openpgw_store_duration_seconds", "Time of one use of the store.", "kind", store)
        lines += Self.gauge("openpgw_requests_in_flight", "Requests under way.", inFlight.load(ordering: .relaxed))
        if let tokens { lines += Self.gauge("openpgw_tokens", "Stored cards and wallets.", tokens) }
        if let sessions { lines += Self.gauge("openpgw_sessions", "Payment sessions kept.", sessions) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ name: String, _ help: String, _ label: String, _ histograms: [String: Histogram]) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) histogram"]
            + histograms.sorted { $0.key < $1.key }.flatMap { $0.value.lines(name, "\(label)=\"\($0.key)\"") }
    }

    private static func gauge(_ name: String, _ help: String, _ value: Int) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) gauge", "\(name) \(value)"]
    }
}

/// A histogram of durations from 50 µs to 10 s.
struct Histogram: Sendable {
    private static let bounds: [Int64] = [
        50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 10_000_000,
    ]
    private var counts = [Int](repeating: 0, count: bounds.count + 1)
    private var sum: Int64 = 0

    mutating func record(_ elapsed: Duration) {
        let microseconds = elapsed.microseconds
        counts[Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count] += 1
        sum += microseconds
    }

    func lines(_ name: String, _ label: String) -> [String] {
        var total = 0
        var lines: [String] = []
        for (bound, count) in zip(Self.bounds, counts) {
            total += count
            lines.append("\(name)_bucket{\(label),le=\"\(Self.seconds(bound))\"} \(total)")
        }
        total += counts[Self.bounds.count]
        return lines + [
            "\(name)_bucket{\(label),le=\"+Inf\"} \(total)", "\(name)_sum{\(label)} \(Self.seconds(sum))",
            "\(name)_count{\(label)} \(total)",
        ]
    }

    /// Microseconds as a decimal number of seconds.
    private static func seconds(_ microseconds: Int64) -> String {
        let fraction = String(1_000_000 + microseconds % 1_000_000).dropFirst()
        return "\(microseconds / 1_000_000).\(fraction)"
    }
}
