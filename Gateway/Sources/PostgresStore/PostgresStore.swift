internal import CLibPQ
internal import Foundation
public import TokenVault

/// The records of the vault and the gateway on a PostgreSQL server, which several nodes share.
///
/// Every write is committed when its call returns, and concurrent writes share a transaction. No thread of a caller ever waits for the
/// server: statements travel over pipelined connections that have threads of their own.
public final class PostgresStore: Store {
    /// Hears of each `read` and `write`, and how long it took.
    public typealias Observer = @Sendable (_ kind: String, Duration) -> Void

    private let connector: Connector
    private let reader: Pipeline
    private let writer: Writer
    /// For tokens, on a connection of its own: a merchant whose rows somebody holds keeps nobody from minting.
    private let tokenWriter: Writer
    private let observe: Observer
    /// What one caller waits at most, also where it asks twice.
    let patience: Duration
    /// Connections for transactions of several steps, each lent to one at a time.
    private let idle = Locked<[Pipeline]>([])

    /// Connects, and brings the schema up to date.
    ///
    /// - Parameter patience: How long a call waits for the server at most.
    /// - Throws: ``VaultError``, in words for the person who started the program.
    public init(
        _ address: PostgresAddress, patience: Duration = .milliseconds(1900), observe: @escaping Observer = { _, _ in }
    ) throws(VaultError) {
        let connector = Connector(text: address.text, lockTimeout: patience * 0.45)
        try Schema.migrate(connector)
        self.connector = connector
        self.observe = observe
        self.patience = patience
        reader = Pipeline(connector, try connector.pipelined(isReading: true), isReading: true)
        // Where tables are locked at this moment, they connect once they are not.
        func writing() -> Writer { Writer(Pipeline(connector, try? connector.pipelined(isReading: false)), observe: observe) }
        writer = writing()
        tokenWriter = writing()
    }

    /// Whether there is a vault at an address; nothing is made.
    public static func isThere(_ address: PostgresAddress) throws(VaultError) -> Bool {
        try Connector(text: address.text).once("SELECT 1 FROM pg_namespace WHERE nspname = '\(Schema.namespace)'").count == 1
    }

    deinit {
        reader.end()
        for pipeline in idle.withLock({ $0 }) { pipeline.end() }
    }

    func read(_ bound: Bound) async throws(VaultError) -> Rows { try await read(bound, until: .now + patience) }

    func read(_ bound: Bound, until deadline: ContinuousClock.Instant) async throws(VaultError) -> Rows {
        let started = ContinuousClock.now
        defer { observe("read", ContinuousClock.now - started) }
        do throws(Failure) { return try await reader.send([bound], until: deadline)[0] } catch { throw error.vaultError }
    }

    /// Writes, and returns what came of it once that is on the server's disk.
    ///
    /// Where the connection broke before the answer came, nobody knows whether it was done: it is looked up by what it wrote, and done
    /// again if it is not there.
    ///
    /// - Parameters:
    ///   - order: Whose rows it changes.
    ///   - written: What came of it, where what it wrote is found; `nil` where it is not, or for what may be done twice.
    func write<T>(
        _ change: Change, order: String = "", written: (ContinuousClock.Instant) async throws(VaultError) -> T? = { _ in nil },
        _ read: (Rows) throws(VaultError) -> T
    ) async throws(VaultError) -> T {
        let deadline = ContinuousClock.now + patience
        do throws(Failure) {
            let rows = try await writer(of: change).write(change, order: order, until: deadline)
            return try Self.converted(rows, read)
        } catch {
            switch error {
            case .unread(let error): throw error
            case .lost: break
            default: throw error.vaultError
            }
        }
        do throws(VaultError) {
            if let result = try await written(deadline) { return result }
            let again: T
            do throws(Failure) {
                again = try Self.converted(try await writer(of: change).write(change, order: order, until: deadline), read)
            } catch {
                throw error.vaultError
            }
            // The first may have ended while the second waited for it.
            return try await written(deadline) ?? again
        } catch {
            guard error.kind == .store else { throw error }
            throw VaultError(
                .store, "The store did not answer in time, or its connection broke; whether the change was made is not known")
        }
    }

    func write<T>(
        _ bound: Bound, order: String = "", written: (ContinuousClock.Instant) async throws(VaultError) -> T? = { _ in nil },
        _ read: (Rows) throws(VaultError) -> T
    ) async throws(VaultError) -> T { try await write(.one(bound), order: order, written: written, read) }

    private func writer(of change: Change) -> Writer { change.isOfTokens ? tokenWriter : writer }

    private static func converted<T>(_ rows: Rows, _ read: (Rows) throws(VaultError) -> T) throws(Failure) -> T {
        do throws(VaultError) { return try read(rows) } catch { throw .unread(error) }
    }

    /// Runs steps in a transaction, and from the start again where it raced with another.
    ///
    /// - Parameter isDone: Whether what it writes is there: asked where its end was not answered.
    func transaction(
        isDone: () async throws(VaultError) -> Bool, _ body: (Steps) async throws -> Void
    ) async throws(VaultError) {
        var failure = VaultError(.store, "The store failed")
        for attempt in 0..<20 {
            let pipeline = idle.withLock { $0.popLast() } ?? Pipeline(connector)
            do {
                // Each step has its time, as a slice of a book is long.
                let steps = Steps(pipeline: pipeline, patience: patience)
                try await steps.send([Bound(.begin)])
                try await body(steps)
                try await steps.send([Bound(.commit)])
                idle.withLock { $0.append(pipeline) }
                return
            } catch {
                // Its connection ends, and with it what it has begun.
                pipeline.end()
                guard let lost = error as? Failure else {
                    throw error as? VaultError ?? VaultError(.store, "The store failed")
                }
                failure = lost.vaultError
                if case .lost = lost, try await isDone() { return }
                guard lost.isRace || lost.locked != nil else { throw failure }
                try? await Task.sleep(for: .milliseconds(Int.random(in: 0...(2 * (attempt + 1)))))
            }
        }
        throw failure
    }

    public func check() async throws(VaultError) {
        _ = try await read(Bound(.profile))
        try await write(Bound(.check, .text("\(Date().milliseconds)"))) { _ in }
    }

    public func clear() async throws(VaultError) { try await write(Bound(.clear)) { _ in } }

    public func leaveCopying() async throws(VaultError) {
        guard try await copyMark()?.state == .finished else { return }
        try await write(Bound(.leaveCopying)) { _ in }
    }

    private func copyMark() async throws(VaultError) -> CopyMark? {
        CopyMark(try await read(Bound(.copyMark)).first?.text(0))
    }

    public func profile(settingIfNew profile: String) async throws(VaultError) -> String {
        if try await copyMark()?.state == .unfinished { throw CopyMark.unfinished }
        // Who only reads does not wait for those who keep others from writing.
        if let made = try await read(Bound(.profile)).first?.text(0) { return made }
        try await write(Bound(.setProfile, .text(profile))) { _ in }
        return try await read(Bound(.profile)).first?.text(0) ?? profile
    }
}

/// A transaction that is under way.
struct Steps {
    fileprivate let pipeline: Pipeline
    fileprivate let patience: Duration

    @discardableResult
    func send(_ statements: [Bound]) async throws(Failure) -> [Rows] {
        try await pipeline.send(statements, until: .now + patience)
    }
}
