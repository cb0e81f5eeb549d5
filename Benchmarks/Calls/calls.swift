// Calls one after the other of the Swift SDK: calls GATEWAY PAYMENTTOKEN COUNT. Prints microseconds a call.

import Foundation
import PGW

@main
struct Calls {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let gateway = URL(string: arguments[1]), let calls = Int(arguments[3]) else { exit(2) }
        PGWSDK.initialize(params: PGWSDKParamsBuilder(gateway: gateway).build())
        var started = Date()
        // Three times as many go before: a JVM compiles what it runs, for some ten thousand calls.
        for call in -3 * calls..<calls {
            if call == 0 { started = Date() }
            let response = try await PGWSDK.shared.customerTokenInfo(paymentToken: arguments[2])
            guard response.responseCode == APIResponseCode.APISuccess else { exit(1) }
        }
        print(String(format: "%.1f", Date().timeIntervalSince(started) * 1_000_000 / Double(calls)))
    }
}
