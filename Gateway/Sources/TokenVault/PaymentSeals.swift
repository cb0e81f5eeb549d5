internal import Crypto

/// Seals what is kept of payments: what is known of one, and the card number it may still be asked with.
public struct PaymentSeals: Sendable {
    private let keyring: Keyring

    public init(keyring: Keyring) { self.keyring = keyring }

    /// - Parameter version: That of the record it is kept in: an older one does not open in its place.
    public func seal(_ details: [UInt8], of session: [UInt8], _ merchant: String, version: Int) async throws(VaultError)
        -> [UInt8]
    {
        try await keyring.seal(details, .session, context(session, merchant, version))
    }

    public func open(_ record: PaymentRecord) async throws(VaultError) -> [UInt8] {
        try await keyring.open(record.details, .session, context(record.session, record.merchant, record.version))
    }

    public func seal(plan details: [UInt8], of session: [UInt8], _ merchant: String, version: Int) async throws(VaultError)
        -> [UInt8]
    {
        try await keyring.seal(details, .session, plan(session, merchant, version))
    }

    public func open(_ record: PlanRecord) async throws(VaultError) -> [UInt8] {
        try await keyring.open(record.details, .session, plan(record.session, record.merchant, record.version))
    }

    private func plan(_ session: [UInt8], _ merchant: String, _ version: Int) -> BoxContext {
        BoxContext(merchant: merchant, name: "plan " + session.hex, version: version)
    }

    /// The card number of a plan.
    public func card(of record: PlanRecord) async throws(VaultError) -> CardNumber {
        try await card(record.account, record.session, record.merchant)
    }

    /// Seals a card number for as long as its payment is under way.
    public func seal(_ card: CardNumber, of session: [UInt8], _ merchant: String) async throws(VaultError) -> [UInt8] {
        try await keyring.seal(card.digits, .account, context(session, merchant, 1))
    }

    /// The card number of a payment that is under way.
    public func card(of record: PaymentRecord) async throws(VaultError) -> CardNumber {
        try await card(record.account, record.session, record.merchant)
    }

    private func card(_ account: [UInt8], _ session: [UInt8], _ merchant: String) async throws(VaultError) -> CardNumber {
        let digits = try await keyring.open(account, .account, context(session, merchant, 1))
        return try CardNumber(String(decoding: digits, as: UTF8.self))
    }

    private func context(_ session: [UInt8], _ merchant: String, _ version: Int) -> BoxContext {
        BoxContext(merchant: merchant, name: "payment " + session.hex, version: version)
    }
}

extension Merchant {
    /// Tells what was sent again from something else, to nobody without the merchant's key.
    public func digest(_ bytes: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("payment ".utf8) + bytes, using: SymmetricKey(data: fingerprintKey)))
    }
}
