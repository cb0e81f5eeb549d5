internal import PGWWire
internal import Payments
internal import TokenVault

/// `cancelTransaction`: ends a session that nothing was paid in (payments.md §2.1).
struct CancelTransactionOperation: SessionOperation {
    let name = "canceltransaction"
    let finder: SessionFinder
    let cashier: Cashier
    let clock: WallClock

    func answer(_ query: SessionQuestion, _ session: FoundSession, _ call: CallContext) async throws -> Answer {
        let payment = Payment(
            invoice: session.record.invoice, amount: session.amount,
            currency: session.currencyCode, submitted: clock.now())
        let merchant = session.merchant.id
        guard let kept = try await cashier.cancel(session.record, payment) else {
            return .refused(Refusal(code: .paymentExpired), merchant: merchant)
        }
        let code = kept.state.cancellationCode
        guard code == .success else { return .refused(Refusal(code: code), merchant: merchant) }
        var response = CancelTransactionResponse()
        response.invoiceNo = session.record.invoice
        response.channelCode = kept.payment.channel
        return .response(response, merchant: merchant)
    }
}
