internal import TokenVault

/// Whether requests can be sent here: the store takes writes, and the gateway is not on its way out.
final class Readiness: Sendable {
    private let store: any Store
    private let draining: Draining
    private let state = Locked(State())

    private struct State {
        /// The look at the store that is under way; whoever asks meanwhile waits for it too.
        var look: Task<Answer, Never>?
        /// When the store was last seen to be well.
        var wellAt: ContinuousClock.Instant?
    }

    /// A look at a store that another process holds takes longer than this; one on a machine that is merely busy does not.
    private static let patience = Duration.seconds(4)
    /// However many ask, the disk is asked no more often than this.
    private static let freshness = Duration.milliseconds(200)

    init(store: any Store, draining: Draining) {
        self.store = store
        self.draining = draining
    }

    enum Answer: Equatable {
        case ready, stopping
        /// And why, for the log.
        case unwritable(String)

        var words: String {
            switch self {
            case .ready: "ready"
            case .stopping: "the gateway is stopping"
            case .unwritable: "the store cannot be written"
            }
        }
    }

    func now() async -> Answer {
        if draining.isUnderWay { return .stopping }
        if let wellAt = state.withLock(\.wellAt), ContinuousClock.now - wellAt < Self.freshness { return .ready }
        return await looked()
    }

    private func looked() async -> Answer {
        let look = state.withLock { state in
            if let look = state.look { return look }
            let look = Task { [store, self] in
                var answer = Answer.ready
                do throws(VaultError) { try await store.check() } catch { answer = .unwritable(error.description) }
                self.state.withLock { state in
                    state.look = nil
                    state.wellAt = answer == .ready ? .now : nil
                }
                return answer
            }
            state.look = look
            return look
        }
        let (answers, answer) = AsyncStream.makeStream(of: Answer.self)
        let waiting = Task { answer.yield(await look.value) }
        let impatient = Task {
            try await Task.sleep(for: Self.patience)
            answer.yield(.unwritable("it takes too long"))
        }
        defer {
            waiting.cancel()
            impatient.cancel()
        }
        for await answer in answers { return answer }
        return .unwritable("nobody waited")
    }
}
