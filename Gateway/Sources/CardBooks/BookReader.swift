internal import Foundation
internal import JOSE
internal import StrictJSON
internal import TokenVault

/// How a book lies in its file.
public enum BookFormat: String, Sendable, CaseIterable {
    /// A JSON object a line.
    case jsonLines = "jsonl"
    /// A row of names, then a card a row.
    case csv
    /// A compact JWE a line, as an export writes it (``SealedPart``).
    case sealed

    /// By how the file begins.
    static func of(_ line: [UInt8]) -> BookFormat {
        if line.starts(with: "eyJ".utf8) { return .sealed }
        return line.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "{") ? .jsonLines : .csv
    }
}

/// Reads a book, so many lines at a time.
actor BookReader {
    /// Lines that are stored together.
    struct Chunk: Sendable {
        var accounts: [(line: Int, account: NewAccount)] = []
        var rejects: [Reject] = []
        /// Lines that were read.
        var lines = 0
        /// Where the next chunk begins.
        var end = 0
    }

    private static let chunkLines = 1000
    private let format: BookFormat
    private let key: RSAPrivateKey?
    private var reader: LineReader
    private var header: [String] = []
    private var line: Int
    private var isFirst: Bool
    private var isEnded = false
    private var book: String?

    /// - Parameters:
    ///   - offset: Where to go on; 0 for the beginning.
    ///   - lines: Lines that lie before it.
    ///   - key: Opens a sealed book.
    init(_ path: String, from offset: Int, after lines: Int, key: RSAPrivateKey?) throws(VaultError) {
        var start = try LineReader(path, from: 0, limit: SealedPart.limit)
        let first = try start.next()
        if let first, first.bytes == nil { throw VaultError(.refused, "the first line of \(path) is too long to be a book's") }
        format = BookFormat.of(first?.bytes ?? [])
        self.key = key
        if format == .sealed, key == nil {
            throw VaultError(.refused, "\(path) is a sealed book; name the recipient's private key with --key")
        }
        if let bytes = first?.bytes, let problem = Texts.encodingProblem(bytes) {
            throw VaultError(.refused, "\(path) \(problem)")
        }
        if format == .csv, let bytes = first?.bytes { header = try BookHeader.names(bytes, path) }
        let begins = format == .csv && offset == 0 ? first?.end ?? 0 : offset
        reader = try LineReader(path, from: begins, limit: format == .sealed ? SealedPart.limit : 1 << 14)
        line = format == .csv && offset == 0 ? 1 : lines
        isFirst = offset == 0
        isEnded = first == nil
    }

    /// - Returns: `nil` behind the last line.
    func next() throws(VaultError) -> Chunk? {
        guard !isEnded else { return nil }
        var chunk = Chunk()
        if format == .csv, isFirst { chunk.lines = 1 }
        isFirst = false
        while chunk.accounts.count + chunk.rejects.count < Self.chunkLines {
            guard let next = try reader.next() else {
                isEnded = true
                if format == .sealed { throw VaultError(.refused, "the book ends before its last part; it was cut") }
                break
            }
            chunk.end = next.end
            if format == .sealed {
                try open(next.bytes, into: &chunk)
                break
            }
            line += 1
            chunk.lines += 1
            if let bytes = next.bytes, bytes.allSatisfy({ $0 == UInt8(ascii: " ") }) { continue }
            take(into: &chunk) { () throws(VaultError) in try self.fields(next.bytes) }
        }
        return chunk.lines > 0 ? chunk : nil
    }

    private func take(into chunk: inout Chunk, _ fields: () throws(VaultError) -> [String: String]) {
        do throws(VaultError) {
            chunk.accounts.append((line, try BookLine.account(try fields())))
        } catch {
            chunk.rejects.append(Reject(line: line, field: error.field, reason: error.description))
        }
    }

    private func fields(_ bytes: [UInt8]?) throws(VaultError) -> [String: String] {
        guard let bytes else { throw VaultError(.invalid, "the line is longer than 16384 bytes") }
        if let problem = Texts.encodingProblem(bytes) { throw VaultError(.invalid, "the line \(problem)") }
        if format == .jsonLines {
            let json: JSON
            do throws(JSONError) { json = try JSON(parsing: bytes) } catch { throw VaultError(.invalid, "\(error)") }
            return try BookLine.fields(json)
        }
        guard let row = CSVRow.fields(bytes) else { throw VaultError(.invalid, "the row is not CSV: a quote is out of place") }
        guard row.count == header.count else {
            throw VaultError(.invalid, "the row has \(row.count) fields, and the first row names \(header.count)")
        }
        return Dictionary(uniqueKeysWithValues: zip(header, row))
    }

    private func open(_ bytes: [UInt8]?, into chunk: inout Chunk) throws(VaultError) {
        guard let key, let bytes else { throw VaultError(.refused, "a part of the book is too long to be one") }
        let part = try SealedPart(opening: bytes, with: key)
        guard part.first == line, book == nil || book == part.book, part.isLast || !part.lines.isEmpty else {
            throw VaultError(.refused, "the book's parts are not in their order, or not all there")
        }
        book = part.book
        isEnded = part.isLast
        for entry in part.lines {
            line += 1
            chunk.lines += 1
            take(into: &chunk) { () throws(VaultError) in try BookLine.fields(entry) }
        }
        if isEnded, try reader.next() != nil { throw VaultError(.refused, "something stands behind the book's last part") }
    }
}

/// A line that was not stored, and why. It repeats nothing of the line.
public struct Reject: Sendable, Equatable {
    /// Counted from 1.
    public let line: Int
    public let field: String?
    public let reason: String

    var json: JSON {
        var object = JSONObject()
        object["line"] = .number(JSONNumber(line))
        object["field"] = field.map { .string($0) }
        object["reason"] = .string(reason)
        return .object(object)
    }
}
