public import StrictJSON

/// What a merchant's backend signs to learn how a payment ended (protocol.md §5.4).
public struct PaymentInquiryRequest: Sendable, Equatable {
    public var merchantID = ""
    /// The session's payment token; mandatory without ``invoiceNo``. Where both are given they belong together.
    public var paymentToken: String?
    /// The merchant's number of the payment, at most 50 characters; mandatory without ``paymentToken``.
    public var invoiceNo: String?
    /// Merchant on whose behalf the payment was made.
    public var childMerchantID: String?
    /// Language of the answer, ISO 639.
    public var locale: String?

    public init(merchantID: String, invoiceNo: String) {
        self.merchantID = merchantID
        self.invoiceNo = invoiceNo
    }

    public init(merchantID: String, paymentToken: String) {
        self.merchantID = merchantID
        self.paymentToken = paymentToken
    }

    /// - Throws: ``InvalidMessage`` with every field that is wrong.
    public init(claims: JSONObject) throws(InvalidMessage) {
        self.init()
        var problems = Self.table.read(claims, into: &self)
        // The one that backends ask by.
        if problems.isEmpty, paymentToken == nil, invoiceNo == nil { problems.append(.missing("invoiceNo")) }
        if let invalid = InvalidMessage(problems) { throw invalid }
    }

    private init() {}

    /// The claims, without what is not given.
    public var claims: JSONObject { Self.table.write(self) }

    /// Checks a request that was built in code, as the gateway will.
    public func validate() throws(InvalidMessage) { _ = try PaymentInquiryRequest(claims: claims) }

    static let table = FieldTable<Self>([
        .mandatory("merchantID", \.merchantID, .text(.alphanumeric, max: 25)),
        .text("paymentToken", \.paymentToken, .identifier(max: 255)),
        .text("invoiceNo", \.invoiceNo, .text(.any, max: 50)),
        .text("childMerchantID", \.childMerchantID, .text(.alphanumeric, max: 25)),
        .text("locale", \.locale, .text(.any, max: 10)),
    ])

    /// Every field with its limits.
    static var fields: [FieldDescription] { table.descriptions }
}

/// How a payment ended, as an inquiry answers and a notification says it (payments.md §1.6). Whatever is empty was not said.
public struct PaymentResult: WireResponse {
    public var merchantID = ""
    public var childMerchantID = ""
    public var invoiceNo = ""
    /// First 6 and last 4 digits: `411111XXXXXX1111`. Before 4.3 the wire has it as `cardNo`.
    public var accountNo = ""
    /// In major units, with the currency's decimals: `1000.00`.
    public var amount = ""
    /// ISO 4217, three letters.
    public var currencyCode = ""
    /// Each payment's own, at most 28 letters and digits.
    public var tranRef = ""
    public var referenceNo = ""
    public var approvalCode = ""
    /// Electronic commerce indicator.
    public var eci = ""
    /// `yyyyMMddHHmmss`, in the merchant's time zone.
    public var transactionDateTime = ""
    public var agentCode = ""
    /// The scheme of a card: `VI`.
    public var channelCode = ""
    /// The stored card that was paid with, or that was stored. Before 4.3 the wire has it as `cardToken`.
    public var customerToken = ""
    /// `yyyyMMdd`, the last day of the card's month.
    public var customerTokenExpiry = ""
    /// `CREDIT`, `DEBIT` or `PREPAID`.
    public var cardType = ""
    /// ISO 3166, two letters.
    public var issuerCountry = ""
    public var issuerBank = ""
    public var installmentPeriod = ""
    public var interestType = ""
    public var interestRate = ""
    public var installmentMerchantAbsorbRate = ""
    public var recurringUniqueID = ""
    public var recurringSequenceNo = ""
    public var fxAmount = ""
    public var fxRate = ""
    public var fxCurrencyCode = ""
    public var userDefined1 = ""
    public var userDefined2 = ""
    public var userDefined3 = ""
    public var userDefined4 = ""
    public var userDefined5 = ""
    public var acquirerReferenceNo = ""
    public var acquirerMerchantId = ""
    public var idempotencyID = ""
    /// `VI`, `MA`, `AM`, `JC`, `UP`, `DN`, `DI`.
    public var paymentScheme = ""
    /// `ccpp_` and 19 digits.
    public var paymentID = ""
    /// The scheme's name of the payment, which later ones without the customer refer to.
    public var schemePaymentID = ""
    /// ISO 8583, two digits.
    public var acquirerResponseCode = ""
    /// `0000` approved, `4200` stored, `0001` pending, `2002` not found; others say why not.
    public var responseCode = ""
    public var responseDescription = ""

    public init() {}

    /// In the order of the documented notification.
    public static let members: [Member<Self>] = [
        .text("merchantID", \.merchantID), .text("childMerchantID", \.childMerchantID), .text("invoiceNo", \.invoiceNo),
        .text("accountNo", \.accountNo), .text("amount", \.amount), .text("currencyCode", \.currencyCode),
        .text("tranRef", \.tranRef), .text("referenceNo", \.referenceNo), .text("approvalCode", \.approvalCode),
        .text("eci", \.eci), .text("transactionDateTime", \.transactionDateTime), .text("agentCode", \.agentCode),
        .text("channelCode", \.channelCode), .text("customerToken", \.customerToken),
        .text("customerTokenExpiry", \.customerTokenExpiry), .text("cardType", \.cardType),
        .text("issuerCountry", \.issuerCountry), .text("issuerBank", \.issuerBank),
        .text("installmentPeriod", \.installmentPeriod), .text("interestType", \.interestType),
        .text("interestRate", \.interestRate), .text("installmentMerchantAbsorbRate", \.installmentMerchantAbsorbRate),
        .text("recurringUniqueID", \.recurringUniqueID), .text("recurringSequenceNo", \.recurringSequenceNo),
        .text("fxAmount", \.fxAmount), .text("fxRate", \.fxRate), .text("fxCurrencyCode", \.fxCurrencyCode),
        .text("userDefined1", \.userDefined1), .text("userDefined2", \.userDefined2), .text("userDefined3", \.userDefined3),
        .text("userDefined4", \.userDefined4), .text("userDefined5", \.userDefined5),
        .text("acquirerReferenceNo", \.acquirerReferenceNo), .text("acquirerMerchantId", \.acquirerMerchantId),
        .text("idempotencyID", \.idempotencyID), .text("paymentScheme", \.paymentScheme), .text("paymentID", \.paymentID),
        .text("schemePaymentID", \.schemePaymentID), .text("acquirerResponseCode", \.acquirerResponseCode), .code, .description,
    ]

    /// Names that versions before 4.3 have.
    private static let former = [("accountNo", ["cardNo", "pan"]), ("customerToken", ["cardToken"])]

    /// Reads the claims of any version; amounts come as texts and as numbers.
    ///
    /// - Returns: `nil` for claims that are no result.
    public init?(claims: JSONObject) {
        var claims = claims
        for (name, formers) in Self.former where claims[name]?.string ?? "" == "" {
            if let value = formers.lazy.compactMap({ claims[$0] }).first { claims[name] = value }
        }
        self.init(answer: claims)
    }

    /// As a version writes it.
    ///
    /// - Parameter isAmountNumber: Whether the amount is a number, as inquiries have it, and not a text, as notifications do.
    public func claims(_ version: APIVersion, isAmountNumber: Bool) -> JSONObject {
        var claims = JSONObject()
        for (name, value) in wire.object?.members.map({ ($0.name, $0.value) }) ?? [] {
            let former = version == .v43 ? nil : Self.former.first { $0.0 == name }?.1.first
            claims[former ?? name] = name == "amount" && isAmountNumber ? .number(JSONNumber(literal: amount)) : value
        }
        return claims
    }
}
