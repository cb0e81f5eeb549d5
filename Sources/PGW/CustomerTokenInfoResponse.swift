internal import PGWWire
package import StrictJSON

/// The stored cards of a payment session, or the gateway's refusal.
public struct CustomerTokenInfoResponse: BaseResponse, AnswerModel, Equatable {
    /// ``APIResponseCode/APISuccess``, or why the gateway refused.
    public let responseCode: String
    /// The code in the gateway's words.
    public let responseDescription: String
    /// The session's payment token; empty on a refusal.
    public let paymentToken: String
    /// In the order the session registered them; empty on a refusal.
    public let customerTokens: [CustomerTokenInfo]

    /// - Returns: `nil` for an object that is no answer of the protocol.
    init?(answer object: JSONObject) {
        guard let code = object["respCode"]?.string else { return nil }
        responseCode = code
        responseDescription = object["respDesc"]?.string ?? ""
        let information = TokenInformationResponse(object)
        paymentToken = information?.paymentToken ?? ""
        customerTokens = information?.tokens.map(CustomerTokenInfo.init) ?? []
    }

    /// The response as other languages are given it.
    package var json: JSON {
        [
            "responseCode": .string(responseCode), "responseDescription": .string(responseDescription),
            "paymentToken": .string(paymentToken), "customerTokens": .array(customerTokens.map(\.json)),
        ]
    }
}

/// One stored card or wallet.
public struct CustomerTokenInfo: BaseModel, Equatable {
    /// `CC` for a card, the wallet's code otherwise.
    public let channelCode: String
    /// The customer token.
    public let token: String
    /// Masked: `411111XXXXXX1111`.
    public let accountNo: String
    /// `2027-05-31` for a card that expires soon, `XXXX-XX-XX` for an available one, empty for an expired one.
    public let expiry: String
    /// The holder's name.
    public let name: String
    /// Masked: `d***y@g**l.com`.
    public let email: String
    /// `A`, `EX` or `ED`; see ``tokenStatus``.
    public let status: String
    /// A small picture of the scheme.
    public let iconUrl: String
    /// A large picture of the scheme.
    public let logoUrl: String
    /// Scheme, for example `VISA`.
    public let cardBrand: String

    init(_ token: TokenInformation) {
        channelCode = token.channelCode
        self.token = token.token
        accountNo = token.accountNo
        expiry = token.expiry
        name = token.name
        email = token.email
        status = token.status.rawValue
        iconUrl = token.iconUrl
        logoUrl = token.logoUrl
        cardBrand = token.cardBrand
    }

    var json: JSON {
        [
            "channelCode": .string(channelCode), "token": .string(token), "accountNo": .string(accountNo),
            "expiry": .string(expiry),
            "name": .string(name), "email": .string(email), "status": .string(status), "iconUrl": .string(iconUrl),
            "logoUrl": .string(logoUrl), "cardBrand": .string(cardBrand),
        ]
    }

    /// ``status`` as a value: `.available`, `.expiring` or `.expired`.
    public var tokenStatus: TokenStatus { TokenStatus(rawValue: status) }

    /// The month a shown ``expiry`` names, in either of its forms; `nil` where it is masked or empty.
    public var expiryMonth: (year: Int, month: Int)? { ExpiryText.month(expiry) }
}
