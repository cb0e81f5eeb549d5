public import Foundation
public import StrictJSON

/// The times a JWT may carry: `iat`, `nbf`, `exp` (RFC 7519 §4.1). None is required; each that is there must hold. One that is
/// `null` is not there.
public struct ClaimTimes: Sendable {
    /// Seconds two clocks may differ by.
    public static let skew: Double = 300

    /// A time claim that does not hold.
    public struct Problem: Sendable, Equatable {
        public let claim: String
        /// Goes on from the claim's name: `has passed …`.
        public let reason: String
    }

    /// The first time claim that does not hold at `now`, or is not a time at all.
    public static func problem(in claims: JSONObject, at now: Date) -> Problem? {
        let now = now.timeIntervalSince1970
        let early = "lies in the future by the clock of whoever reads it; \(Int(skew)) seconds are forgiven"
        let rules: [(claim: String, holds: @Sendable (Double) -> Bool, otherwise: String)] = [
            ("iat", { $0 <= now + skew }, early), ("nbf", { $0 <= now + skew }, early),
            ("exp", { $0 > now - skew }, "has passed by the clock of whoever reads it; \(Int(skew)) seconds are forgiven"),
        ]
        for rule in rules {
            guard let value = claims[anyCase: rule.claim], value != .null else { continue }
            guard let text = value.number?.text, let seconds = Double(text) else {
                return Problem(claim: rule.claim, reason: "is not a number of seconds since 1970")
            }
            guard rule.holds(seconds) else {
                // A clock of milliseconds is far ahead of one of seconds.
                let reason = seconds > now * 100 ? "is not in seconds since 1970 but in milliseconds" : rule.otherwise
                return Problem(claim: rule.claim, reason: reason)
            }
        }
        return nil
    }
}
