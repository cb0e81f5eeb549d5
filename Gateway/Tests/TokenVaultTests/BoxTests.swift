import Crypto
import Foundation
import Testing

@testable import TokenVault

@Suite("Boxes")
struct BoxTests {
    @Test(
        "a box is what AES-256-GCM makes of it, whoever seals and whoever opens", arguments: [0, 1, 15, 16, 17, 68, 300, 70_000])
    func sameAsCrypto(_ count: Int) throws {
        let secret = SymmetricKey(size: .bits256)
        let key = BoxKey(secret)
        for length in [0, 1, 31, 32, 200] {
            let plaintext = (0..<count).map { _ in UInt8.random(in: .min ... .max) }
            let context = (0..<length).map { _ in UInt8.random(in: .min ... .max) }
            let nonce = AES.GCM.Nonce()
            let theirs = try #require(
                try AES.GCM.seal(plaintext, using: secret, nonce: nonce, authenticating: context).combined)
            #expect(try key.seal(plaintext, nonce: Array(nonce), authenticating: context) == Array(theirs))
            #expect(try key.open(Array(theirs)[...], authenticating: context) == plaintext)
            let fresh = try key.seal(plaintext, authenticating: context)
            #expect(fresh.prefix(12) != Array(nonce)[...])
            #expect(Array(try AES.GCM.open(.init(combined: fresh), using: secret, authenticating: context)) == plaintext)
        }
    }

    @Test("the published example of AES-256-GCM")
    func published() throws {
        // The GCM specification (McGrew and Viega), appendix B, test case 16.
        let hex = { (text: String) in try #require([UInt8](hex: text)) }
        let key = BoxKey(SymmetricKey(data: try hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")))
        let box = try key.seal(
            try hex(
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
            ),
            nonce: try hex("cafebabefacedbaddecaf888"), authenticating: try hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"))
        #expect(
            box.dropFirst(12).elementsEqual(
                try hex(
                    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                        + "76fc6ece0f4e1768cddf8853bb2d551b")))
    }

    @Test("a box that was changed anywhere, cut, or of another context or key does not open; the key goes on opening others")
    func hostile() throws {
        let (key, other) = (BoxKey(SymmetricKey(size: .bits256)), BoxKey(SymmetricKey(size: .bits256)))
        let (plaintext, context) = (Array("a face".utf8), Array("context".utf8))
        let box = try key.seal(plaintext, authenticating: context)
        for position in box.indices {
            var changed = box
            changed[position] ^= 1 << UInt8.random(in: 0...7)
            #expect(throws: VaultError.self) { try key.open(changed[...], authenticating: context) }
            #expect(throws: VaultError.self) { try key.open(box[..<position], authenticating: context) }
            #expect(try key.open(box[...], authenticating: context) == plaintext)
        }
        #expect(throws: VaultError.self) { try key.open((box + [0])[...], authenticating: context) }
        #expect(throws: VaultError.self) { try key.open([], authenticating: []) }
        #expect(throws: VaultError.self) { try key.open(box[...], authenticating: []) }
        #expect(throws: VaultError.self) { try key.open(box[...], authenticating: context + [0]) }
        #expect(throws: VaultError.self) { try other.open(box[...], authenticating: context) }
        #expect(throws: VaultError.self) { try key.seal(plaintext, nonce: [1, 2, 3], authenticating: context) }
        #expect(throws: VaultError.self) {
            try BoxKey(SymmetricKey(size: .bits128)).seal(plaintext, authenticating: context)
        }
    }

    @Test("many threads seal and open with one key")
    func together() async throws {
        let key = BoxKey(SymmetricKey(size: .bits256))
        await withTaskGroup(of: Bool.self) { group in
            for caller in 0..<64 {
                group.addTask {
                    (0..<200).allSatisfy { count in
                        let (plaintext, context) = (
                            [UInt8](repeating: UInt8(caller), count: count), [UInt8(caller), UInt8(count)]
                        )
                        let box = try? key.seal(plaintext, authenticating: context)
                        return box.flatMap { try? key.open($0[...], authenticating: context) } == plaintext
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("base64 is read in one spelling")
    func base64() throws {
        for count in [0, 3, 48, 96] {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max) }
            #expect(Base64.encoded(bytes) == Data(bytes).base64EncodedString())
            #expect(Base64.decoded(Base64.encoded(bytes)) == bytes)
        }
        for text in [
            "AAA", "AAAAA", "AAA=", "AA==", "=AAA", "A=AA", "AAA-", "AAA_", "-_-_", "AAA ", " AAA", "    ", "AAAA    ",
            "    AAAA",
            "AAA\n", "AAAA\n\n\n\n", "\r\n\r\nAAAA", "AAAA----", "AA\u{0}A", "AAA\u{0}", "AAé", "AAAA\u{FEFF}A", "AA.A",
        ] {
            #expect(Base64.decoded(text) == nil, "\(text.debugDescription)")
        }
    }
}

@Suite("Accounts that are shown")
struct ShownAccountTests {
    @Test(
        "bytes and texts of a face say the same",
        arguments: ["", "a@b.co", "somchai@example.com", "สมชาย@ตัวอย่าง.ไทย", "\"q\"@x.y"])
    func same(_ email: String) throws {
        for face in [
            CardFace(
                channel: "CC", brand: "VISA", maskedAccount: "411111XXXXXX1111", expiry: try CardExpiry("05/30"),
                name: "Ünal \"U\"",
                email: email, details: AccountDetails(issuer: "A bank", country: "TH", currency: "THB")),
            CardFace(channel: "CC", brand: "", maskedAccount: "XXXX", expiry: try CardExpiry("12/99"), name: "", email: email),
            CardFace(channel: "LINE", brand: "", maskedAccount: "U1", expiry: nil, name: "N", email: email),
        ] {
            #expect(try CardFace(bytes: face.bytes) == face)
            let (stored, shown) = (StoredAccount("t", face), ShownAccount("t", try FaceParts(face.bytes)))
            let text = { (bytes: ArraySlice<UInt8>) in String(decoding: bytes, as: UTF8.self) }
            #expect(text(shown.channel) == stored.channel && shown.scheme == stored.scheme && shown.expiry == stored.expiry)
            #expect(text(shown.maskedAccount) == stored.maskedAccount && text(shown.name) == stored.name)
            #expect(shown.token == stored.token && text(shown.maskedEmail) == Masking.email(stored.email))
        }
    }
}
