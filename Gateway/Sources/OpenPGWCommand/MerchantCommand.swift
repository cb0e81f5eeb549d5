internal import ArgumentParser
internal import Foundation
internal import PGWWire
internal import TokenVault

struct MerchantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merchant", abstract: "The merchants and their secrets.",
        subcommands: [Add.self, List.self, Show.self, RotateSecret.self, MerchantKeyCommand.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add a merchant, and print its secret.")
        @OptionGroup var node: NodeOptions
        @Argument(help: "1 to 25 letters and digits.") var id: String
        @Option(help: "For people.") var name: String
        @Option(help: "ISO 4217, for requests that name no currency.") var currency: String
        @Option(help: "Of the IANA database.") var timeZone = "Asia/Bangkok"
        @Option(help: "The currencies it may use, by commas. (default: all)") var currencies: String?
        @Option(help: "The channel codes it may use, by commas. (default: all)") var channels: String?
        @Flag(help: "The same card added twice keeps one token.") var onePerCard = false
        @Flag(help: "Cards may not be stored by its payments.") var noTokenisation = false
        @Flag(help: "Unknown customer tokens in a request are dropped, not refused.") var lenientTokens = false
        @Option(help: "How many cards it may have stored. (default: any number)") var maximumTokens: Int?
        @Option(help: "How many maintenance requests it may make a second. (default: any number)") var requestsPerSecond: Int?

        @Flag(help: "Payers need not give their card's security code.") var noSecurityCode = false
        @Flag(help: "Card data of payments is taken encrypted to the gateway alone (securePayToken).") var securePayToken = false
        @Option(help: "Hosts browsers may be sent to after authentication, by commas. (default: those its requests name)")
        var returnHosts: String?

        func validate() throws {
            if let maximumTokens, maximumTokens < 0 { throw ValidationError("--maximum-tokens is not below 0.") }
            if let requestsPerSecond, requestsPerSecond < 1 { throw ValidationError("--requests-per-second is at least 1.") }
        }

        func run() async throws {
            var profile = try MerchantProfile(name: name, currency: currency, timeZone: timeZone)
            profile.currencies = Settings.parts(currencies)
            for code in [currency] + profile.currencies where Currency(code: code) == nil {
                throw Refused("\(Terminal.visible(code)) is not a currency this gateway knows: three capitals of ISO 4217")
            }
            guard profile.currencies.isEmpty || profile.currencies.contains(currency) else {
                throw Refused("--currencies does not name \(currency), which is the merchant's own --currency")
            }
            profile.channels = try Settings.channels(channels)
            let node = try await Node.open(try node.settings(), for: .making)
            profile.onePerCard = onePerCard
            profile.mayTokenise = !noTokenisation
            profile.lenientTokens = lenientTokens
            profile.maximumTokens = maximumTokens
            profile.requestsPerSecond = requestsPerSecond
            profile.requiresSecurityCode = !noSecurityCode
            profile.demandsSecurePayToken = securePayToken
            profile.returnHosts = Settings.parts(returnHosts)
            printSecret(try await node.merchants.add(id, profile))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the merchants.")
        @OptionGroup var node: NodeOptions

        func run() async throws {
            let merchants = try await Node.open(try node.settings(), for: .reading).merchants.list()
            let rows = merchants.map { merchant in
                let profile = merchant.profile
                return [merchant.id, profile.name, profile.currency, profile.timeZone, profile.isActive ? "active" : "closed"]
            }
            Terminal.print(Terminal.table(["merchant", "name", "currency", "time zone", "state"], rows))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a merchant.")
        @OptionGroup var node: NodeOptions
        @Argument var id: String
        @Flag(help: "Print its secret, and nothing else.") var secret = false

        func run() async throws {
            let merchant = try await Node.open(try node.settings(), for: .reading).merchant(id)
            if secret { return Terminal.print(merchant.printedSecret) }
            let profile = merchant.profile
            func list(_ values: [String], none: String = "all") -> String {
                values.isEmpty ? none : values.joined(separator: ", ")
            }
            func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "any number" }
            func either(_ flag: Bool, _ yes: String, _ no: String) -> String { flag ? yes : no }
            var rows: [[String]] = [
                ["merchantID", merchant.id], ["name", profile.name], ["currency", profile.currency],
                ["currencies", list(profile.currencies)], ["channels", list(profile.channels)],
                ["time zone", profile.timeZone], ["state", either(profile.isActive, "active", "closed")],
                ["may store cards", either(profile.mayTokenise, "yes", "no")],
                ["one token per card", either(profile.onePerCard, "yes", "no")],
                ["unknown tokens", either(profile.lenientTokens, "dropped", "refused")],
                ["cards at most", number(profile.maximumTokens)], ["requests a second", number(profile.requestsPerSecond)],
                ["security code", either(profile.requiresSecurityCode, "needed", "not needed")],
                ["card data", either(profile.demandsSecurePayToken, "encrypted alone", "over TLS")],
                ["return hosts", list(profile.returnHosts, none: "those its requests name")],
            ]
            if let former = merchant.former {
                rows.append(["old secret good until", former.until.formatted(.iso8601)])
            }
            Terminal.print(Terminal.table(["what", "value"], rows))
        }
    }

    struct RotateSecret: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a merchant a new secret, and print it.",
            discussion: """
                The new secret is good at once, and the old one for the --overlap too, so that the merchant can go from one to the other \
                without a gap. Of a secret that others know, make the overlap 0: it then stops within a second on every node.
                """)
        @OptionGroup var node: NodeOptions
        @Argument var id: String
        @Option(help: "Hours in which the old secret is good too.") var overlap = 24

        func validate() throws {
            if !(0...8760).contains(overlap) { throw ValidationError("The --overlap is 0 to 8760 hours.") }
        }

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .changing)
            let former = try await node.merchant(id).former
            let merchant = try await node.merchants.rotateSecret(id, overlap: Double(overlap) * 3600)
            printSecret(merchant)
            if let former, former.until > .now {
                Terminal.note(
                    "warning: the secret before the old one was good until \(former.until.formatted(.iso8601)), and is no longer: two are good at a time"
                )
            }
            Terminal.note(
                merchant.former.map { "The old secret is good until \($0.until.formatted(.iso8601))." }
                    ?? "The old secret stops within a second.")
        }
    }

    private static func printSecret(_ merchant: Merchant) {
        Terminal.print(
            Terminal.table(
                ["what", "value"],
                [["merchantID", merchant.id], ["secret", merchant.printedSecret]]))
    }
}
