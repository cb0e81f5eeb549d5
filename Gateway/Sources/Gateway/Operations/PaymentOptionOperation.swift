internal import Foundation
internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// `paymentOption`: with what a session can be paid (payments.md §1.3).
struct PaymentOptionOperation: SessionOperation {
    let name = "paymentoption"
    let finder: SessionFinder
    /// Channels this gateway takes payments on; empty for all.
    let channels: Set<String>

    func answer(_ query: SessionQuestion, _ session: FoundSession, _ call: CallContext) async throws -> Answer {
        guard CardChannel.isOffered(session, gateway: channels) else {
            return .refused(CardChannel.none, merchant: session.merchant.id)
        }
        var response = PaymentOptionResponse()
        response.paymentToken = query.paymentToken
        response.merchantInfo.id = session.merchant.id
        response.merchantInfo.name = session.merchant.profile.name
        response.merchantInfo.logoUrl = call.address.logo(of: session.merchant)
        response.transactionInfo = transaction(session)
        response.channels = [Self.cards(call)]
        if let address = session.request.customerAddress {
            response.userInfo.userAddress.billing = PostalAddress(address.billing)
            response.userInfo.userAddress.shipping = PostalAddress(address.shipping)
        }
        response.configurationInfo = CardChannel.configuration(session)
        return .response(response, merchant: session.merchant.id)
    }

    private func transaction(_ session: FoundSession) -> TransactionInfo {
        let request = session.request
        var info = TransactionInfo()
        info.amount = session.amount
        info.currencyCode = session.currencyCode
        info.invoiceNo = request.invoiceNo
        info.productDescription = request.description
        info.dateTime = session.opened
        if request.recurring == true {
            info.recurring.amount =
                request.recurringAmount.flatMap { amount in
                    session.currency.map { Amount.text(amount, in: $0) }
                } ?? session.amount
            info.recurring.interval = request.recurringInterval ?? 0
            info.recurring.count = request.recurringCount ?? 0
            info.recurring.chargeNextDate = request.chargeNextDate ?? ""
            info.recurring.chargeOnDate = request.chargeOnDate ?? ""
        }
        info.paymentItemInfos = Self.items(request.paymentItems)
        return info
    }

    /// Those of a merchant's items that can be shown as they are; others would be shown as something else.
    private static func items(_ items: JSON?) -> [PaymentItemInfo] {
        (items?.array ?? []).prefix(100).compactMap { item in
            guard let object = item.object, let price = object["price"], let amount = Amount.decimal(price), amount >= 0,
                let quantity = object["quantity"], quantity.number?.int ?? quantity.string.flatMap({ Int($0) }) ?? -1 >= 0
            else { return nil }
            let info = PaymentItemInfo(object)
            guard [info.name, info.code].allSatisfy({ Texts.isPrintable($0) && Texts.fits($0, 255) }), !info.name.isEmpty else {
                return nil
            }
            return info
        }
    }

    private static func cards(_ call: CallContext) -> PaymentChannelCategory {
        let picture = call.address.picture("card")
        var group = PaymentChannelGroup()
        group.sequenceNo = 1
        group.name = CardChannel.name
        group.code = CardChannel.group
        group.iconUrl = picture.icon
        group.logoUrl = picture.logo
        group.default = true
        var category = PaymentChannelCategory()
        category.sequenceNo = 1
        category.name = "Global Card Payment"
        category.code = CardChannel.category
        category.iconUrl = picture.icon
        category.logoUrl = picture.logo
        category.default = true
        category.groups = [group]
        return category
    }
}

extension PostalAddress {
    /// What a merchant said of a customer's address.
    init(_ address: Address?) {
        self.init()
        address1 = address?.address1 ?? ""
        address2 = address?.address2 ?? ""
        address3 = address?.address3 ?? ""
        city = address?.city ?? ""
        state = address?.state ?? ""
        postalCode = address?.postalCode ?? ""
        countryCode = address?.countryCode ?? ""
    }
}
