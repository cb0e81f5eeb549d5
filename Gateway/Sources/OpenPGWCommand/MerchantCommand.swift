internal import ArgumentParser
internal import Foundation
internal import PGWWire
internal import TokenVault

struct MerchantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merchant", abstract: "The merchants and their secrets.",
        subcommands: [Add.self, Set.self, List.self, Show.self, RotateSecret.self, MerchantKeyCommand.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add a merchant, and print its secret.")
        @OptionGroup var node: NodeOptions
        @Argument(help: "1 to 25 letters and digits.") var id: String
        @OptionGroup var options: ProfileOptions

        func validate() throws {
            for (name, value) in [("name", options.name), ("currency", options.currency)] where value == nil {
                throw ValidationError("Missing expected argument '--\(name) <\(name)>'")
            }
        }

        func run() async throws {
            var profile = try MerchantProfile(name: options.name ?? "", currency: options.currency ?? "")
            try options.apply(to: &profile)
            let node = try await Node.open(try node.settings(), for: .making)
            MerchantCommand.printSecret(try await node.merchants.add(id, profile))
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a merchant's settings, and show them.",
            discussion: """
                What is not named stays as it is; the secret stays in any case. A gateway that runs knows within a second. Lists are given \
                whole: --currencies all, --channels all, --return-hosts any and --page-origins none empty one. The defaults below are those \
                of a merchant that is added.
                """)
        @OptionGroup var node: NodeOptions
        @Argument var id: String
        @OptionGroup var options: ProfileOptions

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .changing)
            _ = try await node.merchant(id)
            let merchant = try await node.merchants.change(id) { profile in
                let before = profile
                try options.apply(to: &profile)
                guard profile != before else { throw Refused("\(id) is like that already: nothing was changed") }
            }
            Terminal.print(Terminal.table(["what", "value"], MerchantCommand.rows(merchant)))
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
            Terminal.print(Terminal.table(["what", "value"], MerchantCommand.rows(merchant)))
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
            MerchantCommand.printSecret(merchant)
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

    fileprivate static func rows(_ merchant: Merchant) -> [[String]] {
        let profile = merchant.profile
        func list(_ values: [String], none: String = "all") -> String { values.isEmpty ? none : values.joined(separator: ", ") }
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
            ["page origins", list(profile.pageOrigins, none: "none")],
            ["logo", profile.logo.map { "a PNG of \($0.count) bytes" } ?? "none"],
        ]
        if let former = merchant.former { rows.append(["old secret good until", former.until.formatted(.iso8601)]) }
        return rows
    }

    fileprivate static func printSecret(_ merchant: Merchant) {
        Terminal.print(
            Terminal.table(
                ["what", "value"],
                [["merchantID", merchant.id], ["secret", merchant.printedSecret]]))
    }
}
