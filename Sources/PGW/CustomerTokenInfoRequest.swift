/// Asks for the stored cards of a payment session.
public final class CustomerTokenInfoRequest: BaseRequest {
    /// The payment token the merchant's backend minted.
    public var paymentToken: String

    public init(paymentToken: String) {
        self.paymentToken = paymentToken
        super.init()
    }
}
