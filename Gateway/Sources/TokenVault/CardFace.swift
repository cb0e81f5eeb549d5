/// What a customer may see of a stored card or wallet, as it is sealed in the first box.
struct CardFace: Sendable, Equatable {
    var channel: String
    /// Empty for a wallet.
    var brand: String
    /// Already masked: the digits between never enter this box.
    var maskedAccount: String
    var expiry: CardExpiry?
    var name: String
    var email: String
    var details = AccountDetails()

    /// A format byte, the expiry as two bytes, then each text with its length in one byte before it. Format 1 has five texts,
    /// format 2 also those of ``AccountDetails``.
    var bytes: [UInt8] {
        var bytes: [UInt8] = [
            details == AccountDetails() ? 1 : 2, UInt8(expiry.map { $0.year - 2000 } ?? 0xFF), UInt8(expiry?.month ?? 0),
        ]
        var texts = [channel, brand, maskedAccount, name, email]
        if bytes[0] == 2 { texts += [details.issuer, details.country, details.currency] }
        for text in texts {
            bytes.append(UInt8(text.utf8.count))
            bytes += text.utf8
        }
        return bytes
    }

    init(
        channel: String, brand: String, maskedAccount: String, expiry: CardExpiry?, name: String, email: String,
        details: AccountDetails = AccountDetails()
    ) {
        self.channel = channel
        self.brand = brand
        self.maskedAccount = maskedAccount
        self.expiry = expiry
        self.name = name
        self.email = email
        self.details = details
    }

    init(bytes: [UInt8]) throws(VaultError) {
        let unreadable = VaultError(.broken, "A sealed card is of a format this version does not know")
        guard bytes.count >= 3, (1...2).contains(bytes[0]) else { throw unreadable }
        expiry = bytes[1] == 0xFF ? nil : try CardExpiry(year: 2000 + Int(bytes[1]), month: Int(bytes[2]))
        var texts: [String] = []
        texts.reserveCapacity(8)
        var at = 3
        while at < bytes.count {
            let end = at + 1 + Int(bytes[at])
            guard end <= bytes.count else { throw unreadable }
            texts.append(String(decoding: bytes[at + 1..<end], as: UTF8.self))
            at = end
        }
        guard texts.count == (bytes[0] == 1 ? 5 : 8) else { throw unreadable }
        (channel, brand, maskedAccount, name, email) = (texts[0], texts[1], texts[2], texts[3], texts[4])
        if texts.count == 8 { details = AccountDetails(issuer: texts[5], country: texts[6], currency: texts[7]) }
    }
}
