#if os(Linux) && canImport(Glibc)
import CCurl
import Foundation
import Glibc

/// A thread on which libcurl runs all exchanges of a transport, over connections that they share.
final class CurlLoop: @unchecked Sendable {
    // @unchecked: what is below the lock is only touched under it, and `open` on the thread alone.
    private let lock = NSLock()
    /// Made with the first exchange.
    private var multi: OpaquePointer?
    private var waiting: [CurlExchange] = []
    private var isRunning = false
    private var isEnded = false

    private var open: [OpaquePointer: CurlExchange] = [:]

    /// Exchanges beyond these wait for a connection, and their time runs.
    private static let connections = 128

    func start(_ exchange: CurlExchange) {
        let problem: TransportError? = lock.withLock {
            if exchange.isCancelled { return .cancelled }
            if isEnded { return TransportError(.failed, detail: "The process is ending") }
            if multi == nil { multi = Self.makeMulti() }
            guard let multi else {
                return TransportError(
                    .failed, detail: "libcurl.so.4 of 7.68 or later cannot be set up here: none, or no file is left to open")
            }
            if !isRunning {
                isRunning = CurlLoops.start(self, run)
                guard isRunning else { return TransportError(.failed, detail: "There is no thread left for the connection") }
            }
            exchange.isStarted = true
            waiting.append(exchange)
            ccurl_multi_wakeup(multi)
            return nil
        }
        if let problem { exchange.end(.failure(problem)) }
    }

    /// - Returns: `nil` where there is no libcurl, or it cannot be woken: then it would sleep, and nobody would be told anything.
    private static func makeMulti() -> OpaquePointer? {
        guard ccurl_load() == 0, let multi = ccurl_multi_init() else { return nil }
        guard ccurl_multi_wakeup(multi) == 0 else {
            ccurl_multi_cleanup(multi)
            return nil
        }
        ccurl_limit_connections(multi, connections)
        return multi
    }

    func cancel(_ exchange: CurlExchange) {
        lock.withLock {
            exchange.isCancelled = true
            guard exchange.isStarted, let multi else { return }
            waiting.append(exchange)
            ccurl_multi_wakeup(multi)
        }
    }

    /// Ends the thread; what is on its way is cancelled.
    func end() {
        lock.withLock {
            isEnded = true
            guard let multi else { return }
            if isRunning {
                ccurl_multi_wakeup(multi)
            } else {
                ccurl_multi_cleanup(multi)
                self.multi = nil
            }
        }
    }

    private func run() {
        guard let multi = lock.withLock({ multi }) else { return }
        // No signal of the host's is for this thread, and a peer that is gone is no reason to end the process.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)

        while let arrived = take() {
            for (exchange, isCancelled) in arrived {
                if isCancelled { close(exchange, .failure(.cancelled), multi) } else { begin(exchange, multi) }
            }
            ccurl_multi_perform(multi)
            var code: Int32 = 0
            while let easy = ccurl_multi_ended(multi, &code) {
                if let exchange = open[easy] { close(exchange, exchange.result(code), multi) }
            }
            // Until there is something to do: libcurl knows its own times.
            ccurl_multi_poll(multi, 3_600_000)
        }
        for exchange in Array(open.values) { close(exchange, .failure(.cancelled), multi) }
        let left = lock.withLock {
            ccurl_multi_cleanup(multi)
            self.multi = nil
            defer { waiting = [] }
            return waiting
        }
        for exchange in left { exchange.end(.failure(.cancelled)) }
    }

    /// - Returns: The exchanges that are new, and those to give up; `nil` at the end.
    private func take() -> [(CurlExchange, isCancelled: Bool)]? {
        lock.withLock {
            if isEnded { return nil }
            defer { waiting = [] }
            return waiting.map { ($0, $0.isCancelled) }
        }
    }

    private func begin(_ exchange: CurlExchange, _ multi: OpaquePointer) {
        guard let easy = exchange.makeHandle(), ccurl_multi_add_handle(multi, easy) == 0 else {
            return exchange.end(.failure(TransportError(.failed, detail: "libcurl does not take the request")))
        }
        open[easy] = exchange
    }

    private func close(_ exchange: CurlExchange, _ result: Result<TransportResponse, TransportError>, _ multi: OpaquePointer) {
        if let easy = exchange.easy, open.removeValue(forKey: easy) != nil { ccurl_multi_remove_handle(multi, easy) }
        exchange.end(result)
    }
}

/// The loops that run. When the process ends, they end first: what OpenSSL needs for a handshake is taken away by then.
private enum CurlLoops {
    private static let condition = NSCondition()
    nonisolated(unsafe) private static var running: [ObjectIdentifier: CurlLoop] = [:]  // under the condition's lock
    /// The process they run in. A child that is forked from it has the table, and none of the threads.
    nonisolated(unsafe) private static var process = getpid()  // under the condition's lock
    /// Once, behind libcurl's own set-up: what is registered last runs first.
    private static let isWatching: Bool = atexit { CurlLoops.endAll() } == 0

    /// - Returns: Whether there was a thread for it.
    static func start(_ loop: CurlLoop, _ body: @escaping @Sendable () -> Void) -> Bool {
        guard isWatching else { return false }
        condition.withLock {
            if process != getpid() { (process, running) = (getpid(), [:]) }
            running[ObjectIdentifier(loop)] = loop
        }
        let isStarted = startThread {
            body()
            remove(loop)
            // A thread that ends now would take leave of an OpenSSL that is being taken away.
            while condition.withLock({ isEnding }) { sleep(60) }
        }
        if !isStarted { remove(loop) }
        return isStarted
    }

    private static func remove(_ loop: CurlLoop) {
        condition.withLock {
            running[ObjectIdentifier(loop)] = nil
            condition.broadcast()
        }
    }

    nonisolated(unsafe) private static var isEnding = false  // under the condition's lock

    private static func endAll() {
        // Before the lock, which a thread of the parent's may have held.
        guard process == getpid() else { return }
        condition.withLock { isEnding = true }
        for loop in condition.withLock({ Array(running.values) }) { loop.end() }
        // A turn of a loop takes what its handshakes take, and waits for nobody.
        condition.withLock { while !running.isEmpty { condition.wait() } }
    }
}

extension TransportError {
    fileprivate static let cancelled = TransportError(.cancelled, detail: "The task was cancelled")
}
#endif
