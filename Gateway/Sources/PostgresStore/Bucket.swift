/// Which of 256 buckets a row lies in. It is stored, so it never changes.
enum Bucket {
    static func of(_ text: String) -> Int16 { of(text.utf8) }

    /// FNV-1a in 32 bits, folded to eight.
    static func of(_ bytes: some Sequence<UInt8>) -> Int16 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int16((hash ^ hash >> 8 ^ hash >> 16 ^ hash >> 24) & 0xFF)
    }
}
