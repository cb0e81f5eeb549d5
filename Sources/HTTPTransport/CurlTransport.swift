#if os(Linux) && canImport(Glibc)
import Foundation

/// ``Transport`` by libcurl, which is under Foundation on Linux: without what Foundation adds there. A server that closes amid a
/// header ends no process, an answer is only read as far as it may be long, and a kept connection that is gone is made anew.
///
/// It keeps no cookies, follows no redirection, decodes nothing that was not asked for, and speaks HTTP/1.1. Its trust is the system's;
/// `SSL_CERT_FILE` and `SSL_CERT_DIR` name another, and `https_proxy` a proxy, as they do for OpenSSL and curl.
public struct CurlTransport: Transport {
    private let session = Session()

    private let surroundings = CurlSurroundings()

    public init() {}

    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.url.mustBeWeb()
        let exchange = CurlExchange(request, surroundings)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchange.whenEnded = { continuation.resume(returning: $0) }
                session.loop.start(exchange)
            }
        } onCancel: {
            session.loop.cancel(exchange)
        }
        return try result.get()
    }

    /// Ends the loop when nobody has the transport any more.
    private final class Session: Sendable {
        let loop = CurlLoop()
        deinit { loop.end() }
    }
}
#endif
