internal import CSQLite3
internal import Foundation
internal import TokenVault

/// A value bound to a statement.
enum Value {
    case text(String)
    case blob([UInt8])
    case integer(Int)
    case null

    init(_ date: Date) { self = .integer(Int((date.timeIntervalSince1970 * 1000).rounded())) }
    init(_ date: Date?) { self = date.map { Value($0) } ?? .null }
    init(_ text: String?) { self = text.map(Value.text) ?? .null }

    /// SQLite copies the bytes before the call returns.
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)  // SQLITE_TRANSIENT, a macro Swift does not import
        switch self {
        case .text(var text):
            return text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), copied)
                }
            }
        case .blob(let bytes):
            return bytes.isEmpty
                ? sqlite3_bind_zeroblob(statement, index, 0)
                : sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), copied)
        case .integer(let value): return sqlite3_bind_int64(statement, index, Int64(value))
        case .null: return sqlite3_bind_null(statement, index)
        }
    }
}

/// The row a statement stands on. Columns count from 0.
struct Row: RecordRow {
    let statement: OpaquePointer

    func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(statement, column) else { return "" }
        let buffer = UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column)))
        return String(decoding: buffer, as: UTF8.self)
    }

    /// A text's lines, none for an empty text.
    func lines(_ column: Int32) -> [String] {
        guard let bytes = sqlite3_column_text(statement, column) else { return [] }
        let buffer = UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column)))
        return buffer.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func blob(_ column: Int32) -> [UInt8] {
        guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
    }

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

    func optionalDate(_ column: Int32) -> Date? {
        isNull(column) ? nil : date(column)
    }

    func date(_ column: Int32) -> Date { Date(timeIntervalSince1970: Double(integer(column)) / 1000) }
}
