internal import ArgumentParser
internal import Foundation
internal import PostgresStore
internal import SQLiteStore
internal import TokenVault

/// Adds cards of invented numbers to an existing data folder, many at a time, and says how fast.
struct AddCardsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add-cards", abstract: "Add cards to a data folder that openpgw has made.")

    @Option(help: "The data folder, or that of the master key.") var data: String
    @Option(help: "A PostgreSQL server that has the records.") var store: String?
    @Option(help: "The merchant.") var merchant = "JT04"
    @Option(help: "How many cards.") var count: Int
    @Option(help: "How many are added at a time.") var clients = 32
    @Flag(help: "Print each token once it is stored.") var acknowledge = false

    func run() async throws {
        let store: any Store =
            if let store { try PostgresStore(PostgresAddress(store)) } else { try SQLiteStore(path: data + "/openpgw.db") }
        let keyring = try await Keyring.open(master: try MasterKey.load(data + "/master.key"), store: store, clock: .system)
        guard let owner = try await Merchants(keyring: keyring, store: store).find(merchant) else {
            throw ValidationError("There is no merchant \(merchant) in \(data).")
        }
        let vault = Vault(keyring: keyring, store: store, clock: .system, allowsTestCards: true)
        let started = ContinuousClock.now
        let load = Load(vault: vault, owner: owner, acknowledges: acknowledge)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<clients {
                let share = count / clients + (client < count % clients ? 1 : 0)
                group.addTask { try await load.add(share) }
            }
            try await group.waitForAll()
        }
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        let summary = "added \(count) cards in \(Int(seconds * 1000)) ms, \(Int(Double(count) / seconds)) a second\n"
        try? FileHandle.standardError.write(contentsOf: Data(summary.utf8))
    }
}

/// One client's work.
private struct Load: Sendable {
    let vault: Vault
    let owner: Merchant
    let acknowledges: Bool

    func add(_ count: Int) async throws(VaultError) {
        for _ in 0..<count {
            let stored = try await vault.add(try Self.card(), for: owner)
            if acknowledges { try? FileHandle.standardOutput.write(contentsOf: Data((stored.token + "\n").utf8)) }
        }
    }

    /// A card with a number of the right form, invented.
    private static func card() throws(VaultError) -> NewAccount {
        let number = InventedCard.number(Int.random(in: 0..<1_000_000_000))
        return try NewAccount(
            card: try CardNumber(number), expiry: try CardExpiry("12/39"), name: "Invented Holder", email: "holder@example.com")
    }
}

/// Numbers of the right form that nobody holds as far as we know: a test range, and any digits.
enum InventedCard {
    static func number(_ number: Int) -> String {
        let digits = "411111" + String(1_000_000_000 + number).dropFirst()
        let sum = digits.utf8.reversed().enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element - UInt8(ascii: "0")) * (digit.offset % 2 == 0 ? 2 : 1)
            return sum + (value > 9 ? value - 9 : value)
        }
        return digits + "\((10 - sum % 10) % 10)"
    }
}
