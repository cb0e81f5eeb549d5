public import Foundation

/// A stored card or wallet as the store keeps it. What identifies a person or an account is in the two boxes, sealed.
///
/// There is no place in it for a card verification value.
public struct TokenRecord: Sendable, Equatable {
    public let merchant: String
    /// The customer token.
    public let token: String
    /// Counts up with every change; bound into both boxes.
    public let version: Int
    /// ``CardFace``, sealed: what the customer may see.
    public let face: [UInt8]
    /// The account number, sealed under another key.
    public let account: [UInt8]
    /// HMAC of the account number under the merchant's key.
    public let fingerprint: [UInt8]
    /// Whether the merchant keeps one token per card.
    public let isOnlyOne: Bool
    public let created: Date

    public init(
        merchant: String, token: String, version: Int, face: [UInt8], account: [UInt8], fingerprint: [UInt8],
        isOnlyOne: Bool, created: Date
    ) {
        self.merchant = merchant
        self.token = token
        self.version = version
        self.face = face
        self.account = account
        self.fingerprint = fingerprint
        self.isOnlyOne = isOnlyOne
        self.created = created
    }
}

/// What token information reads of a ``TokenRecord``.
public struct FaceRecord: Sendable, Equatable {
    public let token: String
    public let version: Int
    public let face: [UInt8]

    public init(token: String, version: Int, face: [UInt8]) {
        self.token = token
        self.version = version
        self.face = face
    }
}

/// A merchant as the store keeps it.
public struct MerchantRecord: Sendable, Equatable {
    public let id: String
    public var version: Int
    /// ``MerchantProfile`` as JSON.
    public var profile: [UInt8]
    /// The secret key and the fingerprint key, sealed.
    public var secrets: [UInt8]

    public init(id: String, version: Int, profile: [UInt8], secrets: [UInt8]) {
        self.id = id
        self.version = version
        self.profile = profile
        self.secrets = secrets
    }
}

/// A payment session as the store keeps it.
public struct SessionRecord: Sendable, Equatable {
    public enum State: Int, Sendable {
        case open = 0
        /// Paid: it still lists its cards until it expires, and keeps its invoice number.
        case completed = 1
    }

    /// 16 bytes, of which ten are random.
    public let id: [UInt8]
    public let merchant: String
    public let invoice: String
    public let idempotencyID: String?
    /// SHA-256 of the claims in canonical order: tells a retry from another request. Empty without an idempotency id.
    public let claimsDigest: [UInt8]
    /// Registered customer tokens, in order.
    public var tokens: [String]
    public let state: State
    public let expires: Date
    /// The request, sealed.
    public let request: [UInt8]
    /// Key and nonce of the payment token, which a retry is given again.
    public let tokenKey: UInt32
    public let tokenNonce: [UInt8]

    public init(
        id: [UInt8], merchant: String, invoice: String, idempotencyID: String?, claimsDigest: [UInt8], tokens: [String],
        state: State, expires: Date, request: [UInt8], tokenKey: UInt32, tokenNonce: [UInt8]
    ) {
        self.id = id
        self.merchant = merchant
        self.invoice = invoice
        self.idempotencyID = idempotencyID
        self.claimsDigest = claimsDigest
        self.tokens = tokens
        self.state = state
        self.expires = expires
        self.request = request
        self.tokenKey = tokenKey
        self.tokenNonce = tokenNonce
    }
}
