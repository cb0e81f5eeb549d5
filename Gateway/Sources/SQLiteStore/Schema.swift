internal import TokenVault

/// The tables, version by version. A migration that has shipped is never edited.
enum Schema {
    /// `OPGW`, so that a foreign database is not taken for ours.
    static let applicationID = 0x4F50_4757

    static let migrations = [
        """
        CREATE TABLE meta (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE keys (
            id INTEGER PRIMARY KEY,
            purpose TEXT NOT NULL,
            wrapped BLOB NOT NULL,
            created INTEGER NOT NULL,
            seals INTEGER NOT NULL
        );

        CREATE TABLE merchants (
            id TEXT PRIMARY KEY,
            version INTEGER NOT NULL,
            profile BLOB NOT NULL,
            secrets BLOB NOT NULL
        ) WITHOUT ROWID;

        -- What token information reads. A deleted token keeps its row, without its boxes, so that it is not given out again.
        CREATE TABLE tokens (
            merchant TEXT NOT NULL,
            token TEXT NOT NULL,
            version INTEGER NOT NULL,
            face BLOB NOT NULL,
            fingerprint BLOB NOT NULL,
            only_one INTEGER NOT NULL,
            created INTEGER NOT NULL,
            deleted INTEGER,
            PRIMARY KEY (merchant, token)
        ) WITHOUT ROWID;

        CREATE UNIQUE INDEX tokens_one_per_card ON tokens (merchant, fingerprint)
            WHERE only_one = 1 AND deleted IS NULL;

        -- Card numbers, apart: a node that lists cards never reads this table.
        CREATE TABLE accounts (
            merchant TEXT NOT NULL,
            token TEXT NOT NULL,
            account BLOB NOT NULL,
            PRIMARY KEY (merchant, token)
        ) WITHOUT ROWID;

        CREATE TABLE sessions (
            id BLOB PRIMARY KEY,
            merchant TEXT NOT NULL,
            invoice TEXT NOT NULL,
            idempotency TEXT,
            claims_digest BLOB NOT NULL,
            tokens TEXT NOT NULL,
            state INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            request BLOB NOT NULL,
            token_key INTEGER NOT NULL,
            token_nonce BLOB NOT NULL
        ) WITHOUT ROWID;

        CREATE UNIQUE INDEX sessions_invoice ON sessions (merchant, invoice);
        CREATE UNIQUE INDEX sessions_idempotency ON sessions (merchant, idempotency) WHERE idempotency IS NOT NULL;
        CREATE INDEX sessions_expires ON sessions (expires);
        """,
        """
        -- How many tokens each merchant has: counting its rows would take longer the more there are.
        CREATE TABLE token_counts (
            merchant TEXT PRIMARY KEY,
            live INTEGER NOT NULL
        ) WITHOUT ROWID;

        INSERT INTO token_counts SELECT merchant, count(*) FROM tokens WHERE deleted IS NULL GROUP BY merchant;

        -- Keys messages are signed and encrypted with: merchants' public ones, and under the empty name the gateway's own.
        CREATE TABLE exchange_keys (
            owner TEXT NOT NULL,
            id TEXT NOT NULL,
            key BLOB NOT NULL,
            created INTEGER NOT NULL,
            retires INTEGER,
            PRIMARY KEY (owner, id)
        ) WITHOUT ROWID;

        CREATE TABLE imports (
            id TEXT PRIMARY KEY,
            offset INTEGER NOT NULL,
            lines INTEGER NOT NULL,
            stored INTEGER NOT NULL,
            present INTEGER NOT NULL,
            rejected INTEGER NOT NULL,
            rejected_bytes INTEGER NOT NULL,
            finished INTEGER NOT NULL
        ) WITHOUT ROWID;
        """,
        """
        -- What was begun in each session: one payment at most.
        CREATE TABLE payments (
            session BLOB PRIMARY KEY,
            merchant TEXT NOT NULL,
            state INTEGER NOT NULL,
            version INTEGER NOT NULL,
            digest BLOB NOT NULL,
            due INTEGER,
            details BLOB NOT NULL,
            account BLOB NOT NULL,
            created INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE INDEX payments_due ON payments (due) WHERE due IS NOT NULL;
        """,
        """
        -- Merchants that are to be told how a payment ended: one a payment.
        CREATE TABLE notifications (
            session BLOB PRIMARY KEY,
            merchant TEXT NOT NULL,
            queue TEXT NOT NULL,
            state INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            due INTEGER,
            answer TEXT NOT NULL,
            created INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE INDEX notifications_due ON notifications (due) WHERE due IS NOT NULL;
        CREATE INDEX notifications_of_merchant ON notifications (merchant, session);

        -- Charges that follow a payment by the calendar.
        CREATE TABLE plans (
            session BLOB PRIMARY KEY,
            merchant TEXT NOT NULL,
            version INTEGER NOT NULL,
            due INTEGER,
            details BLOB NOT NULL,
            account BLOB NOT NULL,
            created INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE INDEX plans_due ON plans (due) WHERE due IS NOT NULL;

        -- What later payments refer to one by.
        CREATE TABLE payment_names (
            merchant TEXT NOT NULL,
            name TEXT NOT NULL,
            session BLOB NOT NULL,
            PRIMARY KEY (merchant, name)
        ) WITHOUT ROWID;
        """,
    ]

    /// Brings a database to the newest version, in one transaction.
    ///
    /// - Throws: ``VaultError`` of kind `.refused` for a database of a newer version, or of another program.
    static func migrate(_ connection: Connection) throws(VaultError) {
        func number(_ pragma: StaticString) throws(VaultError) -> Int { try connection.first(pragma) { $0.integer(0) } ?? 0 }
        func isUpToDate() throws(VaultError) -> Bool {
            let version = try number("PRAGMA user_version")
            return try number("PRAGMA application_id") == applicationID && version == migrations.count
        }
        // Whoever has nothing to change does not wait for those who keep others from writing.
        if try isUpToDate() { return }
        try connection.transaction { () throws(VaultError) in
            let version = try number("PRAGMA user_version")
            let application = try number("PRAGMA application_id")
            guard version == 0 || application == applicationID else {
                throw VaultError(.refused, "The database belongs to another program")
            }
            guard version <= migrations.count else { throw .newerSchema(version, than: migrations.count) }
            for migration in migrations.dropFirst(version) { try connection.script(migration) }
            try connection.script("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(migrations.count)")
        }
    }
}
