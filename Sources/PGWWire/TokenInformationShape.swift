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

    typealias Members = [(name: StaticString, member: TokenInformation.Member)]

    var list: StaticString {
        switch self {
        case .v43: "customerToken"
        case .v42: "cardTokens"
        case .v41: "cardTokenDetails"
        }
    }

    /// The one table for reading and for writing.
    var members: Members {
        switch self {
        case .v43: Self.membersOf43
        case .v42: Self.membersOf42
        case .v41: Self.membersOf41
        }
    }

    private static let membersOf43: Members = [
        ("channelCode", .channelCode), ("subChannelCode", .subChannelCode), ("token", .token), ("accountNo", .accountNo),
        ("expiry", .expiry), ("name", .name), ("email", .email), ("status", .status), ("iconUrl", .iconUrl),
        ("logoUrl", .logoUrl), ("cardBrand", .cardBrand),
    ]

    private static let membersOf42: Members = [
        ("token", .token), ("cardNo", .accountNo), ("expiryDate", .expiry), ("name", .name), ("email", .email),
        ("status", .status), ("iconUrl", .iconUrl), ("logoUrl", .logoUrl),
    ]

    private static let membersOf41: Members = [
        ("cardToken", .token), ("pan", .accountNo), ("expiryDate", .expiry), ("cardholderName", .name),
        ("cardholderEmail", .email), ("status", .status), ("iconUrl", .iconUrl), ("logoUrl", .logoUrl),
    ]

    func read(_ object: JSONObject) -> TokenInformation {
        var token = TokenInformation(
            channelCode: "", subChannelCode: "", token: "", accountNo: "", expiry: "", name: "", email: "",
            status: .init(rawValue: ""), iconUrl: "", logoUrl: "", cardBrand: "")
        for (name, member) in members { token[member] = object["\(name)"]?.string ?? "" }
        return token
    }
}
