internal import Foundation

/// What lies in a text between `-----BEGIN …-----` and `-----END …-----`, read as leniently as people treat such texts (RFC 7468
/// §2): lines of any length and with any ends, blanks, words around and between, several in one text, one on a single line.
struct PEMText {
    struct Block {
        /// `CERTIFICATE`, `PRIVATE KEY`.
        let label: String
        let der: [UInt8]
        /// Whether it says, as keys of the time before PKCS #8 do, that it is encrypted (RFC 1421 §4.6.1.1).
        let isEncrypted: Bool
    }

    let blocks: [Block]

    /// - Throws: ``JOSEError/malformedKey`` for a text that holds no block, or one that is cut or is not base64.
    init(_ text: String) throws(JOSEError) {
        // Room for a chain of certificates and its key.
        guard text.utf8.count <= 1 << 18 else { throw .malformedKey }
        var blocks: [Block] = []
        // Line breaks that a variable or a JSON file has turned into two characters.
        var rest = text.replacingOccurrences(of: "\\r", with: "\r").replacingOccurrences(of: "\\n", with: "\n")[...]
        while let begin = rest.range(of: "-----BEGIN ") {
            rest = rest[begin.upperBound...]
            guard let dashes = rest.range(of: "-----") else { throw .malformedKey }
            let label = String(rest[..<dashes.lowerBound])
            guard let end = rest[dashes.upperBound...].range(of: "-----END \(label)-----") else { throw .malformedKey }
            blocks.append(try Self.block(label, rest[dashes.upperBound..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        guard !blocks.isEmpty else { throw .malformedKey }
        self.blocks = blocks
    }

    /// The first block of one of some labels.
    func first(_ labels: Set<String>) -> Block? { blocks.first { labels.contains($0.label) } }

    private static func block(_ label: String, _ content: Substring) throws(JOSEError) -> Block {
        // Lines of a header have a colon, which base64 has not.
        let lines = content.split(whereSeparator: \.isNewline)
        let headers = lines.filter { $0.contains(":") }
        var base64 = lines.filter { !$0.contains(":") }.joined().filter { !$0.isWhitespace && $0 != "=" }
        base64 += String(repeating: "=", count: (4 - base64.count % 4) % 4)
        let isEncrypted = label == "ENCRYPTED PRIVATE KEY" || headers.contains { $0.contains("ENCRYPTED") }
        guard let der = Data(base64Encoded: base64), !der.isEmpty || isEncrypted else { throw .malformedKey }
        return Block(label: label, der: Array(der), isEncrypted: isEncrypted)
    }
}
