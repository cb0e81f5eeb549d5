internal import Foundation
package import TokenVault

/// The lines of a file, one after the other, however large it is.
package struct LineReader {
    package struct Line {
        /// Without its line break; `nil` for a line over the limit.
        package let bytes: [UInt8]?
        /// Where the next line begins.
        package let end: Int
    }

    private let file: FileHandle
    private let limit: Int
    private var buffer: [UInt8] = []
    private var at = 0
    /// Where `buffer` begins in the file.
    private var base: Int
    private var isAtEnd = false

    /// - Parameters:
    ///   - offset: Where a line begins.
    ///   - limit: Bytes of a line.
    package init(_ path: String, from offset: Int, limit: Int) throws(VaultError) {
        guard let file = FileHandle(forReadingAtPath: path) else { throw VaultError(.refused, "\(path) cannot be read") }
        do {
            try file.seek(toOffset: UInt64(offset))
        } catch {
            throw VaultError(.refused, "\(path) cannot be read from byte \(offset)")
        }
        self.file = file
        self.limit = limit
        base = offset
    }

    /// - Returns: `nil` at the end.
    package mutating func next() throws(VaultError) -> Line? {
        var isTooLong = false
        while true {
            if let end = buffer[at...].firstIndex(of: UInt8(ascii: "\n")) {
                return line(to: end, next: end + 1, isTooLong)
            }
            if isAtEnd { return at < buffer.count || isTooLong ? line(to: buffer.count, next: buffer.count, isTooLong) : nil }
            if buffer.count - at > limit {
                isTooLong = true
                base += buffer.count
                buffer.removeAll(keepingCapacity: true)
            } else {
                base += at
                buffer.removeFirst(at)
            }
            at = 0
            do {
                guard let more = try file.read(upToCount: 1 << 18), !more.isEmpty else {
                    isAtEnd = true
                    continue
                }
                buffer += more
            } catch {
                throw VaultError(.refused, "The file could not be read further: \(error.localizedDescription)")
            }
        }
    }

    private mutating func line(to end: Int, next: Int, _ isTooLong: Bool) -> Line {
        defer { at = next }
        guard !isTooLong, end - at <= limit else { return Line(bytes: nil, end: base + next) }
        var bytes = Array(buffer[at..<end])
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        // The mark that some programs put before UTF-8.
        if base + at == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return Line(bytes: bytes, end: base + next)
    }
}
