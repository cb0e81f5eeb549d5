/// Why the vault did not do what it was asked. It holds no card data.
public struct VaultError: Error, Sendable, Equatable, CustomStringConvertible {
    public struct Kind: Sendable, Hashable {
        enum Value: Sendable { case invalid, unknown, duplicate, broken, wrongKey, refused, limit, store }
        let value: Value

        /// A field is not what it should be; ``VaultError/field`` names it.
        public static let invalid = Kind(value: .invalid)
        /// There is no such merchant or token.
        public static let unknown = Kind(value: .unknown)
        /// There already is one of this name.
        public static let duplicate = Kind(value: .duplicate)
        /// A sealed record does not open: it was changed, moved or cut.
        public static let broken = Kind(value: .broken)
        /// The master key is not the one this vault was made with.
        public static let wrongKey = Kind(value: .wrongKey)
        /// The vault's rules forbid it, for example a test card in production.
        public static let refused = Kind(value: .refused)
        /// The merchant has as many as it may.
        public static let limit = Kind(value: .limit)
        /// The store failed.
        public static let store = Kind(value: .store)
    }

    public let kind: Kind
    public let field: String?
    public let description: String

    /// The description without the field's name before it: `has a wrong check digit`.
    public var reason: String {
        guard let field, description.hasPrefix(field + " ") else { return description }
        return String(description.dropFirst(field.count + 1))
    }

    public init(_ kind: Kind, field: String? = nil, _ description: String) {
        self.kind = kind
        self.field = field
        self.description = description
    }

    static let unknownToken = VaultError(.unknown, field: "token", "token is not one of the merchant's")

    /// A store that a newer program has brought up to date.
    package static func newerSchema(_ version: Int, than known: Int) -> VaultError {
        VaultError(
            .refused, "The database has schema \(version), and this openpgw knows up to \(known); use a newer openpgw")
    }

    static func invalid(_ field: String, _ reason: String) -> VaultError {
        VaultError(.invalid, field: field, "\(field) \(reason)")
    }
}
