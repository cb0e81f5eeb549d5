internal import Foundation
internal import StrictJSON
internal import TokenVault

/// The file for lines that were not stored. It is made when there is one, and never takes the place of another file.
struct RejectsFile: Sendable {
    let path: String
    /// The book, which must not be written over.
    let book: String

    /// Appends, cut first to what belongs to the chunks before: a chunk that is done again writes its rejects again.
    ///
    /// - Returns: The file's size.
    /// - Throws: ``VaultError`` for a file that is something else, or is not what it was.
    func append(_ rejects: [Reject], at offset: Int) throws(VaultError) -> Int {
        if rejects.isEmpty { return offset }
        // Not blocking, and only plain files: this is called while the store is locked.
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard file >= 0 else { throw refused("cannot be written: \(String(cString: strerror(errno)))") }
        defer { close(file) }
        var (info, bookInfo) = (stat(), stat())
        guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_nlink == 1 else {
            throw refused("is no plain file of its own")
        }
        guard stat(book, &bookInfo) != 0 || bookInfo.st_ino != info.st_ino || bookInfo.st_dev != info.st_dev else {
            throw refused("is the book itself")
        }
        guard info.st_size >= offset else {
            throw refused("lacks what was rejected before; give the file that was named then, or remove it from the way")
        }
        if offset == 0, info.st_size > 0 {
            var start = [UInt8](repeating: 0, count: 8)
            guard pread(file, &start, 8, 0) == 8, start == Array(#"{"line":"#.utf8) else {
                throw refused("exists, and holds no rejects; name another one with --rejects")
            }
        }
        let lines = rejects.flatMap { $0.json.bytes + [UInt8(ascii: "\n")] }
        guard ftruncate(file, off_t(offset)) == 0 else { throw refused("cannot be written: \(String(cString: strerror(errno)))") }
        try DurableFile.write(lines, to: file, at: offset, path)
        return offset + lines.count
    }

    private func refused(_ why: String) -> VaultError { VaultError(.refused, "The file of rejects \(path) \(why)") }
}

/// Writing to a file until it is on the disk.
enum DurableFile {
    /// - Throws: ``VaultError`` in the system's words.
    static func write(_ bytes: [UInt8], to file: Int32, at offset: Int, _ path: String) throws(VaultError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                pwrite(file, bytes.baseAddress.map { $0 + written }, bytes.count - written, off_t(offset + written))
            }
            guard count > 0 else { throw unwritable(path) }
            written += count
        }
        guard fsync(file) == 0 else { throw unwritable(path) }
    }

    static func unwritable(_ path: String) -> VaultError {
        VaultError(.refused, "\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
}
