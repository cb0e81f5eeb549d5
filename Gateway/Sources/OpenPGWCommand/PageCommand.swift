internal import ArgumentParser
internal import Gateway

struct PageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page", abstract: "The page that payers see.", subcommands: [Hashes.self])

    struct Hashes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the page's files, with their hashes and why they are there.",
            discussion: """
                For the inventory of scripts that PCI DSS 4.0.1 asks for (6.4.3), and to compare with what a browser got (11.6.1). The \
                hashes are those that the page itself names, so that a browser runs nothing else (W3C Subresource Integrity).
                """)

        func run() async throws {
            Terminal.print(
                Terminal.table(
                    ["file", "integrity", "what it is for"],
                    PageFile.all.map { ["/pgw/\($0.name)", $0.integrity, $0.purpose] }))
        }
    }
}
