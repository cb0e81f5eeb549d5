internal import Foundation
internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// `paymentToken`: a merchant's signed request opens a payment session (protocol.md §1).
struct PaymentTokenOperation: Operation {
    let name = "paymentToken"
    let requests: SignedRequests
    let sessions: Sessions
    let clock: WallClock
    /// Channels this gateway takes payments on; empty for all.
    let channels: Set<String>
    let limits: GatewayConfiguration.Limits
    let isSandbox: Bool

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        let caller: SignedRequests.Caller
        let claims: JSONObject
        do {
            (caller, claims) = try await requests.read(body)
        } catch let refusal as Refusal {
            return .refused(refusal, fields: refusal.fields)
        } catch {
            return .failed(.tokenGenerationFailed, error)
        }
        do throws(InvalidMessage) {
            let request = try validated(claims, caller.merchant)
            return try await open(request, claims, caller, call)
        } catch {
            return .refused(error, merchant: caller.merchant.id)
        }
    }

    // MARK: What is asked

    private func validated(_ claims: JSONObject, _ merchant: Merchant) throws(InvalidMessage) -> PaymentTokenRequest {
        try requests.checkTimes(of: claims)
        var request = try PaymentTokenRequest(claims: claims)
        let profile = merchant.profile
        func refuse(_ field: String, _ code: ResponseCode, _ reason: String) -> InvalidMessage {
            InvalidMessage(.init(field: field, code: code, reason: reason))
        }

        let currency = request.currencyCode ?? profile.currency
        request.currencyCode = currency
        guard profile.currencies.isEmpty || profile.currencies.contains(currency) else {
            throw refuse("currencyCode", .invalidCurrency, "is not a currency of this merchant")
        }
        let amounts: [(String, Decimal?, ResponseCode)] = [
            ("amount", request.amount, .invalidAmount), ("recurringAmount", request.recurringAmount, .recurring(2)),
            ("maxAccumulateAmount", request.maxAccumulateAmount, .recurring(4)),
        ]
        if let known = Currency(code: currency) {
            for (field, amount, code) in amounts {
                guard let amount, !known.fits(amount) else { continue }
                throw refuse(field, code, "has more decimals than the merchant's currency")
            }
        }
        let asked = request.paymentChannel.filter { $0.uppercased() != ChannelCode.all }
        guard profile.channels.isEmpty || asked.allSatisfy(profile.channels.contains) else {
            throw refuse("paymentChannel", .unauthorisedChannel, "names a channel this merchant may not use")
        }
        guard channels.isEmpty || asked.allSatisfy(channels.contains) else {
            throw refuse("paymentChannel", .unconfiguredChannel, "names a channel this gateway has not configured")
        }
        if let address = request.backendReturnUrl,
            let reason = NotificationAddress.objection(to: address, isSandbox: isSandbox)
        {
            throw refuse("backendReturnUrl", .invalidParameter, reason)
        }
        // A browser could never go there, and its payer would find that out.
        if let address = request.frontendReturnUrl, !address.isEmpty, WebAddress(address) == nil {
            throw refuse(
                "frontendReturnUrl", .invalidParameter,
                "is not an address that begins with https:// or http://, or it names a user")
        }
        guard profile.mayTokenise || !(request.tokenize == true || request.tokenizeOnly == true) else {
            throw refuse(
                request.tokenize == true ? "tokenize" : "tokenizeOnly", .tokenisationNotAllowed,
                "is not enabled for this merchant")
        }
        return request
    }

    private func expiry(_ request: PaymentTokenRequest, _ merchant: Merchant) throws(InvalidMessage) -> Date {
        let now = clock.now()
        guard let asked = request.paymentExpiry.flatMap(PaymentExpiry.init)?.date(in: merchant.zone) else {
            return now + limits.tokenLifetime
        }
        guard asked > now else {
            throw InvalidMessage(.init(field: "paymentExpiry", code: .invalidPaymentExpiry, reason: "is in the past"))
        }
        return min(asked, now + limits.maximumTokenLifetime)
    }

    // MARK: The session

    private func open(
        _ request: PaymentTokenRequest, _ claims: JSONObject, _ caller: SignedRequests.Caller, _ call: CallContext
    ) async throws(InvalidMessage) -> Answer {
        let merchant = caller.merchant
        let expires = try expiry(request, merchant)
        do {
            switch try await sessions.open(
                request, claims: claims, call.version, droppingUnknown: merchant.profile.lenientTokens, expires: expires)
            {
            case .opened(let token): return try signed(token, request, caller, call)
            case .invoiceExists: return .refused(Refusal(code: .existingInvoice), merchant: merchant.id)
            case .otherRequest:
                return refused("idempotencyID", .invalidParameter, "was used before, for another request", merchant)
            case .unknownToken:
                return refused("customerToken", .invalidCustomerToken, "names a token the merchant does not have", merchant)
            }
        } catch {
            return .failed(.tokenGenerationFailed, error, merchant: merchant.id)
        }
    }

    private func refused(_ field: String, _ code: ResponseCode, _ reason: String, _ merchant: Merchant) -> Answer {
        .refused(InvalidMessage(.init(field: field, code: code, reason: reason)), merchant: merchant.id)
    }

    private func signed(
        _ token: String, _ request: PaymentTokenRequest, _ caller: SignedRequests.Caller, _ call: CallContext
    ) throws -> Answer {
        // The token is behind #, so that the path says who may show the page in a frame.
        let isFramed = request.iframeMode == true && !caller.merchant.profile.pageOrigins.isEmpty
        let frame = isFramed ? "frame/\(caller.merchant.id)/" : ""
        let response = PaymentTokenResponse(
            paymentToken: token,
            webPaymentUrl:
                "\(call.address.text)/payment/\(call.version.rawValue)/\(frame)#/token/\(PaymentTokenText.percentEncoded(token))")
        return caller.signed(response.claims)
    }
}

/// A payment token in an address.
enum PaymentTokenText {
    /// With lower-case hexadecimal digits, as the protocol's samples are (protocol.md §1.3).
    static func percentEncoded(_ token: String) -> String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(token.utf8.count + 32)
        for byte in token.utf8 {
            switch byte {
            case UInt8(ascii: "+"): encoded += "%2b".utf8
            case UInt8(ascii: "/"): encoded += "%2f".utf8
            case UInt8(ascii: "="): encoded += "%3d".utf8
            default: encoded.append(byte)
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
