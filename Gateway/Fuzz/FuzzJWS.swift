internal import Crypto
internal import Foundation
internal import JOSE
internal import PGWTesting

private let secret = "0123456789ABCDEF0123456789ABCDEF"

private let key: HMACKey = {
    guard let key = try? HMACKey(secret: secret) else { fatalError("a short secret") }
    return key
}()

/// The input as a whole message, and as a header under a right signature.
let fuzzJWS: FuzzTarget = { input in
    let text = String(decoding: input, as: UTF8.self)
    do throws(JOSEError) {
        let jws = try CompactJWS(text)
        require((try? jws.verified(by: key)) == nil, "nobody forges a signature by chance")
        let again = CompactJWS.sign(jws.unverifiedPayload, with: key)
        require(try CompactJWS(again).verified(by: key) == jws.unverifiedPayload, "what is signed verifies")
    } catch {
        require(CardNumberLeaks.scan("\(error)", in: "error").isEmpty, "an error repeats no card number")
    }

    // A right signature under whatever header: it is only believed where another parser reads HS256 too.
    guard (try? CompactJWS(signed(header: input)).verified(by: key)) != nil else { return }
    let header = (try? JSONSerialization.jsonObject(with: Data(input))) as? [String: Any]
    require(header?["alg"] as? String == "HS256", "the algorithm is HS256 for everybody")
    for name in ["crit", "b64", "zip", "jku", "jwk", "x5u", "x5c"] { require(header?[name] == nil, "\(name) is refused") }
}

/// An empty payload under any header, with the MAC it should have.
private func signed(header: [UInt8]) -> String {
    let input = base64URL(header) + "." + base64URL(Array("{}".utf8))
    let mac = HMAC<SHA256>.authenticationCode(for: Data(input.utf8), using: SymmetricKey(data: Array(secret.utf8)))
    return input + "." + base64URL(Array(mac))
}

private func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}
