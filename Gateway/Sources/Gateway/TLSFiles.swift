internal import Foundation
internal import NIOSSL

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
        let (chainText, keyText) = (try text(certificate, "certificate"), try text(key, "key"))
        if !chainText.contains("-----BEGIN CERTIFICATE"), chainText.contains("PRIVATE KEY-----") {
            throw refused("certificate", certificate, "holds a private key; it belongs to --tls-key")
        }
        if !keyText.contains("PRIVATE KEY-----"), keyText.contains("-----BEGIN CERTIFICATE") {
            throw refused("key", key, "holds a certificate; it belongs to --tls-certificate")
        }
        if keyText.contains("ENCRYPTED") {
            throw refused("key", key, "is encrypted with a password; decrypt it first: openssl pkey -in FILE -out NEW")
        }
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(Array(chainText.utf8)), let own = chain.first else {
            throw refused("certificate", certificate, "holds no certificate that can be read, in PEM")
        }
        guard let ownKey = try? NIOSSLPrivateKey(bytes: Array(keyText.utf8), format: .pem) else {
            throw refused("key", key, "holds no private key that can be read, in PEM")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(ownKey))
        configuration.minimumTLSVersion = .tlsv12
        // Said, so that a client that would rather speak HTTP/2 knows at once (RFC 7301).
        configuration.applicationProtocols = ["http/1.1"]
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

    private func text(_ path: String, _ what: String) throws(ConfigurationError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw refused(what, path, FileManager.default.fileExists(atPath: path) ? "cannot be read" : "is not there")
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return String(decoding: data.starts(with: mark) ? data.dropFirst(mark.count) : data, as: UTF8.self)
    }

    private func refused(_ what: String, _ path: String, _ why: String) -> ConfigurationError {
        ConfigurationError("The TLS \(what) \(path) \(why)")
    }
}
