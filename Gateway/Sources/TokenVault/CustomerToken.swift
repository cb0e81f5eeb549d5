/// The identifier of a stored card: 20 digits, uniformly random. It is no secret and says nothing of the card.
public enum CustomerToken {
    public static func random() -> String {
        var system = SystemRandomNumberGenerator()
        return random(using: &system)
    }

    static func random(using generator: inout some RandomNumberGenerator) -> String {
        // Ten digits at a time: each number is a call of the system's.
        let half: UInt64 = 10_000_000_000
        let (high, low) = (UInt64.random(in: 0..<half, using: &generator), UInt64.random(in: 0..<half, using: &generator))
        return String(String(half + high).dropFirst() + String(half + low).dropFirst())
    }

    /// A token made elsewhere: 1 to 255 visible ASCII characters that do not read as a card number.
    static func validate(_ token: String) throws(VaultError) {
        guard (1...255).contains(token.utf8.count), token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .invalid("token", "is not 1 to 255 visible ASCII characters")
        }
        guard !Texts.holdsCardNumber(token) else { throw .invalid("token", "reads as a card number") }
    }
}
