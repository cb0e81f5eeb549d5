/// What a text may be before it is stored, echoed or logged, asked in one way by everybody who takes one.
public enum Texts {
    /// The most characters of a holder's name.
    public static let nameLength = 50
    /// The most characters of an e-mail address.
    public static let emailLength = 255
    /// The most characters of an issuing bank's name.
    public static let issuerLength = 50

    /// Whether a text has at most `maximum` characters, as a person counts them (Unicode UAX #29), and at most four bytes for
    /// each: a character can be made of any number of marks. A short text has 255 bytes.
    public static func fits(_ text: String, _ maximum: Int) -> Bool {
        let bytes = text.utf8.count
        if bytes <= maximum { return true }
        return bytes <= mostBytes(maximum) && text.count <= maximum
    }

    /// Which limit a text that does not fit is beyond: `64 characters`, or `256 bytes` of fewer characters.
    public static func limit(_ text: String, _ maximum: Int) -> String {
        text.count > maximum ? "\(maximum) characters" : "\(mostBytes(maximum)) bytes"
    }

    private static func mostBytes(_ maximum: Int) -> Int { max(255, 4 * maximum) }

    /// Whether a text holds nothing but what is seen, or joins what is seen.
    public static func isPrintable(_ text: String) -> Bool {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return true }
        return text.unicodeScalars.allSatisfy(isPrintable)
    }

    /// Neither a control character, nor one that ends a line, turns the direction of what follows, hides, or stands for bytes
    /// that were no text.
    public static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: true
        case 0..<0xA0: false
        case 0x2028...0x202E, 0x2066...0x2069: false
        case 0xFEFF, 0xFFF9...0xFFFD, 0xE0000...0xE007F: false
        case let value: !(0xFDD0...0xFDEF).contains(value) && value & 0xFFFE != 0xFFFE
        }
    }

    /// Whether a text can be an e-mail address: something to see on both sides of an `@`, and no blank between.
    public static func isAddress(_ text: String) -> Bool {
        guard let at = text.lastIndex(of: "@"), !isBlank(String(text[..<at])), !isBlank(String(text[at...].dropFirst())) else {
            return false
        }
        return !text.unicodeScalars.contains(where: \.properties.isWhitespace)
    }

    /// Whether there is nothing to see in a text: it is empty, or blanks and marks without a letter.
    public static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            if (0x21...0x7E).contains(scalar.value) { return false }
            let properties = scalar.properties
            return properties.isWhitespace || properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}"
                || [.nonspacingMark, .enclosingMark].contains(properties.generalCategory)
        }
    }
}
