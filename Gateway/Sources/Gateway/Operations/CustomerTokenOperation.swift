internal import Foundation
internal import JOSE
internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// `customertoken/3.0/CustomerToken/…`: a merchant stores, looks up, changes and deletes cards (protocol.md §4).
///
/// The message is encrypted to the gateway and signed by the merchant. Who that is stands inside; so it is decrypted first,
/// and believed only once a key of that merchant has verified it. Until then every answer is plain, and tells an unknown
/// merchant from a wrong signature in nothing.
struct CustomerTokenOperation: Operation {
    let action: CustomerTokenAction
    let merchants: Merchants
    let vault: Vault
    let exchange: Exchange
    let clock: WallClock

    var name: String { "customertoken.\(action.rawValue)" }

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        do {
            let (caller, claims) = try await caller(body)
            // Plain, as a sealed refusal would cost what the limit is to save.
            guard exchange.budgets.allow(caller.merchant.id, perSecond: caller.merchant.profile.requestsPerSecond) else {
                throw Refusal(code: .limitExceeded, description: "Limit of requests per second exceeded")
            }
            let answer = await perform(claims, caller.merchant)
            return try await seal(answer, for: caller)
        } catch is RSAWorkers.Overloaded {
            return .overloaded
        } catch let refusal as Refusal {
            return .plain(refusal)
        }
    }

    // MARK: Who asks

    private struct Caller: Sendable {
        let merchant: Merchant
        /// What it signed with, and is answered under.
        let key: RSAPublicKey
        /// What it encrypted to, and what signs the answer.
        let recipient: RSAPrivateKey
        let algorithm: KeyEncryption
    }

    private func caller(_ body: [UInt8]) async throws -> (Caller, JSONObject) {
        let keys = try await exchange.own.inUse().map(\.key)
        // What is no message at all takes no turn from one that is.
        let text = RequestBody.text(body)
        guard !text.isEmpty else { throw RequestBody.missing("payload") }
        guard let signed = try? CompactJWS(String(decoding: text, as: UTF8.self)) else {
            throw Refusal(code: .unreadablePayload, description: "Not a compact JWS around a JWE (9900)")
        }
        let opened = try await exchange.workers.begin { try? SealedMessage(signed, to: keys) }
        guard let message = opened else { throw Refusal(code: .unreadablePayload) }
        guard let claims = try? JSON(parsing: message.unverifiedPlaintext, limits: RequestBody.limits).object else {
            throw Refusal(code: .unreadablePayload, description: "The message is no JSON object (9900)")
        }
        let id = claims[anyCase: "merchantID"]?.string ?? ""
        // An id no merchant can have is not worth asking the store for; it costs the same from here on.
        let sought = (1...25).contains(id.utf8.count) ? id : "-"
        var merchant = try await merchants.find(sought)
        let remembered = try await exchange.merchants.find(sought, standIn: message.recipient.publicKey)
        var verified = await verify(message, remembered)
        if case .failure(let error) = verified, error.header == nil {
            // The merchant, or its key, may be newer than what is remembered.
            merchant = try await merchants.find(sought, anew: true)
            let now = try await exchange.merchants.find(sought, standIn: message.recipient.publicKey, anew: true)
            if now != remembered { verified = await verify(message, now) }
        }
        if case .failure(let error) = verified, let header = error.header {
            throw Refusal(code: .unreadablePayload, description: "Header not taken (9900): \(header)")
        }
        guard case .success(let key) = verified, let merchant else { throw Refusal(code: .hashMismatch) }
        return (Caller(merchant: merchant, key: key, recipient: message.recipient, algorithm: message.algorithm), claims)
    }

    private func verify(_ message: SealedMessage, _ writers: [RSAPublicKey]) async -> Result<RSAPublicKey, JOSEError> {
        await exchange.workers.goOn { Result { () throws(JOSEError) in try message.verified(by: writers) } }
    }

    private func seal(_ answer: Answer, for caller: Caller) async throws -> Answer {
        let sealed = await exchange.workers.goOn {
            try? SealedMessage.seal(answer.body, to: caller.key, signedBy: caller.recipient, caller.algorithm)
        }
        guard let sealed else { throw VaultError(.broken, "An answer could not be sealed") }
        var answer = answer
        answer.body = Array(sealed.utf8)
        answer.contentType = "text/plain; charset=utf-8"
        return answer
    }

    // MARK: What is asked

    private func perform(_ claims: JSONObject, _ merchant: Merchant) async -> Answer {
        func refused(_ refusal: Refusal, _ fields: [String] = []) -> Answer {
            Answer(
                body: refusal.maintenanceJSON(merchant: merchant.id).bytes, code: refusal.code, fields: fields,
                merchant: merchant.id)
        }
        let profile = merchant.profile
        guard profile.isActive else { return refused(Refusal(code: .invalidMerchant)) }
        do {
            let response = try await respond(claims, merchant)
            return .json(response.json, merchant: merchant.id)
        } catch let invalid as InvalidMessage {
            return refused(invalid.briefRefusal, invalid.fields)
        } catch let error as VaultError {
            return Self.refusal(of: error).map { refused($0, error.field.map { [$0] } ?? []) }
                ?? failed(refused(Refusal(code: .tokenActionFailed)), error)
        } catch {
            return failed(refused(Refusal(code: .unknownError)), error)
        }
    }

    private func failed(_ answer: Answer, _ error: any Error) -> Answer {
        var answer = answer
        answer.failure = "\(error)"
        return answer
    }

    private func respond(_ claims: JSONObject, _ merchant: Merchant) async throws -> CustomerTokenResponse {
        switch action {
        case .add:
            let request = try AddCustomerTokenRequest(claims)
            guard merchant.profile.mayTokenise else { throw Self.invalid("tokenProvider", .tokenisationNotAllowed) }
            let account = try self.account(request, merchant)
            var response = Self.response(try await vault.add(account, for: merchant), merchant)
            response.tokenReference = ""
            return response
        case .get:
            let request = try NamedCustomerTokenRequest(claims)
            guard let stored = try await vault.find([request.token], of: merchant.id).first else { throw Self.unknown }
            return Self.response(stored, merchant)
        case .update:
            let request = try UpdateCustomerTokenRequest(claims)
            var change = AccountChange()
            change.name = request.name
            change.expiry = try expiry(request.expiry, merchant)
            change.email = request.email
            change.issuer = request.accountIssuer
            change.country = request.accountIssuerCountry
            change.currency = request.accountCurrency
            return Self.response(try await vault.update(request.token, of: merchant.id, change), merchant)
        case .delete:
            let request = try NamedCustomerTokenRequest(claims)
            try await vault.delete(request.token, of: merchant.id)
            return CustomerTokenResponse(merchantID: merchant.id, token: request.token)
        }
    }

    private func account(_ request: AddCustomerTokenRequest, _ merchant: Merchant) throws -> NewAccount {
        let details = AccountDetails(
            issuer: request.accountIssuer ?? "", country: request.accountIssuerCountry ?? "",
            currency: request.accountCurrency ?? "")
        let (number, name, email) = (request.accountNo ?? "", request.name ?? "", request.email ?? "")
        guard request.tokenProvider == "CC" else {
            return try NewAccount(
                external: number, scheme: CardScheme(code: request.tokenProvider),
                expiry: try request.expiry.map { try expiry($0, merchant) }, name: name, email: email, details: details)
        }
        let card: CardNumber
        do throws(VaultError) { card = try CardNumber(number) } catch { throw Self.invalid("accountNo", .invalidCardNumber) }
        return try NewAccount(
            card: card, expiry: try expiry(request.expiry ?? "", merchant), name: name, email: email, details: details)
    }

    /// - Throws: ``InvalidMessage`` of code `4054` for a month that is past.
    private func expiry(_ text: String, _ merchant: Merchant) throws -> CardExpiry {
        let expiry = try CardExpiry(text)
        guard expiry.status(at: clock.now(), in: merchant.zone) != .expired else { throw Self.invalid("expiry", .expiredCard) }
        return expiry
    }

    // MARK: Answers

    private static func invalid(_ field: String, _ code: ResponseCode) -> InvalidMessage {
        InvalidMessage(FieldProblem(field: field, code: code, reason: ""))
    }

    private static let unknown = invalid("token", .invalidCardToken)

    /// - Returns: `nil` for a failure of the gateway's own.
    private static func refusal(of error: VaultError) -> Refusal? {
        switch error.kind {
        case .invalid: invalid(error.field ?? "", .invalidParameter).briefRefusal
        case .unknown: unknown.briefRefusal
        case .limit: Refusal(code: .limitExceeded)
        case .refused: invalid(error.field ?? "", .invalidCardNumber).briefRefusal
        default: nil
        }
    }

    private static func response(_ stored: StoredAccount, _ merchant: Merchant) -> CustomerTokenResponse {
        var response = CustomerTokenResponse(merchantID: merchant.id, token: stored.token)
        response.accountNo = stored.maskedAccount
        response.name = stored.name
        response.email = stored.email
        response.expiry = stored.expiry.map { ExpiryText.day(year: $0.year, month: $0.month) }
        response.accountIssuer = stored.details.issuer
        response.accountIssuerCountry = stored.details.country
        response.accountCurrency = stored.details.currency
        response.channelCode = stored.channel
        response.subChannelCode = stored.scheme?.code ?? ""
        return response
    }
}

/// What maintenance requests need beside the vault.
struct Exchange: Sendable {
    let own: GatewayKeys
    let merchants: MerchantKeys
    let workers: RSAWorkers
    let budgets: RequestBudgets
}

extension Answer {
    /// Before it is known who asks, or where nobody could be answered in secret.
    fileprivate static func plain(_ refusal: Refusal) -> Answer {
        Answer(body: refusal.maintenanceJSON().bytes, code: refusal.code)
    }

    static var overloaded: Answer {
        var answer = plain(Refusal(code: .unknownError, description: "The gateway is busy; try again"))
        answer.status = 503
        return answer
    }
}
