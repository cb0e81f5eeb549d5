internal import Foundation
internal import TokenVault

/// A file, or standard input, that a person has written.
enum TextFile {
    /// - Parameter path: `-` for standard input.
    /// - Throws: ``Refused``, naming the file, for one that cannot be read or is not UTF-8.
    static func read(_ path: String) throws -> [UInt8] {
        let data: Data
        do { data = try handle(path).readToEnd() ?? Data() } catch let refused as Refused { throw refused } catch {
            throw Refused("\(path) cannot be read: \(error.localizedDescription)")
        }
        if let problem = Texts.encodingProblem(data) { throw Refused("\(name(path)) \(problem)") }
        return Array(data)
    }

    /// Also of a pipe, such as a shell's `<(…)`.
    private static func handle(_ path: String) throws -> FileHandle {
        if path == "-" { return .standardInput }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw Refused("\(path) is not there") }
        if isFolder.boolValue { throw Refused("\(path) is a folder, and a file belongs here") }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw Refused("\(path) cannot be read: permission denied") }
        return handle
    }

    static func name(_ path: String) -> String { path == "-" ? "standard input" : path }
}
