// The names of SDK 4.1 to 4.4, for code that still uses them (protocol.md §2.6).

@available(*, deprecated, renamed: "CustomerTokenInfoRequest")
public typealias CardTokenInfoRequest = CustomerTokenInfoRequest

@available(*, deprecated, renamed: "CustomerTokenInfoResponse")
public typealias CardTokenInfoResponse = CustomerTokenInfoResponse

@available(*, deprecated, renamed: "CustomerTokenInfo")
public typealias CardTokenInfo = CustomerTokenInfo

extension CustomerTokenInfoResponse {
    @available(*, deprecated, renamed: "customerTokens")
    public var cardTokens: [CustomerTokenInfo] { customerTokens }
}

extension CustomerTokenInfo {
    @available(*, deprecated, renamed: "accountNo")
    public var cardNo: String { accountNo }

    @available(*, deprecated, renamed: "expiry")
    public var expiryDate: String { expiry }
}

extension PGWSDK {
    @available(*, deprecated, renamed: "customerTokenInfo(customerTokenInfoRequest:_:_:)")
    public func cardTokenInfo(
        cardTokenInfoRequest request: CustomerTokenInfoRequest?,
        _ response: @escaping APIResponse<CustomerTokenInfoResponse>,
        _ failure: @escaping APIFailure
    ) {
        customerTokenInfo(customerTokenInfoRequest: request, response, failure)
    }
}
