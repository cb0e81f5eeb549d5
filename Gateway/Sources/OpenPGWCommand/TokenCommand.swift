internal import ArgumentParser
internal import Foundation
internal import Gateway
internal import TokenVault

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "A merchant's stored cards and wallets.",
        subcommands: [Add.self, List.self, Show.self, Delete.self, Import.self, Export.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Store a card or wallet, and print its customer token.",
            discussion: """
                The card number is asked for on a terminal, and read from standard input otherwise. It is never an argument: \
                arguments are seen by everybody on the machine, and kept by the shell.
                """)
        @OptionGroup var node: NodeOptions
        @Option(help: "Whose card it is to be.") var merchant: String
        @Option(help: "MM/YY. Needed for a card.") var expiry: String?
        @Option(help: "The holder's name.") var name: String
        @Option(help: "The holder's address.") var email = ""
        @Option(help: "A token made elsewhere that keeps its value.") var token: String?
        @Option(help: ArgumentHelp("The channel code of a wallet, for example TRUEMONEY.", valueName: "channel"))
        var wallet: String?

        func validate() throws {
            if wallet == nil, expiry == nil { throw ValidationError("A card has an --expiry; a wallet has a --wallet.") }
        }

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .changing)
            let owner = try await node.merchant(merchant)
            let account: NewAccount
            if let wallet {
                let number = try Terminal.secretLine("wallet account")
                account = try NewAccount(wallet: wallet, account: number, name: name, email: email, token: token)
            } else {
                let expiry = try CardExpiry(expiry ?? "")
                let number = try CardNumber(try Terminal.secretLine("card number"))
                account = try NewAccount(card: number, expiry: expiry, name: name, email: email, token: token)
            }
            Terminal.print(table([try await node.vault.add(account, for: owner)], owner, node.clock))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List a merchant's stored cards and wallets, masked.")
        @OptionGroup var node: NodeOptions
        @Option(help: "Whose.") var merchant: String
        @Option(help: "Start behind this token.") var after = ""
        @Option(help: "At most so many.") var limit = 100

        func validate() throws {
            if !(1...1_000_000).contains(limit) { throw ValidationError("The --limit is 1 to 1000000.") }
        }

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .reading)
            let owner = try await node.merchant(merchant)
            let accounts = try await node.vault.list(of: owner.id, after: after, limit: limit)
            Terminal.print(table(accounts, owner, node.clock))
            if accounts.count == limit, let last = accounts.last { Terminal.note("More: --after \(last.token)") }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a stored card or wallet, masked.")
        @OptionGroup var node: NodeOptions
        @Option(help: "Whose.") var merchant: String
        @Argument(help: "The customer token.") var token: String

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .reading)
            let owner = try await node.merchant(merchant)
            guard let account = try await node.vault.find([token], of: owner.id).first else {
                throw Refused("token is not one of merchant \(owner.id)'s")
            }
            Terminal.print(table([account], owner, node.clock))
        }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Forget a stored card or wallet.")
        @OptionGroup var node: NodeOptions
        @Option(help: "Whose.") var merchant: String
        @Argument(help: "The customer token.") var token: String

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .changing)
            try await node.vault.delete(token, of: try await node.merchant(merchant).id)
            Terminal.print("deleted \(token)")
        }
    }

    private static func table(_ accounts: [StoredAccount], _ owner: Merchant, _ clock: WallClock) -> String {
        let rows = accounts.map { account in
            [
                account.token, account.channel, account.scheme?.brand ?? "", account.maskedAccount,
                account.expiry?.description ?? "", account.name, Masking.email(account.email),
                account.expiry.map { "\($0.status(at: clock.now(), in: owner.zone))" } ?? "available",
            ]
        }
        return Terminal.table(["token", "channel", "brand", "account", "expiry", "name", "email", "status"], rows)
    }
}
