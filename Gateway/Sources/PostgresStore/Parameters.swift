internal import CLibPQ
internal import Foundation
internal import TokenVault

/// A value that goes with a statement.
enum Parameter: Sendable {
    case text(String?)
    case bytes([UInt8]?)
    case integer(Int)
    case short(Int16?)
    case flag(Bool)
    case texts([String])
    case shorts([Int16])
    case items(ItemKind, [[UInt8]?])

    /// PostgreSQL's numbers of types.
    enum ItemKind: Int32 {
        case bytes = 17
        case integer = 20
        case short = 21
        case text = 25
    }

    static func date(_ date: Date?) -> Parameter { date.map { .integer($0.milliseconds) } ?? .text(nil) }

    /// In PostgreSQL's binary form; `nil` for NULL.
    fileprivate func encode(into bytes: inout [UInt8]) -> Bool {
        switch self {
        case .text(nil), .short(nil), .bytes(nil): return false
        case .text(let text?): bytes += text.utf8
        case .bytes(let more?): bytes += more
        case .integer(let number): bytes += bigEndian(Int64(number))
        case .short(let number?): bytes += bigEndian(number)
        case .flag(let flag): bytes.append(flag ? 1 : 0)
        case .texts(let texts): Self.array(of: .text, texts.map { Array($0.utf8) }, into: &bytes)
        case .shorts(let shorts): Self.array(of: .short, shorts.map(bigEndian), into: &bytes)
        case .items(let kind, let items): Self.array(of: kind, items, into: &bytes)
        }
        return true
    }

    /// Dimensions, whether there are NULLs, the items' type; each dimension's count and lowest index; each item behind its length.
    private static func array(of kind: ItemKind, _ items: [[UInt8]?], into bytes: inout [UInt8]) {
        let hasNull = items.contains(nil)
        bytes += bigEndian(Int32(items.isEmpty ? 0 : 1)) + bigEndian(Int32(hasNull ? 1 : 0)) + bigEndian(kind.rawValue)
        guard !items.isEmpty else { return }
        bytes += bigEndian(Int32(items.count)) + bigEndian(Int32(1))
        for item in items { bytes += bigEndian(Int32(item?.count ?? -1)) + (item ?? []) }
    }
}

func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: number.bigEndian, Array.init) }

/// A statement with its values.
struct Bound: Sendable {
    let statement: Statement
    let parameters: [Parameter]

    init(_ statement: Statement, _ parameters: Parameter...) { self.init(statement, parameters) }

    init(_ statement: Statement, _ parameters: [Parameter]) {
        self.statement = statement
        self.parameters = parameters
    }

    /// Hands it to a connection, which sends it when it is flushed.
    func send(on connection: OpaquePointer) -> Bool {
        parameters.encoded { count, values, lengths, formats in
            PQsendQueryPrepared(connection, statement.name, count, values, lengths, formats, 1) == 1
        }
    }
}

extension [Parameter] {
    /// As libpq takes them.
    func encoded<T>(_ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) -> T) -> T {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>?] = []
        for parameter in self {
            let start = bytes.count
            ranges.append(parameter.encode(into: &bytes) ? start..<bytes.count : nil)
        }
        // An empty value is no NULL: it needs an address, too.
        bytes.append(0)
        return bytes.withUnsafeBytes { bytes in
            let values = ranges.map {
                $0.flatMap { bytes.baseAddress?.advanced(by: $0.lowerBound).assumingMemoryBound(to: CChar.self) }
            }
            let lengths = ranges.map { Int32($0?.count ?? 0) }
            return body(Int32(ranges.count), values, lengths, [Int32](repeating: 1, count: ranges.count))
        }
    }
}

/// What a statement found.
struct Rows: Sendable {
    private let result: Result
    private let range: Range<Int32>

    /// - Parameter result: Taken: cleared when nobody has the rows any more.
    init(_ result: OpaquePointer) {
        self.result = Result(result)
        range = 0..<PQntuples(result)
    }

    private init(_ result: Result, _ range: Range<Int32>) {
        self.result = result
        self.range = range
    }

    var count: Int { range.count }
    var first: Row? { range.first.map { Row(result: result, index: $0) } }
    func map<T>(_ body: (Row) -> T) -> [T] { range.map { body(Row(result: result, index: $0)) } }
    /// Each row alone.
    var split: [Rows] { range.map { Rows(result, $0..<$0 + 1) } }

    fileprivate final class Result: @unchecked Sendable {
        // @unchecked: it is constant from here on.
        private let pointer: OpaquePointer

        init(_ pointer: OpaquePointer) { self.pointer = pointer }
        deinit { PQclear(pointer) }

        func bytes(_ row: Int32, _ column: Int32) -> UnsafeRawBufferPointer? {
            guard PQgetisnull(pointer, row, column) == 0 else { return nil }
            return UnsafeRawBufferPointer(start: PQgetvalue(pointer, row, column), count: Int(PQgetlength(pointer, row, column)))
        }
    }
}

/// A row, by the places of its columns.
struct Row: RecordRow {
    fileprivate let result: Rows.Result
    fileprivate let index: Int32

    func isNull(_ column: Int32) -> Bool { result.bytes(index, column) == nil }
    func optionalText(_ column: Int32) -> String? { result.bytes(index, column).map { String(decoding: $0, as: UTF8.self) } }
    func text(_ column: Int32) -> String { optionalText(column) ?? "" }
    func blob(_ column: Int32) -> [UInt8] { result.bytes(index, column).map(Array.init) ?? [] }
    func optionalInteger(_ column: Int32) -> Int? { result.bytes(index, column).map { Int(Self.number($0, Int64.self)) } }
    func integer(_ column: Int32) -> Int { optionalInteger(column) ?? 0 }
    func optionalDate(_ column: Int32) -> Date? { optionalInteger(column).map(Date.init(milliseconds:)) }
    func date(_ column: Int32) -> Date { Date(milliseconds: integer(column)) }

    func texts(_ column: Int32) -> [String] {
        guard var bytes = result.bytes(index, column)?[...], bytes.count >= 20 else { return [] }
        func take(_ count: Int) -> Slice<UnsafeRawBufferPointer> {
            defer { bytes = bytes.dropFirst(count) }
            return bytes.prefix(count)
        }
        _ = take(12)
        let count = Self.number(UnsafeRawBufferPointer(rebasing: take(4)), Int32.self)
        _ = take(4)
        return (0..<count).map { _ in
            let length = Self.number(UnsafeRawBufferPointer(rebasing: take(4)), Int32.self)
            return String(decoding: take(Int(length)), as: UTF8.self)
        }
    }

    private static func number<Number: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, _ type: Number.Type) -> Number {
        bytes.reduce(0) { $0 << 8 | Number($1) }
    }
}

extension Date {
    var milliseconds: Int { Int((timeIntervalSince1970 * 1000).rounded()) }
    init(milliseconds: Int) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
