internal import Foundation
internal import PGWTesting
internal import TokenVault

/// The input as what a person or a merchant types: a card number, an expiry, a name, an account, a token.
let fuzzCards: FuzzTarget = { input in
    let text = String(decoding: input, as: UTF8.self)
    attempt { () throws(VaultError) in
        let number = try CardNumber(text)
        let masked = number.masked
        require(masked.count { $0.isNumber } <= 10, "first six and last four at most")
        require(CardNumberLeaks.scan(masked + "\(number)", in: "mask").isEmpty, "a masked number is none")
        let isKnown = number.scheme != .unknown && text.count { $0.isNumber } > 12
        require(
            Texts.holdsCardNumberAmongLetters(text) || !isKnown,
            "a number of a known scheme is seen as one, however it is grouped")
    }
    attempt { () throws(VaultError) in
        let expiry = try CardExpiry(text)
        require(try CardExpiry(expiry.description) == expiry, "an expiry that is written reads the same")
    }
    let masked = Masking.email(text)
    require(masked.isEmpty == text.isEmpty, "an address is masked, not lost")
    attempt { () throws(VaultError) in _ = try NewAccount(wallet: "TRUEMONEY", account: text, name: "A Holder") }
    attempt { () throws(VaultError) in
        _ = try NewAccount(
            card: try CardNumber("4111111111111111"), expiry: try CardExpiry("12/39"), name: text, email: text, token: text)
    }
}

/// What is refused is refused in words that repeat nothing.
private func attempt(_ body: () throws(VaultError) -> Void) {
    do throws(VaultError) {
        try body()
    } catch {
        require(CardNumberLeaks.scan(error.description, in: "error").isEmpty, "an error repeats no card number")
    }
}
