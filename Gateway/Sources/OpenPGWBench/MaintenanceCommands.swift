internal import ArgumentParser
internal import Crypto
internal import CryptoExtras
internal import Foundation
internal import Gateway
internal import JOSE
internal import SQLiteStore
internal import TokenVault

/// What the machine can do of a maintenance request's RSA: a decryption, a signature, a verification and an encryption, on as
/// many threads as there are processors.
struct RSACeilingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rsa-ceiling", abstract: "Print how many maintenance requests' worth of RSA the machine does a second.")

    @Option(help: "How long, in seconds.") var seconds = 4.0

    func run() async throws {
        let until = ContinuousClock.now + .seconds(seconds)
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { group.addTask { try Self.work(until) } }
            return try await group.reduce(0, +)
        }
        try FileHandle.standardOutput.write(contentsOf: Data("\(Int(Double(count) / seconds)) a second\n".utf8))
    }

    private static func work(_ until: ContinuousClock.Instant) throws -> Int {
        let own = try _RSA.Signing.PrivateKey(keySize: .bits3072)
        let reading = try _RSA.Encryption.PrivateKey(derRepresentation: own.derRepresentation)
        let theirs = try _RSA.Signing.PrivateKey(keySize: .bits3072)
        let answering = try _RSA.Encryption.PublicKey(derRepresentation: theirs.publicKey.derRepresentation)
        let secret = Data(repeating: 7, count: 32)
        let block = try reading.publicKey.encrypt(secret, padding: .PKCS1_OAEP)
        let digest = SHA256.hash(data: secret)
        let signature = try theirs.signature(for: digest, padding: .PSS)
        var count = 0
        while ContinuousClock.now < until {
            _ = try reading.decrypt(block, padding: .PKCS1_OAEP)
            _ = theirs.publicKey.isValidSignature(signature, for: digest, padding: .PSS)
            _ = try answering.encrypt(secret, padding: .PKCS1_OAEP)
            _ = try own.signature(for: digest, padding: .PSS)
            count += 1
        }
        return count
    }
}

/// Sealed requests for the maintenance API, a line each, by a key that the data folder's merchant is given.
struct MaintenanceBodiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maintenance-bodies", abstract: "Print sealed requests that look up a merchant's cards.")

    @Option(help: "The data folder.") var data: String
    @Option(help: "The merchant.") var merchant = "JT04"
    @Option(help: "How many requests.") var count: Int

    func run() async throws {
        let store = try SQLiteStore(path: data + "/openpgw.db")
        let keyring = try await Keyring.open(master: try MasterKey.load(data + "/master.key"), store: store, clock: .system)
        let exchange = ExchangeKeys(keyring: keyring, store: store, clock: .system)
        guard let owner = try await Merchants(keyring: keyring, store: store).find(merchant),
            let gateway = try await GatewayKeys(store: exchange, clock: .system).inUse().first
        else { throw ValidationError("There is no merchant \(merchant) in \(data).") }
        let key = try RSAPrivateKey.generate()
        try await MerchantKeys(store: exchange).add(key.publicKey, to: owner)
        let vault = Vault(keyring: keyring, store: store, clock: .system, allowsTestCards: true)
        for account in try await vault.list(of: merchant, limit: count) {
            let text = #"{"merchantID":"\#(merchant)","token":"\#(account.token)"}"#
            let sealed = try SealedMessage.seal(Array(text.utf8), to: gateway.key.publicKey, signedBy: key)
            try FileHandle.standardOutput.write(contentsOf: Data((sealed + "\n").utf8))
        }
    }
}

/// A book of invented cards, as JSON Lines.
struct WriteBookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-book", abstract: "Write a book of invented cards, as JSON Lines.")

    @Argument(help: "The file.") var file: String
    @Option(help: "How many cards.") var count: Int

    func run() async throws {
        guard FileManager.default.createFile(atPath: file, contents: nil), let handle = FileHandle(forWritingAtPath: file) else {
            throw ValidationError("\(file) cannot be written.")
        }
        for start in stride(from: 0, to: count, by: 10_000) {
            let lines = (start..<min(count, start + 10_000)).map { number in
                #"{"accountNo":"\#(InventedCard.number(number))","expiry":"2039-12","name":"Invented Holder","email":"holder@example.com"}"#
            }
            try handle.write(contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
        }
    }
}
