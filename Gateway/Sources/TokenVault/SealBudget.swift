/// How often a key may still encrypt, as a state machine without I/O.
///
/// AES-GCM with random nonces is safe for 2^32 encryptions under a key (NIST SP 800-38D §8.3). The store counts them in
/// blocks, ahead of use, so that a crash can only count too many.
struct SealBudget: Sendable {
    enum Action: Equatable { case seal, reserve(Int), rotate }

    let limit: Int
    let block: Int
    /// Reserved in the store, by anybody.
    private var reserved: Int
    /// Of these, this process may still make so many.
    private var left = 0

    init(reserved: Int, limit: Int = 1 << 32, block: Int = 1 << 20) {
        self.reserved = reserved
        self.limit = limit
        self.block = block
    }

    /// Asks for one encryption.
    mutating func next() -> Action {
        if left > 0 {
            left -= 1
            return .seal
        }
        return reserved + block <= limit ? .reserve(block) : .rotate
    }

    /// The store has reserved a block; its count is now `total`.
    mutating func reserved(_ count: Int, total: Int) {
        reserved = max(reserved, total)
        if total <= limit { left += count }
    }
}
