import Foundation
@_spi(OpenPGW) import PGWTesting
import StoreTesting
import Testing
import WireTesting

@Suite("Copies and backups")
struct CopyCommandTests {
    /// A sandbox with some cards in a folder.
    private func folder(cards: Int) async throws -> String {
        let folder = try temporaryFolder() + "/vault"
        let seeded = try await Program.run(["merchant", "list", "--sandbox", "--data", folder])
        #expect(seeded.status == 0, "\(seeded.errors)")
        let added = try await Program.run(["add-cards", "--data", folder, "--count", "\(cards)"], of: Program.bench)
        #expect(added.status == 0, "\(added.errors)")
        return folder
    }

    private func copy(_ from: String, _ to: String) async throws -> Ended {
        try await Program.run(["store", "copy", "--from", from, "--to", to])
    }

    /// What is printed of the source, a line a table.
    private func sums(_ ended: Ended) -> [[Substring]] {
        let rows: [[Substring]] = ended.output.split(separator: "\n").map { $0.split(separator: " ") }
        return rows.filter { $0.count == 4 }.map { Array($0.prefix(3)) }
    }

    @Test("a vault goes to PostgreSQL and back, killed three times on the way, while a gateway serves it; then it is the same")
    func moved() async throws {
        let first = try await folder(cards: 15_000)
        let server = try await PostgresServer.shared.get().database()
        var there = try await withGateway(Program.options(folder: first)) { gateway in
            for number in [110, 120, 130] {
                // As it sends so many statements: a whole copy takes some five hundred, and begins with the tokens at the hundredth.
                let killed = try await Program.run(
                    [
                        "-f", "-qq", "-o", "/dev/null", "-e", "trace=sendto", "-e", "inject=sendto:signal=KILL:when=\(number)",
                        Program.openpgw, "store", "copy", "--from", first, "--to", server,
                    ], of: "/usr/bin/strace")
                #expect(killed.status == 137, "\(number): \(killed.status) \(killed.errors)")
                let unfinished = try await Program.run(
                    ["merchant", "list", "--sandbox", "--store", server, "--master-key", first + "/master.key"])
                #expect(unfinished.status == 1 && unfinished.errors.contains("is not finished"), "\(unfinished.errors)")
            }
            let token = try await gateway.backend().mint(LocalRequest.make()).paymentToken
            let copied = try await copy(first, server)
            #expect(copied.status == 0, "\(copied.errors)")
            let listed = try await Program.run(["token-info", token, "--endpoint", gateway.address.absoluteString])
            #expect(listed.status == 0, "\(listed.errors)")
            // What was written since is brought over by another.
            _ = try await gateway.backend().mint(LocalRequest.make())
            return sums(copied)
        }
        let followed = try await copy(first, server)
        #expect(followed.status == 0 && followed.output.contains("both hold the same"), "\(followed.errors)")
        #expect(sums(followed) != there)
        there = sums(followed)
        // A line for each table, below their heading.
        #expect(there.count == 13, "\(followed.output)")

        let second = try temporaryFolder() + "/back"
        let back = try await copy(server, second)
        #expect(back.status == 0, "\(back.errors)")
        #expect(sums(back) == there)
        // Without its key it does not open; whoever only looks at it, with or without, leaves it a copy.
        let looking = ["token", "list", "--sandbox", "--merchant", "JT04", "--limit", "1", "--data", second]
        let keyless = try await Program.run(looking)
        #expect(keyless.status == 1 && keyless.errors.contains("master.key is missing"), "\(keyless.errors)")
        try FileManager.default.copyItem(atPath: first + "/master.key", toPath: second + "/master.key")
        #expect(try await Program.run(looking).status == 0)
        #expect(try await copy(server, second).status == 0)
        try await withGateway(Program.options(folder: second)) { gateway in
            let token = try await gateway.backend().mint(LocalRequest.make()).paymentToken
            let listed = try await Program.run(["token-info", token, "--endpoint", gateway.address.absoluteString])
            #expect(listed.output.contains("411111XXXXXX1111"), "\(listed.errors)")
        }
        // It is a vault of its own now.
        let again = try await copy(server, second)
        #expect(again.status == 1 && again.errors.contains("has been changed since"), "\(again.errors)")
    }

    @Test("a copy that cannot be is refused in one line, and nothing is made")
    func refused() async throws {
        let vault = try await folder(cards: 1)
        let other = try await folder(cards: 1)
        let none = try temporaryFolder() + "/none"
        let production = try temporaryFolder() + "/production"
        let added = try await Program.run(["merchant", "add", "M", "--name", "M", "--currency", "THB", "--data", production])
        #expect(added.status == 0, "\(added.errors)")
        let refusals = [
            (none, none + "2", "no vault"), (vault + "/openpgw.db", none + "2", "is a file"),
            (vault, other, "holds settings already"), (vault, vault, "is the source"),
            (vault, "postgresql://u:secret@127.0.0.1/x", "PGPASSWORD"), (vault, "postgresql://127.0.0.1:1/x", "refused"),
            (production, "postgresql://db.example/x", "sslmode=verify-full"), (vault, "mysql://x", "no connection string"),
            (vault, vault + "/master.key", "cannot be made"),
        ]
        for (from, to, words) in refusals {
            let run = try await copy(from, to)
            #expect(
                run.status == 1 && run.errors.contains(words) && !run.errors.contains("secret"), "\(from) \(to): \(run.errors)")
            #expect(run.errors.split(separator: "\n").filter { !$0.hasPrefix("Copying") }.count == 1, "\(run.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: none) && !FileManager.default.fileExists(atPath: none + "2"))
    }

    @Test("a backup that is made while a gateway writes is restored, and opens with the master key")
    func backup() async throws {
        let folder = try await folder(cards: 2000)
        let file = try temporaryFolder() + "/vault.backup"
        let acknowledged = try await withGateway(Program.options(folder: folder)) { gateway in
            let before = try await gateway.backend().mint(LocalRequest.make()).paymentToken
            let scratch = try temporaryFolder()
            let writer = try Program.start(
                ["add-cards", "--data", folder, "--count", "100000", "--acknowledge"], of: Program.bench, scratch: scratch)
            try await eventually { try Program.text(scratch, "out").count > 1000 }
            let written = try Program.text(scratch, "out").split(separator: "\n").dropLast().map(String.init)
            let made = try await Program.run(["store", "backup", file, "--data", folder])
            writer.signal(SIGKILL)
            _ = await writer.ended()
            #expect(made.status == 0 && made.output.contains(file), "\(made.errors)")
            return [before] + written
        }
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let again = try await Program.run(["store", "backup", file, "--data", folder])
        #expect(again.status == 1 && again.errors.contains("is there already"), "\(again.errors)")

        let restored = try temporaryFolder() + "/restored"
        let done = try await Program.run(["store", "restore", file, "--sandbox", "--data", restored])
        #expect(done.status == 0 && done.errors.contains("belongs into \(restored)/master.key"), "\(done.errors)")
        let keyless = try await Program.run(["merchant", "list", "--sandbox", "--data", restored])
        #expect(keyless.status == 1 && keyless.errors.contains("master key"), "\(keyless.errors)")
        try FileManager.default.copyItem(atPath: folder + "/master.key", toPath: restored + "/master.key")
        try await withGateway(Program.options(folder: restored)) { gateway in
            let listed = try await Program.run(["token-info", acknowledged[0], "--endpoint", gateway.address.absoluteString])
            #expect(listed.output.contains("411111XXXXXX1111"), "\(listed.errors)")
        }
        // What was acknowledged before the backup began is in it.
        let tokens = Set(
            try await Program.run(
                [restored + "/openpgw.db", "SELECT token FROM tokens"], of: "/usr/bin/sqlite3"
            ).output.split(separator: "\n").map(String.init))
        #expect(acknowledged.count > 1 && acknowledged.dropFirst().allSatisfy(tokens.contains))
        let over = try await Program.run(["store", "restore", file, "--data", restored])
        #expect(over.status == 1 && over.errors.contains("a vault in \(restored) already"), "\(over.errors)")
    }

    /// A number of the file's header (sqlite.org/fileformat.html, §1.3).
    private static func changed(_ bytes: Data, at place: Int, to number: UInt8) -> Data {
        var bytes = bytes
        bytes.replaceSubrange(place..<place + 4, with: Data([0, 0, 0, number]))
        return bytes
    }

    @Test("what is no backup is not restored, and leaves nothing")
    func noBackup() async throws {
        let folder = try temporaryFolder()
        let good = try await self.folder(cards: 100)
        let file = folder + "/good"
        let made = try await Program.run(["store", "backup", file, "--data", good])
        #expect(made.status == 0, "\(made.errors)")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        var torn = bytes
        torn.replaceSubrange(8192..<12_288, with: Data(repeating: 0x55, count: 4096))
        let files: [(String, Data, String)] = [
            ("text", Data("no database".utf8), "no vault's"), ("empty", Data(), "no vault's"),
            ("cut", bytes.prefix(5000), "damaged"),
            ("torn", torn, "damaged"),
            ("foreign", Self.changed(bytes, at: 68, to: 1), "no vault's"),
            ("newer", Self.changed(bytes, at: 60, to: 99), "schema 99"),
        ]
        for (name, data, words) in files {
            try data.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
            let run = try await Program.run(["store", "restore", "\(folder)/\(name)", "--data", "\(folder)/to-\(name)"])
            #expect(run.status == 1 && run.errors.contains(words), "\(name): \(run.errors)")
            #expect((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/to-\(name)")) ?? [] == [])
        }
        // A log without its database is another vault's.
        let left = folder + "/left"
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
        try Data("log".utf8).write(to: URL(fileURLWithPath: left + "/openpgw.db-wal"))
        let beside = try await Program.run(["store", "restore", file, "--data", left])
        #expect(beside.status == 1 && beside.errors.contains("openpgw.db-wal is there already"), "\(beside.errors)")
        for arguments in [
            ["store", "backup", folder + "/x", "--data", folder + "/none"],
            ["store", "restore", folder + "/none", "--data", folder + "/y"],
            ["store", "backup", folder + "/x", "--store", "postgresql:///x"],
            ["store", "backup", folder + "/no/such/folder", "--data", good],
        ] {
            let run = try await Program.run(arguments)
            #expect(run.status == 1, "\(arguments)")
        }
    }
}
