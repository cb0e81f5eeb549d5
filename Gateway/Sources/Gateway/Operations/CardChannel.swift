internal import PGWWire
internal import Payments
internal import StrictJSON
internal import TokenVault

/// The one kind of payment this gateway has a connector for: cards of schemes that are taken everywhere (payments.md §8, P11).
enum CardChannel {
    static let category = "GCARD"
    static let group = "CC"
    /// As a screen calls the group.
    static let name = "Credit Card"
    /// What a payment names.
    static let code = "CC"

    /// Schemes in the order a screen shows them.
    static let schemes: [CardScheme] = [.visa, .mastercard, .jcb, .amex, .unionPay, .diners, .discover]

    /// Whether a session may be paid with cards: neither the gateway, nor the merchant, nor the request keeps to other channels.
    static func isOffered(_ session: FoundSession, gateway: Set<String>) -> Bool {
        let known: Set = [ChannelCode.all, category, group, code]
        return [Array(gateway), session.merchant.profile.channels, session.request.paymentChannel].allSatisfy { list in
            list.isEmpty || list.contains { known.contains($0.uppercased()) }
        }
    }

    /// Where none is offered.
    static let none = Refusal(code: .unconfiguredChannel)

    // MARK: What a number must be like

    /// Of any scheme: 13 to 19 digits.
    static var number: CardNoValidation {
        var validation = CardNoValidation()
        validation.prefixes = ["2", "3", "4", "5", "6", "8"]
        validation.regex = #"^\d{13,19}$"#
        return validation
    }

    static func number(of scheme: CardScheme) -> CardNoValidation {
        let form = CardNumberForm.of(scheme)
        var validation = CardNoValidation()
        validation.prefixes = form.prefixes
        validation.regex = form.regex
        return validation
    }

    static func type(_ scheme: CardScheme, at place: Int, _ call: CallContext) -> CardTypeValidation {
        let form = CardNumberForm.of(scheme)
        var type = CardTypeValidation()
        type.sequenceNo = place
        type.name = scheme.brand
        type.prefixes = form.prefixes
        type.regex = form.beginning
        type.iconUrl = call.address.picture(scheme.picture).icon
        return type
    }

    /// What a payer is asked for, and what each of it must be like.
    static func context(of scheme: CardScheme, _ session: FoundSession) -> PaymentContext {
        var context = PaymentContext()
        context.code = PaymentCode(channelCode: code)
        let storedOnly = session.request.customerTokenOnly == true
        context.input.name = "O"
        context.input.email = "O"
        context.input.mobileNo = "O"
        context.input.cardNo = storedOnly ? "I" : "M"
        context.input.expiryDate = storedOnly ? "I" : "M"
        context.input.securityCode = storedOnly ? "O" : "M"
        context.input.token = storedOnly ? "M" : "O"
        context.validation.name = "^.{1,50}$"
        context.validation.email = "^[^@ ]{1,64}@[^@ ]{1,85}$"
        context.validation.cardNo = number(of: scheme).regex
        context.validation.expiryDate = "^(0[1-9]|1[0-2])/[0-9]{2}$"
        context.validation.securityCode = "^[0-9]{\(scheme.securityCodeLength)}$"
        context.validation.additional.cardNo = number(of: scheme)
        return context
    }

    /// What a session allows.
    static func configuration(_ session: FoundSession) -> ConfigurationInfo {
        var configuration = ConfigurationInfo()
        configuration.payment.tokenize = session.request.tokenize == true && session.merchant.profile.mayTokenise
        configuration.payment.tokenizeOnly = session.request.tokenizeOnly == true
        configuration.payment.cardTokenOnly = session.request.customerTokenOnly == true
        configuration.payment.immediatePayment = session.request.immediatePayment == true
        return configuration
    }
}

/// How a scheme's numbers are written, as regular expressions: anchored, in linear time, at most 255 characters (P12).
struct CardNumberForm {
    /// As a screen matches them against what is typed.
    let prefixes: [String]
    /// Of a whole number.
    let regex: String
    /// Of a number's first digits.
    let beginning: String

    static func of(_ scheme: CardScheme) -> CardNumberForm {
        switch scheme {
        case .visa: CardNumberForm("4", #"4"#, #"\d{12}(?:\d{3}){0,2}"#)
        case .mastercard:
            CardNumberForm(
                "51 52 53 54 55 2", #"(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)"#, #"\d{12}"#)
        case .jcb: CardNumberForm("35", #"35(?:2[89]|[3-8]\d)"#, #"\d{12,15}"#)
        case .amex: CardNumberForm("34 37", #"3[47]"#, #"\d{13}"#)
        case .unionPay: CardNumberForm("62 81", #"(?:62\d{2}|81[0-7]\d)"#, #"\d{12,15}"#)
        case .diners: CardNumberForm("30 36 38 39", #"(?:30[0-5]\d|3095|36\d{2}|3[89]\d{2})"#, #"\d{10}(?:\d{2}|\d{5})?"#)
        case .discover: CardNumberForm("6011 64 65", #"(?:6011|64[4-9]\d|65\d{2})"#, #"\d{12}(?:\d{3})?"#)
        default: CardNumberForm("", "", #"\d{13,19}"#)
        }
    }

    /// A digit is written `\d`, and prefixes are few: lists of digits would read as card numbers where such are looked for.
    private init(_ prefixes: String, _ head: String, _ tail: String) {
        self.prefixes = prefixes.split(separator: " ").map(String.init)
        regex = "^\(head)\(tail)$"
        beginning = "^\(head)\\d*$"
    }
}
