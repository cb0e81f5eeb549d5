internal import Synchronization

/// Names a request in the log and in its answer: 16 letters, of which no two requests of a process have the same.
///
/// Letters alone, so that no request id can ever be taken for a card number.
enum RequestID {
    private static let letters = Array("bcdfghjkmnpqrstv".utf8)
    private static let count = Atomic(UInt64.random(in: .min ... .max))

    static func next() -> String {
        // SplitMix64: a bijection of the count, so ids differ, and look nothing like each other.
        var bits = count.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
        return String(unsafeUninitializedCapacity: 16) { text in
            for index in 0..<16 {
                text[index] = letters[Int(bits & 15)]
                bits >>= 4
            }
            return 16
        }
    }
}
