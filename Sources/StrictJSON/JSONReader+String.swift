extension JSONReader {
    /// The string that starts at the quote under the cursor.
    mutating func string() throws(JSONError) -> String {
        let start = at
        at += 1
        let first = at
        var isASCII = true
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "\""):
                let text = try decoded(bytes[first..<at], isASCII: isASCII, start: start)
                at += 1
                return text
            case UInt8(ascii: "\\"):
                return try escapedString(prefix: bytes[first..<at], start: start)
            case 0..<0x20:
                throw JSONError(reason: .invalidString, offset: at)
            default:
                if byte >= 0x80 { isASCII = false }
                at += 1
            }
        }
        throw JSONError(reason: .unexpectedEnd, offset: at)
    }

    /// The rest of a string once an escape was met.
    private mutating func escapedString(prefix: ArraySlice<UInt8>, start: Int) throws(JSONError) -> String {
        var text = Array(prefix)
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""):
                return try decoded(text[...], isASCII: false, start: start)
            case UInt8(ascii: "\\"):
                text.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20:
                throw JSONError(reason: .invalidString, offset: at - 1)
            default:
                text.append(byte)
            }
        }
        throw JSONError(reason: .unexpectedEnd, offset: at)
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        guard at < bytes.count else { throw JSONError(reason: .unexpectedEnd, offset: at) }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw JSONError(reason: .invalidString, offset: at - 1)
        }
    }

    /// `\uXXXX`, or a surrogate pair of two of them. A lone surrogate is refused: it has no UTF-8.
    private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let start = at
        let high = try hexQuad()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), at + 1 < bytes.count,
            bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
        else { throw JSONError(reason: .invalidString, offset: start) }
        at += 2
        let low = try hexQuad()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        else { throw JSONError(reason: .invalidString, offset: start) }
        return scalar
    }

    private mutating func hexQuad() throws(JSONError) -> UInt32 {
        guard at + 4 <= bytes.count else { throw JSONError(reason: .unexpectedEnd, offset: bytes.count) }
        var value: UInt32 = 0
        for byte in bytes[at..<at + 4] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
            default: throw JSONError(reason: .invalidString, offset: at)
            }
        }
        at += 4
        return value
    }

    /// `String(decoding:as:)` mends wrong UTF-8; comparing the result with its source proves that it had nothing to mend.
    private func decoded(_ slice: ArraySlice<UInt8>, isASCII: Bool, start: Int) throws(JSONError) -> String {
        let text = String(decoding: slice, as: UTF8.self)
        guard isASCII || text.utf8.elementsEqual(slice) else { throw JSONError(reason: .invalidString, offset: start) }
        return text
    }
}
