public import Foundation

/// A card or wallet on its way into the vault.
public struct NewAccount: Sendable {
    enum Kind: Sendable {
        case card(CardNumber, CardExpiry)
        case wallet(channel: String, account: [UInt8])
        /// Another provider's token of a card: it stands for the card, and is none.
        case external(CardScheme, token: [UInt8], CardExpiry?)
    }

    let kind: Kind
    let name: String
    let email: String
    let details: AccountDetails
    /// A token made elsewhere that keeps its value; `nil` to have one made.
    public var token: String?
    /// When it was stored first, where that was elsewhere.
    public var created: Date?

    /// A card.
    ///
    /// - Parameters:
    ///   - name: The holder's, at most ``Texts/nameLength`` characters.
    ///   - email: At most ``Texts/emailLength`` characters; may be empty.
    ///   - mayBeNameless: Whether the name may be empty: payers are not always asked for it.
    /// - Throws: ``VaultError`` naming the field.
    public init(
        card: CardNumber, expiry: CardExpiry, name: String, email: String = "", details: AccountDetails = AccountDetails(),
        token: String? = nil, mayBeNameless: Bool = false
    ) throws(VaultError) {
        try self.init(
            kind: .card(card, expiry), name: name, email: email, details: details, token: token, mayBeNameless: mayBeNameless)
    }

    /// Another provider's token of a card.
    ///
    /// - Parameters:
    ///   - external: 4 to 255 visible ASCII characters.
    ///   - scheme: Whose card it stands for.
    public init(
        external: String, scheme: CardScheme, expiry: CardExpiry?, name: String = "", email: String = "",
        details: AccountDetails = AccountDetails(), token: String? = nil
    ) throws(VaultError) {
        guard (4...255).contains(external.utf8.count), external.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .invalid("accountNo", "is not 4 to 255 visible ASCII characters")
        }
        try self.init(
            kind: .external(scheme, token: Array(external.utf8), expiry), name: name, email: email, details: details,
            token: token, mayBeNameless: true)
    }

    /// A wallet.
    ///
    /// - Parameters:
    ///   - channel: Its channel code, for example `TRUEMONEY`: at most 30 letters and digits.
    ///   - account: Its account, often a telephone number: 4 to 64 letters and digits, a `+` before them or not, that do not read as a
    ///     card number.
    public init(
        wallet channel: String, account: String, name: String, email: String = "", details: AccountDetails = AccountDetails(),
        token: String? = nil
    ) throws(VaultError) {
        guard (1...30).contains(channel.utf8.count), Self.isAlphanumeric(channel), channel != "CC" else {
            throw .invalid("channelCode", "is not 1 to 30 letters and digits, or is CC, which is for cards")
        }
        let digits = account.hasPrefix("+") ? String(account.dropFirst()) : account
        guard (4...64).contains(digits.utf8.count), Self.isAlphanumeric(digits) else {
            throw .invalid("accountNo", "is not 4 to 64 letters and digits, with or without a + before them")
        }
        guard !Texts.holdsCardNumber(account) else { throw .invalid("accountNo", "reads as a card number; store a card") }
        try self.init(
            kind: .wallet(channel: channel, account: Array(account.utf8)), name: name, email: email, details: details,
            token: token)
    }

    private init(
        kind: Kind, name: String, email: String, details: AccountDetails, token: String?, mayBeNameless: Bool = false
    ) throws(VaultError) {
        if !(mayBeNameless && name.isEmpty) { try Self.check(name: name) }
        try Self.check(email: email)
        try Self.check(details)
        if let token { try CustomerToken.validate(token) }
        self.kind = kind
        self.name = name
        self.email = email
        self.details = details
        self.token = token
    }

    // MARK: What may stand in a field

    static func check(name: String) throws(VaultError) {
        guard !Texts.isBlank(name) else { throw .invalid("name", "is blank") }
        try check("name", name, Texts.nameLength)
        guard !Texts.holdsCardNumberAmongLetters(name) else { throw .invalid("name", "reads as a card number") }
    }

    static func check(email: String) throws(VaultError) {
        try check("email", email, Texts.emailLength)
        // Before the @ nobody groups digits: the part is one word.
        let mailbox = String(email.prefix { $0 != "@" })
        guard !Texts.holdsCardNumber(mailbox.filter(\.isNumber)) else { throw .invalid("email", "reads as a card number") }
        guard email.isEmpty || Texts.isAddress(email) else { throw .invalid("email", "is not an address") }
    }

    static func check(_ details: AccountDetails) throws(VaultError) {
        try check("accountIssuer", details.issuer, Texts.issuerLength)
        guard !Texts.holdsCardNumberAmongLetters(details.issuer) else {
            throw .invalid("accountIssuer", "reads as a card number")
        }
        guard [0, 2].contains(details.country.utf8.count), isAlphanumeric(details.country) else {
            throw .invalid("accountIssuerCountry", "is not two letters of ISO 3166")
        }
        guard [0, 3].contains(details.currency.utf8.count), isAlphanumeric(details.currency) else {
            throw .invalid("accountCurrency", "is not three letters of ISO 4217")
        }
    }

    private static func isAlphanumeric(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: false
            }
        }
    }

    private static func check(_ field: String, _ text: String, _ maximum: Int) throws(VaultError) {
        // Sealed with its length in one byte.
        guard Texts.fits(text, maximum), text.utf8.count <= 255 else {
            throw .invalid(field, "is longer than \(maximum) characters")
        }
        guard Texts.isPrintable(text) else { throw .invalid(field, "holds a character that is not printable") }
        guard !Texts.holdsCardNumber(text) else { throw .invalid(field, "reads as a card number") }
    }

    /// The account as it is fingerprinted and sealed.
    var accountBytes: [UInt8] {
        switch kind {
        case .card(let number, _): number.digits
        case .wallet(let channel, let account): Array(channel.utf8) + [0] + account
        // Parted otherwise than a wallet's, whose channel is not empty.
        case .external(let scheme, let token, _): [0] + Array(scheme.code.utf8) + [0] + token
        }
    }

    var face: CardFace {
        switch kind {
        case .card(let number, let expiry):
            CardFace(
                channel: "CC", brand: number.scheme.brand, maskedAccount: number.masked, expiry: expiry, name: name, email: email,
                details: details)
        case .wallet(let channel, let account):
            CardFace(
                channel: channel, brand: "", maskedAccount: Masking.account(account, first: 3, last: 4), expiry: nil,
                name: name, email: email, details: details)
        case .external(let scheme, let token, let expiry):
            // One that is as long as a card number shows as little as a card number.
            CardFace(
                channel: "CC", brand: scheme.brand, maskedAccount: Masking.account(token, first: 6, last: 4), expiry: expiry,
                name: name, email: email, details: details)
        }
    }
}
