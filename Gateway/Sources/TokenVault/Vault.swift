internal import Crypto
import Foundation

/// The stored cards: adds, finds, forgets. Nothing that leaves it holds a whole account number.
public struct Vault: Sendable {
    private let keyring: Keyring
    private let store: any TokenStore
    private let clock: WallClock
    private let allowsTestCards: Bool

    /// - Parameters:
    ///   - allowsTestCards: Whether published test numbers may be stored, as in a sandbox.
    public init(keyring: Keyring, store: any TokenStore, clock: WallClock, allowsTestCards: Bool) {
        self.keyring = keyring
        self.store = store
        self.clock = clock
        self.allowsTestCards = allowsTestCards
    }

    /// Stores a card or wallet.
    ///
    /// - Returns: The stored account. Where the merchant keeps one token per card and has the card, that one.
    /// - Throws: ``VaultError``: `.duplicate` when a token made elsewhere is taken, `.refused` for a test card in production.
    public func add(_ account: NewAccount, for merchant: Merchant) async throws(VaultError) -> StoredAccount {
        if case .card(let number, _) = account.kind, !allowsTestCards, TestCards.contains(number) {
            throw VaultError(.refused, field: "accountNo", "accountNo is a published test number; production does not store it")
        }
        let face = account.face
        while true {
            let token = account.token ?? CustomerToken.random()
            switch try await store.insert(try await seal(account, face, token, merchant)) {
            case .inserted:
                return StoredAccount(token, face)
            case .cardExists(let existing):
                if let stored = try await find([existing], of: merchant.id).first { return stored }
            case .tokenExists where account.token != nil:
                throw VaultError(.duplicate, field: "token", "token is already in use")
            case .tokenExists:
                continue
            }
        }
    }

    /// The merchant's stored accounts behind tokens, in the order of the tokens. Unknown, deleted and foreign tokens are
    /// left out: nothing tells them apart.
    public func find(_ tokens: [String], of merchant: String) async throws(VaultError) -> [StoredAccount] {
        try await open(try await store.faces(merchant, tokens), merchant)
    }

    /// The stored accounts a payment session registered, in their order.
    ///
    /// - Returns: `nil` when the merchant has no such session.
    public func find(session: [UInt8], of merchant: String) async throws(VaultError) -> [StoredAccount]? {
        guard let records = try await store.faces(session: session, of: merchant) else { return nil }
        return try await open(records, merchant)
    }

    /// Those of `tokens` the merchant does not have. No box is opened.
    public func missing(_ tokens: [String], of merchant: String) async throws(VaultError) -> [String] {
        guard !tokens.isEmpty else { return [] }
        let known = Set(try await store.faces(merchant, tokens).map(\.token))
        return tokens.filter { !known.contains($0) }
    }

    /// The merchant's stored accounts, a page at a time, in the order of their tokens.
    public func list(of merchant: String, after token: String = "", limit: Int = 100) async throws(VaultError) -> [StoredAccount]
    {
        try await open(try await store.faces(merchant, after: token, limit: limit), merchant)
    }

    /// Forgets an account. Its token is never given out again.
    ///
    /// - Throws: ``VaultError`` of kind ``VaultError/Kind/unknown`` when the merchant has no such token.
    public func delete(_ token: String, of merchant: String) async throws(VaultError) {
        guard try await store.delete(merchant, token, at: clock.now()) else {
            throw VaultError(.unknown, field: "token", "token is not one of the merchant's")
        }
    }

    // MARK: Boxes

    private func seal(
        _ account: NewAccount, _ face: CardFace, _ token: String, _ merchant: Merchant
    ) async throws(VaultError) -> TokenRecord {
        let context = BoxContext(merchant: merchant.id, name: token, version: 1)
        return TokenRecord(
            merchant: merchant.id, token: token, version: 1,
            face: try await keyring.seal(face.bytes, .face, context),
            account: try await keyring.seal(account.accountBytes, .account, context),
            fingerprint: Self.fingerprint(account.accountBytes, merchant),
            isOnlyOne: merchant.profile.onePerCard, created: clock.now())
    }

    private func open(_ records: [FaceRecord], _ merchant: String) async throws(VaultError) -> [StoredAccount] {
        var accounts: [StoredAccount] = []
        accounts.reserveCapacity(records.count)
        for record in records {
            let context = BoxContext(merchant: merchant, name: record.token, version: record.version)
            let face = try CardFace(bytes: try await keyring.open(record.face, .face, context))
            accounts.append(StoredAccount(record.token, face))
        }
        return accounts
    }

    /// HMAC-SHA256 over the whole account under a key only this merchant has: the same card of two merchants cannot be
    /// matched, and without the key a number cannot be guessed from it.
    static func fingerprint(_ account: [UInt8], _ merchant: Merchant) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: account, using: SymmetricKey(data: merchant.fingerprintKey)))
    }
}
