internal import StrictJSON

/// What a header may say beside its algorithm, the same for signed and for encrypted messages.
enum HeaderRules {
    /// The first member that changes how a message is read, or brings a key along. Such a message is refused.
    ///
    /// Everything else is a hint or unknown, and changes nothing: `kid`, `x5t`, `x5t#S256`, `typ` and `cty` may say what they like
    /// (RFC 7515 §4.1.4, §4.1.7), as the one key is found by who the message is from, and the one algorithm by where it goes.
    static func refused(in header: JSONObject, besides others: Set<String>) -> String? {
        header.members.first { refused.contains($0.name) || others.contains($0.name) }?.name
    }

    private static let refused: Set<String> = ["crit", "b64", "zip", "jku", "jwk", "x5u", "x5c"]
}
