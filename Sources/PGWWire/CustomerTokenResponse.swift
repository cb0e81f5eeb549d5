public import StrictJSON

/// The answer to a maintenance request (protocol.md §4.2).
///
/// Its code and description are named otherwise than in the payment API: `responseCode` and `responseDesc`.
public struct CustomerTokenResponse: Sendable, Equatable {
    public var merchantID: String = ""
    public var token: String?
    /// A reference of the provider; empty where it has none.
    public var tokenReference: String?
    /// Masked: `411111XXXXXX1111`.
    public var accountNo: String?
    public var name: String?
    /// In clear: the merchant gave it.
    public var email: String?
    /// `yyyy-MM-dd`, the last day of its month, in clear.
    public var expiry: String?
    public var accountIssuer: String?
    public var accountIssuerCountry: String?
    public var accountCurrency: String?
    /// `CC` for a card.
    public var channelCode: String?
    /// Scheme code such as `VI`.
    public var subChannelCode: String?

    public init(merchantID: String, token: String? = nil) {
        self.merchantID = merchantID
        self.token = token
    }

    private static let members: [(String, any WritableKeyPath<CustomerTokenResponse, String?> & Sendable)] = [
        ("token", \.token), ("tokenReference", \.tokenReference), ("accountNo", \.accountNo), ("name", \.name),
        ("email", \.email), ("expiry", \.expiry), ("accountIssuer", \.accountIssuer),
        ("accountIssuerCountry", \.accountIssuerCountry), ("accountCurrency", \.accountCurrency),
        ("channelCode", \.channelCode), ("subChannelCode", \.subChannelCode),
    ]

    /// A success.
    public var json: JSON {
        var object = JSONObject()
        object["merchantID"] = .string(merchantID)
        for (name, path) in Self.members { object[name] = self[keyPath: path].map { .string($0) } }
        object["responseCode"] = .string(ResponseCode.success.rawValue)
        object["responseDesc"] = "Success"
        return .object(object)
    }

    /// - Returns: `nil` when the object is not a success.
    public init?(_ object: JSONObject) {
        guard object["responseCode"]?.string == ResponseCode.success.rawValue, let merchant = object["merchantID"]?.string
        else { return nil }
        merchantID = merchant
        for (name, path) in Self.members { self[keyPath: path] = object[name]?.string }
    }
}

extension Refusal {
    /// Reads a refusal of the maintenance API.
    public init?(maintenance object: JSONObject) {
        guard let code = object["responseCode"]?.string, code != ResponseCode.success.rawValue else { return nil }
        self.init(code: ResponseCode(rawValue: code), description: object["responseDesc"]?.string ?? "")
    }

    /// The refusal as the maintenance API spells it.
    ///
    /// - Parameter merchant: Whom it answers, once that is proven.
    public func maintenanceJSON(merchant: String? = nil) -> JSON {
        var object = JSONObject()
        object["merchantID"] = merchant.map { .string($0) }
        object["responseCode"] = .string(code.rawValue)
        object["responseDesc"] = .string(text)
        return .object(object)
    }
}

extension InvalidMessage {
    /// The refusal with the names of the fields alone: `responseDesc` holds 50 characters.
    public var briefRefusal: Refusal {
        Refusal(code: code, description: Refusal.phrase(code) + fields.map(\.pascalCased).joined(separator: ", "))
    }
}
