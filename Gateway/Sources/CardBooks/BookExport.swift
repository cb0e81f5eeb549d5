internal import Foundation
public import JOSE
internal import StrictJSON
public import TokenVault

/// Writes a merchant's book of cards, sealed to a recipient: card numbers never touch the disk in clear.
public struct BookExport: Sendable {
    private let vault: Vault
    private let merchant: String

    public init(vault: Vault, merchant: String) {
        self.vault = vault
        self.merchant = merchant
    }

    /// Writes the book beside `path` and gives it that name once it is whole. Cards that are stored meanwhile may be in it.
    ///
    /// - Parameters:
    ///   - recipient: Whose private key opens the book.
    ///   - report: Hears how many cards were written so far.
    /// - Returns: How many cards it holds.
    /// - Throws: ``VaultError`` when the file exists or cannot be written.
    public func run(
        _ path: String, to recipient: RSAPublicKey, report: @escaping @Sendable (Int) -> Void
    ) async throws(VaultError) -> Int {
        guard !FileManager.default.fileExists(atPath: path) else { throw VaultError(.refused, "\(path) exists already") }
        // A name of its own: another export to the same place must not write into this one.
        let partial = "\(path).partial-\(UUID().uuidString.prefix(8))"
        let file = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw DurableFile.unwritable(path) }
        defer { close(file) }
        do throws(VaultError) {
            let count = try await write(to: file, recipient, path, report)
            // Linked, not renamed: a book that appeared meanwhile is not replaced.
            guard link(partial, path) == 0 else { throw DurableFile.unwritable(path) }
            unlink(partial)
            return count
        } catch {
            unlink(partial)
            throw error
        }
    }

    private func write(
        to file: Int32, _ recipient: RSAPublicKey, _ path: String, _ report: @Sendable (Int) -> Void
    ) async throws(VaultError) -> Int {
        let book = UUID().uuidString
        var (count, offset) = (0, 0)
        var page = try await vault.book(of: merchant, after: "", limit: Self.partLines)
        while true {
            let last = page.last?.stored.token
            let isFull = page.count == Self.partLines
            let next = isFull ? try await vault.book(of: merchant, after: last ?? "", limit: Self.partLines) : []
            let part = SealedPart(book: book, first: count, isLast: next.isEmpty, lines: page.map(BookLine.json))
            let bytes = try part.sealed(to: recipient) + [UInt8(ascii: "\n")]
            try DurableFile.write(bytes, to: file, at: offset, path)
            offset += bytes.count
            count += page.count
            report(count)
            if next.isEmpty { return count }
            page = next
        }
    }

    private static let partLines = 1000
}
