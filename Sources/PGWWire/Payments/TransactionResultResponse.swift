/// What became of a payment that was begun: finished, or what is next (payments.md §1.1).
public struct TransactionResultResponse: WireResponse {
    /// `CC` for a card.
    public var channelCode = ""
    /// With `2000` alone: the payment is finished, which is not to say paid.
    public var invoiceNo = ""
    /// What ``data`` of a QR payment is: `RAW`, `BASE64` or `URL`.
    public var type = ""
    /// With `1000` to `1005`: an address to open, a slip, or a QR code.
    public var data = ""
    /// With `1004`: a web address, where the application cannot be opened.
    public var fallbackData = ""
    /// With `1005`: milliseconds until the code expires.
    public var expiryTimer = 0
    /// With `1005`: the same in words.
    public var expiryDescription = ""
    /// With `1003` and `1005`.
    public var additionalInfo = TransactionResultAdditionalInfo()
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("channelCode", \.channelCode, isMandatory: true),
        .text("invoiceNo", \.invoiceNo),
        .text("type", \.type),
        .text("data", \.data),
        .text("fallbackData", \.fallbackData),
        .integer("expiryTimer", \.expiryTimer),
        .text("expiryDescription", \.expiryDescription),
        .object("extras", as: "additionalInfo", \.additionalInfo),
        .code, .description,
    ]
}

/// What a slip or a code to scan is made of.
public struct TransactionResultAdditionalInfo: WireModel {
    public var qrData = ""
    public var barcodeData = ""
    /// What the payer names at the counter.
    public var referenceNo = ""
    /// `yyyy-MM-dd HH:mm:ss`.
    public var paymentExpiry = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("qrData", \.qrData), .text("barcodeData", \.barcodeData), .text("referenceNo", \.referenceNo),
        .text("paymentExpiry", \.paymentExpiry),
    ]
}

/// Whether a payment was cancelled (payments.md §1.5).
public struct CancelTransactionResponse: WireResponse {
    public var channelCode = ""
    public var invoiceNo = ""
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    public static let members: [Member<Self>] = [
        .text("invoiceNo", \.invoiceNo), .text("channelCode", \.channelCode), .code, .description,
    ]
}

/// Whether a result was sent to the payer's friend or mailbox (payments.md §1.5).
public struct PaymentNotificationResponse: WireResponse {
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    public static let members: [Member<Self>] = [.code, .description]
}
