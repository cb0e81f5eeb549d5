import Foundation
import StoreTesting
import Testing

@testable import PostgresStore

@Suite("PostgreSQL store, in partitions")
struct PartitionTests {
    private static let tables = [
        "tokens", "accounts", "cards", "sessions", "session_names", "payments", "notifications", "payment_names", "plans",
    ]

    /// The schema as an engine has it that spreads rows by their bucket: each table that grows is in four partitions.
    private var partitioned: String {
        Self.tables.reduce(Schema.migrations.joined(separator: "\n")) { sql, table in
            let parts = (0..<4).map {
                "CREATE TABLE \(table)_part\($0) PARTITION OF \(table) FOR VALUES WITH (MODULUS 4, REMAINDER \($0));"
            }
            let begin = sql.range(of: "CREATE TABLE \(table) (")
            let end = begin.flatMap { sql.range(of: "\n);", range: $0.upperBound..<sql.endIndex) }
            guard let end else { return sql }
            return sql.replacingCharacters(in: end, with: "\n) PARTITION BY HASH (bucket);\n" + parts.joined(separator: "\n"))
        }
    }

    /// As many rows as make a lookup cheaper than a scan: row N of each table lies in bucket N modulo 256.
    private static let rows = """
        INSERT INTO tokens
        SELECT n % 256, 'M', n::text, 1, '\\x01', decode(md5(n::text), 'hex'), n % 256, 0, NULL FROM generate_series(0, 19999) n;
        INSERT INTO accounts SELECT bucket, merchant, token, '\\x01' FROM tokens;
        INSERT INTO cards SELECT card_bucket, merchant, fingerprint, token FROM tokens;
        INSERT INTO sessions
        SELECT n % 256, decode(md5(n::text), 'hex'), 'M', n::text, n::text, '\\x01', ARRAY[n::text], ARRAY[n % 256], 0, 1000, '\\x01', 1, '\\x01'
        FROM generate_series(0, 19999) n;
        INSERT INTO session_names
        SELECT bucket, merchant, kind, invoice, bucket, id, 0, 1000 FROM sessions, generate_series(1, 2) kind;
        INSERT INTO payments SELECT bucket, id, 'M', 1, 1, '\\x01', 1000, '\\x01', '\\x01', 0 FROM sessions WHERE bucket <> 6;
        INSERT INTO plans SELECT bucket, id, 'M', 1, 1000, '\\x01', '\\x01', 0 FROM sessions WHERE bucket <> 7;
        INSERT INTO payment_names SELECT bucket, 'M', invoice, id FROM sessions;
        INSERT INTO notifications SELECT bucket, id, 'M', 'q', 0, 0, 1000, '', 0 FROM sessions WHERE bucket <> 7;
        ANALYZE;
        """

    @Test("every statement on the way of a request looks into the one partition of each table that has its row")
    func onePartition() async throws {
        let database = try await PostgresServer.shared.get().database()
        let connector = Connector(text: database)
        // Everything each call names lies in bucket 5; the session of that number has expired by the time 2000.
        let old = "decode(md5('5'), 'hex')"
        let new = "decode(md5('new'), 'hex')"
        func insertion(_ token: String) -> String {
            "'M', 100, '{5}', '{\(token)}', '{1}', '{a}', '{b}', '{c}', '{5}', '{0}'"
        }
        let calls: [(Statement, String, touches: Set<String>)] = [
            (.faces, "'{5,5}', '{5,261}', 'M'", ["tokens"]),
            (.session, "5, \(old)", ["sessions"]),
            (.findSession, "5, \(old), 'M'", ["sessions"]),
            (.sessionOfInvoice, "5, 'M', '5'", ["session_names"]),
            (.tokenRow, "5, 'M', '5'", ["tokens", "accounts"]),
            (.payment, "5, \(old), 'M'", ["payments"]),
            (.updatePayment, "5, \(old), 'M', 2, 2, NULL, '\\x01', ''", ["payments"]),
            (
                .endPayment,
                "7, decode(md5('7'), 'hex'), 'M', 2, 2, NULL, '\\x01', '', 0, 9, 9, '{5}', '{new}', 1, 9, '\\x01', '\\x01', 9, 'q'",
                ["payments"]
            ), (.paymentName, "5, 'M', '5'", ["payment_names"]),
            (.plan, "5, \(old), 'M'", ["plans"]), (.updatePlan, "5, \(old), 'M', 2, NULL, '\\x01', ''", ["plans"]),
            (.notification, "5, \(old), 'M'", ["notifications"]),
            (.updateNotification, "5, \(old), 'M', 1, 1, NULL, '', 0", ["notifications"]),
            (
                .beginPayment, "6, decode(md5('6'), 'hex'), 'M', 1, '\\x01', 9, '\\x01', '\\x01', 0, 6, '6', 6, '6', 500",
                ["sessions", "session_names"]
            ),
            (.sessionFaces, "5, \(old), 'M'", ["sessions", "tokens"]),
            (.insertTokens, insertion("new"), ["tokens", "cards"]),
            (.insertTokens, insertion("5"), ["tokens", "cards"]),
            (
                .beginSession,
                "5, 'M', '{5}', '{5}', 5, 'I', 5, 'J', \(new), '\\x01', 3000, 0, 2000, false, '\\x01', 1, '\\x01'",
                ["tokens", "session_names"]
            ),
            (
                .beginSession,
                "5, 'M', '{5}', '{5}', 5, '5', 5, '5', \(new), '\\x01', 3000, 0, 2000, false, '\\x01', 1, '\\x01'",
                ["tokens", "session_names", "sessions"]
            ),
            (
                .beginSession,
                "5, 'M', '{5}', '{5}', 5, '261', 5, '261', \(new), '\\x01', 3000, 0, 500, false, '\\x01', 1, '\\x01'",
                ["tokens", "session_names", "sessions"]
            ),
            (.updateToken, "5, 'M', '5', 2, '\\x09'", ["tokens"]),
            (.deleteToken, "5, 'M', '5', 2000", ["tokens", "accounts", "cards"]),
            (.deletion, "5, 'M', '5', 2000", ["tokens"]),
        ]
        let path = "SET search_path TO \(Schema.namespace)"
        try connector.once("CREATE SCHEMA \(Schema.namespace); \(path); \(partitioned)\n\(Self.rows)")
        for (statement, values, tables) in calls {
            // As the gateway's statements are planned once they have been asked often: without looking at the values. What it changes
            // goes with the connection.
            let plan = try connector.once(
                """
                \(path); SET plan_cache_mode = force_generic_plan; PREPARE asked AS \(statement.rawValue); BEGIN;
                EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) EXECUTE asked(\(values))
                """
            ).map { $0[0] }
            var read: [String: Set<Substring>] = [:]
            for line in plan where line.contains("Scan") && !line.contains("never executed") {
                guard let found = line.firstMatch(of: /on ([a-z_]+)_part([0-9])/) else { continue }
                read[String(found.1), default: []].insert(found.2)
            }
            let shown = "\(statement.name):\n\(plan.joined(separator: "\n"))"
            #expect(Set(read.keys) == tables, "\(shown)")
            #expect(read.values.allSatisfy { $0.count == 1 }, "\(shown)")
        }
    }
}
