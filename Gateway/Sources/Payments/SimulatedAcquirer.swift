internal import Crypto
public import Foundation
internal import PGWWire
internal import Synchronization
public import TokenVault

/// An acquirer that asks nobody: what it answers stands in what it is asked, so that it answers the same after a restart
/// (payments.md §4).
public struct SimulatedAcquirer: Acquirer {
    private let clock: WallClock
    private let seed: SymmetricKey
    /// Attempts with a wrong security code: who asks later is told the same.
    private let wrongCodes = WrongCodes()
    private let sleep: @Sendable (TimeInterval) async -> Void

    /// - Parameters:
    ///   - seed: What approvals' numbers are drawn from.
    ///   - sleep: Waits as long as a slow issuer does.
    public init(
        clock: WallClock, seed: [UInt8],
        sleep: @escaping @Sendable (TimeInterval) async -> Void = { try? await Task.sleep(for: .seconds($0)) }
    ) {
        self.clock = clock
        self.seed = SymmetricKey(data: seed)
        self.sleep = sleep
    }

    public func authenticate(_ order: PaymentOrder) async -> AuthenticationStatus { SimulatedTriggers(order).authentication }

    public var agentCode: String { "SIM" }

    /// Of the ranges of published test numbers.
    public func issuer(of card: CardNumber) -> Payment.Issuer? {
        let (type, country) = Self.issuers.first { card.masked.hasPrefix($0.prefix) }?.of ?? ("CREDIT", "TH")
        return Payment.Issuer(cardType: type, country: country, bank: "OpenPGW Test Bank")
    }

    private static let issuers: [(prefix: String, of: (String, String))] = [
        ("411111", ("CREDIT", "US")), ("4012", ("CREDIT", "SG")), ("4000", ("DEBIT", "GB")), ("5555", ("CREDIT", "US")),
        ("5200", ("DEBIT", "SG")), ("5105", ("PREPAID", "US")), ("3782", ("CREDIT", "US")), ("3562", ("CREDIT", "JP")),
        ("6011", ("CREDIT", "US")), ("62", ("DEBIT", "CN")),
    ]

    public func faults(_ order: PaymentOrder) -> SimulatedFaults { SimulatedTriggers(order).faults }

    public func verify(_ order: PaymentOrder, _ code: consuming SecurityCode?) async -> Authorisation {
        let triggers = SimulatedTriggers(order)
        if Self.isWrong(code) { wrongCodes.note(order.paymentID) }
        if triggers.delay > 0 { await sleep(triggers.delay) }
        if wrongCodes.holds(order.paymentID) { return Self.wrongCode }
        // A card that declines charges may be stored all the same, like one whose account is empty today.
        return triggers.storing.map { .declined($0, acquirerCode: "05") } ?? .approved(approval(order, triggers))
    }

    public func authorise(_ order: PaymentOrder, _ code: consuming SecurityCode?) async -> Authorisation {
        let triggers = SimulatedTriggers(order)
        if Self.isWrong(code) { wrongCodes.note(order.paymentID) }
        if triggers.delay > 0 { await sleep(triggers.delay) }
        if wrongCodes.holds(order.paymentID) { return Self.wrongCode }
        return answer(order, triggers)
    }

    public func inquire(_ order: PaymentOrder) async -> Authorisation {
        wrongCodes.holds(order.paymentID) ? Self.wrongCode : answer(order, SimulatedTriggers(order))
    }

    private func answer(_ order: PaymentOrder, _ triggers: SimulatedTriggers) -> Authorisation {
        switch triggers.charge {
        case .approve: return .approved(approval(order, triggers))
        case .decline(let code): return .declined(code)
        case .softDecline:
            let isAuthenticated = ["05", "02"].contains(order.eci ?? "")
            return isAuthenticated ? .approved(approval(order, triggers)) : .declined(.softDecline, acquirerCode: "1A")
        case .declineLater(let code):
            return order.previousSchemePaymentID == nil ? .approved(approval(order, triggers)) : .declined(code)
        case .silence(approvedAfter: nil): return .unanswered(again: nil)
        case .silence(approvedAfter: let seconds?):
            let moment = order.submitted + seconds
            return clock.now() >= moment ? .approved(approval(order, triggers)) : .unanswered(again: moment)
        }
    }

    /// A security code of zeros is wrong, as the scheme's code 82 says.
    private static func isWrong(_ code: borrowing SecurityCode?) -> Bool {
        switch code {
        case .some(let code): code.withDigits { $0.allSatisfy { $0 == UInt8(ascii: "0") } }
        case .none: false
        }
    }

    private static let wrongCode = Authorisation.declined(ResponseCode(rawValue: "4005"), acquirerCode: "82")

    // MARK: Values (payments.md §4.3)

    private func approval(_ order: PaymentOrder, _ triggers: SimulatedTriggers) -> Approval {
        var approval = Approval(
            approvalCode: digits("approval", order.paymentID, 6), tranRef: digits("tranRef", order.paymentID, 12),
            referenceNo: digits("reference", order.paymentID, 10),
            // One without its customer repeats the name of the first.
            schemePaymentID: order.isMerchantInitiated ? order.previousSchemePaymentID ?? "" : schemePaymentID(order))
        approval.mayBeStored = triggers.storing == nil
        return approval
    }

    /// 15 digits of Visa; letters and digits of others.
    private func schemePaymentID(_ order: PaymentOrder) -> String {
        if order.card.scheme == .visa { return digits("scheme", order.paymentID, 15) }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        return String(mac("scheme", order.paymentID).prefix(12).map { alphabet[Int($0) % alphabet.count] })
    }

    /// Digits that read as no card number.
    private func digits(_ purpose: String, _ paymentID: String, _ count: Int) -> String {
        var purpose = purpose
        while true {
            let bytes = Array(mac(purpose, paymentID).prefix(count)).map { UInt8(ascii: "0") + $0 % 10 }
            let digits = String(decoding: bytes, as: UTF8.self)
            if !Texts.hasCheckDigit(bytes) { return digits }
            purpose += " again"
        }
    }

    private func mac(_ purpose: String, _ paymentID: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("\(purpose) \(paymentID)".utf8), using: seed))
    }
}

extension Authorisation {
    /// The issuer's own code is the last two digits of ours.
    static func declined(_ code: ResponseCode) -> Authorisation {
        .declined(code, acquirerCode: String(code.rawValue.suffix(2)))
    }
}

/// The attempts an issuer has refused for their security code, the last of them.
private final class WrongCodes: Sendable {
    private let attempts = Mutex<(last: Set<String>, before: Set<String>)>(([], []))
    private static let limit = 10_000

    func note(_ paymentID: String) {
        attempts.withLock { attempts in
            if attempts.last.count >= Self.limit { attempts = ([], attempts.last) }
            attempts.last.insert(paymentID)
        }
    }

    func holds(_ paymentID: String) -> Bool {
        attempts.withLock { $0.last.contains(paymentID) || $0.before.contains(paymentID) }
    }
}
