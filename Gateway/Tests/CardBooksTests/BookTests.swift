import Foundation
import JOSE
import PGWTesting
import StoreTesting
import StrictJSON
import Testing
import TokenVault

@testable import CardBooks

/// Made once: making a key takes a while.
private let recipient: RSAPrivateKey = {
    do { return try RSAPrivateKey.generate(bits: 2048) } catch { fatalError("the system makes no keys: \(error)") }
}()

/// A vault of its own, and one merchant in it.
private struct Shop {
    let folder: String
    let store: any Store
    let vault: Vault
    let merchant: Merchant

    init(limit: Int? = nil, onePerCard: Bool = false, allowsTestCards: Bool = true) async throws {
        folder = try temporaryFolder()
        store = try await TestStore(in: folder).store
        let keyring = try await Keyring.open(master: try MasterKey.create(folder + "/master.key"), store: store)
        vault = Vault(keyring: keyring, store: store, clock: .system, allowsTestCards: allowsTestCards)
        var profile = try MerchantProfile(name: "A Shop", currency: "THB")
        profile.maximumTokens = limit
        profile.onePerCard = onePerCard
        merchant = try await Merchants(keyring: keyring, store: store).add("SHOP", profile)
    }

    func write(_ text: String, _ name: String = "book") throws -> String {
        let path = "\(folder)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @discardableResult
    func bring(_ path: String, key: RSAPrivateKey? = nil) async throws -> ImportRecord {
        try await BookImport(vault: vault, store: store, merchant: merchant)
            .run(path, key: key, rejects: folder + "/rejects") { _ in }
    }

    var rejects: [JSONObject] {
        get throws {
            let text = String(decoding: FileManager.default.contents(atPath: folder + "/rejects") ?? Data(), as: UTF8.self)
            #expect(CardNumberLeaks.scan(text, in: "rejects").isEmpty)
            return try text.split(separator: "\n").compactMap { try JSON(parsing: String($0)).object }
        }
    }

    /// The whole book in clear, line by line, for comparing.
    func book() async throws -> [JSON] {
        try await vault.book(of: "SHOP", after: "", limit: 1_000_000).map(BookLine.json)
    }
}

private let cards = """
    {"accountNo":"4111111111111111","expiry":"2031-05-31","name":"Somchai Jaidee","email":"somchai@example.com","token":"t-1"}
    {"accountNo":"5555555555554444","expiry":"12/30","name":"Malee Suksan","accountIssuer":"A Bank","accountIssuerCountry":"TH","token":"t-2"}
    {"channelCode":"TRUEMONEY","accountNo":"0812345678","name":"Somchai Jaidee","token":"t-3"}
    {"tokenProvider":"MA","accountNo":"5186001700008785","token":"t-4","created":"2020-01-02T03:04:05.678Z"}

    """

/// A file as another program writes it, and the words that say what is wrong with it.
struct OddBook: Sendable, CustomStringConvertible {
    let description: String
    let bytes: [UInt8]
    let words: String

    init(_ description: String, _ bytes: [UInt8], _ words: String) {
        self.description = description
        self.bytes = bytes
        self.words = words
    }

    init(_ text: String, _ words: String) { self.init(text, Array(text.utf8), words) }

    private static let object = #"{"accountNo":"4111111111111111","expiry":"12/30","name":"A Holder"}"#
    private static let row = "accountNo,expiry,name\n4111111111111111,12/30,A Holder\n"

    static let all: [OddBook] = [
        OddBook(row.replacing(",", with: ";"), "semicolons"), OddBook(row.replacing(",", with: "\t"), "tabs"),
        OddBook(row.replacing(",", with: "|"), "bars"), OddBook(row.replacing(",", with: ", "), "blanks around the names"),
        OddBook(row.replacing(",", with: "; "), "semicolons"), OddBook("sep=,\n" + row, "begins with sep="),
        OddBook("SEP=;\n" + row, "begins with sep="), OddBook(row.replacing("\n", with: "\r"), "CR alone"),
        OddBook("UTF-16, little end first", [0xFF, 0xFE] + row.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "UTF-16"),
        OddBook("UTF-16, big end first", [0xFE, 0xFF] + row.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, "UTF-16"),
        OddBook("UTF-16 without a mark", row.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "UTF-16"),
        OddBook("Latin 1 in the first row", Array("accountNo,expiry,nam".utf8) + [0xE9, 0x0A], "not UTF-8"),
        OddBook("4111111111111111,12/30,A Holder\n", "begins neither"), OddBook("accountNo,expiry,name,cvv\n", "column 4"),
        OddBook("accountNo,expiry,name,NAME\n", "twice"), OddBook("accountNo,\"expiry,name\n", "quote that is not closed"),
        OddBook("accountNo,ex\"piry\",name\n", "quote out of place"), OddBook("", "is empty"), OddBook("\n \t\n\r\n", "is empty"),
        OddBook("\u{FEFF}", "is empty"), OddBook("<?xml version=\"1.0\"?>\n<cards/>\n", "is XML or HTML"),
        OddBook("[\n" + object + "\n]\n", "jq -c '.[]'"), OddBook("[\(object)]", "jq -c '.[]'"),
        OddBook("{\n  \"accountNo\": \"4111111111111111\"\n}\n", "jq -c ."), OddBook(" {\t\r\n", "jq -c ."),
    ]
}

@Suite("Books of cards")
struct BookTests {
    @Test("JSON Lines come in: cards, wallets, others' tokens; those that have a token keep it")
    func jsonLines() async throws {
        let shop = try await Shop()
        let done = try await shop.bring(try shop.write(cards))
        #expect((done.stored, done.present, done.rejected, done.lines) == (4, 0, 0, 4))
        let stored = try await shop.vault.find(["t-1", "t-2", "t-3", "t-4"], of: "SHOP")
        #expect(stored.map(\.maskedAccount) == ["411111XXXXXX1111", "555555XXXXXX4444", "081XXX5678", "518600XXXXXX8785"])
        #expect(stored.map(\.channel) == ["CC", "CC", "TRUEMONEY", "CC"])
        #expect(stored[1].details.issuer == "A Bank")
    }

    @Test("CSV comes in, whatever the order of its names, with quotes, CRLF and a byte-order mark")
    func csv() async throws {
        let shop = try await Shop()
        let text =
            "\u{FEFF}name,token,expiry,accountNo\r\n\"Jaidee, \"\"Som\"\"\",t-1,05/31,4111 1111 1111 1111\r\nB,t-2,2030-12,5555555555554444"
        let done = try await shop.bring(try shop.write(text))
        #expect((done.stored, done.rejected) == (2, 0))
        #expect(try await shop.vault.find(["t-1"], of: "SHOP").first?.name == "Jaidee, \"Som\"")
    }

    @Test("a book that is done is not done twice, and the same cards in another file are there already")
    func idempotent() async throws {
        let shop = try await Shop()
        let path = try shop.write(cards)
        let first = try await shop.bring(path)
        #expect(try await shop.bring(path) == first)
        let other = try await shop.bring(try shop.write(cards + "\n", "other"))
        #expect((other.stored, other.present) == (0, 4))
        #expect(try await shop.store.tokenCount(of: "SHOP") == 4)
    }

    @Test("lines that cannot be stored go to the rejects with their number and reason, and the rest is stored")
    func rejects() async throws {
        let shop = try await Shop()
        let lines: [(text: String, field: String?)] = [
            (#"{"accountNo":"4111111111111112","expiry":"05/31","name":"A"}"#, "accountNo"),
            (#"{"accountNo":"4111111111111111","expiry":"13/31","name":"A"}"#, "expiry"),
            (#"{"accountNo":"4111111111111111","expiry":"05/31"}"#, "name"),
            (#"{"accountNo":"4111111111111111","expiry":"05/31","name":"4111111111111111"}"#, "name"),
            (#"{"accountNo":["4111111111111111"],"expiry":"05/31","name":"A"}"#, "accountNo"),
            (#"{"accountNo":"4111111111111111","4111111111111111":"x"}"#, nil), (#"["4111111111111111"]"#, nil),
            (#"{"accountNo":"4111111111111111""#, nil), (#"{"accountNo":"a","accountNo":"b"}"#, nil), ("4111111111111111", nil),
            (#"{"accountNo":"4111111111111111","expiry":"05/31","name":"A","token":"5555555555554444"}"#, "token"),
            (#"{"tokenProvider":"ZZ","accountNo":"4111111111111111"}"#, "tokenProvider"),
            (#"{"accountNo":"4111111111111111","expiry":"05/31","name":"A","created":"yesterday"}"#, "created"),
            (#"{"accountNo":"4111111111111111","expiry":"05/31","name":"A","created":"2026-02-03T10:60:00.000Z"}"#, "created"),
            (#"{"accountNo":"\#(String(repeating: "4", count: 20_000))"}"#, nil),
            (#"{"accountNo":"5555555555554444","expiry":"05/31","name":"A","token":"t"}"#, "token"),
            // The last line, without a line break behind it.
            (String(repeating: "4", count: 20_000), nil),
        ]
        let good = #"{"accountNo":"4111111111111111","expiry":"05/31","name":"A","token":"t"}"#
        let text = ([good] + lines.map(\.text)).joined(separator: "\n")
        let done = try await shop.bring(try shop.write(text))
        #expect((done.stored, done.rejected) == (1, lines.count))
        let rejects = try shop.rejects
        #expect(rejects.compactMap { $0["line"]?.number?.int } == Array(2...lines.count + 1))
        #expect(rejects.map { $0["field"]?.string } == lines.map(\.field))
        #expect(rejects.allSatisfy { !($0["reason"]?.string ?? "").isEmpty })
    }

    @Test("what the merchant or the profile forbids is rejected; one token per card holds")
    func rules() async throws {
        let few = try await Shop(limit: 2)
        let done = try await few.bring(try few.write(cards))
        #expect((done.stored, done.rejected) == (2, 2))
        let strict = try await Shop(allowsTestCards: false)
        #expect(try await strict.bring(try strict.write(cards)).rejected == 2)
        let once = try await Shop(onePerCard: true)
        let line = #"{"accountNo":"4111111111111111","expiry":"05/31","name":"A"}"# + "\n"
        let three = try await once.bring(try once.write(line + line + line))
        #expect((three.stored, three.present) == (1, 2))
    }

    @Test(
        "a file that is no book is refused in one line",
        arguments: ["accountNo,colour\n", "name,name\n", "\"x\n", "hello", "accountNo;expiry;name\n4111111111111111;05/31;A"])
    func noBook(_ text: String) async throws {
        let shop = try await Shop()
        await #expect { try await shop.bring(try shop.write(text)) } throws: { error in
            !"\(error)".contains("\n") && CardNumberLeaks.scan("\(error)", in: "error").isEmpty
        }
        for path in ["/nowhere", shop.folder] { await #expect(throws: VaultError.self) { try await shop.bring(path) } }
    }

    @Test("an export opens for its recipient alone, and comes back as the same book")
    func roundTrip() async throws {
        let shop = try await Shop()
        try await shop.bring(try shop.write(cards))
        let more = (0..<2100).map { #"{"accountNo":"4111111111111111","expiry":"2031-05","name":"Holder \#($0)"}"# }
        try await shop.bring(try shop.write(more.joined(separator: "\n"), "more"))
        let path = shop.folder + "/sealed"
        let export = BookExport(vault: shop.vault, merchant: "SHOP")
        #expect(try await export.run(path, to: recipient.publicKey) { _ in } == 2104)
        await #expect(throws: VaultError.self) { try await export.run(path, to: recipient.publicKey) { _ in } }
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        #expect(CardNumberLeaks.scan(bytes, for: ["4111111111111111", "5555555555554444"], in: "export").isEmpty)
        #expect(!bytes.contains(Data("Somchai".utf8)))

        let other = try await Shop()
        await #expect(throws: VaultError.self) { try await other.bring(path) }
        await #expect(throws: VaultError.self) { try await other.bring(path, key: try RSAPrivateKey.generate(bits: 2048)) }
        let done = try await other.bring(path, key: recipient)
        #expect((done.stored, done.rejected) == (2104, 0))
        #expect(try await other.book() == shop.book())
    }

    @Test("a sealed book that was cut, shuffled or lengthened is refused")
    func damaged() async throws {
        let shop = try await Shop()
        let lines = (0..<2500).map { #"{"accountNo":"4111111111111111","expiry":"2031-05","name":"Holder \#($0)"}"# }
        try await shop.bring(try shop.write(lines.joined(separator: "\n")))
        let path = shop.folder + "/sealed"
        _ = try await BookExport(vault: shop.vault, merchant: "SHOP").run(path, to: recipient.publicKey) { _ in }
        let parts = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(parts.count == 3)
        for wrong in [
            [parts[0], parts[1]], [parts[0], parts[2], parts[1]], [parts[1], parts[2]], [parts[0], parts[1], parts[1], parts[2]],
            parts + [parts[2]], [parts[0], parts[1].replacing(".", with: ".A", maxReplacements: 1), parts[2]],
        ] {
            let other = try await Shop()
            await #expect(throws: VaultError.self) {
                try await other.bring(try other.write(wrong.joined(separator: "\n")), key: recipient)
            }
        }
    }

    @Test("a part without lines before the last is refused, and nothing behind it is lost unnoticed")
    func emptyPart() async throws {
        let shop = try await Shop()
        let line = try JSON(parsing: #"{"accountNo":"4111111111111111","expiry":"2031-05","name":"A"}"#)
        let parts = try [
            SealedPart(book: "b", first: 0, isLast: false, lines: []),
            SealedPart(book: "b", first: 0, isLast: true, lines: [line]),
        ].map { String(decoding: try $0.sealed(to: recipient.publicKey), as: UTF8.self) }
        let path = try shop.write(parts.joined(separator: "\n"))
        await #expect(throws: VaultError.self) { try await shop.bring(path, key: recipient) }
        let last = try shop.write(parts[1], "last")
        #expect(try await shop.bring(last, key: recipient).stored == 1)
    }

    @Test("rejects never take the place of another file, of the book, or of what was rejected before")
    func rejectsFile() async throws {
        let shop = try await Shop()
        let path = try shop.write("{}\n")
        func bring(_ rejects: String) async throws {
            _ = try await BookImport(vault: shop.vault, store: shop.store, merchant: shop.merchant)
                .run(path, key: nil, rejects: rejects) { _ in }
        }
        let other = try shop.write("precious", "other")
        try FileManager.default.createSymbolicLink(atPath: shop.folder + "/link", withDestinationPath: other)
        try FileManager.default.linkItem(atPath: other, toPath: shop.folder + "/hard")
        mkfifo(shop.folder + "/pipe", 0o600)
        for wrong in [other, path, shop.folder + "/link", shop.folder + "/hard", shop.folder + "/pipe", shop.folder] {
            await #expect(throws: VaultError.self, "\(wrong)") { try await bring(wrong) }
        }
        #expect(try String(contentsOfFile: other, encoding: .utf8) == "precious")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "{}\n")
        try await bring(shop.folder + "/rejects")
        #expect(try shop.rejects.count == 1)

        // A second book whose first rejects are gone when it goes on.
        let lines = (0..<1500).map {
            $0 == 1200 || $0 == 3 ? "x" : #"{"accountNo":"4111111111111111","expiry":"2031-05","name":"A"}"#
        }
        let long = try shop.write(lines.joined(separator: "\n"), "long")
        let failing = StoppingStore(inner: shop.store, after: 1)
        let gone = shop.folder + "/gone"
        _ = try? await BookImport(vault: shop.vault, store: failing, merchant: shop.merchant).run(long, key: nil, rejects: gone) {
            _ in
        }
        try FileManager.default.removeItem(atPath: gone)
        await #expect {
            try await BookImport(vault: shop.vault, store: shop.store, merchant: shop.merchant).run(long, key: nil, rejects: gone)
            { _ in }
        } throws: { "\($0)".contains("lacks what was rejected before") }
    }

    @Test("an import goes on where it was ended, and rejects nothing twice", arguments: [0, 1, 2])
    func resumes(_ chunks: Int) async throws {
        let shop = try await Shop()
        let lines = (0..<3500).map { number in
            number % 100 == 7 ? "nonsense" : #"{"accountNo":"4111111111111111","expiry":"2031-05","name":"Holder \#(number)"}"#
        }
        let path = try shop.write(lines.joined(separator: "\n"))
        struct Stopped: Error {}
        let failing = StoppingStore(inner: shop.store, after: chunks)
        await #expect(throws: VaultError.self) {
            try await BookImport(vault: shop.vault, store: failing, merchant: shop.merchant)
                .run(path, key: nil, rejects: shop.folder + "/rejects") { _ in }
        }
        #expect(try await shop.store.tokenCount(of: "SHOP") == chunks * 990)
        let done = try await shop.bring(path)
        #expect((done.stored, done.rejected, done.lines) == (3465, 35, 3500))
        #expect(try await shop.store.tokenCount(of: "SHOP") == 3465)
        #expect(try shop.rejects.compactMap { $0["line"]?.number?.int } == (0..<35).map { $0 * 100 + 8 })
    }
}

@Suite("Two imports of one book")
struct ConcurrentImportTests {
    @Test("one of two at the same time wins, and no card is stored twice")
    func together() async throws {
        let shop = try await Shop()
        let lines = (0..<4000).map { #"{"accountNo":"4111111111111111","expiry":"2031-05","name":"Holder \#($0)"}"# }
        let path = try shop.write(lines.joined(separator: "\n"))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { _ = try? await shop.bring(path) } }
        }
        #expect(try await shop.bring(path).stored == 4000)
        #expect(try await shop.store.tokenCount(of: "SHOP") == 4000)
    }
}

/// Fails once some chunks were stored, after the rejects of the next were written: as a crash would.
private struct StoppingStore: ImportStore {
    let inner: any ImportStore
    let after: Int
    let count = Locked(0)

    init(inner: any ImportStore, after: Int) {
        self.inner = inner
        self.after = after
    }

    func progress(of id: String) async throws(VaultError) -> ImportRecord? { try await inner.progress(of: id) }

    func insert(
        _ records: [TokenRecord], after progress: ImportRecord, limit: Int?,
        note: @escaping @Sendable ([InsertOutcome]) throws(VaultError) -> ImportRecord
    ) async throws(VaultError) {
        let isLast = count.withLock { count in
            defer { count += 1 }
            return count >= after
        }
        try await inner.insert(records, after: progress, limit: limit) { outcomes throws(VaultError) in
            let record = try note(outcomes)
            if isLast { throw VaultError(.store, "the power went out") }
            return record
        }
    }
}

@Suite("Rows of CSV")
struct CSVRowTests {
    @Test(
        "fields are told apart",
        arguments: [
            ("a,b", ["a", "b"]), ("", [""]), (",", ["", ""]), ("\"a,b\",c", ["a,b", "c"]), ("\"\"", [""]), ("\"\"\"\"", ["\""]),
            ("a, b ", ["a", " b "]), ("\"a\",", ["a", ""]), ("é,日", ["é", "日"]),
        ])
    func fields(_ row: String, _ fields: [String]) throws { #expect(try CSVRow.fields(Array(row.utf8)) == fields) }

    @Test(
        "quotes out of place or open, and bytes that are no text, are refused, each by its own name",
        arguments: [
            ("\"", CSVRow.Problem.open), ("\"a", .open), ("a,\"b,c", .open), ("\"a\"b", .astray), ("a\"b\"", .astray),
            ("\"a\" ,b", .astray),
        ])
    func wrong(_ row: String, _ problem: CSVRow.Problem) {
        #expect(throws: problem) { try CSVRow.fields(Array(row.utf8)) }
        #expect(throws: CSVRow.Problem.encoding) { try CSVRow.fields([0xFF]) }
    }
}

@Suite("Books of other programs")
struct OddBookTests {
    @Test("a book that is no book says what was seen and what would be right, and repeats nothing of it", arguments: OddBook.all)
    func refused(_ book: OddBook) async throws {
        let shop = try await Shop()
        let path = shop.folder + "/book"
        try Data(book.bytes).write(to: URL(fileURLWithPath: path))
        await #expect {
            try await shop.bring(path)
        } throws: { error in
            "\(error)".contains(book.words) && CardNumberLeaks.scan("\(error)", in: "error").isEmpty
        }
    }

    @Test("names have any case, and digits need no quotes")
    func lenient() async throws {
        let shop = try await Shop()
        let csv = try await shop.bring(try shop.write("AccountNo,EXPIRY,name\n4111111111111111,12/30,A Holder\n", "a"))
        #expect(csv.stored == 1)
        let json = try await shop.bring(
            try shop.write(#"{"AccountNo":5555555555554444,"Expiry":"2030-12","Name":"A Holder"}"#, "b"))
        #expect(json.stored == 1)
        let twice = try await shop.bring(
            try shop.write(#"{"accountNo":"5555555555554444","ACCOUNTNO":"1","expiry":"2030-12","name":"A"}"#, "c"))
        #expect(twice.rejected == 1)
    }

    @Test(
        "blank lines go before a book's first, and lines keep their numbers", arguments: ["", "\n", " \t\n\r\n", "\u{FEFF}\n\n"])
    func blankLines(_ before: String) async throws {
        let rows = "4111111111111111,12/30,A Holder\n\n4111111111111112,12/30,A Holder\n"
        let objects = #"{"accountNo":"4111111111111111","expiry":"12/30","name":"A","email":null}"# + "\n\n{}\n"
        let blank = before.utf8.count { $0 == UInt8(ascii: "\n") }
        for (book, wrong) in [("accountNo,expiry,name\n" + rows, 4), (objects, 3)] {
            let shop = try await Shop()
            let done = try await shop.bring(try shop.write(before + book))
            #expect((done.stored, done.rejected, done.lines) == (1, 1, blank + wrong))
            #expect(try shop.rejects.first?["line"]?.number?.int == blank + wrong)
        }
        let shop = try await Shop()
        try await shop.bring(try shop.write(objects))
        _ = try await BookExport(vault: shop.vault, merchant: "SHOP").run(shop.folder + "/sealed", to: recipient.publicKey) { _ in
        }
        let sealed = try String(contentsOfFile: shop.folder + "/sealed", encoding: .utf8)
        let other = try await Shop()
        #expect(try await other.bring(try other.write(before + sealed), key: recipient).stored == 1)
    }

    @Test(
        "a number that a spreadsheet cut is told from one that is wrong",
        arguments: ["4.11111E+15", "4,11E+15", "4e15", "4.1e15"])
    func shortened(_ number: String) async throws {
        let shop = try await Shop()
        let done = try await shop.bring(try shop.write("accountNo,expiry,name\n\"\(number)\",12/30,A\n"))
        #expect(done.rejected == 1)
        let reject = try #require(try shop.rejects.first)
        #expect(reject["field"] == "accountNo")
        #expect(reject["reason"]?.string?.contains("spreadsheet") == true)
    }

    @Test("a line that is not UTF-8, or holds what no card has, is rejected by its number and field")
    func lines() async throws {
        let shop = try await Shop()
        var book = Array("accountNo,expiry,name\n".utf8)
        book += Array("4111111111111111,12/30,Caf".utf8) + [0xE9, 0x0A]
        for line in [
            "4111111111111111,1//30,A", "4111111111111111,/1/30,A", "4111111111111111,12/-3,A", "4111111111111111,2030-02-30,A",
            "4111111111111111,12/30,4111.1111.1111.1111", "4111111111111111,12/30, ", "4111111111111111,12/30,A\u{202E}B",
            "4111111111111111,12/30,\(String(repeating: "กี่", count: 16))\(String(repeating: "น้", count: 8))",
            "4111111111111111, 12/30,A",
        ] { book += Array((line + "\n").utf8) }
        let path = shop.folder + "/book"
        try Data(book).write(to: URL(fileURLWithPath: path))
        let done = try await shop.bring(path)
        #expect((done.stored, done.rejected) == (1, 9))
        let rejects = try shop.rejects
        #expect(rejects.compactMap { $0["line"]?.number?.int } == [2, 3, 4, 5, 6, 7, 8, 9, 11])
        #expect(rejects[0]["reason"]?.string?.contains("not UTF-8") == true)
        #expect(
            rejects.dropFirst().compactMap { $0["field"]?.string } == [
                "expiry", "expiry", "expiry", "expiry", "name", "name", "name", "expiry",
            ])
        #expect(rejects.last?["reason"]?.string?.contains("begins with a blank") == true)
    }
}
