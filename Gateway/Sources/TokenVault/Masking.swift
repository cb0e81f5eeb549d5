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
    public static func email(_ email: String) -> String { String(decoding: self.email(Array(email.utf8)[...]), as: UTF8.self) }

    /// The same of a text's bytes.
    static func email(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let beginnings = beginnings(bytes)
        var masked: [UInt8] = []
        masked.reserveCapacity(bytes.count)
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else {
            mask(bytes, beginnings, &masked)
            return masked[...]
        }
        let dot = bytes[at...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        mask(bytes[..<at], beginnings, &masked)
        masked.append(bytes[at])
        mask(bytes[(at + 1)..<dot], beginnings, &masked)
        var label = bytes[dot...]
        while let point = label.first {
            masked.append(point)
            let end = label.dropFirst().firstIndex(of: UInt8(ascii: ".")) ?? label.endIndex
            let letters = label[(label.startIndex + 1)..<end]
            if characters(letters, beginnings) == 1 { mask(letters, beginnings, &masked) } else { masked += letters }
            label = label[end...]
        }
        return masked[...]
    }

    private static func mask(_ part: ArraySlice<UInt8>, _ beginnings: Set<Int>?, _ masked: inout [UInt8]) {
        let count = characters(part, beginnings)
        let begins = { (index: Int) in beginnings?.contains(index) ?? true }
        if count > 1 { masked += part[..<(part.indices.dropFirst().first(where: begins) ?? part.endIndex)] }
        masked += repeatElement(UInt8(ascii: "*"), count: count > 2 ? count - 2 : min(count, 1))
        if count > 2, let last = part.indices.last(where: begins) { masked += part[last...] }
    }

    private static func characters(_ part: ArraySlice<UInt8>, _ beginnings: Set<Int>?) -> Int {
        beginnings.map { part.indices.count(where: $0.contains) } ?? part.count
    }

    /// The places where a character, as a person sees them (Unicode UAX #29), begins; `nil` where that is each of them.
    private static func beginnings(_ bytes: ArraySlice<UInt8>) -> Set<Int>? {
        if bytes.allSatisfy({ $0 < 0x80 }) { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        return Set(text.indices.map { bytes.startIndex + text.utf8.distance(from: text.startIndex, to: $0) })
    }
}
