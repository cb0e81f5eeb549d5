#if os(Linux) && canImport(Glibc)
import Foundation

/// What the environment says of connections, as OpenSSL and curl read it.
///
/// Read once, when a transport is made, and by nobody later: while another thread of the host changes its environment, who reads it may
/// read what is no longer there.
struct CurlSurroundings: Sendable {
    let authorityFile: String?
    let authorityFolder: String?
    /// Whether those apply that the system has.
    var isSilentOnAuthorities: Bool { authorityFile == nil && authorityFolder == nil }
    private let proxies: [String: String]
    let exempt: String

    init() {
        func value(_ names: String...) -> String? {
            names.lazy.compactMap { getenv($0).map { String(cString: $0) } }.first { !$0.isEmpty }
        }
        authorityFile = value("SSL_CERT_FILE")
        authorityFolder = value("SSL_CERT_DIR")
        let any = value("all_proxy", "ALL_PROXY")
        // HTTP_PROXY is what a web server makes of a request's header of that name.
        proxies = ["http": value("http_proxy") ?? any, "https": value("https_proxy", "HTTPS_PROXY") ?? any].compactMapValues(
            \.self)
        exempt = value("no_proxy", "NO_PROXY") ?? ""
    }

    /// Empty for none.
    func proxy(for url: URL) -> String { proxies[url.scheme?.lowercased() ?? ""] ?? "" }
}
#endif
