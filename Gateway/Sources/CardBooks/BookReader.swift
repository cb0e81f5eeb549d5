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
        return line.first { !isBlank($0) } == UInt8(ascii: "{") ? .jsonLines : .csv
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

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
    /// Lines before the first card that belong to the first chunk: blank ones, and the row of names.
    private var linesBefore: Int
    private var isEnded = false
    private var book: String?

    /// - Parameters:
    ///   - offset: Where to go on; 0 for the beginning.
    ///   - lines: Lines that lie before it.
    ///   - key: Opens a sealed book.
    init(_ path: String, from offset: Int, after lines: Int, key: RSAPrivateKey?) throws(VaultError) {
        var start = try LineReader(path, from: 0, limit: SealedPart.limit)
        var (begins, blankLines) = (0, 0)
        var next = try start.next()
        while let line = next, line.bytes?.allSatisfy(isBlank) == true {
            (begins, blankLines) = (line.end, blankLines + 1)
            next = try start.next()
        }
        guard let next else { throw VaultError(.refused, "\(path) is empty") }
        guard let first = next.bytes else {
            throw VaultError(.refused, "the first line of \(path) is too long to be a book's")
        }
        let format = BookFormat.of(first)
        self.format = format
        self.key = key
        if format == .sealed, key == nil {
            throw VaultError(.refused, "\(path) is a sealed book; name the recipient's private key with --key")
        }
        if let problem = Texts.encodingProblem(first) { throw VaultError(.refused, "\(path) \(problem)") }
        if first.filter({ !isBlank($0) }) == [UInt8(ascii: "{")] {
            throw VaultError(.refused, "\(path) has JSON over several lines; write one object a line: jq -c . FILE")
        }
        if format == .csv {
            header = try BookHeader.names(first, path)
            (begins, blankLines) = (next.end, blankLines + 1)
        }
        reader = try LineReader(
            path, from: offset == 0 ? begins : offset, limit: format == .sealed ? SealedPart.limit : 1 << 14)
        // Lines of a sealed book are those within its parts.
        linesBefore = offset == 0 && format != .sealed ? blankLines : 0
        line = lines + linesBefore
    }

    /// - Returns: `nil` behind the last line.
    func next() throws(VaultError) -> Chunk? {
        guard !isEnded else { return nil }
        var chunk = Chunk()
        chunk.lines = linesBefore
        linesBefore = 0
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
            if let bytes = next.bytes, bytes.allSatisfy(isBlank) { continue }
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
        let row: [String]
        do throws(CSVRow.Problem) { row = try CSVRow.fields(bytes) } catch {
            throw VaultError(.invalid, "the row \(error.rawValue)")
        }
        guard row.count == header.count else {
            throw VaultError(.invalid, "the row has \(row.count) fields, and the first row names \(header.count)")
        }
        for (name, text) in zip(header, row) where text.first?.isWhitespace == true && text.contains(where: { !$0.isWhitespace })
        {
            throw VaultError(
                .invalid, field: name, "\(name) begins with a blank; there are none behind the commas of CSV (RFC 4180)")
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
