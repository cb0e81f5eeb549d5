import Foundation
import PGWTesting
import Testing
import Texts

@Suite("Card numbers in texts")
struct CardDigitsTests {
    static let separators = [
        "", " ", "-", ".", "/", "_", "\u{A0}", "\u{2007}", "\u{202F}", "\u{2013}", "\u{2014}", "\u{200B}", "\u{AD}", "\u{301}",
        ",", ";", ":",
        "|", "*", "+", "\u{B7}", "\u{2022}", " - ", " / ", "  ", "💳", "\u{3000}", "~", "\\", "'", "\"", "(", ")",
    ]

    @Test("SEC-05 a card number is found whatever stands between its digits", arguments: separators)
    func sec05Separated(_ separator: String) {
        let text = ["4111", "1111", "1111", "1111"].joined(separator: separator)
        #expect(Texts.holdsCardNumber(text))
        #expect(Texts.holdsCardNumber("Pay with \(text), please"))
        #expect(Texts.holdsCardNumber("4111111111111111".map(String.init).joined(separator: separator)))
        #expect(!CardNumberLeaks.scan(text, in: "text").isEmpty)
    }

    static let scripts = [
        0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7F6, 0x104A0,
    ]

    @Test("SEC-05 a card number is found whatever script its digits are in", arguments: scripts)
    func sec05Scripted(_ zero: Int) throws {
        let digits = try "5555555555554444".compactMap(\.wholeNumberValue).map { digit in
            String(try #require(Unicode.Scalar(UInt32(zero + digit))))
        }
        #expect(Texts.holdsCardNumber(digits.joined()))
        #expect(Texts.holdsCardNumber(digits.joined(separator: "\u{A0}")))
        #expect(!CardNumberLeaks.scan(digits.joined(), in: "text").isEmpty)
    }

    @Test(
        "circled and raised digits, and scripts mixed",
        arguments: ["④①①①①①①①①①①①①①①①", "⁴¹¹¹¹¹¹¹¹¹¹¹¹¹¹¹", "٤111 ១111 1111 1111"])
    func odd(_ text: String) {
        #expect(Texts.holdsCardNumber(text))
        #expect(!CardNumberLeaks.scan(text, in: "text").isEmpty)
    }

    @Test(
        "groups of cards are seen, also where it is written in HTML, a URL or a literal",
        arguments: [
            "3782 822463 10005", "3782-822463-10005", "41111111 11111111", "411111 1111111111", "41 11 11 11 11 11 11 11",
            "411-111-111-111-111-1", "6799 9901 0000 0000 019", "4111%201111%201111%201111",
            "4111&nbsp;1111&nbsp;1111&nbsp;1111", "4111<b>1111</b>1111<i>1111", "4111\\n1111\\n1111\\n1111",
            "4111\u{640}1111\u{640}1111\u{640}1111", "%4111 1111 1111 1111", "%B4111111111111111^JAIDEE/S^2905",
            "<4111><1111><1111><1111>",
            "&4111;&1111;&1111;&1111;", "%34%31%31%31111111111111", "&#52;&#x31;11111111111111", "4111x1111x1111x1111",
            "4111 and 1111 and 1111 and 1111", "3782a822463a10005", "4111\u{BA}1111\u{BA}1111\u{BA}1111", "4111ㅡ1111ㅡ1111ㅡ1111",
            "4111 11111111 1111", "4111-1111-11111111", "4111 111111111111", "4111::1111::1111::1111", "::4111111111111111",
            "2202200012345672", "2301159876543212",
        ])
    func groups(_ text: String) { #expect(Texts.holdsCardNumber(text)) }

    @Test(
        "in a name, letters part nothing, and digits beside the number hide nothing",
        arguments: [
            "4111x1111x1111x1111", "4111 and 1111 and 1111 and 1111", "A4111111111111111Z", "41111111111111110",
            "0004111111111111111", "41111111111111111230", "41111111-1111-1111-4111-111111111111", "6799990100000000019",
            "411 11 1111 1111 111",
        ])
    func names(_ name: String) { #expect(Texts.holdsCardNumberAmongLetters(name)) }

    @Test(
        "what is none is not taken for one",
        arguments: [
            "", "4111", "4111 1111 1111 1112", "20052010380915759367", "1595219400", "2026-11-26 10:15:30",
            "550e8400-e29b-41d4-a716-446655440000", "https://x.example/3C61AB8D-A8FB-4030-8774-04445676502E/book",
            "41111111-1111-1111-8111-111111111111", "9f86d081884c7d659a2feaa0c55ad015",
            "Order 4521, 2 x 350 ml, 26/11/2026",
            "4006381333931", "2403:6200:8870:1416::84", "4111:1111:1111:1111::", "4111:1111:1111:1111:0:0:0:1",
            "2405:9800:2030:dddd::d", "443.00 133.00 699.00 340.00 306.00",
            "Items: 4249.50 + 301.00 + 268.99 + 229.99", "+62 814-4430-8427 / +66 81 437 8705", "26/07/2027 - 26/11/2027",
            "+66 81 234 5678", "411111XXXXXX1111", "4111 of 1111, 1111 and 1111", "0000411111111111111100000",
        ])
    func none(_ text: String) { #expect(!Texts.holdsCardNumber(text)) }

    @Test("numbers that begin with a day are a merchant's own; grouped like a card's they are a card's")
    func days() {
        var (refused, grouped) = (0, 0)
        for number in 0..<200 {
            let digits = String(decoding: CardSchemeTests.number("261128\(100_000_000 + number * 7919)", 16), as: UTF8.self)
            if Texts.holdsCardNumber(digits) { refused += 1 }
            let groups = stride(from: 0, to: 16, by: 4).map { digits.dropFirst($0).prefix(4) }
            if Texts.holdsCardNumber(groups.joined(separator: " ")) { grouped += 1 }
        }
        #expect((refused, grouped) == (0, 200))
    }
}

@Suite("Texts")
struct TextsTests {
    @Test("a text is counted in characters as a person sees them, and bounded in bytes")
    func length() {
        #expect(Texts.fits(String(repeating: "a", count: 50), 50))
        #expect(!Texts.fits(String(repeating: "a", count: 51), 50))
        // 64 code points, 40 characters.
        #expect(Texts.fits(String(repeating: "กี่น้", count: 12), 50))
        #expect(Texts.fits(String(repeating: "e\u{301}", count: 50), 50))
        #expect(!Texts.fits("a" + String(repeating: "\u{301}", count: 200), 50))
        #expect(!Texts.fits(String(repeating: "é", count: 51), 50))
    }

    @Test(
        "what turns, hides, ends a line or was no text is not printable",
        arguments: [
            "\u{0}", "\n", "\u{7F}", "\u{85}", "\u{9B}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}",
            "\u{FEFF}", "\u{FFFD}", "\u{FFF9}", "\u{E0041}",
        ])
    func unprintable(_ text: String) { #expect(!Texts.isPrintable("a\(text)b")) }

    @Test("code points that are no characters are not printable", arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF])
    func nonCharacters(_ value: UInt32) throws { #expect(!Texts.isPrintable(try #require(Unicode.Scalar(value)))) }

    @Test(
        "names of people are printable", arguments: ["José", "สมชาย ใจดี", "李小龍", "محمد\u{200C}رضا", "א\u{200F}ב", "👨‍👩‍👧", "O’Neill"])
    func printable(_ text: String) { #expect(Texts.isPrintable(text)) }

    @Test(
        "there is nothing to see in a blank text",
        arguments: [
            "", " ", "\u{A0}\u{3000}", "\u{200B}", "\u{3164}", "\u{2800}", "\u{AD}", "\u{301}", "\u{E34}\u{E49}", "\u{20DD}",
        ])
    func blank(_ text: String) { #expect(Texts.isBlank(text)) }

    @Test(
        "an address has something to see on both sides of its @, and no blank",
        arguments: [
            ("a@b", true), ("somchai@example.com", true), ("josé@exämple.com", true), ("a@b@c", true), ("@b", false),
            ("a@", false),
            ("a", false), ("", false), (" @b", false), ("\u{200B}@b", false), ("a@\u{A0}", false), ("a b@c", false),
            ("a@b ", false),
            ("\u{301}@b", false), ("a@\u{3000}b", false),
        ])
    func address(_ text: String, _ isAddress: Bool) { #expect(Texts.isAddress(text) == isAddress) }
}

@Suite("Card schemes")
struct CardSchemeTests {
    /// A whole number of a beginning, with its check digit.
    static func number(_ beginning: String, _ length: Int) -> [UInt8] {
        let body = Array(beginning.utf8) + [UInt8](repeating: UInt8(ascii: "0"), count: max(0, length - 1 - beginning.utf8.count))
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).map { body + [$0] }.first(where: Texts.hasCheckDigit) ?? body
    }

    @Test(
        "a number has the brand of the longest published beginning, at a length the scheme has",
        arguments: [
            ("4", 16, "VISA"), ("4", 13, "VISA"), ("4", 19, "VISA"), ("4", 15, ""), ("51", 16, "MASTERCARD"),
            ("2221", 16, "MASTERCARD"),
            ("2720", 16, "MASTERCARD"), ("2721", 16, ""), ("2220", 16, ""), ("34", 15, "AMEX"), ("37", 16, ""),
            ("36", 14, "DINERS"),
            ("3095", 16, "DINERS"), ("6011", 16, "DISCOVER"), ("644", 16, "DISCOVER"), ("650000", 16, "DISCOVER"),
            ("652228", 16, "RUPAY"), ("652150", 16, "RUPAY"), ("653149", 16, "RUPAY"), ("653150", 16, "DISCOVER"),
            ("508500", 16, "RUPAY"), ("817200", 16, "RUPAY"), ("817199", 16, "UNIONPAY"), ("655000", 16, "ELO"),
            ("655020", 16, "DISCOVER"), ("504175", 16, "ELO"), ("506699", 16, "ELO"), ("627780", 16, "ELO"),
            ("401178", 16, "ELO"),
            ("438935", 16, "ELO"), ("627781", 16, "UNIONPAY"), ("606282", 16, "HIPERCARD"), ("637095", 16, "HIPER"),
            ("506099", 16, "VERVE"), ("506198", 19, "VERVE"), ("506199", 16, "CARNET"), ("650002", 16, "VERVE"),
            ("507803", 16, "MEEZA"), ("3528", 16, "JCB"), ("3589", 16, "JCB"), ("357111", 16, "LANKAPAY"), ("9704", 16, "NAPAS"),
            ("9505", 16, "MPU"), ("8600", 16, "UZCARD"), ("9860", 16, "HUMO"), ("968201", 16, "MADA"), ("2200", 16, "MIR"),
            ("979200", 16, "TROY"), ("5019", 16, "DANKORT"), ("6703", 16, "BANCONTACT"), ("60400100", 16, "UKRCARD"),
            ("60420099", 16, "UKRCARD"), ("604201", 16, "CABAL"), ("589562", 16, "NARANJA"), ("5018", 12, "MAESTRO"),
            ("6759", 19, "MAESTRO"), ("620", 16, "UNIONPAY"), ("625094", 16, "UNIONPAY"), ("627412", 16, ""), ("627353", 16, ""),
            ("621986", 16, ""), ("628023", 16, ""), ("627170", 16, ""), ("627535", 16, ""), ("8171", 16, "UNIONPAY"),
            ("504999", 16, ""), ("601200", 16, ""),
            ("690000", 16, ""), ("1", 15, ""), ("0", 16, ""), ("990000", 16, ""),
        ])
    func brand(_ beginning: String, _ length: Int, _ brand: String) {
        #expect(CardScheme(of: Self.number(beginning, length)).brand == brand)
    }

    @Test("every scheme has a name of its own, which names it again")
    func names() {
        #expect(CardScheme.all.count > 25)
        for scheme in CardScheme.all { #expect(CardScheme(brand: scheme.brand) == scheme) }
        #expect(CardScheme(code: "MA") == .mastercard)
        #expect(CardScheme(code: "") == .unknown)
    }
}
