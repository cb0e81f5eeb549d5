internal import PGWWire
internal import TokenVault

/// `paymentOptionDetails`: the channels of a group, and what each asks for (payments.md §1.4).
struct PaymentOptionDetailsOperation: SessionOperation {
    let name = "paymentoptiondetails"
    let finder: SessionFinder
    /// Channels this gateway takes payments on; empty for all.
    let channels: Set<String>

    func answer(_ query: PaymentOptionDetailQuery, _ session: FoundSession, _ call: CallContext) async throws -> Answer {
        let merchant = session.merchant.id
        for (field, value, known) in [
            ("categoryCode", query.categoryCode, CardChannel.category), ("groupCode", query.groupCode, CardChannel.group),
        ] where value.uppercased() != known {
            return .refused(
                InvalidMessage(FieldProblem(field: field, code: .invalidChannel, reason: "is none that paymentOption lists")),
                merchant: merchant)
        }
        guard CardChannel.isOffered(session, gateway: channels) else { return .refused(CardChannel.none, merchant: merchant) }
        var response = PaymentOptionDetailResponse()
        response.name = CardChannel.name
        response.categoryCode = CardChannel.category
        response.groupCode = CardChannel.group
        response.iconUrl = call.address.picture("card").icon
        response.validation.cardNo = CardChannel.number
        let places = CardChannel.schemes.enumerated()
        response.validation.cardTypes = places.map { CardChannel.type($0.element, at: $0.offset + 1, call) }
        response.channels = places.map { channel($0.element, at: $0.offset + 1, session, call) }
        response.totalChannel = response.channels.count
        response.configurationInfo = CardChannel.configuration(session)
        return .response(response, merchant: merchant)
    }

    private func channel(_ scheme: CardScheme, at place: Int, _ session: FoundSession, _ call: CallContext) -> PaymentChannel {
        let picture = call.address.picture(scheme.picture)
        var channel = PaymentChannel()
        channel.sequenceNo = place
        channel.name = scheme.brand
        channel.currencyCodes = [session.currencyCode]
        channel.iconUrl = picture.icon
        channel.logoUrl = picture.logo
        channel.immediatePayment = session.request.immediatePayment == true
        channel.context = CardChannel.context(of: scheme, session)
        return channel
    }
}
