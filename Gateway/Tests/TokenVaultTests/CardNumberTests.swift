import Foundation
import PGWTesting
import Testing

@testable import TokenVault

/// A number that begins with `prefix`, is `length` digits long, and has the right check digit.
func cardNumber(_ prefix: String, length: Int) -> String {
    let body = prefix + (0..<length - prefix.count - 1).map { _ in String(Int.random(in: 0...9)) }.joined()
    return (0...9).map { body + String($0) }.first { Texts.hasCheckDigit(Array($0.utf8)) } ?? body
}

@Suite("Card numbers")
struct CardNumberTests {
    @Test(
        "published test numbers are card numbers of their scheme",
        arguments: [
            ("4111111111111111", "VI"), ("5555555555554444", "MA"), ("378282246310005", "AM"), ("3562808775869340", "JC"),
            ("6250947000000014", "UP"), ("36259600000004", "DN"), ("6011111111111117", "DI"), ("2223003122003222", "MA"),
        ])
    func published(_ number: String, _ code: String) throws {
        #expect(try CardNumber(number).scheme.code == code)
        #expect(TestCards.contains(try CardNumber(number)))
    }

    @Test(
        "what is no card number is refused, naming the field and repeating nothing",
        arguments: [
            "", "4111", "41111111111", "41111111111111111111", "4111111111111112", "411111111111111x", "４１１１１１１１１１１１１１１１",
            "4111_1111_1111_1111",
        ])
    func refused(_ text: String) {
        #expect { try CardNumber(text) } throws: { error in
            (error as? VaultError)?.field == "accountNo" && (text.isEmpty || !"\(error)".contains(text))
        }
    }

    @Test("spaces and dashes are left out")
    func separators() throws { #expect(try CardNumber("4111 1111-1111 1111").masked == "411111XXXXXX1111") }

    @Test("SEC-04 a masked number shows at most its first 6 and last 4, at every length", arguments: 12...19)
    func sec04Masking(_ length: Int) throws {
        for _ in 0..<200 {
            let text = cardNumber("4", length: length)
            let masked = try CardNumber(text).masked
            #expect(masked.count == length)
            #expect(masked.prefix(6) == text.prefix(6))
            #expect(masked.suffix(4) == text.suffix(4))
            #expect(masked.dropFirst(6).dropLast(4).allSatisfy { $0 == "X" })
            #expect(masked.filter(\.isNumber).count <= 10 && masked.contains("XX"))
        }
    }

    @Test("a card number neither prints nor reflects itself")
    func redacted() throws {
        var dumped = ""
        dump(try CardNumber("4111111111111111"), to: &dumped)
        #expect(CardNumberLeaks.scan(dumped + String(reflecting: try CardNumber("4111111111111111")), in: "dump").isEmpty)
    }

    @Test(
        "a card number in another text is noticed",
        arguments: [
            ("Mr 4111 1111 1111 1111", true), ("4111111111111111", true), ("1 4111-1111-1111-1111 2", true),
            ("Somchai Jaidee", false),
            ("20052010380915759367", false), ("0812345678", false),
        ])
    func appears(_ text: String, _ expected: Bool) { #expect(Texts.holdsCardNumber(text) == expected) }
}

@Suite("Accounts on their way in")
struct NewAccountTests {
    private func card(name: String = "A B", email: String = "", token: String? = nil) throws -> NewAccount {
        try NewAccount(
            card: try CardNumber("4111111111111111"), expiry: try CardExpiry("05/30"), name: name, email: email, token: token)
    }

    @Test(
        "fields that are not what they should be are named",
        arguments: [
            ("", "", nil, "name"), (String(repeating: "x", count: 51), "", nil, "name"), ("a\nb", "", nil, "name"),
            ("4111111111111111", "", nil, "name"), ("4111.1111.1111.1111", "", nil, "name"),
            ("4111/1111/1111/1111", "", nil, "name"),
            ("4111_1111_1111_1111", "", nil, "name"), ("4111\u{A0}1111\u{A0}1111\u{A0}1111", "", nil, "name"),
            ("4111x1111x1111x1111", "", nil, "name"), ("٤١١١١١١١١١١١١١١١", "", nil, "name"), (" ", "", nil, "name"),
            ("\u{3000}\u{200B}", "", nil, "name"), ("A\u{202E}B", "", nil, "name"), ("A\u{2028}B", "", nil, "name"),
            ("\u{FEFF}A", "", nil, "name"), ("A\u{FFFD}", "", nil, "name"), ("A", "4111.1111.1111.1111@x.com", nil, "email"),
            ("A", "a@\u{202E}b", nil, "email"),
            ("A", "x", nil, "email"), ("A", "@b", nil, "email"), ("A", "a@b\r", nil, "email"),
            ("A", "4111111111111111@x.com", nil, "email"),
            ("A", "", "", "token"), ("A", "", "4111111111111111", "token"), ("A", "", "a b", "token"),
            ("A", "", String(repeating: "1", count: 256), "token"),
        ] as [(String, String, String?, String)])
    func refused(_ name: String, _ email: String, _ token: String?, _ field: String) {
        #expect { try card(name: name, email: email, token: token) } throws: { ($0 as? VaultError)?.field == field }
    }

    @Test("a name is counted in characters, and one of 64 Thai code points goes in")
    func length() throws {
        let thai = String(repeating: "กี่", count: 16) + String(repeating: "น้", count: 8)
        #expect(thai.unicodeScalars.count == 64)
        #expect(try card(name: thai).name == thai)
    }

    @Test(
        "a wallet is no card in disguise",
        arguments: [("CC", "0812345678"), ("TRUE-MONEY", "0812345678"), ("X", "4111111111111111"), ("X", "1")])
    func wallets(_ channel: String, _ account: String) {
        #expect(throws: VaultError.self) { try NewAccount(wallet: channel, account: account, name: "A") }
    }

    @Test(
        "a wallet shows its first 3 and last 4; a short one nothing",
        arguments: [
            ("0812345678", "081XXX5678"), ("12345678", "XXXXXXXX"), ("123456789", "123XX6789"), ("+66812345678", "+66XXXXX5678"),
        ])
    func walletMask(_ account: String, _ masked: String) throws {
        #expect(try NewAccount(wallet: "TRUEMONEY", account: account, name: "A").face.maskedAccount == masked)
        #expect(throws: VaultError.self) { try NewAccount(wallet: "TRUEMONEY", account: account + "+", name: "A") }
    }

    @Test(
        "e-mail addresses are masked character for character",
        arguments: [
            ("dummy@gmail.com", "d***y@g***l.com"), ("davy@gml.com", "d**y@g*l.com"), ("a@b.co", "*@*.co"), ("a@b.c", "*@*.*"),
            ("ab@c.d.example", "a*@*.*.example"),
            ("ab@cd.co.th", "a*@c*.co.th"), ("", ""),
            ("x", "*"), ("ab@cde", "a*@c*e"), ("e\u{301}@x.com", "*@*.com"), ("👨‍👩‍👧@x.com", "*@*.com"),
            ("ae\u{301}@cde\u{301}.com", "a*@c*e\u{301}.com"), ("สมชาย@ไทย.com", "ส***ย@ไ*ย.com"),
        ])
    func email(_ email: String, _ masked: String) { #expect(Masking.email(email) == masked) }
}

@Suite("Expiry and status")
struct CardExpiryTests {
    private let bangkok = TimeZone(identifier: "Asia/Bangkok") ?? .gmt

    private func status(_ expiry: String, _ now: String) throws -> CardStatus {
        let date = try #require(ISO8601DateFormatter().date(from: now))
        return try CardExpiry(expiry).status(at: date, in: bangkok)
    }

    @Test(
        "a card is good to the last moment of its month, in the merchant's time",
        arguments: [
            ("11/26", "2026-11-30T16:59:59Z", CardStatus.expiring), ("11/26", "2026-11-30T17:00:00Z", .expired),
            ("11/26", "2026-10-31T17:00:00Z", .expiring),
            ("05/27", "2026-11-30T16:59:59Z", .available), ("05/27", "2026-11-30T17:00:00Z", .expiring),
            ("02/27", "2026-08-30T17:00:00Z", .available),
            ("02/27", "2026-08-31T17:00:00Z", .expiring), ("12/26", "2026-12-31T16:59:59Z", .expiring),
            ("12/26", "2026-12-31T17:00:00Z", .expired),
            ("02/28", "2028-02-29T16:59:59Z", .expiring), ("02/28", "2028-02-29T17:00:00Z", .expired),
            ("01/99", "2026-01-01T00:00:00Z", .available),
        ])
    func statuses(_ expiry: String, _ now: String, _ expected: CardStatus) throws {
        #expect(try status(expiry, now) == expected)
    }

    @Test(
        "the month of a moment agrees with Foundation, across time zones and centuries",
        arguments: ["Asia/Bangkok", "Pacific/Apia", "America/St_Johns", "Europe/Berlin"])
    func months(_ zone: String) throws {
        let zone = try #require(TimeZone(identifier: zone))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        for _ in 0..<500 {
            let date = Date(timeIntervalSince1970: .random(in: 946_857_600...4_070_000_000))
            let parts = calendar.dateComponents([.year, .month], from: date)
            let month = try CardExpiry.month(of: date, in: zone)
            #expect(month.year == parts.year)
            #expect(month.month == parts.month)
        }
    }

    @Test("the written forms are read", arguments: ["05/27", "2027-05", "2027-05-31", "2027-05-01"])
    func forms(_ text: String) throws { #expect(try CardExpiry(text) == CardExpiry(year: 2027, month: 5)) }

    @Test(
        "other forms are refused, naming expiry",
        arguments: [
            "", "5/27", "13/27", "00/27", "2027", "2027-13", "2027-05-32", "1999-01", "27-05-31", "0x/27", "05-27", "1//30",
            "/1/30", "12/-3", "12/3/", "1/300",
            "2027-5", "2027--05", "-2027-05", "2027-05-", "2027-05-1", "2027-02-29", "2027-02-30", "2027-04-31", "2027-05-00",
            " 05/27", "05 /27",
            "٠٥/٢٧",
        ])
    func refused(_ text: String) {
        #expect { try CardExpiry(text) } throws: { ($0 as? VaultError)?.field == "expiry" }
    }
}
