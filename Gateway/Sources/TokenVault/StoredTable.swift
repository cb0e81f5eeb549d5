/// The records of a store in a form that is no store's own, so that they can go from one to another. What is sealed stays sealed.
///
/// What a store keeps beside them, to find them or to count them, is its own: ``CopySide/derive()``.
public enum StoredTable: String, CaseIterable, Sendable {
    case settings, keys, merchants
    case exchangeKeys = "exchange_keys"
    case imports, tokens, accounts, sessions, payments, notifications, plans
    case paymentNames = "payment_names"

    public enum Kind: Sendable { case text, bytes, integer }

    public struct Column: Sendable {
        public let name: String
        public let kind: Kind
    }

    /// The first of them, ``keyCount``, are the row's key. Moments are milliseconds since 1970; a session's tokens are lines.
    public var columns: [Column] {
        switch self {
        case .settings: text("name value")
        case .keys: integers("id") + text("purpose") + bytes("wrapped") + integers("created seals")
        case .merchants: text("id") + integers("version") + bytes("profile secrets")
        case .exchangeKeys: text("owner id") + bytes("key") + integers("created retires")
        case .imports: text("id") + integers("place lines stored present rejected rejected_bytes finished")
        case .tokens:
            text("merchant token") + integers("version") + bytes("face fingerprint") + integers("only_one created deleted")
        case .accounts: text("merchant token") + bytes("account")
        case .sessions:
            bytes("id") + text("merchant invoice idempotency") + bytes("claims_digest") + text("tokens")
                + integers("state expires")
                + bytes("request") + integers("token_key") + bytes("token_nonce")
        case .payments:
            bytes("session") + text("merchant") + integers("state version") + bytes("digest") + integers("due")
                + bytes("details account") + integers("created")
        case .paymentNames: text("merchant name") + bytes("session")
        case .plans:
            bytes("session") + text("merchant") + integers("version due") + bytes("details account") + integers("created")
        case .notifications:
            bytes("session") + text("merchant queue") + integers("state attempts due") + text("answer") + integers("created")
        }
    }

    public var keyCount: Int {
        switch self {
        case .settings, .keys, .merchants, .imports, .sessions, .payments, .notifications, .plans: 1
        case .exchangeKeys, .tokens, .accounts, .paymentNames: 2
        }
    }

    private func text(_ names: String) -> [Column] { columns(names, .text) }
    private func bytes(_ names: String) -> [Column] { columns(names, .bytes) }
    private func integers(_ names: String) -> [Column] { columns(names, .integer) }

    private func columns(_ names: String, _ kind: Kind) -> [Column] {
        names.split(separator: " ").map { Column(name: String($0), kind: kind) }
    }
}

/// A text is its bytes in UTF-8: two that look the same are two.
public enum StoredValue: Sendable, Hashable {
    case text([UInt8])
    case bytes([UInt8])
    case integer(Int)
    case null
}

/// The values of a row, as its table's columns say.
public typealias StoredRow = [StoredValue]

/// One side of a copy. It may wait, and it is used by one thread.
public protocol CopySide: AnyObject {
    /// A table's rows as they are at this moment, in the order of their keys, bytes as numbers: some at each call, and none at the end.
    func rows(of table: StoredTable) throws(VaultError) -> () throws(VaultError) -> [StoredRow]
    func count(of table: StoredTable) throws(VaultError) -> Int
    /// Puts rows in the place of those with their keys, and takes others away by their keys: all or nothing, and nothing unless the store
    /// still says what ``set(_:from:)`` made it say.
    func change(_ table: StoredTable, put: [StoredRow], remove: [StoredRow]) throws(VaultError)
    /// Makes anew what the store keeps beside its records, under the same condition.
    func derive() throws(VaultError)
    /// Keeps others from writing, and from nothing else, until ``releaseWrites()`` or the end of the process.
    func holdWrites() throws(VaultError)
    /// - Throws: ``VaultError`` where others were kept from writing, and are no longer.
    func checkHold() throws(VaultError)
    func releaseWrites()
    /// What the store says of itself as a copy.
    func mark() throws(VaultError) -> CopyMark?
    /// - Parameter former: What it says now.
    /// - Throws: ``CopyMark/overtaken`` where it says something else.
    func set(_ mark: CopyMark, from former: CopyMark?) throws(VaultError)
}

/// What a copy is.
public struct CopyMark: Sendable, Equatable {
    public enum State: String, Sendable {
        case unfinished, finished
        /// It was changed as a vault of its own.
        case used
    }

    /// Which vault it is of.
    public let source: String
    public let state: State
    /// Which run of ``StoreCopy`` made it: one that was stopped and goes on may find that another has been there.
    public let run: String

    package init(source: String, _ state: State, run: String = "") {
        self.source = source
        self.state = state
        self.run = run
    }

    /// As stores keep it, beside the profile.
    package init?(_ text: String?) {
        guard let parts = text?.split(separator: " "), parts.count >= 2, let state = State(rawValue: String(parts[0])) else {
            return nil
        }
        self.init(source: String(parts[1]), state, run: parts.count > 2 ? String(parts[2]) : "")
    }

    package var text: String { "\(state) \(source)\(run.isEmpty ? "" : " " + run)" }

    package static let overtaken = VaultError(
        .refused, "The target has been copied to or used by another process since this copy began; it was left as that made it")

    package static let unfinished = VaultError(
        .refused, "The vault is a copy that is not finished; openpgw store copy, started again, goes on with it")
}

extension CopySide {
    /// Whether the vault was made as a sandbox.
    public func isSandbox() throws(VaultError) -> Bool {
        let next = try rows(of: .settings)
        return try next().contains([.text(Array("profile".utf8)), .text(Array("sandbox".utf8))])
    }
}
