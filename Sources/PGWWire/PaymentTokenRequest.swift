public import Foundation
public import StrictJSON

/// What a merchant's backend signs to open a payment session (protocol.md §1.2).
///
/// Limits and spellings are those of ``fields``. Members this version does not know are ignored when read.
public struct PaymentTokenRequest: Sendable, Equatable {
    /// Merchant identifier, at most 25 letters and digits.
    public var merchantID: String = ""
    /// The merchant's number of this payment, at most 50 characters, unique per merchant.
    public var invoiceNo: String = ""
    /// What is paid for, at most 255 characters.
    public var description: String = ""
    /// In major units: `1000.50` is a thousand and a half of the currency.
    public var amount: Decimal?
    /// ISO 4217, three letters. The merchant's base currency where it is not given.
    public var currencyCode: String?

    /// Lets the gateway recognise a retry of the same request.
    public var idempotencyID: String?
    /// Channel, category or group codes to enable; empty or `ALL` for everything (``ChannelCode``).
    public var paymentChannel: [String] = []
    /// Only with channel `123`.
    public var agentChannel: [String] = []
    /// 3-D Secure: `Y` on, `F` forced, `N` off.
    public var request3DS: String?
    /// Shows the "remember card" choice; a token is issued when the payment is approved.
    public var tokenize: Bool?
    /// The stored cards and wallets of this session. Only these are listed by token information and may be paid with.
    public var customerToken: [String] = []
    /// Only stored tokens may be used.
    public var customerTokenOnly: Bool?
    /// Stores the card without authorising an amount.
    public var tokenizeOnly: Bool?
    /// Card on file: `F` first, `S` subsequent, `N` none.
    public var storeCredentials: String?
    /// A token of another provider.
    public var externalToken: String?
    /// Instalment interest: `A` all, `C` customer, `M` merchant.
    public var interestType: String?
    /// Instalment periods to offer.
    public var installmentPeriodFilter: JSON?
    /// Instalment banks to offer.
    public var installmentBankFilter: JSON?
    /// Instalment product.
    public var productCode: String?
    /// Makes the payment the first of a recurring plan.
    public var recurring: Bool?
    /// Prefix of the plan's invoices. Needed with `recurring`.
    public var invoicePrefix: String?
    /// Amount of each recurring charge.
    public var recurringAmount: Decimal?
    /// Adds failed charges to the next. Needed with `recurring`.
    public var allowAccumulate: Bool?
    /// Most that may add up. Needed with `allowAccumulate`.
    public var maxAccumulateAmount: Decimal?
    /// Days between charges.
    public var recurringInterval: Int?
    /// Number of charges, 0 for endless. Needed with `recurring`.
    public var recurringCount: Int?
    /// `ddMMyyyy` of the next charge.
    public var chargeNextDate: String?
    /// `ddMM` of each charge.
    public var chargeOnDate: String?
    /// `yyyy-MM-dd HH:mm:ss` in the merchant's time zone (``PaymentExpiry``).
    public var paymentExpiry: String?
    /// Promotion.
    public var promotionCode: String?
    /// Routing rule.
    public var paymentRouteID: String?
    /// Provider of multi-currency pricing.
    public var fxProviderCode: String?
    /// Exchange rate agreed on.
    public var fxRateId: String?
    /// Amount before conversion.
    public var originalAmount: Decimal?
    /// Submits without a further click.
    public var immediatePayment: Bool?
    /// The hosted page is shown inside a frame.
    public var iframeMode: Bool?
    /// Echoed back.
    public var userDefined1: String?
    /// Echoed back.
    public var userDefined2: String?
    /// Echoed back.
    public var userDefined3: String?
    /// Echoed back.
    public var userDefined4: String?
    /// Echoed back.
    public var userDefined5: String?
    /// 5 to 20 characters on the cardholder's statement, none of `< > \ ' " *`.
    public var statementDescriptor: String?
    /// A random text. The table says 32 characters, the official samples send 36.
    public var nonceStr: String?
    /// Language, ISO 639: `en`, `th`, `zh-cn`.
    public var locale: String?
    /// Where the browser returns to.
    public var frontendReturnUrl: String?
    /// Where the gateway notifies the merchant.
    public var backendReturnUrl: String?
    /// Where an app is returned to. Needs `appBundleID`.
    public var schemeReturnUrl: String?
    /// The app behind `schemeReturnUrl`.
    public var appBundleID: String?
    /// What the payment page is filled with.
    public var uiParams: UIParameters?
    /// The customer, as older versions place it.
    public var userInfo: UserInfo?
    /// The customer's addresses.
    public var customerAddress: CustomerAddress?
    /// Merchant on whose behalf the payment is made.
    public var childMerchantID: String?
    /// Split payment. Carried, not interpreted.
    public var subMerchants: JSON?
    /// Loyalty redemption. Carried, not interpreted.
    public var loyaltyPoints: JSON?
    /// Basket. Carried, not interpreted.
    public var paymentItems: JSON?
    /// Airline data. Carried, not interpreted.
    public var airlinePassengers: JSON?
    /// 3-D Secure 2 data. Carried, not interpreted.
    public var threeDSecure2Params: JSON?
    /// Account funding data. Carried, not interpreted.
    public var accountFunding: JSON?
    /// 3-D Secure protocol of an authentication made elsewhere.
    public var protocolVersion: String?
    /// Its electronic commerce indicator.
    public var eci: String?
    /// Its authentication value.
    public var cavv: String?
    /// Its directory server transaction.
    public var dsTransactionId: String?
    /// `C` customer, `M` merchant.
    public var transactionInitiator: String?
    /// The payment a merchant-initiated one follows. Needed with `M`.
    public var previousPaymentID: String?
    /// Exemption from strong customer authentication.
    public var scaExemptionIndicator: String?
    /// Whether the issuer may ask for 3-D Secure after all.
    public var allow3DSUpgrade: String?
    /// Whether to authenticate again.
    public var requestReauthentication: String?
    /// The customer's address.
    public var clientIP: String?
    /// The customer's app.
    public var clientAppID: String?
    /// The customer's browser.
    public var userAgent: String?
    /// The customer's browser in parts.
    public var browserDetails: BrowserDetails?

    /// - Parameters:
    ///   - amount: In major units, above zero, with no more decimals than the currency has.
    ///   - currencyCode: ISO 4217, for example `THB`.
    public init(merchantID: String, invoiceNo: String, description: String, amount: Decimal, currencyCode: String) {
        self.merchantID = merchantID
        self.invoiceNo = invoiceNo
        self.description = description
        self.amount = amount
        self.currencyCode = currencyCode
    }

    init() {}
}
