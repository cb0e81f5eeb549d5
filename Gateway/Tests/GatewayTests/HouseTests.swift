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
    func noTraps() throws {
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
        let allowed: [String: Set<String>] = [
            "Sources/StrictJSON": [], "Sources/Texts": [], "Sources/HTTPTransport": [],
            "Sources/PGWWire": ["StrictJSON", "Texts"],
            "Sources/JOSE": ["StrictJSON", "Crypto", "CryptoExtras", "SwiftASN1"],
            "Sources/PGW": ["PGWWire", "StrictJSON", "HTTPTransport"],
            "Sources/PGWC": ["PGW", "StrictJSON"],
            "Sources/PGWMerchant": ["PGWWire", "StrictJSON", "JOSE", "HTTPTransport"],
            "Sources/PGWTesting": ["PGW", "PGWMerchant", "StrictJSON", "HTTPTransport"],
            "Gateway/Sources/TokenVault": ["Texts", "Crypto", "Synchronization"],
            "Gateway/Sources/SQLiteStore": ["TokenVault", "CSQLite3", "Synchronization"],
            "Gateway/Sources/CardBooks": ["TokenVault", "JOSE", "StrictJSON", "Crypto"],
            "Gateway/Sources/Gateway": [
                "PGWWire", "StrictJSON", "JOSE", "TokenVault", "Crypto", "HummingbirdCore", "HummingbirdTLS",
                "Logging",
                "NIOCore", "NIOHTTP1", "NIOPosix", "UnixSignals", "NIOSSL", "ServiceLifecycle", "Synchronization",
            ],
        ]
        let system: Set<String> = ["Foundation", "FoundationNetworking", "Dispatch", "Glibc"]
        for (path, lines) in try Self.sources() {
            guard let (_, rooms) = allowed.first(where: { path.hasPrefix($0.key + "/") }) else { continue }
            for line in lines {
                guard let match = line.firstMatch(of: /^\s*(?:@\w+ )?(?:public |internal |package )?import (?:struct )?(\w+)/)
                else { continue }
                let module = String(match.1)
                #expect(rooms.union(system).contains(module), "\(path) imports \(module)")
            }
        }
    }
}
