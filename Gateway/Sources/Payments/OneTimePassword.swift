/// What a payer types on the simulated issuer's page (payments.md §4.2).
public enum OneTimePassword {
    /// What it comes to; `nil` for one that is wrong and may be typed again.
    public static func status(of text: String) -> AuthenticationStatus? {
        switch text {
        case "123456": .authenticated
        case "111111": .notAuthenticated
        case "222222": .rejected
        case "333333": .unavailable
        case "444444": .attempted
        default: nil
        }
    }

    /// How often one may be wrong.
    public static let tries = 3
}
