public import Foundation

/// Finds card numbers where none may be: in a log, an answer, a file.
///
/// It shares no code with the vault it watches.
public enum CardNumberLeaks {
    /// A card number that was found. It says where, and of the number no more than may be shown.
    public struct Leak: Sendable, Hashable, CustomStringConvertible {
        public let place: String
        public let encoding: String
        public let description: String
    }

    /// What reads as a card number in a line of a text: 13 to 19 digits of any script, in one group or in groups with anything but
    /// letters between them, that begin as cards of that length do and have the right check digit. A UUID is none.
    public static func scan(_ text: String, in place: String) -> [Leak] {
        var leaks: [Leak] = []
        // Groups of digits that follow each other; a number may begin and end with any of them.
        var groups: [String] = []
        var separated = true
        func check() {
            for first in groups.indices {
                var number = ""
                for group in groups[first...] where number.count <= 19 {
                    number += group
                    if beginsLikeACard(number), hasCheckDigit(number) {
                        leaks.append(leak(number, place, "plain text"))
                    }
                }
            }
            groups = []
            separated = true
        }
        let hex = "[0-9A-Fa-f]"
        let uuid = "\(hex){8}-\(hex){4}-\(hex){4}-\(hex){4}-\(hex){12}"
        for scalar in text.replacingOccurrences(of: uuid, with: "x", options: .regularExpression).unicodeScalars {
            if let digit = digit(scalar) {
                if separated { groups.append("") }
                groups[groups.count - 1] += String(digit)
                separated = false
            } else if scalar.properties.isAlphabetic || scalar == "\n" {
                if !groups.isEmpty { check() }
            } else {
                separated = true
            }
        }
        check()
        return leaks
    }

    /// Coarser than the schemes' own ranges, and no year of this century: a time such as `2026-11-26 10:15:30` is no card.
    private static func beginsLikeACard(_ number: String) -> Bool {
        let beginnings: [String] =
            switch number.count {
            case 13: ["4"]
            case 14: ["30", "36", "38", "39"]
            case 15: ["34", "37"]
            case 16: ["21", "22", "23", "24", "25", "26", "27", "3", "4", "5", "6"]
            case 17, 18: ["35", "50", "56", "57", "58", "6"]
            case 19: ["22", "3", "4", "5", "6"]
            default: []
            }
        return beginnings.contains(where: number.hasPrefix)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        guard scalar.value >= 0x80 else { return (0x30...0x39).contains(scalar.value) ? Int(scalar.value) - 0x30 : nil }
        return scalar.properties.numericValue.flatMap { Int(exactly: $0) }.flatMap { (0...9).contains($0) ? $0 : nil }
    }

    /// Looks for known card numbers in bytes, in every spelling software is apt to write: ASCII, UTF-16, packed decimal,
    /// hexadecimal, and base64 at each of its three offsets.
    public static func scan(_ bytes: Data, for numbers: some Collection<String>, in place: String) -> [Leak] {
        numbers.flatMap { number in
            spellings(of: number).filter { bytes.range(of: $0.bytes) != nil }.map { leak(number, place, $0.name) }
        }
    }

    /// Looks for known card numbers in every file below a folder.
    public static func scan(folder: String, for numbers: some Collection<String>) throws -> [Leak] {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try files.flatMap { file -> [Leak] in
            let path = folder + "/" + file
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { return [] }
            return scan(try Data(contentsOf: URL(fileURLWithPath: path)), for: numbers, in: file)
        }
    }

    static func spellings(of number: String) -> [(name: String, bytes: Data)] {
        let ascii = Data(number.utf8)
        let even = number.count % 2 == 0 ? number : number + "f"
        var spellings: [(name: String, bytes: Data)] = [
            ("ASCII", ascii),
            ("UTF-16", Data(number.utf8.flatMap { [$0, 0] }.dropLast())),
            ("packed decimal", Data(pairs(even))),
            ("packed decimal, from the right", Data(pairs(number.count % 2 == 0 ? number : "0" + number))),
            ("hexadecimal", Data(number.utf8.map { "3" + String(Unicode.Scalar($0)) }.joined().utf8)),
        ]
        // base64 of a number inside other bytes depends on where it begins; the groups it shares with others are cut off.
        for offset in 0..<3 {
            let padded = Data(repeating: 0, count: offset) + ascii
            let whole = padded.prefix(padded.count / 3 * 3).base64EncodedString()
            let text = whole.dropFirst(offset == 0 ? 0 : 4)
            spellings.append(("base64 at offset \(offset)", Data(text.utf8)))
        }
        return spellings
    }

    private static func pairs(_ digits: String) -> [UInt8] {
        let values = digits.map { UInt8($0.hexDigitValue ?? 0) }
        return stride(from: 0, to: values.count - 1, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }

    private static func hasCheckDigit(_ digits: String) -> Bool {
        let sum = digits.reversed().compactMap(\.wholeNumberValue).enumerated().reduce(0) { sum, digit in
            let doubled = digit.element * 2
            return sum + (digit.offset % 2 == 0 ? digit.element : doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }

    private static func leak(_ number: String, _ place: String, _ encoding: String) -> Leak {
        Leak(
            place: place, encoding: encoding, description: "\(place): \(number.prefix(6))… (\(number.count) digits), \(encoding)")
    }
}

/// A test that found card numbers.
public struct CardNumberLeaked: Error, CustomStringConvertible {
    public let leaks: [CardNumberLeaks.Leak]

    public init(leaks: [CardNumberLeaks.Leak]) { self.leaks = leaks }

    public var description: String { "Card numbers leaked: " + leaks.map(\.description).joined(separator: "; ") }
}
