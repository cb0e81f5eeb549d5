internal import Foundation
internal import PGWWire
internal import TokenVault

/// What a sandbox payment is to come to, read from what it is made with (payments.md §4.2).
///
/// The merchant's word goes before the amount, the amount before the holder's name, the name before the card's number; where none of
/// them says anything, the payment is approved.
struct SimulatedTriggers: Equatable {
    enum Charge: Equatable {
        case approve
        case decline(ResponseCode)
        /// Approved with authentication alone.
        case softDecline
        /// Not answered, and approved after so many seconds; `nil` for never.
        case silence(approvedAfter: TimeInterval?)
        /// The first of a card is approved; later ones that refer to one are not.
        case declineLater(ResponseCode)
    }

    var charge = Charge.approve
    /// What storing the card comes to.
    var storing: ResponseCode?
    /// Seconds until the issuer answers.
    var delay: TimeInterval = 0
    /// What authentication comes to, where it is asked for.
    var authentication = AuthenticationStatus.challenge
    var faults = SimulatedFaults()

    init(_ order: PaymentOrder) {
        self.init(card: order.card)
        if let code = Self.code(named: order.holder) { charge = .decline(code) }
        if let code = Self.code(of: order.amount) { charge = .decline(code) }
        if let note = order.note { read(note) }
    }

    // MARK: The card's number

    /// `411111`, a block, `0000`, four digits, and the check digit.
    private init(card: CardNumber) {
        guard let (block, digits) = card.simulated else { return }
        let code = ResponseCode(rawValue: digits)
        switch (block, digits) {
        case (0, "0001"): charge = .silence(approvedAfter: 10)
        case (0, "0004"): charge = .softDecline
        case (0, _) where Self.isDecline(code): charge = .decline(code)
        case (1, _) where Self.isDecline(code): storing = .tokenisationFailed
        case (2, _) where Self.isDecline(code): charge = .declineLater(code)
        case (3, _):
            let outcomes: [AuthenticationStatus] = [
                .authenticated, .attempted, .challenge, .notAuthenticated, .rejected, .unavailable, .notEnrolled,
            ]
            if let place = Int(digits), outcomes.indices.contains(place - 1) { authentication = outcomes[place - 1] }
        case (5, _): delay = TimeInterval(digits) ?? 0
        case (6, "0001"): charge = .silence(approvedAfter: nil)
        case (6, "0002"): faults.losesAnswer = true
        case (6, "0003"): charge = .silence(approvedAfter: 60)
        default: break
        }
    }

    // MARK: The holder's name and the amount

    /// `SIM 4051`.
    private static func code(named holder: String) -> ResponseCode? {
        let words = holder.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words[0].lowercased() == "sim" else { return nil }
        let code = ResponseCode(rawValue: String(words[1]))
        return isDecline(code) ? code : nil
    }

    /// 1CCCC and no fraction: 14051 is 4051.
    private static func code(of amount: Decimal) -> ResponseCode? {
        guard let whole = Int("\(amount)"), (14001...14999).contains(whole) || (15002...15998).contains(whole) else { return nil }
        let code = ResponseCode(rawValue: "\(whole % 10_000)")
        return isDecline(code) ? code : nil
    }

    /// A code that says no, and that there is.
    private static func isDecline(_ code: ResponseCode) -> Bool {
        guard let first = code.rawValue.first, "45".contains(first), code.meaning != nil else { return false }
        // Some of them say yes.
        return !["4000", "4010", "4011", "4016", "4045", "4047", "4110", "4120", "4200"].contains(code.rawValue)
    }

    // MARK: The merchant's word

    /// `sim:decline=4051;delay=5`.
    private mutating func read(_ note: String) {
        guard note.lowercased().hasPrefix("sim:") else { return }
        for word in note.dropFirst(4).split(separator: ";") {
            let parts = word.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
            guard let name = parts.first else { continue }
            // Each may have the prefix of its own.
            read(name.hasPrefix("sim:") ? String(name.dropFirst(4)) : name, parts.count == 2 ? parts[1] : "")
        }
    }

    private mutating func read(_ name: String, _ value: String) {
        switch name {
        case "approve": charge = .approve
        case "decline":
            let code = ResponseCode(rawValue: value)
            if Self.isDecline(code) { charge = .decline(code) }
        case "delay": if let seconds = TimeInterval(value), (0...600).contains(seconds) { delay = seconds }
        case "3ds":
            let outcomes: [String: AuthenticationStatus] = [
                "frictionless": .authenticated, "attempted": .attempted, "challenge": .challenge, "failed": .notAuthenticated,
                "rejected": .rejected, "unavailable": .unavailable, "not-enrolled": .notEnrolled,
            ]
            if let outcome = outcomes[value] { authentication = outcome }
        case "webhook":
            let outcomes: [String: SimulatedFaults.NotificationFault] = [
                "twice": .twice, "reordered": .reordered, "badsig": .badSignature, "never": .never,
            ]
            if let fault = outcomes[value] { faults.notification = fault }
            if value.hasPrefix("late"), let seconds = TimeInterval(value.dropFirst(4)), (0...86_400).contains(seconds) {
                faults.notification = .late(seconds)
            }
        case "delete-token": faults.deletesToken = true
        default: break
        }
    }
}
