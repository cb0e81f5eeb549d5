/// Whose card a number is, told from how it begins and how long it is (ISO/IEC 7812-1).
public struct CardScheme: Sendable, Hashable {
    /// `VISA`, as `cardBrand` says it. Empty for a range nobody published.
    public let brand: String
    /// `VI`, as `subChannelCode` and `paymentScheme` say it (protocol.md §7). Empty where the protocol has none.
    public let code: String
    /// The name of its pictures: `visa`, `master_card`; `card` where it has none of its own.
    public let picture: String

    init(_ brand: String, _ code: String = "", picture: String = "card") {
        self.brand = brand
        self.code = code
        self.picture = picture
    }

    public static let visa = CardScheme("VISA", "VI", picture: "visa")
    public static let mastercard = CardScheme("MASTERCARD", "MA", picture: "master_card")
    public static let amex = CardScheme("AMEX", "AM", picture: "amex")
    public static let jcb = CardScheme("JCB", "JC", picture: "jcb")
    public static let unionPay = CardScheme("UNIONPAY", "UP", picture: "unionpay")
    public static let diners = CardScheme("DINERS", "DN", picture: "diners")
    public static let discover = CardScheme("DISCOVER", "DI", picture: "discover")
    public static let maestro = CardScheme("MAESTRO", picture: "maestro")
    public static let mir = CardScheme("MIR", picture: "mir")
    public static let ruPay = CardScheme("RUPAY", picture: "rupay")
    public static let troy = CardScheme("TROY", picture: "troy")
    public static let unknown = CardScheme("")

    /// Every scheme there is a range of, and ``unknown``.
    public static let all: [CardScheme] = CardRange.all.reduce(into: [unknown]) { schemes, range in
        if !schemes.contains(range.scheme) { schemes.append(range.scheme) }
    }

    /// - Parameter code: For example `MA`; `unknown` for one the protocol does not have.
    public init(code: String) { self = Self.all.first { !$0.code.isEmpty && $0.code == code } ?? .unknown }

    /// - Parameter brand: As ``brand`` says it; `unknown` for another.
    public init(brand: String) { self = Self.byBrand[brand] ?? .unknown }

    /// - Parameter digits: A whole card number, ASCII.
    public init(of digits: [UInt8]) { self = CardRange.of(digits)?.scheme ?? .unknown }

    private static let byBrand = Dictionary(uniqueKeysWithValues: all.map { ($0.brand, $0) })
}
