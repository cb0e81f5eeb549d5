extension JSON {
    /// A number as short as it reads back: `1000.5`, and no `.0` behind a whole one.
    package init(_ value: Double) { self = .number(JSONNumber(literal: Self.shortest(value))) }

    package static func shortest(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A number, or a text that reads as one of JSON's; none that is too large to be one.
    package var double: Double? {
        guard let text = number?.text ?? string, let number = try? JSON(parsing: text).number, number.text == text,
            let value = Double(text), value.isFinite
        else { return nil }
        // Without the sign of a zero.
        return value == 0 ? 0 : value
    }
}
