public import PGWWire

/// What is paid with, on which channel. A builder makes it.
public final class PaymentRequest {
    public var code: PaymentCode
    public var data: PaymentData

    public init(code: PaymentCode, data: PaymentData) {
        self.code = code
        self.data = data
    }
}

/// What a payment is made with, by the names of the documented SDK. Empty texts and zeros are not sent.
///
/// Neither a description nor a dump of it shows a number, a code or a token.
public struct PaymentData: Sendable, Equatable {
    /// The holder's name.
    public var name = ""
    public var email = ""
    /// As people write one: `+66 81 234 5678`.
    public var mobileNo = ""
    /// An account of a channel other than cards.
    public var accountNo = ""
    /// 12 to 19 digits; blanks and dashes between them do no harm.
    public var cardNo = ""
    /// 1 to 12.
    public var expiryMonth = 0
    /// Four digits.
    public var expiryYear = 0
    /// 1 to 12, of a card that says since when it is good.
    public var issuedMonth = 0
    /// Four digits.
    public var issuedYear = 0
    /// The three or four digits on the card.
    public var securityCode = ""
    public var pin = ""
    /// The issuer's name.
    public var bank = ""
    /// The issuer's country, ISO 3166, two letters.
    public var country = ""
    /// Whether the card is stored when the payment is approved.
    public var tokenize = false
    /// A stored card; on a channel with cryptograms of its own (`APPLEPAY`, `GOOGLEPAY`), such a cryptogram.
    public var token = ""
    /// `C` customer, `M` merchant.
    public var installmentInterestType = ""
    /// Months.
    public var installmentPeriod = 0
    /// Months.
    public var installmentPayLaterPeriod = 0
    /// `RAW`, `BASE64` or `URL`.
    public var qrType = ""
    /// Of an exchange rate the payer chose.
    public var fxRateId = ""
    /// `yyyy-MM-dd HH:mm:ss`.
    public var paymentExpiry = ""
    public var customerNote = ""
    public var userAddress: UserAddress?
    public var loyaltyPoints: [LoyaltyPoint.Values] = []
    /// What ``token`` is, where a builder knows.
    var tokenKind: TokenKind?

    enum TokenKind { case customerToken, cryptogram }

    public init() {}
}

extension PaymentData: CustomStringConvertible, CustomReflectable {
    public var description: String { "PaymentData(…)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Points to pay with.
public final class LoyaltyPoint {
    /// What is sent of it.
    public struct Values: Sendable, Equatable {
        var providerId = ""
        var accountNo = ""
        var accountAuthData = ""
        var redeemAmount = 0.0
        var rewards: [LoyaltyPointReward.Values] = []
    }

    var values = Values()

    public init() {}

    public var providerId: String {
        get { values.providerId }
        set { values.providerId = newValue }
    }
    public var accountNo: String {
        get { values.accountNo }
        set { values.accountNo = newValue }
    }
    public var accountAuthData: String {
        get { values.accountAuthData }
        set { values.accountAuthData = newValue }
    }
    /// In major units.
    public var redeemAmount: Double {
        get { values.redeemAmount }
        set { values.redeemAmount = newValue }
    }
    public var rewards: [LoyaltyPointReward] {
        get { values.rewards.map(LoyaltyPointReward.init) }
        set { values.rewards = newValue.map(\.values) }
    }
}

/// One kind of points.
public final class LoyaltyPointReward {
    struct Values: Sendable, Equatable {
        var id = ""
        var quantity = 0.0
    }

    var values = Values()

    public init() {}

    init(_ values: Values) { self.values = values }

    public var id: String {
        get { values.id }
        set { values.id = newValue }
    }
    public var quantity: Double {
        get { values.quantity }
        set { values.quantity = newValue }
    }
}
