public import StrictJSON

/// What a merchant's backend signs to learn in which other currencies it may be paid (payments.md §1.5, `exchangeRate/secure`).
public struct SecureExchangeRateRequest: Sendable, Equatable {
    public var merchantID = ""
    /// Whose rates, at most 20 letters and digits: `SCB`. Anybody's where it is not given.
    public var providerCode: String?
    /// What is to be paid in, ISO 4217, three letters.
    public var currencyCode = ""

    public init(merchantID: String, currencyCode: String) {
        self.merchantID = merchantID
        self.currencyCode = currencyCode
    }

    /// - Throws: ``InvalidMessage`` with every field that is wrong.
    public init(claims: JSONObject) throws(InvalidMessage) {
        self.init(merchantID: "", currencyCode: "")
        var problems = Self.table.read(claims, into: &self)
        if problems.isEmpty, Currency(code: currencyCode) == nil {
            problems.append(
                FieldProblem(field: "currencyCode", code: .invalidCurrency, reason: "is not a currency this gateway knows"))
        }
        if let invalid = InvalidMessage(problems) { throw invalid }
    }

    /// The claims, without what is not given.
    public var claims: JSONObject { Self.table.write(self) }

    /// Checks a request that was built in code, as the gateway will.
    public func validate() throws(InvalidMessage) { _ = try SecureExchangeRateRequest(claims: claims) }

    static let table = FieldTable<Self>([
        .mandatory("merchantID", \.merchantID, .text(.alphanumeric, max: 25)),
        .text("providerCode", \.providerCode, .text(.alphanumeric, max: 20)),
        .mandatory("currencyCode", \.currencyCode, .text(.alphabetic, max: 3)),
    ])

    /// Every field with its limits.
    static var fields: [FieldDescription] { table.descriptions }
}

/// Rates of exchange, as a signed answer says them.
public struct SecureExchangeRates: WireResponse {
    public var merchantID = ""
    public var providerCode = ""
    /// Until when the rates hold, in seconds since 1970.
    public var expire = 0
    public var fxRates: [FXRate] = []
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("merchantID", \.merchantID, isMandatory: true), .text("providerCode", \.providerCode, isMandatory: true),
        .integer("expire", \.expire, isMandatory: true), .list("fxRates", \.fxRates, isMandatory: true), .code, .description,
    ]
}
