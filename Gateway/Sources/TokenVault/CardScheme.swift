/// Whose card a number is, told from how it begins (ISO/IEC 7812-1; the schemes' published ranges).
public struct CardScheme: Sendable, Hashable {
    /// `VISA`, as `cardBrand` says it. Empty for a range nobody published.
    public let brand: String
    /// `VI`, as `subChannelCode` and `paymentScheme` say it (protocol.md §7). Empty where the protocol has none.
    public let code: String
    /// The name of its pictures: `visa`, `master_card`.
    public let picture: String

    private init(_ brand: String, _ code: String, _ picture: String) {
        self.brand = brand
        self.code = code
        self.picture = picture
    }

    public static let visa = CardScheme("VISA", "VI", "visa")
    public static let mastercard = CardScheme("MASTERCARD", "MA", "master_card")
    public static let amex = CardScheme("AMEX", "AM", "amex")
    public static let jcb = CardScheme("JCB", "JC", "jcb")
    public static let unionPay = CardScheme("UNIONPAY", "UP", "unionpay")
    public static let diners = CardScheme("DINERS", "DN", "diners")
    public static let discover = CardScheme("DISCOVER", "DI", "discover")
    public static let maestro = CardScheme("MAESTRO", "", "maestro")
    public static let mir = CardScheme("MIR", "", "mir")
    public static let ruPay = CardScheme("RUPAY", "", "rupay")
    public static let troy = CardScheme("TROY", "", "troy")
    public static let unknown = CardScheme("", "", "card")

    public static let all: [CardScheme] = [
        visa, mastercard, amex, jcb, unionPay, diners, discover, maestro, mir, ruPay, troy, unknown,
    ]

    /// - Parameter code: For example `MA`; `unknown` for one the protocol does not have.
    public init(code: String) { self = Self.all.first { !$0.code.isEmpty && $0.code == code } ?? .unknown }

    public init(brand: String) { self = Self.all.first { $0.brand == brand } ?? .unknown }

    /// - Parameters:
    ///   - digits: ASCII, at least 12.
    init(of digits: [UInt8]) {
        let first6 = digits.prefix(6).reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
        self = Self.ranges.first { $0.range.contains(first6) && $0.lengths.contains(digits.count) }?.scheme ?? .unknown
    }

    /// By the first six digits. Where ranges overlap, the narrower stands first.
    private static let ranges: [(range: ClosedRange<Int>, lengths: ClosedRange<Int>, scheme: CardScheme)] = [
        (340000...349999, 15...15, amex), (370000...379999, 15...15, amex),
        (352800...358999, 16...19, jcb),
        (300000...305999, 14...19, diners), (309500...309599, 14...19, diners), (360000...369999, 14...19, diners),
        (380000...399999, 14...19, diners),
        (400000...499999, 13...19, visa),
        (222100...272099, 16...16, mastercard), (510000...559999, 16...16, mastercard),
        (220000...220499, 16...19, mir),
        (979200...979299, 16...16, troy),
        (601100...601199, 16...19, discover), (644000...659999, 16...19, discover),
        (622126...622925, 16...19, unionPay), (620000...629999, 16...19, unionPay), (810000...817199, 16...19, unionPay),
        (508500...508999, 16...16, ruPay), (606985...608499, 16...16, ruPay), (817200...820199, 16...16, ruPay),
        (500000...509999, 12...19, maestro), (560000...589999, 12...19, maestro), (600000...699999, 12...19, maestro),
    ]
}
