internal import ArgumentParser
internal import Foundation
internal import PGWWire
internal import Payments
internal import StrictJSON
internal import TokenVault

struct NotificationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notification", abstract: "What merchants were told of their payments.",
        subcommands: [List.self, Show.self, Replay.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List a merchant's notifications, the latest first.")
        @OptionGroup var node: NodeOptions
        @Argument(help: "The merchant.") var merchant: String
        @Option(help: "How many.") var limit = 50

        func validate() throws { if !(1...10_000).contains(limit) { throw ValidationError("--limit is 1 to 10000.") } }

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .reading)
            let notices = try await node.outbox.list(of: try await node.merchant(merchant).id, limit: limit)
            let rows = notices.map { notice in
                [
                    notice.payment.payment.invoice, notice.code, words(notice.state), "\(notice.attempts)",
                    notice.due?.formatted(.iso8601) ?? "", notice.answer,
                ]
            }
            Terminal.print(Terminal.table(["invoice", "code", "state", "attempts", "next", "last answer"], rows))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the notification of an invoice.")
        @OptionGroup var node: NodeOptions
        @Argument(help: "The merchant.") var merchant: String
        @Argument(help: "The invoice number.") var invoice: String

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .reading)
            let merchant = try await node.merchant(merchant)
            let notice = try await NotificationCommand.find(invoice, merchant, node)
            let result = PaymentResult(notice.payment, of: merchant)
            Terminal.print(
                Terminal.table(
                    ["what", "value"],
                    [
                        ["event", notice.event], ["to", notice.url], ["state", words(notice.state)],
                        ["attempts", "\(notice.attempts)"], ["next", notice.due?.formatted(.iso8601) ?? ""],
                        ["last answer", notice.answer], ["made", notice.created.formatted(.iso8601)],
                    ]
                        + PaymentResult.members.compactMap { member in
                            result.wire.object?[member.name]?.string.map { [member.name, $0] }
                        }))
        }
    }

    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send the notification of an invoice once more.",
            discussion: "The gateway that runs on the vault sends it, within a second.")
        @OptionGroup var node: NodeOptions
        @Argument(help: "The merchant.") var merchant: String
        @Argument(help: "The invoice number.") var invoice: String

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .changing)
            let notice = try await NotificationCommand.find(invoice, try await node.merchant(merchant), node)
            guard try await node.outbox.replay(notice) else {
                throw Refused(
                    "the notification of \(Terminal.visible(invoice)) is being sent at this moment; see openpgw notification show"
                )
            }
            Terminal.note("The gateway that runs on \(node.place) sends it once more.")
        }
    }

    private static func find(_ invoice: String, _ merchant: Merchant, _ node: Node) async throws -> Notice {
        guard let session = try await node.store.session(invoice: invoice, of: merchant.id) else {
            throw Refused("\(merchant.id) has no session of invoice \(Terminal.visible(invoice))")
        }
        guard let notice = try await node.outbox.find(session.id, of: merchant.id) else {
            throw Refused(
                "nobody is told of invoice \(Terminal.visible(invoice)): its payment is not finished, or its request named no backendReturnUrl"
            )
        }
        return notice
    }

    private static func words(_ state: NotificationRecord.State) -> String {
        switch state {
        case .waiting: "waiting"
        case .delivered: "delivered"
        case .undelivered: "undelivered (9999)"
        }
    }
}

extension Notice {
    /// How the payment ended.
    fileprivate var code: String { payment.payment.outcome?.code ?? "" }
}
