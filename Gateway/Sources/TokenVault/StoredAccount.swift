/// A stored card or wallet as a customer may see it.
public struct StoredAccount: Sendable, Equatable {
    public let token: String
    /// `CC` for a card, the wallet's code otherwise.
    public let channel: String
    /// `nil` for a wallet.
    public let scheme: CardScheme?
    public let maskedAccount: String
    /// `nil` for a wallet, which does not expire.
    public let expiry: CardExpiry?
    public let name: String
    /// In clear; see ``Masking/email(_:)``.
    public let email: String
    public let details: AccountDetails

    init(_ token: String, _ face: CardFace) {
        self.token = token
        channel = face.channel
        scheme = face.channel == "CC" ? CardScheme(brand: face.brand) : nil
        maskedAccount = face.maskedAccount
        expiry = face.expiry
        name = face.name
        email = face.email
        details = face.details
    }
}
