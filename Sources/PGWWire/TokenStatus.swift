/// Whether a stored card can be used (protocol.md §2.3).
public struct TokenStatus: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// `A`: available.
    public static let available = TokenStatus(rawValue: "A")
    /// `EX`: usable, expires within six months.
    public static let expiring = TokenStatus(rawValue: "EX")
    /// `ED`: expired.
    public static let expired = TokenStatus(rawValue: "ED")

    public var description: String {
        switch self {
        case .available: "available"
        case .expiring: "expires soon"
        case .expired: "expired"
        default: rawValue
        }
    }
}
