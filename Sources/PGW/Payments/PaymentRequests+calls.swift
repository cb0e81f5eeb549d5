internal import PGWWire
internal import StrictJSON

extension PaymentOptionRequest: AskingRequest {
    typealias Answer = PaymentOptionResponse
    func call(_ params: PGWSDKParams.Values) -> Call { call("paymentoption", SessionQuestion(), params) }
}

extension PaymentOptionDetailRequest: AskingRequest {
    typealias Answer = PaymentOptionDetailResponse
    func call(_ params: PGWSDKParams.Values) -> Call {
        var query = PaymentOptionDetailQuery()
        query.categoryCode = categoryCode
        query.groupCode = groupCode
        return call("paymentoptiondetails", query, params)
    }
}

extension ExchangeRateRequest: AskingRequest {
    typealias Answer = ExchangeRateResponse
    func call(_ params: PGWSDKParams.Values) -> Call {
        var query = ExchangeRateQuery()
        query.bin = bin.given
        return call("exchangerate", query, params)
    }
}

extension UserPreferenceRequest: AskingRequest {
    typealias Answer = UserPreferenceResponse
    func call(_ params: PGWSDKParams.Values) -> Call { call("userpreference", SessionQuestion(), params) }
}

extension TransactionStatusRequest: AskingRequest {
    typealias Answer = TransactionStatusResponse
    func call(_ params: PGWSDKParams.Values) -> Call {
        var query = TransactionStatusQuery()
        query.additionalInfo = additionalInfo ? true : nil
        return call("transactionstatus", query, params)
    }
}

extension PaymentNotificationRequest: AskingRequest {
    typealias Answer = PaymentNotificationResponse
    func call(_ params: PGWSDKParams.Values) -> Call {
        var query = PaymentNotificationQuery()
        query.platform = platform
        query.recipientID = recipientId.given
        query.recipientName = recipientName.given
        return call("paymentnotification", query, params)
    }
}

extension CancelTransactionRequest: AskingRequest {
    typealias Answer = CancelTransactionResponse
    func call(_ params: PGWSDKParams.Values) -> Call { call("canceltransaction", SessionQuestion(), params) }
}

extension LoyaltyPointInfoRequest: AskingRequest {
    typealias Answer = LoyaltyPointInfoResponse
    func call(_ params: PGWSDKParams.Values) -> Call {
        var query = LoyaltyPointQuery()
        query.providerID = providerId
        return call("loyaltypointinfo", query, params)
    }
}

extension SystemInitializationRequest: AskingRequest {
    typealias Answer = SystemInitializationResponse
    func call(_ params: PGWSDKParams.Values) -> Call {
        var body = JSONObject()
        body["clientID"] = .string(clientId.given ?? params.clientId ?? ClientIdentifier.persisted())
        body["locale"] = (locale.given ?? params.locale).map { .string($0) }
        return Call(path: "payment/4.3/initialization", body: .object(body), summary: "", secret: "")
    }
}

extension TransactionResultRequest: AskingRequest {
    typealias Answer = TransactionResultResponse
    func call(_ params: PGWSDKParams.Values) -> Call {
        var query = DoPaymentRequest()
        query.payment = payment?.instruction
        return call("payment", query, params)
    }
}

extension PaymentRequest {
    /// As it goes out.
    var instruction: PaymentInstruction {
        var choice = PaymentChannelChoice()
        choice.channelCode = code.channelCode
        choice.agentCode = code.agentCode.given
        choice.agentChannelCode = code.agentChannelCode.given
        var instruction = PaymentInstruction()
        instruction.code = choice
        instruction.data = data.details(isCryptogram: Self.cryptogramChannels.contains(code.channelCode.uppercased()))
        return instruction
    }

    /// Channels whose `token` is a cryptogram, and never a stored card.
    private static let cryptogramChannels: Set<String> = ["APPLEPAY", "GOOGLEPAY", "SAMSUNGPAY"]
}

extension PaymentData {
    /// - Parameter isCryptogram: What a token is on this channel, where no builder has said so.
    fileprivate func details(isCryptogram: Bool) -> PaymentDetails {
        var details = PaymentDetails()
        details.name = name.given
        details.email = email.given
        details.mobileNo = mobileNo.given
        details.accountNo = accountNo.concealed
        details.cardNo = cardNo.concealed
        details.expiryMonth = expiryMonth.given
        details.expiryYear = expiryYear.given
        details.issuedMonth = issuedMonth.given
        details.issuedYear = issuedYear.given
        details.securityCode = securityCode.concealed
        details.pin = pin.concealed
        details.cardBank = bank.given
        details.cardCountry = country.given
        details.accountTokenization = tokenize ? true : nil
        if tokenKind.map({ $0 == .cryptogram }) ?? isCryptogram {
            details.token = token.concealed
        } else {
            details.customerToken = token.given
        }
        details.interestType = installmentInterestType.given
        details.installmentPeriod = installmentPeriod.given
        details.payLaterPeriod = installmentPayLaterPeriod.given
        details.qrType = qrType.given
        details.fxRateID = fxRateId.given
        details.paymentExpiry = paymentExpiry.given
        details.customerNote = customerNote.given
        let billing = userAddress?.billing ?? PostalAddress()
        details.billingAddress1 = billing.address1.given
        details.billingAddress2 = billing.address2.given
        details.billingAddress3 = billing.address3.given
        details.billingCity = billing.city.given
        details.billingState = billing.state.given
        details.billingPostalCode = billing.postalCode.given
        details.billingCountryCode = billing.countryCode.given
        let shipping = userAddress?.shipping ?? PostalAddress()
        details.shippingAddress1 = shipping.address1.given
        details.shippingAddress2 = shipping.address2.given
        details.shippingAddress3 = shipping.address3.given
        details.shippingCity = shipping.city.given
        details.shippingState = shipping.state.given
        details.shippingPostalCode = shipping.postalCode.given
        details.shippingCountryCode = shipping.countryCode.given
        details.loyaltyPoints = loyaltyPoints.isEmpty ? nil : .array(loyaltyPoints.map(\.json))
        return details
    }
}

extension LoyaltyPoint.Values {
    fileprivate var json: JSON {
        var object = JSONObject()
        object["providerID"] = .string(providerId)
        object["accountNo"] = accountNo.given.map { .string($0) }
        object["accountAuthData"] = accountAuthData.given.map { .string($0) }
        object["redeemAmount"] = JSON(redeemAmount)
        object["rewards"] = .array(rewards.map { ["id": .string($0.id), "quantity": JSON($0.quantity)] })
        return .object(object)
    }
}

extension String {
    /// `nil` where it says nothing.
    fileprivate var given: String? { isEmpty ? nil : self }
    fileprivate var concealed: Concealed? { given.map(Concealed.init) }
}

extension Int {
    /// `nil` where it says nothing.
    fileprivate var given: Int? { self == 0 ? nil : self }
}
