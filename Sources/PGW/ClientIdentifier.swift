internal import Foundation

/// The installation's identifier: a random UUID, 32 hexadecimal digits, made once and kept (protocol.md §3.1).
enum ClientIdentifier {
    static let key = "PGW_SDK_CLIENT_ID"

    static func persisted(in defaults: UserDefaults = .standard) -> String {
        if let known = defaults.string(forKey: key), !known.isEmpty { return known }
        let new = UUID().uuidString.filter { $0 != "-" }
        defaults.set(new, forKey: key)
        // Without this, a program on Linux that ends at once would make another one next time.
        defaults.synchronize()
        return new
    }
}
