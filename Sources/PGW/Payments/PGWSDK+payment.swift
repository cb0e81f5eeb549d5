internal import Foundation
public import PGWWire

/// What a payment asks of the payer before it goes on.
public enum PaymentStep: Sendable, Equatable {
    /// Show this address in a web view, or as the whole page where `isFullPage`, until it comes back to the result page.
    case authenticate(String, isFullPage: Bool)
    /// Open this address outside the app.
    case openExternally(String)
    /// Open this application, or the address of its fallback where that cannot be.
    case openApplication(String, fallback: String)
    /// Show a code to scan.
    case scan(TransactionResultResponse)
}

/// What became of a payment.
public enum PaymentOutcome: Sendable, Equatable {
    /// It is finished: approved or not is for the merchant's backend to inquire.
    case finished(TransactionStatusResponse)
    /// It is paid with a slip, later.
    case pending(TransactionResultResponse)
    /// It was not begun, or it is not possible any more: `responseCode` says why.
    case refused(code: String, description: String)
}

extension PGWSDK {
    /// Pays, and waits for the end.
    ///
    /// Where an answer is lost, the gateway is asked how far the payment is before anything is sent again. Cancelling the task stops
    /// the waiting, not the payment.
    ///
    /// - Parameters:
    ///   - request: What is paid, and with what.
    ///   - present: Shows the payer what the payment asks for, and returns when the payer is done with it: then the status is asked at
    ///     once, and now and then meanwhile. It is called at most once, and cancelled when the payment has ended.
    /// - Throws: ``PGWError`` when the gateway could not be asked any more.
    public func payment(
        _ request: TransactionResultRequest, present: @escaping @Sendable (PaymentStep) async -> Void = { _ in }
    ) async throws(PGWError) -> PaymentOutcome {
        let status = StatusPolling(ask: statusQuestion(request))
        let proceed = prepared(request)
        let result: TransactionResultResponse
        do throws(PGWError) {
            result = try await proceed()
        } catch {
            // It may have arrived all the same.
            guard error.mayHaveArrived, let first = try await status.once() else { throw error }
            if first.responseCode != APIResponseCode.TransactionNotFound { return try await status.end(from: first) }
            result = try await proceed()
        }
        guard let step = PaymentStep(result) else {
            switch result.responseCode {
            case APIResponseCode.TransactionCompleted, APIResponseCode.TransactionInProgress: return try await status.end()
            case APIResponseCode.TransactionPaymentSlip: return .pending(result)
            default: return .refused(code: result.responseCode, description: result.responseDescription)
            }
        }
        let turn = PayersTurn()
        let presentation = Task {
            await present(step)
            turn.end()
        }
        defer { presentation.cancel() }
        return try await status.end(after: turn, within: result.expiryTimer > 0 ? TimeInterval(result.expiryTimer) / 1000 : nil)
    }

    private func statusQuestion(
        _ request: TransactionResultRequest
    ) -> @Sendable () async throws(PGWError) -> TransactionStatusResponse {
        let question = TransactionStatusRequest(paymentToken: request.paymentToken)
        question.clientId = request.clientId
        question.locale = request.locale
        question.additionalInfo = true
        return prepared(question)
    }
}

extension PaymentStep {
    /// - Returns: `nil` where the payer has nothing to do.
    init?(_ result: TransactionResultResponse) {
        switch result.responseCode {
        case APIResponseCode.TransactionAuthenticateRedirect: self = .authenticate(result.data, isFullPage: false)
        case APIResponseCode.TransactionAuthenticateFullRedirect: self = .authenticate(result.data, isFullPage: true)
        case APIResponseCode.TransactionExternalBrowser: self = .openExternally(result.data)
        case APIResponseCode.TransactionExternalApplication: self = .openApplication(result.data, fallback: result.fallbackData)
        case APIResponseCode.TransactionQRPayment: self = .scan(result)
        default: return nil
        }
    }
}

extension PGWError {
    /// Whether the gateway may have had the request and only its answer was lost.
    fileprivate var mayHaveArrived: Bool {
        [.emptyResponse, .unreadableResponse, .timedOut, .transportFailed].contains(code)
    }
}

/// Asks for the status until the payment has ended: after 5 s, then 1.5 times as long each time, at most 15 s.
struct StatusPolling: Sendable {
    let ask: @Sendable () async throws(PGWError) -> TransactionStatusResponse
    var sleep: @Sendable (TimeInterval) async throws -> Void = { try await Task.sleep(nanoseconds: UInt64($0 * 1e9)) }

    private static let first: TimeInterval = 5
    private static let longest: TimeInterval = 15
    /// How often in a row the gateway may be out of reach.
    private static let patience = 3

    /// The status now; `nil` where the gateway cannot be asked either.
    func once() async throws(PGWError) -> TransactionStatusResponse? {
        do throws(PGWError) { return try await ask() } catch {
            if error.code == .cancelled { throw error }
            return nil
        }
    }

    /// - Parameters:
    ///   - status: What is known already; it is asked at once where nothing is.
    ///   - turn: The payer's, to whom the first pause is given.
    ///   - limit: Seconds after which it is asked a last time.
    func end(
        from status: TransactionStatusResponse? = nil, after turn: PayersTurn? = nil, within limit: TimeInterval? = nil
    ) async throws(PGWError) -> PaymentOutcome {
        var status = status
        var (waited, pause, failures, isAsking) = (0.0, Self.first, 0, turn == nil)
        while true {
            if isAsking {
                do throws(PGWError) {
                    let now: TransactionStatusResponse
                    if let status { now = status } else { now = try await ask() }
                    failures = 0
                    status = nil
                    let isLast = limit.map { waited >= $0 } ?? false
                    if now.responseCode != APIResponseCode.TransactionInProgress || isLast { return outcome(now) }
                } catch {
                    failures += 1
                    guard error.code != .cancelled, failures < Self.patience else { throw error }
                }
            }
            isAsking = true
            let next = limit.map { max(0, min(pause, $0 - waited)) } ?? pause
            var isWoken = false
            do {
                if let turn { isWoken = try await turn.wait { [sleep] in try await sleep(next) } } else { try await sleep(next) }
            } catch {
                throw PGWError(.cancelled)
            }
            // Of a pause that the payer ended nobody knows how long it was; it was short of the limit.
            if isWoken { continue }
            waited += next
            pause = min(pause * 1.5, Self.longest)
        }
    }

    private func outcome(_ status: TransactionStatusResponse) -> PaymentOutcome {
        status.responseCode == APIResponseCode.TransactionCompleted
            ? .finished(status) : .refused(code: status.responseCode, description: status.responseDescription)
    }
}

/// The time the payer takes: whoever waits meanwhile is woken at its end.
final class PayersTurn: @unchecked Sendable {
    // @unchecked: both are only touched under the lock.
    private let lock = NSLock()
    private var hasEnded = false
    private var pause: Task<Void, any Error>?

    func end() {
        let pause = lock.withLock { () -> Task<Void, any Error>? in
            hasEnded = true
            return self.pause
        }
        pause?.cancel()
    }

    /// Waits for a pause or for the turn's end, whichever comes first; a turn ends one pause.
    ///
    /// - Returns: Whether it was the turn's end.
    func wait(_ sleep: @escaping @Sendable () async throws -> Void) async throws -> Bool {
        let pause = Task(operation: sleep)
        let hasEnded = lock.withLock { () -> Bool in
            self.pause = self.hasEnded ? nil : pause
            defer { self.hasEnded = false }
            return self.hasEnded
        }
        if hasEnded { pause.cancel() }
        await withTaskCancellationHandler {
            _ = await pause.result
        } onCancel: {
            pause.cancel()
        }
        let isWoken = lock.withLock { () -> Bool in
            self.pause = nil
            // It ended while this waited: that woke it.
            defer { self.hasEnded = false }
            return hasEnded || self.hasEnded
        }
        try Task.checkCancellation()
        return isWoken
    }
}
