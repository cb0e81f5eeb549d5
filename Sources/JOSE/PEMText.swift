internal import Foundation

/// What lies in a text between `-----BEGIN …-----` and `-----END …-----`, read as leniently as people treat such texts (RFC 7468
/// §2): lines of any length and with any ends, blanks, words around and between, several in one text, one on a single line.
@_spi(OpenPGW)
public struct PEMText {
    public struct Block {
        /// `CERTIFICATE`, `PRIVATE KEY`.
        public let label: String
        public let der: [UInt8]
        /// Whether it says, as keys of the time before PKCS #8 do, that it is encrypted (RFC 1421 §4.6.1.1).
        public let isEncrypted: Bool
    }

    public let blocks: [Block]

    /// - Throws: ``JOSEError/malformedKey`` for a text that holds no block, or one that is cut or is not base64.
    public init(_ text: String) throws(JOSEError) {
        // Room for a chain of certificates and its key.
        guard text.utf8.count <= 1 << 18 else { throw .malformedKey("it is longer than 256 kB") }
        var blocks: [Block] = []
        // Line breaks that a variable or a JSON file has turned into two characters.
        var rest = text.replacingOccurrences(of: "\\r", with: "\r").replacingOccurrences(of: "\\n", with: "\n")[...]
        while let begin = rest.range(of: "-----BEGIN ") {
            rest = rest[begin.upperBound...]
            guard let dashes = rest.range(of: "-----") else { throw Self.cut }
            let label = String(rest[..<dashes.lowerBound])
            guard let end = rest[dashes.upperBound...].range(of: "-----END \(label)-----") else { throw Self.cut }
            blocks.append(try Self.block(label, rest[dashes.upperBound..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        guard !blocks.isEmpty else { throw Self.problem(text) }
        self.blocks = blocks
    }

    private static let cut = JOSEError.malformedKey("it is cut: it has a BEGIN line without its END line")

    /// Why a text without a block is none.
    private static func problem(_ text: String) -> JOSEError {
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.isEmpty { return .malformedKey("it is empty") }
        let seen = [
            ("{", "it is JSON, perhaps a JWK"), ("MII", "it is base64 without its BEGIN and END lines"),
            ("ssh-", "it is a key for ssh; ssh-keygen -e -m PKCS8 -f FILE makes PEM of it"),
            (
                "---- BEGIN SSH2",
                "it is a key for ssh; ssh-keygen -i -m RFC4716 -f FILE makes one line of it, and ssh-keygen -e PEM"
            ),
            ("PuTTY-", "it is a key of PuTTY; export it as OpenSSL writes it"),
        ].first { start.hasPrefix($0.0) }
        return seen.map { .malformedKey($0.1) } ?? .malformedKey
    }

    /// Why a text without the block that was looked for is not what was asked for.
    public var problem: JOSEError {
        if first(["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"]) != nil {
            return .malformedKey("it is a certificate request; openssl req -pubkey -noout -in FILE prints its key")
        }
        if first(["OPENSSH PRIVATE KEY"]) != nil {
            return .malformedKey("it is as ssh-keygen writes it; ssh-keygen -p -m PEM -f FILE turns a copy of it into PEM")
        }
        if first(["PKCS7", "CMS"]) != nil {
            return .malformedKey("it is PKCS #7; openssl pkcs7 -print_certs -in FILE prints its certificates")
        }
        return .malformedKey
    }

    /// The first block of one of some labels.
    public func first(_ labels: Set<String>) -> Block? { blocks.first { labels.contains($0.label) } }

    private static func block(_ label: String, _ content: Substring) throws(JOSEError) -> Block {
        // Lines of a header have a colon, which base64 has not.
        let lines = content.split(whereSeparator: \.isNewline)
        let headers = lines.filter { $0.contains(":") }
        var base64 = lines.filter { !$0.contains(":") }.joined().filter { !$0.isWhitespace && $0 != "=" }
        base64 += String(repeating: "=", count: (4 - base64.count % 4) % 4)
        let isEncrypted = label == "ENCRYPTED PRIVATE KEY" || headers.contains { $0.contains("ENCRYPTED") }
        guard let der = Data(base64Encoded: base64), !der.isEmpty || isEncrypted else {
            throw .malformedKey("what is between its BEGIN and END lines is not base64")
        }
        return Block(label: label, der: Array(der), isEncrypted: isEncrypted)
    }
}
