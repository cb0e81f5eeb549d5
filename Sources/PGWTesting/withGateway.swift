internal import Foundation
internal import StrictJSON

#if canImport(Glibc)
internal import Glibc
#endif

#if os(macOS) || os(Linux)

/// How a test's gateway is started.
public struct GatewayOptions: Sendable {
    /// More options of `openpgw serve`.
    public var arguments: [String] = []
    /// More environment.
    public var environment: [String: String] = [:]
    /// A folder to keep the data in; `nil` for one that is removed afterwards.
    public var folder: String?
    /// The program; `nil` to find it: `OPENPGW_BINARY`, a build of this checkout, then `PATH`.
    public var binary: String?

    public init() {}
}

/// Runs a test against a real gateway: `openpgw serve --sandbox` on a free port, stopped and cleaned up afterwards.
///
/// ```swift
/// try await withGateway { gateway in
///     let token = try await gateway.backend().mint(request).paymentToken
///     // … as the app would
/// }
/// ```
///
/// Afterwards its log and files are searched for card numbers.
///
/// - Throws: What `body` throws; ``GatewayFailure`` when the gateway does not start; ``CardNumberLeaked``.
public func withGateway<Result>(
    _ options: GatewayOptions = GatewayOptions(), isolation: isolated (any Actor)? = #isolation,
    _ body: (TestGateway) async throws -> Result
) async throws -> Result {
    let scratch = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let folder = options.folder ?? scratch + "/data"
    let process = try GatewayProcess(
        binary: try options.binary ?? findGateway(),
        arguments: ["serve", "--sandbox", "--port", "0", "--data", folder] + options.arguments,
        environment: options.environment, output: scratch)
    do {
        let gateway = try await TestGateway.started(process, folder)
        let result = try await body(gateway)
        await process.stop()
        try searchForLeaks(scratch, folder)
        return result
    } catch {
        await process.stop()
        throw error
    }
}

extension TestGateway {
    static func started(_ process: GatewayProcess, _ folder: String) async throws -> TestGateway {
        let address = try await process.ready()
        let bare = TestGateway(address: address, merchants: [], folder: folder, process: process)
        let answer = try await bare.get("sandbox/merchants")
        let merchants = try JSON(parsing: Array(answer.body)).object?["merchants"]?.array ?? []
        return TestGateway(
            address: address,
            merchants: merchants.compactMap { entry in
                guard let id = entry.object?["merchantID"]?.string, let secret = entry.object?["secret"]?.string,
                    let currency = entry.object?["currencyCode"]?.string
                else { return nil }
                return Merchant(id: id, secret: secret, currency: currency)
            }, folder: folder, process: process)
    }
}

/// The card numbers the sandbox begins with: published test numbers.
public let sandboxCardNumbers = [
    "4111111111111111", "5555555555554444", "378282246310005", "3562808775869340", "6011111111111117",
]

private func searchForLeaks(_ output: String, _ data: String) throws {
    var leaks = try CardNumberLeaks.scan(folder: data, for: sandboxCardNumbers)
    for name in ["stdout", "stderr"] {
        let text = FileManager.default.contents(atPath: "\(output)/\(name)") ?? Data()
        leaks += CardNumberLeaks.scan(String(decoding: text, as: UTF8.self), in: name)
        leaks += CardNumberLeaks.scan(text, for: sandboxCardNumbers, in: name)
    }
    if !leaks.isEmpty { throw CardNumberLeaked(leaks: leaks) }
}

/// Finds `openpgw`.
///
/// - Throws: ``GatewayFailure`` that says how to build it.
public func findGateway() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["OPENPGW_BINARY"] { return path }
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    let builds = ["debug", "release"].map { "\(checkout)/Gateway/.build/\($0)/openpgw" }
    let path = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/openpgw" }
    guard let found = (builds + path).first(where: FileManager.default.isExecutableFile(atPath:)) else {
        throw GatewayFailure("there is no openpgw; build it with `make gateway`, or name it in OPENPGW_BINARY")
    }
    return found
}

#endif
