internal import StrictJSON

/// How a version spells the answer to token information: the name of the list and of each member (protocol.md §0).
enum TokenInformationShape: CaseIterable {
    case v43, v42, v41

    init(_ version: APIVersion) {
        switch version {
        case .v43: self = .v43
        case .v42: self = .v42
        case .v41: self = .v41
        }
    }

    var list: StaticString {
        switch self {
        case .v43: "customerToken"
        case .v42: "cardTokens"
        case .v41: "cardTokenDetails"
        }
    }

    /// Shows each member of a token with its name: the one table for reading and for writing.
    private func each(_ token: inout TokenInformation, _ member: (StaticString, inout String) -> Void) {
        switch self {
        case .v43:
            member("channelCode", &token.channelCode)
            member("subChannelCode", &token.subChannelCode)
            member("token", &token.token)
            member("accountNo", &token.accountNo)
            member("expiry", &token.expiry)
            member("name", &token.name)
            member("email", &token.email)
            member("status", &token.statusCode)
            member("iconUrl", &token.iconUrl)
            member("logoUrl", &token.logoUrl)
            member("cardBrand", &token.cardBrand)
        case .v42:
            member("token", &token.token)
            member("cardNo", &token.accountNo)
            member("expiryDate", &token.expiry)
            member("name", &token.name)
            member("email", &token.email)
            member("status", &token.statusCode)
            member("iconUrl", &token.iconUrl)
            member("logoUrl", &token.logoUrl)
        case .v41:
            member("cardToken", &token.token)
            member("pan", &token.accountNo)
            member("expiryDate", &token.expiry)
            member("cardholderName", &token.name)
            member("cardholderEmail", &token.email)
            member("status", &token.statusCode)
            member("iconUrl", &token.iconUrl)
            member("logoUrl", &token.logoUrl)
        }
    }

    func write(_ token: TokenInformation, to writer: inout JSONWriter) {
        var token = token
        writer.object { writer in
            each(&token) { name, value in writer.member(name, value) }
        }
    }

    func read(_ object: JSONObject) -> TokenInformation {
        var token = TokenInformation(
            channelCode: "", subChannelCode: "", token: "", accountNo: "", expiry: "", name: "", email: "",
            status: .init(rawValue: ""), iconUrl: "", logoUrl: "", cardBrand: "")
        each(&token) { name, value in value = object["\(name)"]?.string ?? "" }
        return token
    }
}

extension TokenInformation {
    fileprivate var statusCode: String {
        get { status.rawValue }
        set { status = TokenStatus(rawValue: newValue) }
    }
}
