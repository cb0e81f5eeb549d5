extension JSON {
    /// Reads one JSON text that fills `bytes`.
    ///
    /// Refuses what readers are known to disagree about: a name given twice in an object (compared after escapes are
    /// resolved), text after the value, lone surrogates, bytes that are not UTF-8, leading zeros. A byte-order mark in front says
    /// nothing and is passed over (RFC 8259 §8.1).
    ///
    /// - Throws: ``JSONError``, with the place of the first thing wrong.
    public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        guard bytes.count <= limits.bytes else { throw JSONError(reason: .tooLarge, offset: limits.bytes) }
        var reader = JSONReader(bytes: bytes, limits: limits)
        self = try reader.document()
    }

    public init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }
}

/// One pass over the bytes. Every access goes through a checked array: a slip here is a trap, never a read past the end.
struct JSONReader {
    let bytes: [UInt8]
    let limits: JSONLimits
    var at = 0

    mutating func document() throws(JSONError) -> JSON {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        skipSpace()
        let value = try value(depth: 0)
        skipSpace()
        guard at == bytes.count else { throw error(.trailingBytes) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        switch try peek() {
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw error(.unexpectedByte)
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        try enter(depth)
        var members: [JSONObject.Member] = []
        // A few names are compared one by one; many go through a set, so that a hostile object stays linear.
        var seen: Set<String> = []
        if try !closes(with: UInt8(ascii: "}")) {
            repeat {
                skipSpace()
                let start = at
                guard try peek() == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
                let name = try string()
                let isNew: Bool
                if members.count < 16 {
                    isNew = !members.contains { isSame($0.name, name) }
                } else {
                    if seen.isEmpty { seen = Set(members.map { folded($0.name) }) }
                    isNew = seen.insert(folded(name)).inserted
                }
                guard isNew else { throw JSONError(reason: .duplicateMember, offset: start) }
                skipSpace()
                guard try peek() == UInt8(ascii: ":") else { throw error(.unexpectedByte) }
                at += 1
                skipSpace()
                members.append(.init(name: name, value: try value(depth: depth)))
            } while try continues(closing: UInt8(ascii: "}"))
        }
        return JSONObject(distinct: members)
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSON] {
        try enter(depth)
        var items: [JSON] = []
        if try !closes(with: UInt8(ascii: "]")) {
            repeat {
                skipSpace()
                items.append(try value(depth: depth))
            } while try continues(closing: UInt8(ascii: "]"))
        }
        return items
    }

    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = at
        if bytes[at] == UInt8(ascii: "-") { at += 1 }
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[at - whole] != UInt8(ascii: "0") else {
            throw JSONError(reason: .invalidNumber, offset: start)
        }
        if take(UInt8(ascii: ".")), digits() == 0 { throw JSONError(reason: .invalidNumber, offset: start) }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            if digits() == 0 { throw JSONError(reason: .invalidNumber, offset: start) }
        }
        guard at - start <= limits.numberLength else { throw JSONError(reason: .invalidNumber, offset: start) }
        return JSONNumber(literal: String(decoding: bytes[start..<at], as: UTF8.self))
    }

    // MARK: The small steps

    private func isSame(_ name: String, _ other: String) -> Bool {
        name == other || limits.foldsCase && name.isEqual(anyCase: other)
    }

    private func folded(_ name: String) -> String { limits.foldsCase ? name.foldedCase : name }

    private func error(_ reason: JSONError.Reason) -> JSONError {
        JSONError(reason: at < bytes.count ? reason : .unexpectedEnd, offset: at)
    }

    private func peek() throws(JSONError) -> UInt8 {
        guard at < bytes.count else { throw error(.unexpectedEnd) }
        return bytes[at]
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func digits() -> Int {
        let start = at
        while at < bytes.count, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9") { at += 1 }
        return at - start
    }

    private mutating func skipSpace() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x0A, 0x0D, 0x09: at += 1
            default: return
            }
        }
    }

    private mutating func enter(_ depth: Int) throws(JSONError) {
        guard depth <= limits.depth else { throw error(.tooDeep) }
        at += 1
    }

    private mutating func closes(with byte: UInt8) throws(JSONError) -> Bool {
        skipSpace()
        guard try peek() == byte else { return false }
        at += 1
        return true
    }

    private mutating func continues(closing byte: UInt8) throws(JSONError) -> Bool {
        if try closes(with: byte) { return false }
        guard take(UInt8(ascii: ",")) else { throw error(.unexpectedByte) }
        return true
    }

    private mutating func literal(_ text: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        for index in 0..<text.utf8CodeUnitCount {
            guard try peek() == text.utf8Start[index] else { throw error(.unexpectedByte) }
            at += 1
        }
        return value
    }
}
