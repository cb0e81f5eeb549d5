internal import NIOHTTP1

/// What a request may say before its body: rules of HTTP that the decoder leaves to its user, and this gateway's own.
enum HeadRules {
    /// A request that is refused for its head. The words are the gateway's own.
    struct Objection: Equatable {
        let status: Int
        let reason: String
        var header: Header?
    }

    /// - Returns: `nil` for a head there is nothing to say against.
    static func objection(to head: HTTPRequestHead, bodyLimit: Int) -> Objection? {
        let headers = head.headers
        // RFC 9112 §3.2: two servers must not take one request for two hosts.
        let hosts = headers["host"]
        if head.version != .http1_0, hosts.count != 1 {
            return Objection(status: 400, reason: "A request of HTTP/1.1 has one Host header; this one has \(hosts.count)")
        }
        if hosts.count > 1 || !hosts.allSatisfy(isHost) {
            return Objection(status: 400, reason: "The Host header is not a host and a port")
        }
        let codings = headers[canonicalForm: "transfer-encoding"].map { $0.lowercased() }
        if !codings.isEmpty, codings != ["chunked"] {
            return Objection(status: 501, reason: "No Transfer-Encoding is taken but chunked alone")
        }
        if headers[canonicalForm: "content-encoding"].contains(where: { $0.lowercased() != "identity" }) {
            return Objection(
                status: 415, reason: "No Content-Encoding is taken; send the body as it is",
                header: ("Accept-Encoding", "identity"))
        }
        if let expected = headers.first(name: "expect"), expected.lowercased() != "100-continue" {
            return Objection(status: 417, reason: "Nothing can be expected but 100-continue")
        }
        if let length = headers.first(name: "content-length").flatMap(Int.init), length > bodyLimit {
            return Objection(status: 413, reason: "The body is larger than \(bodyLimit) bytes")
        }
        return nil
    }

    /// Whether the decoder takes what follows the request for another protocol, and reads no further.
    static func isUpgrade(_ head: HTTPRequestHead) -> Bool {
        head.headers.contains(name: "upgrade")
            && head.headers[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
    }

    /// A host and a port as RFC 3986 §3.2 allows them, or nothing.
    private static func isHost(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !forbidden.contains($0) }
    }

    private static let forbidden = Set("/?#@\\\"<>^`{|},".utf8)
}

extension HeadRules.Objection {
    static func == (left: Self, right: Self) -> Bool { left.status == right.status && left.reason == right.reason }
}

/// A header of an answer.
typealias Header = (name: String, value: String)
