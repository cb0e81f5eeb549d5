#if os(Linux) && canImport(Glibc)
import CCurl
import Foundation
import Glibc

/// A thread on which libcurl runs all exchanges of a transport, over connections that they share.
final class CurlLoop: @unchecked Sendable {
    // @unchecked: what is below the lock is only touched under it, and `multi` and `open` on the thread alone.
    private let lock = NSLock()
    private var waiting: [CurlExchange] = []
    private var isRunning = false
    private var isEnded = false

    private let multi: OpaquePointer?
    private var open: [OpaquePointer: CurlExchange] = [:]

    /// Exchanges beyond these wait for a connection, and their time runs.
    private static let connections = 128

    init() {
        multi = ccurl_load() == 0 ? ccurl_multi_init() : nil
        if let multi { ccurl_limit_connections(multi, Self.connections) }
    }

    func start(_ exchange: CurlExchange) {
        guard multi != nil else {
            return exchange.end(
                .failure(TransportError(.failed, detail: "There is no libcurl.so.4 of 7.68 or later on this system")))
        }
        let (isCancelled, isFirst) = lock.withLock {
            guard !exchange.isCancelled else { return (true, false) }
            exchange.isStarted = true
            waiting.append(exchange)
            defer { isRunning = true }
            return (false, !isRunning)
        }
        if isCancelled { return exchange.end(.failure(.cancelled)) }
        if isFirst { Thread(block: run).start() }
        ccurl_multi_wakeup(multi)
    }

    func cancel(_ exchange: CurlExchange) {
        let isStarted = lock.withLock {
            exchange.isCancelled = true
            if exchange.isStarted { waiting.append(exchange) }
            return exchange.isStarted
        }
        if isStarted { ccurl_multi_wakeup(multi) }
    }

    /// Ends the thread.
    func end() {
        let isRunning = lock.withLock {
            isEnded = true
            return self.isRunning
        }
        guard let multi else { return }
        if isRunning { ccurl_multi_wakeup(multi) } else { ccurl_multi_cleanup(multi) }
    }

    private func run() {
        guard let multi else { return }
        // No signal of the host's is for this thread, and a peer that is gone is no reason to end the process.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)

        while let arrived = take() {
            for (exchange, isCancelled) in arrived {
                if isCancelled { close(exchange, .failure(.cancelled)) } else { begin(exchange, on: multi) }
            }
            ccurl_multi_perform(multi)
            var code: Int32 = 0
            while let easy = ccurl_multi_ended(multi, &code) {
                if let exchange = open[easy] { close(exchange, exchange.result(code)) }
            }
            // Until there is something to do: libcurl knows its own times.
            ccurl_multi_poll(multi, 3_600_000)
        }
        ccurl_multi_cleanup(multi)
    }

    /// - Returns: The exchanges that are new, and those to give up; `nil` at the end.
    private func take() -> [(CurlExchange, isCancelled: Bool)]? {
        lock.withLock {
            if isEnded { return nil }
            defer { waiting = [] }
            return waiting.map { ($0, $0.isCancelled) }
        }
    }

    private func begin(_ exchange: CurlExchange, on multi: OpaquePointer) {
        guard let easy = exchange.makeHandle() else {
            return exchange.end(.failure(TransportError(.failed, detail: "libcurl does not take the request")))
        }
        open[easy] = exchange
        ccurl_multi_add_handle(multi, easy)
    }

    private func close(_ exchange: CurlExchange, _ result: Result<TransportResponse, TransportError>) {
        if let easy = exchange.easy, open.removeValue(forKey: easy) != nil { ccurl_multi_remove_handle(multi, easy) }
        exchange.end(result)
    }
}

extension TransportError {
    fileprivate static let cancelled = TransportError(.cancelled, detail: "The task was cancelled")
}
#endif
