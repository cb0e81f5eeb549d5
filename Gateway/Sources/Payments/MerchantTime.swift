public import Foundation

/// Moments as the protocol writes them.
public enum MerchantTime {
    /// `yyyyMMddHHmmss`.
    public static func text(_ date: Date, in zone: TimeZone) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        func padded(_ value: Int?, _ width: Int) -> String {
            let text = "\(value ?? 0)"
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        return padded(parts.year, 4)
            + [parts.month, parts.day, parts.hour, parts.minute, parts.second].map { padded($0, 2) }.joined()
    }
}
