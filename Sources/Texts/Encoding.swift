extension Texts {
    private static let kinds: [([UInt8], String)] = [
        ([0x1F, 0x8B], "is compressed; unpack it first"),
        (Array("PK\u{3}\u{4}".utf8), "is a ZIP archive, as spreadsheets are; save it as text"),
        (Array("%PDF".utf8), "is a PDF; save it as text"),
    ]

    /// Why bytes are not the UTF-8 that everything here is written in, in words that go on from the name of a file or a line:
    /// `is UTF-16; …`. `nil` for UTF-8, with a byte-order mark or without.
    public static func encodingProblem(_ bytes: some Collection<UInt8>) -> String? {
        let start = Array(bytes.prefix(4))
        if let (_, words) = kinds.first(where: { start.starts(with: $0.0) }) { return words }
        let isWide = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
        // Without a mark, every other byte of the first letters is 0.
        if isWide || start.count >= 2 && start.contains(0) && start.contains(where: { $0 != 0 }) {
            return "is UTF-16 or UTF-32; save it as UTF-8"
        }
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        return "is not UTF-8; save it as UTF-8, or convert it with iconv"
    }
}
