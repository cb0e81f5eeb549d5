/// A row of CSV (RFC 4180): fields parted by commas, in quotes where they hold a comma, a quote stands doubled.
///
/// A field does not hold a line break: none of a card's texts does.
package enum CSVRow {
    /// - Parameter comma: What parts fields.
    /// - Returns: `nil` for a quote that is not closed, or that stands in the middle of a field, and for what is not UTF-8.
    package static func fields(_ row: [UInt8], comma: UInt8 = UInt8(ascii: ",")) -> [String]? {
        let quote = UInt8(ascii: "\"")
        var fields: [String] = []
        var field: [UInt8] = []
        var at = 0
        while true {
            field.removeAll(keepingCapacity: true)
            if at < row.count, row[at] == quote {
                at += 1
                while true {
                    guard at < row.count else { return nil }
                    if row[at] == quote {
                        at += 1
                        guard at < row.count, row[at] == quote else { break }
                    }
                    field.append(row[at])
                    at += 1
                }
                guard at == row.count || row[at] == comma else { return nil }
            } else {
                while at < row.count, row[at] != comma {
                    guard row[at] != quote else { return nil }
                    field.append(row[at])
                    at += 1
                }
            }
            guard let text = String(validating: field, as: UTF8.self) else { return nil }
            fields.append(text)
            guard at < row.count else { return fields }
            at += 1
        }
    }
}
