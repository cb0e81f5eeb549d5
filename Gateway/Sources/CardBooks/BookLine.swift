internal import Foundation
package import StrictJSON
package import TokenVault

/// One card or wallet of a book, as a JSON object or as a row of CSV under the same names.
///
/// `accountNo`, `expiry` and `name` make a card. `tokenProvider` `MA` makes it another provider's token; a `channelCode` other
/// than `CC` a wallet. `token` keeps its value where it is given.
package enum BookLine {
    /// Every name there is, in the order they are written.
    package static let names = [
        "token", "tokenProvider", "channelCode", "accountNo", "expiry", "name", "email", "accountIssuer", "accountIssuerCountry",
        "accountCurrency", "created",
    ]

    /// A name as it is written here; any case is read.
    static func name(_ text: String) -> String? { byName[text.lowercased()] }

    private static let byName = Dictionary(uniqueKeysWithValues: names.map { ($0.lowercased(), $0) })

    /// - Throws: ``VaultError`` naming the field, and never repeating what stands in it.
    package static func account(_ fields: [String: String]) throws(VaultError) -> NewAccount {
        func field(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }
        func needed(_ name: String) throws(VaultError) -> String {
            guard let value = field(name) else { throw VaultError(.invalid, field: name, "\(name) is missing") }
            return value
        }
        let details = AccountDetails(
            issuer: field("accountIssuer") ?? "", country: field("accountIssuerCountry") ?? "",
            currency: field("accountCurrency") ?? "")
        let (email, token) = (field("email") ?? "", field("token"))
        let (channel, provider) = (field("channelCode") ?? "CC", field("tokenProvider") ?? "CC")
        var account: NewAccount
        if channel != "CC" {
            account = try NewAccount(
                wallet: channel, account: try needed("accountNo"), name: try needed("name"), email: email, details: details,
                token: token)
        } else if provider == "CC" {
            account = try NewAccount(
                card: try CardNumber(try needed("accountNo")), expiry: try CardExpiry(try needed("expiry")),
                name: try needed("name"), email: email, details: details, token: token)
        } else {
            let scheme = CardScheme(code: provider)
            guard scheme != .unknown else {
                throw VaultError(.invalid, field: "tokenProvider", "tokenProvider is not CC or the code of a scheme")
            }
            let expiry = field("expiry")
            account = try NewAccount(
                external: try needed("accountNo"), scheme: scheme,
                expiry: try expiry.map { text throws(VaultError) in try CardExpiry(text) }, name: field("name") ?? "",
                email: email, details: details, token: token)
        }
        if let text = field("created") {
            // Foundation takes 30 February for 2 March, and 10:60 for 11:00; a date that comes back as another was none.
            guard let date = try? Date(text, strategy: Self.time), date.formatted(Self.time).prefix(19) == text.prefix(19) else {
                throw VaultError(.invalid, field: "created", "created is not yyyy-MM-ddTHH:mm:ss.SSSZ")
            }
            account.created = date
        }
        return account
    }

    /// The texts of a JSON object under names there are.
    package static func fields(_ json: JSON?) throws(VaultError) -> [String: String] {
        guard let object = json?.object else { throw VaultError(.invalid, "the line is not a JSON object") }
        var fields: [String: String] = [:]
        for member in object.members {
            guard let name = name(member.name) else {
                // The name is not repeated either: it may be a card number that went astray.
                throw VaultError(.invalid, "the line has a member that is none of \(names.joined(separator: ", "))")
            }
            if member.value == .null { continue }
            // The digits of a number are a text, too, as in a request.
            guard let text = member.value.string ?? member.value.number?.text, fields[name] == nil else {
                throw VaultError(
                    .invalid, field: name, "\(name) is \(fields[name] == nil ? "not a text" : "given twice")")
            }
            fields[name] = text
        }
        return fields
    }

    static func json(_ entry: BookEntry) -> JSON {
        let stored = entry.stored
        let expiry = stored.expiry.map { expiry in
            let month = expiry.month < 10 ? "0\(expiry.month)" : "\(expiry.month)"
            return "\(expiry.year)-\(month)"
        }
        let values: [(String, String)] = [
            ("token", stored.token), ("tokenProvider", entry.kind == .external ? stored.scheme?.code ?? "" : ""),
            ("channelCode", stored.channel), ("accountNo", entry.number), ("expiry", expiry ?? ""), ("name", stored.name),
            ("email", stored.email), ("accountIssuer", stored.details.issuer), ("accountIssuerCountry", stored.details.country),
            ("accountCurrency", stored.details.currency),
            // The format cuts what is below a millisecond, and 0.678 is a little less than that in binary.
            ("created", (entry.created + 0.0005).formatted(Self.time)),
        ]
        var object = JSONObject()
        for (name, value) in values where !value.isEmpty { object[name] = .string(value) }
        return .object(object)
    }

    private static let time = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}
