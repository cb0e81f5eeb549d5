internal import PGWWire

/// Where a merchant may be notified.
enum NotificationAddress {
    /// Why an address is none, in words; `nil` where it is. What a name turns out to be is looked at when it is used.
    static func objection(to address: String, isSandbox: Bool) -> String? {
        guard let place = WebAddress(address) else { return WebAddress.objection(isSandbox: isSandbox) }
        return isSandbox || place.scheme == "https" ? nil : "does not begin with https"
    }
}
