public import PGWWire

// The calls of the documented SDK beside `customerTokenInfo` (payments.md §3.1). Each has two forms: one that waits and throws
// ``PGWError`` when there is no readable answer, and one that calls exactly one of two closures, exactly once, on `callbackQueue` of the
// parameters: the main queue unless set. A refusal by the gateway is an answer, with its `responseCode`.
extension PGWSDK {
    /// With what a session can be paid.
    public func paymentOption(_ request: PaymentOptionRequest) async throws(PGWError) -> PaymentOptionResponse {
        try await prepared(request)()
    }

    public func paymentOption(
        paymentOptionRequest request: PaymentOptionRequest?, _ response: @escaping APIResponse<PaymentOptionResponse>,
        _ failure: @escaping APIFailure
    ) { call(request, response, failure) }

    /// The channels of a group, and what each asks for.
    public func paymentOptionDetail(
        _ request: PaymentOptionDetailRequest
    ) async throws(PGWError) -> PaymentOptionDetailResponse { try await prepared(request)() }

    public func paymentOptionDetail(
        paymentOptionDetailRequest request: PaymentOptionDetailRequest?,
        _ response: @escaping APIResponse<PaymentOptionDetailResponse>, _ failure: @escaping APIFailure
    ) { call(request, response, failure) }

    /// Begins a payment. The answer says what is next, or that it is finished; ``payment(_:present:)`` does the rest as well.
    ///
    /// After a failure nobody knows whether the payment was made: ask ``transactionStatus(_:)`` first. The same request again is then
    /// safe; another one is not.
    public func proceedTransaction(_ request: TransactionResultRequest) async throws(PGWError) -> TransactionResultResponse {
        try await prepared(request)()
    }

    public func proceedTransaction(
        transactionResultRequest request: TransactionResultRequest?,
        _ response: @escaping APIResponse<TransactionResultResponse>, _ failure: @escaping APIFailure
    ) { call(request, response, failure) }

    /// How far a payment is. `2000` says that it is finished, not that it was paid: that is for the backend to ask.
    public func transactionStatus(_ request: TransactionStatusRequest) async throws(PGWError) -> TransactionStatusResponse {
        try await prepared(request)()
    }

    public func transactionStatus(
        transactionStatusRequest request: TransactionStatusRequest?,
        _ response: @escaping APIResponse<TransactionStatusResponse>, _ failure: @escaping APIFailure
    ) { call(request, response, failure) }

    /// Cancels a payment that is not finished.
    public func cancelTransaction(_ request: CancelTransactionRequest) async throws(PGWError) -> CancelTransactionResponse {
        try await prepared(request)()
    }

    public func cancelTransaction(
        cancelTransactionRequest request: CancelTransactionRequest?,
        _ response: @escaping APIResponse<CancelTransactionResponse>, _ failure: @escaping APIFailure
    ) { call(request, response, failure) }

    /// In which other currencies a session may be paid.
    public func exchangeRate(_ request: ExchangeRateRequest) async throws(PGWError) -> ExchangeRateResponse {
        try await prepared(request)()
    }

    public func exchangeRate(
        exchangeRateRequest request: ExchangeRateRequest?, _ response: @escaping APIResponse<ExchangeRateResponse>,
        _ failure: @escaping APIFailure
    ) { call(request, response, failure) }

    /// What is known of the payer's choices.
    public func userPreference(_ request: UserPreferenceRequest) async throws(PGWError) -> UserPreferenceResponse {
        try await prepared(request)()
    }

    public func userPreference(
        userPreferenceRequest request: UserPreferenceRequest?, _ response: @escaping APIResponse<UserPreferenceResponse>,
        _ failure: @escaping APIFailure
    ) { call(request, response, failure) }

    /// The languages of the gateway's pages.
    public func systemInitialization(
        _ request: SystemInitializationRequest
    ) async throws(PGWError) -> SystemInitializationResponse { try await prepared(request)() }

    public func systemInitialization(
        systemInitializationRequest request: SystemInitializationRequest?,
        _ response: @escaping APIResponse<SystemInitializationResponse>, _ failure: @escaping APIFailure
    ) { call(request, response, failure) }

    /// Shares a result.
    public func paymentNotification(
        _ request: PaymentNotificationRequest
    ) async throws(PGWError) -> PaymentNotificationResponse { try await prepared(request)() }

    public func paymentNotification(
        paymentNotificationRequest request: PaymentNotificationRequest?,
        _ response: @escaping APIResponse<PaymentNotificationResponse>, _ failure: @escaping APIFailure
    ) { call(request, response, failure) }

    /// What a payer's points are worth.
    public func loyaltyPointInfo(_ request: LoyaltyPointInfoRequest) async throws(PGWError) -> LoyaltyPointInfoResponse {
        try await prepared(request)()
    }

    public func loyaltyPointInfo(
        loyaltyPointInfoRequest request: LoyaltyPointInfoRequest?,
        _ response: @escaping APIResponse<LoyaltyPointInfoResponse>, _ failure: @escaping APIFailure
    ) { call(request, response, failure) }
}
