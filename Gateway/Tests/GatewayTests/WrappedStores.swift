import Foundation
import TokenVault

/// A store that hands everything on.
protocol WrappedStore: Store {
    var inner: any Store { get }
}

extension WrappedStore {
    func keys() async throws(VaultError) -> [KeyRecord] { try await inner.keys() }
    func insert(_ key: KeyRecord) async throws(VaultError) -> UInt32 { try await inner.insert(key) }
    func reserveSeals(key: UInt32, count: Int) async throws(VaultError) -> Int {
        try await inner.reserveSeals(key: key, count: count)
    }
    func insert(_ record: TokenRecord, limit: Int?) async throws(VaultError) -> InsertOutcome {
        try await inner.insert(record, limit: limit)
    }
    func update(_ merchant: String, _ face: FaceRecord) async throws(VaultError) -> Bool {
        try await inner.update(merchant, face)
    }
    func row(_ merchant: String, _ token: String) async throws(VaultError) -> BookRecord? {
        try await inner.row(merchant, token)
    }
    func book(_ merchant: String, after token: String, limit: Int) async throws(VaultError) -> [BookRecord] {
        try await inner.book(merchant, after: token, limit: limit)
    }
    func progress(of id: String) async throws(VaultError) -> ImportRecord? { try await inner.progress(of: id) }
    func insert(
        _ records: [TokenRecord], after progress: ImportRecord, limit: Int?,
        note: @escaping @Sendable ([InsertOutcome]) throws(VaultError) -> ImportRecord
    ) async throws(VaultError) { try await inner.insert(records, after: progress, limit: limit, note: note) }
    func exchangeKeys(of owner: String) async throws(VaultError) -> [ExchangeKeyRecord] {
        try await inner.exchangeKeys(of: owner)
    }
    func insert(_ key: ExchangeKeyRecord, limit: Int) async throws(VaultError) -> Bool {
        try await inner.insert(key, limit: limit)
    }
    func retire(_ owner: String, _ id: String, at date: Date) async throws(VaultError) -> Bool {
        try await inner.retire(owner, id, at: date)
    }
    func removeExchangeKey(_ owner: String, _ id: String) async throws(VaultError) -> Bool {
        try await inner.removeExchangeKey(owner, id)
    }
    func faces(_ merchant: String, _ tokens: [String]) async throws(VaultError) -> [FaceRecord] {
        try await inner.faces(merchant, tokens)
    }
    func faces(_ merchant: String, after token: String, limit: Int) async throws(VaultError) -> [FaceRecord] {
        try await inner.faces(merchant, after: token, limit: limit)
    }
    func delete(_ merchant: String, _ token: String, at date: Date) async throws(VaultError) -> Bool {
        try await inner.delete(merchant, token, at: date)
    }
    func tokenCount(of merchant: String?) async throws(VaultError) -> Int { try await inner.tokenCount(of: merchant) }
    func merchant(_ id: String) async throws(VaultError) -> MerchantRecord? { try await inner.merchant(id) }
    func merchants() async throws(VaultError) -> [MerchantRecord] { try await inner.merchants() }
    func insert(_ merchant: MerchantRecord) async throws(VaultError) -> Bool { try await inner.insert(merchant) }
    func update(_ merchant: MerchantRecord) async throws(VaultError) -> Bool { try await inner.update(merchant) }
    func begin(
        _ session: SessionRecord, droppingUnknown: Bool, now: Date
    ) async throws(VaultError) -> SessionOutcome {
        try await inner.begin(session, droppingUnknown: droppingUnknown, now: now)
    }
    func session(invoice: String, of merchant: String) async throws(VaultError) -> SessionRecord? {
        try await inner.session(invoice: invoice, of: merchant)
    }
    func faces(session id: [UInt8], of merchant: String) async throws(VaultError) -> [FaceRecord]? {
        try await inner.faces(session: id, of: merchant)
    }
    func session(_ id: [UInt8], of merchant: String) async throws(VaultError) -> SessionRecord? {
        try await inner.session(id, of: merchant)
    }
    func begin(_ payment: PaymentRecord, of session: SessionRecord, now: Date) async throws(VaultError) -> PaymentOutcome {
        try await inner.begin(payment, of: session, now: now)
    }
    func payment(of session: [UInt8], _ merchant: String) async throws(VaultError) -> PaymentRecord? {
        try await inner.payment(of: session, merchant)
    }
    func update(_ payment: PaymentRecord, _ ending: PaymentEnding) async throws(VaultError) -> Bool {
        try await inner.update(payment, ending)
    }
    func payment(named name: String, of merchant: String) async throws(VaultError) -> PaymentRecord? {
        try await inner.payment(named: name, of: merchant)
    }
    func claimPlans(due now: Date, again: Date, limit: Int) async throws(VaultError) -> [PlanRecord] {
        try await inner.claimPlans(due: now, again: again, limit: limit)
    }
    func update(_ plan: PlanRecord) async throws(VaultError) -> Bool { try await inner.update(plan) }
    func plan(of session: [UInt8], _ merchant: String) async throws(VaultError) -> PlanRecord? {
        try await inner.plan(of: session, merchant)
    }
    func claimNotifications(
        due now: Date, again: Date, beyond horizon: Date, besides queues: [String], limit: Int
    ) async throws(VaultError) -> [NotificationRecord] {
        try await inner.claimNotifications(due: now, again: again, beyond: horizon, besides: queues, limit: limit)
    }
    func update(_ notification: NotificationRecord, after attempts: Int) async throws(VaultError) -> Bool {
        try await inner.update(notification, after: attempts)
    }
    func notification(of session: [UInt8], _ merchant: String) async throws(VaultError) -> NotificationRecord? {
        try await inner.notification(of: session, merchant)
    }
    func notifications(
        of merchant: String, before session: [UInt8]?, limit: Int
    ) async throws(VaultError) -> [NotificationRecord] {
        try await inner.notifications(of: merchant, before: session, limit: limit)
    }
    func claimPayments(due now: Date, again: Date, beyond horizon: Date, limit: Int) async throws(VaultError) -> [PaymentRecord] {
        try await inner.claimPayments(due: now, again: again, beyond: horizon, limit: limit)
    }
    func sweep(before date: Date) async throws(VaultError) -> Int { try await inner.sweep(before: date) }
    func sessionCount() async throws(VaultError) -> Int { try await inner.sessionCount() }
    func check() async throws(VaultError) { try await inner.check() }
    func clear() async throws(VaultError) { try await inner.clear() }
    func leaveCopying() async throws(VaultError) { try await inner.leaveCopying() }
    func profile(settingIfNew profile: String) async throws(VaultError) -> String {
        try await inner.profile(settingIfNew: profile)
    }
}

/// Counts how often a session is looked up.
struct CountingStore: WrappedStore {
    let inner: any Store
    let sessions: Counter

    func faces(session id: [UInt8], of merchant: String) async throws(VaultError) -> [FaceRecord]? {
        sessions.add()
        return try await inner.faces(session: id, of: merchant)
    }
}

/// Cannot read sessions or list merchants, and is not well.
struct FailingStore: WrappedStore {
    let inner: any Store

    func merchants() async throws(VaultError) -> [MerchantRecord] { throw VaultError(.store, "the disk is on fire") }
    func faces(session id: [UInt8], of merchant: String) async throws(VaultError) -> [FaceRecord]? {
        throw VaultError(.store, "the disk is on fire")
    }
    func check() async throws(VaultError) { throw VaultError(.store, "the disk is on fire") }
}
