import Foundation
import PGW
import Testing

/// Lines of code written for the documented SDK, as its users write them: this file compiles, or a symbol is missing. One line a
/// symbol; what it does is asked beside it (protocol.md §3, §2.6).
@Suite("The documented surface")
struct SurfaceTests {
    @Test("parameters are made, read and set without a builder")
    func params() {
        let p = PGWSDKParams(apiEnvironment: .Sandbox)
        p.locale = "th"
        p.log = true
        p.clientId = "E380BEC2BFD727A4B6845133519F3AD7"
        let locale: String = p.locale
        let clientId: String = p.clientId
        #expect(locale == "th" && clientId.count == 32 && p.log)
        #expect(p.apiEnvironment == APIEnvironment.Sandbox)
        #expect(PGWSDKParams(apiEnvironment: .Production).locale == nil)
    }

    @Test("a builder keeps what it is told, line by line and in a chain")
    func builder() {
        let b = PGWSDKParamsBuilder(apiEnvironment: .Sandbox)
        b.log(true)
        b.locale("th")
        b.clientId("x")
        let params: PGWSDKParams = b.build()
        #expect(params.log && params.locale == "th" && params.clientId == "x")
        let chained = PGWSDKParamsBuilder(apiEnvironment: APIEnvironment.ProductionIndonesia).clientId("y").locale("en").log(
            false
        ).build()
        #expect(chained.clientId == "y" && chained.locale == "en" && !chained.log)
    }

    @Test("environments are three, numbered in the documented order")
    func environments() {
        #expect(APIEnvironment.Production.rawValue == 0)
        #expect(APIEnvironment.ProductionIndonesia.rawValue == 1)
        #expect(APIEnvironment.Sandbox.rawValue == 2)
        #expect(APIEnvironment(rawValue: 2) == .Sandbox)
        #expect(APIEnvironment(rawValue: 3) == nil)
        for environment in [APIEnvironment.Production, .ProductionIndonesia, .Sandbox] {
            let name: String
            switch environment {
            case .Production: name = "Production"
            case .ProductionIndonesia: name = "ProductionIndonesia"
            case .Sandbox: name = "Sandbox"
            }
            #expect(environment.name() == name)
        }
    }

    @Test("a gateway of one's own is named by its address")
    func gateway() throws {
        let url = try #require(URL(string: "HTTP://127.0.0.1:8080/"))
        let params = PGWSDKParamsBuilder(gateway: url).build()
        #expect(params.gateway == url)
        #expect(PGWSDKParamsBuilder(gateway: url, apiEnvironment: .Sandbox).build().apiEnvironment == .Sandbox)
    }

    /// Never called: what is used here compiles as it is, in code that handles responses.
    func responses(_ response: CustomerTokenInfoResponse, _ base: BaseResponse, _ model: BaseModel) {
        let code: String = response.responseCode
        let description: String = response.responseDescription
        let tokens: [CustomerTokenInfo] = response.customerTokens
        let asBase: BaseResponse = response
        let asModel: BaseModel = response
        let card: BaseModel? = response.customerTokens.first
        if base is CustomerTokenInfoResponse { base.print() }
        _ = (
            code, description, tokens, asBase.responseCode, asBase.responseDescription, asModel, card as Any,
            response.paymentToken
        )
        response.print()
        model.print()
        _ = CustomerTokenInfoResponse.parse(response)
    }

    /// Never called: the forms of 4.1 to 4.4, as their users write them.
    @available(*, deprecated)
    func olderResponses(_ response: CardTokenInfoResponse) {
        let code: String = response.responseCode
        // swift-format-ignore: NeverForceUnwrap
        if response.responseCode! == APIResponseCode.APISuccess {}
        if response.responseCode == APIResponseCode.APISuccess {}
        if let tokens = response.cardTokens { _ = tokens }
        _ = response.cardTokens?.first
        _ = response.responseCode ?? ""
        guard let description: String = response.responseDescription else { return }
        let card: CardTokenInfo? = response.cardTokens?.first
        let year = card?.expiryDate.split(separator: "/").last
        let texts: [String?] = [
            card?.token, card?.cardNo, card?.expiryDate, card?.name, card?.email, card?.status, card?.iconUrl, card?.logoUrl,
        ]
        let base: BaseResponse = response
        _ = (code, description, year as Any, texts, response.paymentToken as Any, base.responseCode, base.responseDescription)
        response.print()
    }

    /// Never called: the SDK's own calls.
    @available(*, deprecated)
    func calls() {
        PGWSDK.initialize(params: PGWSDKParams(apiEnvironment: .Sandbox))
        let environment: APIEnvironment = PGWSDK.shared.pgwSDKParams.apiEnvironment
        let (clientId, configuration): (String, String) = (PGWSDK.shared.clientId(), PGWSDK.shared.configuration())
        _ = (environment, clientId, configuration)
        let request: CustomerTokenInfoRequest = CustomerTokenInfoRequest(paymentToken: "t")
        request.locale = "th"
        request.clientId = "x"
        let base: BaseRequest = request
        let response: APIResponse<CustomerTokenInfoResponse> = { _ in }
        let failure: APIFailure = { (error: NSError) in _ = error.domain }
        PGWSDK.shared.customerTokenInfo(customerTokenInfoRequest: request, response, failure)
        PGWSDK.shared.cardTokenInfo(
            cardTokenInfoRequest: CardTokenInfoRequest(paymentToken: "t"), { (response: CardTokenInfoResponse) in _ = response }
        ) {
            (error: NSError) in _ = error
        }
        _ = base
    }
}
