public import Foundation

/// What a payment token says: whose session it is, and until when.
public struct SessionToken: Sendable, Equatable {
    public let merchant: String
    /// 16 bytes.
    public let session: [UInt8]
    public let expires: Date

    public init(merchant: String, session: [UInt8], expires: Date) {
        self.merchant = merchant
        self.session = session
        self.expires = expires
    }

    /// 68 bytes: version, expiry in milliseconds, session, length of the merchant's id, the id, zeros.
    var plaintext: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(68)
        bytes.append(1)
        bytes.append(bigEndian: Int64(expires.timeIntervalSince1970 * 1000))
        bytes += session
        bytes.append(UInt8(merchant.utf8.count))
        bytes += merchant.utf8
        bytes += repeatElement(0, count: 68 - bytes.count)
        return bytes
    }

    init?(plaintext bytes: [UInt8]) {
        guard bytes.count == 68, bytes[0] == 1, bytes[25] <= 25 else { return nil }
        let milliseconds = bytes[1..<9].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        self.init(
            merchant: String(decoding: bytes[26..<26 + Int(bytes[25])], as: UTF8.self), session: Array(bytes[9..<25]),
            expires: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
    }
}

/// Payment tokens: 96 bytes of AES-256-GCM, 128 characters of base64. Opaque, and proven without asking the store.
public struct SessionTokens: Sendable {
    private let keyring: Keyring
    private let purpose: Purpose

    /// What a token is good for. One of another purpose is none.
    public enum Purpose: String, Sendable {
        case payment = "openpgw payment token"
        /// The payer's way to the page where they authenticate.
        case authentication = "openpgw authentication"
    }

    public init(keyring: Keyring, for purpose: Purpose = .payment) {
        self.keyring = keyring
        self.purpose = purpose
    }

    /// The key and nonce a new token is sealed with. Kept with the session, they give the same token again; no two
    /// sessions share them.
    public func newSeal() async throws(VaultError) -> (key: UInt32, nonce: [UInt8]) {
        (try await keyring.sealingKey(.session).id, Random.bytes(BoxKey.nonceLength))
    }

    public func seal(_ token: SessionToken, key: UInt32, nonce: [UInt8]) async throws(VaultError) -> String {
        let key = try await keyring.openingKey(key, .session)
        let box = try key.key.seal(token.plaintext, nonce: nonce, authenticating: context)
        return Base64.encoded(box)
    }

    /// - Returns: `nil` for anything this gateway did not make: forged, cut, foreign, or spelt another way.
    public func open(_ text: String) -> SessionToken? {
        guard text.utf8.count == 128, let box = Base64.decoded(text) else { return nil }
        for key in keyring.keys(.session) {
            if let plaintext = try? key.key.open(box[...], authenticating: context) {
                return SessionToken(plaintext: plaintext)
            }
        }
        return nil
    }

    /// Seals the request behind a session.
    public func sealRequest(_ request: [UInt8], merchant: String, session: [UInt8]) async throws(VaultError) -> [UInt8] {
        try await keyring.seal(request, .session, BoxContext(merchant: merchant, name: session.hex, version: 1))
    }

    /// Opens what ``sealRequest(_:merchant:session:)`` sealed.
    public func openRequest(_ box: [UInt8], merchant: String, session: [UInt8]) async throws(VaultError) -> [UInt8] {
        try await keyring.open(box, .session, BoxContext(merchant: merchant, name: session.hex, version: 1))
    }

    private var context: [UInt8] { Array(purpose.rawValue.utf8) }
}

extension SessionRecord {
    /// 16 bytes: the milliseconds since 1970 in six, then ten random ones. New sessions lie side by side in the store, so that
    /// many are written as few pages. Nobody outside sees an id: the payment token seals it.
    public static func newID(at now: Date) -> [UInt8] {
        let milliseconds = UInt64(max(0, now.timeIntervalSince1970 * 1000))
        return withUnsafeBytes(of: milliseconds.bigEndian) { Array($0.dropFirst(2)) }
            + Random.bytes(10)
    }
}
