import Foundation
import PGWTesting
import StoreTesting
import TokenVault

/// A vault on a store of its own.
final class TestVault {
    let folder: String
    let records: TestStore
    let keyring: Keyring
    let merchants: Merchants
    let vault: Vault

    init(sealLimit: Int = 1 << 32, sealBlock: Int = 1 << 20) async throws {
        folder = try temporaryFolder()
        records = try await TestStore(in: folder)
        let store = records.store
        keyring = try await Keyring.open(
            master: try MasterKey.create(folder + "/master.key"), store: store, sealLimit: sealLimit, sealBlock: sealBlock)
        merchants = Merchants(keyring: keyring, store: store)
        vault = Vault(keyring: keyring, store: store, clock: .system, allowsTestCards: true)
    }

    func merchant(_ id: String = "M1", onePerCard: Bool = false) async throws -> Merchant {
        var profile = try MerchantProfile(name: id, currency: "THB")
        profile.onePerCard = onePerCard
        return try await merchants.add(id, profile)
    }

    func card(_ number: String = "4111111111111111", expiry: String = "05/30", token: String? = nil) throws -> NewAccount {
        try NewAccount(
            card: try CardNumber(number), expiry: try CardExpiry(expiry), name: "Somchai Jaidee", email: "somchai@example.com",
            token: token)
    }

    var store: any Store { records.store }
}
