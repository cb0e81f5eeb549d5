/// What a merchant may say of an account beside its number and holder.
public struct AccountDetails: Sendable, Equatable {
    /// The issuing bank's name, at most 50 characters; empty where it is not known.
    public var issuer: String
    /// ISO 3166, two letters, or empty.
    public var country: String
    /// ISO 4217, three letters, or empty.
    public var currency: String

    public init(issuer: String = "", country: String = "", currency: String = "") {
        self.issuer = issuer
        self.country = country
        self.currency = currency
    }
}
