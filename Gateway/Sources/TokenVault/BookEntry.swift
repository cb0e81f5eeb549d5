public import Foundation

/// A stored account with its whole number, on its way to another vault. It prints masked and reflects as nothing.
public struct BookEntry: Sendable, CustomStringConvertible, CustomReflectable {
    public enum Kind: Sendable, Equatable {
        case card
        case wallet
        /// Another provider's token of a card.
        case external
    }

    public let stored: StoredAccount
    public let kind: Kind
    /// The card number, the wallet's account, or the provider's token.
    public let number: String
    public let created: Date

    init(_ token: String, _ face: CardFace, _ account: [UInt8], _ created: Date) {
        stored = StoredAccount(token, face)
        // As `NewAccount.accountBytes` wrote it: digits alone; channel, 0, account; or 0, scheme, 0, token.
        let parts = account.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        kind = parts.count == 1 ? .card : parts.count == 2 ? .wallet : .external
        number = String(decoding: parts[parts.count - 1], as: UTF8.self)
        self.created = created
    }

    public var description: String { stored.maskedAccount }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
