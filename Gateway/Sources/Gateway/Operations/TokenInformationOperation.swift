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
            let accounts = try await vault.show(session: token.session, of: merchant.id)
        else { return .refused(Refusal(code: .invalidPaymentToken)) }
        let month = CardExpiry.current(at: clock.now(), in: merchant.zone)
        let body = TokenInformationResponse.bytes(
            call.version, paymentToken: request.paymentToken, count: accounts.count
        ) { index, member in
            value(member, accounts[index], month, call)
        }
        return Answer(body: body, code: .success, merchant: merchant.id)
    }

    private func value(
        _ member: TokenInformation.Member, _ account: ShownAccount, _ month: CardExpiry, _ call: CallContext
    ) -> TokenInformationResponse.Text {
        switch member {
        case .channelCode: .utf8(account.channel)
        case .subChannelCode: .text(account.scheme?.code ?? "")
        case .token: .text(account.token)
        case .accountNo: .utf8(account.maskedAccount)
        case .expiry: .text(account.expiry.map { expiry($0, month, call.version) } ?? "")
        case .name: .utf8(account.name)
        case .email: .utf8(account.maskedEmail)
        case .status: .text(status(account.expiry, month).rawValue)
        case .iconUrl: .text(picture(account, call).icon)
        case .logoUrl: .text(picture(account, call).logo)
        case .cardBrand: .text(account.scheme?.brand ?? "")
        }
    }

    private func status(_ expiry: CardExpiry?, _ month: CardExpiry) -> TokenStatus {
        expiry.map { TokenStatus($0.status(in: month)) } ?? .available
    }

    private func expiry(_ expiry: CardExpiry, _ month: CardExpiry, _ version: APIVersion) -> String {
        ExpiryText.text(year: expiry.year, month: expiry.month, status: status(expiry, month), version: version)
    }

    private func picture(_ account: ShownAccount, _ call: CallContext) -> (icon: String, logo: String) {
        call.address.picture(account.scheme?.picture ?? "wallet")
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
