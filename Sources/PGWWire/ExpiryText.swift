/// The expiry of a stored card as a message carries it (protocol.md §2.4).
///
/// A card that expires soon shows its date, an available one is masked, an expired one is empty. 4.3 writes the last day
/// of the month, `2027-05-31`; 4.1 and 4.2 write `05/27`.
public enum ExpiryText {
    public static func text(year: Int, month: Int, status: TokenStatus, version: APIVersion) -> String {
        switch (status, version) {
        case (.expired, _): ""
        case (.expiring, .v43): day(year: year, month: month)
        case (.expiring, _): "\(pad(month, 2))/\(pad(year % 100, 2))"
        case (_, .v43): "XXXX-XX-XX"
        case (_, _): "XX/XX"
        }
    }

    /// The last day of a month, `yyyy-MM-dd`.
    public static func day(year: Int, month: Int) -> String {
        "\(pad(year, 4))-\(pad(month, 2))-\(pad(CalendarDay.days(in: month, of: year), 2))"
    }

    /// Reads either form. `nil` for a masked or empty text.
    public static func month(_ text: String) -> (year: Int, month: Int)? {
        let parts = text.split(whereSeparator: { $0 == "-" || $0 == "/" }).map { Int($0) }
        switch parts.count {
        case 2:
            guard let month = parts[0], let year = parts[1], (1...12).contains(month), (0...99).contains(year) else { return nil }
            return (2000 + year, month)
        case 3:
            guard let year = parts[0], let month = parts[1], let day = parts[2],
                CalendarDay(year: year, month: month, day: day) != nil
            else { return nil }
            return (year, month)
        default: return nil
        }
    }

    /// An expiry in the form of 4.1 and 4.2, whichever form it has: `02/27` for `2027-02-28`, `XX/XX` for `XXXX-XX-XX`.
    public static func short(_ text: String) -> String {
        if let (year, month) = month(text) { return "\(pad(month, 2))/\(pad(year % 100, 2))" }
        return text.isEmpty || text.contains("/") ? text : "XX/XX"
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
