extension String {
    /// With the ASCII letters in lower case, and no other: no two names of the protocol become one by what another script does.
    package var foldedCase: String {
        String(decoding: utf8.map(Self.folded), as: UTF8.self)
    }

    package func isEqual(anyCase other: String) -> Bool {
        utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { Self.folded($0) == Self.folded($1) }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
