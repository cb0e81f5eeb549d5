/// The tables, version by version. A migration that has shipped is never edited.
///
/// No sequences, triggers or stored code: engines that spread rows have none, or pay for them.
enum Schema {
    /// Everything lies in a namespace of its own.
    static let namespace = "openpgw"

    static let migrations = [
        """
        CREATE TABLE meta (name text COLLATE "C" PRIMARY KEY, value text NOT NULL);
        CREATE TABLE counters (name text COLLATE "C" PRIMARY KEY, value bigint NOT NULL);

        CREATE TABLE keys (
            id bigint PRIMARY KEY,
            purpose text NOT NULL,
            wrapped bytea NOT NULL,
            created bigint NOT NULL,
            seals bigint NOT NULL
        );

        CREATE TABLE merchants (
            id text COLLATE "C" PRIMARY KEY,
            version bigint NOT NULL,
            profile bytea NOT NULL,
            secrets bytea NOT NULL
        );

        -- What token information reads. A deleted token keeps its row, without its boxes, so that it is not given out again.
        CREATE TABLE tokens (
            bucket smallint NOT NULL,
            merchant text COLLATE "C" NOT NULL,
            token text COLLATE "C" NOT NULL,
            version bigint NOT NULL,
            face bytea NOT NULL,
            fingerprint bytea NOT NULL,
            -- Where its row of cards lies, if it has one.
            card_bucket smallint,
            created bigint NOT NULL,
            deleted bigint,
            PRIMARY KEY (bucket, merchant, token)
        );
        CREATE INDEX tokens_of_merchant ON tokens (merchant, token) WHERE deleted IS NULL;

        -- Card numbers, apart: a node that lists cards never reads this table.
        CREATE TABLE accounts (
            bucket smallint NOT NULL,
            merchant text COLLATE "C" NOT NULL,
            token text COLLATE "C" NOT NULL,
            account bytea NOT NULL,
            PRIMARY KEY (bucket, merchant, token)
        );

        -- The one token of a card, of merchants that keep one.
        CREATE TABLE cards (
            bucket smallint NOT NULL,
            merchant text COLLATE "C" NOT NULL,
            fingerprint bytea NOT NULL,
            token text COLLATE "C" NOT NULL,
            PRIMARY KEY (bucket, merchant, fingerprint)
        );

        -- How many tokens each merchant has: counting its rows would take longer the more there are.
        CREATE TABLE token_counts (merchant text COLLATE "C" PRIMARY KEY, live bigint NOT NULL);

        CREATE TABLE sessions (
            bucket smallint NOT NULL,
            id bytea NOT NULL,
            merchant text COLLATE "C" NOT NULL,
            invoice text COLLATE "C" NOT NULL,
            idempotency text COLLATE "C",
            claims_digest bytea NOT NULL,
            tokens text[] NOT NULL,
            token_buckets smallint[] NOT NULL,
            state bigint NOT NULL,
            expires bigint NOT NULL,
            request bytea NOT NULL,
            token_key bigint NOT NULL,
            token_nonce bytea NOT NULL,
            PRIMARY KEY (bucket, id)
        );
        CREATE INDEX sessions_expire ON sessions (expires) WHERE state = 0;

        -- What only one session may be called: by its invoice number (1), by its idempotency id (2).
        CREATE TABLE session_names (
            bucket smallint NOT NULL,
            merchant text COLLATE "C" NOT NULL,
            kind smallint NOT NULL,
            name text COLLATE "C" NOT NULL,
            session_bucket smallint NOT NULL,
            session bytea NOT NULL,
            state bigint NOT NULL,
            expires bigint NOT NULL,
            PRIMARY KEY (bucket, merchant, kind, name)
        );
        CREATE INDEX session_names_expire ON session_names (expires) WHERE state = 0;

        CREATE TABLE exchange_keys (
            owner text COLLATE "C" NOT NULL,
            id text COLLATE "C" NOT NULL,
            key bytea NOT NULL,
            created bigint NOT NULL,
            retires bigint,
            PRIMARY KEY (owner, id)
        );
        CREATE TABLE exchange_key_counts (owner text COLLATE "C" PRIMARY KEY, live bigint NOT NULL);

        CREATE TABLE imports (
            id text COLLATE "C" PRIMARY KEY,
            place bigint NOT NULL,
            lines bigint NOT NULL,
            stored bigint NOT NULL,
            present bigint NOT NULL,
            rejected bigint NOT NULL,
            rejected_bytes bigint NOT NULL,
            finished bigint NOT NULL
        );
        """,
        """
        -- What was begun in each session: one payment at most. It lies where its session does.
        CREATE TABLE payments (
            bucket smallint NOT NULL,
            session bytea NOT NULL,
            merchant text COLLATE "C" NOT NULL,
            state bigint NOT NULL,
            version bigint NOT NULL,
            digest bytea NOT NULL,
            due bigint,
            details bytea NOT NULL,
            account bytea NOT NULL,
            created bigint NOT NULL,
            PRIMARY KEY (bucket, session)
        );
        CREATE INDEX payments_due ON payments (due) WHERE due IS NOT NULL;
        """,
        """
        -- Merchants that are to be told how a payment ended: one a payment. It lies where its session does.
        CREATE TABLE notifications (
            bucket smallint NOT NULL,
            session bytea NOT NULL,
            merchant text COLLATE "C" NOT NULL,
            queue text COLLATE "C" NOT NULL,
            state bigint NOT NULL,
            attempts bigint NOT NULL,
            due bigint,
            answer text NOT NULL,
            created bigint NOT NULL,
            PRIMARY KEY (bucket, session)
        );
        CREATE INDEX notifications_due ON notifications (due) WHERE due IS NOT NULL;
        CREATE INDEX notifications_of_merchant ON notifications (merchant, session);

        -- Charges that follow a payment by the calendar. It lies where its session does.
        CREATE TABLE plans (
            bucket smallint NOT NULL,
            session bytea NOT NULL,
            merchant text COLLATE "C" NOT NULL,
            version bigint NOT NULL,
            due bigint,
            details bytea NOT NULL,
            account bytea NOT NULL,
            created bigint NOT NULL,
            PRIMARY KEY (bucket, session)
        );
        CREATE INDEX plans_due ON plans (due) WHERE due IS NOT NULL;

        -- What later payments refer to one by.
        CREATE TABLE payment_names (
            bucket smallint NOT NULL,
            merchant text COLLATE "C" NOT NULL,
            name text COLLATE "C" NOT NULL,
            session bytea NOT NULL,
            PRIMARY KEY (bucket, merchant, name)
        );
        """,
    ]
}
