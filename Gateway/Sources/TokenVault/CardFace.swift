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
        let face = try FaceParts(bytes)
        expiry = face.expiry
        (channel, brand, maskedAccount) = (face.text(.channel), face.text(.brand), face.text(.maskedAccount))
        (name, email) = (face.text(.name), face.text(.email))
        if face.hasDetails {
            details = AccountDetails(issuer: face.text(.issuer), country: face.text(.country), currency: face.text(.currency))
        }
    }
}

/// A ``CardFace`` as it lies in its opened box: where each text begins and ends, and no text made of it.
struct FaceParts: Sendable {
    enum Part: Int { case channel, brand, maskedAccount, name, email, issuer, country, currency }

    let expiry: CardExpiry?
    private let bytes: [UInt8]
    /// Where each text's length stands; the text stands behind it.
    private let starts: SIMD8<UInt16>
    private let count: Int

    var hasDetails: Bool { count == 8 }

    init(_ bytes: [UInt8]) throws(VaultError) {
        guard bytes.count >= 3, bytes.count <= UInt16.max, (1...2).contains(bytes[0]) else { throw Self.unreadable }
        expiry = bytes[1] == 0xFF ? nil : try CardExpiry(year: 2000 + Int(bytes[1]), month: Int(bytes[2]))
        var starts = SIMD8<UInt16>()
        var (count, at) = (0, 3)
        while at < bytes.count, count < 8 {
            starts[count] = UInt16(at)
            at += 1 + Int(bytes[at])
            count += 1
        }
        guard at == bytes.count, count == (bytes[0] == 1 ? 5 : 8) else { throw Self.unreadable }
        (self.bytes, self.starts, self.count) = (bytes, starts, count)
    }

    func utf8(_ part: Part) -> ArraySlice<UInt8> {
        let start = Int(starts[part.rawValue])
        return bytes[(start + 1)..<(start + 1 + Int(bytes[start]))]
    }

    func text(_ part: Part) -> String { String(decoding: utf8(part), as: UTF8.self) }

    private static var unreadable: VaultError {
        VaultError(.broken, "A sealed card is of a format this version does not know")
    }
}
