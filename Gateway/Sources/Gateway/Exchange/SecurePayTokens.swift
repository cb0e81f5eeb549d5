internal import Crypto
internal import Foundation
internal import JOSE
internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// Opens the card data of a payment that was encrypted to the gateway (payments.md §8, P18 and P19).
struct SecurePayTokens: Sendable {
    let keys: GatewayKeys
    let workers: RSAWorkers

    /// The request with what was encrypted in the place of what it was encrypted in.
    ///
    /// - Throws: `InvalidMessage`, naming members as if they had stood in the open; ``RSAWorkers/Overloaded``.
    func opened(_ request: DoPaymentRequest) async throws -> DoPaymentRequest {
        guard let details = request.payment?.data, let token = details.securePayToken else { return request }
        let own = try await keys.inUse().map(\.key)
        let text = Array(token.reveal().utf8)
        let read = try await workers.begin { try? CompactJWE.decrypt(text, by: own) }
        // One answer to whatever is wrong with it: who alters it learns nothing.
        guard let read, read.algorithm == .rsaOAEP256,
            let object = try? JSON(parsing: read.plaintext, limits: RequestBody.limits).object
        else { throw Self.unreadable }
        let payload: SecurePayload
        do throws(InvalidMessage) { payload = try SecurePayload(object) } catch {
            throw InvalidMessage(error.problems.map { .data($0.field, $0.code, $0.reason) }) ?? error
        }
        guard payload.paymentTokenHash == Self.hash(request.paymentToken) else { throw Self.unreadable }
        var plain = details
        plain.securePayToken = nil
        try Self.fill(&plain.cardNo, payload.cardNo, "cardNo")
        try Self.fill(&plain.expiryMonth, payload.expiryMonth, "expiryMonth")
        try Self.fill(&plain.expiryYear, payload.expiryYear, "expiryYear")
        try Self.fill(&plain.securityCode, payload.securityCode, "securityCode")
        try Self.fill(&plain.pin, payload.pin, "pin")
        var opened = request
        opened.payment?.data = plain
        return opened
    }

    private static func fill<Value>(_ place: inout Value?, _ value: Value?, _ name: String) throws(InvalidMessage) {
        guard let value else { return }
        guard place == nil else {
            throw InvalidMessage(.data(name, .invalidParameter, "stands in securePayToken and beside it; send one of them"))
        }
        place = value
    }

    private static let unreadable = InvalidMessage(
        .data("securePayToken", .invalidParameter, "is not encrypted to a key of this gateway, or not for this payment token"))

    /// SHA-256, base64url without padding.
    private static func hash(_ paymentToken: String) -> String {
        Data(SHA256.hash(data: Array(paymentToken.utf8))).base64EncodedString().replacing("+", with: "-").replacing(
            "/", with: "_"
        )
        .replacing("=", with: "")
    }
}
