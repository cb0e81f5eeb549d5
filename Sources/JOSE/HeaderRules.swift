internal import StrictJSON

/// What a header may say beside its algorithm, the same for signed and for encrypted messages.
enum HeaderRules {
    /// Members that change how a message is read, or bring a key along, are refused; members nobody here understands are
    /// ignored, as RFC 7515 §4 and RFC 7516 §4 ask.
    ///
    /// - Parameters:
    ///   - kid: What a `kid` may be where there is one.
    ///   - types: What a `typ` may be where there is one.
    ///   - refused: Members that only this kind of message must not have.
    static func allow(
        _ header: JSONObject, kid: KeyName, types: Set<String> = ["JWT", "JOSE"], besides refused: Set<String>
    ) -> Bool {
        header.members.allSatisfy { member in
            switch member.name {
            case "crit", "b64", "zip", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256": false
            case "kid": kid.allows(member.value)
            case "typ": member.value.string.map { types.contains($0.uppercased()) } ?? false
            default: !refused.contains(member.name)
            }
        }
    }

    enum KeyName {
        /// The key it was verified with, or nothing: a signature is not taken under another key's name.
        case exactly(String?)
        /// Any: what a key decrypts was encrypted to it, whatever the sender calls it.
        case any

        func allows(_ value: JSON) -> Bool {
            switch self {
            case .exactly(let name): name != nil && value.string == name
            case .any: value.string != nil
            }
        }
    }
}
