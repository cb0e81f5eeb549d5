internal import Crypto
internal import Foundation
internal import JOSE
public import PGWWire
internal import StrictJSON

extension GatewayPublicKeys {
    /// Encrypts card data for one payment token, as `securePayToken` of Do Payment takes it (protocol.md §5.2).
    ///
    /// - Parameters:
    ///   - payload: Its hash of the payment token is set here.
    ///   - paymentToken: The one it is good for.
    /// - Throws: ``CustomerTokenError`` where nothing can be encrypted to the gateway's key.
    public func securePayToken(
        _ payload: SecurePayload, for paymentToken: String
    ) throws(CustomerTokenError) -> String {
        guard let key = keys.first else { throw CustomerTokenError(.invalidKey, "There is no key of the gateway") }
        var payload = payload
        payload.paymentTokenHash = Data(SHA256.hash(data: Data(paymentToken.utf8))).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_").replacingOccurrences(
                of: "=", with: "")
        do throws(JOSEError) { return try CompactJWE.encrypt(payload.json.bytes, to: key, .rsaOAEP256) } catch {
            throw CustomerTokenError(.invalidKey, "\(error)")
        }
    }
}
