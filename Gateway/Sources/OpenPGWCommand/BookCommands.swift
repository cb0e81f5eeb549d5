internal import ArgumentParser
internal import CardBooks
internal import Foundation
internal import TokenVault

extension TokenCommand {
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring a book of cards in, however large.",
            discussion: """
                The file is JSON Lines, CSV with a row of names, or a sealed book that `openpgw token export` wrote. Names are \
                token, tokenProvider, channelCode, accountNo, expiry, name, email, accountIssuer, accountIssuerCountry, \
                accountCurrency and created; accountNo, expiry and name make a card. A token that is given keeps its value.

                An import that was ended in the middle goes on where it was when it is started again; one that is done is not \
                done twice. Both are told by what the file holds: a file that was changed is another book, and stores its cards \
                anew, but for those that name a token. Lines that cannot be stored go to a file of rejects, by number and reason: \
                mend those in a file of their own.
                """)
        @OptionGroup var node: NodeOptions
        @Option(help: "Whose the cards are to be.") var merchant: String
        @Argument(help: "The book.") var file: String
        @Option(help: ArgumentHelp("The private key that opens a sealed book, PEM.", valueName: "file")) var key: String?
        @Option(help: ArgumentHelp("(default: the book's name and .rejects.jsonl)", valueName: "file")) var rejects: String?

        func run() async throws {
            let key = try key.map(KeyFile.privateKey)
            let node = try await Node.open(try node.settings(), for: .changing)
            let owner = try await node.merchant(merchant)
            let rejects = rejects ?? file + ".rejects.jsonl"
            let display = ProgressDisplay("Reading \(file)")
            let last = Locked<ImportRecord?>(nil)
            let done: ImportRecord
            do {
                done = try await BookImport(vault: node.vault, store: node.store, merchant: owner)
                    .run(file, key: key, rejects: rejects) { progress in
                        last.withLock { $0 = progress.record }
                        display.show(
                            part: progress.record.isFinished ? 1 : Double(progress.record.offset) / Double(max(1, progress.size)),
                            count: progress.record.lines, since: progress.resumedAt)
                    }
            } catch {
                display.end()
                if let record = last.withLock({ $0 }) {
                    Terminal.note("\(record.stored) cards of the book were stored before this:")
                }
                throw error
            }
            display.end()
            if !display.hasShown {
                Terminal.note("This book was brought in before, and nothing is done again. What was done then:")
            }
            Terminal.print("\(done.stored) stored, \(done.present) there already, \(done.rejected) rejected")
            if done.rejected > 0 {
                Terminal.note("The rejected lines, and why: \(rejects)")
                throw ExitCode(1)
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a merchant's book of cards, sealed to a recipient.",
            discussion: """
                Each line of the file is a JWE to the recipient's public key. Only the private key opens it: for example in \
                `openpgw token import --key`. Card numbers never reach the disk in clear.
                """)
        @OptionGroup var node: NodeOptions
        @Option(help: "Whose cards.") var merchant: String
        @Option(help: ArgumentHelp("The recipient's public key, PEM.", valueName: "file")) var recipient: String
        @Argument(help: "The book to write; it must not exist.") var file: String

        func run() async throws {
            let recipient = try KeyFile.publicKey(recipient)
            let node = try await Node.open(try node.settings(), for: .reading)
            let owner = try await node.merchant(merchant)
            let total = try await node.store.tokenCount(of: owner.id)
            let display = ProgressDisplay("Writing \(file)")
            let count = try await BookExport(vault: node.vault, merchant: owner.id).run(file, to: recipient) { count in
                display.show(part: Double(count) / Double(max(1, total)), count: count, since: 0)
            }
            display.end()
            Terminal.print("\(count) written")
        }
    }
}

/// Shows how far long work is: a bar on a terminal, a line every few seconds elsewhere.
final class ProgressDisplay: Sendable {
    private struct State {
        var shown = ContinuousClock.now
        var isUsed = false
        var width = 0
    }

    private let words: String
    private let unit: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let started = ContinuousClock.now
    private let state = Locked(State())

    /// - Parameter unit: What is counted.
    init(_ words: String, unit: String = "cards") {
        self.words = words
        self.unit = unit
        if isTerminal { write("\(words) …") } else { Terminal.note("\(words).") }
    }

    /// - Parameters:
    ///   - part: From 0 to 1.
    ///   - count: What is done with.
    ///   - since: Those of them that another run did.
    func show(part: Double, count: Int, since: Int) {
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            state.isUsed = true
            guard now - state.shown >= (isTerminal ? .milliseconds(100) : .seconds(5)) else { return false }
            state.shown = now
            return true
        }
        guard isDue else { return }
        let elapsed = (now - started) / .seconds(1)
        let rate = Double(count - since) / max(0.001, elapsed)
        let left = part > 0.001 ? "\(Self.time(elapsed * (1 - part) / part)) left" : ""
        let text = "\(Int(part * 100)) %, \(count) \(unit), \(Int(rate)) a second, \(left)"
        if isTerminal {
            let filled = min(30, Int(part * 30))
            write("[\(String(repeating: "█", count: filled))\(String(repeating: "░", count: 30 - filled))] \(text)")
        } else {
            Terminal.note("\(words): \(text)")
        }
    }

    /// Whether there was anything to show.
    var hasShown: Bool { state.withLock { $0.isUsed } }

    func end() { if isTerminal { write("") } }

    private func write(_ text: String) {
        let padding = state.withLock { state in
            defer { state.width = text.count }
            return max(0, state.width - text.count)
        }
        let line = "\r\(text)\(String(repeating: " ", count: padding))" + (text.isEmpty ? "\r" : "")
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }

    private static func time(_ seconds: Double) -> String {
        let seconds = Int(seconds.rounded(.up))
        return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }
}
