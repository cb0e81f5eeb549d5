public import StrictJSON

/// The stored cards and wallets of a payment session (protocol.md §2.2).
public struct TokenInformationResponse: Sendable, Equatable {
    public let paymentToken: String
    /// In the order the session registered them.
    public let tokens: [TokenInformation]

    public init(paymentToken: String, tokens: [TokenInformation]) {
        self.paymentToken = paymentToken
        self.tokens = tokens
    }

    /// The answer in the shape of a version, as JSON in UTF-8.
    public func bytes(_ version: APIVersion) -> [UInt8] {
        Self.bytes(version, paymentToken: paymentToken, count: tokens.count) { .text(tokens[$0][$1]) }
    }

    /// A text, or its bytes in UTF-8.
    public enum Text {
        case text(String)
        case utf8(ArraySlice<UInt8>)
    }

    /// The same of values that lie elsewhere: it is what a gateway writes most, and no ``TokenInformation`` is made for it.
    ///
    /// - Parameters:
    ///   - count: How many tokens there are.
    ///   - value: What a member of one of them says.
    public static func bytes(
        _ version: APIVersion, paymentToken: String, count: Int, value: (Int, TokenInformation.Member) -> Text
    ) -> [UInt8] {
        let shape = TokenInformationShape(version)
        let members = shape.members
        var writer = JSONWriter(capacity: 512 + 512 * count)
        writer.object { writer in
            writer.member("paymentToken", paymentToken)
            writer.array(shape.list) { writer in
                for index in 0..<count {
                    writer.object { writer in
                        for (name, member) in members {
                            switch value(index, member) {
                            case .text(let text): writer.member(name, text)
                            case .utf8(let utf8): writer.member(name, utf8: utf8)
                            }
                        }
                    }
                }
            }
            writer.member("respCode", ResponseCode.success.rawValue)
            writer.member("respDesc", "success")
        }
        return writer.bytes
    }

    /// Reads a success in the shape of any version. Entries without a token are left out.
    ///
    /// - Returns: `nil` when the object has no `respCode` `0000`.
    public init?(_ object: JSONObject) {
        guard object["respCode"]?.string == ResponseCode.success.rawValue else { return nil }
        let shape = TokenInformationShape.allCases.first { object["\($0.list)"]?.array != nil }
        let entries = shape.flatMap { object["\($0.list)"]?.array } ?? []
        paymentToken = object["paymentToken"]?.string ?? ""
        tokens = entries.compactMap { entry in
            guard let shape, let object = entry.object else { return nil }
            let token = shape.read(object)
            return token.token.isEmpty ? nil : token
        }
    }
}

/// One stored card or wallet, masked.
public struct TokenInformation: Sendable, Equatable {
    /// `CC` for a card, the wallet's code otherwise. Empty in 4.1 and 4.2.
    public var channelCode: String
    /// Scheme code such as `VI`. 4.3 only.
    public var subChannelCode: String
    /// The customer token.
    public var token: String
    /// Masked: `411111XXXXXX1111`.
    public var accountNo: String
    /// See ``ExpiryText``.
    public var expiry: String
    /// The holder's name.
    public var name: String
    /// Masked: `d***y@g**l.com`.
    public var email: String
    public var status: TokenStatus
    public var iconUrl: String
    public var logoUrl: String
    /// Scheme, for example `VISA`. 4.3 only.
    public var cardBrand: String

    public init(
        channelCode: String, subChannelCode: String, token: String, accountNo: String, expiry: String, name: String,
        email: String, status: TokenStatus, iconUrl: String, logoUrl: String, cardBrand: String
    ) {
        self.channelCode = channelCode
        self.subChannelCode = subChannelCode
        self.token = token
        self.accountNo = accountNo
        self.expiry = expiry
        self.name = name
        self.email = email
        self.status = status
        self.iconUrl = iconUrl
        self.logoUrl = logoUrl
        self.cardBrand = cardBrand
    }

    public enum Member: Sendable {
        case channelCode, subChannelCode, token, accountNo, expiry, name, email, status, iconUrl, logoUrl, cardBrand

        fileprivate var path: WritableKeyPath<TokenInformation, String> {
            switch self {
            case .channelCode: \.channelCode
            case .subChannelCode: \.subChannelCode
            case .token: \.token
            case .accountNo: \.accountNo
            case .expiry: \.expiry
            case .name: \.name
            case .email: \.email
            case .status: \.statusCode
            case .iconUrl: \.iconUrl
            case .logoUrl: \.logoUrl
            case .cardBrand: \.cardBrand
            }
        }
    }

    /// A member as text.
    public subscript(member: Member) -> String {
        get { self[keyPath: member.path] }
        set { self[keyPath: member.path] = newValue }
    }

    private var statusCode: String {
        get { status.rawValue }
        set { status = TokenStatus(rawValue: newValue) }
    }
}
