public import Foundation
package import PGWWire

/// Receives a response. Called at most once, and never beside an ``APIFailure``.
public typealias APIResponse<T> = (T) -> Void
/// Receives what kept the call from being answered.
public typealias APIFailure = (NSError) -> Void

extension PGWSDK {
    /// The stored cards of a payment session.
    ///
    /// Cancelling the task cancels the request.
    ///
    /// - Returns: The cards, or the gateway's refusal with its `responseCode`.
    /// - Throws: ``PGWError`` when there is no readable answer.
    public func customerTokenInfo(_ request: CustomerTokenInfoRequest) async throws(PGWError) -> CustomerTokenInfoResponse {
        try await customerTokenInfo(
            paymentToken: request.paymentToken, locale: request.locale, clientId: request.clientId)
    }

    /// The stored cards of a payment session.
    ///
    /// - Parameters:
    ///   - paymentToken: What the merchant's backend minted.
    ///   - locale: Language of the answer, ISO 639; the SDK's where empty.
    ///   - clientId: The installation; the SDK's own where empty.
    /// - Throws: ``PGWError`` when there is no readable answer.
    public func customerTokenInfo(paymentToken: String, locale: String = "", clientId: String = "")
        async throws(PGWError) -> CustomerTokenInfoResponse
    {
        try await prepared(paymentToken, locale, clientId)()
    }

    /// A call that goes out as the SDK is set up now, whenever it is made.
    package func prepared(
        _ paymentToken: String, _ locale: String, _ clientId: String, _ version: APIVersion = .v43
    ) -> @Sendable () async throws(PGWError) -> CustomerTokenInfoResponse {
        let params = pgwSDKParams?.current
        return { () throws(PGWError) in
            guard let params else { throw PGWError(.notInitialised) }
            let request = TokenInformationRequest(
                paymentToken: paymentToken,
                clientID: clientId.isEmpty ? params.clientId ?? ClientIdentifier.persisted() : clientId,
                locale: locale.isEmpty ? params.locale : locale)
            let call = Call(
                path: "payment/\(version.rawValue)/cardtokeninfo", body: request.json,
                summary: "paymentToken \(Redaction.shortened(paymentToken))", secret: paymentToken)
            return try await call.send(params, CustomerTokenInfoResponse.init)
        }
    }

    /// The stored cards of a payment session, by closures.
    ///
    /// Exactly one of the closures is called, exactly once, on `callbackQueue` of the parameters: the main queue unless set.
    ///
    /// - Parameters:
    ///   - request: Names the payment token; `nil` is a failure of ``PGWError/Code/requestMissing``.
    ///   - response: Receives the cards, or the gateway's refusal with its `responseCode`.
    ///   - failure: Receives an `NSError` when there is no readable answer: the text is its `domain` and its
    ///     `localizedDescription`, ``PGWError/Code`` its `code`.
    public func customerTokenInfo(
        customerTokenInfoRequest request: CustomerTokenInfoRequest?,
        _ response: @escaping APIResponse<CustomerTokenInfoResponse>,
        _ failure: @escaping APIFailure
    ) {
        call(request, version: .v43, response, failure)
    }

    /// The closure form, of whichever version.
    func call(
        _ request: CustomerTokenInfoRequest?, version: APIVersion, _ response: @escaping APIResponse<CustomerTokenInfoResponse>,
        _ failure: @escaping APIFailure
    ) {
        let closures = Closures(response: response, failure: failure)
        let queue = pgwSDKParams?.callbackQueue ?? .main
        let messageInDomain = pgwSDKParams?.messageInErrorDomain ?? true
        guard let request else {
            let error = PGWError(.requestMissing)
            return queue.async { closures.failure(error.nsError(messageInDomain: messageInDomain)) }
        }
        let ask = prepared(request.paymentToken, request.locale, request.clientId, version)
        Task {
            let result: Result<CustomerTokenInfoResponse, PGWError>
            do throws(PGWError) {
                result = .success(try await ask())
            } catch {
                result = .failure(error)
            }
            queue.async {
                switch result {
                case .success(let value): closures.response(value)
                case .failure(let error): closures.failure(error.nsError(messageInDomain: messageInDomain))
                }
            }
        }
    }
}

/// The caller's closures on their way to the caller's queue.
///
/// @unchecked: they are not touched in between, and one of them is called once, on the queue the caller chose.
private struct Closures: @unchecked Sendable {
    let response: APIResponse<CustomerTokenInfoResponse>
    let failure: APIFailure
}
