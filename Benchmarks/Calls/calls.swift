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
        // A tenth goes before, to warm up.
        for call in -calls / 10..<calls {
            if call == 0 { started = Date() }
            let response = try await PGWSDK.shared.customerTokenInfo(paymentToken: arguments[2])
            guard response.responseCode == APIResponseCode.APISuccess else { exit(1) }
        }
        print(String(format: "%.1f", Date().timeIntervalSince(started) * 1_000_000 / Double(calls)))
    }
}
