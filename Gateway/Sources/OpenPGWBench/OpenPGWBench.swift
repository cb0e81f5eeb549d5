internal import ArgumentParser

/// What the benchmarks and the durability tests need beside the gateway: a control to measure against, and cards by the
/// hundred thousand. It is not installed.
@main
struct OpenPGWBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openpgw-bench", abstract: "Controls and data for the benchmarks.",
        subcommands: [
            EchoCommand.self, AddCardsCommand.self, RSACeilingCommand.self, MaintenanceBodiesCommand.self, WriteBookCommand.self,
            DrillLoadCommand.self, PaymentBodiesCommand.self,
        ])
}
