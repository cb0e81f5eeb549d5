/// A row of CSV (RFC 4180): fields parted by commas, in quotes where they hold a comma, a quote stands doubled.
///
/// A field does not hold a line break: none of a card's texts does.
package enum CSVRow {
    /// Why a row is none, in words that go on from what it is: `the row …`.
    package enum Problem: String, Error {
        case open = "has a quote that is not closed on its line; a line break in a field is not taken"
        case astray = "has a quote out of place: they stand around a whole field, and doubled within it"
        case encoding = "is not UTF-8"
    }

    /// - Parameter comma: What parts fields.
    package static func fields(_ row: [UInt8], comma: UInt8 = UInt8(ascii: ",")) throws(Problem) -> [String] {
        let quote = UInt8(ascii: "\"")
        var fields: [String] = []
        var field: [UInt8] = []
        var at = 0
        while true {
            field.removeAll(keepingCapacity: true)
            if at < row.count, row[at] == quote {
                at += 1
                while true {
                    guard at < row.count else { throw .open }
                    if row[at] == quote {
                        at += 1
                        guard at < row.count, row[at] == quote else { break }
                    }
                    field.append(row[at])
                    at += 1
                }
                guard at == row.count || row[at] == comma else { throw .astray }
            } else {
                while at < row.count, row[at] != comma {
                    guard row[at] != quote else { throw .astray }
                    field.append(row[at])
                    at += 1
                }
            }
            guard let text = String(validating: field, as: UTF8.self) else { throw .encoding }
            fields.append(text)
            guard at < row.count else { return fields }
            at += 1
        }
    }
}
