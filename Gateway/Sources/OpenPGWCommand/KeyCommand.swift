internal import ArgumentParser
internal import Foundation
internal import Gateway
internal import JOSE
internal import TokenVault

/// The gateway's own RSA keys.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "The gateway's keys, which merchants encrypt to and verify with.",
        discussion: """
            To exchange the key without a gap: generate a new one, let merchants fetch it, retire the old one. Both are used \
            until the overlap ends. A running gateway notices within a second.
            """,
        subcommands: [Generate.self, List.self, Export.self, Retire.self])

    struct Generate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key of 3072 bits. It is handed out first from now on.")
        @OptionGroup var node: NodeOptions

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .making)
            // Where there is no key yet, one is made by looking for it.
            let had = try await !node.gatewayKeys.all().isEmpty
            if had { try await node.gatewayKeys.generate() }
            Terminal.print(try await node.gatewayKeys.inUse()[0].key.publicKey.thumbprint)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the keys, the newest first.")
        @OptionGroup var node: NodeOptions

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .reading)
            let now = node.clock.now()
            let rows = try await node.gatewayKeys.all().map { pair in
                let state =
                    switch pair.retires {
                    case nil: "in use"
                    case let date? where date > now: "retires \(date.formatted(.iso8601))"
                    case let date?: "retired \(date.formatted(.iso8601))"
                    }
                return [
                    pair.key.publicKey.thumbprint, "RSA-\(pair.key.publicKey.bits)", pair.created.formatted(.iso8601), state,
                ]
            }
            Terminal.print(Terminal.table(["key", "kind", "made", "state"], rows))
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a public key, as merchants are given it.")
        @OptionGroup var node: NodeOptions
        @Option(parsing: .unconditional, help: "The key. (default: the newest)") var id: String?
        @Flag(help: "As a bare public key instead of a certificate.") var publicKey = false

        func run() async throws {
            let pairs = try await Node.open(try node.settings(), for: .reading).gatewayKeys.inUse()
            guard let pair = id.map({ id in pairs.first { $0.key.publicKey.thumbprint == id } }) ?? pairs.first else {
                throw Refused("there is no key \(Terminal.visible(id ?? "")) in use; see openpgw key list")
            }
            let pem = publicKey ? pair.key.publicKey.pem : pair.certificate
            Terminal.print(pem.trimmingCharacters(in: .newlines))
        }
    }

    struct Retire: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Stop using a key, once its overlap has passed.",
            discussion: "Of a key that is being retired, a shorter overlap brings the end forward.")
        @OptionGroup var node: NodeOptions
        // An option whatever follows it, not an argument: a key's name may begin with a dash.
        @Option(parsing: .unconditional, help: "The key.") var id: String
        @Option(help: "Hours in which it is still used by whoever knows no newer one.") var overlap = 168

        func validate() throws {
            if !(0...87_600).contains(overlap) { throw ValidationError("The --overlap is 0 to 87600 hours.") }
        }

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .changing)
            try await node.gatewayKeys.retire(id, overlap: Double(overlap) * 3600)
            Terminal.print("\(id) retires \((node.clock.now() + Double(overlap) * 3600).formatted(.iso8601))")
        }
    }
}
