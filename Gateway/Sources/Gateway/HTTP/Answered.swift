internal import NIOCore
internal import NIOHTTP1

/// An answer with everything HTTP says about it (RFC 9112 §4).
struct Answered: Sendable {
    let status: Int
    let body: [UInt8]
    let isLost: Bool
    private let contentType: String
    private let isCacheable: Bool
    private let id: String
    private let headers: [Header]

    /// - Parameters:
    ///   - id: The request's.
    ///   - headers: More headers, beside the answer's own.
    init(_ answer: Answer, _ id: String, headers: [Header] = []) {
        status = answer.status
        body = answer.body
        contentType = answer.contentType
        isLost = answer.isLost
        isCacheable = answer.isCacheable
        self.id = id
        self.headers = answer.headers + headers
    }

    /// The bytes of the answer, in one buffer: one write, one packet as a rule.
    ///
    /// - Parameters:
    ///   - isLast: Whether the connection closes afterwards.
    ///   - isHead: Whether `HEAD` was asked, whose answer has no body.
    func bytes(isLast: Bool, isHead: Bool) -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: 360 + body.count)
        if status == 200 {
            buffer.writeStaticString("HTTP/1.1 200 OK")
        } else {
            buffer.writeString("HTTP/1.1 \(status) \(HTTPResponseStatus(statusCode: status).reasonPhrase)")
        }
        buffer.writeStaticString("\r\nDate: ")
        buffer.writeString(HTTPDate.now())
        // An answer without content says nothing of it (RFC 9110 §8.6).
        if status != 204 {
            buffer.writeStaticString("\r\nContent-Type: ")
            buffer.writeString(contentType)
            buffer.writeStaticString("\r\nContent-Length: ")
            buffer.writeString(String(body.count))
        }
        buffer.writeStaticString(
            isCacheable ? "\r\nCache-Control: public, max-age=86400" : "\r\nCache-Control: no-store")
        buffer.writeStaticString("\r\nX-Request-ID: ")
        buffer.writeString(id)
        buffer.writeStaticString("\r\nX-Content-Type-Options: nosniff\r\n")
        // One that would end its line is not written: it would begin another.
        for header in headers where header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) {
            buffer.writeString("\(header.name): \(header.value)\r\n")
        }
        if isLast { buffer.writeStaticString("Connection: close\r\n") }
        buffer.writeStaticString("\r\n")
        if !isHead { buffer.writeBytes(body) }
        return buffer
    }
}
