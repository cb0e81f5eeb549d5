internal import Foundation
internal import PGWWire
internal import StrictJSON

// The call and the types of SDK 4.1 to 4.4, as they were, for code that still uses them (protocol.md §2.6). It asks version 4.2 of
// the API, whose dates are `02/27`, and texts are implicitly unwrapped, as all of that SDK's were.

@available(*, deprecated, renamed: "CustomerTokenInfoRequest")
public typealias CardTokenInfoRequest = CustomerTokenInfoRequest

/// The stored cards of a payment session, or the gateway's refusal, as SDK 4.1 to 4.4 had it.
@available(*, deprecated, renamed: "CustomerTokenInfoResponse")
public struct CardTokenInfoResponse: Sendable, Equatable {
    public let responseCode: String!
    public let responseDescription: String!
    public let paymentToken: String!
    /// In the order the session registered them; `nil` on a refusal.
    public let cardTokens: [CardTokenInfo]?

    init(_ response: CustomerTokenInfoResponse) {
        responseCode = response.responseCode
        responseDescription = response.responseDescription
        paymentToken = response.paymentToken
        cardTokens = response.responseCode == APIResponseCode.APISuccess ? response.customerTokens.map(CardTokenInfo.init) : nil
    }

    /// The response as text, a line per value, for a developer's eyes.
    public static func parse(_ response: CardTokenInfoResponse) -> String { Dump.text(of: response) }
}

/// What gives an older response, whose texts may be `nil`, the texts of a ``BaseResponse``.
@available(*, deprecated)
public protocol ImplicitlyUnwrappedResponse: BaseResponse {
    var response: (code: String?, description: String?) { get }
}

@available(*, deprecated)
extension ImplicitlyUnwrappedResponse {
    public var responseCode: String { response.code ?? "" }
    public var responseDescription: String { response.description ?? "" }
}

@available(*, deprecated)
extension CardTokenInfoResponse: ImplicitlyUnwrappedResponse {
    public var response: (code: String?, description: String?) { (responseCode, responseDescription) }
}

/// One stored card, as SDK 4.1 to 4.4 had it.
@available(*, deprecated, renamed: "CustomerTokenInfo")
public struct CardTokenInfo: Sendable, Equatable, BaseModel {
    /// The customer token.
    public let token: String!
    /// Masked: `411111XXXXXX1111`.
    public let cardNo: String!
    /// `02/27` for a card that expires soon, `XX/XX` for an available one, empty for an expired one.
    public let expiryDate: String!
    /// The holder's name.
    public let name: String!
    /// Masked: `d***y@g**l.com`.
    public let email: String!
    /// `A`, `EX` or `ED`.
    public let status: String!
    /// A small picture of the scheme.
    public let iconUrl: String!
    /// A large picture of the scheme.
    public let logoUrl: String!

    init(_ token: CustomerTokenInfo) {
        self.token = token.token
        cardNo = token.accountNo
        expiryDate = ExpiryText.short(token.expiry)
        name = token.name
        email = token.email
        status = token.status
        iconUrl = token.iconUrl
        logoUrl = token.logoUrl
    }
}

extension PGWSDK {
    /// The stored cards of a payment session, as SDK 4.1 to 4.4 asked for them.
    ///
    /// Exactly one of the closures is called, exactly once, on `callbackQueue` of the parameters: the main queue unless set.
    @available(*, deprecated, renamed: "customerTokenInfo(customerTokenInfoRequest:_:_:)")
    public func cardTokenInfo(
        cardTokenInfoRequest request: CardTokenInfoRequest?,
        _ response: @escaping APIResponse<CardTokenInfoResponse>,
        _ failure: @escaping APIFailure
    ) {
        call(
            request, through: { $0.call("cardtokeninfo", SessionQuestion(), $1, version: .v42) },
            { response(CardTokenInfoResponse($0)) }, failure)
    }
}
