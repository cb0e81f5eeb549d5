internal import ArgumentParser
internal import Foundation
internal import Gateway
internal import JOSE
internal import TokenVault

/// The public keys merchants sign maintenance requests with.
struct MerchantKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "The public keys a merchant signs maintenance requests with.",
        discussion: "A merchant may have several: to exchange one without a gap, add the new one, then remove the old one.",
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give a merchant a public key.")
        @OptionGroup var node: NodeOptions
        @Argument(help: "The merchant.") var merchant: String
        @Argument(help: ArgumentHelp("PEM: CERTIFICATE, PUBLIC KEY or RSA PUBLIC KEY; - for standard input.", valueName: "file"))
        var file: String

        func run() async throws {
            let key = try KeyFile.publicKey(file)
            let node = try await Node.open(try node.settings(), for: .changing)
            try await node.merchantKeys.add(key, to: try await node.merchant(merchant))
            if key.isWeak { Terminal.note("warning: \(key.bits) bits fall short of 128 bits of strength; 3072 are advised") }
            Terminal.print(key.thumbprint)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List a merchant's public keys, the newest first.")
        @OptionGroup var node: NodeOptions
        @Argument(help: "The merchant.") var merchant: String

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .reading)
            let rows = try await node.merchantKeys.list(of: try await node.merchant(merchant).id).map { entry in
                [entry.key.thumbprint, "RSA-\(entry.key.bits)", entry.added.formatted(.iso8601)]
            }
            Terminal.print(Terminal.table(["key", "kind", "added"], rows))
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a public key from a merchant, at once.")
        @OptionGroup var node: NodeOptions
        @Argument(help: "The merchant.") var merchant: String
        @Option(parsing: .unconditional, help: "The key.") var id: String

        func run() async throws {
            let node = try await Node.open(try node.settings(), for: .changing)
            try await node.merchantKeys.remove(id, from: try await node.merchant(merchant))
            Terminal.print("removed \(id)")
        }
    }
}

/// Keys in files.
enum KeyFile {
    static func publicKey(_ path: String) throws -> RSAPublicKey {
        let pem = try text(path)
        if pem.contains("PRIVATE KEY") { throw Refused("\(name(path)) holds a private key, and a public one belongs here") }
        if pem.components(separatedBy: "-----BEGIN ").count > 2 {
            Terminal.note("\(name(path)) holds several: the first is taken, as a chain begins with its owner's certificate")
        }
        do throws(JOSEError) { return try RSAPublicKey(pem: pem) } catch { throw Refused("\(name(path)): \(error)") }
    }

    static func privateKey(_ path: String) throws -> RSAPrivateKey {
        let pem = try text(path)
        if !pem.contains("PRIVATE KEY"), pem.contains("PUBLIC KEY") || pem.contains("CERTIFICATE") {
            throw Refused("\(name(path)) holds a public key, and the private one belongs here")
        }
        do throws(JOSEError) { return try RSAPrivateKey(pem: pem) } catch { throw Refused("\(name(path)): \(error)") }
    }

    private static func text(_ path: String) throws -> String {
        do {
            return String(decoding: try TextFile.read(path), as: UTF8.self)
        } catch let refused as Refused where refused.words.contains("is not UTF-8") {
            throw Refused(
                "\(name(path)) is not PEM, which is text; of DER, openssl x509 -inform der -in FILE makes it for a certificate, and openssl pkey -inform der for a key"
            )
        }
    }

    private static func name(_ path: String) -> String { TextFile.name(path) }
}
