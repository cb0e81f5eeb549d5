extension Tables {
    /// Written by Scripts/bindings.
    static let text = """
        call paymentOption paymentoption Session PaymentOptionResponse
        call paymentOptionDetail paymentoptiondetails PaymentOptionDetail PaymentOptionDetailResponse
        call proceedTransaction payment TransactionResult TransactionResultResponse
        call transactionStatus transactionstatus TransactionStatus TransactionStatusResponse
        call cancelTransaction canceltransaction Session CancelTransactionResponse
        call exchangeRate exchangerate ExchangeRate ExchangeRateResponse
        call userPreference userpreference Session UserPreferenceResponse
        call systemInitialization initialization Initialization SystemInitializationResponse
        call paymentNotification paymentnotification PaymentNotification PaymentNotificationResponse
        call loyaltyPointInfo loyaltypointinfo LoyaltyPointInfo LoyaltyPointInfoResponse
        request Initialization
        clientId clientID text
        locale locale text
        request Session
        paymentToken paymentToken text
        clientId clientID text
        locale locale text
        request PaymentOptionDetail Session
        categoryCode categoryCode text
        groupCode groupCode text
        request TransactionStatus Session
        additionalInfo additionalInfo flag
        request ExchangeRate Session
        bin bin text
        request PaymentNotification Session
        platform platform text
        recipientId recipientID text
        recipientName recipientName text
        request LoyaltyPointInfo Session
        providerId providerID text
        request TransactionResult Session
        payment payment object Payment
        request Payment
        code code object PaymentCode
        data data object PaymentData
        request PaymentCode
        channelCode channelCode text
        agentCode agentCode text
        agentChannelCode agentChannelCode text
        request PaymentData
        name name text
        email email text
        mobileNo mobileNo text
        accountNo accountNo text
        cardNo cardNo text
        expiryMonth expiryMonth digits 2
        expiryYear expiryYear digits 4
        securityCode securityCode text
        pin pin text
        bank cardBank text
        country cardCountry text
        tokenize accountTokenization flag
        customerToken customerToken text
        token customerToken text
        cryptogram token text
        installmentInterestType interestType text
        installmentPeriod installmentPeriod integer
        installmentPayLaterPeriod payLaterPeriod integer
        qrType qrType text
        fxRateId fxRateID text
        paymentExpiry paymentExpiry text
        customerNote customerNote text
        issuedMonth issuedMonth digits 2
        issuedYear issuedYear digits 4
        userAddress - inside UserAddress
        loyaltyPoints loyaltyPoints list LoyaltyPoint
        request LoyaltyPoint
        providerId providerID text
        accountNo accountNo text
        accountAuthData accountAuthData text
        redeemAmount redeemAmount number
        rewards rewards list LoyaltyPointReward
        request LoyaltyPointReward
        id id text
        quantity quantity number
        request UserAddress
        userBillingAddress - inside UserBillingAddress
        userShippingAddress - inside UserShippingAddress
        request UserBillingAddress
        address1 billingAddress1 text
        address2 billingAddress2 text
        address3 billingAddress3 text
        city billingCity text
        state billingState text
        postalCode billingPostalCode text
        countryCode billingCountryCode text
        request UserShippingAddress
        address1 shippingAddress1 text
        address2 shippingAddress2 text
        address3 shippingAddress3 text
        city shippingCity text
        state shippingState text
        postalCode shippingPostalCode text
        countryCode shippingCountryCode text
        answer LoyaltyPointInfoResponse
        paymentToken paymentToken text
        providerId providerID text
        providerName providerName text
        referenceId referenceID text
        providerType providerType text
        terms terms text
        rewards rewards list LoyaltyPointInfoReward
        responseCode respCode text
        responseDescription respDesc text
        answer LoyaltyPointInfoReward
        sequenceNo sequenceNo integer
        id id text
        currencyCode currencyCode text
        totalPoints totalPoints number
        label label text
        point point number
        forceToSelectReward forceToSelectReward flag
        name name text
        type type text
        amount amount number
        quantity quantity number
        price price number
        answer PaymentNotificationResponse
        responseCode respCode text
        responseDescription respDesc text
        answer SystemInitializationResponse
        initialization initialization object SystemInitialization
        responseCode respCode text
        responseDescription respDesc text
        answer SystemInitialization
        locales locale list SystemLocale
        answer SystemLocale
        code code text
        name name text
        iconUrl iconUrl text
        answer UserPreferenceResponse
        paymentToken paymentToken text
        info user object UserPreferenceInfo
        responseCode respCode text
        responseDescription respDesc text
        answer UserPreferenceInfo
        preference preference object UserPreference
        channels paymentChannels list UserPreferencePaymentChannel
        answer UserPreferencePaymentChannel
        sequenceNo sequenceNo integer
        name name text
        categoryCode categoryCode text
        groupCode groupCode text
        channelCode channelCode text
        agentCode agentCode text
        agentChannelCode agentChannelCode text
        iconUrl iconUrl text
        logoUrl logoUrl text
        answer UserPreference
        name name text
        email email text
        mobileNo mobileNo text
        countryCode countryCode text
        mobileNoPrefix mobileNoPrefix text
        locale locale text
        currencyCode currencyCode text
        answer ExchangeRateResponse
        paymentToken paymentToken text
        providerCode providerCode text
        expire expire integer
        fxRates fxRates list FXRate
        responseCode respCode text
        responseDescription respDesc text
        answer FXRate
        sequenceNo sequenceNo integer
        id id text
        name name text
        iconUrl iconUrl text
        amount amount text
        fx fx number
        currencyCode currencyCode text
        answer CancelTransactionResponse
        invoiceNo invoiceNo text
        channelCode channelCode text
        responseCode respCode text
        responseDescription respDesc text
        answer TransactionStatusResponse
        channelCode channelCode text
        invoiceNo invoiceNo text
        locale locale text
        additionalInfo additionalInfo object TransactionStatusAdditionalInfo
        responseCode respCode text
        responseDescription respDesc text
        answer TransactionStatusAdditionalInfo
        merchantInfo merchantDetails object MerchantAdditionalInfo
        transactionInfo transactionDetails object TransactionAdditionalInfo
        resultInfo paymentResultDetails object PaymentResultAdditionalInfo
        answer PaymentResultAdditionalInfo
        responseCode code text
        responseDescription description text
        redirectImmediately redirectImmediately flag
        autoRedirect autoRedirect flag
        autoRedirectTimer autoRedirectionTimer integer
        autoRedirectTimer autoRedirectTimer integer
        frontendReturnUrl frontendReturnUrl text
        frontendReturnData frontendReturnData text
        answer TransactionAdditionalInfo
        dateTime dateTime text
        agentCode agentCode text
        channelCode channelCode text
        data data text
        amount amount text
        currencyCode currencyCode text
        invoiceNo invoiceNo text
        productDescription description text
        installmentPeriod installmentPeriod integer
        interestType interestType text
        interestRate interestRate number
        monthlyAmount monthlyPayment number
        payLaterPeriod payLaterPeriod integer
        answer MerchantAdditionalInfo
        id id text
        name name text
        address address text
        email email text
        logoUrl logoUrl text
        bannerUrl bannerUrl text
        countryCode countryCode text
        showDetailInfo showDetailInfo flag
        answer TransactionResultResponse
        channelCode channelCode text
        invoiceNo invoiceNo text
        type type text
        data data text
        fallbackData fallbackData text
        expiryTimer expiryTimer integer
        expiryDescription expiryDescription text
        additionalInfo extras object TransactionResultAdditionalInfo
        responseCode respCode text
        responseDescription respDesc text
        answer TransactionResultAdditionalInfo
        qrData qrData text
        barcodeData barcodeData text
        referenceNo referenceNo text
        paymentExpiry paymentExpiry text
        answer PaymentOptionDetailResponse
        totalChannel totalChannel integer
        name name text
        categoryCode categoryCode text
        groupCode groupCode text
        iconUrl iconUrl text
        validation validation object PaymentOptionValidation
        channels channels list PaymentChannel
        configurationInfo configuration object ConfigurationInfo
        responseCode respCode text
        responseDescription respDesc text
        answer ConfigurationInfo
        payment payment object PaymentConfiguration
        notification notification object PaymentNotification
        answer PaymentNotification
        facebook facebook flag
        whatsApp whatsApp flag
        line line flag
        answer PaymentConfiguration
        tokenize tokenize flag
        tokenizeOnly tokenizeOnly flag
        cardTokenOnly cardTokenOnly flag
        immediatePayment immediatePayment flag
        exchangeRate fx object ExchangeRateConfiguration
        answer ExchangeRateConfiguration
        multipleCurrencyPricing mcp object CurrencyConversion
        dynamicCurrencyConversion dcc object CurrencyConversion
        alternativePaymentMethodMultipleCurrencyConversion apmMcc object CurrencyConversion
        answer CurrencyConversion
        active active flag
        terms terms text
        answer PaymentChannel
        sequenceNo sequenceNo integer
        name name text
        bankShortName bankShortName text
        currencyCodes currencyCodes texts
        iconUrl iconUrl text
        logoUrl logoUrl text
        down isDown flag
        immediatePayment immediatePayment flag
        checkEligibleOption checkEligibleOption flag
        ippProviderCode ippProviderCode text
        registrationStatus registrationStatus text
        partnerMerchantRefID partnerMerchantRefID text
        context payment object PaymentContext
        answer PaymentContext
        code code object PaymentCode
        input input object PaymentInput
        validation validation object PaymentValidation
        info info object PaymentInfo
        answer PaymentInfo
        terms terms text
        promoUrl promoUrl text
        learnMoreUrl learnMoreUrl text
        termsConsent termsConsent flag
        installmentPlans plans list InstallmentPlan
        paymentCustomDatas customData list PaymentCustomData
        paymentProvider provider object PaymentProvider
        answer PaymentProvider
        id id text
        channels channels texts
        merchantInfo merchantDetails object ProviderMerchantInfo
        transactionInfo transactionDetails object ProviderTransactionInfo
        terms terms text
        termsConsent termsConsent flag
        answer ProviderTransactionInfo
        productDescription description text
        amount amount number
        currencyCode currencyCode text
        invoiceNo invoiceNo text
        answer ProviderMerchantInfo
        id id text
        name name text
        countryCode countryCode text
        answer PaymentCustomData
        sequenceNo sequenceNo integer
        type type text
        data data text
        answer InstallmentPlan
        sequenceNo sequenceNo integer
        period period integer
        interestType interestType text
        interestRate interestRate number
        monthlyAmount monthlyAmount number
        monthlyInterest monthlyInterest number
        currencyCode currencyCode text
        label label text
        terms terms text
        payLaterPeriod payLaterPeriod integer
        answer PaymentValidation
        name name text
        email email text
        mobileNo mobileNo text
        cardNo cardNo text
        expiryDate expiryDate text
        securityCode securityCode text
        pin pin text
        token token text
        accountNo accountNo text
        billingAddress1 billingAddress1 text
        billingAddress2 billingAddress2 text
        billingAddress3 billingAddress3 text
        billingCity billingCity text
        billingState billingState text
        billingPostalCode billingPostalCode text
        billingCountryCode billingCountryCode text
        shippingAddress1 shippingAddress1 text
        shippingAddress2 shippingAddress2 text
        shippingAddress3 shippingAddress3 text
        shippingCity shippingCity text
        shippingState shippingState text
        shippingPostalCode shippingPostalCode text
        shippingCountryCode shippingCountryCode text
        additional additional object PaymentValidationAdditional
        answer PaymentValidationAdditional
        cardNo cardNo object CardNoValidation
        amount amount object AmountValidation
        answer AmountValidation
        min min number
        max max number
        answer CardNoValidation
        prefixes prefixes texts
        regex regex text
        luhn luhn flag true
        answer PaymentInput
        name name text
        email email text
        mobileNo mobileNo text
        cardNo cardNo text
        expiryDate expiryDate text
        securityCode securityCode text
        pin pin text
        token token text
        accountNo accountNo text
        billingAddress1 billingAddress1 text
        billingAddress2 billingAddress2 text
        billingAddress3 billingAddress3 text
        billingCity billingCity text
        billingState billingState text
        billingPostalCode billingPostalCode text
        billingCountryCode billingCountryCode text
        shippingAddress1 shippingAddress1 text
        shippingAddress2 shippingAddress2 text
        shippingAddress3 shippingAddress3 text
        shippingCity shippingCity text
        shippingState shippingState text
        shippingPostalCode shippingPostalCode text
        shippingCountryCode shippingCountryCode text
        answer PaymentCode
        channelCode channelCode text
        agentCode agentCode text
        agentChannelCode agentChannelCode text
        answer PaymentOptionValidation
        cardNo cardNo object CardNoValidation
        cardTypes cardTypes list CardTypeValidation
        answer CardTypeValidation
        sequenceNo sequenceNo integer
        name name text
        prefixes prefixes texts
        regex regex text
        iconUrl iconURL text
        iconUrl iconUrl text
        answer PaymentOptionResponse
        paymentToken paymentToken text
        merchantInfo merchantDetails object MerchantInfo
        transactionInfo transactionDetails object TransactionInfo
        channels channelCategories list PaymentChannelCategory
        userInfo userDetails object PaymentUserInfo
        configurationInfo configuration object ConfigurationInfo
        responseCode respCode text
        responseDescription respDesc text
        answer PaymentUserInfo
        userAddress address object UserAddress
        answer UserAddress
        userBillingAddress billing object PostalAddress
        userShippingAddress shipping object PostalAddress
        answer PostalAddress
        address1 address1 text
        address2 address2 text
        address3 address3 text
        city city text
        state state text
        postalCode postalCode text
        countryCode countryCode text
        answer PaymentChannelCategory
        sequenceNo sequenceNo integer
        name name text
        code code text
        iconUrl iconUrl text
        logoUrl logoUrl text
        default default flag
        groups groups list PaymentChannelGroup
        answer PaymentChannelGroup
        sequenceNo sequenceNo integer
        name name text
        code code text
        iconUrl iconUrl text
        logoUrl logoUrl text
        default default flag
        answer TransactionInfo
        amount amount text
        currencyCode currencyCode text
        invoiceNo invoiceNo text
        productDescription description text
        dateTime dateTime text
        showFxRate showFxRate flag
        recurring recurring object RecurringInfo
        paymentItemInfos paymentItems list PaymentItemInfo
        answer PaymentItemInfo
        code code text
        name name text
        quantity quantity integer
        price price number
        answer RecurringInfo
        amount amount text
        interval interval integer
        count count integer
        chargeNextDate chargeNextDate text
        chargeOnDate chargeOnDate text
        answer MerchantInfo
        id id text
        name name text
        address address text
        email email text
        logoUrl logoUrl text
        bannerUrl bannerUrl text
        countryCode countryCode text
        """
}
