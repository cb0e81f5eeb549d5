/// base64url without padding (RFC 4648 §5, RFC 7515 §2), in its one canonical spelling.
///
/// A decoder that also takes padding, the standard alphabet or loose trailing bits gives one signature many spellings.
enum Base64URL {
    static func encode(_ bytes: some Collection<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count * 4 + 2) / 3)
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                out.append(alphabet[Int(pending >> bits & 63)])
            }
        }
        if bits > 0 { out.append(alphabet[Int(pending << (6 - bits) & 63)]) }
        return String(decoding: out, as: UTF8.self)
    }

    /// - Returns: `nil` for any other spelling than the canonical one.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(text.count * 3 / 4)
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for character in text {
            let value = values[Int(character)]
            guard value < 64 else { return nil }
            pending = pending << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: pending >> bits))
            }
        }
        // A lone last character carries no byte, and bits below the last byte must be zero.
        guard bits < 6, pending & (1 << bits - 1) == 0 else { return nil }
        return out
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()
}
