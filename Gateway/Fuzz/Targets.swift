internal import Foundation

/// One input of the fuzzer. Whatever it is, a target must return; a property that does not hold ends the process.
typealias FuzzTarget = @Sendable ([UInt8]) -> Void

/// Every parser of outside bytes, by the name `FUZZ_TARGET` gives.
let targets: [String: FuzzTarget] = [
    "jws": fuzzJWS,
    "bodies": fuzzBodies,
    "payment-tokens": PaymentTokens().fuzz,
    "cards": fuzzCards,
    "jwe": fuzzJWE,
    "ps256": fuzzPS256,
    "pem": fuzzPEM,
    "books": fuzzBooks,
]

private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let target = targets[name] else {
        FileHandle.standardError.write(Data("FUZZ_TARGET is one of \(targets.keys.sorted().joined(separator: ", "))\n".utf8))
        exit(2)
    }
    return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

/// Ends the process where a property does not hold, which is what the fuzzer looks for.
func require(_ holds: Bool, _ property: String) {
    if !holds { fatalError(property) }
}
