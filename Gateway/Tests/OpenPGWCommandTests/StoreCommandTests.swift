import Foundation
import PGWTesting
import StoreTesting
import Testing
import WireTesting

@Suite("A store that nodes share")
struct StoreCommandTests {
    @Test("what is minted on one node is listed on the other, and what is deleted on the first is gone on the second")
    func twoNodes() async throws {
        try await withTwoNodes { first, second, options in
            let request = LocalRequest.make()
            let token = try await first.backend().mint(request).paymentToken
            let listed = try await Program.run(["token-info", token, "--endpoint", second.address.absoluteString])
            #expect(listed.output.contains("411111XXXXXX1111"), "\(listed.errors)")

            let deleted = try await Program.run(
                ["token", "delete", "--sandbox", "--merchant", "JT04", "20052010380915759367"] + options)
            #expect(deleted.status == 0, "\(deleted.errors)")
            for node in [first, second] {
                let gone = try await Program.run(["token-info", token, "--endpoint", node.address.absoluteString])
                #expect(gone.status == 0 && !gone.output.contains("411111XXXXXX1111"))
            }
            // Each answers a retry of the other's invoice number.
            await #expect(throws: PaymentTokenError.self) { try await second.backend().mint(request) }
        }
    }

    /// Two gateways on one store, and the options that name it.
    private func withTwoNodes(_ body: (TestGateway, TestGateway, [String]) async throws -> Void) async throws {
        let key = try temporaryFolder() + "/master.key"
        let options = ["--store", try await PostgresServer.shared.get().database(), "--master-key", key]
        try await withGateway(Program.options(options)) { first in
            try await withGateway(Program.options(options)) { second in try await body(first, second, options) }
        }
    }

    @Test("a merchant's new secret is good on every node at once, and the old one stops on every node")
    func followed() async throws {
        try await withTwoNodes { first, second, options in
            let nodes = [first, second]
            let old = try nodes.map { try $0.backend() }
            // Both know the merchant.
            for backend in old { _ = try await backend.mint(LocalRequest.make()) }
            let rotated = try await Program.run(
                ["merchant", "rotate-secret", "JT04", "--overlap", "0", "--sandbox"] + options)
            let secret = try #require(rotated.output.firstMatch(of: /secret +([0-9A-F]{64})/)?.1, "\(rotated.errors)")
            for node in nodes {
                let new = PaymentTokenClient(gateway: node.address, secret: try MerchantSecret(String(secret)))
                _ = try await new.mint(LocalRequest.make())
            }
            for backend in old {
                try await eventually {
                    do { _ = try await backend.mint(LocalRequest.make()) } catch { return true }
                    return false
                }
            }
        }
    }

    @Test("a master key is made where it is named, in the folder one is in as well")
    func keyHere() async throws {
        let folder = try temporaryFolder()
        let store = try await PostgresServer.shared.get().database()
        func run(_ arguments: [String]) async throws -> Ended {
            try await Program.run(
                ["-C", folder, Program.openpgw] + arguments + ["--store", store, "--master-key", "here.key"], of: "/usr/bin/env")
        }
        let made = try await run(["merchant", "add", "M1", "--name", "Shop", "--currency", "THB"])
        #expect(made.status == 0, "\(made.errors)")
        #expect(FileManager.default.fileExists(atPath: folder + "/here.key"))
        let secret = try await run(["merchant", "show", "M1", "--secret"])
        #expect(secret.output.wholeMatch(of: /[0-9A-F]{64}\n/) != nil)
    }

    @Test("production reaches a server over TLS, whose certificate it verifies")
    func tls() async throws {
        let server = try PostgresServer(["--tls"])
        let keys = try temporaryFolder()
        func add(_ options: String, _ id: String) async throws -> Ended {
            try await Program.run([
                "merchant", "add", id, "--name", "Shop", "--currency", "THB", "--master-key", keys + "/master.key", "--store",
                server.address("postgres") + options,
            ])
        }
        let verified = "?sslmode=verify-full&sslrootcert=\(server.folder)/server.crt"
        let added = try await add(verified, "SHOP")
        #expect(added.status == 0, "\(added.errors)")
        let listed = try await Program.run([
            "merchant", "list", "--master-key", keys + "/master.key", "--store", server.address("postgres") + verified,
        ])
        #expect(listed.output.contains("SHOP"), "\(listed.errors)")
        let refusals = [
            ("?sslmode=verify-full&sslrootcert=/etc/ssl/certs/ca-certificates.crt", "certificate verify failed"),
            ("?sslmode=disable", "no pg_hba.conf entry"),
            ("?sslmode=verify-full&sslrootcert=\(server.folder)/none", "does not exist"),
        ]
        for (options, words) in refusals {
            let run = try await add(options, "OTHER")
            #expect(
                run.status == 1 && run.errors.contains(words) && run.errors.split(separator: "\n").count == 1, "\(run.errors)")
        }
    }

    @Test("the environment and a file name the store, too; nothing of it lies in the data folder")
    func settings() async throws {
        let (folder, keys) = (try temporaryFolder(), try temporaryFolder())
        let store = try await PostgresServer.shared.get().database()
        let environment = [
            "OPENPGW_STORE": store, "OPENPGW_MASTER_KEY": keys + "/master.key", "OPENPGW_DATA": folder + "/none",
        ]
        let added = try await Program.run(
            ["merchant", "add", "SHOP", "--name", "Shop", "--currency", "THB"], environment: environment)
        #expect(added.status == 0 && added.errors.contains("made a new vault in postgresql://"), "\(added.errors)")
        #expect(added.errors.contains("made its master key in \(keys)/master.key"), "\(added.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/none"))
        try Data(#"{"store":"\#(store)","master-key":"\#(keys)/master.key"}"#.utf8).write(
            to: URL(fileURLWithPath: folder + "/config"))
        let listed = try await Program.run(["merchant", "list", "--config", folder + "/config"])
        #expect(listed.output.contains("SHOP"), "\(listed.errors)")
        // Another key does not open it, another profile does not use it, and neither leaves anything.
        let other = try await Program.run(["merchant", "list", "--store", store, "--master-key", folder + "/other.key"])
        #expect(other.status == 1 && other.errors.contains("copy it from the node that made the vault"), "\(other.errors)")
        _ = try await Program.run(["merchant", "add", "M", "--name", "M", "--currency", "THB", "--data", folder + "/another"])
        let wrong = try await Program.run(["merchant", "list", "--store", store, "--master-key", folder + "/another/master.key"])
        #expect(wrong.status == 1 && wrong.errors.contains("was made with another one"), "\(wrong.errors)")
        let sandbox = try await Program.run(
            ["merchant", "list", "--sandbox", "--store", store, "--master-key", keys + "/master.key"])
        #expect(sandbox.status == 1 && sandbox.errors.contains("was made as production"), "\(sandbox.errors)")
    }

    @Test("a folder that is typed counts more than a store of the environment or of a file")
    func typed() async throws {
        let (folder, keys) = (try temporaryFolder(), try temporaryFolder())
        let store = try await PostgresServer.shared.get().database()
        let seeded = try await Program.run(
            ["merchant", "list", "--sandbox", "--store", store, "--master-key", keys + "/master.key"])
        #expect(seeded.status == 0, "\(seeded.errors)")
        try Data(#"{"store":"\#(store)"}"#.utf8).write(to: URL(fileURLWithPath: folder + "/config"))
        let vault = folder + "/vault"
        let added = try await Program.run(
            ["merchant", "add", "HERE", "--name", "Here", "--currency", "THB", "--sandbox", "--data", vault],
            environment: ["OPENPGW_STORE": store])
        #expect(added.status == 0, "\(added.errors)")
        for given in [["--data", vault], ["--data", vault, "--config", folder + "/config"]] {
            let listed = try await Program.run(["merchant", "list", "--sandbox"] + given, environment: ["OPENPGW_STORE": store])
            #expect(listed.output.contains("HERE"), "\(given): \(listed.errors)")
        }
        let backup = try await Program.run(
            ["store", "backup", folder + "/backup", "--data", vault], environment: ["OPENPGW_STORE": store])
        #expect(backup.status == 0, "\(backup.errors)")
        // A store and a folder from one place: the folder has the key.
        let both = try await Program.run(["merchant", "list", "--sandbox", "--store", store, "--data", keys])
        #expect(both.status == 0 && !both.output.contains("HERE") && both.output.contains("JT04"), "\(both.errors)")
    }

    @Test("a key that is none, a user without a privilege, and a server that takes no writes are told, and nothing is made")
    func impossible() async throws {
        let key = try temporaryFolder() + "/master.key"
        let store = try await PostgresServer.shared.get().database()
        try Data("no key".utf8).write(to: URL(fileURLWithPath: key))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        let add = ["merchant", "add", "M", "--name", "M", "--currency", "THB", "--master-key", key, "--store"]
        let keyless = try await Program.run(add + [store])
        #expect(keyless.status == 1 && keyless.errors.contains("hexadecimal"), "\(keyless.errors)")
        try FileManager.default.removeItem(atPath: key)
        let schemas = try await Program.run(
            [store, "-Atc", "SELECT count(*) FROM pg_namespace WHERE nspname = 'openpgw'"], of: "/usr/bin/psql")
        #expect(schemas.output == "0\n")
        let name = "weak" + UUID().uuidString.lowercased().replacing("-", with: "")
        let made = try await Program.run([store, "-q", "-c", "CREATE ROLE \(name) LOGIN"], of: "/usr/bin/psql")
        #expect(made.status == 0, "\(made.errors)")
        let weak = store.replacing("openpgw@", with: "\(name)@")
        let run = try await Program.run(["serve", "--store", weak, "--master-key", key, "--port", "0"])
        #expect(run.status == 1 && run.errors.contains("its user lacks a privilege"), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1 && !FileManager.default.fileExists(atPath: key), "\(run.errors)")
        // Of a vault that is there, a server that was made read-only.
        let vault = try await Program.run(add + [store])
        #expect(vault.status == 0, "\(vault.errors)")
        let readOnly = store + "?options=-cdefault_transaction_read_only%3Don"
        let serving = try await Program.run(["serve", "--store", readOnly, "--master-key", key, "--port", "0"])
        #expect(serving.status == 1 && serving.errors.contains("takes no writes"), "\(serving.errors)")
        let listing = try await Program.run(["merchant", "list", "--store", readOnly, "--master-key", key])
        #expect(listing.output.contains("THB"), "\(listing.errors)")
    }

    @Test(
        "a store that cannot be is refused in one line that says why, and repeats no password",
        arguments: [
            ("nonsense", "no connection string"), ("mysql://db/x", "no connection string"),
            ("postgresql://gateway:secret@127.0.0.1/x", "PGPASSWORD"), ("postgresql:///x?password=secret", "PGPASSWORD"),
            ("host=127.0.0.1 password=secret", "PGPASSWORD"), ("postgresql://127.0.0.1:1/x", "refused"),
            ("postgresql://openpgw:secret/x@127.0.0.1/a", "%2F"),
            ("postgresql://db.example/x", "sslmode=verify-full"), ("postgresql://db.example/x?sslmode=require", "verify-full"),
            ("postgresql://127.0.0.1,db.example/x", "verify-full"), ("postgresql://db.example/x?sslmode=nonsense", "verify-full"),
            ("postgresql:///x?host=/nowhere", "/nowhere"), ("postgresql:///x?sslmod=require", "there is no parameter sslmod"),
            ("hots=db password=secret", "no parameter hots"),
        ])
    func refused(_ store: String, _ words: String) async throws {
        let key = try temporaryFolder() + "/master.key"
        let run = try await Program.run(["serve", "--store", store, "--master-key", key])
        #expect(run.status == 1)
        #expect(
            run.errors.contains(words) && !run.errors.contains("secret") && run.errors.split(separator: "\n").count == 1,
            "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: key))
    }

    @Test(
        "a database that is another program's, of a newer schema or read-only is refused, and left as it was",
        arguments: [
            ("CREATE SCHEMA openpgw; CREATE TABLE openpgw.x (y int)", "another program"),
            ("CREATE SCHEMA openpgw; CREATE TABLE openpgw.schema_version (a text)", "another program"),
            ("CREATE SCHEMA openpgw; CREATE TABLE openpgw.schema_version (version bigint)", "another program"),
            (
                "CREATE SCHEMA openpgw; CREATE TABLE openpgw.schema_version (version bigint); INSERT INTO openpgw.schema_version VALUES (99)",
                "schema 99"
            ),
            ("ALTER ROLE CURRENT_USER IN DATABASE @ SET default_transaction_read_only = on", "read-only"),
        ])
    func foreign(_ sql: String, _ words: String) async throws {
        let key = try temporaryFolder() + "/master.key"
        let store = try await PostgresServer.shared.get().database()
        let name = try #require(store.split(separator: "/").last.map(String.init))
        let made = try await Program.run([store, "-q", "-c", sql.replacing("@", with: name)], of: "/usr/bin/psql")
        #expect(made.status == 0, "\(made.errors)")
        let run = try await Program.run(
            ["serve", "--store", store + "?target_session_attrs=read-write", "--master-key", key, "--port", "0"])
        #expect(run.status == 1 && run.errors.contains(words) && run.errors.split(separator: "\n").count == 1, "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: key))
    }
}
