/// A result code of the protocol, four digits (protocol.md §6).
///
/// A gateway may send codes this version does not know; they are values like any other.
public struct ResponseCode: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }

    /// Whether something was refused or failed, and not done, under way or to be done next.
    public var isRefusal: Bool { !["0", "1", "2"].contains(rawValue.first) && self != .tokenisationSucceeded }

    /// `0000`: done.
    public static let success = ResponseCode(rawValue: "0000")
    /// `0001`: a payment is under way.
    public static let pending = ResponseCode(rawValue: "0001")
    /// `0003`: a payment was cancelled.
    public static let cancelled = ResponseCode(rawValue: "0003")
    /// `0004`: the issuer asks for the same payment with authentication.
    public static let softDecline = ResponseCode(rawValue: "0004")
    /// `1000`: the payer has to authenticate, at the address in the answer's data.
    public static let authenticationNeeded = ResponseCode(rawValue: "1000")
    /// `2000`: a payment is finished, which is not to say paid.
    public static let transactionCompleted = ResponseCode(rawValue: "2000")
    /// `2001`: a payment is under way.
    public static let transactionInProgress = ResponseCode(rawValue: "2001")
    /// `2002`: no payment was begun.
    public static let transactionNotFound = ResponseCode(rawValue: "2002")
    /// `2003`: how a payment ended could not be said.
    public static let inquiryFailed = ResponseCode(rawValue: "2003")
    /// `4014`: the card number is invalid.
    public static let invalidCardNumber = ResponseCode(rawValue: "4014")
    /// `4017`: the payer cancelled at the issuer.
    public static let cancelledByPayer = ResponseCode(rawValue: "4017")
    /// `4054`: the card has expired.
    public static let expiredCard = ResponseCode(rawValue: "4054")
    /// `4076`: the card number is written wrongly.
    public static let invalidCardNumberFormat = ResponseCode(rawValue: "4076")
    /// `4077`: the expiry date is written wrongly, or past.
    public static let invalidExpiryFormat = ResponseCode(rawValue: "4077")
    /// `4078`: the security code is written wrongly.
    public static let invalidSecurityCodeFormat = ResponseCode(rawValue: "4078")
    /// `4080`: the payer closed the browser.
    public static let browserClosed = ResponseCode(rawValue: "4080")
    /// `4081`: the payer was not authenticated.
    public static let notAuthenticated = ResponseCode(rawValue: "4081")
    /// `4200`: the card was stored.
    public static let tokenisationSucceeded = ResponseCode(rawValue: "4200")
    /// `4201`: the card could not be stored.
    public static let tokenisationFailed = ResponseCode(rawValue: "4201")
    /// `4202`: the customer token is unknown or deleted.
    public static let invalidCardToken = ResponseCode(rawValue: "4202")
    /// `4204`: a stored card could not be kept, changed or deleted.
    public static let tokenActionFailed = ResponseCode(rawValue: "4204")
    /// `4205`: the merchant has as many stored cards, or asks as often, as it may.
    public static let limitExceeded = ResponseCode(rawValue: "4205")
    /// `5002`: the issuer did not answer.
    public static let timeout = ResponseCode(rawValue: "5002")
    /// `5009`: a payment expired before it was begun.
    public static let expiredAtInquiry = ResponseCode(rawValue: "5009")
    /// `9004`: a parameter's value is invalid.
    public static let invalidParameter = ResponseCode(rawValue: "9004")
    /// `9005`: a mandatory parameter is missing.
    public static let missingParameter = ResponseCode(rawValue: "9005")
    /// `9006`: a parameter is longer than allowed.
    public static let parameterTooLong = ResponseCode(rawValue: "9006")
    /// `9007`: the merchant is invalid or inactive.
    public static let invalidMerchant = ResponseCode(rawValue: "9007")
    /// `9008`: the payment expiry is unreadable or past.
    public static let invalidPaymentExpiry = ResponseCode(rawValue: "9008")
    /// `9009`: the amount is invalid.
    public static let invalidAmount = ResponseCode(rawValue: "9009")
    /// `9010`: the currency is unknown or not allowed.
    public static let invalidCurrency = ResponseCode(rawValue: "9010")
    /// `9015`: the invoice number was used before.
    public static let existingInvoice = ResponseCode(rawValue: "9015")
    /// `9020`: the payment session has expired.
    public static let paymentExpired = ResponseCode(rawValue: "9020")
    /// `9016`: the gateway has no instruction for a payment of this kind.
    public static let instructionUnavailable = ResponseCode(rawValue: "9016")
    /// `9037`: the gateway is not set up for it.
    public static let unconfigured = ResponseCode(rawValue: "9037")
    /// `9038`: a payment token could not be made.
    public static let tokenGenerationFailed = ResponseCode(rawValue: "9038")
    /// `9040`: the payment token is invalid.
    public static let invalidPaymentToken = ResponseCode(rawValue: "9040")
    /// `9041`: the payment token was used before.
    public static let usedPaymentToken = ResponseCode(rawValue: "9041")
    /// `9042`: the signature does not match.
    public static let hashMismatch = ResponseCode(rawValue: "9042")
    /// `9057`: the list of channels is invalid.
    public static let invalidChannelList = ResponseCode(rawValue: "9057")
    /// `9058`: a channel is invalid.
    public static let invalidChannel = ResponseCode(rawValue: "9058")
    /// `9059`: the merchant may not use a channel.
    public static let unauthorisedChannel = ResponseCode(rawValue: "9059")
    /// `9060`: the gateway has a channel not configured.
    public static let unconfiguredChannel = ResponseCode(rawValue: "9060")
    /// `9080`: the merchant may not store cards.
    public static let tokenisationNotAllowed = ResponseCode(rawValue: "9080")
    /// `9106`: there is no such provider of points.
    public static let invalidLoyaltyProvider = ResponseCode(rawValue: "9106")
    /// `9202`: a customer token is invalid.
    public static let invalidCustomerToken = ResponseCode(rawValue: "9202")
    /// `9900`: the payload could not be read.
    public static let unreadablePayload = ResponseCode(rawValue: "9900")
    /// `9993`: an error nobody foresaw.
    public static let unknownError = ResponseCode(rawValue: "9993")

    /// `9901`–`9909`: a recurring parameter is missing or wrong; `parameter` counts from 1 in the order of §1.2.
    public static func recurring(_ parameter: Int) -> ResponseCode { ResponseCode(rawValue: "990\(parameter)") }
}
