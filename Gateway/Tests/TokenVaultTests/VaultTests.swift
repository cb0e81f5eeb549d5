import Crypto
import Foundation
@_spi(OpenPGW) import PGWTesting
import StoreTesting
import Testing

@testable import TokenVault

@Suite("The vault")
struct VaultTests {
    @Test("a card is stored, found masked, listed and forgotten")
    func life() async throws {
        let test = try await TestVault()
        let merchant = try await test.merchant()
        let stored = try await test.vault.add(try test.card(), for: merchant)
        #expect(stored.token.count == 20)
        #expect(stored.maskedAccount == "411111XXXXXX1111")
        #expect(try await test.vault.find([stored.token], of: "M1") == [stored])
        #expect(try await test.vault.list(of: "M1") == [stored])
        try await test.vault.delete(stored.token, of: "M1")
        #expect(try await test.vault.find([stored.token], of: "M1").isEmpty)
        #expect(try await test.vault.missing([stored.token], of: "M1") == [stored.token])
        await #expect { try await test.vault.delete(stored.token, of: "M1") } throws: { ($0 as? VaultError)?.kind == .unknown }
    }

    @Test("a deleted token is never given out again, nor taken from elsewhere")
    func deletedStays() async throws {
        let test = try await TestVault()
        let merchant = try await test.merchant()
        _ = try await test.vault.add(try test.card(token: "mine"), for: merchant)
        try await test.vault.delete("mine", of: "M1")
        await #expect { try await test.vault.add(try test.card(token: "mine"), for: merchant) } throws: {
            ($0 as? VaultError)?.kind == .duplicate
        }
    }

    @Test("tokens come in the order they are asked for")
    func order() async throws {
        let test = try await TestVault()
        let merchant = try await test.merchant()
        var tokens: [String] = []
        for _ in 0..<5 { tokens.append(try await test.vault.add(try test.card(), for: merchant).token) }
        for _ in 0..<5 {
            tokens.shuffle()
            #expect(try await test.vault.find(tokens, of: "M1").map(\.token) == tokens)
        }
    }

    @Test("SEC-53 a token of another merchant is like an unknown one")
    func sec53Tenants() async throws {
        let test = try await TestVault()
        let (mine, other) = (try await test.merchant("M1"), try await test.merchant("M2"))
        let token = try await test.vault.add(try test.card(), for: mine).token
        #expect(try await test.vault.find([token], of: other.id).isEmpty)
        #expect(try await test.vault.missing([token, "no"], of: other.id) == [token, "no"])
        await #expect { try await test.vault.delete(token, of: other.id) } throws: { ($0 as? VaultError)?.kind == .unknown }
        // And a token made elsewhere may have the same value for both.
        _ = try await test.vault.add(try test.card(token: token), for: other)
    }

    @Test("production stores no published test number")
    func testCards() async throws {
        let test = try await TestVault()
        let vault = Vault(keyring: test.keyring, store: test.store, clock: .system, allowsTestCards: false)
        let merchant = try await test.merchant()
        await #expect { try await vault.add(try test.card(), for: merchant) } throws: { ($0 as? VaultError)?.kind == .refused }
        _ = try await vault.add(try test.card(cardNumber("4000", length: 16)), for: merchant)
    }

    @Test("a merchant without the rule gets a token each time")
    func manyTokens() async throws {
        let test = try await TestVault()
        let merchant = try await test.merchant()
        let first = try await test.vault.add(try test.card(), for: merchant)
        #expect(try await test.vault.add(try test.card(), for: merchant).token != first.token)
    }

    @Test("SEC-48 32 concurrent adds of one card make one token, where the merchant keeps one per card")
    func sec48OnePerCard() async throws {
        let test = try await TestVault()
        let merchant = try await test.merchant(onePerCard: true)
        let vault = test.vault
        let cards = try (0..<32).map { _ in try test.card() }
        let tokens = try await withThrowingTaskGroup(of: String.self) { group in
            for card in cards { group.addTask { try await vault.add(card, for: merchant).token } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(tokens.count == 1)
        #expect(try await test.store.tokenCount() == 1)
        // Once deleted, the card can be stored again, under another token.
        try await vault.delete(try #require(tokens.first), of: merchant.id)
        #expect(!tokens.contains(try await vault.add(try test.card(), for: merchant).token))
    }

    @Test("SEC-02 what is stored has no place for a card verification value")
    func sec02NoVerificationValue() {
        let record = TokenRecord(
            merchant: "", token: "", version: 1, face: [], account: [], fingerprint: [], isOnlyOne: false, created: Date())
        let face = CardFace(channel: "", brand: "", maskedAccount: "", expiry: nil, name: "", email: "")
        #expect(
            Mirror(reflecting: record).children.compactMap(\.label)
                == ["merchant", "token", "version", "face", "account", "fingerprint", "isOnlyOne", "created"])
        #expect(
            Mirror(reflecting: face).children.compactMap(\.label)
                == ["channel", "brand", "maskedAccount", "expiry", "name", "email", "details"])
        #expect(Mirror(reflecting: AccountDetails()).children.compactMap(\.label) == ["issuer", "country", "currency"])
    }

    @Test("SEC-06 the fingerprint is HMAC-SHA256 of the whole number under the merchant's own key")
    func sec06Fingerprint() async throws {
        let test = try await TestVault()
        let (one, two) = (try await test.merchant("M1"), try await test.merchant("M2"))
        let digits = Array("4111111111111111".utf8)
        let expected = HMAC<SHA256>.authenticationCode(for: digits, using: SymmetricKey(data: one.fingerprintKey))
        #expect(Vault.fingerprint(digits, one) == Array(expected))
        #expect(one.fingerprintKey.count == 32)
        #expect(one.fingerprintKey != two.fingerprintKey)
        #expect(Vault.fingerprint(digits, one) != Vault.fingerprint(digits, two))
        // Spaces and expiry make no difference.
        #expect(try test.card("4111 1111 1111 1111", expiry: "01/31").accountBytes == digits)
        // A million guesses without the key find nothing.
        let stored = Vault.fingerprint(digits, one)
        var guesses = 0
        for guess in 0..<1_000_000 {
            let number = Array("411111\(String(1_000_000_000 + guess).dropFirst())1".utf8)
            if Array(SHA256.hash(data: number)) == stored { guesses += 1 }
        }
        #expect(guesses == 0)
        // The rotation of a secret keeps the key: the same card is still the same.
        #expect(try await test.merchants.rotateSecret("M1", overlap: 60).fingerprintKey == one.fingerprintKey)
    }

    @Test("SEC-01 SEC-07 no file holds a card number, nor a digest of one that needs no key")
    func sec01sec07Files() async throws {
        let test = try await TestVault()
        let merchant = try await test.merchant(onePerCard: true)
        let numbers = ["4111111111111111", "5555555555554444", "378282246310005", "3562808775869340"]
        for number in numbers { _ = try await test.vault.add(try test.card(number), for: merchant) }
        try await test.vault.delete(try await test.vault.list(of: "M1")[0].token, of: "M1")
        #expect(try CardNumberLeaks.scan(folder: test.folder, for: numbers).isEmpty)
        for file in try FileManager.default.contentsOfDirectory(atPath: test.folder) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: test.folder + "/" + file))
            for number in numbers {
                for text in [number, "\"\(number)\""].map({ Data($0.utf8) }) {
                    let digests: [Data] = [
                        Data(Insecure.MD5.hash(data: text)), Data(Insecure.SHA1.hash(data: text)), Data(SHA256.hash(data: text)),
                        Data(SHA384.hash(data: text)), Data(SHA512.hash(data: text)),
                    ]
                    for digest in digests {
                        #expect(bytes.range(of: digest) == nil)
                        #expect(bytes.range(of: Data(Array(digest).hex.utf8)) == nil)
                        #expect(bytes.range(of: Data(digest.base64EncodedString().utf8)) == nil)
                    }
                }
            }
        }
    }

    @Test("SEC-08 boxes do not open in another row, for another merchant, or in place of a newer version")
    func sec08Swaps() async throws {
        let test = try await TestVault()
        let context = BoxContext(merchant: "M1", name: "token-a", version: 1)
        let box = try await test.keyring.seal(Array("secret".utf8), .face, context)
        #expect(try await test.keyring.open(box, .face, context) == Array("secret".utf8))
        for other in [
            BoxContext(merchant: "M1", name: "token-b", version: 1), BoxContext(merchant: "M2", name: "token-a", version: 1),
            BoxContext(merchant: "M1", name: "token-a", version: 2), BoxContext(merchant: "M1t", name: "oken-a", version: 1),
        ] {
            await #expect { try await test.keyring.open(box, .face, other) } throws: { ($0 as? VaultError)?.kind == .broken }
        }
        for purpose in [KeyPurpose.account, .secret, .session] {
            await #expect { try await test.keyring.open(box, purpose, context) } throws: { ($0 as? VaultError)?.kind == .broken }
        }
    }

    @Test("SEC-08 rows swapped in the database do not open")
    func sec08SwappedRows() async throws {
        let test = try await TestVault()
        let merchant = try await test.merchant()
        let tokens = ["token-a", "token-b"]
        for token in tokens { _ = try await test.vault.add(try test.card(token: token), for: merchant) }
        try await test.records.change(
            """
            CREATE TEMP TABLE t AS SELECT token, face FROM tokens;
            UPDATE tokens SET face = (SELECT face FROM t WHERE t.token <> tokens.token)
            """)
        for token in tokens {
            await #expect { try await test.vault.find([token], of: "M1") } throws: { ($0 as? VaultError)?.kind == .broken }
        }
    }

    @Test("SEC-09 a box with any byte changed is a typed error")
    func sec09Flips() async throws {
        let test = try await TestVault()
        let context = BoxContext(merchant: "M1", name: "t", version: 1)
        let box = try await test.keyring.seal(try test.card().face.bytes, .face, context)
        for index in box.indices {
            for mask: UInt8 in [0x01, 0x80, 0xFF] {
                var bad = box
                bad[index] ^= mask
                let changed = bad
                await #expect { try await test.keyring.open(changed, .face, context) } throws: {
                    ($0 as? VaultError)?.kind == .broken
                }
            }
        }
    }

    @Test("SEC-10 a box cut short, empty or too long is a typed error")
    func sec10Truncations() async throws {
        let test = try await TestVault()
        let context = BoxContext(merchant: "M1", name: "t", version: 1)
        let box = try await test.keyring.seal([1, 2, 3], .face, context)
        for bad in (0..<box.count).map({ Array(box.prefix($0)) }) + [box + [0], box + box, [UInt8](repeating: 1, count: 100_000)]
        {
            await #expect { try await test.keyring.open(bad, .face, context) } throws: { ($0 as? VaultError)?.kind == .broken }
        }
    }

    @Test(
        "SEC-10 a sealed face of another shape is a typed error",
        arguments: [
            [], [1], [2, 0xFF, 0], [1, 0xFF, 0], [1, 0xFF, 0, 5, 65], [1, 0xFF, 0, 0, 0, 0, 0], [1, 0xFF, 0, 0, 0, 0, 0, 0, 0],
            [1, 5, 13, 0, 0, 0, 0, 0],
        ] as [[UInt8]])
    func sec10Faces(_ bytes: [UInt8]) { #expect(throws: VaultError.self) { try CardFace(bytes: bytes) } }
}
