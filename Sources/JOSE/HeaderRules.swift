internal import StrictJSON

/// What a header may say beside its algorithm, the same for signed and for encrypted messages.
enum HeaderRules {
    /// Members that change how a message is read, or bring a key along, are refused; members nobody here understands are
    /// ignored, as RFC 7515 §4 and RFC 7516 §4 ask.
    ///
    /// - Parameters:
    ///   - kid: What a `kid` must equal where there is one; `nil` where there may be none.
    ///   - refused: Members that only this kind of message must not have.
    static func allow(_ header: JSONObject, kid: String?, besides refused: Set<String>) -> Bool {
        header.members.allSatisfy { member in
            switch member.name {
            case "crit", "b64", "zip", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256": false
            case "kid": kid != nil && member.value.string == kid
            case "typ": ["JWT", "JOSE", "JWE"].contains(member.value.string?.uppercased())
            default: !refused.contains(member.name)
            }
        }
    }
}
