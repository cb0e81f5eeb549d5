internal import StrictJSON

extension CompactJWS {
    /// The key among `keys` whose signature under `PS256` this is (RFC 7518 §3.5).
    ///
    /// Every key is tried, whichever matches, so that the time does not tell how many a signer has.
    ///
    /// - Throws: ``JOSEError/wrongAlgorithm``, ``JOSEError/forbiddenHeader`` or ``JOSEError/badSignature``.
    public func verified(by keys: [RSAPublicKey]) throws(JOSEError) -> RSAPublicKey {
        let matches = keys.filter { $0.isValid(signature, for: signingInput) }
        guard header["alg"] == "PS256" else { throw .wrongAlgorithm }
        guard let key = matches.first else { throw .badSignature }
        guard HeaderRules.allow(header, kid: .exactly(key.thumbprint), besides: ["enc"]) else { throw .forbiddenHeader }
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
