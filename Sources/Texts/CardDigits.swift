extension Texts {
    /// Whether a text holds what reads as a card number: 14 to 19 digits of any script that begin like a card's, have the right
    /// check digit and lie as people write them, in one group or in groups with anything but letters between them; in the groups that
    /// are printed on a card with letters, too, where those are the same each time.
    ///
    /// Honest texts are full of digits, and one in ten of anything has the right check digit. So groups are those of cards (fours,
    /// 4-6-5, single digits and the like), not those of prices, dates or seats; and a UUID (RFC 9562 §4), an address of IPv6, a
    /// number that begins with a day of these years (`261126…`) and an article number of 13 digits are none.
    public static func holdsCardNumber(_ text: String) -> Bool {
        guard mayHold(text, digits: 14), !isIPv6(text) else { return false }
        // What reads as an escape may be none: the `%41` of `%4111…`.
        return reads(text) || text.utf8.contains(where: isEscape) && reads(plain(text))
    }

    private static func reads(_ text: String) -> Bool {
        // Without letters both ways to part it are one, and what is printed is written, too.
        let hasLetters = text.utf8.contains { $0 >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        func holds(_ text: String) -> Bool {
            DigitGroups(text, partedByLetters: true).holdsCard(where: isWritten)
                || hasLetters && DigitGroups(text, partedByLetters: false).holdsCard(where: isPrinted)
        }
        return holds(text) && holds(withoutUUIDs(text))
    }

    /// The same of a text in which nobody means a number, such as a person's name: whatever stands between or beside its digits, and
    /// however they are grouped.
    public static func holdsCardNumberAmongLetters(_ text: String) -> Bool {
        guard mayHold(text, digits: 12) else { return false }
        let all = DigitGroups(plain(text), partedByLetters: false).runs.joined().flatMap(\.digits)
        return all.indices.contains { start in
            (12...19).contains { length in
                start + length <= all.count && isCard(Array(all[start..<start + length]))
            }
        }
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

    static func isCard(_ digits: [UInt8]) -> Bool { CardRange.mayBegin(digits) && hasCheckDigit(digits) }

    /// Most texts have too few digits to be looked at closer.
    private static func mayHold(_ text: String, digits least: Int) -> Bool {
        var (digits, isASCII) = (0, true)
        for byte in text.utf8 {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { digits += 1 }
            if byte >= 0x80 { isASCII = false }
        }
        return digits >= least || !isASCII
    }

    /// Whether people write a card number in such groups.
    private static func isWritten(_ groups: ArraySlice<DigitGroups.Group>) -> Bool {
        let sizes = groups.map { $0.digits.count }
        let count = sizes.reduce(0, +)
        guard count >= 14, let size = sizes.first, let last = sizes.last else { return false }
        if sizes.count == 1 { return !(size == 16 && beginsWithDay(groups[groups.startIndex].digits)) }
        if [[4, 6, 5], [4, 6, 4], [6, 10], [6, 13]].contains(sizes) { return true }
        // Fours of which some stand together.
        if count == 16, sizes.allSatisfy({ $0 % 4 == 0 }) { return true }
        guard sizes.dropLast().allSatisfy({ $0 == size }), last <= size else { return false }
        // In twos and threes lie prices and seats too; there all that stands between is the same.
        return size == 1 || size >= 4 || Set(groups.dropFirst().map(\.before)).count == 1
    }

    /// Whether groups are those of a card's print, with the same between all of them.
    private static func isPrinted(_ groups: ArraySlice<DigitGroups.Group>) -> Bool {
        // Most are none, at a glance.
        guard (3...4).contains(groups.count), groups.allSatisfy({ (4...6).contains($0.digits.count) }) else { return false }
        return [[4, 4, 4, 4], [4, 6, 5], [4, 6, 4]].contains(groups.map { $0.digits.count })
            && Set(groups.dropFirst().map { $0.before }).count == 1
    }

    /// `yyMMdd` of 2025 to 2028, with which merchants' own numbers begin, and the newer half of Mastercard's.
    private static func beginsWithDay(_ digits: [UInt8]) -> Bool {
        let numbers = stride(from: 0, to: 6, by: 2).map { Int(digits[$0] - 48) * 10 + Int(digits[$0 + 1] - 48) }
        return (25...28).contains(numbers[0]) && (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
    }

    private static func isIPv6(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ $0 == UInt8(ascii: ":") || Character(Unicode.Scalar($0)).isHexDigit }) else { return false }
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        // `::` stands for as many groups as are missing, once.
        let gaps = groups.dropFirst().dropLast().count { $0.isEmpty }
        return groups.allSatisfy { $0.utf8.count <= 4 } && (gaps == 0 ? groups.count == 8 : gaps == 1 && groups.count <= 9)
    }

    /// A text with what its escapes say, and a blank for each that says no more than that: `%20`, `&nbsp;`, `<br>`, `\n`.
    private static func plain(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var plain: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let escape = escape(bytes[at...])
            plain.append(escape?.byte ?? bytes[at])
            at += escape?.length ?? 1
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private static func isEscape(_ byte: UInt8) -> Bool { "%&<\\".utf8.contains(byte) }

    /// What an escape that stands here says, as far as it is ASCII, and how long it is.
    private static func escape(_ rest: ArraySlice<UInt8>) -> (byte: UInt8, length: Int)? {
        guard let length = escapeLength(rest) else { return nil }
        let text = String(decoding: rest.prefix(length), as: UTF8.self)
        let code: Int? =
            if text.hasPrefix("%") {
                Int(text.dropFirst(), radix: 16)
            } else if text.hasPrefix("&#x") || text.hasPrefix("&#X") {
                Int(text.dropFirst(3).dropLast(), radix: 16)
            } else if text.hasPrefix("&#") {
                Int(text.dropFirst(2).dropLast())
            } else {
                nil
            }
        return (code.flatMap { (0x21...0x7E).contains($0) ? UInt8($0) : nil } ?? UInt8(ascii: " "), length)
    }

    private static func escapeLength(_ rest: ArraySlice<UInt8>) -> Int? {
        func isHex(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }
        func upTo(_ end: Character) -> Int? {
            rest.prefix(12).firstIndex(of: end.asciiValue ?? 0).map { $0 - rest.startIndex + 1 }
        }
        switch rest.first {
        case UInt8(ascii: "%"): return rest.count >= 3 && rest.dropFirst().prefix(2).allSatisfy(isHex) ? 3 : nil
        case UInt8(ascii: "&"): return upTo(";")
        case UInt8(ascii: "<"): return upTo(">")
        case UInt8(ascii: "\\"): return rest.dropFirst().first.map { "nrt".utf8.contains($0) } == true ? 2 : nil
        default: return nil
        }
    }

    /// A text with a letter in place of each UUID.
    private static func withoutUUIDs(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var kept: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let isUUID = isUUID(bytes[at...].prefix(36))
            kept.append(isUUID ? UInt8(ascii: "x") : bytes[at])
            at += isUUID ? 36 : 1
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
