internal import Crypto
public import Foundation
internal import SwiftASN1

extension RSAPrivateKey {
    /// The public key in a certificate signed by the key itself, as a gateway's portal takes it (X.509, RFC 5280).
    ///
    /// - Parameters:
    ///   - name: The common name, for people.
    ///   - start: When it begins to be valid.
    ///   - days: How long it is.
    /// - Returns: PEM.
    /// - Throws: ``JOSEError/malformedKey`` when `name` is empty or longer than 64 characters.
    public func certificate(name: String, from start: Date, days: Int = 3650) throws(JOSEError) -> String {
        guard (1...64).contains(name.count) else { throw .malformedKey }
        do {
            let body = try Self.body(name, start, start + TimeInterval(days) * 86_400, publicKey)
            var certificate = DER.Serializer()
            let signature = try sign(body)
            try certificate.appendConstructedNode(identifier: .sequence) { certificate in
                certificate.serializeRawBytes(body)
                try Self.pss(&certificate)
                try certificate.serialize(ASN1BitString(bytes: signature[...]))
            }
            return PEMDocument(type: "CERTIFICATE", derBytes: certificate.serializedBytes).pemString + "\n"
        } catch {
            throw .malformedKey
        }
    }

    private static func body(_ name: String, _ start: Date, _ end: Date, _ key: RSAPublicKey) throws -> [UInt8] {
        var serial = SymmetricKey(size: .bits128).withUnsafeBytes(Array.init)
        // Positive, and without a leading zero byte.
        serial[0] = serial[0] & 0x7F | 0x40
        var body = DER.Serializer()
        try body.appendConstructedNode(identifier: .sequence) { body in
            try body.serialize(2, explicitlyTaggedWithTagNumber: 0, tagClass: .contextSpecific)
            try body.serialize(serial[...])
            try pss(&body)
            try commonName(name, &body)
            try body.appendConstructedNode(identifier: .sequence) { validity in
                for date in [start, end] { try time(date, &validity) }
            }
            try commonName(name, &body)
            body.serializeRawBytes(key.der)
        }
        return body.serializedBytes
    }

    private static func commonName(_ name: String, _ out: inout DER.Serializer) throws {
        try out.appendConstructedNode(identifier: .sequence) { out in
            try out.appendConstructedNode(identifier: .set) { out in
                try out.appendConstructedNode(identifier: .sequence) { out in
                    try out.serialize(ASN1ObjectIdentifier.NameAttributes.commonName)
                    try out.serialize(ASN1UTF8String(name))
                }
            }
        }
    }

    /// RSASSA-PSS with SHA-256, MGF1 of the same, a salt of 32 bytes (RFC 4055 §3.1).
    private static func pss(_ out: inout DER.Serializer) throws {
        func hash(_ out: inout DER.Serializer) throws {
            try out.appendConstructedNode(identifier: .sequence) { out in
                try out.serialize([2, 16, 840, 1, 101, 3, 4, 2, 1] as ASN1ObjectIdentifier)
                try out.serialize(ASN1Null())
            }
        }
        func tagged(_ number: UInt, _ out: inout DER.Serializer, _ body: (inout DER.Serializer) throws -> Void) throws {
            try out.appendConstructedNode(
                identifier: ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific), body)
        }
        try out.appendConstructedNode(identifier: .sequence) { out in
            try out.serialize(ASN1ObjectIdentifier.AlgorithmIdentifier.rsaPSS)
            try out.appendConstructedNode(identifier: .sequence) { out in
                try tagged(0, &out) { try hash(&$0) }
                try tagged(1, &out) { out in
                    try out.appendConstructedNode(identifier: .sequence) { out in
                        try out.serialize([1, 2, 840, 113_549, 1, 1, 8] as ASN1ObjectIdentifier)
                        try hash(&out)
                    }
                }
                try tagged(2, &out) { try $0.serialize(32) }
            }
        }
    }

    /// Whole seconds of UTC: UTCTime until 2049, GeneralizedTime from then on (RFC 5280 §4.1.2.5).
    private static func time(_ date: Date, _ out: inout DER.Serializer) throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        let (year, month, day) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
        let (hours, minutes, seconds) = (parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
        if year < 2050 {
            try out.serialize(
                UTCTime(year: year, month: month, day: day, hours: hours, minutes: minutes, seconds: seconds))
        } else {
            try out.serialize(
                GeneralizedTime(
                    year: year, month: month, day: day, hours: hours, minutes: minutes, seconds: seconds,
                    fractionalSeconds: 0))
        }
    }
}
