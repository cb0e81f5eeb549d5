public import Foundation

/// What a data key seals. No key serves two purposes.
public enum KeyPurpose: String, Sendable, CaseIterable {
    /// What a customer may see of a card.
    case face
    /// Card numbers.
    case account
    /// Merchants' secrets and fingerprint keys.
    case secret
    /// Payment tokens, and the requests behind them.
    case session
    /// The gateway's own RSA keys, and which public keys are whose.
    case exchange
}

/// A data key (DEK) as the store keeps it: wrapped.
public struct KeyRecord: Sendable, Equatable {
    /// Given by the store, ascending.
    public var id: UInt32
    public let purpose: KeyPurpose
    /// The key, sealed under the master key's wrapping key of its purpose.
    public let wrapped: [UInt8]
    public let created: Date
    /// Encryptions that were reserved of the key, never less than were made.
    public var seals: Int

    public init(id: UInt32, purpose: KeyPurpose, wrapped: [UInt8], created: Date, seals: Int) {
        self.id = id
        self.purpose = purpose
        self.wrapped = wrapped
        self.created = created
        self.seals = seals
    }
}
