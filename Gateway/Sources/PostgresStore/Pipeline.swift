internal import CLibPQ
internal import Foundation
internal import TokenVault

/// Why statements that were sent have no answer.
enum Failure: Error {
    /// The server's code (SQLSTATE), and which of them it is about: none of them did anything.
    case state(String, at: Int)
    /// The connection broke, or took too long: what they did is not known.
    case lost
    /// They were never sent.
    case unavailable(VaultError)
    /// They were answered, by what is no good.
    case unread(VaultError)

    /// Whether the same may well succeed when it is asked again: a row that another was faster to make, a serialization, a deadlock.
    var isRace: Bool { if case .state(let code, _) = self { ["23505", "40001", "40P01"].contains(code) } else { false } }

    /// Which of them waited too long for what another holds.
    var locked: Int? { if case .state("55P03", let index) = self { index } else { nil } }

    var vaultError: VaultError {
        switch self {
        case .state(let code, _): Connector.failure(code)
        case .lost: VaultError(.store, "The store did not answer in time, or its connection broke")
        case .unavailable(let error), .unread(let error): error
        }
    }
}

/// One connection, on a thread of its own, that sends what callers have without waiting for what it sent before.
///
/// It opens the connection, and opens it again when it breaks. What cannot be sent or is not answered in its time fails, and nobody waits
/// longer than that.
///
/// One that only reads has its server prove every few seconds that it is the primary: a primary that was paused and replaced does not know
/// when it wakes up, and would answer from before. Until the proof is there nothing is asked, and what waits that long waits for nothing else.
final class Pipeline: @unchecked Sendable {
    // @unchecked: what is below the lock is only touched under it; the rest on the thread alone.

    /// Statements that are sent together and do all they do or nothing.
    private struct Exchange {
        let statements: [Bound]
        let deadline: ContinuousClock.Instant
        let answer: (Result<[Rows], Failure>) -> Void
        /// Of a proof: until when it is good.
        var provesUntil: ContinuousClock.Instant?
        var isProof: Bool { provesUntil != nil }
        var rows: [Rows] = []
        var failure: Failure?
    }

    private enum Line {
        case closed(retry: ContinuousClock.Instant)
        case opening
        case open(OpaquePointer)
    }

    private let connector: Connector
    private let isReading: Bool
    /// A pipe: what is written into its end wakes whoever polls its beginning.
    private let bell: (beginning: Int32, end: Int32)
    private let lock = NSLock()
    private var arrived: [Exchange] = []
    private var opened: Result<OpaquePointer, VaultError>?
    private var isEnded = false
    private var isClosed = false

    private var line = Line.closed(retry: .now)
    private var waiting: [Exchange] = []
    private var sent: [Exchange] = []
    private var trouble = VaultError(.store, "The store cannot be reached")
    private var pause = Duration.zero
    /// From when on the server that this connection leads to has to prove itself again.
    private var proofEnds = ContinuousClock.now
    /// How long a proof is good for, and how long it may take: as long as a commit on a disk that is busy.
    private static let proof = (time: Duration.seconds(5), patience: Duration.seconds(2))

    /// - Parameter connection: One that is open already, in pipeline mode.
    init(_ connector: Connector, _ connection: OpaquePointer? = nil, isReading: Bool = false) {
        self.connector = connector
        self.isReading = isReading
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        bell = (ends[0], ends[1])
        if let connection { line = .open(connection) }
        Thread(block: run).start()
    }

    /// Sends statements, in one transaction unless they say otherwise.
    ///
    /// - Parameter deadline: When its caller waits no longer.
    /// - Returns: The rows of each.
    func send(_ statements: [Bound], until deadline: ContinuousClock.Instant) async throws(Failure) -> [Rows] {
        let result: Result<[Rows], Failure> = await withCheckedContinuation { continuation in
            let exchange = Exchange(statements: statements, deadline: deadline) { continuation.resume(returning: $0) }
            lock.withLock { arrived.append(exchange) }
            ring()
        }
        return try result.get()
    }

    /// Ends the thread; what is on its way fails.
    func end() {
        lock.withLock { isEnded = true }
        ring()
    }

    private func ring() {
        var byte: UInt8 = 1
        // What is closed may be another's by now.
        lock.withLock { if !isClosed { _ = write(bell.end, &byte, 1) } }
    }

    // MARK: The thread

    private func run() {
        while take() {
            openIfNeeded()
            sendWaiting()
            giveUpLate()
            rest()
            receive()
        }
        if case .open(let connection) = line { PQfinish(connection) }
        fail(&sent, .lost)
        fail(&waiting, .unavailable(VaultError(.store, "The store was closed")))
        lock.withLock {
            isClosed = true
            close(bell.beginning)
            close(bell.end)
        }
    }

    /// - Returns: Whether to go on.
    private func take() -> Bool {
        let (new, opened, isEnded) = lock.withLock {
            defer { (arrived, self.opened) = ([], nil) }
            return (arrived, self.opened, self.isEnded)
        }
        waiting += new
        switch opened {
        case .success(let connection)?:
            line = .open(connection)
            pause = .zero
            proofEnds = .now
        case .failure(let error)?:
            trouble = error
            line = .closed(retry: .now + backOff())
        case nil: break
        }
        return !isEnded
    }

    /// A tenth of a second, then twice as long each time up to one, give or take a half: many nodes that lost one server do not come back
    /// to it at once, and who asks for something when it is there again has patience enough to see that.
    private func backOff() -> Duration {
        pause = min(max(pause * 2, .milliseconds(100)), .seconds(1))
        return pause * Double.random(in: 0.5...1.5)
    }

    private func openIfNeeded() {
        guard case .closed(let retry) = line, retry <= .now else { return }
        line = .opening
        Thread { [self] in
            let result: Result<OpaquePointer, VaultError>
            do throws(VaultError) { result = .success(try connector.pipelined(isReading: isReading)) } catch {
                result = .failure(error)
            }
            let isEnded = lock.withLock {
                opened = result
                return self.isEnded
            }
            if isEnded, case .success(let connection) = result { PQfinish(connection) } else { ring() }
        }.start()
    }

    private func sendWaiting() {
        guard case .open(let connection) = line else { return }
        let now = ContinuousClock.now
        guard prove(on: connection, now) else { return }
        // Nobody waits any more for what is late.
        while let next = waiting.firstIndex(where: { $0.deadline > now }) {
            guard send(waiting.remove(at: next), on: connection) else { return breakDown() }
        }
        if PQflush(connection) < 0 { breakDown() }
    }

    /// - Returns: Whether the server has shown what it has to, so that it may be asked.
    private func prove(on connection: OpaquePointer, _ now: ContinuousClock.Instant) -> Bool {
        guard isReading, proofEnds <= now else { return true }
        // A proof has a time of its own: one that came too late for who waits for it is no broken connection.
        if !waiting.isEmpty, !sent.contains(where: \.isProof) {
            let proof = Exchange(
                statements: [Bound(.proof)], deadline: now + Self.proof.patience, answer: { _ in },
                provesUntil: now + Self.proof.time)
            if !send(proof, on: connection) || PQflush(connection) < 0 { breakDown() }
        }
        return false
    }

    private func send(_ exchange: Exchange, on connection: OpaquePointer) -> Bool {
        sent.append(exchange)
        return exchange.statements.allSatisfy { $0.send(on: connection) } && PQpipelineSync(connection) == 1
    }

    private func giveUpLate() {
        let now = ContinuousClock.now
        // A connection on which one answer does not come has none for the others either.
        if sent.contains(where: { $0.deadline <= now }) { breakDown() }
        var late: [Exchange] = []
        waiting.removeAll { exchange in
            if exchange.deadline <= now { late.append(exchange) }
            return exchange.deadline <= now
        }
        fail(&late, .unavailable(trouble))
    }

    /// Until something happens, or somebody's time is over.
    private func rest() {
        var times = [sent.map(\.deadline).min(), waiting.map(\.deadline).min()].compactMap(\.self)
        if case .closed(let retry) = line { times.append(retry) }
        let timeout = times.min().map { max(0, ($0 - .now) / .milliseconds(1)) + 1 } ?? 3_600_000
        var sockets = [pollfd(fd: bell.beginning, events: Int16(POLLIN), revents: 0)]
        if case .open(let connection) = line {
            let writes = PQflush(connection) == 1 ? Int16(POLLOUT) : 0
            sockets.append(pollfd(fd: PQsocket(connection), events: Int16(POLLIN) | writes, revents: 0))
        }
        _ = poll(&sockets, nfds_t(sockets.count), Int32(min(timeout, 3_600_000)))
        var rings = [UInt8](repeating: 0, count: 256)
        if sockets[0].revents != 0 { while read(bell.beginning, &rings, rings.count) == rings.count {} }
        isReadable = sockets.count > 1 && sockets[1].revents != 0
    }

    private var isReadable = false
    /// Whether the server said that it takes no writes.
    private var isReadOnly = false

    private func receive() {
        guard isReadable, case .open(let connection) = line else { return }
        guard PQconsumeInput(connection) == 1 else { return breakDown() }
        var isBetween = false
        while !sent.isEmpty, PQisBusy(connection) == 0 {
            // Between the answers of two statements there is none; twice none is a connection that has no more to say.
            guard let result = PQgetResult(connection) else {
                if isBetween { break }
                isBetween = true
                continue
            }
            isBetween = false
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC:
                PQclear(result)
                let done = sent.removeFirst()
                if let end = done.provesUntil {
                    if let failure = done.failure { return breakDown(failure) }
                    proofEnds = end
                }
                done.answer(done.failure.map { .failure($0) } ?? .success(done.rows))
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: sent[0].rows.append(Rows(result))
            default:
                let code = Connector.state(result)
                if sent[0].failure == nil { sent[0].failure = .state(code, at: sent[0].rows.count) }
                isReadOnly = isReadOnly || code == "25006"
                PQclear(result)
            }
        }
        // A server that became a standby keeps its connections: the one that takes writes now is another.
        if PQstatus(connection) != CONNECTION_OK || isReadOnly && sent.isEmpty { breakDown() }
    }

    private func breakDown(_ failure: Failure = .lost) {
        isReadOnly = false
        if case .open(let connection) = line { PQfinish(connection) }
        line = .closed(retry: .now + backOff())
        trouble = failure.vaultError
        fail(&sent, failure)
    }

    private func fail(_ exchanges: inout [Exchange], _ failure: Failure) {
        for exchange in exchanges { exchange.answer(.failure(failure)) }
        exchanges = []
    }
}
