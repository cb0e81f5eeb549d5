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

    /// A format byte, the expiry as two bytes, then each text with its length in one byte before it.
    var bytes: [UInt8] {
        var bytes: [UInt8] = [1, UInt8(expiry.map { $0.year - 2000 } ?? 0xFF), UInt8(expiry?.month ?? 0)]
        for text in [channel, brand, maskedAccount, name, email] {
            bytes.append(UInt8(text.utf8.count))
            bytes += text.utf8
        }
        return bytes
    }

    init(channel: String, brand: String, maskedAccount: String, expiry: CardExpiry?, name: String, email: String) {
        self.channel = channel
        self.brand = brand
        self.maskedAccount = maskedAccount
        self.expiry = expiry
        self.name = name
        self.email = email
    }

    init(bytes: [UInt8]) throws(VaultError) {
        let unreadable = VaultError(.broken, "A sealed card is of a format this version does not know")
        guard bytes.count >= 3, bytes[0] == 1 else { throw unreadable }
        expiry = bytes[1] == 0xFF ? nil : try CardExpiry(year: 2000 + Int(bytes[1]), month: Int(bytes[2]))
        var texts: [String] = []
        var at = 3
        while at < bytes.count {
            let end = at + 1 + Int(bytes[at])
            guard end <= bytes.count else { throw unreadable }
            texts.append(String(decoding: bytes[at + 1..<end], as: UTF8.self))
            at = end
        }
        guard texts.count == 5 else { throw unreadable }
        (channel, brand, maskedAccount, name, email) = (texts[0], texts[1], texts[2], texts[3], texts[4])
    }
}
