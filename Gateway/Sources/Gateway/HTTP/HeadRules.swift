internal import NIOHTTP1

/// What a request may say before its body: rules of HTTP that the decoder leaves to its user, and this gateway's own.
enum HeadRules {
    /// A request that is refused for its head. The words are the gateway's own.
    struct Objection {
        let status: Int
        let reason: String
        var header: Header?
    }

    /// - Returns: `nil` for a head there is nothing to say against.
    static func objection(to head: HTTPRequestHead, bodyLimit: Int) -> Objection? {
        var (hosts, codings) = (0, 0)
        // One pass, as this is asked of every request.
        for (name, value) in head.headers {
            switch name.utf8.count {
            case 4 where name.isNamed("host"):
                hosts += 1
                guard isHost(trimmed(value)) else {
                    return Objection(status: 400, reason: "The Host header is not a host and a port")
                }
            case 17 where name.isNamed("transfer-encoding"):
                codings += 1
                guard codings == 1, trimmed(value).isNamed("chunked") else {
                    return Objection(status: 501, reason: "No Transfer-Encoding is taken but chunked alone")
                }
            case 16 where name.isNamed("content-encoding"):
                let coding = trimmed(value)
                guard coding.isEmpty || coding.isNamed("identity") else {
                    return Objection(
                        status: 415, reason: "No Content-Encoding is taken; send the body as it is",
                        header: ("Accept-Encoding", "identity"))
                }
            case 6 where name.isNamed("expect"):
                guard trimmed(value).isNamed("100-continue") else {
                    return Objection(status: 417, reason: "Nothing can be expected but 100-continue")
                }
            case 14 where name.isNamed("content-length"):
                if let length = Int(value), length > bodyLimit {
                    return Objection(status: 413, reason: "The body is larger than \(bodyLimit) bytes")
                }
            default: break
            }
        }
        // RFC 9112 §3.2: two servers must not take one request for two hosts.
        guard hosts == 1 || hosts == 0 && head.version == .http1_0 else {
            return Objection(
                status: 400,
                reason: "A request of HTTP/1.1 has one Host header, and one of HTTP/1.0 no more; this one has \(hosts)")
        }
        return nil
    }

    /// A value without the blanks that may stand around it (RFC 9110 §5.5); the decoder leaves those behind it.
    private static func trimmed(_ value: String) -> String {
        // By bytes, as this is asked of every request.
        guard let last = value.utf8.last, " \t".utf8.contains(last) else { return value }
        return trimmed(String(value.dropLast()))
    }

    /// A host, an address in brackets, or nothing; and a port or none (RFC 3986 §3.2).
    private static func isHost(_ text: String) -> Bool {
        let text = text.utf8
        guard text.allSatisfy(isOfHost) else { return false }
        let isBracketed = text.first == UInt8(ascii: "[")
        let end =
            isBracketed ? text.firstIndex(of: UInt8(ascii: "]")).map(text.index(after:)) : text.firstIndex(of: UInt8(ascii: ":"))
        guard let end else { return !isBracketed }
        let (colon, port) = (text[end...].first, text[end...].dropFirst())
        return colon.map { $0 == UInt8(ascii: ":") } ?? true
            && port.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && (port.isEmpty || (Int(Substring(port)) ?? .max) <= 65_535)
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "/", "?", "#", "@", "\\", "\"", "<", ">", "^", "`", "{", "|", "}", ",": false
        default: (0x21...0x7E).contains(byte)
        }
    }
}

extension String {
    /// Whether a header's name or a word of its value is this one, whatever its case.
    fileprivate func isNamed(_ name: StaticString) -> Bool {
        guard utf8.count == name.utf8CodeUnitCount else { return false }
        return utf8.enumerated().allSatisfy { index, byte in
            let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
            return lower == name.utf8Start[index]
        }
    }
}

extension HeadRules.Objection {
    static let tooLate = Self(status: 408, reason: "The request did not arrive in time")

    static func tooLarge(_ limits: GatewayConfiguration.Limits) -> Self {
        Self(status: 413, reason: "The body is larger than \(limits.body) bytes, or in too many pieces")
    }

    /// What could not be read as a request: another protocol, too much of this one, or nonsense.
    static func unreadable(_ error: HTTPParserError, _ opening: Opening, _ limits: GatewayConfiguration.Limits) -> Self {
        if let words = opening.foreignProtocol { return Self(status: 400, reason: words) }
        if opening.hasBareEnd { return Self(status: 400, reason: "A line ends with CR and LF, and this one ended with LF alone") }
        if error == .invalidVersion { return Self(status: 505, reason: "This port speaks HTTP/1.1, and takes HTTP/1.0") }
        if error == .invalidMethod, opening.isRequest { return Self(status: 501, reason: "There is no such method here") }
        guard error == .headerOverflow else { return Self(status: 400, reason: "This is not HTTP/1.1") }
        return opening.lineLength > limits.headers
            ? Self(status: 414, reason: "The target is longer than \(limits.headers) bytes")
            : Self(status: 431, reason: "The headers are larger than \(limits.headers) bytes, or more than \(limits.headerCount)")
    }
}

/// A header of an answer.
typealias Header = (name: String, value: String)
