import PGWTesting
import PGWWire
import Payments
import Testing

/// The life of a payment as a table: every state and every event (payments.md §2.1).
@Suite("States of a payment")
struct PaymentStateTests {
    /// Written down once more, line by line: state, event, where it leads.
    private static let possible: [(PaymentState, PaymentEvent, PaymentState)] = [
        (.open, .submit, .submitted), (.open, .cancel, .cancelled), (.open, .sessionDeadline, .expired),
        (.submitted, .challenge, .challenged), (.submitted, .approve, .approved), (.submitted, .decline, .declined),
        (.submitted, .silence, .unknown),
        (.challenged, .authenticate, .submitted), (.challenged, .approve, .approved), (.challenged, .decline, .declined),
        (.challenged, .leave, .declined), (.challenged, .challengeDeadline, .declined), (.challenged, .cancel, .cancelled),
        (.unknown, .approve, .approved), (.unknown, .decline, .declined), (.unknown, .giveUp, .declined),
    ]

    @Test("every event leads where it should, or nowhere", arguments: PaymentState.allCases, PaymentEvent.allCases)
    func transitions(_ state: PaymentState, _ event: PaymentEvent) {
        let expected = Self.possible.first { $0.0 == state && $0.1 == event }?.2
        #expect(state.after(event) == expected)
    }

    @Test("what is final stays so, and everything else ends", arguments: PaymentState.allCases)
    func ends(_ state: PaymentState) {
        let final: Set<PaymentState> = [.approved, .declined, .cancelled, .expired]
        #expect(state.isFinal == final.contains(state))
        var reached: Set<PaymentState> = [state]
        for _ in PaymentState.allCases {
            for state in reached { reached.formUnion(PaymentEvent.allCases.compactMap(state.after)) }
        }
        #expect(!reached.isDisjoint(with: final))
        // A session reaches the issuer once: nothing that was submitted is open again.
        if state != .open { #expect(!reached.contains(.open)) }
    }

    @Test(
        "each state is told in its codes: status, inquiry, another payment, cancellation",
        arguments: [
            (PaymentState.open, "2002", "2002", nil, "0000"), (.submitted, "2001", "0001", "9041", "9041"),
            (.challenged, "2001", "0001", "9041", "0000"), (.approved, "2000", "4051", "9041", "9041"),
            (.declined, "2000", "4051", "9041", "9041"), (.cancelled, "2000", "0003", "9041", "0000"),
            (.expired, "9020", "5009", "9020", "9020"), (.unknown, "2001", "0001", "9041", "9041"),
        ])
    func codes(_ state: PaymentState, _ status: String, _ inquiry: String, _ payment: String?, _ cancellation: String) {
        #expect(state.statusCode.rawValue == status)
        #expect(state.inquiryCode(ResponseCode(rawValue: "4051")).rawValue == inquiry)
        #expect(state.paymentRefusal?.rawValue == payment)
        #expect(state.cancellationCode.rawValue == cancellation)
    }

    @Test("numbers of states are what stores keep, and never change")
    func numbers() {
        #expect(
            PaymentState.allCases.map(\.rawValue) == Array(0...7)
                && PaymentState.allCases == [
                    .open, .submitted, .challenged, .approved, .declined, .cancelled, .expired, .unknown,
                ])
    }
}
