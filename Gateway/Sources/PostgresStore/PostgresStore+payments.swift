public import Foundation
public import TokenVault

extension PostgresStore {
    public func begin(_ payment: PaymentRecord, of session: SessionRecord, now: Date) async throws(VaultError) -> PaymentOutcome {
        let isBegun = try await write(
            Bound(
                .beginPayment, .short(Bucket.of(payment.session)), .bytes(payment.session), .text(payment.merchant),
                .integer(payment.state), .bytes(payment.digest), .date(payment.due), .bytes(payment.details),
                .bytes(payment.account),
                .date(payment.created), .short(Bucket.of(session.invoice)), .text(session.invoice),
                .short(session.idempotencyID.map(Bucket.of)), .text(session.idempotencyID), .date(now)),
            order: payment.merchant,
            written: { [self] deadline throws(VaultError) in
                // What it sealed nobody else has.
                try await self.payment(of: payment.session, payment.merchant, until: deadline)?.details == payment.details
                    ? true : nil
            }
        ) { $0.count == 1 }
        if isBegun { return .begun }
        return try await self.payment(of: payment.session, payment.merchant).map(PaymentOutcome.exists) ?? .closed
    }

    public func payment(of session: [UInt8], _ merchant: String) async throws(VaultError) -> PaymentRecord? {
        try await payment(of: session, merchant, until: .now + patience)
    }

    private func payment(
        of session: [UInt8], _ merchant: String, until deadline: ContinuousClock.Instant
    ) async throws(VaultError) -> PaymentRecord? {
        try await read(Bound(.payment, .short(Bucket.of(session)), .bytes(session), .text(merchant)), until: deadline).first.map {
            PaymentRecord($0)
        }
    }

    public func update(_ payment: PaymentRecord, _ ending: PaymentEnding) async throws(VaultError) -> Bool {
        var values: [Parameter] = [
            .short(Bucket.of(payment.session)), .bytes(payment.session), .text(payment.merchant), .integer(payment.state),
            .integer(payment.version), .date(payment.due), .bytes(payment.details), .bytes(payment.account),
        ]
        let hasMore = ending != PaymentEnding()
        if hasMore {
            let notification = ending.notification
            values += [
                notification.map { .integer($0.state.rawValue) } ?? .text(nil), .date(notification?.due),
                .date(notification?.created), .shorts(ending.names.map(Bucket.of)), .texts(ending.names),
                ending.plan.map { .integer($0.version) } ?? .text(nil), .date(ending.plan?.due), .bytes(ending.plan?.details),
                .bytes(ending.plan?.account), .date(ending.plan?.created),
                .text(notification?.queue),
            ]
        }
        return try await write(
            Bound(hasMore ? .endPayment : .updatePayment, values),
            order: payment.merchant,
            written: { [self] deadline throws(VaultError) in
                try await self.payment(of: payment.session, payment.merchant, until: deadline)?.details == payment.details
                    ? true : nil
            }
        ) { $0.count == 1 }
    }

    public func payment(named name: String, of merchant: String) async throws(VaultError) -> PaymentRecord? {
        let named = try await read(Bound(.paymentName, .short(Bucket.of(name)), .text(merchant), .text(name)))
        guard let session = named.first?.blob(0) else { return nil }
        return try await payment(of: session, merchant)
    }

    public func claimPayments(due now: Date, again: Date, beyond horizon: Date, limit: Int) async throws(VaultError)
        -> [PaymentRecord]
    {
        try await write(Bound(.claimPayments, .date(now), .date(again), .integer(limit), .date(horizon))) { rows in
            rows.map { PaymentRecord($0) }
        }
    }
}
