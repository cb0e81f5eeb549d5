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
        var masked: [UInt8] = []
        masked.reserveCapacity(bytes.count)
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else {
            mask(bytes[...], &masked)
            return String(decoding: masked, as: UTF8.self)
        }
        let dot = bytes[at...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        mask(bytes[..<at], &masked)
        masked.append(bytes[at])
        mask(bytes[(at + 1)..<dot], &masked)
        for label in bytes[dot...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst() {
            masked.append(UInt8(ascii: "."))
            if characters(label) == 1 { mask(label, &masked) } else { masked += label }
        }
        return String(decoding: masked, as: UTF8.self)
    }

    /// A character is a Unicode scalar here: a byte that does not continue one begins one.
    private static func mask(_ part: ArraySlice<UInt8>, _ masked: inout [UInt8]) {
        if characters(part) == 1 { return masked.append(UInt8(ascii: "*")) }
        let second = part.dropFirst().firstIndex(where: begins) ?? part.endIndex
        masked += part[..<second]
        guard let last = part[second...].lastIndex(where: begins) else { return }
        let isKept = last > second
        let stars = part[second..<last].count(where: begins) + (isKept ? 0 : 1)
        masked += repeatElement(UInt8(ascii: "*"), count: stars)
        if isKept { masked += part[last...] }
    }

    private static func characters(_ part: ArraySlice<UInt8>) -> Int { part.count(where: begins) }

    private static func begins(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
