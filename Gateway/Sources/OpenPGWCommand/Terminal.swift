internal import ArgumentParser
internal import Foundation
internal import TokenVault

/// A request the gateway or the vault refused, in words.
struct Refused: Error {
    let words: String

    init(_ words: String) { self.words = words }
}

/// What a person sees and types.
enum Terminal {
    /// A result, written at once, also into a pipe. One that cannot be written ends the program: it may be a secret that is
    /// shown once.
    static func print(_ line: String = "") {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
        } catch {
            note("openpgw: standard output cannot be written")
            exit(1)
        }
    }

    /// News that nobody need read.
    static func announce(_ line: String) { try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8)) }

    static func note(_ line: String) { try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8)) }

    /// Ends the program: 0 for help that was asked for, 2 for wrong usage, 1 for anything refused.
    static func leave(with error: any Error) -> Never {
        let code = OpenPGW.exitCode(for: error)
        if code == .success {
            print(OpenPGW.fullMessage(for: error))
            exit(0)
        }
        if code == .validationFailure {
            let message = OpenPGW.fullMessage(for: error)
            let repeats = Texts.holdsCardNumber(message)
            note(repeats ? "Error: A card number is never an argument; it is read from standard input." : message)
            exit(2)
        }
        // A command that has said already what there is to say.
        if let code = error as? ExitCode { exit(code.rawValue) }
        let words = (error as? Refused)?.words ?? "\(error)"
        note("openpgw: \(Texts.holdsCardNumber(words) ? "a card number stands where none belongs, and is not repeated" : words)")
        exit(1)
    }

    /// A line that must not be seen: prompted for without echo on a terminal, read from the pipe otherwise.
    static func secretLine(_ prompt: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            guard let line = Settings.trimmed(readLine()) else { throw Refused("standard input holds no \(prompt)") }
            return line
        }
        var settings = termios()
        tcgetattr(STDIN_FILENO, &settings)
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        try? FileHandle.standardError.write(contentsOf: Data("\(prompt): ".utf8))
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        let line = readLine()
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
        note("")
        guard let line, !line.isEmpty else { throw Refused("no \(prompt) was given") }
        return line
    }

    /// Columns as wide as their widest cell. What a cell holds cannot break the line or colour the terminal.
    static func table(_ header: [String], _ rows: [[String]]) -> String {
        let cells = ([header] + rows).map { $0.map(visible) }
        let widths = header.indices.map { column in cells.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        let lines = cells.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - DisplayWidth.of($0)) }.joined(separator: "  ")
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
    }

    static func visible(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { Texts.isPrintable($0) ? $0 : "·" }))
    }
}
