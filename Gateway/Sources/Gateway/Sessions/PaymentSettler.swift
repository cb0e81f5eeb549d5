internal import Logging
internal import Payments
internal import ServiceLifecycle
internal import TokenVault

/// Ends what was left in the middle while the gateway runs: payments whose node is gone, issuers that said nothing, payers who left.
struct PaymentSettler: Service {
    let cashier: Cashier
    let merchants: Merchants
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                do {
                    // Whatever is due now, a slice at a time.
                    while try await cashier.settle(merchants.find) > 0 {}
                } catch {
                    logger.error("settling payments failed", metadata: ["error": "\(error)"])
                }
                try await Task.sleep(for: .seconds(1))
            }
        }
    }
}
