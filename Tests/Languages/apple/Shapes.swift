// The shapes of what Sources/PGW/ObjectiveC.swift wraps. Whether they are the real ones is what the package's own build shows.

import Foundation

enum APIEnvironment: Int { case Production, ProductionIndonesia, Sandbox }

enum APIResponseCode {
    static let APISuccess = "", TransactionAuthenticateRedirect = "", TransactionAuthenticateFullRedirect = ""
    static let TransactionExternalBrowser = "", TransactionPaymentSlip = "", TransactionExternalApplication = ""
    static let TransactionQRPayment = "", TransactionCompleted = "", TransactionInProgress = "", TransactionNotFound = ""
    static let TransactionInquiryFailed = ""
}

final class PGWSDKParams {}

final class PGWSDKParamsBuilder {
    init(apiEnvironment: APIEnvironment) {}
    init(gateway: URL) {}
    @discardableResult func clientId(_ clientId: String) -> PGWSDKParamsBuilder { self }
    @discardableResult func locale(_ locale: String) -> PGWSDKParamsBuilder { self }
    @discardableResult func log(_ log: Bool) -> PGWSDKParamsBuilder { self }
    func build() -> PGWSDKParams { PGWSDKParams() }
}

final class CustomerTokenInfoRequest {
    var clientId = "", locale = ""
    init(paymentToken: String) {}
}

struct CustomerTokenInfo {
    let channelCode = "", token = "", accountNo = "", expiry = "", name = "", email = "", status = "", iconUrl = "", logoUrl = ""
    let cardBrand = ""
}

struct CustomerTokenInfoResponse {
    let responseCode = "", responseDescription = "", paymentToken = "", customerTokens: [CustomerTokenInfo] = []
}

final class PGWSDK {
    static let shared = PGWSDK()
    static func initialize(params: PGWSDKParams) {}
    func clientId() -> String { "" }
    var configurationText: String { "" }
    func customerTokenInfo(
        customerTokenInfoRequest: CustomerTokenInfoRequest?, _ response: @escaping (CustomerTokenInfoResponse) -> Void,
        _ failure: @escaping (NSError) -> Void
    ) {}
}
