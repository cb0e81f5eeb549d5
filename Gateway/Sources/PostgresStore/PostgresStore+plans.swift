public import Foundation
public import TokenVault

extension PostgresStore {
    public func claimPlans(due now: Date, again: Date, limit: Int) async throws(VaultError) -> [PlanRecord] {
        try await write(Bound(.claimPlans, .date(now), .date(again), .integer(limit))) { rows in rows.map { PlanRecord($0) } }
    }

    public func update(_ plan: PlanRecord) async throws(VaultError) -> Bool {
        try await write(
            Bound(
                .updatePlan, .short(Bucket.of(plan.session)), .bytes(plan.session), .text(plan.merchant),
                .integer(plan.version), .date(plan.due), .bytes(plan.details), .bytes(plan.account)), order: plan.merchant,
            written: { [self] deadline throws(VaultError) in
                // What it sealed nobody else has.
                try await self.plan(of: plan.session, plan.merchant, until: deadline)?.details == plan.details ? true : nil
            }
        ) { $0.count == 1 }
    }

    public func plan(of session: [UInt8], _ merchant: String) async throws(VaultError) -> PlanRecord? {
        try await plan(of: session, merchant, until: .now + patience)
    }

    private func plan(
        of session: [UInt8], _ merchant: String, until deadline: ContinuousClock.Instant
    ) async throws(VaultError) -> PlanRecord? {
        try await read(Bound(.plan, .short(Bucket.of(session)), .bytes(session), .text(merchant)), until: deadline).first.map {
            PlanRecord($0)
        }
    }
}
