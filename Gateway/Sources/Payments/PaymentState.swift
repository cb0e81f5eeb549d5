public import PGWWire

/// Where a payment is. A session reaches the issuer once at most: one invoice, one result (payments.md §2.1).
public enum PaymentState: Int, Sendable, CaseIterable {
    /// Nothing was submitted, and the session lives.
    case open = 0
    /// The issuer is being asked.
    case submitted = 1
    /// The payer authenticates, or pays elsewhere.
    case challenged = 2
    case approved = 3
    case declined = 4
    case cancelled = 5
    /// Nothing was submitted before the session expired.
    case expired = 6
    /// The issuer did not answer in time; it is asked again.
    case unknown = 7

    /// Whether nothing changes it any more.
    public var isFinal: Bool { Self.transitions[self]?.isEmpty ?? true }

    /// Where an event leads; `nil` where it cannot happen.
    public func after(_ event: PaymentEvent) -> PaymentState? { Self.transitions[self]?[event] }

    private static let transitions: [PaymentState: [PaymentEvent: PaymentState]] = [
        .open: [.submit: .submitted, .cancel: .cancelled, .sessionDeadline: .expired],
        .submitted: [.challenge: .challenged, .approve: .approved, .decline: .declined, .silence: .unknown],
        .challenged: [
            .authenticate: .submitted, .approve: .approved, .decline: .declined, .leave: .declined, .challengeDeadline: .declined,
            .cancel: .cancelled,
        ],
        .unknown: [.approve: .approved, .decline: .declined, .giveUp: .declined],
    ]
}

/// What happens to a payment.
public enum PaymentEvent: Sendable, CaseIterable {
    /// A valid Do Payment.
    case submit
    /// The payer is sent to authenticate, or to pay elsewhere.
    case challenge
    /// The payer is who they say, or as good as the merchant asked.
    case authenticate
    case approve
    /// The issuer refused, the payer was not authenticated, or the card could not be stored where nothing else was asked.
    case decline
    /// The issuer did not answer within its time.
    case silence
    /// The issuer did not answer for a quarter of an hour.
    case giveUp
    /// The payer, or the merchant's app.
    case cancel
    /// The payer closed the browser.
    case leave
    case challengeDeadline
    case sessionDeadline
}

// What each state is told to whoever asks (payments.md §2.1).
extension PaymentState {
    /// `transactionStatus`.
    public var statusCode: ResponseCode {
        switch self {
        case .open: .transactionNotFound
        case .submitted, .challenged, .unknown: .transactionInProgress
        case .approved, .declined, .cancelled: .transactionCompleted
        case .expired: .paymentExpired
        }
    }

    /// `paymentInquiry`, and the details of the status.
    ///
    /// - Parameter result: How it ended, of a payment that did.
    public func inquiryCode(_ result: ResponseCode?) -> ResponseCode {
        switch self {
        case .open: .transactionNotFound
        case .submitted, .challenged, .unknown: .pending
        case .approved, .declined: result ?? .unknownError
        case .cancelled: .cancelled
        case .expired: .expiredAtInquiry
        }
    }

    /// What a Do Payment is refused with that is not the one under way; `nil` where it may begin.
    public var paymentRefusal: ResponseCode? {
        switch self {
        case .open: nil
        case .expired: .paymentExpired
        default: .usedPaymentToken
        }
    }

    /// What a cancellation is answered: `0000` also where it was cancelled before.
    public var cancellationCode: ResponseCode {
        switch self {
        case .open, .challenged, .cancelled: .success
        case .expired: .paymentExpired
        case .submitted, .approved, .declined, .unknown: .usedPaymentToken
        }
    }
}
