public import Foundation
public import StrictJSON

/// The times a JWT may carry: `iat`, `nbf`, `exp` (RFC 7519 §4.1). None is required; each that is there must hold. One that is
/// `null` is not there.
public struct ClaimTimes: Sendable {
    /// Seconds two clocks may differ by.
    public static let skew: Double = 300

    /// The first time claim that does not hold at `now`, or is not a time at all.
    public static func problem(in claims: JSONObject, at now: Date) -> String? {
        let now = now.timeIntervalSince1970
        let rules: [(name: String, holds: @Sendable (Double) -> Bool)] = [
            ("iat", { $0 <= now + skew }), ("nbf", { $0 <= now + skew }), ("exp", { $0 > now - skew }),
        ]
        for rule in rules {
            guard let value = claims[anyCase: rule.name], value != .null else { continue }
            guard let text = value.number?.text, let seconds = Double(text), rule.holds(seconds) else { return rule.name }
        }
        return nil
    }
}
