internal import Foundation
internal import JOSE
public import PGWWire
internal import StrictJSON

/// What a browser brought back to `frontendReturnUrl` in the field `paymentResponse` (payments.md §1.7). A hint for the page that is shown,
/// and nothing more: it is unsigned, and whoever holds the browser can write it. Whether something was paid says ``PaymentInquiryClient``.
public struct FrontendReturn: Sendable, Equatable {
    public let invoiceNo: String
    public let channelCode: String
    public let code: ResponseCode
    public let text: String
    public let locale: String?

    /// Reads the field in each of the forms that are about: base64 with or without padding, base64url, and the payload of a JWT, whose
    /// signature says nothing here.
    ///
    /// - Parameter paymentResponse: The field's value, no longer percent-encoded.
    /// - Returns: `nil` for anything else.
    public init?(paymentResponse: String) {
        guard paymentResponse.utf8.count <= 8192 else { return nil }
        let parts = paymentResponse.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 3 else { return nil }
        // A form that was decoded once too often has blanks where there were pluses.
        var base64 = String(parts.count == 3 ? parts[1] : parts[0]).replacingOccurrences(of: " ", with: "+")
            .replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        while base64.hasSuffix("=") { base64.removeLast() }
        base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: base64), let object = try? JSON(parsing: Array(data)).object,
            let invoice = object["invoiceNo"]?.string, let code = object["respCode"]?.string
        else { return nil }
        invoiceNo = invoice
        self.code = ResponseCode(rawValue: code)
        channelCode = object["channelCode"]?.string ?? ""
        text = object["respDesc"]?.string ?? ""
        locale = object["locale"]?.string
    }
}
