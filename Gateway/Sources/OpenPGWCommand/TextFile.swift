internal import Foundation
internal import TokenVault

/// A file, or standard input, that a person has written.
enum TextFile {
    /// - Parameter path: `-` for standard input.
    /// - Throws: ``Refused``, naming the file, for one that cannot be read or is not UTF-8.
    static func read(_ path: String) throws -> [UInt8] {
        let data = path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
        guard let data else { throw Refused("\(path) cannot be read") }
        if let problem = Texts.encodingProblem(data) { throw Refused("\(name(path)) \(problem)") }
        return Array(data)
    }

    static func name(_ path: String) -> String { path == "-" ? "standard input" : path }
}
