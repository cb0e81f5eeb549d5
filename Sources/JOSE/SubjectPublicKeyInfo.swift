internal import SwiftASN1

/// An RSA public key as X.509 writes it (RFC 5280 §4.1.2.7, RFC 8017 appendix A.1.1).
struct SubjectPublicKeyInfo {
    /// Big-endian, without leading zeros.
    let modulus: [UInt8]
    /// Big-endian, without leading zeros.
    let exponent: [UInt8]

    init(modulus: [UInt8], exponent: [UInt8]) {
        self.modulus = modulus
        self.exponent = exponent
    }

    init(der: [UInt8]) throws { try self.init(try DER.parse(der)) }

    /// The key of a certificate.
    init(certificate der: [UInt8]) throws {
        let key = try DER.sequence(try DER.parse(der), identifier: .sequence) { parts in
            guard let body = parts.next(), parts.next() != nil, parts.next() != nil else { throw JOSEError.malformedKey }
            return try DER.sequence(body, identifier: .sequence) { fields in
                var field = fields.next()
                // The version is the one field that may be left out.
                if field?.identifier == ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific) { field = fields.next() }
                // Behind the serial number: signature algorithm, issuer, validity, subject, key.
                for _ in 0..<5 { field = fields.next() }
                while fields.next() != nil {}
                guard let key = field else { throw JOSEError.malformedKey }
                return key
            }
        }
        try self.init(key)
    }

    private init(_ node: ASN1Node) throws {
        let key = try DER.sequence(node, identifier: .sequence) { parts in
            guard let algorithm = parts.next() else { throw JOSEError.malformedKey }
            try DER.sequence(algorithm, identifier: .sequence) { algorithm in
                // Of RSA keys in general: a key for PSS alone (id-RSASSA-PSS) could not be encrypted to.
                guard try ASN1ObjectIdentifier(derEncoded: &algorithm) == .AlgorithmIdentifier.rsaEncryption else {
                    throw JOSEError.foreignKey
                }
                _ = try ASN1Null(derEncoded: &algorithm)
            }
            let bits = try ASN1BitString(derEncoded: &parts)
            guard bits.paddingBits == 0 else { throw JOSEError.malformedKey }
            return bits.bytes
        }
        try self.init(pkcs1: key)
    }

    init(pkcs1 der: ArraySlice<UInt8>) throws {
        (modulus, exponent) = try DER.sequence(try DER.parse(der), identifier: .sequence) { parts in
            (Array(try ArraySlice<UInt8>(derEncoded: &parts)), Array(try ArraySlice<UInt8>(derEncoded: &parts)))
        }
    }
}
