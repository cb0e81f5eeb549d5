public import Foundation

/// A stored card or wallet as the store keeps it. What identifies a person or an account is in the two boxes, sealed.
///
/// There is no place in it for a card verification value.
public struct TokenRecord: Sendable, Equatable {
    public let merchant: String
    /// The customer token.
    public let token: String
    /// Counts up with every change; bound into ``face``. The account number never changes, and stays at version 1.
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

/// What is kept with the end of a payment.
public struct PaymentEnding: Sendable, Equatable {
    public var notification: NotificationRecord?
    /// What later payments may refer to it by. A name that the merchant has given to another stays with that one.
    public var names: [String] = []
    public var plan: PlanRecord?

    public init(notification: NotificationRecord? = nil, names: [String] = [], plan: PlanRecord? = nil) {
        self.notification = notification
        self.names = names
        self.plan = plan
    }
}

/// Charges that follow a payment by the calendar.
public struct PlanRecord: Sendable, Equatable {
    /// The session's id of the payment it began with.
    public let session: [UInt8]
    public let merchant: String
    /// Counts up from 1 with every change.
    public var version: Int
    /// When the next charge is made; `nil` for a plan that is finished.
    public var due: Date?
    /// What is known of it, sealed.
    public var details: [UInt8]
    /// The account number, sealed as that of the first payment was; empty for a plan that is finished.
    public var account: [UInt8]
    public let created: Date

    public init(
        session: [UInt8], merchant: String, version: Int, due: Date?, details: [UInt8], account: [UInt8], created: Date
    ) {
        self.session = session
        self.merchant = merchant
        self.version = version
        self.due = due
        self.details = details
        self.account = account
        self.created = created
    }
}

/// A merchant that is to be told how a payment ended: one a payment.
public struct NotificationRecord: Sendable, Equatable {
    public enum State: Int, Sendable {
        case waiting = 0
        case delivered = 1
        /// Nobody took it, and it is sent no more.
        case undelivered = 2
    }

    /// The id of the payment's session.
    public let session: [UInt8]
    public let merchant: String
    /// What is sent one after the other: the merchant's, to one host.
    public let queue: String
    public var state: State
    /// How often it was sent. Every change of a record counts it up, or is an order to send it again.
    public var attempts: Int
    /// When it is sent next; `nil` where it is not.
    public var due: Date?
    /// What became of the last attempt, in the gateway's words.
    public var answer: String
    public let created: Date

    public init(session: [UInt8], merchant: String, queue: String, due: Date?, created: Date) {
        self.session = session
        self.merchant = merchant
        self.queue = queue
        self.due = due
        self.created = created
        state = .waiting
        attempts = 0
        answer = ""
    }
}

/// A whole row, as a book of cards is moved by it.
public struct BookRecord: Sendable, Equatable {
    public let face: FaceRecord
    /// The account number, sealed.
    public let account: [UInt8]
    public let created: Date

    public init(face: FaceRecord, account: [UInt8], created: Date) {
        self.face = face
        self.account = account
        self.created = created
    }
}

/// A key of the gateway or of a merchant, as the store keeps it.
public struct ExchangeKeyRecord: Sendable, Equatable {
    /// Whose: a merchant's id, or empty for the gateway's own.
    public let owner: String
    /// The key's thumbprint.
    public let id: String
    /// The key, sealed for its owner: a key that was slipped into the store does not open.
    public let key: [UInt8]
    public let created: Date
    /// When it stops being used; `nil` for a key in use.
    public let retires: Date?

    public init(owner: String, id: String, key: [UInt8], created: Date, retires: Date?) {
        self.owner = owner
        self.id = id
        self.key = key
        self.created = created
        self.retires = retires
    }
}

/// How far the import of a file has come.
public struct ImportRecord: Sendable, Equatable {
    /// SHA-256 of the file and its merchant, in hexadecimal.
    public let id: String
    /// Bytes of the file that are done with.
    public var offset = 0
    public var lines = 0
    public var stored = 0
    /// Cards that were there already.
    public var present = 0
    public var rejected = 0
    /// Bytes of the file of rejects that belong to what is done with.
    public var rejectedBytes = 0
    public var isFinished = false

    public init(id: String) { self.id = id }
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

/// The payment of a session, as the store keeps it.
public struct PaymentRecord: Sendable, Equatable {
    /// The session's id.
    public let session: [UInt8]
    public let merchant: String
    /// What it has come to. A store keeps the number and asks no more of it.
    public var state: Int
    /// Counts up from 1 with every change.
    public var version: Int
    /// What it was begun with, under a key: tells the same request that is sent again from another.
    public let digest: [UInt8]
    /// When something is to be done about it; `nil` for one that is finished.
    public var due: Date?
    /// What is known of it, sealed.
    public var details: [UInt8]
    /// The account number, sealed, as long as the issuer may have to be asked; empty afterwards.
    public var account: [UInt8]
    public let created: Date

    public init(
        session: [UInt8], merchant: String, state: Int, version: Int, digest: [UInt8], due: Date?, details: [UInt8],
        account: [UInt8],
        created: Date
    ) {
        self.session = session
        self.merchant = merchant
        self.state = state
        self.version = version
        self.digest = digest
        self.due = due
        self.details = details
        self.account = account
        self.created = created
    }
}
