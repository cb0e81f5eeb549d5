internal import Foundation

/// Where a merchant may be notified.
enum NotificationAddress {
    /// Why an address is none, in words; `nil` where it is. What a name turns out to be is looked at when it is used.
    static func objection(to address: String, isSandbox: Bool) -> String? {
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let parts = URLComponents(string: address),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty
        else { return "is not an address that begins with https://" }
        guard parts.user == nil, parts.password == nil else { return "holds a user's name" }
        if isSandbox { return nil }
        guard scheme == "https" else { return "does not begin with https" }
        return nil
    }
}
