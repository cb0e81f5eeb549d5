internal import StrictJSON

/// How a version spells the answer to token information: the name of the list and of each member (protocol.md §0).
struct TokenInformationShape: Sendable {
    let list: String
    private let members: [(name: String, value: any WritableKeyPath<TokenInformation, String> & Sendable)]

    static func of(_ version: APIVersion) -> TokenInformationShape {
        switch version {
        case .v43: v43
        case .v42: v42
        case .v41: v41
        }
    }

    static let all = [v43, v42, v41]

    private static let v43 = TokenInformationShape(
        list: "customerToken",
        members: [
            ("channelCode", \.channelCode), ("subChannelCode", \.subChannelCode), ("token", \.token),
            ("accountNo", \.accountNo), ("expiry", \.expiry), ("name", \.name), ("email", \.email),
            ("status", \.statusCode), ("iconUrl", \.iconUrl), ("logoUrl", \.logoUrl), ("cardBrand", \.cardBrand),
        ])

    private static let v42 = TokenInformationShape(
        list: "cardTokens",
        members: [
            ("token", \.token), ("cardNo", \.accountNo), ("expiryDate", \.expiry), ("name", \.name), ("email", \.email),
            ("status", \.statusCode), ("iconUrl", \.iconUrl), ("logoUrl", \.logoUrl),
        ])

    private static let v41 = TokenInformationShape(
        list: "cardTokenDetails",
        members: [
            ("cardToken", \.token), ("pan", \.accountNo), ("expiryDate", \.expiry), ("cardholderName", \.name),
            ("cardholderEmail", \.email), ("status", \.statusCode), ("iconUrl", \.iconUrl), ("logoUrl", \.logoUrl),
        ])

    func write(_ token: TokenInformation) -> JSONObject {
        JSONObject(distinct: members.map { .init(name: $0.name, value: .string(token[keyPath: $0.value])) })
    }

    func read(_ object: JSONObject) -> TokenInformation {
        var token = TokenInformation(
            channelCode: "", subChannelCode: "", token: "", accountNo: "", expiry: "", name: "", email: "",
            status: .init(rawValue: ""), iconUrl: "", logoUrl: "", cardBrand: "")
        for (name, path) in members { token[keyPath: path] = object[name]?.string ?? "" }
        return token
    }
}

extension TokenInformation {
    fileprivate var statusCode: String {
        get { status.rawValue }
        set { status = TokenStatus(rawValue: newValue) }
    }
}
