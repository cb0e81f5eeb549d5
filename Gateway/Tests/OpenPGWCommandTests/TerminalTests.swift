import PGWTesting
import Testing

@testable import openpgw

@Suite("What a terminal shows")
struct TerminalTests {
    @Test(
        "a text is as wide as a terminal shows it",
        arguments: [
            ("abc", 3), ("", 0), ("李小龍", 6), ("สมชาย", 5), ("กี่น้ำ", 3), ("José", 4), ("Jose\u{301}", 4), ("ｱｲｳ", 3), ("ＡＢ", 4),
            ("👨‍👩‍👧", 2),
            ("👍🏽", 2), ("❤️", 2), ("한글", 4), ("a\u{200B}b", 2), ("─", 1), ("🇹🇭", 2),
        ])
    func width(_ text: String, _ columns: Int) { #expect(DisplayWidth.of(text) == columns) }

    @Test("columns stand under each other, whatever the names are made of")
    func table() {
        let table = Terminal.table(
            ["name", "status"], [["李小龍", "A"], ["สมชาย ใจดี", "A"], ["O’Neill 👍🏽", "A"], ["A\u{202E}B", "A"]])
        let lines = table.split(separator: "\n").map(String.init)
        #expect(Set(lines.map { DisplayWidth.of($0) }).count == 1)
        #expect(lines[5].hasPrefix("A·B"))
    }
}
