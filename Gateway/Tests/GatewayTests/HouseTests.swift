import Foundation
import Testing

/// Rules of the house that a compiler does not check.
@Suite("The house")
struct HouseTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    private static func sources() throws -> [(path: String, lines: [String])] {
        try ["Sources", "Gateway/Sources"].flatMap { folder in
            let files = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? []
            return try files.filter { $0.hasSuffix(".swift") }.map { file in
                let text = try String(contentsOfFile: "\(root)/\(folder)/\(file)", encoding: .utf8)
                return ("\(folder)/\(file)", text.components(separatedBy: "\n"))
            }
        }
    }

    @Test("SEC-45 nothing in Sources can end the program on bad input, unless a comment proves that it cannot happen")
    func sec45NoTraps() throws {
        let sources = try Self.sources()
        #expect(sources.count > 80)
        let traps = /try!|as!|fatalError\(|preconditionFailure\(|@unchecked Sendable|nonisolated\(unsafe\)|\w\)!|[a-z"\]]![.,) ]/
        for (path, lines) in sources {
            for (index, line) in lines.enumerated() where line.contains(traps) {
                let code = line.trimmingCharacters(in: .whitespaces)
                if code.hasPrefix("//")
                    || code.contains("\"") && !code.contains("URL(string:") && !code.contains("HTTPField.Name(")
                {
                    continue
                }
                let around = lines[max(0, index - 6)...min(lines.count - 1, index + 2)]
                #expect(around.contains { $0.contains("//") }, "\(path):\(index + 1) \(code)")
            }
        }
    }

    @Test("arrows between the rooms point down only")
    func arrows() throws {
        let allowed = try Self.rooms()
        #expect(allowed.count > 12)
        var used: [String: Set<String>] = [:]
        let system: Set<String> = ["Foundation", "FoundationNetworking", "Dispatch", "Glibc"]
        for (path, lines) in try Self.sources() {
            let room = path.components(separatedBy: "/").prefix(path.hasPrefix("Gateway/") ? 3 : 2).joined(separator: "/")
            var modules = used[room] ?? []
            for line in lines {
                guard
                    let match = line.firstMatch(
                        of: /^\s*(?:@_?\w+(?:\(\w+\))? )?(?:public |internal |package )?import (?:struct )?(\w+)/)
                else { continue }
                modules.insert(String(match.1))
            }
            used[room] = modules
        }
        for (room, modules) in allowed {
            let imported = try #require(used[room], "\(room) is no folder").subtracting(system)
            #expect(imported == modules, "\(room) imports \(imported.sorted())")
        }
    }

    /// What CONTRIBUTING.md says that each room imports.
    private static func rooms() throws -> [String: Set<String>] {
        let text = try String(contentsOfFile: root + "/CONTRIBUTING.md", encoding: .utf8)
        var (rooms, folder): ([String: Set<String>], String) = ([:], "")
        for line in text.components(separatedBy: "\n") {
            if let head = line.firstMatch(of: /^\| `(\S*Sources)\/…` \|/) { folder = String(head.1) }
            if !line.hasPrefix("|") { folder = "" }
            guard !folder.isEmpty, let row = line.firstMatch(of: /^\| `(\w+)` \|.*\| (.*) \|$/) else { continue }
            let modules = String(row.2).replacingOccurrences(of: "`", with: "").components(separatedBy: ", ")
            if modules != ["all"] { rooms[folder + "/" + row.1] = modules == ["nothing"] ? [] : Set(modules) }
        }
        return rooms
    }
}
