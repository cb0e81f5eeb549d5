import Foundation
import PGW
import PGWMerchant
import PGWTesting
import Testing
import WireTesting

@testable import Gateway

/// Every code of `ResponseCode` that a client can get has something that produces it.
@Suite("Response codes")
struct ResponseCodesTests {
    /// Codes of the list of declines that say yes: no issuer declines with them.
    private static let approvals: Set<String> = ["4000", "4010", "4011", "4016", "4045", "4047", "4110", "4120", "4200"]

    private static let declines = ResponseCode.all.map(\.rawValue).filter {
        "45".contains($0.prefix(1)) && !approvals.contains($0)
    }

    @Test("the issuer of the sandbox declines with each code there is, and a backend is told it")
    func declined() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let told = try await withThrowingTaskGroup(of: (String, PaymentResult).self) { group in
                for code in Self.declines + Self.approvals {
                    group.addTask {
                        let (token, invoice) = try await shop.mint { $0.userDefined5 = "sim:decline=\(code)" }
                        _ = try await shop.pay(token, stored: "20052010380915759367")
                        return (code, try await shop.inquire(invoice))
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(Self.declines.count > 100)
            for code in Self.declines {
                #expect(told[code]?.responseCode == code && told[code]?.responseDescription.isEmpty == false, "\(code)")
            }
            for code in Self.approvals { #expect(told[code]?.responseCode == "0000", "\(code)") }
        }
    }

    @Test("each other code the gateway has a word for is produced by a test")
    func produced() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        func text(_ folders: [String], but file: String = "") -> String {
            folders.map { folder in
                let names = FileManager.default.enumerator(atPath: root.path + "/" + folder)?.compactMap { $0 as? String } ?? []
                return names.filter { $0.hasSuffix(".swift") && !$0.hasSuffix(file) || $0.hasSuffix(".py") }
                    .compactMap { try? String(contentsOfFile: "\(root.path)/\(folder)/\($0)", encoding: .utf8) }.joined()
            }.joined()
        }
        let declared = try String(contentsOfFile: root.path + "/Sources/PGWWire/ResponseCode.swift", encoding: .utf8)
        let gateway = text(["Gateway/Sources/Gateway", "Gateway/Sources/Payments", "Sources/PGWWire"], but: "ResponseCode.swift")
        let tests = text(["Gateway/Tests", "Tests/Outside", "Tests/PGWWireTests"], but: "ResponseCodesTests.swift")
        var count = 0
        for match in declared.matches(of: /static let (\w+) = ResponseCode\(rawValue: "(\d{4})"\)/) {
            let (name, code) = (String(match.1), String(match.2))
            guard gateway.contains(".\(name)") else { continue }
            count += 1
            #expect(tests.contains("\"\(code)\"") || tests.contains(".\(name)"), "\(code) \(name)")
        }
        #expect(count > 40)
    }
}
