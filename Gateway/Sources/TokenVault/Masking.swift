/// What may be shown of an account and an e-mail address (protocol.md §2.4).
public enum Masking {
    /// The first and last characters with a capital X for each one between. Where the ends would leave fewer than two
    /// characters hidden, everything is hidden.
    static func account(_ characters: [UInt8], first: Int, last: Int) -> String {
        let hidden = characters.count - first - last
        guard hidden >= 2 else { return String(repeating: "X", count: characters.count) }
        return String(decoding: characters.prefix(first), as: UTF8.self) + String(repeating: "X", count: hidden)
            + String(decoding: characters.suffix(last), as: UTF8.self)
    }

    /// `d***y@g**l.com`: the first and last character of the local part and of the first label of the domain stay, each
    /// one between becomes a star. A part of one or two characters keeps its first.
    public static func email(_ email: String) -> String {
        guard let at = email.lastIndex(of: "@") else { return ends(email) }
        let domain = email[email.index(after: at)...]
        let label = domain.prefix { $0 != "." }
        return ends(email[..<at]) + "@" + ends(label) + domain.dropFirst(label.count)
    }

    private static func ends(_ part: some StringProtocol) -> String {
        guard let first = part.first else { return "" }
        guard part.count > 2, let last = part.last else { return String(first) + String(repeating: "*", count: part.count - 1) }
        return String(first) + String(repeating: "*", count: part.count - 2) + String(last)
    }
}
