import Foundation
import PGW
import Testing

/// Payments, as code written for the documented SDK makes them: this file compiles, or a symbol is missing. One line a symbol (payments.md
/// §3.1–3.3, §3.5).
@Suite("The documented surface of payments")
struct PaymentSurfaceTests {
    /// Never called: what is used here compiles as it is.
    func requests() {
        let sdk = PGWSDK.shared
        let failure: APIFailure = { (error: NSError) in _ = error.domain }

        let optionRequest: PaymentOptionRequest = PaymentOptionRequest(paymentToken: "t")
        optionRequest.clientId = "x"
        optionRequest.locale = "th"
        sdk.paymentOption(
            paymentOptionRequest: optionRequest,
            { (response: PaymentOptionResponse) in
                _ = PaymentOptionResponse.parse(response)
                let merchant: MerchantInfo = response.merchantInfo
                _ = (merchant.id, merchant.name, merchant.address, merchant.email, merchant.logoUrl, merchant.bannerUrl)
                let transaction: TransactionInfo = response.transactionInfo
                _ = (transaction.amount, transaction.currencyCode, transaction.invoiceNo, transaction.productDescription)
                _ = (transaction.dateTime, transaction.showFxRate, transaction.recurring.interval, transaction.recurring.count)
                let items: [PaymentItemInfo] = transaction.paymentItemInfos
                let channels: [PaymentChannelCategory] = response.channels
                for category in channels {
                    _ = (category.sequenceNo, category.name, category.code, category.iconUrl, category.logoUrl, category.default)
                    let groups: [PaymentChannelGroup] = category.groups
                    _ = groups.first?.code
                }
                _ = (
                    items, response.userInfo.userAddress.userBillingAddress.address1, response.configurationInfo.payment.tokenize
                )
                _ = response.userInfo.userAddress.userShippingAddress.countryCode
                _ = (response.responseCode, response.responseDescription, response.paymentToken)
            }, failure)

        let detailRequest = PaymentOptionDetailRequest(paymentToken: "t")
        detailRequest.categoryCode = PaymentChannelCode.Category.GlobalCardPayment
        detailRequest.groupCode = PaymentChannelCode.Group.CreditCard
        sdk.paymentOptionDetail(
            paymentOptionDetailRequest: detailRequest,
            { (response: PaymentOptionDetailResponse) in
                _ = PaymentOptionDetailResponse.parse(response)
                let channel: PaymentChannel = response.channels[0]
                let code: PaymentCode = channel.context.code
                let provider: PaymentProvider = channel.context.info.paymentProvider
                let input: PaymentInput = channel.context.input
                let validation: PaymentValidation = channel.context.validation
                let numbers: CardNoValidation = response.validation.cardNo
                let types: [CardTypeValidation] = response.validation.cardTypes
                let plans: [InstallmentPlan] = channel.context.info.installmentPlans
                let datas: [PaymentCustomData] = channel.context.info.paymentCustomDatas
                let additional: PaymentValidationAdditional = validation.additional
                _ = (
                    code.channelCode, code.agentCode, code.agentChannelCode, provider.id, provider.channels,
                    provider.merchantInfo.id
                )
                _ = (provider.transactionInfo.amount, input.cardNo, input.billingCity, validation.securityCode, numbers.prefixes)
                _ = (numbers.regex, numbers.luhn, types, plans, datas, additional.cardNo, additional.amount.max, channel.down)
                _ = (channel.currencyCodes, channel.bankShortName, response.totalChannel, response.name, response.categoryCode)
                let configuration: PaymentConfiguration = response.configurationInfo.payment
                _ = (configuration.tokenizeOnly, configuration.cardTokenOnly, configuration.immediatePayment)
                _ = configuration.exchangeRate.multipleCurrencyPricing.active
                _ = configuration.exchangeRate.dynamicCurrencyConversion.terms
                _ = configuration.exchangeRate.alternativePaymentMethodMultipleCurrencyConversion.active
                let notification: PaymentNotification = response.configurationInfo.notification
                _ = (notification.facebook, notification.whatsApp, notification.line, response.groupCode, response.iconUrl)
            }, failure)

        let statusRequest = TransactionStatusRequest(paymentToken: "t")
        statusRequest.additionalInfo = true
        sdk.transactionStatus(
            transactionStatusRequest: statusRequest,
            { (response: TransactionStatusResponse) in
                _ = TransactionStatusResponse.parse(response)
                let info: TransactionStatusAdditionalInfo = response.additionalInfo
                let merchant: MerchantAdditionalInfo = info.merchantInfo
                let transaction: TransactionAdditionalInfo = info.transactionInfo
                let result: PaymentResultAdditionalInfo = info.resultInfo
                _ = (response.channelCode, response.invoiceNo, merchant.name, merchant.countryCode, transaction.data)
                _ = (transaction.interestRate, transaction.monthlyAmount, transaction.installmentPeriod, result.responseCode)
                _ = (result.redirectImmediately, result.autoRedirect, result.autoRedirectTimer, result.frontendReturnUrl)
                _ = result.frontendReturnData
                let base: BaseTransactionResultResponse = response
                _ = base.channelCode
            }, failure)

        let rateRequest = ExchangeRateRequest(paymentToken: "t")
        rateRequest.bin = "411111"
        sdk.exchangeRate(
            exchangeRateRequest: rateRequest,
            { (response: ExchangeRateResponse) in
                _ = ExchangeRateResponse.parse(response)
                let rates: [FXRate] = response.fxRates
                _ = (rates.first?.id, rates.first?.amount, rates.first?.fx, rates.first?.currencyCode, response.expire)
                _ = response.providerCode
            }, failure)

        sdk.userPreference(
            userPreferenceRequest: UserPreferenceRequest(paymentToken: "t"),
            { (response: UserPreferenceResponse) in
                _ = UserPreferenceResponse.parse(response)
                let info: UserPreferenceInfo = response.info
                let preference: UserPreference = info.preference
                let channels: [UserPreferencePaymentChannel] = info.channels
                _ = (preference.mobileNoPrefix, preference.countryCode, channels)
            }, failure)

        sdk.systemInitialization(
            systemInitializationRequest: SystemInitializationRequest(),
            { (response: SystemInitializationResponse) in
                _ = SystemInitializationResponse.parse(response)
                let locales: [SystemLocale] = response.initialization.locales
                _ = (locales.first?.code, locales.first?.name, locales.first?.iconUrl)
            }, failure)

        let notification = PaymentNotificationRequest(paymentToken: "t")
        notification.platform = PaymentNotificationPlatformCode.Email
        notification.recipientId = "somchai@example.com"
        notification.recipientName = "Somchai"
        sdk.paymentNotification(
            paymentNotificationRequest: notification,
            { (response: PaymentNotificationResponse) in _ = PaymentNotificationResponse.parse(response) }, failure)

        sdk.cancelTransaction(
            cancelTransactionRequest: CancelTransactionRequest(paymentToken: "t"),
            { (response: CancelTransactionResponse) in
                _ = CancelTransactionResponse.parse(response)
                _ = (response.invoiceNo, response.channelCode)
            }, failure)

        let points = LoyaltyPointInfoRequest(paymentToken: "t")
        points.providerId = "p"
        sdk.loyaltyPointInfo(
            loyaltyPointInfoRequest: points,
            { (response: LoyaltyPointInfoResponse) in _ = LoyaltyPointInfoResponse.parse(response) }, failure)

        let request: TransactionResultRequest = TransactionResultRequestBuilder(paymentToken: "t").clientId("x").locale("th")
            .with(CardPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), "4111111111111111").build()).build()
        sdk.proceedTransaction(
            transactionResultRequest: request,
            { (response: TransactionResultResponse) in
                _ = TransactionResultResponse.parse(response)
                if response.responseCode == APIResponseCode.TransactionAuthenticateRedirect
                    || response.responseCode == APIResponseCode.TransactionAuthenticateFullRedirect
                {
                    let redirectUrl: String = response.data
                    _ = redirectUrl
                }
                let info: TransactionResultAdditionalInfo = response.additionalInfo
                _ = (response.type, response.fallbackData, response.expiryTimer, response.expiryDescription, response.channelCode)
                _ = (info.qrData, info.barcodeData, info.referenceNo, response.invoiceNo)
            }, failure)
    }

    /// Never called.
    func calls() async throws {
        let sdk = PGWSDK.shared
        let _: PaymentOptionResponse = try await sdk.paymentOption(PaymentOptionRequest(paymentToken: "t"))
        let _: PaymentOptionDetailResponse = try await sdk.paymentOptionDetail(PaymentOptionDetailRequest(paymentToken: "t"))
        let _: TransactionStatusResponse = try await sdk.transactionStatus(TransactionStatusRequest(paymentToken: "t"))
        let _: ExchangeRateResponse = try await sdk.exchangeRate(ExchangeRateRequest(paymentToken: "t"))
        let _: UserPreferenceResponse = try await sdk.userPreference(UserPreferenceRequest(paymentToken: "t"))
        let _: SystemInitializationResponse = try await sdk.systemInitialization(SystemInitializationRequest())
        let _: PaymentNotificationResponse = try await sdk.paymentNotification(PaymentNotificationRequest(paymentToken: "t"))
        let _: CancelTransactionResponse = try await sdk.cancelTransaction(CancelTransactionRequest(paymentToken: "t"))
        let _: LoyaltyPointInfoResponse = try await sdk.loyaltyPointInfo(LoyaltyPointInfoRequest(paymentToken: "t"))
        let request = TransactionResultRequestBuilder(paymentToken: "t").build()
        let _: TransactionResultResponse = try await sdk.proceedTransaction(request)
        let outcome: PaymentOutcome = try await sdk.payment(request) { step in
            if case .authenticate(let address, let isFullPage) = step { _ = (address, isFullPage) }
        }
        _ = outcome
    }

    @Test("every builder chains, ends in a request, and keeps what it was told")
    func builders() {
        let code = PaymentCode(channelCode: "CC")
        let agent = PaymentCode(channelCode: "123", "THKTB", "ODD")
        let billing = UserBillingAddress()
        billing.address1 = "1 Road"
        billing.address2 = "Floor 2"
        billing.address3 = "Room 3"
        billing.city = "Bangkok"
        billing.state = "BKK"
        billing.postalCode = "10110"
        billing.countryCode = "TH"
        let shipping = UserShippingAddress()
        shipping.city = "Chiang Mai"
        let address: UserAddress = UserAddressBuilder().userBillingAddress(billing).userShippingAddress(shipping).build()
        #expect(address.userBillingAddress.postalCode == "10110" && address.userShippingAddress.city == "Chiang Mai")

        let card: PaymentRequest = CardPaymentBuilder(paymentCode: code, "4111111111111111")
            .expiryMonth(12).expiryYear(2030).securityCode("123").pin("1").bank("A Bank").country("TH").tokenize(true)
            .installmentInterestType(InstallmentInterestTypeCode.Merchant).installmentPeriod(6).installmentPayLaterPeriod(1)
            .fxRateId("fx001").name("Somchai").email("s@example.com").mobileNo("0812345678").paymentExpiry("2030-12-31 00:00:00")
            .userAddress(address).build()
        #expect(card.data.cardNo == "4111111111111111" && card.data.expiryYear == 2030 && card.data.tokenize && card.code == code)
        // Line by line, too.
        let builder = CardPaymentBuilder(channelCode: "CC", "5555555555554444")
        builder.expiryMonth(1)
        builder.securityCode("321")
        #expect(builder.build().data.expiryMonth == 1 && builder.build().data.securityCode == "321")

        let token = CustomerTokenPaymentBuilder(paymentCode: code, "20052010380915759367").securityCode("123").expiryMonth(1)
            .expiryYear(2031).pin("1").build()
        #expect(token.data.token == "20052010380915759367" && token.data.expiryMonth == 1)
        _ = CustomerTokenPaymentBuilder(channelCode: "CC", "20052010380915759367").name("n").build()

        let requests: [PaymentRequest] = [
            CardPaymentBuilder(paymentCode: code).build(), CardPaymentBuilder(channelCode: "CC").build(),
            UniversalPaymentBuilder(paymentCode: agent).accountNo("1").cardNo("2").token("3").qrType(QRTypeCode.RAW).build(),
            UniversalPaymentBuilder(channelCode: "123", "THKTB", "ODD").bank("b").country("TH").tokenize(true).build(),
            DigitalPaymentBuilder(paymentCode: PaymentCode(channelCode: "GRABBNPL")).name("n").email("e").mobileNo("m").token("t")
                .accountNo("a").build(),
            DigitalPaymentBuilder(channelCode: "LINE").build(),
            QRPaymentBuilder(paymentCode: PaymentCode(channelCode: "PNQR")).type(QRTypeCode.URL).name("n").build(),
            QRPaymentBuilder(channelCode: "PNQR").type(QRTypeCode.BASE64).build(),
            BuyNowPayLaterPaymentBuilder(paymentCode: code).name("n").build(),
            BuyNowPayLaterPaymentBuilder(channelCode: "X").build(),
            InternetBankingBuilder(paymentCode: agent).name("n").email("e").mobileNo("m").build(),
            InternetBankingBuilder(channelCode: "123", "THUOB", "IBANKING").build(),
            PayAtCounterBuilder(paymentCode: agent).build(),
            PayAtCounterBuilder(channelCode: "123", "BIGC", "OVERTHECOUNTER").build(),
            SelfServiceMachineBuilder(paymentCode: agent).build(),
            SelfServiceMachineBuilder(channelCode: "123", "THUOB", "ATM").build(),
            WebPaymentBuilder(paymentCode: agent).cardNo("9704160000000018").expiryMonth(1).expiryYear(2031).issuedMonth(1)
                .issuedYear(2020).securityCode("123").name("n").build(),
            WebPaymentBuilder(channelCode: "123", "THBBL", "WEBPAY").build(),
            OnlineDirectDebitBuilder(paymentCode: agent).build(), DeepLinkPaymentBuilder(paymentCode: agent).build(),
            DigitalCurrencyBuilder(paymentCode: PaymentCode(channelCode: "TRIPLEA")).name("n").build(),
        ]
        #expect(requests.count == 21 && requests.allSatisfy { !$0.code.channelCode.isEmpty })

        let reward = LoyaltyPointReward()
        reward.id = "r1"
        reward.quantity = 2
        let point = LoyaltyPoint()
        point.providerId = "p1"
        point.accountNo = "a"
        point.accountAuthData = "d"
        point.redeemAmount = 10.5
        point.rewards = [reward]
        let points = LoyaltyPointPaymentBuilder(paymentCode: code).cardNo("4111111111111111").expiryMonth(12).expiryYear(2030)
            .securityCode("123").loyaltyPoints([point]).build()
        #expect(points.data.loyaltyPoints.count == 1 && point.rewards.first?.quantity == 2)
    }

    @Test("constants have the documented values")
    func constants() {
        #expect(
            [
                PaymentChannelCode.Category.GlobalCardPayment, PaymentChannelCode.Category.LocalCardPayment,
                PaymentChannelCode.Category.LocalCardInstallmentPaymentPlan, PaymentChannelCode.Category.DigitalPayment,
                PaymentChannelCode.Category.QRPayment, PaymentChannelCode.Category.WebPayment,
                PaymentChannelCode.Category.SelfServiceMachine, PaymentChannelCode.Category.PayAtCounter,
                PaymentChannelCode.Category.InternetBanking, PaymentChannelCode.Category.GlobalBuyNowPayLater,
            ] == ["GCARD", "LCARD", "LCARDIPP", "DPAY", "QR", "WEBPAY", "SSM", "COUNTER", "IMBANK", "GBNPL"])
        #expect(
            [
                PaymentChannelCode.Group.CreditCard, PaymentChannelCode.Group.ProprietaryCard,
                PaymentChannelCode.Group.GlobalInstallmentPaymentPlan, PaymentChannelCode.Group.LocalInstallmentPaymentPlan,
                PaymentChannelCode.Group.GlobalThirdPartyPayment, PaymentChannelCode.Group.LocalThirdPartyPayment,
                PaymentChannelCode.Group.EWalletPayment, PaymentChannelCode.Group.MasterPass,
                PaymentChannelCode.Group.QRCodePayment,
                PaymentChannelCode.Group.CardSchemeQRPayment, PaymentChannelCode.Group.ThaiQRPayment,
                PaymentChannelCode.Group.SingaporeQRPayment, PaymentChannelCode.Group.WebPayment,
                PaymentChannelCode.Group.AutomatedTellerMachine, PaymentChannelCode.Group.Kiosk,
                PaymentChannelCode.Group.BankCounter,
                PaymentChannelCode.Group.OverTheCounter, PaymentChannelCode.Group.InternetBanking,
                PaymentChannelCode.Group.BuyNowPayLater,
            ] == [
                "CC", "PCC", "IPP", "LIPP", "GTPTY", "LTPTY", "EWALLET", "MPASS", "QRC", "CSQR", "THQR", "SGQR", "WEBPAY", "ATM",
                "KIOSK", "BCTR", "OTCTR", "IBANK", "BNPL",
            ])
        #expect(!PaymentChannelCode.Group.CardWalletPayment.isEmpty && PaymentChannelCode.Channel.ZaloPay == "ZALOPAY")
        #expect([InstallmentInterestTypeCode.Customer, InstallmentInterestTypeCode.Merchant] == ["C", "M"])
        #expect([QRTypeCode.RAW, QRTypeCode.BASE64, QRTypeCode.URL] == ["RAW", "BASE64", "URL"])
        #expect([PaymentInputCode.Mandatory, PaymentInputCode.Optional, PaymentInputCode.Ignore] == ["M", "O", "I"])
        #expect(
            [
                PaymentNotificationPlatformCode.Facebook, PaymentNotificationPlatformCode.WhatsApp,
                PaymentNotificationPlatformCode.WeChat,
                PaymentNotificationPlatformCode.Line, PaymentNotificationPlatformCode.Email,
            ] == ["FACEBOOK", "WHATSAPP", "WECHAT", "LINE", "EMAIL"])
    }

    @Test("an address that comes back ends the web view, of this gateway and this session alone")
    func resultAddress() throws {
        let gateway = try #require(URL(string: "https://pgw.example/base"))
        let any = ResultAddress(gateway: gateway)
        #expect(any.paymentToken(in: "https://pgw.example/base/payment/4.3/#/info/a%2Fb%3D") == "a/b=")
    }
}
