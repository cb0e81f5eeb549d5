import Foundation
@_spi(OpenPGW) import PGWTesting
import Testing
import WireTesting

@Suite("The data folder")
struct DataFolderTests {
    /// A sandbox's folder, made.
    private func made() async throws -> String {
        let folder = try temporaryFolder()
        let list = try await Program.run(["merchant", "list", "--sandbox", "--data", folder])
        #expect(list.status == 0, "\(list.errors)")
        return folder
    }

    private func refusal(_ folder: String, _ more: [String] = ["--sandbox"]) async throws -> String {
        let refused = try await Program.run(["serve", "--port", "0", "--data", folder] + more)
        #expect(refused.status == 1)
        #expect(refused.output.isEmpty)
        #expect(refused.errors.count { $0 == "\n" } == 1, "\(refused.errors)")
        return refused.errors
    }

    @Test("a vault that serve makes is said to be new, and one without a merchant to be empty")
    func newVault() async throws {
        let folder = try temporaryFolder() + "/misspelt"
        for isNew in [true, false] {
            let scratch = try temporaryFolder()
            let process = try Program.start(["serve", "--port", "0", "--drain", "0", "--data", folder], scratch: scratch)
            try await eventually { try Program.text(scratch, "err").contains("has no merchant yet") }
            process.signal(SIGTERM)
            let ended = try await Program.ended(process, scratch)
            #expect(ended.status == 0 && ended.errors.contains("made a new vault in \(folder)") == isNew, "\(ended.errors)")
        }
        let keys = try await Program.run(["key", "list", "--data", folder])
        #expect(keys.status == 0 && !keys.output.contains("in use"), "\(keys.output)")
    }

    private func mode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test("SEC-14 what it makes is its owner's alone")
    func sec14Modes() async throws {
        let folder = try temporaryFolder() + "/new/deeper"
        let list = try await Program.run(["merchant", "list", "--sandbox", "--data", folder])
        #expect(list.status == 0)
        #expect(try mode(folder) == 0o700)
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            #expect(try mode("\(folder)/\(file)") == 0o600, "\(file)")
        }
    }

    @Test(
        "SEC-14 a key file others can read is refused, with the command that mends it", arguments: [0o640, 0o604, 0o644, 0o660])
    func sec14ReadableKey(_ mode: Int) async throws {
        let folder = try await made()
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder + "/master.key")
        #expect(try await refusal(folder).contains("chmod 600"))
    }

    @Test(
        "SEC-13 another key, a cut key, or none at all: the gateway does not start",
        arguments: ["other", "cut", "empty", "missing"])
    func sec13WrongKey(_ how: String) async throws {
        let folder = try await made()
        let key = folder + "/master.key"
        switch how {
        case "other":
            let other = try await made()
            try FileManager.default.removeItem(atPath: key)
            try FileManager.default.copyItem(atPath: other + "/master.key", toPath: key)
        case "missing": try FileManager.default.removeItem(atPath: key)
        default:
            let whole = try Data(contentsOf: URL(fileURLWithPath: key))
            try whole.prefix(how == "cut" ? whole.count / 2 : 0).write(to: URL(fileURLWithPath: key))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        }
        #expect(try await refusal(folder).contains("master key"))
    }

    @Test("a master key may lie elsewhere")
    func keyElsewhere() async throws {
        let folder = try temporaryFolder()
        let key = folder + "/apart.key"
        let arguments = ["merchant", "list", "--sandbox", "--data", folder + "/data", "--master-key", key]
        #expect(try await Program.run(arguments).status == 0)
        #expect(try await Program.run(arguments).status == 0)
        #expect(FileManager.default.fileExists(atPath: key))
        #expect(!FileManager.default.fileExists(atPath: folder + "/data/master.key"))
    }

    @Test("a database of a newer schema is refused")
    func newerSchema() async throws {
        let folder = try await made()
        // Not by bytes of the file: a program that has ended may have left its last pages in the journal beside it.
        let changed = try await Program.run(["sqlite3", folder + "/openpgw.db", "PRAGMA user_version = 99"], of: "/usr/bin/env")
        #expect(changed.status == 0, "\(changed.errors)")
        #expect(try await refusal(folder).contains("schema 99"))
    }

    @Test("a file that is no database is refused, and left as it is")
    func noDatabase() async throws {
        let folder = try await made()
        let path = URL(fileURLWithPath: folder + "/openpgw.db")
        // Without the journal, which has pages of the database that was.
        for name in ["openpgw.db-wal", "openpgw.db-shm"] { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
        try Data("not a database, but a letter to a friend".utf8).write(to: path)
        _ = try await refusal(folder)
        #expect(try Data(contentsOf: path).starts(with: Data("not a database".utf8)))
    }

    @Test("a folder that cannot be made or written is refused, and named", arguments: ["/proc/openpgw", "/dev/null/data"])
    func unwritable(_ folder: String) async throws {
        #expect(try await refusal(folder).contains(folder))
    }

    @Test("a folder of one profile is not opened as the other")
    func profiles() async throws {
        #expect(try await refusal(try await made(), []).contains("sandbox"))
        let production = try temporaryFolder()
        _ = try await Program.run(["merchant", "add", "M1", "--name", "One", "--currency", "THB", "--data", production])
        #expect(try await refusal(production).contains("production"))
    }

    @Test(
        "what only reads a vault makes none: a folder's misspelt name is no vault without a merchant",
        arguments: [
            ["merchant", "list"], ["merchant", "show", "M1"], ["merchant", "rotate-secret", "M1"], ["key", "list"],
            ["key", "export"],
            ["token", "list", "--merchant", "M1"], ["merchant", "key", "list", "M1"],
        ])
    func noVault(_ command: [String]) async throws {
        let folder = try temporaryFolder() + "/misspelt"
        let refused = try await Program.run(command + ["--data", folder])
        #expect(refused.status == 1 && refused.output.isEmpty)
        #expect(refused.errors.contains("there is no vault in \(folder)"), "\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("SEC-01 SEC-06 a vault's files hold no card number that was typed in")
    func sec01sec06Files() async throws {
        let folder = try temporaryFolder()
        let data = ["--data", folder]
        _ = try await Program.run(["merchant", "add", "M1", "--name", "One", "--currency", "EUR"] + data)
        let number = "4024007103939509"
        let added = try await Program.run(
            ["token", "add", "--merchant", "M1", "--expiry", "12/39", "--name", "A Holder"] + data, input: number + "\n")
        #expect(added.status == 0)
        #expect(try CardNumberLeaks.scan(folder: folder, for: [number]).isEmpty)
    }
}
