public import Foundation
public import PGWWire
public import TokenVault

/// Who asks the issuer: a simulator in a sandbox, a connector in production (payments.md §8, P20).
///
/// Each question names its attempt. The same attempt asked twice is one charge and one answer, also after a restart of either side.
public protocol Acquirer: Sendable {
    /// As results call it, at most 30 letters and digits.
    var agentCode: String { get }
    /// Whose card it is; `nil` where that is not known.
    func issuer(of card: CardNumber) -> Payment.Issuer?
    /// Whether a card exists and could be charged. Nothing is taken.
    func verify(_ order: PaymentOrder, _ code: consuming SecurityCode?) async -> Authorisation
    /// Takes the amount.
    func authorise(_ order: PaymentOrder, _ code: consuming SecurityCode?) async -> Authorisation
    /// Whether the payer is who they say, before the amount is taken.
    func authenticate(_ order: PaymentOrder) async -> AuthenticationStatus
    /// What became of an attempt, for whoever does not know.
    func inquire(_ order: PaymentOrder) async -> Authorisation
    /// What is to go wrong on purpose: in a sandbox, where its caller asks for it.
    func faults(_ order: PaymentOrder) -> SimulatedFaults
}

extension Acquirer {
    public func faults(_ order: PaymentOrder) -> SimulatedFaults { SimulatedFaults() }
}

/// What goes wrong on purpose, beside what the issuer says (payments.md §4.2).
public struct SimulatedFaults: Sendable, Equatable {
    /// Whether the answer to Do Payment is lost on its way.
    public var losesAnswer = false
    /// Whether the customer token is gone when it is paid with.
    public var deletesToken = false
    public var notification: NotificationFault?

    public init() {}

    public enum NotificationFault: Sendable, Codable, Equatable {
        /// So many seconds late.
        case late(TimeInterval)
        case twice, reordered, badSignature, never
    }
}

/// What an acquirer is asked to do.
public struct PaymentOrder: Sendable {
    /// `ccpp_` and 19 digits: the attempt's own name.
    public let paymentID: String
    public let merchant: String
    public let invoice: String
    /// In major units.
    public let amount: Decimal
    /// ISO 4217, three letters.
    public let currency: String
    public let card: CardNumber
    public let expiry: CardExpiry
    public let holder: String
    public let demand: AuthenticationDemand
    /// Whether the merchant asks without its customer.
    public var isMerchantInitiated = false
    /// The scheme's name of the payment that a later one refers to.
    public var previousSchemePaymentID: String?
    /// What authentication came to, where there was one.
    public var eci: String?
    /// When the payment was submitted.
    public let submitted: Date
    /// The merchant's own words, in which a sandbox finds its triggers (`userDefined5`).
    public var note: String?

    public init(
        paymentID: String, merchant: String, invoice: String, amount: Decimal, currency: String, card: CardNumber,
        expiry: CardExpiry,
        holder: String, demand: AuthenticationDemand, submitted: Date
    ) {
        self.paymentID = paymentID
        self.merchant = merchant
        self.invoice = invoice
        self.amount = amount
        self.currency = currency
        self.card = card
        self.expiry = expiry
        self.holder = holder
        self.demand = demand
        self.submitted = submitted
    }
}

/// What an issuer said.
public enum Authorisation: Sendable, Equatable {
    case approved(Approval)
    /// - Parameter acquirerCode: ISO 8583's, two digits; empty where the issuer was not asked.
    case declined(ResponseCode, acquirerCode: String)
    /// Nothing yet; it is worth asking again at a moment, where one is known.
    case unanswered(again: Date?)
}

/// What an approval is known by.
public struct Approval: Sendable, Equatable {
    /// 6 digits.
    public let approvalCode: String
    /// 12 digits, each once.
    public let tranRef: String
    /// 10 digits.
    public let referenceNo: String
    /// The scheme's name of the payment, which later ones without the customer repeat.
    public let schemePaymentID: String
    /// Whether the issuer lets the card be stored.
    public var mayBeStored = true
}
