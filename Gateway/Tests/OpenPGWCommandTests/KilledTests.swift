import Foundation
import PGWTesting
import StoreTesting
import Testing

@Suite("Ended at any moment")
struct KilledTests {
    /// A store, and what it is asked and told by.
    enum Place: String, CaseIterable {
        case file, server
    }

    @Test(
        "SEC-47 a card whose addition is killed at any of its calls to the system is stored whole, or not at all",
        arguments: Place.allCases)
    func sec47KilledAdditionsAreWhole(_ place: Place) async throws {
        let folder = try temporaryFolder()
        let database = try await PostgresServer.shared.get().database()
        let options = place == .file ? ["--data", folder] : ["--store", database, "--master-key", folder + "/master.key"]
        let made = try await Program.run(["merchant", "list", "--sandbox"] + options)
        #expect(made.status == 0, "\(made.errors)")
        let calls = place == .file ? "pwrite64,fdatasync,ftruncate,unlink" : "sendto,recvfrom"
        var acknowledged: Set<Substring> = []
        var kills = 0
        // strace counts the calls of each thread: the first kills early, the last of all not any more.
        for number in 1...500 {
            let run = try await Program.run(
                [
                    "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(calls)", "-e", "inject=\(calls):signal=KILL:when=\(number)",
                    Program.openpgw, "token", "add", "--sandbox", "--merchant", "JT04", "--expiry", "12/39", "--name",
                    "n\(number)",
                ] + options, of: "/usr/bin/strace", input: "4111111111111111\n")
            acknowledged.formUnion(run.output.matches(of: /^[0-9]{20}/.anchorsMatchLineEndings()).map(\.output))
            let counts = try await counts(place, folder, database)
            #expect(Set(counts).count == 1 && counts.count == 3, "after call \(number): \(counts)")
            if run.status == 0 { break }
            #expect(run.status == 137, "\(number): \(run.status) \(run.errors)")
            kills += 1
        }
        // The last one that was killed may have said so before, and ended while it closed the store.
        #expect(kills > 5 && !acknowledged.isEmpty, "\(kills) \(acknowledged)")
        // Each that is there can be opened: its face, and in a book its account.
        let listed = try await Program.run(["token", "list", "--sandbox", "--merchant", "JT04", "--limit", "1000"] + options)
        let tokens = Set(listed.output.matches(of: /^[0-9]{20}/.anchorsMatchLineEndings()).map(\.output))
        #expect(listed.status == 0 && acknowledged.isSubset(of: tokens), "\(listed.errors)")
        let pair = try MerchantKeyPair.generate()
        try Data(pair.publicKeyPEM.utf8).write(to: URL(fileURLWithPath: folder + "/recipient.pem"))
        let book = try await Program.run(
            ["token", "export", "--sandbox", "--merchant", "JT04", "--recipient", folder + "/recipient.pem", folder + "/book"]
                + options)
        #expect(book.output == "\(tokens.count) written\n", "\(book.errors)")
    }

    /// How many tokens, accounts, and tokens that are counted.
    private func counts(_ place: Place, _ folder: String, _ database: String) async throws -> [Substring] {
        let tables = ["FROM tokens WHERE deleted IS NULL", "FROM accounts"].map { "(SELECT count(*) \($0))" }
        let sql = "SELECT \(tables.joined(separator: " || ' ' || ")) || ' ' || (SELECT sum(live) FROM token_counts)"
        let run =
            switch place {
            case .file: try await Program.run([folder + "/openpgw.db", sql], of: "/usr/bin/sqlite3")
            case .server:
                try await Program.run([database, "-AtXqc", "SET search_path TO openpgw", "-c", sql], of: "/usr/bin/psql")
            }
        #expect(run.status == 0, "\(run.errors)")
        return run.output.split(whereSeparator: \.isWhitespace)
    }
}
