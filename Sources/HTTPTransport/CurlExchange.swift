#if os(Linux) && canImport(Glibc)
import CCurl
import Foundation
import Glibc

/// A request on its way through libcurl, and as much of the answer as has come.
final class CurlExchange: @unchecked Sendable {
    // @unchecked: the first two are only touched under the loop's lock; the others before it is started and then on the loop's thread.
    var isStarted = false
    var isCancelled = false

    private let request: TransportRequest
    private(set) var easy: OpaquePointer?
    private var headers: OpaquePointer?
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(ccurl_error_text_size.rawValue))
    /// Called once, with the answer or why there is none.
    var whenEnded: ((Result<TransportResponse, TransportError>) -> Void)?

    private var unsent = Data()
    private var body = Data()
    private var headerBytes = 0
    private var isHeaderWhole = false
    /// Whether the header said how the body ends, or that there is none.
    private var isFramed = false
    private var location: String?
    private var excess: TransportError?
    /// Whether an address was met that may not be connected to.
    private var isForbidden = false

    private static let headerLimit = 64 * 1024

    /// libcurl's codes that say more than that it failed (libcurl-errors(3)).
    private static let reasons: [Int32: TransportError.Reason] = {
        let unreachable: [Int32] = [3, 5, 6, 7]
        let insecure: [Int32] = [35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98]
        let all =
            unreachable.map { ($0, TransportError.Reason.unreachable) } + insecure.map { ($0, .insecure) } + [(28, .timedOut)]
        return Dictionary(uniqueKeysWithValues: all)
    }()

    private let surroundings: CurlSurroundings

    init(_ request: TransportRequest, _ surroundings: CurlSurroundings) {
        self.request = request
        self.surroundings = surroundings
        errorText.initialize(repeating: 0, count: Int(ccurl_error_text_size.rawValue))
    }

    deinit { errorText.deallocate() }

    // MARK: Going out

    /// - Returns: libcurl's handle of it, which lasts until ``end(_:)``.
    func makeHandle() -> OpaquePointer? {
        guard let easy = ccurl_easy_init() else { return nil }
        self.easy = easy
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_pointer(easy, ccurl_error_text, errorText)
        ccurl_set_long(easy, ccurl_no_signal, 1)
        ccurl_set_long(easy, ccurl_follow_location, 0)
        ccurl_set_long(easy, ccurl_http_version, Int(ccurl_http_1_1.rawValue))
        ccurl_set_long(easy, ccurl_http09_allowed, 0)
        ccurl_set_long(easy, ccurl_suppress_connect_headers, 1)
        // The whole of it: name, connection, TLS, and the answer's last byte.
        ccurl_set_long(easy, ccurl_timeout_ms, max(1, Int(request.timeout * 1000)))
        // A name that nobody resolves keeps only its own exchange waiting. libcurl before 7.87 does not have it.
        ccurl_set_long(easy, ccurl_quick_exit, 1)
        ccurl_set_receive(easy, ccurl_header_function) { bytes, one, count, context in
            receive(bytes, one * count, context) { $0.receiveHeader($1) }
        }
        ccurl_set_pointer(easy, ccurl_header_context, context)
        ccurl_set_receive(easy, ccurl_body_function) { bytes, one, count, context in
            receive(bytes, one * count, context) { $0.receiveBody($1) }
        }
        ccurl_set_pointer(easy, ccurl_body_context, context)
        if request.mayConnect != nil {
            ccurl_set_open(easy) { context, _, place in
                guard let context, let place else { return -1 }
                return Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue().open(place)
            }
            ccurl_set_pointer(easy, ccurl_open_context, context)
        }
        let texts = [
            (ccurl_ca_file, surroundings.authorityFile), (ccurl_ca_folder, surroundings.authorityFolder),
            (ccurl_proxy, request.mayConnect == nil ? surroundings.proxy(for: request.url) : ""),
            (ccurl_no_proxy, surroundings.exempt),
        ]
        // libcurl reads the file once a loop, and with a folder beside it once a handshake: 25 ms each.
        if surroundings.isSilentOnAuthorities, let file = ccurl_default_ca_file(easy), access(file, R_OK) == 0 {
            ccurl_set_pointer(easy, ccurl_ca_folder, nil)
        }
        for case (let option, let text?) in texts { _ = text.withCString { ccurl_set_pointer(easy, option, $0) } }
        if let body = request.body {
            ccurl_set_long(easy, ccurl_post, 1)
            ccurl_set_long(easy, ccurl_post_size, body.count)
            if request.isRepeatable {
                _ = body.withUnsafeBytes {
                    ccurl_set_pointer(easy, ccurl_copy_post_fields, $0.baseAddress ?? UnsafeRawPointer(errorText))
                }
            } else {
                // What libcurl has read it cannot send again, on another connection, where a kept one ends without an answer.
                unsent = body
                ccurl_set_receive(easy, ccurl_read_function) { bytes, one, count, context in
                    guard let bytes, let context else { return 0 }
                    let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
                    return exchange.read(UnsafeMutableRawBufferPointer(start: bytes, count: one * count))
                }
                ccurl_set_pointer(easy, ccurl_read_context, context)
            }
        }
        // An empty one keeps libcurl from asking first whether a long body is welcome.
        for (name, value) in request.headers.merging(["Expect": ""], uniquingKeysWith: { first, _ in first }) {
            headers = ccurl_slist_append(headers, "\(name):\(value.isEmpty ? "" : " ")\(value)")
        }
        ccurl_set_pointer(easy, ccurl_headers, UnsafeRawPointer(headers))
        let failures = [
            ccurl_set_long(easy, ccurl_protocols, Int(ccurl_http_and_https.rawValue)),
            request.url.absoluteString.withCString { ccurl_set_pointer(easy, ccurl_url, $0) },
        ].filter { $0 != 0 }
        guard failures.isEmpty else {
            free()
            return nil
        }
        return easy
    }

    /// - Returns: How many bytes of the body were copied.
    fileprivate func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let part = unsent.prefix(buffer.count)
        part.copyBytes(to: buffer)
        unsent = unsent.dropFirst(part.count)
        return part.count
    }

    /// - Returns: A socket for a place that may be connected to, or -1.
    fileprivate func open(_ place: UnsafePointer<ccurl_place>) -> Int32 {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = ccurl_address(place, &bytes)
        guard request.mayConnect?(Array(bytes.prefix(Int(count)))) == true else {
            isForbidden = true
            return -1
        }
        return socket(place.pointee.family, place.pointee.type | Int32(SOCK_CLOEXEC.rawValue), place.pointee.protocol)
    }

    // MARK: Coming in

    /// - Returns: Whether to go on.
    fileprivate func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= Self.headerLimit else {
            excess = .longHeader
            return false
        }
        let text = String(decoding: line, as: UTF8.self)
        // After "100 Continue" there is another header, which begins with a status line; behind a header there may be trailers.
        if text.hasPrefix("HTTP/"), headerBytes == line.count || isHeaderWhole && body.isEmpty {
            (location, isHeaderWhole, isFramed) = (nil, false, false)
        }
        if text.allSatisfy(\.isNewline) { isHeaderWhole = true }
        guard let colon = text.firstIndex(of: ":") else { return true }
        switch text[..<colon].lowercased() {
        case "location": location = text[colon...].dropFirst().trimmingCharacters(in: .whitespacesAndNewlines)
        case "content-length", "transfer-encoding": isFramed = true
        default: break
        }
        return true
    }

    fileprivate func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= request.responseLimit else {
            excess = .tooLong(request.responseLimit)
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    /// - Parameter code: libcurl's.
    func result(_ code: Int32) -> Result<TransportResponse, TransportError> {
        if let excess { return .failure(excess) }
        guard let easy else { return .failure(error(code)) }
        let status = ccurl_status(easy)
        // Whatever follows it: nobody reads that.
        if isHeaderWhole, (300..<400).contains(status), let location {
            return .success(TransportResponse(status: status, body: body, redirection: Redirection.place(location)))
        }
        guard code == 0 else { return .failure(isForbidden ? .forbidden : error(code)) }
        // libcurl takes the end of a connection for the end of a header, or of a body.
        guard isHeaderWhole, !body.isEmpty || isFramed || [204, 304].contains(status) else {
            return .failure(TransportError(.failed, detail: "The connection was closed amid the answer"))
        }
        return .success(TransportResponse(status: status, body: body))
    }

    private func error(_ code: Int32) -> TransportError {
        let reason = Self.reasons[code] ?? .failed
        if reason == .timedOut { return .late(request.timeout) }
        // What libcurl says of a line that is too long for it.
        if code == 27 || code == 100, !isHeaderWhole { return .longHeader }
        // The body cannot be sent again.
        if code == 65 { return TransportError(.failed, detail: "The connection was closed before the answer") }
        let own = String(cString: errorText)
        // Some of it may be a server's words.
        // What is said of a proxy names it, with its password.
        let isPlain = !own.isEmpty && !own.lowercased().contains("proxy")
        let words = isPlain ? own : String(cString: ccurl_easy_strerror(code))
        // A connection that breaks amid a handshake is a broken connection.
        let isBroken = code == 35 && ["reset", "SYSCALL"].contains(where: own.contains)
        return TransportError(isBroken ? .failed : reason, detail: words.filter { (" "..."~").contains($0) })
    }

    // MARK: The end

    func end(_ result: Result<TransportResponse, TransportError>) {
        free()
        whenEnded?(result)
        whenEnded = nil
    }

    private func free() {
        if let easy { ccurl_easy_cleanup(easy) }
        if let headers { ccurl_slist_free_all(headers) }
        (easy, headers) = (nil, nil)
    }
}

/// - Returns: As many bytes as there were, or none to have libcurl end the exchange.
private func receive(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    _ body: (CurlExchange, UnsafeRawBufferPointer) -> Bool
) -> Int {
    guard let context else { return 0 }
    let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
    return body(exchange, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
}

extension TransportError {
    fileprivate static let longHeader = TransportError(.failed, detail: "The header of the answer is too long")
}
#endif
