internal import Crypto
import Foundation

/// The stored cards: adds, finds, forgets. No whole account number leaves it but on its way to an issuer, or in a book that is moved.
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
        try check(account)
        let face = account.face
        while true {
            let token = account.token ?? CustomerToken.random()
            let record = try await seal(account, face, token, merchant)
            switch try await store.insert(record, limit: merchant.profile.maximumTokens) {
            case .inserted:
                return StoredAccount(token, face)
            case .limitReached:
                throw VaultError(.limit, "The merchant has as many stored cards as it may")
            case .alreadyStored:
                throw VaultError(.duplicate, field: "token", "token is already in use")
            case .cardExists(let existing):
                if let stored = try await find([existing], of: merchant.id).first { return stored }
            case .tokenExists where account.token != nil:
                throw VaultError(.duplicate, field: "token", "token is already in use")
            case .tokenExists:
                continue
            }
        }
    }

    /// What the vault's own rules forbid.
    private func check(_ account: NewAccount) throws(VaultError) {
        if case .card(let number, _) = account.kind, !allowsTestCards, TestCards.contains(number) {
            throw VaultError(.refused, field: "accountNo", "accountNo is a published test number; production does not store it")
        }
    }

    /// Changes what is known of a stored account.
    ///
    /// - Parameter change: What to put in place of what is there; `nil` to leave it.
    /// - Returns: The account as it is now.
    /// - Throws: ``VaultError``: `.unknown` when the merchant has no such token, `.invalid` naming a field.
    public func update(_ token: String, of merchant: String, _ change: AccountChange) async throws(VaultError) -> StoredAccount {
        try change.validate()
        while true {
            guard let record = try await store.faces(merchant, [token]).first else { throw .unknownToken }
            var face = try await open(record, merchant)
            change.apply(to: &face)
            let context = BoxContext(merchant: merchant, name: token, version: record.version + 1)
            let next = FaceRecord(
                token: token, version: record.version + 1, face: try await keyring.seal(face.bytes, .face, context))
            if try await store.update(merchant, next) { return StoredAccount(token, face) }
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
    public func show(session: [UInt8], of merchant: String) async throws(VaultError) -> [ShownAccount]? {
        guard let records = try await store.faces(session: session, of: merchant) else { return nil }
        var shown: [ShownAccount] = []
        shown.reserveCapacity(records.count)
        let keys = keyring.known
        for record in records {
            let id = try Keyring.DataKey.id(record.face)
            let key = if let key = keys[id], key.purpose == .face { key } else { try await keyring.openingKey(id, .face) }
            shown.append(ShownAccount(record.token, try FaceParts(try key.open(record.face, context(record, merchant)))))
        }
        return shown
    }

    /// A stored card that is to be charged, and its number; the number is `nil` of a wallet and of another provider's token.
    ///
    /// - Returns: `nil` when the merchant has no such token.
    public func charged(_ token: String, of merchant: String) async throws(VaultError) -> (
        card: StoredAccount, number: CardNumber?
    )? {
        guard let row = try await store.row(merchant, token) else { return nil }
        let stored = StoredAccount(token, try await open(row.face, merchant))
        guard stored.scheme != nil else { return (stored, nil) }
        let account = try await keyring.open(row.account, .account, BoxContext(merchant: merchant, name: token, version: 1))
        // Another provider's token begins with a byte that is no digit.
        guard account.first != 0 else { return (stored, nil) }
        return (stored, try CardNumber(String(decoding: account, as: UTF8.self)))
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
        guard try await store.delete(merchant, token, at: clock.now()) else { throw .unknownToken }
    }

    // MARK: Books

    /// Accounts made ready for ``ImportStore``: sealed, each under its own token or a new one.
    public func sealed(_ accounts: [NewAccount], for merchant: Merchant) async throws(VaultError) -> [TokenRecord] {
        var records: [TokenRecord] = []
        records.reserveCapacity(accounts.count)
        for account in accounts {
            records.append(try await seal(account, account.face, account.token ?? CustomerToken.random(), merchant))
        }
        return records
    }

    /// What the vault's rules say of an account that is to be stored.
    public func objection(to account: NewAccount) -> VaultError? {
        do throws(VaultError) {
            try check(account)
            return nil
        } catch {
            return error
        }
    }

    /// Whole accounts, numbers and all, a page at a time, in the order of their tokens. For moving a book of cards, sealed to
    /// whoever is to have it, and for nothing else.
    public func book(of merchant: String, after token: String, limit: Int) async throws(VaultError) -> [BookEntry] {
        var entries: [BookEntry] = []
        for record in try await store.book(merchant, after: token, limit: limit) {
            let account = try await keyring.open(
                record.account, .account, BoxContext(merchant: merchant, name: record.face.token, version: 1))
            entries.append(BookEntry(record.face.token, try await open(record.face, merchant), account, record.created))
        }
        return entries
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
            isOnlyOne: merchant.profile.onePerCard, created: account.created ?? clock.now())
    }

    private func open(_ records: [FaceRecord], _ merchant: String) async throws(VaultError) -> [StoredAccount] {
        var accounts: [StoredAccount] = []
        accounts.reserveCapacity(records.count)
        for record in records { accounts.append(StoredAccount(record.token, try await open(record, merchant))) }
        return accounts
    }

    private func open(_ record: FaceRecord, _ merchant: String) async throws(VaultError) -> CardFace {
        try CardFace(bytes: try await keyring.open(record.face, .face, context(record, merchant)))
    }

    private func context(_ record: FaceRecord, _ merchant: String) -> BoxContext {
        BoxContext(merchant: merchant, name: record.token, version: record.version)
    }

    /// HMAC-SHA256 over the whole account under a key only this merchant has: the same card of two merchants cannot be
    /// matched, and without the key a number cannot be guessed from it.
    static func fingerprint(_ account: [UInt8], _ merchant: Merchant) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: account, using: SymmetricKey(data: merchant.fingerprintKey)))
    }
}
