internal import CLibCrypto

/// Base64 of bytes whose number is a multiple of three, so that there is no padding, and one spelling (RFC 4648 §4).
enum Base64 {
    static func encoded(_ bytes: [UInt8]) -> String {
        // It ends what it writes with a zero.
        String(unsafeUninitializedCapacity: bytes.count / 3 * 4 + 1) { text in
            text.baseAddress.map { Int(EVP_EncodeBlock($0, bytes, Int32(bytes.count))) } ?? 0
        }
    }

    /// - Returns: `nil` for whatever ``encoded(_:)`` did not write.
    static func decoded(_ text: String) -> [UInt8]? {
        let count = text.utf8.count / 4 * 3
        // Padding is read as an A wherever it stands, and blanks around a text are passed over: then there are fewer bytes.
        guard text.utf8.count.isMultiple(of: 4), !text.utf8.contains(UInt8(ascii: "=")) else { return nil }
        var text = text
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            text.withUTF8 { utf8 in
                guard let bytes = bytes.baseAddress, let utf8 = utf8.baseAddress else { return }
                isWhole = EVP_DecodeBlock(bytes, utf8, Int32(count / 3 * 4)) == count
            }
            filled = isWhole ? count : 0
        }
        return isWhole ? bytes : nil
    }
}
