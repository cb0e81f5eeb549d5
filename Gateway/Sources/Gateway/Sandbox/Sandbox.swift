internal import Foundation
public import TokenVault

/// What a sandbox has that production has not: a clock to turn, merchants and cards from the start, a way back to both.
public struct Sandbox: Sendable {
    let clock: SandboxClock
    private let vault: Vault
    private let merchants: Merchants
    private let store: any Store

    public init(clock: SandboxClock, vault: Vault, merchants: Merchants, store: any Store) {
        self.clock = clock
        self.vault = vault
        self.merchants = merchants
        self.store = store
    }

    /// Puts merchants and cards in where there are none. Secrets are made at the first start and kept.
    public func seed() async throws(VaultError) {
        // Several processes may start at once; whoever is second finds what the first put in.
        func put(_ what: () async throws(VaultError) -> Void) async throws(VaultError) {
            do throws(VaultError) { try await what() } catch { if error.kind != .duplicate { throw error } }
        }
        for (id, profile) in try SandboxSeed.merchants() where try await merchants.find(id) == nil {
            try await put { () async throws(VaultError) in try await merchants.add(id, profile) }
        }
        guard let merchant = try await merchants.find(SandboxSeed.cardOwner) else { return }
        let accounts = try SandboxSeed.accounts(at: clock.now(), in: merchant.zone)
        let missing = Set(try await vault.missing(accounts.compactMap(\.token), of: merchant.id))
        for account in accounts where account.token.map(missing.contains) == true {
            try await put { () async throws(VaultError) in _ = try await vault.add(account, for: merchant) }
        }
    }

    /// Forgets every token and session, sets the clock right, and seeds again. Merchants keep their secrets.
    func reset() async throws(VaultError) {
        clock.set(offset: 0)
        try await store.clear()
        try await seed()
    }
}

/// A clock that runs like the system's, a settable distance away from it, until it is stopped.
public final class SandboxClock: Sendable {
    private struct Hands {
        var offset: TimeInterval = 0
        var stopped: Date?
    }

    private let hands = Locked(Hands())

    public init() {}

    public var wallClock: WallClock { WallClock { self.now() } }

    func now() -> Date { hands.withLock { ($0.stopped ?? Date()) + $0.offset } }
    func set(offset seconds: TimeInterval) { hands.withLock { $0.offset = seconds } }
    func advance(_ seconds: TimeInterval) { hands.withLock { $0.offset += seconds } }

    /// For what ends by itself a few seconds after it began, however long those take a busy machine: from here it is only turned.
    func stop() { hands.withLock { $0.stopped = Date() } }
}
