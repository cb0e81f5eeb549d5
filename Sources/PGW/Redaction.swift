/// What a log may show of a token.
enum Redaction {
    /// The first 6 characters and the length: enough to tell two apart, too little to use.
    static func shortened(_ token: String) -> String {
        token.count > 6 ? "\(token.prefix(6))…(\(token.count))" : "…(\(token.count))"
    }
}
