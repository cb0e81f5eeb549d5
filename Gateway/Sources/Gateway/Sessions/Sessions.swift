internal import Crypto
internal import Foundation
internal import PGWWire
internal import StrictJSON
public import TokenVault

/// Payment sessions: opened by a merchant's signed request, found again by the payment token.
public struct Sessions: Sendable {
    private let store: any SessionStore
    private let tokens: SessionTokens
    private let clock: WallClock

    public init(store: any SessionStore, keyring: Keyring, clock: WallClock) {
        self.store = store
        self.tokens = SessionTokens(keyring: keyring)
        self.clock = clock
    }

    enum Opening {
        case opened(paymentToken: String)
        /// The invoice number has a live or completed session.
        case invoiceExists
        /// The idempotency id was used for another request.
        case otherRequest
        /// The request names a customer token the merchant does not have.
        case unknownToken
    }

    /// Opens a session, or gives a retry the payment token of its first try (protocol.md §1.5).
    ///
    /// - Parameter droppingUnknown: Whether customer tokens the merchant does not have are left out.
    func open(
        _ request: PaymentTokenRequest, claims: JSONObject, _ version: APIVersion = .v43, droppingUnknown: Bool, expires: Date
    ) async throws(VaultError) -> Opening {
        let id = SessionRecord.newID(at: clock.now())
        let seal = try await tokens.newSeal()
        var seen: Set<String> = []
        let registered = request.customerToken.filter { seen.insert($0).inserted }
        // In whole seconds, so that the token and the store say the same and a retry's token is the first one's.
        let expires = Date(timeIntervalSince1970: expires.timeIntervalSince1970.rounded(.down))
        var kept = PaymentTokenRequest.known(claims)
        if version != .v43 { kept[Self.versionName] = .string(version.rawValue) }
        let record = SessionRecord(
            id: id, merchant: request.merchantID, invoice: request.invoiceNo, idempotencyID: request.idempotencyID,
            claimsDigest: request.idempotencyID == nil ? [] : Self.digest(request), tokens: registered, state: .open,
            expires: expires,
            request: try await tokens.sealRequest(
                JSON.object(kept).bytes, merchant: request.merchantID, session: id),
            tokenKey: seal.key, tokenNonce: seal.nonce)
        switch try await store.begin(record, droppingUnknown: droppingUnknown, now: clock.now()) {
        case .opened: return .opened(paymentToken: try await paymentToken(record))
        case .invoiceExists: return .invoiceExists
        case .retried(let first) where first.claimsDigest == record.claimsDigest:
            return .opened(paymentToken: try await paymentToken(first))
        case .retried: return .otherRequest
        case .unknownTokens: return .unknownToken
        }
    }

    /// Stands beside a kept request's own members: in which version it was asked, where that is not the canonical one.
    private static let versionName = "apiVersion"

    enum Reading {
        /// Not a token of this gateway.
        case invalid(Refusal)
        case expired(SessionToken)
        case genuine(SessionToken)
    }

    /// What a payment token says. A forged or expired one is told without asking the store.
    func read(_ paymentToken: String) -> Reading {
        guard let token = tokens.open(paymentToken) else {
            let words = Self.misspelling(paymentToken).map { "The payment token is invalid (9040): \($0)" }
            return .invalid(Refusal(code: .invalidPaymentToken, description: words))
        }
        return token.expires > clock.now() ? .genuine(token) : .expired(token)
    }

    /// What became of a payment token on its way here, where that can be seen. Genuine or not: nothing is compared.
    private static func misspelling(_ token: String) -> String? {
        let lower = token.lowercased()
        return misspellings.first { $0.signs.contains(where: lower.contains) }?.words
    }

    /// What no payment token holds, and how it came there; what holds more than one of them is told of the first.
    private static let misspellings: [(signs: [String], words: String)] = [
        (["{"], "it is a whole message; send its paymentToken alone"),
        (["#/token/"], "it is an address; the token stands behind #/token/, percent-encoded"),
        (["bearer ", "paymenttoken"], "a word stands before it; send the token alone"),
        (["%25"], "it is percent-encoded twice; send it as it was minted"),
        (["%2b", "%2f", "%3d"], "it is percent-encoded; send it as it was minted"),
        (["\"", "'"], "it stands in quotes"),
        ([" "], "it holds blanks; a + of the token may have become one"),
        (["-", "_"], "it is spelt in base64url; send it as it was minted"),
        (["…", "..."], "it is shortened, as a log has it"),
        (["."], "it is a signed message; its payload has the paymentToken"),
    ]

    /// The session of a genuine payment token, and what its merchant asked for.
    ///
    /// - Returns: `nil` where it is gone.
    func find(_ token: SessionToken) async throws -> OpenedSession? {
        try await opened(try await store.session(token.session, of: token.merchant))
    }

    /// The session that has an invoice number of a merchant.
    func find(invoice: String, of merchant: String) async throws -> OpenedSession? {
        try await opened(try await store.session(invoice: invoice, of: merchant))
    }

    private func opened(_ record: SessionRecord?) async throws -> OpenedSession? {
        guard let record else { return nil }
        let bytes = try await tokens.openRequest(record.request, merchant: record.merchant, session: record.id)
        guard let claims = try JSON(parsing: bytes, limits: JSONLimits(bytes: 1 << 20)).object else {
            throw VaultError(.broken, "A session's request is not an object")
        }
        return OpenedSession(
            record: record, request: PaymentTokenRequest(kept: claims),
            version: claims[Self.versionName]?.string.flatMap(APIVersion.init(rawValue:)) ?? .v43)
    }

    /// When a session was opened.
    static func opened(_ record: SessionRecord) -> Date {
        Date(timeIntervalSince1970: Double(record.id.prefix(6).reduce(0) { $0 << 8 | UInt64($1) }) / 1000)
    }

    /// Whether a session that expired did so no longer ago than this.
    func hasExpired(_ token: SessionToken, within grace: TimeInterval) -> Bool { token.expires + grace > clock.now() }

    /// Removes expired sessions, all of them, a slice at a time.
    func sweep() async throws(VaultError) {
        // As long as they are told of, each says where its payer goes back to; and a little longer, as a clock of another node may be behind.
        while try await store.sweep(before: clock.now() - SessionFinder.graceOfResults - 60) > 0 {}
    }

    private func paymentToken(_ session: SessionRecord) async throws(VaultError) -> String {
        let token = SessionToken(merchant: session.merchant, session: session.id, expires: session.expires)
        return try await tokens.seal(token, key: session.tokenKey, nonce: session.tokenNonce)
    }

    /// Of what is asked, however it was written, and without the nonce, which is new in every request.
    static func digest(_ request: PaymentTokenRequest) -> [UInt8] {
        var request = request
        request.nonceStr = nil
        return Array(SHA256.hash(data: JSON.object(request.claims.canonical).bytes))
    }
}

/// A payment session, and what its merchant asked for.
struct OpenedSession: Sendable {
    let record: SessionRecord
    let request: PaymentTokenRequest
    /// Of the call that opened it.
    let version: APIVersion
}
