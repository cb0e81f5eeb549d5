internal import Foundation
internal import TokenVault

/// The sandbox's merchants and cards. The names and numbers are those of public test documentation (protocol.md §7).
enum SandboxSeed {
    /// The merchant of the documented example request.
    static let cardOwner = "JT04"

    static func merchants() throws(VaultError) -> [(String, MerchantProfile)] {
        var merchants: [(String, MerchantProfile)] = []
        for (id, name, currency, zone) in [
            ("JT01", "Demo Singapore", "SGD", "Asia/Singapore"), ("JT02", "Demo Myanmar", "MMK", "Asia/Yangon"),
            ("JT03", "Demo Indonesia", "IDR", "Asia/Jakarta"), ("JT04", "Demo Thailand", "THB", "Asia/Bangkok"),
            ("JT05", "Demo Philippines", "PHP", "Asia/Manila"), ("JT06", "Demo Hong Kong", "HKD", "Asia/Hong_Kong"),
            ("JT07", "Demo Malaysia", "MYR", "Asia/Kuala_Lumpur"), ("JT08", "Demo Vietnam", "VND", "Asia/Ho_Chi_Minh"),
        ] {
            merchants.append((id, try MerchantProfile(name: name, currency: currency, timeZone: zone)))
        }
        return merchants
    }

    /// Cards in every status, and a wallet. Expiry months are counted from the sandbox's own time.
    static func accounts(at now: Date, in zone: TimeZone) throws(VaultError) -> [NewAccount] {
        let cards: [(token: String, number: String, months: Int, name: String, email: String)] = [
            ("20052010380915759367", "4111111111111111", 30, "Somchai Jaidee", "somchai@example.com"),
            ("20052010380915759368", "5555555555554444", 3, "Somchai Jaidee", "somchai@example.com"),
            ("20052010380915759369", "378282246310005", -2, "Somchai Jaidee", "somchai@example.com"),
            ("20052010380915759370", "3562808775869340", 18, "Malee Suksan", "malee@example.co.th"),
            ("20052010380915759371", "6011111111111117", 5, "Malee Suksan", "malee@example.co.th"),
        ]
        var accounts: [NewAccount] = []
        for card in cards {
            accounts.append(
                try NewAccount(
                    card: try CardNumber(card.number), expiry: try CardExpiry.month(of: now, in: zone, plus: card.months),
                    name: card.name, email: card.email, token: card.token))
        }
        accounts.append(
            try NewAccount(
                wallet: "TRUEMONEY", account: "0812345678", name: "Somchai Jaidee", email: "somchai@example.com",
                token: "20052010380915759372"))
        return accounts
    }
}
