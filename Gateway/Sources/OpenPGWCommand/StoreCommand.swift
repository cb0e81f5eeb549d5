internal import ArgumentParser
internal import Foundation
internal import Gateway
internal import SQLiteStore
internal import TokenVault

struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Copy a vault's records to another store, back them up, restore them.",
        subcommands: [Copy.self, Backup.self, Restore.self])

    struct Copy: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copy all records to a store that is empty, as they are.",
            discussion: """
                A store is a data folder, or the connection string of a PostgreSQL server. Nothing is opened on the way: what is sealed \
                stays sealed, and the copy opens with the same master key.

                Gateways on the source go on. Towards the end the source takes no writes for a while: what was written meanwhile is \
                brought over, and every record of both is read once more. A copy that was ended in the middle goes on where it was when \
                it is started again; and one that is done follows the source when it is started again, until somebody uses it as a vault. \
                So a vault moves without losing anything: copy while the gateways run, end them, copy again, start them on the copy.
                """)
        @Option(help: ArgumentHelp("Where the records are.", valueName: "store")) var from: String
        @Option(help: ArgumentHelp("Where they are to be, too.", valueName: "store")) var to: String

        func run() throws {
            let (source, target) = (try RecordsPlace(from), try RecordsPlace(to))
            guard try source.isThere() else {
                var isFolder: ObjCBool = false
                let isFile = FileManager.default.fileExists(atPath: from, isDirectory: &isFolder) && !isFolder.boolValue
                throw Refused(
                    isFile
                        ? "\(source) is a file; openpgw store restore makes a folder of a backup, which can be copied"
                        : "there is no vault in \(source)")
            }
            let tables = try Self.copied(source, target)
            Terminal.print(
                Terminal.table(
                    ["Table", "Records", "SHA-256 in the source", "and in the copy"],
                    tables.map { table in
                        [table.table.rawValue, "\(table.source.count)", Self.short(table.source), Self.short(table.target)]
                    }))
            Terminal.print("\(tables.reduce(0) { $0 + $1.target.count }) records, and both hold the same")
            Terminal.note("The copy opens with the master key of the source, which is no part of it.")
        }

        private static func copied(_ source: RecordsPlace, _ target: RecordsPlace) throws -> [StoreCopy.Table] {
            let from = try source.side()
            if try !from.isSandbox() {
                try source.refusePlainText()
                try target.refusePlainText()
            }
            let copy = try StoreCopy(of: from)
            if case .folder(let folder) = target { try Node.makeFolder(folder) }
            let display = CopyDisplay("\(source)", "\(target)")
            defer { display.end() }
            return try copy.run(to: try target.side()) { display.show($0, $1, $2) }
        }

        private static func short(_ sum: StoreCopy.Sum) -> String {
            Array(sum.digest.prefix(8)).hex
        }
    }

    struct Backup: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the vault of a data folder, as it is at this moment, to a file.",
            discussion: """
                Gateways go on meanwhile. The master key is no part of the file, which nobody can open without it: keep it elsewhere. A \
                PostgreSQL server has backups of its own, see Documentation/scale.md.
                """)
        @OptionGroup var node: NodeOptions
        @Argument(help: "The file to write; it must not exist.") var file: String

        func run() throws {
            let folder = try StoreCommand.folder(node)
            let path = RecordsPlace.file(folder)
            guard FileManager.default.fileExists(atPath: path) else {
                throw Refused("there is no vault in \(folder); --data names another folder, --sandbox the sandbox")
            }
            try StoreCommand.copy(path, file, "Writing \(file)")
            Terminal.print("\(file) holds the vault of \(folder)")
            Terminal.note("It opens with the vault's master key, which is no part of it.")
        }
    }

    struct Restore: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a backup into a data folder that has no vault.",
            discussion: """
                What was done since the backup is not in it: tokens that were added are gone, and tokens that were deleted are there \
                again. Put the vault's master key into the folder as master.key, or name it with --master-key.
                """)
        @OptionGroup var node: NodeOptions
        @Argument(help: "A file that openpgw store backup wrote.") var file: String

        func run() throws {
            let folder = try StoreCommand.folder(node)
            let path = RecordsPlace.file(folder)
            guard !FileManager.default.fileExists(atPath: path) else {
                throw Refused(
                    "there is a vault in \(folder) already, which a backup does not replace; name another folder with --data")
            }
            try Node.makeFolder(folder)
            try StoreCommand.copy(file, path, "Reading \(file)")
            Terminal.print("\(folder) holds the vault of \(file)")
            let key = try node.settings().text("master-key") ?? folder + "/master.key"
            if !FileManager.default.fileExists(atPath: key) { Terminal.note("Its master key belongs into \(key).") }
        }
    }

    private static func folder(_ node: NodeOptions) throws -> String {
        let settings = try node.settings()
        let named = try settings.text("data") ?? Node.standardFolder(try settings.flag("sandbox") ? .sandbox : .production)
        guard case .folder(let folder) = try RecordsPlace(settings, folder: named) else {
            throw Refused("a PostgreSQL server has backups of its own: see pg_basebackup, and Documentation/scale.md")
        }
        return folder
    }

    private static func copy(_ source: String, _ target: String, _ words: String) throws {
        let display = ProgressDisplay(words, unit: "pages")
        defer { display.end() }
        try SQLiteFile.copy(from: source, to: target) { done, all in
            display.show(part: Double(done) / Double(max(1, all)), count: done, since: 0)
        }
    }
}

/// What a copy is doing.
private final class CopyDisplay {
    private let from: String
    private let to: String
    private var stage: StoreCopy.Stage?
    private var display: ProgressDisplay?

    init(_ from: String, _ to: String) {
        self.from = from
        self.to = to
    }

    func show(_ stage: StoreCopy.Stage, _ rows: Int, _ total: Int) {
        if stage != self.stage {
            end()
            self.stage = stage
            display = ProgressDisplay(words(stage), unit: "records")
        }
        if total > 0 { display?.show(part: Double(rows) / Double(total), count: rows, since: 0) }
    }

    func end() {
        display?.end()
        display = nil
    }

    private func words(_ stage: StoreCopy.Stage) -> String {
        switch stage {
        case .copying: "Copying \(from) to \(to)"
        case .catchingUp: "Bringing over what was written meanwhile; until that is done, the source takes no writes"
        case .deriving: "Counting what the copy holds"
        case .comparing: "Reading the copy once more"
        }
    }
}
