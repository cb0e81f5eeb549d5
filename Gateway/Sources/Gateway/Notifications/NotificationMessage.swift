internal import Foundation
internal import JOSE
internal import PGWWire
internal import Payments
internal import StrictJSON
internal import TokenVault

/// A notification as it is posted: the documented body, and a signature that says when it was sent (payments.md §1.7, §5.2).
struct NotificationMessage {
    let headers: [String: String]
    let body: Data

    /// - Parameter now: By the world's clock, also in a sandbox: whoever takes it looks at their own.
    init(_ notice: Notice, of merchant: Merchant, now: Date = .now) throws {
        let version = APIVersion(rawValue: notice.payment.payment.echo.version) ?? .v43
        let claims = PaymentResult(notice.payment, of: merchant).claims(version, isAmountNumber: false)
        // A sandbox shows what a stranger's looks like.
        let secret = notice.isForged ? Array("not the merchant's secret, but another".utf8) : merchant.secret
        let key = try HMACKey(secret)
        let payload = CompactJWS.sign(JSON.object(claims).bytes, with: key)
        body = Data(Envelope(payload: payload).json.bytes)
        let time = "\(Int(now.timeIntervalSince1970))"
        headers = [
            "Content-Type": "application/json; charset=utf-8", "OpenPGW-Event": notice.event,
            "OpenPGW-Attempt": "\(notice.attempts + 1)",
            "OpenPGW-Signature": "t=\(time),v1=\(key.code(of: Array("\(time).".utf8) + body).hex)",
        ]
    }
}
