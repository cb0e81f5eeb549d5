import Foundation
@_spi(OpenPGW) import PGWTesting
import StrictJSON
import Testing

@Suite("Keys and books on the command line")
struct MaintenanceCommandTests {
    /// A sandbox folder, and a command on it.
    private struct Folder {
        let path: String

        init() throws { path = try temporaryFolder() + "/data" }

        func run(_ arguments: String..., input: String = "") async throws -> Ended {
            let ended = try await Program.run(arguments + ["--sandbox", "--data", path], input: input)
            #expect(CardNumberLeaks.scan(ended.output + ended.errors, in: arguments.joined(separator: " ")).isEmpty)
            return ended
        }

        func file(_ name: String, _ text: String) throws -> String {
            let file = "\(path).\(name)"
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
            return file
        }
    }

    @Test("the gateway's keys are made, listed, exported and retired")
    func gatewayKeys() async throws {
        let folder = try Folder()
        let first = try await folder.run("key", "generate").output.trimmingCharacters(in: .newlines)
        #expect(first.count == 43)
        #expect(try await folder.run("key", "list").output.contains("\(first)  RSA-3072"))
        let alone = try await folder.run("key", "retire", "--id", first)
        #expect(alone.status == 1)
        #expect(alone.errors == "openpgw: \(first) is the only key in use; generate another one first\n")
        let second = try await folder.run("key", "generate").output.trimmingCharacters(in: .newlines)
        #expect(second != first)
        let certificate = try await folder.run("key", "export").output
        #expect(certificate.hasPrefix("-----BEGIN CERTIFICATE-----\n"))
        #expect(
            try await folder.run("key", "export", "--id", first, "--public-key").output.hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
        #expect(try await folder.run("key", "retire", "--id", first, "--overlap", "1").output.hasPrefix("\(first) retires 20"))
        let list = try await folder.run("key", "list").output
        #expect(list.contains("in use") && list.contains("retires 20"))
        let later = try await folder.run("key", "retire", "--id", first, "--overlap", "2")
        #expect(later.status == 1 && later.errors.contains("retires already, at 20"), "\(later.errors)")
        #expect(try await folder.run("key", "retire", "--id", first, "--overlap", "0").status == 0)
        #expect(try await folder.run("key", "list").output.contains("retired 20"))
        let over = try await folder.run("key", "retire", "--id", first, "--overlap", "0")
        #expect(over.status == 1 && over.errors.contains("has retired already"), "\(over.errors)")
        #expect(try await folder.run("key", "retire", "--id", "nonsense").status == 1)
        #expect(try await folder.run("key", "retire", "--id", first, "--overlap", "-1").status == 2)
        let dash = try await folder.run("key", "retire", "--id", "-begins-with-a-dash")
        #expect(dash.status == 1 && dash.errors == "openpgw: There is no key -begins-with-a-dash\n")
    }

    @Test("a merchant's keys are added, listed and removed; a weak one is warned about, a bad one named")
    func merchantKeys() async throws {
        let folder = try Folder()
        let pair = try MerchantKeyPair.generate()
        let file = try folder.file("pem", try pair.certificatePEM(name: "A Shop"))
        let added = try await folder.run("merchant", "key", "add", "JT04", file)
        #expect(added.output == pair.keyID + "\n" && added.errors == "")
        #expect(try await folder.run("merchant", "key", "add", "JT04", file).status == 1)
        #expect(try await folder.run("merchant", "key", "list", "JT04").output.contains(pair.keyID))
        let piped = try await folder.run("merchant", "key", "add", "JT05", "-", input: pair.publicKeyPEM)
        #expect(piped.output == pair.keyID + "\n")
        #expect(try await folder.run("merchant", "key", "remove", "JT04", "--id", pair.keyID).output == "removed \(pair.keyID)\n")
        #expect(try await folder.run("merchant", "key", "remove", "JT04", "--id", pair.keyID).status == 1)
        let bad = try await folder.run("merchant", "key", "add", "JT04", try folder.file("bad", "nonsense"))
        #expect(bad.status == 1 && bad.errors.contains("\(folder.path).bad: not an RSA key"))
        #expect(try await folder.run("merchant", "key", "add", "JT04", "/nowhere").status == 1)
        #expect(try await folder.run("merchant", "key", "add", "ZZ99", file).status == 1)
    }

    @Test("a book goes out sealed and comes back, and says what it did")
    func book() async throws {
        let folder = try Folder()
        let pair = try MerchantKeyPair.generate()
        let (key, recipient) = (try folder.file("key", pair.privateKeyPEM), try folder.file("pem", pair.publicKeyPEM))
        let book = folder.path + ".book"
        let written = try await folder.run("token", "export", "--merchant", "JT04", "--recipient", recipient, book)
        #expect(written.output == "6 written\n")
        #expect(written.errors == "Writing \(book).\n")
        let again = try await folder.run("token", "export", "--merchant", "JT04", "--recipient", recipient, book)
        #expect(again.status == 1 && again.errors.contains("exists already"))
        let locked = try await folder.run("token", "import", "--merchant", "JT05", book)
        #expect(locked.status == 1 && locked.errors.contains("--key"))
        let brought = try await folder.run("token", "import", "--merchant", "JT05", book, "--key", key)
        #expect(brought.output == "6 stored, 0 there already, 0 rejected\n")
        #expect(try await folder.run("token", "list", "--merchant", "JT05").output.contains("20052010380915759367"))

        let wrong = try folder.file("csv", "accountNo,expiry,name\n4111111111111112,05/31,A\n")
        let rejected = try await folder.run("token", "import", "--merchant", "JT05", wrong)
        #expect(rejected.status == 1 && rejected.output == "0 stored, 0 there already, 1 rejected\n")
        let rejects = try String(contentsOfFile: wrong + ".rejects.jsonl", encoding: .utf8)
        #expect(rejects == #"{"line":2,"field":"accountNo","reason":"accountNo has a wrong check digit"}"# + "\n")
    }

    @Test("an import that is killed three times and started again stores every card once")
    func killed() async throws {
        let folder = try Folder()
        _ = try await folder.run("merchant", "list")
        let count = 20_000
        let lines = (0..<count).map { number in
            #"{"accountNo":"\#(Self.cardNumber(number))","expiry":"2031-05","name":"Holder"}"#
        }
        let book = try folder.file("jsonl", lines.joined(separator: "\n"))
        for number in 1...3 {
            // In the middle of writing a slice to the disk. strace counts the calls of each thread, of which there are a few: the third run
            // is not at the end of the book yet.
            let killed = try await Program.run(
                [
                    "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", "inject=fdatasync:signal=KILL:when=\(number)",
                    Program.openpgw, "token", "import", "--sandbox", "--data", folder.path, "--merchant", "JT04", book,
                ], of: "/usr/bin/strace")
            #expect(killed.status == 137, "\(number): \(killed.status) \(killed.errors)")
        }
        let done = try await folder.run("token", "import", "--merchant", "JT04", book)
        #expect(done.output == "\(count) stored, 0 there already, 0 rejected\n")
        let pair = try MerchantKeyPair.generate()
        let export = try await folder.run(
            "token", "export", "--merchant", "JT04", "--recipient", try folder.file("pem", pair.publicKeyPEM),
            folder.path + ".out")
        #expect(export.output == "\(count + 6) written\n")
    }

    /// An invented number with a right check digit.
    private static func cardNumber(_ number: Int) -> String {
        let digits = "411111" + String(1_000_000_000 + number).dropFirst()
        let sum = digits.utf8.reversed().enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element - 48) * (digit.offset % 2 == 0 ? 2 : 1)
            return sum + (value > 9 ? value - 9 : value)
        }
        return digits + "\((10 - sum % 10) % 10)"
    }
}
