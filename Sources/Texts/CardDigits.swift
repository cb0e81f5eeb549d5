extension Texts {
    /// Whether a text holds what reads as a card number: 12 to 19 digits of any script that begin and end like a known scheme's
    /// and have the right check digit, in one group or in groups with anything but letters between them.
    ///
    /// Letters part words and identifiers; with them between, half of all hexadecimal texts would read as card numbers. For the
    /// same reason a UUID (RFC 9562 §4) is none.
    public static func holdsCardNumber(_ text: String) -> Bool {
        // Most texts have too few digits to be looked at closer.
        var (digits, isASCII) = (0, true)
        for byte in text.utf8 {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { digits += 1 }
            if byte >= 0x80 { isASCII = false }
        }
        guard digits >= 12 || !isASCII else { return false }
        return findsCardNumber(text) && findsCardNumber(withoutUUIDs(text))
    }

    private static func findsCardNumber(_ text: String) -> Bool {
        var groups: [[UInt8]] = []
        var isParted = true
        for scalar in text.unicodeScalars {
            if let digit = digit(scalar) {
                if isParted { groups.append([]) }
                groups[groups.count - 1].append(digit)
                isParted = false
            } else if isLetter(scalar) {
                if anyCardNumber(in: groups) { return true }
                groups = []
                isParted = true
            } else {
                isParted = true
            }
        }
        return anyCardNumber(in: groups)
    }

    /// The same of a text in which nobody means a number, such as a person's name: there letters part nothing either.
    public static func holdsCardNumberAmongLetters(_ text: String) -> Bool {
        holdsCardNumber(text) || holdsCardNumber(String(String.UnicodeScalarView(text.unicodeScalars.filter { !isLetter($0) })))
    }

    /// The check digit of ISO/IEC 7812-1 annex B.
    ///
    /// - Parameter digits: ASCII.
    public static func hasCheckDigit(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (position, digit) in digits.reversed().enumerated() {
            let value = Int(digit - UInt8(ascii: "0"))
            let doubled = value * 2 > 9 ? value * 2 - 9 : value * 2
            sum += position % 2 == 0 ? value : doubled
        }
        return sum % 10 == 0
    }

    /// Whether a card number begins with one of the groups and ends with the same or a later one.
    private static func anyCardNumber(in groups: [[UInt8]]) -> Bool {
        groups.indices.contains { first in
            var digits: [UInt8] = []
            for group in groups[first...] where digits.count <= 19 {
                digits += group
                if (12...19).contains(digits.count), hasCheckDigit(digits), CardScheme(of: digits) != .unknown { return true }
            }
            return false
        }
    }

    /// The value of a digit in any script, plain, wide, raised or circled, as ASCII.
    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.isASCII { return (0x30...0x39).contains(scalar.value) ? UInt8(scalar.value) : nil }
        guard let value = scalar.properties.numericValue, let digit = Int(exactly: value), (0...9).contains(digit) else {
            return nil
        }
        return UInt8(ascii: "0") + UInt8(digit)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? (0x41...0x5A).contains(scalar.value & ~0x20)
            : scalar.properties.isAlphabetic && digit(scalar) == nil
    }

    /// A text with a letter in place of each UUID.
    private static func withoutUUIDs(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var kept: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if isUUID(bytes[at...].prefix(36)) {
                kept.append(UInt8(ascii: "x"))
                at += 36
            } else {
                kept.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private static func isUUID(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 36
            && bytes.enumerated().allSatisfy { position, byte in
                [8, 13, 18, 23].contains(position)
                    ? byte == UInt8(ascii: "-") : Character(Unicode.Scalar(byte)).isHexDigit
            }
    }
}
