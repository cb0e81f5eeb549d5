import Foundation

#if canImport(FoundationNetworking)
public import FoundationNetworking
#endif

/// ``Transport`` by `URLSession`. It keeps no cookies and caches nothing.
///
/// Not for Linux, where Foundation ends the process when a server closes its connection amid the header of an answer, waits for ever on
/// a kept connection that is gone, and reads a body whole before anybody can say how long it may be: ``SystemTransport`` has another.
public struct URLSessionTransport: Transport {
    private let session: URLSession

    /// A session of its own.
    public init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        session = URLSession(configuration: configuration, delegate: StayHere(), delegateQueue: nil)
    }

    /// A session you configured, for example with a delegate that pins certificates. Its delegate decides on redirections: one that
    /// does not implement `urlSession(_:task:willPerformHTTPRedirection:newRequest:completionHandler:)` follows them.
    public init(session: URLSession) { self.session = session }

    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.url.mustBeWeb()
        // Nobody says here what a name turned out to be.
        guard request.mayConnect == nil else { throw .forbidden }
        var urlRequest = URLRequest(url: request.url, timeoutInterval: request.timeout)
        urlRequest.httpMethod = request.body == nil ? "GET" : "POST"
        urlRequest.httpBody = request.body
        for (name, value) in request.headers { urlRequest.setValue(value, forHTTPHeaderField: name) }
        let exchange = Exchange()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let task = session.dataTask(with: urlRequest) { data, response, error in
                    let isLate = exchange.end()
                    continuation.resume(
                        returning: isLate
                            ? .failure(.late(request.timeout))
                            : Self.result(data, response, error, for: request.url))
                }
                exchange.start(task, timeout: request.timeout)
            }
        } onCancel: {
            exchange.cancel()
        }
        return try result.get()
    }

    private static func result(
        _ data: Data?, _ response: URLResponse?, _ error: (any Error)?, for url: URL
    ) -> Result<TransportResponse, TransportError> {
        if let error { return .failure(TransportError(error as NSError, for: url)) }
        guard let response = response as? HTTPURLResponse else {
            return .failure(TransportError(.failed, detail: "The answer is not HTTP"))
        }
        return .success(
            TransportResponse(status: response.statusCode, body: data ?? Data(), redirection: redirection(response)))
    }

    private static func redirection(_ response: HTTPURLResponse) -> String? {
        guard (300..<400).contains(response.statusCode),
            let location = response.allHeaderFields.first(where: { "\($0.key)".lowercased() == "location" })?.value as? String
        else { return nil }
        return Redirection.place(location)
    }
}

/// Follows no redirection.
private final class StayHere: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }
}

/// A data task that can be cancelled before it exists: cancellation may come between the handler and the start. It has a time to end
/// in: Foundation's own is one of silence, so that an answer that drips never ends, and on Linux it is the session's.
private final class Exchange: @unchecked Sendable {
    // @unchecked: the fields are only touched under the lock.
    private let lock = NSLock()
    private var task: URLSessionDataTask?
    private var isCancelled = false
    private var isLate = false
    private var deadline: DispatchWorkItem?

    func start(_ task: URLSessionDataTask, timeout: TimeInterval) {
        let deadline = DispatchWorkItem { [weak self] in self?.expire() }
        let cancelled = lock.withLock {
            self.task = task
            self.deadline = deadline
            return isCancelled
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + timeout, execute: deadline)
        task.resume()
        if cancelled { task.cancel() }
    }

    /// - Returns: Whether it was ended because its time was over.
    func end() -> Bool {
        lock.withLock {
            deadline?.cancel()
            deadline = nil
            task = nil
            return isLate
        }
    }

    private func expire() {
        let task = lock.withLock {
            isLate = self.task != nil
            return self.task
        }
        task?.cancel()
    }

    func cancel() {
        let task = lock.withLock {
            isCancelled = true
            return self.task
        }
        task?.cancel()
    }
}

extension TransportError {
    init(_ error: NSError, for url: URL) {
        #if canImport(FoundationNetworking)
        // The library under Foundation on Linux is built without IPv6 and takes its addresses for misspelt.
        if url.host?.contains(":") == true, error.code == NSURLErrorBadURL {
            self.init(
                .unreachable, detail: "Foundation on this system has no IPv6; name the host by an IPv4 address or by its name")
            return
        }
        #endif
        let reason: Reason =
            switch error.code {
            case NSURLErrorTimedOut: .timedOut
            case NSURLErrorCancelled: .cancelled
            case NSURLErrorCannotFindHost, NSURLErrorCannotConnectToHost, NSURLErrorNotConnectedToInternet,
                NSURLErrorDNSLookupFailed:
                .unreachable
            case NSURLErrorSecureConnectionFailed, NSURLErrorServerCertificateUntrusted,
                NSURLErrorServerCertificateHasBadDate, NSURLErrorServerCertificateNotYetValid,
                NSURLErrorServerCertificateHasUnknownRoot, NSURLErrorClientCertificateRejected:
                .insecure
            // Foundation on Linux reports every failure of TLS as "unknown", in OpenSSL's or libcurl's words.
            case NSURLErrorUnknown where ["SSL", "TLS"].contains(where: error.localizedDescription.contains): .insecure
            default: .failed
            }
        self.init(error.domain == NSURLErrorDomain ? reason : .failed, detail: error.localizedDescription)
    }
}
