internal import TokenVault

/// How often each merchant may ask: a bucket that holds a second's requests and fills at their rate.
final class RequestBudgets: Sendable {
    private struct Bucket {
        var left: Double
        var at: ContinuousClock.Instant
    }

    private let buckets = Locked<[String: Bucket]>([:])

    /// - Parameter perSecond: `nil` for any number.
    /// - Returns: Whether the merchant may ask once more now.
    func allow(_ merchant: String, perSecond: Int?, now: ContinuousClock.Instant = .now) -> Bool {
        guard let perSecond else { return true }
        let rate = Double(perSecond)
        return buckets.withLock { buckets in
            var bucket = buckets[merchant] ?? Bucket(left: rate, at: now)
            bucket.left = min(rate, bucket.left + rate * ((now - bucket.at) / .seconds(1)))
            bucket.at = now
            let isAllowed = bucket.left >= 1
            if isAllowed { bucket.left -= 1 }
            buckets[merchant] = bucket
            return isAllowed
        }
    }
}
