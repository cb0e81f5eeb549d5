import Foundation
import Testing

@testable import JOSE

/// Project Wycheproof's vectors, as swift-crypto carries them, through our own types.
@Suite("Wycheproof")
struct WycheproofTests {
    struct Vectors<Group: Decodable>: Decodable { let testGroups: [Group] }

    struct Decryption: Decodable {
        struct Test: Decodable {
            let tcId: Int
            let msg, ct, label, result: String
        }
        let keysize: Int
        let sha, mgfSha, privateKeyPkcs8: String
        let tests: [Test]
    }

    struct Verification: Decodable {
        struct Test: Decodable {
            let tcId: Int
            let msg, sig, result: String
        }
        let keysize, sLen: Int
        let sha, mgfSha, keyDer: String
        let tests: [Test]
    }

    private static func load<Group: Decodable>(_ name: String, _: Group.Type) throws -> [Group] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let builds = try FileManager.default.contentsOfDirectory(atPath: root).filter { $0.hasPrefix(".build") }
        let paths = builds.map { "\(root)/\($0)/checkouts/swift-crypto/Tests/CryptoExtrasVectors/\(name).json" }
        let path = try #require(
            paths.first(where: FileManager.default.fileExists(atPath:)), "swift-crypto's checkout has no \(name)")
        return try JSONDecoder().decode(Vectors<Group>.self, from: Data(contentsOf: URL(fileURLWithPath: path))).testGroups
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.utf8.count, by: 2).map { at in
            let start = hex.index(hex.startIndex, offsetBy: at)
            return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0
        }
    }

    @Test(
        "RSA-OAEP",
        arguments: ["rsa_oaep_2048_sha1_mgf1sha1_test", "rsa_oaep_2048_sha256_mgf1sha256_test", "rsa_oaep_misc_test"])
    func decryption(_ file: String) throws {
        var count = 0
        for group in try Self.load(file, Decryption.self) where group.keysize >= 2048 && group.sha == group.mgfSha {
            guard let algorithm = ["SHA-1": KeyEncryption.rsaOAEP, "SHA-256": .rsaOAEP256][group.sha] else { continue }
            let key = try RSAPrivateKey(der: Self.bytes(group.privateKeyPkcs8))
            // A label is no part of JWA: what has one must not decrypt.
            for test in group.tests {
                let opened = key.decrypt(Self.bytes(test.ct), algorithm)
                let isRight = test.result != "invalid" && test.label.isEmpty
                #expect((opened == Self.bytes(test.msg)) == isRight || (!isRight && opened == nil), "\(file) \(test.tcId)")
                if isRight { #expect(opened == Self.bytes(test.msg), "\(file) \(test.tcId)") } else { #expect(opened == nil) }
                count += 1
            }
        }
        #expect(count >= 20, "\(file)")
    }

    @Test(
        "RSA-PSS with SHA-256 and a salt of 32 bytes",
        arguments: ["rsa_pss_2048_sha256_mgf1_32_test", "rsa_pss_3072_sha256_mgf1_32_test", "rsa_pss_4096_sha256_mgf1_32_test"])
    func verification(_ file: String) throws {
        var count = 0
        for group in try Self.load(file, Verification.self) {
            let key = try RSAPublicKey(der: Self.bytes(group.keyDer))
            for test in group.tests {
                let isValid = key.isValid(Self.bytes(test.sig), for: Self.bytes(test.msg))
                #expect(isValid == (test.result != "invalid"), "\(file) \(test.tcId)")
                count += 1
            }
        }
        #expect(count >= 60, "\(file)")
    }
}
