internal import Foundation
internal import NIOCore

/// Sees a connection's bytes before they are read as requests: when one begins, what came where none did, and headers that ask for
/// another protocol.
final class Opening: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// The first bytes of the request that is arriving, as many as tell protocols and methods apart.
    private var first: [UInt8] = []
    /// Bytes of the first line of the request that is arriving.
    private(set) var lineLength = 0
    private var hasLine = false
    /// Whether the first line ended with LF alone.
    private(set) var hasBareEnd = false
    /// Called with the first bytes of each request.
    var onBegin: () -> Void = {}
    private var hasBegun = false

    /// How much of ``upgrade`` the line that is arriving has begun with; `nil` once it began with something else.
    private var matched: Int? = 0
    private static let upgrade = Array("upgrade".utf8)
    private static let firstCount = 32

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = Self.taken(unwrapInboundIn(data), context.channel.allocator)
        ignoreUpgrade(&buffer)
        let bytes = buffer.readableBytesView
        if first.count < Self.firstCount { first += bytes.prefix(Self.firstCount - first.count) }
        if !hasLine {
            let line = bytes.firstIndex(of: UInt8(ascii: "\n"))
            lineLength += line.map { $0 - bytes.startIndex } ?? bytes.count
            hasLine = line != nil
            if let line, line > bytes.startIndex { hasBareEnd = bytes[bytes.index(before: line)] != UInt8(ascii: "\r") }
        }
        if !hasBegun, !bytes.isEmpty {
            hasBegun = true
            onBegin()
        }
        context.fireChannelRead(wrapInboundOut(buffer))
    }

    /// A copy. What it came in is kept for the connection's next read, and wiped: a client that stays would leave its card in it.
    private static func taken(_ read: ByteBuffer, _ allocator: ByteBufferAllocator) -> ByteBuffer {
        var copy = allocator.buffer(capacity: read.readableBytes)
        copy.writeBytes(read.readableBytesView)
        read.withUnsafeReadableBytes { bytes in
            // Nobody else has it before the next read.
            if let begin = bytes.baseAddress { memset(UnsafeMutableRawPointer(mutating: begin), 0, bytes.count) }
        }
        return copy
    }

    /// An `Upgrade` may be ignored (RFC 9110 §7.8). The decoder does not: it takes what follows for another protocol, and reads no
    /// further. So the header's name reaches it with its last letter made a dash, as that of a header nobody knows.
    ///
    /// Lines of a body are looked at, too, as nothing here knows where one begins. No body that is read here has a line that begins
    /// with that word.
    private func ignoreUpgrade(_ buffer: inout ByteBuffer) {
        var at = buffer.readerIndex
        while at < buffer.writerIndex {
            guard let count = matched else {
                let rest = buffer.viewBytes(at: at, length: buffer.writerIndex - at)
                guard let end = rest?.firstIndex(of: UInt8(ascii: "\n")) else { return }
                matched = 0
                at = end + 1
                continue
            }
            let byte: UInt8 = buffer.getInteger(at: at) ?? 0
            if byte | 0x20 == Self.upgrade[count] {
                matched = count + 1
                if count + 1 == Self.upgrade.count {
                    buffer.setInteger(UInt8(ascii: "-"), at: at)
                    matched = nil
                }
            } else {
                matched = byte == UInt8(ascii: "\n") ? 0 : nil
            }
            at += 1
        }
    }

    /// Whether bytes of a request have arrived that is not whole yet.
    var isAmidRequest: Bool { hasBegun }

    /// A request was answered; what comes next is another.
    func next() {
        hasBegun = false
        hasLine = false
        lineLength = 0
        first.removeAll(keepingCapacity: true)
    }

    /// Whether it begins as a request does, whatever its method: with a word, a blank and a target (RFC 9112 §3).
    var isRequest: Bool {
        let line = String(decoding: first, as: UTF8.self)
        return line.prefixMatch(of: /[!#$%&'*+.^_`|~0-9A-Za-z-]+ (\/|\*|https?:)/) != nil
    }

    /// What the request began with, where that was another protocol.
    var foreignProtocol: String? {
        if first.starts(with: [0x16, 0x03]) {
            return
                "This port speaks HTTP in plain text, and a TLS handshake arrived: use http://, or start the gateway with --tls-certificate and --tls-key"
        }
        if first.starts(with: Array("PRI * HTTP/2".utf8)) {
            return "This port speaks HTTP/1.1, and HTTP/2 arrived without being asked for"
        }
        if first.starts(with: Array("PROXY ".utf8)) || first.starts(with: [0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51]) {
            return "This port takes no PROXY protocol, and a line of it arrived: turn it off in the proxy"
        }
        return nil
    }
}
