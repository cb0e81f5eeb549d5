public import Foundation

/// What is known of a payment, as it is kept, sealed. Neither a whole card number nor a security code has a place in it.
public struct Payment: Sendable, Codable, Equatable {
    /// `ccpp_` and 19 digits.
    public let paymentID: String
    public let invoice: String
    /// In major units, with the currency's decimals: `1000.00`.
    public let amount: String
    /// ISO 4217, three letters.
    public let currency: String
    public let submitted: Date
    /// `CC` for a card; empty for one that was cancelled before anything was chosen.
    public var channel = ""
    public var card: Card?
    public var demand = "N"
    /// What authentication came to, and its indicator.
    public var authentication: String?
    public var eci: String?
    public var challenge: Challenge?
    public var storing: Storing?
    /// Whether nothing is paid and the card is stored.
    public var isStoringOnly = false
    public var isMerchantInitiated = false
    public var previousSchemePaymentID: String?
    public var note: String?
    public var outcome: Outcome?

    /// A card as a screen may show it.
    public struct Card: Sendable, Codable, Equatable {
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
    }

    /// What the payer has to do.
    public struct Challenge: Sendable, Codable, Equatable {
        public var until: Date
        /// Wrong one-time passwords so far.
        public var failures = 0
        /// Where the browser goes then; the gateway's result page where there is none.
        public var returnURL: String?
    }

    /// A card that is to be stored when the payment is approved.
    public struct Storing: Sendable, Codable, Equatable {
        /// The token it is stored under, drawn beforehand: stored twice, it is one.
        public var candidate: String
        /// The token it has.
        public var token: String?
    }

    /// How it ended.
    public struct Outcome: Sendable, Codable, Equatable {
        public var code: String
        /// ISO 8583's; empty where the issuer was not asked.
        public var acquirerCode: String
        public var at: Date
        public var approvalCode: String?
        public var tranRef: String?
        public var referenceNo: String?
        public var schemePaymentID: String?
    }

    /// - Parameters:
    ///   - amount: In major units, with the currency's decimals.
    public init(paymentID: String = Self.newID(), invoice: String, amount: String, currency: String, submitted: Date) {
        self.paymentID = paymentID
        self.invoice = invoice
        self.amount = amount
        self.currency = currency
        self.submitted = submitted
    }

    /// `ccpp_` and 19 random digits.
    public static func newID() -> String {
        "ccpp_" + String((0..<19).map { _ in Character("\(Int.random(in: 0...9))") })
    }
}
