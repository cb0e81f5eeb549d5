internal import Crypto

/// Brings a target to hold what a source holds, record by record, as they are: no box is opened.
///
/// It reads both sides in the order of their keys and changes what differs, so that a copy that was ended in the middle is gone on with by
/// starting it again. It does so twice: once while others write to the source, and once more while they cannot, for what they wrote
/// meanwhile.
public struct StoreCopy {
    /// What was found of a table on both sides.
    public struct Table: Sendable, Equatable {
        public let table: StoredTable
        public let source: Sum
        public let target: Sum
    }

    /// How many rows, and the SHA-256 of all their values in the order of their keys.
    public struct Sum: Sendable, Equatable {
        public fileprivate(set) var count = 0
        public fileprivate(set) var digest: [UInt8] = []
    }

    public enum Stage: Sendable {
        case copying, catchingUp, deriving, comparing
    }

    /// - Parameters:
    ///   - rows: Rows of this stage that are done with.
    ///   - total: Rows of this stage, as far as is known.
    public typealias Progress = (_ stage: Stage, _ rows: Int, _ total: Int) -> Void

    private let source: any CopySide
    /// Which vault the source is.
    private let id: String
    private let run = UInt64.random(in: 0...UInt64.max)

    /// Rows in a transaction of the target.
    private static let batch = 1000

    /// - Throws: ``VaultError`` of kind `.refused` for a source that is no vault.
    public init(of source: any CopySide) throws(VaultError) {
        self.source = source
        id = try Self.identity(of: source)
    }

    /// - Throws: ``VaultError`` of kind `.refused` for a target that holds anything else, and for two sides that are not the same in the
    ///   end.
    public func run(to target: any CopySide, progress: @escaping Progress = { _, _, _ in }) throws(VaultError) -> [Table] {
        try begin(target)
        try pass(.copying, target, progress)
        let sums = try holding { () throws(VaultError) in
            let sums = try pass(.catchingUp, target, progress)
            try source.checkHold()
            return sums
        }
        progress(.deriving, 0, 0)
        try target.derive()
        let tables = try compared(target, with: sums, progress)
        for table in tables where table.source != table.target {
            throw VaultError(
                .refused,
                "The copy's \(table.table.rawValue) differ from the source's: something else writes to it; end that, and start again"
            )
        }
        try target.set(mark(.finished), from: mark(.unfinished))
        return tables
    }

    /// The source, by its oldest data key: two vaults have none in common.
    private static func identity(of source: any CopySide) throws(VaultError) -> String {
        if try source.mark()?.state == .unfinished { throw CopyMark.unfinished }
        guard let id = try vault(in: source) else {
            throw VaultError(.refused, "There is no vault to copy: the source holds no key")
        }
        return id
    }

    private static func vault(in side: any CopySide) throws(VaultError) -> String? {
        guard let key = try side.rows(of: .keys)().first else { return nil }
        var hash = SHA256()
        // Without how often it was used, which is the last of its columns.
        hash.update(key.dropLast())
        return Array(hash.finalize().prefix(16)).hex
    }

    private func begin(_ target: any CopySide) throws(VaultError) {
        let former = try target.mark()
        if let mark = former {
            guard mark.source == id else {
                throw VaultError(.refused, "The target is a copy of another vault; name an empty one")
            }
            guard mark.state != .used else {
                throw VaultError(
                    .refused,
                    "The target is a copy of this vault that has been changed since, which copying again would undo; name an empty one"
                )
            }
        } else {
            guard try Self.vault(in: target) != id else {
                throw VaultError(.refused, "The target is the source, by another name")
            }
            for table in StoredTable.allCases where try target.count(of: table) > 0 {
                throw VaultError(
                    .refused, "The target holds \(table.rawValue) already, and is no copy of this vault; name an empty one")
            }
        }
        try target.set(mark(.unfinished), from: former)
    }

    private func mark(_ state: CopyMark.State) -> CopyMark { CopyMark(source: id, state, run: String(run, radix: 36)) }

    private func holding<T>(_ body: () throws(VaultError) -> T) throws(VaultError) -> T {
        try source.holdWrites()
        defer { source.releaseWrites() }
        return try body()
    }

    /// - Returns: What the source holds of each table.
    @discardableResult
    private func pass(_ stage: Stage, _ target: any CopySide, _ progress: @escaping Progress) throws(VaultError) -> [Sum] {
        var total = 0
        for table in StoredTable.allCases { total += try source.count(of: table) }
        var done = 0
        var sums: [Sum] = []
        for table in StoredTable.allCases {
            sums.append(try bring(table, to: target) { progress(stage, done + $0, max(total, done + $0)) })
            done += sums.last?.count ?? 0
        }
        return sums
    }

    private func bring(_ table: StoredTable, to target: any CopySide, _ progress: (Int) -> Void) throws(VaultError) -> Sum {
        var theirs = Cursor(try source.rows(of: table))
        var ours = Cursor(try target.rows(of: table))
        var sum = Summing()
        var put: [StoredRow] = []
        var remove: [StoredRow] = []
        while true {
            let (row, copy) = (try theirs.row(), try ours.row())
            let order = Self.order(row, copy, table.keyCount)
            if order <= 0, let row {
                if row != copy { put.append(row) }
                sum.add(row)
                theirs.advance()
                if sum.count % Self.batch == 0 {
                    progress(sum.count)
                    try source.checkHold()
                }
            }
            if order >= 0, let copy {
                if order > 0 { remove.append(StoredRow(copy.prefix(table.keyCount))) }
                ours.advance()
            }
            if put.count + remove.count >= Self.batch || row == nil && copy == nil {
                if !put.isEmpty || !remove.isEmpty { try target.change(table, put: put, remove: remove) }
                put = []
                remove = []
            }
            if row == nil, copy == nil { return sum.sum }
        }
    }

    /// - Returns: Less than 0 where only the one comes next, more where only the other does, 0 where both have the same key.
    private static func order(_ one: StoredRow?, _ other: StoredRow?, _ keyCount: Int) -> Int {
        guard let one else { return other == nil ? 0 : 1 }
        guard let other else { return -1 }
        for (one, other) in zip(one.prefix(keyCount), other) where one != other {
            let isFirst =
                switch (one, other) {
                case (.text(let one), .text(let other)), (.bytes(let one), .bytes(let other)):
                    one.lexicographicallyPrecedes(other)
                case (.integer(let one), .integer(let other)): one < other
                default: false
                }
            return isFirst ? -1 : 1
        }
        return 0
    }

    private func compared(_ target: any CopySide, with sums: [Sum], _ progress: Progress) throws(VaultError) -> [Table] {
        let total = sums.reduce(0) { $0 + $1.count }
        var done = 0
        var tables: [Table] = []
        for (table, source) in zip(StoredTable.allCases, sums) {
            let next = try target.rows(of: table)
            var sum = Summing()
            while case let rows = try next(), !rows.isEmpty {
                for row in rows { sum.add(row) }
                progress(.comparing, done + sum.count, total)
            }
            done += sum.count
            tables.append(Table(table: table, source: source, target: sum.sum))
        }
        return tables
    }
}

/// The row that is next.
private struct Cursor {
    private let next: () throws(VaultError) -> [StoredRow]
    private var rows: [StoredRow] = []
    private var index = 0
    private var isAtEnd = false

    init(_ next: @escaping () throws(VaultError) -> [StoredRow]) { self.next = next }

    mutating func row() throws(VaultError) -> StoredRow? {
        if index == rows.count, !isAtEnd {
            (rows, index) = (try next(), 0)
            isAtEnd = rows.isEmpty
        }
        return isAtEnd ? nil : rows[index]
    }

    mutating func advance() { index += 1 }
}

private struct Summing {
    private var hash = SHA256()
    private(set) var count = 0

    mutating func add(_ row: StoredRow) {
        hash.update(row)
        count += 1
    }

    var sum: StoreCopy.Sum { StoreCopy.Sum(count: count, digest: Array(hash.finalize())) }
}

extension SHA256 {
    /// Each value behind its kind and its length.
    fileprivate mutating func update(_ row: some Sequence<StoredValue>) {
        for value in row {
            let (kind, bytes): (UInt8, [UInt8]) =
                switch value {
                case .null: (0, [])
                case .text(let text): (1, text)
                case .bytes(let bytes): (2, bytes)
                case .integer(let number): (3, withUnsafeBytes(of: Int64(number).bigEndian, Array.init))
                }
            update(data: [kind] + withUnsafeBytes(of: UInt32(bytes.count).bigEndian, Array.init) + bytes)
        }
    }
}
