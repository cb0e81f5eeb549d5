/// A currency of ISO 4217 that the protocol lists (protocol.md §7).
public struct Currency: Sendable, Hashable {
    /// Three letters, for example `THB`.
    public let code: String
    /// Three digits, for example `764`.
    public let number: String
    /// Decimals of an amount: 2 for THB, 0 for JPY. The protocol treats IDR as having none.
    public let minorUnits: Int

    /// The currency under an alphabetic code, written as ISO 4217 writes it.
    public init?(code: String) {
        guard let known = Self.byCode[code] else { return nil }
        self = known
    }

    public static var all: [Currency] { byCode.values.sorted { $0.code < $1.code } }

    private init(_ code: String, _ number: String, _ minorUnits: Int) {
        self.code = code
        self.number = number
        self.minorUnits = minorUnits
    }

    private static let byCode: [String: Currency] = Dictionary(
        uniqueKeysWithValues: [
            Currency("AUD", "036", 2),
            Currency("BDT", "050", 2),
            Currency("CAD", "124", 2),
            Currency("CHF", "756", 2),
            Currency("CNY", "156", 2),
            Currency("DKK", "208", 2),
            Currency("EUR", "978", 2),
            Currency("GBP", "826", 2),
            Currency("HKD", "344", 2),
            Currency("HTG", "332", 2),
            Currency("IDR", "360", 0),
            Currency("JPY", "392", 0),
            Currency("KHR", "116", 2),
            Currency("KRW", "410", 0),
            Currency("LAK", "418", 2),
            Currency("MMK", "104", 2),
            Currency("MYR", "458", 2),
            Currency("NOK", "578", 2),
            Currency("NZD", "554", 2),
            Currency("PHP", "608", 2),
            Currency("RUB", "643", 2),
            Currency("SEK", "752", 2),
            Currency("SGD", "702", 2),
            Currency("THB", "764", 2),
            Currency("TWD", "901", 2),
            Currency("USD", "840", 2),
            Currency("VND", "704", 0),
            Currency("YER", "886", 2),
        ].map { ($0.code, $0) })
}
