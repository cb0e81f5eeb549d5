public import Foundation
public import TokenVault

/// What is known of a payment, as it is kept, sealed. Neither a whole card number nor a security code has a place in it.
public struct Payment: Sendable, Equatable {
    /// `ccpp_` and 19 digits.
    public internal(set) var paymentID: String
    public internal(set) var invoice: String
    /// In major units, with the currency's decimals: `1000.00`.
    public internal(set) var amount: String
    /// ISO 4217, three letters.
    public internal(set) var currency: String
    public internal(set) var submitted: Date
    /// `CC` for a card; empty for one that was cancelled before anything was chosen.
    public var channel = ""
    public var card: Card?
    public var demand = "N"
    /// What authentication came to, and its indicator.
    public var authentication: String?
    public var eci: String?
    public var challenge: Challenge?
    /// Where the browser goes after authentication.
    public var returnURL = ""
    public var storing: Storing?
    /// Whether nothing is paid and the card is stored.
    public var isStoringOnly = false
    public var isMerchantInitiated = false
    public var previousSchemePaymentID: String?
    public var note: String?
    /// Who asks the issuer, as the acquirer calls itself.
    public var agent = ""
    public var issuer: Issuer?
    public var echo = Echo()
    /// The plan that begins with it.
    public var plan: RecurringPlan?
    /// The plan it is a charge of.
    public var recurring: Recurring?
    /// What is to go wrong with the notification, in a sandbox.
    public var notificationFault: SimulatedFaults.NotificationFault?
    public var outcome: Outcome?

    /// What the merchant's request said that its result repeats, and where that goes.
    public struct Echo: Sendable, Equatable {
        public var childMerchantID: String?
        public var idempotencyID: String?
        /// `userDefined1` to `userDefined5`.
        public var userDefined: [String?] = []
        /// Where the merchant is notified.
        public var backendReturnUrl: String?
        /// Of the call that opened the session.
        public var version = "4.3"

        public init() {}
    }

    /// Which charge of a plan a payment is.
    public struct Recurring: Sendable, Equatable {
        /// 20 digits.
        public var uniqueID: String
        /// 0 for the payment the plan begins with.
        public var sequence: Int
    }

    /// Whose card it is.
    public struct Issuer: Sendable, Equatable {
        /// `CREDIT`, `DEBIT` or `PREPAID`.
        public var cardType: String
        /// ISO 3166, two letters.
        public var country: String
        public var bank: String

        public init(cardType: String, country: String, bank: String) {
            self.cardType = cardType
            self.country = country
            self.bank = bank
        }
    }

    /// A card as a screen may show it.
    public struct Card: Sendable, Equatable {
        /// `VI`.
        public var scheme: String
        /// `VISA`.
        public var brand: String
        /// `411111XXXXXX1111`.
        public var masked: String
        public var expiryYear: Int
        public var expiryMonth: Int
        public var holder: String
        public var email: String
        /// The stored card that is paid with.
        public var token: String?
        /// Whether the expiry is a new one of that card.
        public var renewsExpiry = false

        public init(
            scheme: CardScheme, masked: String, expiry: CardExpiry, holder: String, email: String, token: String? = nil,
            renewsExpiry: Bool = false
        ) {
            self.scheme = scheme.code
            brand = scheme.brand
            self.masked = masked
            expiryYear = expiry.year
            expiryMonth = expiry.month
            self.holder = holder
            self.email = email
            self.token = token
            self.renewsExpiry = renewsExpiry
        }
    }

    /// What the payer has to do.
    public struct Challenge: Sendable, Equatable {
        /// Opaque, for an address: 128 characters of base64url.
        public var id: String
        public var until: Date
        /// Wrong one-time passwords so far.
        public var failures = 0
    }

    /// A card that is to be stored when the payment is approved.
    public struct Storing: Sendable, Equatable {
        /// The token it is stored under, drawn beforehand: stored twice, it is one.
        public var candidate: String
        /// The token it has.
        public var token: String?

        public init(candidate: String = CustomerToken.random()) { self.candidate = candidate }
    }

    /// How it ended.
    public struct Outcome: Sendable, Equatable {
        public var code: String
        /// ISO 8583's; empty where the issuer was not asked.
        public var acquirerCode: String
        public var at: Date
        public var approvalCode: String?
        public var tranRef: String?
        public var referenceNo: String?
        public var schemePaymentID: String?
    }

    /// The stored card that was paid with, or that was stored.
    public var token: String? { card?.token ?? storing?.token }

    /// - Parameters:
    ///   - amount: In major units, with the currency's decimals.
    public init(paymentID: String = Self.newID(), invoice: String, amount: String, currency: String, submitted: Date) {
        self.paymentID = paymentID
        self.invoice = invoice
        self.amount = amount
        self.currency = currency
        self.submitted = submitted
    }

    /// `ccpp_` and 19 random digits, which read as no card number.
    public static func newID() -> String {
        while true {
            let number = "\(Int.random(in: 0..<1_000_000_000_000_000_000))"
            // Of 18 digits and one in front: a whole number of 19 would not hold all of them.
            let digits = "\(Int.random(in: 0...9))" + String(repeating: "0", count: 18 - number.utf8.count) + number
            if !Texts.hasCheckDigit(Array(digits.utf8)) { return "ccpp_" + digits }
        }
    }
}
