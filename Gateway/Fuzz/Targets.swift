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
    "payments": fuzzPayments,
]

private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let target = targets[name] else {
        FileHandle.standardError.write(Data("FUZZ_TARGET is one of \(targets.keys.sorted().joined(separator: ", "))\n".utf8))
        exit(2)
    }
    return target
}()

/// Ends the process where a property does not hold, which is what the fuzzer looks for.
func require(_ holds: Bool, _ property: String) {
    if !holds { fatalError(property) }
}

/// What the package manager makes the program's `main`: the fuzzer's own loop around the target.
@_cdecl("openpgw_fuzz_main")
public func main(_ count: Int32, _ arguments: Arguments?) -> Int32 {
    var (count, arguments) = (count, arguments)
    return runDriver(&count, &arguments) { bytes, count in
        target(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
    }
}

public typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<Arguments?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
