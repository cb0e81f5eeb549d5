internal import Foundation
internal import PGWMerchant
internal import PGWTesting
internal import PGWWire

/// The input as what a stranger posts to a merchant's backend, brings back in a browser, sends as a form, or names as an address.
let fuzzPayments: FuzzTarget = { input in
    let text = String(decoding: input, as: UTF8.self)
    do throws(NotificationError) {
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        _ = try verifier?.verify(
            Data(lines.last.map { Array($0.utf8) } ?? []), headers: ["OpenPGW-Signature": String(lines.first ?? "")])
        require(verifier == nil, "nobody signs but who has the secret")
    } catch {
        require(CardNumberLeaks.scan("\(error)", in: "error").isEmpty, "an error repeats no card number")
    }
    if let hint = FrontendReturn(paymentResponse: text) {
        require(!hint.code.rawValue.isEmpty || hint.text.isEmpty, "a hint has a code")
    }
    let form = Form(input)
    _ = form["otp"]
    if let address = WebAddress(text) {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-_:/[]".utf8)
        require(address.origin.utf8.allSatisfy(allowed.contains), "an origin is written into a header as it stands")
    }
}

private let verifier = try? NotificationVerifier(
    merchantID: "JT04", secret: MerchantSecret("1F4EDB965BBB3094F791A83750FBDCDA3852131CB5218E21E4F42929A1975E60"))
