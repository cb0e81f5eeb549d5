public import Foundation

// The SDK in Objective-C, on Apple's systems: the documented classes and selectors, each around its value in Swift. They are not for Swift,
// which has the values; elsewhere than on Apple's systems there is Bindings/ObjectiveC, with the same selectors.

/// One of 2C2P's gateways.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(APIEnvironment)
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has APIEnvironment.")
public enum ObjCAPIEnvironment: Int {
    // As the documented SDK spells and numbers them.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case Production
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case ProductionIndonesia
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case Sandbox
}

/// The response codes an app compares with.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(APIResponseCode) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has APIResponseCode.")
public final class ObjCAPIResponseCode: NSObject {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static var APISuccess: String { APIResponseCode.APISuccess }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static var TransactionAuthenticateRedirect: String { APIResponseCode.TransactionAuthenticateRedirect }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static var TransactionAuthenticateFullRedirect: String { APIResponseCode.TransactionAuthenticateFullRedirect }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static var TransactionExternalBrowser: String { APIResponseCode.TransactionExternalBrowser }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static var TransactionPaymentSlip: String { APIResponseCode.TransactionPaymentSlip }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static var TransactionExternalApplication: String { APIResponseCode.TransactionExternalApplication }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static var TransactionQRPayment: String { APIResponseCode.TransactionQRPayment }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static var TransactionCompleted: String { APIResponseCode.TransactionCompleted }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static var TransactionInProgress: String { APIResponseCode.TransactionInProgress }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static var TransactionNotFound: String { APIResponseCode.TransactionNotFound }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static var TransactionInquiryFailed: String { APIResponseCode.TransactionInquiryFailed }
}

/// How the SDK is set up. The builder makes it.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PGWSDKParams) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PGWSDKParams.")
public final class ObjCPGWSDKParams: NSObject {
    let value: PGWSDKParams

    init(_ value: PGWSDKParams) { self.value = value }
}

#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PGWSDKParamsBuilder) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PGWSDKParamsBuilder.")
public final class ObjCPGWSDKParamsBuilder: NSObject {
    private let value: PGWSDKParamsBuilder

    public init(apiEnvironment: ObjCAPIEnvironment) {
        value = PGWSDKParamsBuilder(apiEnvironment: APIEnvironment(rawValue: apiEnvironment.rawValue) ?? .Production)
    }

    /// A gateway of one's own, by its address.
    public init(gateway: URL) { value = PGWSDKParamsBuilder(gateway: gateway) }

    /// Identifies the installation, for an app that has an identifier of its own.
    @discardableResult
    public func clientId(_ clientId: String) -> ObjCPGWSDKParamsBuilder {
        value.clientId(clientId)
        return self
    }

    /// Language of answers where a request has none, ISO 639.
    @discardableResult
    public func locale(_ locale: String) -> ObjCPGWSDKParamsBuilder {
        value.locale(locale)
        return self
    }

    /// Writes each call to standard error. A token is never written whole.
    @discardableResult
    public func log(_ log: Bool) -> ObjCPGWSDKParamsBuilder {
        value.log(log)
        return self
    }

    public func build() -> ObjCPGWSDKParams { ObjCPGWSDKParams(value.build()) }
}

/// What every request can say about the app.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(BaseRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has BaseRequest.")
public class ObjCBaseRequest: NSObject {
    /// The installation; the SDK's own where empty.
    public var clientId = ""
    /// Language of the answer, ISO 639; the SDK's where empty.
    public var locale = ""
}

/// Asks for the stored cards of a payment session.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(CustomerTokenInfoRequest) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has CustomerTokenInfoRequest.")
public final class ObjCCustomerTokenInfoRequest: ObjCBaseRequest {
    /// What the merchant's backend minted.
    public var paymentToken: String

    public init(paymentToken: String) { self.paymentToken = paymentToken }

    var value: CustomerTokenInfoRequest {
        let value = CustomerTokenInfoRequest(paymentToken: paymentToken)
        value.clientId = clientId
        value.locale = locale
        return value
    }
}

/// One stored card or wallet.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(CustomerTokenInfo) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has CustomerTokenInfo.")
public final class ObjCCustomerTokenInfo: NSObject {
    private let value: CustomerTokenInfo

    init(_ value: CustomerTokenInfo) { self.value = value }

    /// `CC` for a card, the wallet's code otherwise.
    public var channelCode: String { value.channelCode }
    /// The customer token.
    public var token: String { value.token }
    /// Masked: `411111XXXXXX1111`.
    public var accountNo: String { value.accountNo }
    /// `2027-05-31` for a card that expires soon, `XXXX-XX-XX` for an available one, empty for an expired one.
    public var expiry: String { value.expiry }
    /// The holder's name.
    public var name: String { value.name }
    /// Masked: `d***y@g**l.com`.
    public var email: String { value.email }
    /// `A` for available, `EX` for expires within six months, `ED` for expired.
    public var status: String { value.status }
    /// A small picture of the scheme.
    public var iconUrl: String { value.iconUrl }
    /// A large picture of the scheme.
    public var logoUrl: String { value.logoUrl }
    /// Scheme, for example `VISA`.
    public var cardBrand: String { value.cardBrand }
}

/// The stored cards of a payment session, or the gateway's refusal.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(CustomerTokenInfoResponse) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has CustomerTokenInfoResponse.")
public final class ObjCCustomerTokenInfoResponse: NSObject {
    private let value: CustomerTokenInfoResponse
    /// In the order the session registered them; empty on a refusal.
    public let customerTokens: [ObjCCustomerTokenInfo]

    init(_ value: CustomerTokenInfoResponse) {
        self.value = value
        customerTokens = value.customerTokens.map(ObjCCustomerTokenInfo.init)
    }

    /// `APIResponseCode.APISuccess`, or why the gateway refused.
    public var responseCode: String { value.responseCode }
    public var responseDescription: String { value.responseDescription }
    /// Empty on a refusal.
    public var paymentToken: String { value.paymentToken }
}

/// The client SDK: `initializeWithParams:` once, then `PGWSDK.shared`.
#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
@objc(PGWSDK) @objcMembers
#endif
@available(swift, obsoleted: 1, message: "This is Objective-C's; Swift has PGWSDK.")
public final class ObjCPGWSDK: NSObject, @unchecked Sendable {
    // @unchecked: it holds nothing.
    public static let shared = ObjCPGWSDK()

    public static func initialize(params: ObjCPGWSDKParams) { PGWSDK.initialize(params: params.value) }

    /// The identifier of this installation.
    public func clientId() -> String { PGWSDK.shared.clientId() }

    /// The set-up as JSON, for support.
    public func configuration() -> String { PGWSDK.shared.configurationText }

    /// One of the blocks is called, once, on the main thread.
    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER
    @objc(customerTokenInfoWithCustomerTokenInfoRequest:response:failure:)
    #endif
    public func customerTokenInfo(
        _ request: ObjCCustomerTokenInfoRequest?, response: @escaping (ObjCCustomerTokenInfoResponse) -> Void,
        failure: @escaping (NSError) -> Void
    ) {
        PGWSDK.shared.customerTokenInfo(
            customerTokenInfoRequest: request?.value, { response(ObjCCustomerTokenInfoResponse($0)) }, failure)
    }
}
