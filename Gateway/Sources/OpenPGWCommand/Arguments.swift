internal import ArgumentParser

/// What the program was started with.
enum Arguments {
    static func read() throws -> [String] {
        try check()
        let arguments = Array(CommandLine.arguments.dropFirst())
        try checkCommand(arguments)
        return joined(arguments)
    }

    /// Bytes that are no UTF-8 become other characters in `CommandLine.arguments`: a name would be stored as something it is not.
    private static func check() throws {
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let bytes = CommandLine.unsafeArgv[index] else { continue }
            if String(validatingCString: bytes) == nil {
                throw Refused("argument \(index) is not UTF-8; set the terminal to UTF-8, or convert it with iconv")
            }
        }
    }

    /// The parser says of a command that is not there only that it did not expect it.
    static func checkCommand(_ arguments: [String]) throws {
        var commands = OpenPGW.configuration.subcommands
        for argument in arguments {
            let names = commands.map { $0._commandName }
            guard !names.isEmpty, !argument.hasPrefix("-"), argument != "help" else { return }
            guard let next = commands.first(where: { $0._commandName == argument }) else {
                let nearest = names.min { distance(argument, $0) < distance(argument, $1) } ?? ""
                throw ValidationError(
                    "There is no command '\(argument)'; did you mean '\(nearest)'? The commands are \(names.joined(separator: ", "))."
                )
            }
            commands = next.configuration.subcommands
        }
    }

    /// A number below zero is the value of the option before it, and no option: what takes the value says what is wrong with it.
    static func joined(_ arguments: [String]) -> [String] {
        arguments.reduce(into: []) { all, argument in
            if let option = all.last, option.hasPrefix("--"), option.count > 2, !option.contains("="),
                argument.first == "-", argument.dropFirst().first?.isNumber == true
            {
                all[all.count - 1] = "\(option)=\(argument)"
            } else {
                all.append(argument)
            }
        }
    }

    /// How many letters to change, leave out or put in (Levenshtein).
    private static func distance(_ one: String, _ other: String) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for letter in one {
            var next = [row[0] + 1]
            for index in other.indices {
                next.append(min(row[index + 1] + 1, next[index] + 1, row[index] + (letter == other[index] ? 0 : 1)))
            }
            row = next
        }
        return row[other.count]
    }
}
