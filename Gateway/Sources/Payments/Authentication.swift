public import TokenVault

/// What became of a payer's authentication: the transaction status of EMV 3-D Secure.
public enum AuthenticationStatus: String, Sendable, CaseIterable {
    case authenticated = "Y"
    /// It was tried, and the issuer takes no part.
    case attempted = "A"
    /// The payer has to do something.
    case challenge = "C"
    case notAuthenticated = "N"
    case rejected = "R"
    case unavailable = "U"
    /// The card does not take part. Not a status of its own on the wire: as unavailable.
    case notEnrolled = "-"

    /// Whether a payment goes on.
    ///
    /// - Parameter isDemanded: Whether the merchant takes nothing less than a full authentication (`request3DS` `F`).
    public func suffices(isDemanded: Bool) -> Bool {
        switch self {
        case .authenticated: true
        case .attempted, .unavailable, .notEnrolled: !isDemanded
        case .challenge, .notAuthenticated, .rejected: false
        }
    }

    /// The electronic commerce indicator, as a scheme writes it: full 05, attempted 06, none 07; Mastercard's 02, 01, 00.
    public func eci(_ scheme: CardScheme) -> String {
        let isMastercard = scheme == .mastercard || scheme == .maestro
        switch self {
        case .authenticated: return isMastercard ? "02" : "05"
        case .attempted: return isMastercard ? "01" : "06"
        default: return isMastercard ? "00" : "07"
        }
    }
}

/// What a merchant asks of authentication (`request3DS`).
public enum AuthenticationDemand: String, Sendable {
    /// If the card can.
    case wanted = "Y"
    /// In full, or no payment.
    case forced = "F"
    case none = "N"
}
