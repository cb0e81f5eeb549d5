internal import PGWWire

extension PGWSDK {
    /// The stored cards of a payment session.
    ///
    /// Cancelling the task cancels the request.
    ///
    /// - Returns: The cards, or the gateway's refusal with its `responseCode`.
    /// - Throws: ``PGWError`` when there is no readable answer.
    public func customerTokenInfo(_ request: CustomerTokenInfoRequest) async throws(PGWError) -> CustomerTokenInfoResponse {
        try await prepared(request)()
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
        _ paymentToken: String, _ locale: String, _ clientId: String
    ) -> @Sendable () async throws(PGWError) -> CustomerTokenInfoResponse {
        let request = CustomerTokenInfoRequest(paymentToken: paymentToken)
        request.locale = locale
        request.clientId = clientId
        return prepared(request)
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
    ) { call(request, response, failure) }
}
