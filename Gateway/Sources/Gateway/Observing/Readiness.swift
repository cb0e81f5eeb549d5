internal import TokenVault

/// Whether requests can be sent here: the store takes writes, and the gateway is not on its way out.
final class Readiness: Sendable {
    private let store: any Store
    private let draining: Draining
    private let state = Locked(State())

    private struct State {
        /// The look at the store that is under way; whoever asks meanwhile waits for it too.
        var look: Task<Bool, Never>?
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

    enum Answer: String {
        case ready
        case stopping = "the gateway is stopping"
        case unwritable = "the store cannot be written"
    }

    func now() async -> Answer {
        if draining.isUnderWay { return .stopping }
        if let wellAt = state.withLock(\.wellAt), ContinuousClock.now - wellAt < Self.freshness { return .ready }
        return await isWell() ? .ready : .unwritable
    }

    private func isWell() async -> Bool {
        let look = state.withLock { state in
            if let look = state.look { return look }
            let look = Task { [store, self] in
                let isWell = (try? await store.check()) != nil
                self.state.withLock { state in
                    state.look = nil
                    state.wellAt = isWell ? .now : nil
                }
                return isWell
            }
            state.look = look
            return look
        }
        let (answers, answer) = AsyncStream.makeStream(of: Bool.self)
        let waiting = Task { answer.yield(await look.value) }
        let impatient = Task {
            try await Task.sleep(for: Self.patience)
            answer.yield(false)
        }
        defer {
            waiting.cancel()
            impatient.cancel()
        }
        for await isWell in answers { return isWell }
        return false
    }
}
