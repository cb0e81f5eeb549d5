import Foundation
import PGWTesting
import Testing

@testable import TokenVault

/// A number that begins with `prefix`, is `length` digits long, and has the right check digit.
func cardNumber(_ prefix: String, length: Int) -> String {
    let body = prefix + (0..<length - prefix.count - 1).map { _ in String(Int.random(in: 0...9)) }.joined()
    return (0...9).map { body + String($0) }.first { Luhn.isValid(Array($0.utf8)) } ?? body
}

@Suite("Card numbers")
struct CardNumberTests {
    @Test(
        "each scheme is told by its published ranges",
        arguments: [
            ("4", 13, "VISA"), ("4", 16, "VISA"), ("4", 19, "VISA"), ("51", 16, "MASTERCARD"), ("55", 16, "MASTERCARD"),
            ("2221", 16, "MASTERCARD"),
            ("2720", 16, "MASTERCARD"), ("34", 15, "AMEX"), ("37", 15, "AMEX"), ("3528", 16, "JCB"), ("3589", 16, "JCB"),
            ("62", 16, "UNIONPAY"),
            ("62", 19, "UNIONPAY"), ("8100", 16, "UNIONPAY"), ("36", 14, "DINERS"), ("300", 14, "DINERS"), ("3095", 14, "DINERS"),
            ("38", 14, "DINERS"),
            ("6011", 16, "DISCOVER"), ("644", 16, "DISCOVER"), ("65", 16, "DISCOVER"), ("5018", 12, "MAESTRO"),
            ("6759", 16, "MAESTRO"),
            ("58", 13, "MAESTRO"), ("2200", 16, "MIR"), ("9792", 16, "TROY"), ("6060", 16, "MAESTRO"), ("607", 16, "RUPAY"),
            ("1", 16, ""), ("9", 16, ""),
            ("2721", 16, ""), ("3", 16, ""), ("4", 14, "VISA"), ("51", 15, ""),
        ])
    func schemes(_ prefix: String, _ length: Int, _ brand: String) throws {
        for _ in 0..<20 {
            let filled = prefix.count < 6 && ["3", "9", "1"].contains(prefix) ? prefix + "1111" : prefix
            #expect(try CardNumber(cardNumber(filled, length: length)).scheme.brand == brand)
        }
    }

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
    func masking(_ length: Int) throws {
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
    func appears(_ text: String, _ expected: Bool) { #expect(CardNumber.appears(in: text) == expected) }
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
            ("4111111111111111", "", nil, "name"),
            ("A", "x", nil, "email"), ("A", "@b", nil, "email"), ("A", "a@b\r", nil, "email"),
            ("A", "4111111111111111@x.com", nil, "email"),
            ("A", "", "", "token"), ("A", "", "4111111111111111", "token"), ("A", "", "a b", "token"),
            ("A", "", String(repeating: "1", count: 256), "token"),
        ] as [(String, String, String?, String)])
    func refused(_ name: String, _ email: String, _ token: String?, _ field: String) {
        #expect { try card(name: name, email: email, token: token) } throws: { ($0 as? VaultError)?.field == field }
    }

    @Test(
        "a wallet is no card in disguise",
        arguments: [("CC", "0812345678"), ("TRUE-MONEY", "0812345678"), ("X", "4111111111111111"), ("X", "1")])
    func wallets(_ channel: String, _ account: String) {
        #expect(throws: VaultError.self) { try NewAccount(wallet: channel, account: account, name: "A") }
    }

    @Test(
        "a wallet shows its first 3 and last 4; a short one nothing",
        arguments: [("0812345678", "081XXX5678"), ("12345678", "XXXXXXXX"), ("123456789", "123XX6789")])
    func walletMask(_ account: String, _ masked: String) throws {
        #expect(try NewAccount(wallet: "TRUEMONEY", account: account, name: "A").face.maskedAccount == masked)
    }

    @Test(
        "e-mail addresses are masked character for character",
        arguments: [
            ("dummy@gmail.com", "d***y@g***l.com"), ("davy@gml.com", "d**y@g*l.com"), ("a@b.co", "a@b.co"),
            ("ab@cd.co.th", "a*@c*.co.th"), ("", ""),
            ("x", "x"), ("ab@cde", "a*@c*e"),
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
        arguments: ["", "5/27", "13/27", "00/27", "2027", "2027-13", "2027-05-32", "1999-01", "27-05-31", "0x/27", "05-27"])
    func refused(_ text: String) {
        #expect { try CardExpiry(text) } throws: { ($0 as? VaultError)?.field == "expiry" }
    }
}
