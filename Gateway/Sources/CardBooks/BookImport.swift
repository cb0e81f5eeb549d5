internal import Crypto
internal import Foundation
public import JOSE
internal import StrictJSON
public import TokenVault

/// Brings a book of cards into the vault.
///
/// Each chunk is stored together with how far that is. So an import that was ended in the middle goes on where it was, adds
/// nothing twice, and one that is done is not done again. A line that cannot be stored goes to a file of rejects, by its
/// number and the reason.
public struct BookImport: Sendable {
    private let vault: Vault
    private let store: any ImportStore
    private let merchant: Merchant

    public init(vault: Vault, store: any ImportStore, merchant: Merchant) {
        self.vault = vault
        self.store = store
        self.merchant = merchant
    }

    /// How far it has come.
    public struct Progress: Sendable {
        public let record: ImportRecord
        /// Bytes of the file.
        public let size: Int
        /// Lines that were done before this run began.
        public let resumedAt: Int
    }

    /// - Parameters:
    ///   - path: JSON Lines, CSV, or a sealed book.
    ///   - key: Opens a sealed book.
    ///   - rejects: A file for the lines that were not stored, one JSON object each. Made when there is one; it never takes
    ///     the place of another file.
    ///   - report: Hears of each step.
    /// - Returns: What was done, by this run and the ones before it.
    /// - Throws: ``VaultError`` for a file that cannot be read; what was stored until then stays stored.
    public func run(
        _ path: String, key: RSAPrivateKey?, rejects: String, report: @escaping @Sendable (Progress) -> Void
    ) async throws(VaultError) -> ImportRecord {
        let began = try Self.look(path)
        let (id, size) = try Self.identity(path, merchant.id)
        var record = try await store.progress(of: id) ?? ImportRecord(id: id)
        if record.isFinished { return record }
        let resumedAt = record.lines
        let rejects = RejectsFile(path: rejects, book: path)
        let reader = try BookReader(path, from: record.offset, after: record.lines, key: key)
        var prepared = try await prepare(reader)
        while let (chunk, records) = prepared {
            // The next chunk is read and sealed while this one goes to the disk.
            async let next = prepare(reader)
            record = try await keep(chunk, records, after: record, rejects)
            report(Progress(record: record, size: size, resumedAt: resumedAt))
            do { prepared = try await next } catch { throw error as? VaultError ?? VaultError(.refused, "\(error)") }
        }
        guard try Self.look(path) == began else {
            throw VaultError(.refused, "\(path) changed while it was read; what it held is stored, start again for the rest")
        }
        record.isFinished = true
        let finished = record
        try await store.insert([], after: record, limit: nil) { _ in finished }
        report(Progress(record: record, size: size, resumedAt: resumedAt))
        return record
    }

    private func prepare(_ reader: BookReader) async throws(VaultError) -> (BookReader.Chunk, [TokenRecord])? {
        guard var chunk = try await reader.next() else { return nil }
        for (line, account) in chunk.accounts {
            if let objection = vault.objection(to: account) {
                chunk.rejects.append(Reject(line: line, field: objection.field, reason: objection.description))
            }
        }
        let refused = Set(chunk.rejects.map(\.line))
        chunk.accounts.removeAll { refused.contains($0.line) }
        return (chunk, try await vault.sealed(chunk.accounts.map(\.account), for: merchant))
    }

    private func keep(
        _ chunk: BookReader.Chunk, _ records: [TokenRecord], after record: ImportRecord, _ rejects: RejectsFile
    ) async throws(VaultError) -> ImportRecord {
        let kept = Locked(record)
        try await store.insert(records, after: record, limit: merchant.profile.maximumTokens) { outcomes throws(VaultError) in
            var next = record
            next.offset = chunk.end
            next.lines += chunk.lines
            var refused = chunk.rejects
            for ((line, _), outcome) in zip(chunk.accounts, outcomes) {
                switch outcome {
                case .inserted: next.stored += 1
                case .alreadyStored, .cardExists: next.present += 1
                case .tokenExists:
                    refused.append(
                        Reject(line: line, field: "token", reason: "token stands for another card, or for a deleted one"))
                case .limitReached:
                    refused.append(Reject(line: line, field: nil, reason: "the merchant has as many cards as it may"))
                }
            }
            next.rejected += refused.count
            next.rejectedBytes = try rejects.append(refused.sorted { $0.line < $1.line }, at: record.rejectedBytes)
            let result = next
            kept.withLock { $0 = result }
            return result
        }
        return kept.withLock { $0 }
    }

    /// What tells that a file was written to: its size, and when.
    private static func look(_ path: String) throws(VaultError) -> [Int] {
        var info = stat()
        guard stat(path, &info) == 0 else { throw VaultError(.refused, "\(path) cannot be read") }
        // A pipe could not be read twice, and a folder not once.
        guard info.st_mode & S_IFMT == S_IFREG else { throw VaultError(.refused, "\(path) is not a plain file") }
        return [Int(info.st_size), info.st_mtim.tv_sec, info.st_mtim.tv_nsec, Int(info.st_ino)]
    }

    /// SHA-256 of the merchant and the file, so that the same book is known again wherever it lies.
    private static func identity(_ path: String, _ merchant: String) throws(VaultError) -> (id: String, size: Int) {
        guard let file = FileHandle(forReadingAtPath: path) else { throw VaultError(.refused, "\(path) cannot be read") }
        defer { try? file.close() }
        var hash = SHA256()
        hash.update(data: Array(merchant.utf8) + [0])
        var size = 0
        do {
            while let bytes = try file.read(upToCount: 1 << 20), !bytes.isEmpty {
                hash.update(data: bytes)
                size += bytes.count
            }
        } catch {
            throw VaultError(.refused, "\(path) cannot be read: \(error.localizedDescription)")
        }
        return (Array(hash.finalize()).hex, size)
    }
}
