public import Foundation

// What the vault and the gateway ask of a store. Every call that writes has reached the disk when it returns.

public protocol KeyStore: Sendable {
    func keys() async throws(VaultError) -> [KeyRecord]
    /// - Returns: The new key's id.
    func insert(_ key: KeyRecord) async throws(VaultError) -> UInt32
    /// Counts encryptions before they are made.
    ///
    /// - Returns: All that were ever reserved of the key.
    func reserveSeals(key: UInt32, count: Int) async throws(VaultError) -> Int
}

public protocol TokenStore: Sendable {
    /// Adds a token, or finds the one that stands for the same card where the merchant keeps one per card.
    ///
    /// - Parameter limit: How many tokens the merchant may have; `nil` for any number.
    func insert(_ record: TokenRecord, limit: Int?) async throws(VaultError) -> InsertOutcome
    /// Puts a new face on a token whose version is one lower.
    ///
    /// - Returns: `false` when there is no such token, or somebody else was faster.
    func update(_ merchant: String, _ face: FaceRecord) async throws(VaultError) -> Bool
    /// Those of `tokens` that the merchant has, in the order of `tokens`.
    func faces(_ merchant: String, _ tokens: [String]) async throws(VaultError) -> [FaceRecord]
    /// The tokens a session registered that the merchant still has, in their order: all of token information in one read.
    ///
    /// - Returns: `nil` when the merchant has no such session.
    func faces(session id: [UInt8], of merchant: String) async throws(VaultError) -> [FaceRecord]?
    /// The merchant's tokens after one, in the tokens' order.
    func faces(_ merchant: String, after token: String, limit: Int) async throws(VaultError) -> [FaceRecord]
    /// - Returns: Whether there was one.
    func delete(_ merchant: String, _ token: String, at date: Date) async throws(VaultError) -> Bool
    /// Of one merchant, or of all.
    func tokenCount(of merchant: String?) async throws(VaultError) -> Int
    /// The merchant's whole row of a token; `nil` where it has none.
    func row(_ merchant: String, _ token: String) async throws(VaultError) -> BookRecord?
    /// The merchant's whole rows after a token, in the tokens' order.
    func book(_ merchant: String, after token: String, limit: Int) async throws(VaultError) -> [BookRecord]
}

extension TokenStore {
    /// Adds a token to a merchant that may have any number.
    public func insert(_ record: TokenRecord) async throws(VaultError) -> InsertOutcome {
        try await insert(record, limit: nil)
    }

    /// Of all merchants.
    public func tokenCount() async throws(VaultError) -> Int { try await tokenCount(of: nil) }
}

public protocol ImportStore: Sendable {
    func progress(of id: String) async throws(VaultError) -> ImportRecord?
    /// Adds tokens and notes how far the import has come, both or neither.
    ///
    /// - Parameters:
    ///   - progress: How far the import is. Where somebody else has brought it further, nothing is added.
    ///   - note: Is told the outcomes, in the order of `records`, and says how far that brings the import. It is called before
    ///     anything is kept, and once more where the store has to begin again.
    /// - Throws: ``VaultError`` of kind `.refused` when somebody else imports the same at the same time.
    func insert(
        _ records: [TokenRecord], after progress: ImportRecord, limit: Int?,
        note: @escaping @Sendable ([InsertOutcome]) throws(VaultError) -> ImportRecord
    ) async throws(VaultError)
}

/// The public keys of merchants and the keys of the gateway.
public protocol ExchangeKeyStore: Sendable {
    /// - Parameter owner: A merchant's id, or empty for the gateway's own. Newest first.
    func exchangeKeys(of owner: String) async throws(VaultError) -> [ExchangeKeyRecord]
    /// - Parameter limit: How many keys in use the owner may have.
    /// - Returns: `false` when the owner has the key, or as many as it may.
    func insert(_ key: ExchangeKeyRecord, limit: Int) async throws(VaultError) -> Bool
    /// - Returns: `false` when there is no such key in use, or no other one.
    func retire(_ owner: String, _ id: String, at date: Date) async throws(VaultError) -> Bool
    /// - Returns: `false` when there is no such key.
    func removeExchangeKey(_ owner: String, _ id: String) async throws(VaultError) -> Bool
}

public enum InsertOutcome: Sendable, Equatable {
    case inserted
    /// The token is taken, by another live card or a deleted one.
    case tokenExists
    /// The merchant keeps one token per card, and this card has this one.
    case cardExists(token: String)
    /// The token is taken, by this very account.
    case alreadyStored
    /// The merchant has as many tokens as it may.
    case limitReached
}

public protocol MerchantStore: Sendable {
    func merchant(_ id: String) async throws(VaultError) -> MerchantRecord?
    func merchants() async throws(VaultError) -> [MerchantRecord]
    /// - Returns: `false` when the merchant exists.
    func insert(_ merchant: MerchantRecord) async throws(VaultError) -> Bool
    /// Replaces the record whose version is one lower.
    ///
    /// - Returns: `false` when somebody else was faster.
    func update(_ merchant: MerchantRecord) async throws(VaultError) -> Bool
}

public protocol SessionStore: Sendable {
    /// Opens a session that registers tokens of its merchant.
    ///
    /// - Parameter droppingUnknown: Whether a token the merchant does not have is left out, instead of keeping the session
    ///   from opening.
    func begin(
        _ session: SessionRecord, droppingUnknown: Bool, now: Date
    ) async throws(VaultError) -> SessionOutcome
    /// A session of a merchant, whatever became of it; `nil` where it has none of that id.
    func session(_ id: [UInt8], of merchant: String) async throws(VaultError) -> SessionRecord?
    /// The session that has an invoice number of a merchant, whatever became of it; `nil` where none has.
    func session(invoice: String, of merchant: String) async throws(VaultError) -> SessionRecord?
    /// Removes sessions that expired before a moment.
    ///
    /// - Returns: How many.
    func sweep(before date: Date) async throws(VaultError) -> Int
    func sessionCount() async throws(VaultError) -> Int
}

public enum SessionOutcome: Sendable, Equatable {
    case opened
    /// The invoice number belongs to a live or completed session.
    case invoiceExists
    /// The idempotency id was used before, in this session.
    case retried(SessionRecord)
    /// A token is not the merchant's.
    case unknownTokens
}

public protocol PaymentStore: Sendable {
    /// Begins the payment of a session that is open and has not expired. From then on the session keeps its invoice number and its
    /// idempotency id, whatever becomes of the payment.
    ///
    /// - Parameter payment: Its version is 1.
    func begin(_ payment: PaymentRecord, of session: SessionRecord, now: Date) async throws(VaultError) -> PaymentOutcome
    /// What was begun in a session; `nil` where nothing was, or the merchant has no such session.
    func payment(of session: [UInt8], _ merchant: String) async throws(VaultError) -> PaymentRecord?
    /// Replaces the payment whose version is one lower.
    ///
    /// - Parameter ending: Is kept with it, all or nothing.
    /// - Returns: `false` when somebody else was faster.
    func update(_ payment: PaymentRecord, _ ending: PaymentEnding) async throws(VaultError) -> Bool
    /// The payment that a merchant's later ones refer to by a name; `nil` where none has it.
    func payment(named name: String, of merchant: String) async throws(VaultError) -> PaymentRecord?
    /// Payments something is to be done about, each for one caller: where nothing is done, it is due again later.
    ///
    /// - Parameter horizon: What is due later than this was put there by a clock that has been turned back since: it is due, too.
    func claimPayments(due now: Date, again: Date, beyond horizon: Date, limit: Int) async throws(VaultError) -> [PaymentRecord]
}

extension PaymentStore {
    /// Replaces a payment with whose end nothing is kept.
    public func update(_ payment: PaymentRecord) async throws(VaultError) -> Bool { try await update(payment, PaymentEnding()) }
}

public protocol PlanStore: Sendable {
    /// Plans whose next charge is due, each for one caller: where nothing is done, it is due again later.
    func claimPlans(due now: Date, again: Date, limit: Int) async throws(VaultError) -> [PlanRecord]
    /// Replaces the plan whose version is one lower.
    ///
    /// - Returns: `false` when somebody else was faster.
    func update(_ plan: PlanRecord) async throws(VaultError) -> Bool
    /// The plan that began in a session; `nil` where none did.
    func plan(of session: [UInt8], _ merchant: String) async throws(VaultError) -> PlanRecord?
}

public protocol NotificationStore: Sendable {
    /// Notifications that are to be sent, each for one caller: where nothing is done, it is due again later.
    ///
    /// - Parameters:
    ///   - horizon: What is due later than this was put there by a clock that has been turned back since: it is due, too.
    ///   - queues: Those of ``NotificationRecord/queue`` that are left for now.
    func claimNotifications(
        due now: Date, again: Date, beyond horizon: Date, besides queues: [String], limit: Int
    ) async throws(VaultError) -> [NotificationRecord]
    /// Replaces a notification that was sent as often.
    ///
    /// - Parameter attempts: How often that was.
    /// - Returns: `false` when somebody else was faster.
    func update(_ notification: NotificationRecord, after attempts: Int) async throws(VaultError) -> Bool
    /// The notification of a payment; `nil` where there is none.
    func notification(of session: [UInt8], _ merchant: String) async throws(VaultError) -> NotificationRecord?
    /// A merchant's notifications, those of the latest sessions first.
    ///
    /// - Parameter session: The last of the page before; `nil` for the first page.
    func notifications(of merchant: String, before session: [UInt8]?, limit: Int) async throws(VaultError) -> [NotificationRecord]
}

public enum PaymentOutcome: Sendable, Equatable {
    case begun
    /// The session has one.
    case exists(PaymentRecord)
    /// The session is gone, or has expired.
    case closed
}

/// Everything a node keeps.
public protocol Store: KeyStore, TokenStore, ImportStore, ExchangeKeyStore, MerchantStore, SessionStore, PaymentStore,
    NotificationStore, PlanStore
{
    /// Whether the store can be read and written. After a write has failed, not before one as large goes in again.
    func check() async throws(VaultError)
    /// Removes tokens and sessions, and keeps merchants and keys. For the sandbox.
    func clear() async throws(VaultError)
    /// From here on a copy is a vault of its own, and ``StoreCopy`` leaves it alone.
    func leaveCopying() async throws(VaultError)
    /// The profile the store was made with, set once.
    ///
    /// - Throws: ``VaultError`` of kind `.refused` for a copy that is not finished.
    func profile(settingIfNew profile: String) async throws(VaultError) -> String
}
