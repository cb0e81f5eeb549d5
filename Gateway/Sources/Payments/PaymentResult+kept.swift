public import PGWWire
public import TokenVault

extension PaymentResult {
    /// How a payment ended, or that it has not (payments.md §1.6).
    public init(_ kept: KeptPayment, of merchant: Merchant) {
        self.init()
        let payment = kept.payment
        let outcome = payment.outcome
        merchantID = kept.merchant
        childMerchantID = payment.echo.childMerchantID ?? ""
        invoiceNo = payment.invoice
        amount = payment.amount
        currencyCode = payment.currency
        transactionDateTime = MerchantTime.text(outcome?.at ?? payment.submitted, in: merchant.zone)
        idempotencyID = payment.echo.idempotencyID ?? ""
        for (member, text) in zip(Self.userDefined, payment.echo.userDefined) { self[keyPath: member] = text ?? "" }
        if let card = payment.card {
            accountNo = card.masked
            channelCode = card.scheme
            paymentScheme = card.scheme
            customerToken = payment.token ?? ""
            if !customerToken.isEmpty { customerTokenExpiry = Self.lastDay(card) }
            paymentID = payment.paymentID
            agentCode = payment.agent
        }
        if let issuer = payment.issuer {
            cardType = issuer.cardType
            issuerCountry = issuer.country
            issuerBank = issuer.bank
        }
        if let recurring = payment.recurring ?? payment.plan.map({ Payment.Recurring(uniqueID: $0.uniqueID, sequence: 0) }) {
            recurringUniqueID = recurring.uniqueID
            recurringSequenceNo = "\(recurring.sequence)"
        }
        eci = payment.eci ?? ""
        tranRef = outcome?.tranRef ?? ""
        referenceNo = outcome?.referenceNo ?? ""
        approvalCode = outcome?.approvalCode ?? ""
        schemePaymentID = outcome?.schemePaymentID ?? ""
        acquirerResponseCode = outcome?.acquirerCode ?? ""
        self = ending(in: kept.state.inquiryCode(outcome.map { ResponseCode(rawValue: $0.code) }))
    }

    /// The same with another end.
    public func ending(in code: ResponseCode) -> PaymentResult {
        var result = self
        result.responseCode = code.rawValue
        result.responseDescription = code.meaning ?? ""
        return result
    }

    private static let userDefined: [any WritableKeyPath<PaymentResult, String> & Sendable] = [
        \.userDefined1, \.userDefined2, \.userDefined3, \.userDefined4, \.userDefined5,
    ]

    /// `yyyyMMdd`: a card is good to the end of its month.
    private static func lastDay(_ card: Payment.Card) -> String {
        guard let expiry = try? CardExpiry(year: card.expiryYear, month: card.expiryMonth) else { return "" }
        return "\(expiry.year)" + (expiry.month < 10 ? "0" : "") + "\(expiry.month)" + "\(expiry.lastDay)"
    }
}
