/// Asks with what a session can be paid.
public final class PaymentOptionRequest: SessionRequest {}

/// Asks for the channels of a group.
public final class PaymentOptionDetailRequest: SessionRequest {
    /// ``PaymentChannelCode/Category``.
    public var categoryCode = ""
    /// ``PaymentChannelCode/Group``.
    public var groupCode = ""
}

/// Asks in which other currencies a session may be paid.
public final class ExchangeRateRequest: SessionRequest {
    /// The first 6 digits of the card's number.
    public var bin = ""
}

/// Asks for what is known of the payer's choices.
public final class UserPreferenceRequest: SessionRequest {}

/// Asks how far a payment is.
public final class TransactionStatusRequest: SessionRequest {
    /// Whether the answer says what a screen shows of the payment.
    public var additionalInfo = false
}

/// Shares a result.
public final class PaymentNotificationRequest: SessionRequest {
    /// ``PaymentNotificationPlatformCode``.
    public var platform = ""
    /// An e-mail address, or the name in the messenger.
    public var recipientId = ""
    public var recipientName = ""
}

/// Cancels a payment.
public final class CancelTransactionRequest: SessionRequest {}

/// Asks what a payer's points are worth.
public final class LoyaltyPointInfoRequest: SessionRequest {
    public var providerId = ""
}

/// Asks for the languages of the gateway's pages. It needs no payment token.
public final class SystemInitializationRequest: BaseRequest {
    override public init() {}
}

/// Pays a session. ``TransactionResultRequestBuilder`` makes it.
public final class TransactionResultRequest: SessionRequest {
    public var payment: PaymentRequest?
}
