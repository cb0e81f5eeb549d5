import Crypto
import Foundation
import PGWTesting
import StoreTesting
import Testing
import WireTesting

@testable import TokenVault

@Suite("Keys")
struct KeyTests {
    @Test("SEC-11 without the master key nothing opens")
    func sec11NothingWithoutKey() async throws {
        let test = try await TestVault()
        let merchant = try await test.merchant()
        _ = try await test.vault.add(try test.card(), for: merchant)
        let other = try MasterKey.create(test.folder + "/other.key")
        await #expect { try await Keyring.open(master: other, store: test.store) } throws: {
            ($0 as? VaultError)?.kind == .wrongKey
        }
        // What the store holds of the keys is no key: none of it opens a box.
        let context = BoxContext(merchant: "M1", name: "x", version: 1)
        let box = try await test.keyring.seal([1, 2, 3], .face, context)
        for record in try await test.store.keys() {
            for start in 0...record.wrapped.count - 32 {
                let guess = SymmetricKey(data: record.wrapped[start..<start + 32])
                #expect(throws: VaultError.self) { try BoxKey(guess).open(box[5...], authenticating: []) }
            }
        }
    }

    @Test("SEC-12 the database never holds the master key, and data keys only wrapped")
    func sec12KeysInStore() async throws {
        let test = try await TestVault()
        let merchant = try await test.merchant()
        _ = try await test.vault.add(try test.card(), for: merchant)
        let hex = try String(contentsOfFile: test.folder + "/master.key", encoding: .utf8).trimmingCharacters(in: .newlines)
        let master = try #require([UInt8](hex: hex))
        var secrets: [Data] = [Data(master), Data(hex.utf8), Data(merchant.secret), Data(merchant.fingerprintKey)]
        for purpose in KeyPurpose.allCases {
            secrets += test.keyring.keys(purpose).map { key in key.key.secret.withUnsafeBytes { Data($0) } }
        }
        for file in try FileManager.default.contentsOfDirectory(atPath: test.folder) where file != "master.key" {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: test.folder + "/" + file))
            for secret in secrets { #expect(bytes.range(of: secret) == nil, "\(file)") }
        }
    }

    @Test("SEC-13 a wrong master key refuses to start")
    func sec13WrongKey() async throws {
        let test = try await TestVault()
        let wrong = MasterKey(bytes: [UInt8](repeating: 7, count: 32))
        await #expect { try await Keyring.open(master: wrong, store: test.store) } throws: { error in
            (error as? VaultError)?.kind == .wrongKey && "\(error)".contains("master key")
        }
    }

    @Test("SEC-13 a wrapped key that was replaced is noticed")
    func sec13ReplacedKey() async throws {
        let test = try await TestVault()
        let key = test.folder + "/master.key"
        try await test.records.change(
            "UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE purpose = 'account') WHERE purpose = 'face'")
        await #expect { try await Keyring.open(master: try MasterKey.load(key), store: test.store) } throws: {
            ($0 as? VaultError)?.kind == .wrongKey
        }
    }

    @Test(
        "SEC-14 a key file that others can read is refused", arguments: [0o644, 0o640, 0o604, 0o660, 0o610, 0o444, 0o450, 0o441])
    func sec14Permissions(_ mode: Int) throws {
        let path = try temporaryFolder() + "/master.key"
        _ = try MasterKey.create(path)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        _ = try MasterKey.load(path)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        #expect { try MasterKey.load(path) } throws: { "\($0)".contains("chmod 600") }
    }

    @Test("SEC-14 a key file that is a link, missing, short or no hexadecimal is refused, and never overwritten")
    func sec14StrangeFiles() throws {
        let folder = try temporaryFolder()
        _ = try MasterKey.create(folder + "/good")
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/good")
        for (name, text) in [("empty", ""), ("short", "abcd"), ("words", String(repeating: "xy", count: 32))] {
            let made = FileManager.default.createFile(
                atPath: "\(folder)/\(name)", contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
            #expect(made)
        }
        for name in ["missing", "empty", "short", "words", "."] {
            #expect(throws: VaultError.self, "\(name)") { try MasterKey.load("\(folder)/\(name)") }
        }
        #expect(throws: VaultError.self) { try MasterKey.create(folder + "/good") }
        #expect(throws: VaultError.self) { try MasterKey.create(folder + "/link") }
        // Behind a link the target is judged.
        _ = try MasterKey.load(folder + "/link")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder + "/good")
        #expect { try MasterKey.load(folder + "/link") } throws: { "\($0)".contains("chmod 600") }
    }

    @Test("SEC-14 on a volume of secrets the process's own group may read, and no other")
    func sec14SecretsVolume() throws {
        let path = try temporaryFolder() + "/master.key"
        _ = try MasterKey.create(path)
        try FileManager.default.setAttributes([.posixPermissions: 0o440], ofItemAtPath: path)
        _ = try MasterKey.load(path)
        guard geteuid() == 0 else { return }
        // A group that root is not in.
        #expect(chown(path, 0, 54_321) == 0)
        #expect { try MasterKey.load(path) } throws: { "\($0)".contains("chmod 600") }
        #expect(chown(path, 54_321, getegid()) == 0)
        #expect { try MasterKey.load(path) } throws: { "\($0)".contains("another user") }
    }

    @Test("SEC-38 a key is replaced before its encryptions run out, and what it sealed still opens")
    func sec38Rotation() async throws {
        let test = try await TestVault(sealLimit: 64, sealBlock: 16)
        let context = BoxContext(merchant: "M", name: "t", version: 1)
        var boxes: [[UInt8]] = []
        for byte in 0..<200 { boxes.append(try await test.keyring.seal([UInt8(byte)], .face, context)) }
        let ids = boxes.map { $0[1..<5].reduce(0) { $0 << 8 | Int($1) } }
        #expect(Set(ids).count == 4)
        for id in Set(ids) { #expect(ids.filter { $0 == id }.count <= 64) }
        for (byte, box) in boxes.enumerated() { #expect(try await test.keyring.open(box, .face, context) == [UInt8(byte)]) }
        // Another process, with the same store, opens them too, and counts on from where this one stopped.
        let again = try await Keyring.open(
            master: try MasterKey.load(test.folder + "/master.key"), store: test.store, sealLimit: 64, sealBlock: 16)
        #expect(try await again.open(boxes[0], .face, context) == [0])
        for record in try await test.store.keys() { #expect(record.seals <= 64) }
    }

    @Test("SEC-38 concurrent seals stay within the limit")
    func sec38ConcurrentRotation() async throws {
        let test = try await TestVault(sealLimit: 64, sealBlock: 8)
        let keyring = test.keyring
        let context = BoxContext(merchant: "M", name: "t", version: 1)
        let ids = try await withThrowingTaskGroup(of: UInt32.self) { group in
            for _ in 0..<500 {
                group.addTask {
                    let box = try await keyring.seal([1], .face, context)
                    return box[1..<5].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                }
            }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(ids.values.allSatisfy { $0 <= 64 })
        #expect(ids.values.reduce(0, +) == 500)
    }

    @Test("SEC-38 a key another node made is found")
    func sec38ForeignKey() async throws {
        let test = try await TestVault(sealLimit: 16, sealBlock: 16)
        let other = try await Keyring.open(
            master: try MasterKey.load(test.folder + "/master.key"), store: test.store, sealLimit: 16, sealBlock: 16)
        let context = BoxContext(merchant: "M", name: "t", version: 1)
        var box: [UInt8] = []
        for _ in 0..<40 { box = try await other.seal([9], .face, context) }
        #expect(try await test.keyring.open(box, .face, context) == [9])
    }

    @Test("SEC-38 ten million nonces do not collide")
    func sec38Nonces() async throws {
        // On threads of its own: it computes for minutes, and what else is tested needs those that it would hold.
        let parts = try await withThrowingTaskGroup(of: [UInt64].self) { group in
            for _ in 0..<2 {
                group.addTask {
                    try await blocking {
                        // The 96-bit nonces of boxes, whose first 64 bits are compared: a collision of whole nonces would be one of these.
                        var seen = [UInt64]()
                        seen.reserveCapacity(5_000_000)
                        for _ in 0..<5_000_000 {
                            seen.append(
                                Random.bytes(BoxKey.nonceLength).withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) })
                        }
                        return seen
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let collisions = try await blocking {
            let sorted = parts.sorted()
            return zip(sorted, sorted.dropFirst()).count { $0 == $1 }
        }
        #expect(parts.count == 10_000_000 && collisions == 0)
    }

    @Test("the budget of a key counts in the store before it is used")
    func budget() {
        var budget = SealBudget(reserved: 0, limit: 10, block: 4)
        var actions = [budget.next()]
        budget.reserved(4, total: 4)
        for _ in 0..<5 { actions.append(budget.next()) }
        #expect(actions == [.reserve(4), .seal, .seal, .seal, .seal, .reserve(4)])
        // Somebody else reserved meanwhile: this block is beyond the limit, and not used.
        budget.reserved(4, total: 12)
        let last = budget.next()
        #expect(last == .rotate)
    }
}

@Suite("Payment tokens as boxes")
struct SessionTokenTests {
    private let token = SessionToken(
        merchant: "JT04", session: [UInt8](repeating: 5, count: 16), expires: Date(timeIntervalSince1970: 1_800_000_000.5))

    private func sealed(_ test: TestVault) async throws -> (SessionTokens, String) {
        let tokens = SessionTokens(keyring: test.keyring)
        let seal = try await tokens.newSeal()
        return (tokens, try await tokens.seal(token, key: seal.key, nonce: seal.nonce))
    }

    @Test("a payment token is 96 bytes, 128 characters, and opens to what it was made of")
    func shape() async throws {
        let (tokens, text) = try await sealed(try await TestVault())
        #expect(text.count == 128)
        #expect(Data(base64Encoded: text)?.count == 96)
        #expect(tokens.open(text) == token)
    }

    @Test("none of its 768 bits can be changed")
    func bits() async throws {
        let (tokens, text) = try await sealed(try await TestVault())
        let bytes = try #require(Data(base64Encoded: text))
        for bit in 0..<768 {
            var bad = bytes
            bad[bit / 8] ^= 1 << (bit % 8)
            #expect(tokens.open(bad.base64EncodedString()) == nil)
        }
    }

    @Test("what is cut, padded, spelt differently or of another gateway does not open")
    func foreign() async throws {
        let (tokens, text) = try await sealed(try await TestVault())
        let (_, other) = try await sealed(try await TestVault())
        let spellings = [
            "", "x", other, text + "=", text + "\n", String(text.dropLast()), text.lowercased(), " " + text,
            String(repeating: "A", count: 128),
            text.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_"),
        ].filter { $0 != text }
        for spelling in spellings { #expect(tokens.open(spelling) == nil) }
        for count in 1..<text.count { #expect(tokens.open(String(text.prefix(count))) == nil) }
    }

    @Test("the longest merchant id fits")
    func longMerchant() {
        let long = SessionToken(merchant: String(repeating: "M", count: 25), session: token.session, expires: token.expires)
        #expect(SessionToken(plaintext: long.plaintext) == long)
        #expect(long.plaintext.count == 68)
    }

    @Test("SEC-39 payment tokens show no structure: no bit leans, no two bytes agree more than chance")
    func sec39Randomness() async throws {
        let test = try await TestVault()
        let tokens = SessionTokens(keyring: test.keyring)
        var all: [[UInt8]] = []
        for _ in 0..<2000 {
            // The same session and expiry each time: what differs is chance alone.
            let seal = try await tokens.newSeal()
            let text = try await tokens.seal(token, key: seal.key, nonce: seal.nonce)
            all.append(Array(try #require(Data(base64Encoded: text))))
        }
        #expect(Set(all).count == 2000)
        for bit in 0..<768 {
            let ones = all.count { $0[bit / 8] >> (bit % 8) & 1 == 1 }
            // Five and a half standard deviations of 2000 throws: one false alarm in a hundred thousand runs of 768 bits.
            #expect(abs(ones - 1000) < 123, "bit \(bit)")
        }
        // Serial: how often a bit equals the one before it.
        let equal = all.reduce(0) { (sum: Int, bytes: [UInt8]) -> Int in
            let bits = (0..<768).map { bit in bytes[bit / 8] >> (bit % 8) & 1 }
            return sum + zip(bits, bits.dropFirst()).count { $0 == $1 }
        }
        let total = 2000 * 767
        let distance = abs(Double(equal) - Double(total) / 2)
        let deviation = Double(total).squareRoot() / 2
        #expect(distance < 5.5 * deviation)
    }

    @Test("SEC-39 customer tokens are 20 digits, each position even")
    func sec39CustomerTokens() throws {
        let tokens = (0..<20_000).map { _ in Array(CustomerToken.random().utf8) }
        #expect(Set(tokens).count == tokens.count)
        for position in 0..<20 {
            var counts = [Int](repeating: 0, count: 10)
            for token in tokens { counts[Int(token[position]) - 48] += 1 }
            // Chi squared of 9 degrees of freedom; 50 is passed once in ten million.
            let chi = counts.reduce(0.0) { $0 + pow(Double($1) - 2000, 2) / 2000 }
            #expect(chi < 50)
        }
    }
}
