/// Card numbers of one scheme: how they begin, and how long they are.
struct CardRange: Sendable {
    let scheme: CardScheme
    /// The first and the last beginning; both have as many digits.
    let prefixes: ClosedRange<Int>
    /// Digits of a beginning.
    let width: Int
    let lengths: Set<Int>

    /// The range a number lies in: of those that hold it, the one with the longest beginning.
    static func of(_ digits: [UInt8]) -> CardRange? {
        var (value, width) = (0, 0)
        var found: CardRange?
        for digit in digits.prefix(8) {
            value = value * 10 + Int(digit) - Int(UInt8(ascii: "0"))
            width += 1
            for range in byWidth[width] where range.prefixes.contains(value) && range.lengths.contains(digits.count) {
                found = range
            }
        }
        return found
    }

    /// Whether a card's number may begin like this, published or not: also with any other digits that ISO/IEC 7812-1 gives to banks,
    /// and as JCB's did once. To see a card number where none may be, a guess is good enough.
    static func mayBegin(_ digits: [UInt8]) -> Bool {
        if of(digits) != nil { return true }
        guard digits.count >= 12 else { return false }
        let value = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
        switch value / 100 {
        case 50, 56...69: return true
        case 40...49: return digits.count == 18
        case 13, 18, 21: return digits.count == 15 && [1800, 2131].contains(value)
        default: return false
        }
    }

    private static let byWidth: [[CardRange]] = (0...8).map { width in all.filter { $0.width == width } }

    /// - Parameter text: Beginnings as the schemes publish them: `4`, `2221-2720`.
    private init(_ scheme: CardScheme, _ text: Substring, _ lengths: Set<Int>) {
        let ends = text.split(separator: "-")
        let first = Int(ends[0]) ?? 0
        self.scheme = scheme
        prefixes = first...(ends.count == 2 ? max(first, Int(ends[1]) ?? 0) : first)
        width = ends[0].utf8.count
        self.lengths = lengths
    }

    private typealias Row = (scheme: CardScheme, beginnings: String, lengths: Set<Int>)

    static let all: [CardRange] = rows.flatMap { row in
        row.beginnings.split(separator: " ").map { CardRange(row.scheme, $0, row.lengths) }
    }

    /// As of November 2026, from the schemes' own publications and the issuer identification numbers that ISO/IEC 7812 lets them
    /// publish. Ranges that a scheme shares with Visa or Mastercard on the same card carry the name of those.
    ///
    /// What no scheme has published as its own has no brand: a guess would put the wrong picture beside a customer's card.
    private static let rows: [Row] = [
        // Everywhere.
        (.visa, "4", [13, 16, 19]),
        (.mastercard, "2221-2720 51-55", [16]),
        (.amex, "34 37", [15]),
        (.diners, "300-305 3095 36 38-39", [14, 16, 19]),
        (.discover, "6011 644-649 65", [16, 19]),
        (.jcb, "3528-3589", [16, 17, 18, 19]),
        // Not all of 62: as braintree/credit-card-type has them (0bac61c), which leaves out what banks of Iran and others give out.
        (
            .unionPay,
            """
            620 62100-62182 62184-62197 62200-62205 62207-62209 622010-622999 623-626 6270 6272 6276 627700-627779 \
            627781-627799 6282-6289 6291-6292 8100-8171
            """, [16, 17, 18, 19]
        ),
        (.maestro, "5018 5020 5038 5893 6304 6759 6761-6763", Set(12...19)),
        // Asia.
        (.ruPay, "508500-508999 606985-607984 608001-608500 652150-653149 817200-820199", [16]),
        (CardScheme("LANKAPAY"), "357111", [16]),
        (CardScheme("NAPAS"), "9704", [16, 19]),
        (CardScheme("MPU"), "9503 9505", [16]),
        (CardScheme("UZCARD"), "8600 5614", [16]),
        (CardScheme("HUMO"), "9860", [16]),
        (CardScheme("MADA"), "588845 588848 588982 589005 589206 604906 636120 968201-968211", [16]),
        // Europe.
        (.mir, "2200-2204", [16, 19]),
        (.troy, "979200-979289", [16]),
        (CardScheme("DANKORT"), "5019", [16]),
        (CardScheme("FORBRUGSFORENINGEN"), "600722", [16]),
        (CardScheme("BANCONTACT"), "6703", [16, 17]),
        (CardScheme("UKRCARD"), "60400100-60420099", [16, 19]),
        (CardScheme("NPS"), "6054740-6054744", [16]),
        // Africa.
        (CardScheme("VERVE"), "506099-506198 507865-507964 650002-650027", [16, 18, 19]),
        (CardScheme("MEEZA"), "507803 507808-507810", [16, 19]),
        // Latin America.
        (
            CardScheme("ELO"),
            """
            401178-401179 431274 438935 451416 457393 457631-457632 504175 506699-506778 509000-509999 627780 636297 636368 \
            650031-650033 650035-650051 650405-650439 650485-650538 650541-650598 650700-650718 650720-650727 650901-650978 \
            651652-651679 655000-655019 655021-655058
            """, [16]
        ),
        (CardScheme("HIPERCARD"), "606282 384100 384140 384160", [13, 16, 19]),
        (CardScheme("HIPER"), "637095 637568 637599 637609 637612", [16]),
        (CardScheme("CABAL"), "604201-604399 604400 650087", [16]),
        (CardScheme("NARANJA"), "589562", [16]),
        (CardScheme("CARNET"), "502275 506199-506299 606333 636318-636319 639388 639484 639559", [16]),
    ]
}
