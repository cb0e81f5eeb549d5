internal import CLibCrypto

/// Random bytes for nonces and names, of libcrypto's generator (NIST SP 800-90A): the system seeds it, again and again and after a fork,
/// and is not called for each.
enum Random {
    static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            // Where the system has no randomness, nothing may go on.
            guard RAND_bytes(bytes.baseAddress, Int32(count)) == 1 else { fatalError("The system gives no random bytes") }
            filled = count
        }
    }
}
