internal import Foundation

/// What a merchant's logo may be: a PNG that a browser is done with at once.
public enum MerchantLogo {
    /// Bytes.
    public static let limit = 32 * 1024
    /// Pixels, either way.
    private static let side = 1...1024

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// - Throws: ``VaultError`` saying what is wrong with it (W3C PNG §5.2, §11.2.1).
    static func check(_ png: Data) throws(VaultError) {
        let bytes = Array(png)
        guard bytes.count <= limit else { throw .invalid("logo", "is larger than \(limit / 1024) kB") }
        guard bytes.starts(with: signature), bytes.count > 45, Array(bytes[12..<16]) == Array("IHDR".utf8),
            bytes.suffix(8).starts(with: Array("IEND".utf8))
        else { throw .invalid("logo", "is not a PNG") }
        func number(at place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
        guard side.contains(number(at: 16)), side.contains(number(at: 20)) else {
            throw .invalid("logo", "is not 1 to \(side.upperBound) pixels wide and high")
        }
    }
}
