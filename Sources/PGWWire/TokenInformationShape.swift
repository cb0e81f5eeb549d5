internal import StrictJSON

/// How a version spells the answer to token information: the name of the list and of each member (protocol.md §0).
struct TokenInformationShape: Sendable {
    let list: String
    let listName: JSONName
    private let members: [Member]

    /// One member, read from a token and written to one.
    private struct Member: Sendable {
        let name: String
        let written: JSONName
        let get: @Sendable (TokenInformation) -> String
        let path: any WritableKeyPath<TokenInformation, String> & Sendable

        // The same path twice: as a function it is a plain load, which writing many tokens wants.
        init(
            _ name: String, _ get: @escaping @Sendable (TokenInformation) -> String,
            _ path: any WritableKeyPath<TokenInformation, String> & Sendable
        ) {
            self.name = name
            written = JSONName(name)
            self.get = get
            self.path = path
        }
    }

    private init(list: String, members: [Member]) {
        self.list = list
        listName = JSONName(list)
        self.members = members
    }

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
            .init("channelCode", \.channelCode, \.channelCode), .init("subChannelCode", \.subChannelCode, \.subChannelCode),
            .init("token", \.token, \.token),
            .init("accountNo", \.accountNo, \.accountNo), .init("expiry", \.expiry, \.expiry), .init("name", \.name, \.name),
            .init("email", \.email, \.email),
            .init("status", \.statusCode, \.statusCode), .init("iconUrl", \.iconUrl, \.iconUrl),
            .init("logoUrl", \.logoUrl, \.logoUrl), .init("cardBrand", \.cardBrand, \.cardBrand),
        ])

    private static let v42 = TokenInformationShape(
        list: "cardTokens",
        members: [
            .init("token", \.token, \.token), .init("cardNo", \.accountNo, \.accountNo), .init("expiryDate", \.expiry, \.expiry),
            .init("name", \.name, \.name), .init("email", \.email, \.email),
            .init("status", \.statusCode, \.statusCode), .init("iconUrl", \.iconUrl, \.iconUrl),
            .init("logoUrl", \.logoUrl, \.logoUrl),
        ])

    private static let v41 = TokenInformationShape(
        list: "cardTokenDetails",
        members: [
            .init("cardToken", \.token, \.token), .init("pan", \.accountNo, \.accountNo), .init("expiryDate", \.expiry, \.expiry),
            .init("cardholderName", \.name, \.name),
            .init("cardholderEmail", \.email, \.email), .init("status", \.statusCode, \.statusCode),
            .init("iconUrl", \.iconUrl, \.iconUrl), .init("logoUrl", \.logoUrl, \.logoUrl),
        ])

    func write(_ token: TokenInformation, to writer: inout JSONWriter) {
        writer.object { writer in
            for member in members { writer.member(member.written, member.get(token)) }
        }
    }

    func read(_ object: JSONObject) -> TokenInformation {
        var token = TokenInformation(
            channelCode: "", subChannelCode: "", token: "", accountNo: "", expiry: "", name: "", email: "",
            status: .init(rawValue: ""), iconUrl: "", logoUrl: "", cardBrand: "")
        for member in members { token[keyPath: member.path] = object[member.name]?.string ?? "" }
        return token
    }
}

extension TokenInformation {
    fileprivate var statusCode: String {
        get { status.rawValue }
        set { status = TokenStatus(rawValue: newValue) }
    }
}
