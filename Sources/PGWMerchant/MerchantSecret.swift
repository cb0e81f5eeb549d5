internal import Foundation
internal import JOSE

/// The secret key a gateway gave a merchant, as printed: 64 characters as a rule. It never prints itself.
public struct MerchantSecret: Sendable, CustomStringConvertible, CustomReflectable {
    let key: HMACKey

    /// - Parameters:
    ///   - text: At least 32 characters; used as its ASCII bytes (protocol.md §1.1). Blanks and line breaks around it, as files
    ///     end with, are no part of it.
    /// - Throws: ``PaymentTokenError`` of kind ``PaymentTokenError/Kind/weakSecret``.
    public init(_ text: String) throws(PaymentTokenError) {
        do throws(JOSEError) {
            let around = CharacterSet.whitespacesAndNewlines.union(CharacterSet(charactersIn: "\u{FEFF}"))
            key = try HMACKey(secret: text.trimmingCharacters(in: around))
        } catch {
            throw PaymentTokenError(.weakSecret, "the secret is shorter than 32 characters")
        }
    }

    public var description: String { "MerchantSecret" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
