/// Names a request in the log and in its answer: 16 letters, random.
///
/// Letters alone, so that no request id can ever be taken for a card number.
enum RequestID {
    private static let letters = Array("bcdfghjkmnpqrstv".utf8)

    static func next() -> String {
        var bits = UInt64.random(in: .min ... .max)
        return String(unsafeUninitializedCapacity: 16) { text in
            for index in 0..<16 {
                text[index] = letters[Int(bits & 15)]
                bits >>= 4
            }
            return 16
        }
    }
}
