internal import JOSE
internal import PGWWire
internal import StrictJSON

/// `/.well-known/jwks.json` and `/.well-known/certificates.pem`: the gateway's public keys, the newest first (RFC 7517 §5).
struct GatewayKeysOperation: Operation {
    enum Form: Sendable { case keySet, certificates }

    let name = "keys"
    let form: Form
    let keys: GatewayKeys

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        let pairs = try await keys.inUse()
        switch form {
        case .keySet:
            return .json(["keys": .array(pairs.map { .object($0.key.publicKey.jwk) })])
        case .certificates:
            var answer = Answer(body: Array(pairs.map(\.certificate).joined().utf8), code: .success)
            answer.contentType = "application/x-pem-file"
            return answer
        }
    }
}
