/// Names a request in the log and in its answer: 16 hexadecimal digits, random.
enum RequestID {
    static func next() -> String {
        let text = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
