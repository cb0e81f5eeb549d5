/// A stored card or wallet as a customer may see it, with its texts as the bytes they are kept in: for whoever writes them on, and
/// reads none. A ``StoredAccount`` says the same in texts.
public final class ShownAccount: Sendable {
    public let token: String
    /// `nil` for a wallet.
    public let scheme: CardScheme?
    private let face: FaceParts

    init(_ token: String, _ face: FaceParts) {
        self.token = token
        self.face = face
        scheme = face.utf8(.channel).elementsEqual("CC".utf8) ? CardScheme(brand: face.text(.brand)) : nil
    }

    /// `CC` for a card, the wallet's code otherwise.
    public var channel: ArraySlice<UInt8> { face.utf8(.channel) }
    public var maskedAccount: ArraySlice<UInt8> { face.utf8(.maskedAccount) }
    /// `nil` for a wallet, which does not expire.
    public var expiry: CardExpiry? { face.expiry }
    public var name: ArraySlice<UInt8> { face.utf8(.name) }
    /// As ``Masking/email(_:)`` has it.
    public var maskedEmail: ArraySlice<UInt8> { Masking.email(face.utf8(.email)) }
}
