/// The identifier of a stored card: 20 digits, uniformly random. It is no secret and says nothing of the card.
public enum CustomerToken {
    public static func random() -> String {
        var system = SystemRandomNumberGenerator()
        return random(using: &system)
    }

    static func random(using generator: inout some RandomNumberGenerator) -> String {
        String(decoding: (0..<20).map { _ in UInt8(ascii: "0") + UInt8.random(in: 0...9, using: &generator) }, as: UTF8.self)
    }

    /// A token made elsewhere: 1 to 255 visible ASCII characters that do not read as a card number.
    static func validate(_ token: String) throws(VaultError) {
        guard (1...255).contains(token.utf8.count), token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .invalid("token", "is not 1 to 255 visible ASCII characters")
        }
        guard !Texts.holdsCardNumber(token) else { throw .invalid("token", "reads as a card number") }
    }
}
