internal import Logging
internal import Payments
internal import ServiceLifecycle
internal import TokenVault

/// Does what is due while the gateway runs: ends payments whose node is gone, whose issuer said nothing or whose payer left, and makes the
/// charges of plans.
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
                    while try await cashier.chargePlans(merchants.find) > 0 {}
                } catch {
                    logger.error("settling payments failed", metadata: ["error": "\(error)"])
                }
                try await Task.sleep(for: .seconds(1))
            }
        }
    }
}
