internal import Foundation
internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// `cardtokeninfo`: the stored cards a payment session registered, masked, with their status (protocol.md §2).
struct TokenInformationOperation: Operation {
    let name = "cardtokeninfo"
    let isForBrowsers = true
    let sessions: Sessions
    let merchants: Merchants
    let vault: Vault
    let clock: WallClock

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        let request: SessionQuestion
        do throws(RequestBody.Refused) { request = try RequestBody.aboutSession(body) } catch { return error.answer }
        do {
            switch sessions.read(request.paymentToken) {
            case .invalid(let refusal): return .refused(refusal)
            case .expired: return .refused(Refusal(code: .paymentExpired))
            case .genuine(let token): return try await list(token, request, call)
            }
        } catch {
            return .failed(.unknownError, error)
        }
    }

    private func list(_ token: SessionToken, _ request: SessionQuestion, _ call: CallContext) async throws -> Answer {
        guard let merchant = try await merchants.find(token.merchant),
            let accounts = try await vault.find(session: token.session, of: merchant.id)
        else { return .refused(Refusal(code: .invalidPaymentToken)) }
        let month = CardExpiry.current(at: clock.now(), in: merchant.zone)
        let response = TokenInformationResponse(
            paymentToken: request.paymentToken, tokens: accounts.map { information($0, month, call) })
        return Answer(body: response.bytes(call.version), code: .success, merchant: merchant.id)
    }

    private func information(_ account: StoredAccount, _ month: CardExpiry, _ call: CallContext) -> TokenInformation {
        let status = account.expiry.map { TokenStatus($0.status(in: month)) } ?? .available
        let picture = call.address.picture(account.scheme?.picture ?? "wallet")
        return TokenInformation(
            channelCode: account.channel, subChannelCode: account.scheme?.code ?? "", token: account.token,
            accountNo: account.maskedAccount,
            expiry: account.expiry.map {
                ExpiryText.text(year: $0.year, month: $0.month, status: status, version: call.version)
            } ?? "",
            name: account.name, email: Masking.email(account.email), status: status,
            iconUrl: picture.icon, logoUrl: picture.logo, cardBrand: account.scheme?.brand ?? "")
    }
}

extension TokenStatus {
    init(_ status: CardStatus) {
        self =
            switch status {
            case .available: .available
            case .expiring: .expiring
            case .expired: .expired
            }
    }
}
