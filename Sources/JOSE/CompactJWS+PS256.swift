internal import StrictJSON

extension CompactJWS {
    /// The key among `keys` whose signature under `PS256` this is (RFC 7518 §3.5).
    ///
    /// A signature is only tried with keys of its own length. Where it is nobody's, it is tried with stand-ins until
    /// ``RSAPublicKey/mostKeys`` were: how long a refusal takes tells neither how many keys there are nor how long they are.
    ///
    /// - Throws: ``JOSEError``: ``JOSEError/wrongAlgorithm``, ``JOSEError/badSignature``, or one that names a
    ///   ``JOSEError/header``.
    public func verified(by keys: [RSAPublicKey]) throws(JOSEError) -> RSAPublicKey {
        let candidates = keys.filter { ($0.bits + 7) / 8 == signature.count }
        let key = candidates.first { $0.isValid(signature, for: signingInput) }
        guard let key else {
            if let standIn = RSAPublicKey.standIn(bytes: signature.count) {
                for _ in candidates.count..<max(candidates.count, RSAPublicKey.mostKeys) {
                    _ = standIn.isValid(signature, for: signingInput)
                }
            }
            throw header["alg"] == "PS256" ? .badSignature : .wrongAlgorithm
        }
        guard header["alg"] == "PS256" else { throw .wrongAlgorithm }
        if let name = HeaderRules.refused(in: header, besides: ["enc"]) { throw .forbiddenHeader(name) }
        return key
    }

    /// Signs bytes under `PS256`, with the header `{"alg":"PS256"}`.
    ///
    /// - Throws: ``JOSEError/malformedKey`` when the key cannot sign.
    public static func sign(_ payload: [UInt8], with key: RSAPrivateKey) throws(JOSEError) -> String {
        let input = ps256Header + "." + Base64URL.encode(payload)
        return input + "." + Base64URL.encode(try key.sign(Array(input.utf8)))
    }

    private static let ps256Header = Base64URL.encode(Array(#"{"alg":"PS256"}"#.utf8))
}
