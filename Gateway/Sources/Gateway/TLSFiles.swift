internal import Foundation
@_spi(OpenPGW) internal import JOSE
internal import NIOCore
internal import NIOSSL
internal import TokenVault

/// The certificate and the key TLS is done with, as files of PEM.
public struct TLSFiles: Sendable {
    public let certificate: String
    public let key: String

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// A configuration of TLS 1.2 and 1.3.
    ///
    /// - Parameter warn: Hears of what works and should not be left as it is.
    /// - Throws: ``ConfigurationError`` that says which file is wrong, and what is wrong with it.
    func load(warn: (String) -> Void) throws(ConfigurationError) -> TLSConfiguration {
        let (chainBlocks, keyBlocks) = (try blocks(certificate, "certificate"), try blocks(key, "key"))
        let certificates = chainBlocks.blocks.filter { Self.certificateLabels.contains($0.label) }
        if certificates.isEmpty, chainBlocks.hasPrivateKey {
            throw refused("certificate", certificate, "holds a private key; it belongs to --tls-key")
        }
        guard let ownKeyBlock = keyBlocks.blocks.first(where: \.isPrivateKey) else {
            let isCertificate = keyBlocks.first(Self.certificateLabels) != nil
            throw refused(
                "key", key,
                isCertificate
                    ? "holds a certificate; it belongs to --tls-certificate"
                    : "holds no private key" + Self.seen(keyBlocks.problem))
        }
        if ownKeyBlock.isEncrypted {
            throw refused("key", key, "is encrypted with a password; decrypt it first: openssl pkey -in FILE -out NEW")
        }
        guard !certificates.isEmpty else {
            throw refused("certificate", certificate, "holds no certificate" + Self.seen(chainBlocks.problem))
        }
        let chain = certificates.compactMap { try? NIOSSLCertificate(bytes: $0.der, format: .der) }
        guard chain.count == certificates.count, let own = chain.first else {
            throw refused("certificate", certificate, "holds a certificate that cannot be read")
        }
        guard let ownKey = try? NIOSSLPrivateKey(bytes: ownKeyBlock.der, format: .der) else {
            throw refused("key", key, "holds no private key that TLS can use: RSA, or ECDSA on a curve of NIST")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(ownKey))
        configuration.minimumTLSVersion = .tlsv12
        // Said, so that a client that would rather speak HTTP/2 knows at once (RFC 7301).
        configuration.applicationProtocols = ["http/1.1"]
        // A client that is idle does not answer the end of a connection, and the gateway's own end waits for it.
        configuration.shutdownTimeout = .seconds(1)
        do {
            _ = try NIOSSLContext(configuration: configuration)
        } catch {
            throw ConfigurationError(
                "The TLS key \(key) is not that of the first certificate in \(certificate); a chain begins with the server's own")
        }
        let now = Date()
        let (start, end) = (
            Date(timeIntervalSince1970: TimeInterval(own.notValidBefore)),
            Date(timeIntervalSince1970: TimeInterval(own.notValidAfter))
        )
        if end < now { warn("The TLS certificate \(certificate) expired on \(end.formatted(.iso8601))") }
        if start > now { warn("The TLS certificate \(certificate) is not valid before \(start.formatted(.iso8601))") }
        if (now...(now + 14 * 86_400)).contains(end) {
            warn("The TLS certificate \(certificate) expires on \(end.formatted(.iso8601))")
        }
        return configuration
    }

    private static let certificateLabels: Set<String> = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"]

    private func blocks(_ path: String, _ what: String) throws(ConfigurationError) -> PEMText {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw refused(what, path, "is not there")
        }
        guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
            throw refused(what, path, isFolder.boolValue ? "is a folder" : "cannot be read")
        }
        // DER begins with a SEQUENCE, whose length needs more than a byte.
        if data.starts(with: [0x30, 0x82]) || data.starts(with: [0x30, 0x81]) {
            throw refused(
                what, path,
                "is DER or PKCS #12, and PEM is taken: openssl \(what == "key" ? "pkey" : "x509") -inform DER, or openssl pkcs12 -nodes, makes it"
            )
        }
        if let problem = Texts.encodingProblem(data) { throw refused(what, path, problem) }
        do throws(JOSEError) {
            return try PEMText(String(decoding: data, as: UTF8.self))
        } catch {
            throw refused(what, path, "holds no \(what == "key" ? "private key" : "certificate") in PEM" + Self.seen(error))
        }
    }

    /// What there was instead, where that is known.
    private static func seen(_ error: JOSEError) -> String {
        error.detail.flatMap { $0 == JOSEError.malformedKey.detail ? nil : ": \($0)" } ?? ""
    }

    private func refused(_ what: String, _ path: String, _ why: String) -> ConfigurationError {
        ConfigurationError("The TLS \(what) \(path) \(why)")
    }
}

extension PEMText.Block {
    var isPrivateKey: Bool { label.hasSuffix("PRIVATE KEY") }
}

extension PEMText {
    var hasPrivateKey: Bool { blocks.contains(where: \.isPrivateKey) }
}
