internal import JOSE
internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// Reads what a merchant signed with its secret, and answers it under the same (protocol.md §1.1).
struct SignedRequests: Sendable {
    let merchants: Merchants
    let clock: WallClock

    /// Who asked, proven.
    struct Caller {
        let merchant: Merchant
        /// What it signed with, and is answered under.
        let key: HMACKey

        func signed(_ claims: JSONObject, _ code: ResponseCode = .success) -> Answer {
            .json(
                Envelope(payload: CompactJWS.sign(JSON.object(claims).bytes, with: key)).json, code: code, merchant: merchant.id)
        }
    }

    /// - Throws: `Refusal`, or the store's own failure.
    func read(_ body: [UInt8]) async throws -> (Caller, JSONObject) {
        let (jws, claims, id) = try unverified(body)
        return try await verify(jws, claims, id)
    }

    /// Refuses claims that are not good at this moment (RFC 7519 §4.1).
    func checkTimes(of claims: JSONObject) throws(InvalidMessage) {
        if let problem = ClaimTimes.problem(in: claims, at: clock.now()) {
            throw InvalidMessage(.init(field: problem.claim, code: .invalidParameter, reason: problem.reason))
        }
    }

    /// The signed message, its claims unproven, and whose it says it is.
    private func unverified(_ body: [UInt8]) throws(Refusal) -> (CompactJWS, JSONObject, String) {
        guard let envelope = Envelope(.object(try RequestBody.object(body, mandatory: "payload"))) else {
            throw Self.unreadable("there is no payload string")
        }
        do {
            let jws = try CompactJWS(String(decoding: RequestBody.text(Array(envelope.payload.utf8)), as: UTF8.self))
            if let claims = try JSON(parsing: jws.unverifiedPayload, limits: RequestBody.limits).object {
                guard let id = claims[anyCase: "merchantID"]?.string, !id.isEmpty else {
                    throw RequestBody.missing("merchantID")
                }
                return (jws, claims, id)
            }
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Self.unreadable("\(error)")
        }
        throw Self.unreadable("the claims are not a JSON object")
    }

    /// One answer, after the same work, whether the merchant is unknown or the signature wrong: a stranger learns neither.
    private func verify(_ jws: CompactJWS, _ claims: JSONObject, _ id: String) async throws -> (Caller, JSONObject) {
        // An id no merchant can have is not worth asking the store for.
        let id = id.utf8.count <= 25 ? id : "-"
        var merchant = try await merchants.find(id)
        var key = try verifying(jws, merchant)
        if key == nil {
            // The merchant, or its secret, may be newer than what is remembered.
            let remembered = merchant?.secret
            merchant = try await merchants.find(id, anew: true)
            if merchant?.secret != remembered { key = try verifying(jws, merchant) }
        }
        guard let key, let merchant else { throw Refusal(code: .hashMismatch) }
        guard merchant.profile.isActive else { throw Refusal(code: .invalidMerchant) }
        return (Caller(merchant: merchant, key: key), claims)
    }

    /// The key among a merchant's that a message is signed with. As many are tried of a merchant with one, and of none.
    private func verifying(_ jws: CompactJWS, _ merchant: Merchant?) throws -> HMACKey? {
        let secrets = merchant?.secrets(at: clock.now()) ?? []
        for secret in secrets + repeatElement(Self.nobodysSecret, count: 2 - secrets.count) {
            let key = try HMACKey(secret)
            do {
                _ = try jws.verified(by: key)
                return key
            } catch {
                if let header = error.header { throw Self.unreadable("the header \(header) is not taken") }
            }
        }
        return nil
    }

    /// Stands in for the secret of a merchant there is none of. Random, so that nothing verifies under it.
    private static let nobodysSecret: [UInt8] = (0..<64).map { _ in UInt8.random(in: .min ... .max) }

    private static func unreadable(_ why: String) -> Refusal {
        Refusal(code: .unreadablePayload, description: "Payload cannot be read (9900): \(why)")
    }
}
