internal import StrictJSON

/// A compact JWS as it was received: three parts, read strictly, not yet believed (RFC 7515 §3.1).
public struct CompactJWS: Sendable {
    /// What the sender claims. Only good for finding the key that proves it.
    public let unverifiedPayload: [UInt8]

    let header: JSONObject
    let signature: [UInt8]
    let signingInput: [UInt8]

    /// - Parameters:
    ///   - text: At most 64 KiB.
    /// - Throws: ``JOSEError/malformed``.
    public init(_ text: String) throws(JOSEError) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 1 << 16 else { throw .malformed }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty,
            let headerBytes = Base64URL.decode(parts[0]),
            let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]),
            let header = try? JSON(parsing: headerBytes, limits: JSONLimits(bytes: 1 << 15, depth: 4)).object
        else { throw .malformed }
        self.header = header
        self.signature = signature
        unverifiedPayload = payload
        signingInput = Array(bytes[..<(parts[0].count + 1 + parts[1].count)])
    }

    /// The payload, once the signature is proven to be `key`'s under `HS256`.
    ///
    /// The header is judged after the signature, so that only who has the key hears what is wrong with it. MACs are compared in
    /// constant time.
    ///
    /// - Throws: ``JOSEError``: ``JOSEError/wrongAlgorithm``, ``JOSEError/badSignature``, or one that names a
    ///   ``JOSEError/header``.
    public func verified(by key: HMACKey) throws(JOSEError) -> [UInt8] {
        let matches = key.isValid(signature, of: signingInput)
        // `alg` is a string compared as it stands: an array, null, a missing member or another case are all wrong.
        guard header["alg"] == "HS256" else { throw .wrongAlgorithm }
        guard matches else { throw .badSignature }
        if let name = HeaderRules.refused(in: header, besides: ["enc"]) { throw .forbiddenHeader(name) }
        return unverifiedPayload
    }

    /// Signs bytes under `HS256`, with the header `{"alg":"HS256","typ":"JWT"}`.
    public static func sign(_ payload: [UInt8], with key: HMACKey) -> String {
        let input = hs256Header + "." + Base64URL.encode(payload)
        return input + "." + Base64URL.encode(key.code(of: input.utf8))
    }

    private static let hs256Header = Base64URL.encode(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))
}
