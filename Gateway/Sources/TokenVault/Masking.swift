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
    /// one between becomes a star. A part of two characters keeps its first; a part of one, also among the other labels of the
    /// domain, keeps nothing, so that nothing is ever shown whole.
    public static func email(_ email: String) -> String {
        let bytes = Array(email.utf8)
        let begins = beginnings(email, bytes)
        var masked: [UInt8] = []
        masked.reserveCapacity(bytes.count)
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else {
            mask(bytes[...], begins, &masked)
            return String(decoding: masked, as: UTF8.self)
        }
        let dot = bytes[at...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        mask(bytes[..<at], begins, &masked)
        masked.append(bytes[at])
        mask(bytes[(at + 1)..<dot], begins, &masked)
        for label in bytes[dot...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst() {
            masked.append(UInt8(ascii: "."))
            if label.indices.count(where: begins) == 1 { mask(label, begins, &masked) } else { masked += label }
        }
        return String(decoding: masked, as: UTF8.self)
    }

    private static func mask(_ part: ArraySlice<UInt8>, _ begins: (Int) -> Bool, _ masked: inout [UInt8]) {
        if part.indices.count(where: begins) == 1 { return masked.append(UInt8(ascii: "*")) }
        let second = part.indices.dropFirst().first(where: begins) ?? part.endIndex
        masked += part[..<second]
        guard let last = part[second...].indices.last(where: begins) else { return }
        let isKept = last > second
        let stars = part[second..<last].indices.count(where: begins) + (isKept ? 0 : 1)
        masked += repeatElement(UInt8(ascii: "*"), count: stars)
        if isKept { masked += part[last...] }
    }

    /// Whether a character, as a person sees them (Unicode UAX #29), begins at a byte.
    private static func beginnings(_ text: String, _ bytes: [UInt8]) -> (Int) -> Bool {
        if bytes.allSatisfy({ $0 < 0x80 }) { return { _ in true } }
        let beginnings = Set(text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) })
        return { beginnings.contains($0) }
    }
}
