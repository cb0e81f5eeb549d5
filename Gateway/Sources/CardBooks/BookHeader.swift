package import TokenVault

/// The first row of a book in CSV: the names of its columns.
package enum BookHeader {
    /// - Returns: The names as ``BookLine`` spells them; any case is read.
    /// - Throws: ``VaultError`` that says what was seen instead, and what would be right. It repeats nothing of the row: it may hold
    ///   a card number.
    package static func names(_ row: [UInt8], _ path: String) throws(VaultError) -> [String] {
        func refused(_ why: String) -> VaultError { VaultError(.refused, "\(path) \(why)") }
        if row.contains(UInt8(ascii: "\r")) { throw refused("parts its lines with CR alone; save it with LF or CRLF") }
        if row.first == UInt8(ascii: "[") { throw refused("is a JSON array; write one object a line: jq -c '.[]' FILE") }
        if row.first == UInt8(ascii: "<") { throw refused("is XML or HTML; save it as CSV") }
        if String(decoding: row.prefix(4), as: UTF8.self).lowercased() == "sep=" {
            throw refused("begins with sep=, which is a word to a spreadsheet; remove that line, and part fields with commas")
        }
        let fields: [String]
        do throws(CSVRow.Problem) { fields = try CSVRow.fields(row) } catch {
            throw refused("\(error.rawValue), in its first row")
        }
        let known = fields.map { BookLine.name($0) }
        if let names = known as? [String], Set(names).count == names.count { return names }
        if let separator = separator(row) { throw refused("parts its fields with \(separator); part them with commas") }
        if fields.contains(where: { BookLine.name($0) == nil && BookLine.name(trimmed($0)) != nil }) {
            throw refused("has blanks around the names in its first row; there are none beside the commas of CSV (RFC 4180)")
        }
        let list = BookLine.names.joined(separator: ",")
        // Where not one name is known, it is no first row, but a card.
        guard known.contains(where: { $0 != nil }) else {
            throw refused("begins neither with a JSON object, nor with a row of the names \(list)")
        }
        guard let unknown = known.firstIndex(of: nil) else { throw refused("names a column twice in its first row") }
        throw refused("has a column \(unknown + 1) whose name is none of \(list)")
    }

    /// What parts the fields of a row instead of commas.
    private static func separator(_ row: [UInt8]) -> String? {
        [(";", "semicolons"), ("\t", "tabs"), ("|", "bars")].first { separator, _ in
            guard let fields = try? CSVRow.fields(row, comma: separator.utf8.first ?? 0), fields.count > 1 else { return false }
            return fields.contains { BookLine.name(trimmed($0)) != nil }
        }?.1
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
