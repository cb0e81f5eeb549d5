internal import PGWWire
internal import TokenVault

/// `userPreference`: what is known of the payer, from what the merchant asked for and never from where the call comes (payments.md §8,
/// P14).
struct UserPreferenceOperation: SessionOperation {
    let name = "userpreference"
    let finder: SessionFinder

    func answer(_ query: SessionQuestion, _ session: FoundSession, _ call: CallContext) async throws -> Answer {
        // Older versions place the customer elsewhere; one of whom nothing is said is none.
        let user = session.user
        let currency = session.merchant.profile.currency
        let country = user?.countryCode.map { Country($0.uppercased()) } ?? Country(currency: currency)
        var response = UserPreferenceResponse()
        response.paymentToken = query.paymentToken
        response.info.preference.name = user?.name ?? ""
        response.info.preference.email = user?.email ?? ""
        response.info.preference.mobileNo = user?.mobileNo ?? ""
        response.info.preference.countryCode = user?.countryCode?.uppercased() ?? country?.code ?? ""
        response.info.preference.mobileNoPrefix =
            user?.mobileNoPrefix.map { $0.filter(\.isWholeNumber) }.flatMap { $0.isEmpty ? nil : $0 } ?? country?.callingCode
            ?? ""
        response.info.preference.locale = PageLanguage.of(query.locale ?? session.request.locale).code
        response.info.preference.currencyCode = user?.currencyCode?.uppercased() ?? session.currencyCode
        return .response(response, merchant: session.merchant.id)
    }
}

/// A country whose currency the protocol has.
struct Country {
    /// ISO 3166, two letters.
    let code: String
    /// ITU-T E.164, digits alone.
    let callingCode: String

    init?(_ code: String) {
        guard let callingCode = Self.callingCodes[code] else { return nil }
        self.code = code
        self.callingCode = callingCode
    }

    /// The country that gives out a currency; `nil` for one that several share.
    init?(currency: String) { self.init(String(currency.prefix(2))) }

    private static let callingCodes = [
        "AU": "61", "BD": "880", "CA": "1", "CH": "41", "CN": "86", "DK": "45", "GB": "44", "HK": "852", "HT": "509", "ID": "62",
        "JP": "81", "KH": "855", "KR": "82", "LA": "856", "MM": "95", "MY": "60", "NO": "47", "NZ": "64", "PH": "63", "RU": "7",
        "SE": "46", "SG": "65", "TH": "66", "TW": "886", "US": "1", "VN": "84", "YE": "967",
    ]
}
