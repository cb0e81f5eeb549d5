internal import Foundation
internal import TokenVault

/// Names of authentications, for the addresses payers are sent to: they say nothing, and one that was not given out is told without
/// asking the store.
struct Challenges: Sendable {
    private let tokens: SessionTokens

    init(keyring: Keyring) { tokens = SessionTokens(keyring: keyring, for: .authentication) }

    /// 128 characters of base64url (RFC 4648 §5).
    func name(_ session: SessionRecord, until: Date) async throws(VaultError) -> String {
        let seal = try await tokens.newSeal()
        let token = SessionToken(merchant: session.merchant, session: session.id, expires: until)
        let text = try await tokens.seal(token, key: seal.key, nonce: seal.nonce)
        return text.replacing("+", with: "-").replacing("/", with: "_")
    }

    func read(_ name: String) -> (session: [UInt8], merchant: String)? {
        // Spelt in one way alone.
        guard !name.contains(where: { $0 == "+" || $0 == "/" }),
            let token = tokens.open(name.replacing("-", with: "+").replacing("_", with: "/"))
        else { return nil }
        return (token.session, token.merchant)
    }
}
