/// The digits of a text, of whatever script, in the groups they stand in.
struct DigitGroups {
    struct Group {
        /// ASCII.
        var digits: [UInt8]
        /// What stands between this group and the one before it.
        let before: [Unicode.Scalar]
    }

    /// Groups with no letter between them.
    private(set) var runs: [[Group]] = []

    init(_ text: String, partedByLetters: Bool) {
        var run: [Group] = []
        var between: [Unicode.Scalar]? = []
        for scalar in text.unicodeScalars {
            if let digit = Self.digit(scalar) {
                if let before = between {
                    run.append(Group(digits: [digit], before: run.isEmpty ? [] : before))
                    between = nil
                } else {
                    run[run.count - 1].digits.append(digit)
                }
            } else if partedByLetters, Self.isLetter(scalar) {
                if !run.isEmpty { runs.append(run) }
                run = []
                between = []
            } else {
                between = (between ?? []) + [scalar]
            }
        }
        if !run.isEmpty { runs.append(run) }
    }

    /// Whether a card number begins with one of the groups and ends with the same or a later one.
    ///
    /// - Parameter isWritten: Whether it may lie in such groups.
    func holdsCard(where isWritten: (ArraySlice<Group>) -> Bool) -> Bool {
        runs.contains { run in
            run.indices.contains { first in
                var digits: [UInt8] = []
                for last in run[first...].indices {
                    digits += run[last].digits
                    if digits.count > 19 { return false }
                    if isWritten(run[first...last]), Texts.isCard(digits) { return true }
                }
                return false
            }
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

    /// Marks and modifiers that have no sound of their own are no letters here.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x41...0x5A).contains(scalar.value & ~0x20) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter:
            return !scalar.properties.isDefaultIgnorableCodePoint
        default: return false
        }
    }
}
