public import Foundation
public import TokenVault

extension SQLiteStore {
    public func claimPlans(due now: Date, again: Date, limit: Int) async throws(VaultError) -> [PlanRecord] {
        try await writer.write { connection throws(VaultError) in
            try connection.rows(
                """
                UPDATE plans SET due = ? WHERE session IN (SELECT session FROM plans WHERE due <= ? ORDER BY due LIMIT ?)
                RETURNING session, merchant, version, due, details, account, created
                """, Value(again), Value(now), .integer(limit), read: PlanRecord.init)
        }
    }

    public func update(_ plan: PlanRecord) async throws(VaultError) -> Bool {
        try await writer.write { connection throws(VaultError) in
            try connection.run(
                """
                UPDATE plans SET version = version + 1, due = ?, details = ?, account = ?
                WHERE session = ? AND merchant = ? AND version = ?
                """, Value(plan.due), .blob(plan.details), .blob(plan.account), .blob(plan.session), .text(plan.merchant),
                .integer(plan.version - 1)) == 1
        }
    }

    public func plan(of session: [UInt8], _ merchant: String) async throws(VaultError) -> PlanRecord? {
        try readers.read { connection throws(VaultError) in
            try connection.first(
                "SELECT session, merchant, version, due, details, account, created FROM plans WHERE session = ? AND merchant = ?",
                .blob(session), .text(merchant), read: PlanRecord.init)
        }
    }
}
