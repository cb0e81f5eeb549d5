internal import ArgumentParser
internal import Foundation
internal import Gateway

/// The command line: words and wiring, no logic.
struct OpenPGW: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openpgw",
        abstract: "A payment gateway's customer tokens: the sandbox on a laptop, the service in production.",
        discussion: """
            Start with `openpgw demo`. It runs the whole path once, on a sandbox of its own: a merchant mints a payment \
            token, and the app lists the customer's stored cards.

            The options that say how a gateway is set up (--data, --port and the others of serve, --endpoint) can also be \
            given as environment variables, OPENPGW_ and the option's name in capitals (OPENPGW_PORT), or in a JSON file named \
            by --config ({"port": 8080}). An option wins over the environment, and the environment over the file.

            Exit codes: 0 done, 1 refused, 2 wrong usage.
            """,
        version: OpenPGWVersion.current,
        subcommands: [
            DemoCommand.self, ServeCommand.self, MerchantCommand.self, KeyCommand.self, TokenCommand.self,
            PaymentTokenCommand.self, TokenInfoCommand.self, ListenCommand.self, NotificationCommand.self, PageCommand.self,
            StoreCommand.self,
        ])
}

@main
enum Main {
    static func main() async {
        do {
            var command = try OpenPGW.parseAsRoot(try Arguments.read())
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Terminal.leave(with: error)
        }
    }
}
