public import StrictJSON
internal import Texts

// The requests of the Customer Token Maintenance API (protocol.md §4.2). Limits and spellings are those of each one's `fields`.

/// What a maintenance request asks for; the last part of its path.
public enum CustomerTokenAction: String, Sendable, CaseIterable {
    case add, get, update, delete
}

/// Stores a card, or a token another provider made of one.
public struct AddCustomerTokenRequest: Sendable, Equatable {
    public var merchantID: String = ""
    /// `CC` for a card, `MA` for a Mastercard token.
    public var tokenProvider: String = ""
    /// The whole card number, or the provider's token.
    public var accountNo: String?
    /// The holder's name. Mandatory for a card.
    public var name: String?
    public var email: String?
    /// `yyyy-MM-dd`; the day says nothing, cards expire with the month. Mandatory for a card.
    public var expiry: String?
    /// The issuing bank's name.
    public var accountIssuer: String?
    /// ISO 3166, two letters.
    public var accountIssuerCountry: String?
    /// ISO 4217, three letters.
    public var accountCurrency: String?

    public init(merchantID: String, tokenProvider: String = "CC", accountNo: String, name: String? = nil, expiry: String? = nil) {
        self.merchantID = merchantID
        self.tokenProvider = tokenProvider
        self.accountNo = accountNo
        self.name = name
        self.expiry = expiry
    }

    init() {}
}

/// Changes what is known of a stored card. What is not given stays as it is.
public struct UpdateCustomerTokenRequest: Sendable, Equatable {
    public var merchantID: String = ""
    public var token: String = ""
    /// The holder's name.
    public var name: String = ""
    /// `yyyy-MM-dd`; the day says nothing, cards expire with the month.
    public var expiry: String = ""
    public var email: String?
    /// The issuing bank's name.
    public var accountIssuer: String?
    /// ISO 3166, two letters.
    public var accountIssuerCountry: String?
    /// ISO 4217, three letters.
    public var accountCurrency: String?

    public init(merchantID: String, token: String, name: String, expiry: String) {
        self.merchantID = merchantID
        self.token = token
        self.name = name
        self.expiry = expiry
    }

    init() {}
}

/// Looks a stored card up, or deletes it.
public struct NamedCustomerTokenRequest: Sendable, Equatable {
    public var merchantID: String = ""
    public var token: String = ""

    public init(merchantID: String, token: String) {
        self.merchantID = merchantID
        self.token = token
    }

    init() {}
}

/// Reading and writing, the same way for each of them.
public protocol CustomerTokenMessage: Sendable, Equatable {
    /// - Throws: ``InvalidMessage`` with every field that is wrong.
    init(_ object: JSONObject) throws(InvalidMessage)
    var json: JSON { get }
}

extension AddCustomerTokenRequest: WireObject, CustomerTokenMessage {
    /// Every field with its limits.
    public static var fields: [FieldDescription] { table.descriptions }

    static let table = FieldTable<AddCustomerTokenRequest>([
        .mandatory("merchantID", \.merchantID, .text(.alphanumeric, max: 25)),
        .mandatory("tokenProvider", \.tokenProvider, .text(.any, max: 15)),
        .text("accountNo", \.accountNo, .identifier(max: 255)),
        .text("name", \.name, .text(.any, max: Texts.nameLength)),
        .text("email", \.email, .text(.any, max: Texts.emailLength)),
        .text("expiry", \.expiry, .text(.any, max: 10)),
        .text("accountIssuer", \.accountIssuer, .text(.any, max: Texts.issuerLength)),
        .text("accountIssuerCountry", \.accountIssuerCountry, .text(.alphabetic, max: 2)),
        .text("accountCurrency", \.accountCurrency, .text(.alphabetic, max: 3)),
    ])

    public static let providers = ["CC", "MA"]

    public init(_ object: JSONObject) throws(InvalidMessage) {
        self.init()
        var problems = Self.table.read(object, into: &self)
        var rules = CustomerTokenRules(known: problems)
        rules.check("tokenProvider", Self.providers.contains(tokenProvider), "is not one of CC, MA")
        rules.need("accountNo", accountNo != nil)
        rules.need("name", name != nil || tokenProvider != "CC")
        rules.need("expiry", expiry != nil || tokenProvider != "CC")
        rules.check(expiry: expiry)
        rules.check(email: email, country: accountIssuerCountry, currency: accountCurrency)
        problems += rules.problems
        if let invalid = InvalidMessage(problems) { throw invalid }
    }

    public var json: JSON { .object(Self.table.write(self)) }
}

extension UpdateCustomerTokenRequest: WireObject, CustomerTokenMessage {
    /// Every field with its limits.
    public static var fields: [FieldDescription] { table.descriptions }

    static let table = FieldTable<UpdateCustomerTokenRequest>([
        .mandatory("merchantID", \.merchantID, .text(.alphanumeric, max: 25)),
        .mandatory("token", \.token, .identifier(max: 255)),
        .mandatory("name", \.name, .text(.any, max: Texts.nameLength)),
        .mandatory("expiry", \.expiry, .text(.any, max: 10)),
        .text("email", \.email, .text(.any, max: Texts.emailLength)),
        .text("accountIssuer", \.accountIssuer, .text(.any, max: Texts.issuerLength)),
        .text("accountIssuerCountry", \.accountIssuerCountry, .text(.alphabetic, max: 2)),
        .text("accountCurrency", \.accountCurrency, .text(.alphabetic, max: 3)),
    ])

    public init(_ object: JSONObject) throws(InvalidMessage) {
        self.init()
        var problems = Self.table.read(object, into: &self)
        var rules = CustomerTokenRules(known: problems)
        rules.check(expiry: expiry)
        rules.check(email: email, country: accountIssuerCountry, currency: accountCurrency)
        problems += rules.problems
        if let invalid = InvalidMessage(problems) { throw invalid }
    }

    public var json: JSON { .object(Self.table.write(self)) }
}

extension NamedCustomerTokenRequest: WireObject, CustomerTokenMessage {
    /// Every field with its limits.
    public static var fields: [FieldDescription] { table.descriptions }

    static let table = FieldTable<NamedCustomerTokenRequest>([
        .mandatory("merchantID", \.merchantID, .text(.alphanumeric, max: 25)),
        .mandatory("token", \.token, .identifier(max: 255)),
    ])

    public init(_ object: JSONObject) throws(InvalidMessage) {
        self.init()
        if let invalid = InvalidMessage(Self.table.read(object, into: &self)) { throw invalid }
    }

    public var json: JSON { .object(Self.table.write(self)) }
}

/// What the tables' rows cannot see. A field that is already known to be wrong is left out.
private struct CustomerTokenRules {
    private let wrong: Set<String>
    private(set) var problems: [FieldProblem] = []

    init(known: [FieldProblem]) { wrong = Set(known.map(\.field)) }

    mutating func check(_ field: String, _ holds: Bool, _ reason: String) {
        if !holds, !wrong.contains(field) {
            problems.append(FieldProblem(field: field, code: .invalidParameter, reason: reason))
        }
    }

    mutating func need(_ field: String, _ present: Bool) {
        if !present, !wrong.contains(field) { problems.append(.missing(field)) }
    }

    mutating func check(expiry: String?) {
        let isDay = expiry.map { $0.utf8.count == 10 && CalendarDay(yyyyMMdd: $0) != nil } ?? true
        check("expiry", isDay, "is not yyyy-MM-dd")
    }

    mutating func check(email: String?, country: String?, currency: String?) {
        check("email", email.map(Texts.isAddress) ?? true, "is not an address")
        check("accountIssuerCountry", country.map { $0.utf8.count == 2 } ?? true, "is not two letters of ISO 3166")
        check("accountCurrency", currency.map { Currency(code: $0) != nil } ?? true, "is not a currency this gateway knows")
    }
}
