import Crypto
import Foundation

/// A request body with any JOSE header over a right MAC.
enum Forgery {
    static func body(header: String, claims: String, secret: [UInt8]) throws -> String {
        let input = encode(Data(header.utf8)) + "." + encode(Data(claims.utf8))
        let mac = HMAC<SHA256>.authenticationCode(for: Data(input.utf8), using: SymmetricKey(data: secret))
        return #"{"payload":"\#(input).\#(encode(Data(mac)))"}"#
    }

    private static func encode(_ data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
