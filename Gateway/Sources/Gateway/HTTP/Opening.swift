internal import NIOCore

/// Sees a connection's bytes before they are read as requests: when one begins, and what came where none did.
final class Opening: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// The first bytes of the connection, as many as tell protocols apart.
    private var first: [UInt8] = []
    /// Bytes of the first line of the request that is arriving.
    private(set) var lineLength = 0
    private var hasLine = false
    /// Called with the first bytes of each request.
    var onBegin: () -> Void = {}
    private var hasBegun = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data).readableBytesView
        if first.count < 16 { first += bytes.prefix(16 - first.count) }
        if !hasLine {
            let line = bytes.firstIndex(of: UInt8(ascii: "\n"))
            lineLength += line.map { $0 - bytes.startIndex } ?? bytes.count
            hasLine = line != nil
        }
        if !hasBegun, !bytes.isEmpty {
            hasBegun = true
            onBegin()
        }
        context.fireChannelRead(data)
    }

    /// Whether bytes of a request have arrived that is not whole yet.
    var isAmidRequest: Bool { hasBegun }

    /// A request was answered; what comes next is another.
    func next() {
        hasBegun = false
        hasLine = false
        lineLength = 0
    }

    /// What the connection began with, where that was another protocol.
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
