/// What is to change about a stored account. The number never does.
public struct AccountChange: Sendable, Equatable {
    public var name: String?
    public var email: String?
    public var expiry: CardExpiry?
    public var issuer: String?
    public var country: String?
    public var currency: String?

    public init() {}

    func validate() throws(VaultError) {
        if let name { try NewAccount.check(name: name) }
        if let email { try NewAccount.check(email: email) }
        try NewAccount.check(AccountDetails(issuer: issuer ?? "", country: country ?? "", currency: currency ?? ""))
    }

    func apply(to face: inout CardFace) {
        face.name = name ?? face.name
        face.email = email ?? face.email
        face.expiry = expiry ?? face.expiry
        face.details.issuer = issuer ?? face.details.issuer
        face.details.country = country ?? face.details.country
        face.details.currency = currency ?? face.details.currency
    }
}
