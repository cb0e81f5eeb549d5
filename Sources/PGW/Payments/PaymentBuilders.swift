public import PGWWire

/// What every payment can say. Each call gives the builder back, so that they chain; ``build()`` ends it.
public class PaymentBuilder {
    let code: PaymentCode
    var data = PaymentData()

    fileprivate init(code: PaymentCode) { self.code = code }

    /// Of an exchange rate the payer chose.
    @discardableResult
    public func fxRateId(_ fxRateId: String) -> Self { with { $0.fxRateId = fxRateId } }

    /// The payer's name; of a card, its holder's.
    @discardableResult
    public func name(_ name: String) -> Self { with { $0.name = name } }

    @discardableResult
    public func email(_ email: String) -> Self { with { $0.email = email } }

    /// As people write one: `+66 81 234 5678`.
    @discardableResult
    public func mobileNo(_ mobileNo: String) -> Self { with { $0.mobileNo = mobileNo } }

    /// `yyyy-MM-dd HH:mm:ss`.
    @discardableResult
    public func paymentExpiry(_ paymentExpiry: String) -> Self { with { $0.paymentExpiry = paymentExpiry } }

    @discardableResult
    public func userAddress(_ userAddress: UserAddress) -> Self { with { $0.userAddress = userAddress } }

    @discardableResult
    public func customerNote(_ customerNote: String) -> Self { with { $0.customerNote = customerNote } }

    public func build() -> PaymentRequest { PaymentRequest(code: code, data: data) }

    func with(_ change: (inout PaymentData) -> Void) -> Self {
        change(&data)
        return self
    }
}

/// What payments with a card's data can say.
public class CardDataBuilder: PaymentBuilder {
    /// 1 to 12.
    @discardableResult
    public func expiryMonth(_ expiryMonth: Int) -> Self { with { $0.expiryMonth = expiryMonth } }

    /// Four digits.
    @discardableResult
    public func expiryYear(_ expiryYear: Int) -> Self { with { $0.expiryYear = expiryYear } }

    /// The three or four digits on the card.
    @discardableResult
    public func securityCode(_ securityCode: String) -> Self { with { $0.securityCode = securityCode } }
}

/// What payments with a card in parts can say.
public class InstallmentBuilder: CardDataBuilder {
    @discardableResult
    public func pin(_ pin: String) -> Self { with { $0.pin = pin } }

    /// ``InstallmentInterestTypeCode``.
    @discardableResult
    public func installmentInterestType(_ type: String) -> Self { with { $0.installmentInterestType = type } }

    /// Months.
    @discardableResult
    public func installmentPeriod(_ period: Int) -> Self { with { $0.installmentPeriod = period } }

    /// Months.
    @discardableResult
    public func installmentPayLaterPeriod(_ period: Int) -> Self { with { $0.installmentPayLaterPeriod = period } }
}

/// Pays with a card's number (payments.md §3.2).
///
/// ```swift
/// let payment = CardPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), "4111111111111111")
///     .expiryMonth(12).expiryYear(2030).securityCode("123").tokenize(true).build()
/// ```
public final class CardPaymentBuilder: InstallmentBuilder {
    public init(paymentCode: PaymentCode, _ cardNo: String = "") {
        super.init(code: paymentCode)
        data.cardNo = cardNo
    }

    public convenience init(channelCode: String, _ cardNo: String = "") {
        self.init(paymentCode: PaymentCode(channelCode: channelCode), cardNo)
    }

    /// The issuer's name.
    @discardableResult
    public func bank(_ bank: String) -> CardPaymentBuilder { with { $0.bank = bank } }

    /// The issuer's country, ISO 3166, two letters.
    @discardableResult
    public func country(_ country: String) -> CardPaymentBuilder { with { $0.country = country } }

    /// Whether the card is stored when the payment is approved.
    @discardableResult
    public func tokenize(_ tokenize: Bool) -> CardPaymentBuilder { with { $0.tokenize = tokenize } }
}

/// Pays with a stored card of the session. An expiry renews the stored one.
public final class CustomerTokenPaymentBuilder: InstallmentBuilder {
    public init(paymentCode: PaymentCode, _ token: String) {
        super.init(code: paymentCode)
        data.token = token
        data.tokenKind = .customerToken
    }

    public convenience init(channelCode: String, _ token: String) {
        self.init(paymentCode: PaymentCode(channelCode: channelCode), token)
    }
}

@available(*, deprecated, renamed: "CustomerTokenPaymentBuilder")
public typealias CardTokenPaymentBuilder = CustomerTokenPaymentBuilder

/// Pays on any channel, with whatever it takes.
public final class UniversalPaymentBuilder: InstallmentBuilder {
    public init(paymentCode: PaymentCode) { super.init(code: paymentCode) }

    public convenience init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {
        self.init(paymentCode: PaymentCode(channelCode: channelCode, agentCode, agentChannelCode))
    }

    @discardableResult
    public func accountNo(_ accountNo: String) -> UniversalPaymentBuilder { with { $0.accountNo = accountNo } }

    @discardableResult
    public func cardNo(_ cardNo: String) -> UniversalPaymentBuilder { with { $0.cardNo = cardNo } }

    /// A stored card; on a channel with cryptograms of its own, such a cryptogram.
    @discardableResult
    public func token(_ token: String) -> UniversalPaymentBuilder { with { $0.token = token } }

    /// ``QRTypeCode``.
    @discardableResult
    public func qrType(_ qrType: String) -> UniversalPaymentBuilder { with { $0.qrType = qrType } }

    @discardableResult
    public func bank(_ bank: String) -> UniversalPaymentBuilder { with { $0.bank = bank } }

    @discardableResult
    public func country(_ country: String) -> UniversalPaymentBuilder { with { $0.country = country } }

    @discardableResult
    public func tokenize(_ tokenize: Bool) -> UniversalPaymentBuilder { with { $0.tokenize = tokenize } }
}

/// Pays with a wallet.
public final class DigitalPaymentBuilder: PaymentBuilder {
    public init(paymentCode: PaymentCode) { super.init(code: paymentCode) }

    public convenience init(channelCode: String) { self.init(paymentCode: PaymentCode(channelCode: channelCode)) }

    @discardableResult
    public func accountNo(_ accountNo: String) -> DigitalPaymentBuilder { with { $0.accountNo = accountNo } }

    /// The wallet's cryptogram.
    @discardableResult
    public func token(_ token: String) -> DigitalPaymentBuilder {
        with {
            $0.token = token
            $0.tokenKind = .cryptogram
        }
    }
}

/// Pays by a code to scan.
public final class QRPaymentBuilder: PaymentBuilder {
    public init(paymentCode: PaymentCode) { super.init(code: paymentCode) }

    public convenience init(channelCode: String) { self.init(paymentCode: PaymentCode(channelCode: channelCode)) }

    /// ``QRTypeCode``.
    @discardableResult
    public func type(_ type: String) -> QRPaymentBuilder { with { $0.qrType = type } }
}

/// Pays later.
public final class BuyNowPayLaterPaymentBuilder: PaymentBuilder {
    public init(paymentCode: PaymentCode) { super.init(code: paymentCode) }

    public convenience init(channelCode: String) { self.init(paymentCode: PaymentCode(channelCode: channelCode)) }
}

/// Payments that an agent takes: a bank, a counter, a machine.
public class AgentPaymentBuilder: PaymentBuilder {
    public init(paymentCode: PaymentCode) { super.init(code: paymentCode) }

    public convenience init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {
        self.init(paymentCode: PaymentCode(channelCode: channelCode, agentCode, agentChannelCode))
    }
}

/// Pays at one's bank's site.
public final class InternetBankingBuilder: AgentPaymentBuilder {}

/// Pays in cash, at a counter.
public final class PayAtCounterBuilder: AgentPaymentBuilder {}

/// Pays at a machine.
public final class SelfServiceMachineBuilder: AgentPaymentBuilder {}

/// Pays from a bank account that is registered.
public final class OnlineDirectDebitBuilder: AgentPaymentBuilder {}

/// Pays in a bank's app.
public final class DeepLinkPaymentBuilder: AgentPaymentBuilder {}

/// Pays on another site.
public final class WebPaymentBuilder: CardDataBuilder {
    public init(paymentCode: PaymentCode) { super.init(code: paymentCode) }

    public convenience init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {
        self.init(paymentCode: PaymentCode(channelCode: channelCode, agentCode, agentChannelCode))
    }

    @discardableResult
    public func cardNo(_ cardNo: String) -> WebPaymentBuilder { with { $0.cardNo = cardNo } }

    /// 1 to 12.
    @discardableResult
    public func issuedMonth(_ issuedMonth: Int) -> WebPaymentBuilder { with { $0.issuedMonth = issuedMonth } }

    /// Four digits.
    @discardableResult
    public func issuedYear(_ issuedYear: Int) -> WebPaymentBuilder { with { $0.issuedYear = issuedYear } }
}

/// Pays with a currency of a chain.
public final class DigitalCurrencyBuilder: PaymentBuilder {
    public init(paymentCode: PaymentCode) { super.init(code: paymentCode) }
}

/// Pays with points, and with a card what they do not cover.
public final class LoyaltyPointPaymentBuilder: CardDataBuilder {
    public init(paymentCode: PaymentCode) { super.init(code: paymentCode) }

    @discardableResult
    public func cardNo(_ cardNo: String) -> LoyaltyPointPaymentBuilder { with { $0.cardNo = cardNo } }

    @discardableResult
    public func loyaltyPoints(_ points: [LoyaltyPoint]) -> LoyaltyPointPaymentBuilder {
        with { $0.loyaltyPoints = points.map(\.values) }
    }
}

/// Builds a ``TransactionResultRequest``.
public final class TransactionResultRequestBuilder {
    private let request: TransactionResultRequest

    /// - Parameter paymentToken: What the merchant's backend minted.
    public init(paymentToken: String) { request = TransactionResultRequest(paymentToken: paymentToken) }

    /// The installation; the SDK's own where empty.
    @discardableResult
    public func clientId(_ clientId: String) -> TransactionResultRequestBuilder {
        request.clientId = clientId
        return self
    }

    /// Language of the answer, ISO 639; the SDK's where empty.
    @discardableResult
    public func locale(_ locale: String) -> TransactionResultRequestBuilder {
        request.locale = locale
        return self
    }

    /// What is paid with.
    @discardableResult
    public func with(_ payment: PaymentRequest) -> TransactionResultRequestBuilder {
        request.payment = payment
        return self
    }

    public func build() -> TransactionResultRequest { request }
}
