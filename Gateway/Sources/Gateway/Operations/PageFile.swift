internal import Crypto
internal import Foundation

/// A file that the hosted page loads, under `/pgw/`.
public struct PageFile: Sendable {
    public let name: String
    /// Why it is there (PCI DSS 4.0.1, 6.4.3).
    public let purpose: String
    let contentType: String
    let bytes: [UInt8]

    /// SHA-384 as pages name it (W3C Subresource Integrity).
    public let integrity: String

    private init(name: String, purpose: String, contentType: String, bytes: [UInt8]) {
        self.name = name
        self.purpose = purpose
        self.contentType = contentType
        self.bytes = bytes
        integrity = "sha384-" + Data(SHA384.hash(data: bytes)).base64EncodedString()
    }

    public static let all: [PageFile] =
        [
            script("words.js", "what the page says, in the payer's language", PackageResources.words_js),
            script("card.js", "what is wrong with what was typed", PackageResources.card_js),
            script("gateway.js", "the calls, and the encryption of card data", PackageResources.gateway_js),
            script("frame.js", "what the page tells the merchant's own around it", PackageResources.frame_js),
            script("form.js", "the form, and the one request that pays", PackageResources.form_js),
            script("result.js", "the result, and the way back to the shop", PackageResources.result_js),
            script("page.js", "the address, the time left, the languages", PackageResources.page_js),
            script("return.js", "sends the browser back to the shop", PackageResources.return_js),
            PageFile(
                name: "page.css", purpose: "how the pages look", contentType: "text/css; charset=utf-8",
                bytes: PackageResources.page_css),
        ]
        + [
            catalogue("en", PackageResources.en_json), catalogue("th", PackageResources.th_json),
            catalogue("my", PackageResources.my_json), catalogue("id", PackageResources.id_json),
            catalogue("ja", PackageResources.ja_json), catalogue("zh-cn", PackageResources.zh_cn_json),
            catalogue("zh-tw", PackageResources.zh_tw_json), catalogue("vi", PackageResources.vi_json),
            catalogue("ko", PackageResources.ko_json),
        ]

    private static func script(_ name: String, _ purpose: String, _ bytes: [UInt8]) -> PageFile {
        PageFile(name: name, purpose: purpose, contentType: "text/javascript; charset=utf-8", bytes: bytes)
    }

    private static func catalogue(_ language: String, _ bytes: [UInt8]) -> PageFile {
        PageFile(
            name: "words/\(language).json", purpose: "the page's words", contentType: "application/json; charset=utf-8",
            bytes: bytes)
    }
}

/// The version of this gateway and of the page it shows.
public enum OpenPGWVersion {
    public static let current = "0.1.0"
}
