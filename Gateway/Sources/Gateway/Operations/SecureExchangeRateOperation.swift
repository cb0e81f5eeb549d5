internal import Foundation
internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// `exchangeRate/secure`: in which other currencies a merchant may be paid, signed both ways. No connector has rates, so there are none
/// (payments.md §1.5, §8 P15).
struct SecureExchangeRateOperation: Operation {
    let name = "exchangerate"
    let requests: SignedRequests
    let clock: WallClock

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        do {
            let (caller, claims) = try await requests.read(body)
            do throws(InvalidMessage) {
                try requests.checkTimes(of: claims)
                let request = try SecureExchangeRateRequest(claims: claims)
                var rates = SecureExchangeRates()
                rates.merchantID = caller.merchant.id
                rates.providerCode = request.providerCode ?? ""
                rates.expire = Int(clock.now().timeIntervalSince1970)
                rates.responseCode = ResponseCode.success.rawValue
                rates.responseDescription = ResponseCode.success.meaning ?? ""
                return caller.signed(rates.wire.object ?? JSONObject())
            } catch {
                return .refused(error, merchant: caller.merchant.id)
            }
        } catch let refusal as Refusal {
            return .refused(refusal, fields: refusal.fields)
        } catch {
            return .failed(.unknownError, error)
        }
    }
}
