/// Every statement there is, prepared on each connection. What must be true of callers on several nodes is decided in one statement, by
/// constraints and by what a conditional change found; where two race, one of them fails and is asked again.
///
/// Tables that grow have a bucket first in their primary key, a number from 0 to 255 that the gateway computes (``Bucket``), and every
/// statement on the way of a request names it: an engine that spreads rows over machines finds one of them a row.
enum Statement: String, CaseIterable {
    // MARK: Tokens

    case faces = """
        SELECT t.token, t.version, t.face
        FROM unnest($1::smallint[], $2::text[]) WITH ORDINALITY AS asked (bucket, token, place)
        JOIN tokens t ON t.bucket = asked.bucket AND t.merchant = $3::text AND t.token = asked.token
        WHERE t.deleted IS NULL ORDER BY asked.place
        """

    /// The tokens of a session with their faces: a row without a token where it has none.
    case sessionFaces = """
        SELECT t.token, t.version, t.face
        FROM sessions s
        LEFT JOIN LATERAL unnest(s.token_buckets, s.tokens) WITH ORDINALITY AS asked (bucket, token, place) ON true
        LEFT JOIN tokens t
            ON t.bucket = asked.bucket AND t.merchant = s.merchant AND t.token = asked.token AND t.deleted IS NULL
        WHERE s.bucket = $1::smallint AND s.id = $2::bytea AND s.merchant = $3::text ORDER BY asked.place
        """

    case page = """
        SELECT token, version, face FROM tokens
        WHERE merchant = $1::text AND token > $2::text AND deleted IS NULL ORDER BY token LIMIT $3::bigint
        """

    case tokenRow = """
        SELECT t.token, t.version, t.face, a.account, t.created
        FROM tokens t JOIN accounts a ON a.bucket = t.bucket AND a.merchant = t.merchant AND a.token = t.token
        WHERE t.bucket = $1::smallint AND t.merchant = $2::text AND t.token = $3::text AND t.deleted IS NULL
        """

    case book = """
        SELECT t.token, t.version, t.face, a.account, t.created
        FROM tokens t JOIN accounts a ON a.bucket = t.bucket AND a.merchant = t.merchant AND a.token = t.token
        WHERE t.merchant = $1::text AND t.token > $2::text AND t.deleted IS NULL ORDER BY t.token LIMIT $3::bigint
        """

    /// Adds tokens of one merchant. Answers for each, in their order, with the fingerprint of the token that is there, with the token its
    /// card has, and whether the new ones were counted in: then it was stored.
    ///
    /// Where not all that are new are within the limit none is stored, and there is no answer but to one alone.
    case insertTokens = """
        WITH given AS MATERIALIZED (
            SELECT given.*,
                (SELECT fingerprint FROM tokens t
                    WHERE t.bucket = given.bucket AND t.merchant = $1::text AND t.token = given.token) AS held,
                (SELECT token FROM cards c
                    WHERE c.bucket = given.card_bucket AND c.merchant = $1 AND c.fingerprint = given.fingerprint) AS card
            FROM unnest(
                $3::smallint[], $4::text[], $5::bigint[], $6::bytea[], $7::bytea[], $8::bytea[], $9::smallint[], $10::bigint[])
            WITH ORDINALITY AS given (bucket, token, version, face, account, fingerprint, card_bucket, created, place)
        ), counted AS (
            INSERT INTO token_counts (merchant, live)
            SELECT $1, count(*) FROM given WHERE held IS NULL AND card IS NULL HAVING count(*) BETWEEN 1 AND $2::bigint
            ON CONFLICT (merchant) DO UPDATE SET live = token_counts.live + excluded.live
                WHERE token_counts.live + excluded.live <= $2
            RETURNING 1
        ), stored AS (
            INSERT INTO tokens (bucket, merchant, token, version, face, fingerprint, card_bucket, created)
            SELECT bucket, $1, token, version, face, fingerprint, card_bucket, created FROM given, counted
            WHERE held IS NULL AND card IS NULL
        ), accounted AS (
            INSERT INTO accounts (bucket, merchant, token, account)
            SELECT bucket, $1, token, account FROM given, counted WHERE held IS NULL AND card IS NULL
        ), kept AS (
            INSERT INTO cards (bucket, merchant, fingerprint, token)
            SELECT card_bucket, $1, fingerprint, token FROM given, counted
            WHERE held IS NULL AND card IS NULL AND card_bucket IS NOT NULL
        )
        SELECT held, card, (SELECT count(*) FROM counted) FROM given
        WHERE cardinality($4) = 1 OR EXISTS (SELECT FROM counted)
            OR NOT EXISTS (SELECT FROM given WHERE held IS NULL AND card IS NULL)
        ORDER BY place
        """

    case updateToken = """
        UPDATE tokens SET version = $4::bigint, face = $5::bytea
        WHERE bucket = $1::smallint AND merchant = $2::text AND token = $3::text AND version = $4::bigint - 1 AND deleted IS NULL
        RETURNING 1
        """

    case deleteToken = """
        WITH found AS MATERIALIZED (
            SELECT fingerprint, card_bucket FROM tokens
            WHERE bucket = $1::smallint AND merchant = $2::text AND token = $3::text AND deleted IS NULL FOR UPDATE
        ), deleted AS (
            UPDATE tokens SET deleted = $4::bigint, version = version + 1, face = '', fingerprint = '', card_bucket = NULL
            FROM found WHERE bucket = $1 AND merchant = $2 AND token = $3
            RETURNING 1
        ), account AS (
            DELETE FROM accounts USING deleted WHERE bucket = $1 AND merchant = $2 AND token = $3
        ), card AS (
            DELETE FROM cards USING found
            WHERE cards.bucket = found.card_bucket AND cards.merchant = $2 AND cards.fingerprint = found.fingerprint
        ), counted AS (
            UPDATE token_counts SET live = live - 1 FROM deleted WHERE merchant = $2
        )
        SELECT 1 FROM deleted
        """

    /// What a deletion left.
    case deletion = """
        SELECT 1 FROM tokens WHERE bucket = $1::smallint AND merchant = $2::text AND token = $3::text AND deleted = $4::bigint
        """

    case tokenCount = "SELECT coalesce(sum(live), 0)::bigint FROM token_counts WHERE $1::text IS NULL OR merchant = $1"

    // MARK: Sessions

    /// Answers with how many of the tokens are known, whether the invoice number is taken, the session of the idempotency id if it has
    /// one, and whether this one was opened. A name whose session expired unpaid is free.
    case beginSession = """
        WITH known AS MATERIALIZED (
            SELECT coalesce(array_agg(t.token ORDER BY asked.place), '{}') AS tokens,
                coalesce(array_agg(t.bucket ORDER BY asked.place), '{}') AS buckets, count(*) AS count
            FROM unnest($3::smallint[], $4::text[]) WITH ORDINALITY AS asked (bucket, token, place)
            JOIN tokens t ON t.bucket = asked.bucket AND t.merchant = $2::text AND t.token = asked.token AND t.deleted IS NULL
        ), names AS MATERIALIZED (
            SELECT kind, session_bucket, session, state = 0 AND expires <= $13::bigint AS free FROM session_names
            WHERE bucket = $5::smallint AND merchant = $2 AND kind = 1 AND name = $6::text
            UNION ALL
            SELECT kind, session_bucket, session, state = 0 AND expires <= $13 FROM session_names
            WHERE bucket = $7::smallint AND merchant = $2 AND kind = 2 AND name = $8::text
        ), verdict AS MATERIALIZED (
            SELECT known.count, known.tokens, known.buckets,
                EXISTS (SELECT FROM names WHERE kind = 1 AND NOT free) AS is_taken,
                EXISTS (SELECT FROM names WHERE kind = 2 AND NOT free) AS is_retry
            FROM known
        ), opening AS MATERIALIZED (
            SELECT tokens, buckets FROM verdict
            WHERE NOT is_taken AND NOT is_retry AND (count = cardinality($4) OR $14::boolean)
        ), freed_invoice AS (
            DELETE FROM session_names n USING names, opening
            WHERE n.bucket = $5 AND n.merchant = $2 AND n.kind = 1 AND n.name = $6
                AND names.free AND names.kind = 1 AND n.session = names.session
            RETURNING 1
        ), freed_idempotency AS (
            DELETE FROM session_names n USING names, opening
            WHERE n.bucket = $7 AND n.merchant = $2 AND n.kind = 2 AND n.name = $8
                AND names.free AND names.kind = 2 AND n.session = names.session
            RETURNING 1
        ), expired AS (
            DELETE FROM sessions s USING names, opening
            WHERE names.free AND s.bucket = names.session_bucket AND s.id = names.session
        ), cleared AS MATERIALIZED (
            SELECT (SELECT count(*) FROM freed_invoice) + (SELECT count(*) FROM freed_idempotency) AS count
        ), invoice AS (
            INSERT INTO session_names (bucket, merchant, kind, name, session_bucket, session, state, expires)
            SELECT $5, $2, 1, $6, $1::smallint, $9::bytea, $12::bigint, $11::bigint FROM opening, cleared WHERE cleared.count >= 0
        ), idempotency AS (
            INSERT INTO session_names (bucket, merchant, kind, name, session_bucket, session, state, expires)
            SELECT $7, $2, 2, $8, $1, $9, $12, $11 FROM opening, cleared WHERE cleared.count >= 0 AND $8 IS NOT NULL
        ), opened AS (
            INSERT INTO sessions (
                bucket, id, merchant, invoice, idempotency, claims_digest, tokens, token_buckets, state, expires, request, token_key,
                token_nonce)
            SELECT $1, $9, $2, $6, $8, $10::bytea, tokens, buckets, $12, $11, $15::bytea, $16::bigint, $17::bytea FROM opening
            RETURNING 1
        )
        SELECT verdict.count, verdict.is_taken::int::bigint, (SELECT count(*) FROM opened), s.id, s.invoice, s.claims_digest, s.tokens,
            s.state, s.expires, s.request, s.token_key, s.token_nonce
        FROM verdict
        LEFT JOIN names n ON n.kind = 2 AND NOT n.free
        LEFT JOIN sessions s ON s.bucket = n.session_bucket AND s.id = n.session
        """

    case findSession = """
        SELECT id, invoice, claims_digest, tokens, state, expires, request, token_key, token_nonce, idempotency FROM sessions
        WHERE bucket = $1::smallint AND id = $2::bytea AND merchant = $3::text
        """

    case session = "SELECT 1 FROM sessions WHERE bucket = $1::smallint AND id = $2::bytea"

    case sessionOfInvoice = """
        SELECT session FROM session_names WHERE bucket = $1::smallint AND merchant = $2::text AND kind = 1 AND name = $3::text
        """

    case sweepSessions = """
        WITH swept AS (
            DELETE FROM sessions WHERE (bucket, id) IN (
                SELECT bucket, id FROM sessions WHERE expires <= $1::bigint AND state = 0 ORDER BY expires LIMIT 1000
                FOR UPDATE SKIP LOCKED)
            RETURNING 1
        ), names AS (
            DELETE FROM session_names WHERE (bucket, merchant, kind, name) IN (
                SELECT bucket, merchant, kind, name FROM session_names WHERE expires <= $1 AND state = 0 ORDER BY expires LIMIT 2000
                FOR UPDATE SKIP LOCKED)
        )
        SELECT count(*) FROM swept
        """

    case sessionCount = "SELECT count(*) FROM sessions"

    // MARK: Payments

    /// Begins the payment of an open session. The names of the session are taken for good with it.
    case beginPayment = """
        WITH opened AS (
            UPDATE sessions SET state = 1
            WHERE bucket = $1::smallint AND id = $2::bytea AND merchant = $3::text AND state = 0 AND expires > $14::bigint
            RETURNING 1
        ), invoice AS (
            UPDATE session_names SET state = 1 FROM opened
            WHERE bucket = $10::smallint AND merchant = $3 AND kind = 1 AND name = $11::text AND session = $2
        ), idempotency AS (
            UPDATE session_names SET state = 1 FROM opened
            WHERE bucket = $12::smallint AND merchant = $3 AND kind = 2 AND name = $13::text AND session = $2
        )
        INSERT INTO payments (bucket, session, merchant, state, version, digest, due, details, account, created)
        SELECT $1, $2, $3, $4::bigint, 1, $5::bytea, $6::bigint, $7::bytea, $8::bytea, $9::bigint FROM opened
        RETURNING 1
        """

    case payment = """
        SELECT session, merchant, state, version, digest, due, details, account, created FROM payments
        WHERE bucket = $1::smallint AND session = $2::bytea AND merchant = $3::text
        """

    case updatePayment = """
        UPDATE payments SET state = $4::bigint, version = $5::bigint, due = $6::bigint, details = $7::bytea, account = $8::bytea
        WHERE bucket = $1::smallint AND session = $2::bytea AND merchant = $3::text AND version = $5::bigint - 1
        RETURNING 1
        """

    /// The same, and what is kept with its end: a notification or none, and names.
    case endPayment = """
        WITH updated AS (
            UPDATE payments SET state = $4::bigint, version = $5::bigint, due = $6::bigint, details = $7::bytea, account = $8::bytea
            WHERE bucket = $1::smallint AND session = $2::bytea AND merchant = $3::text AND version = $5::bigint - 1
            RETURNING 1
        ), notified AS (
            INSERT INTO notifications (bucket, session, merchant, queue, state, attempts, due, answer, created)
            SELECT $1, $2, $3, $19::text, $9::bigint, 0, $10::bigint, '', $11::bigint FROM updated WHERE $9::bigint IS NOT NULL
        ), named AS (
            INSERT INTO payment_names (bucket, merchant, name, session)
            SELECT name.bucket, $3, name.name, $2 FROM unnest($12::smallint[], $13::text[]) AS name (bucket, name), updated
            ON CONFLICT DO NOTHING
        ), planned AS (
            INSERT INTO plans (bucket, session, merchant, version, due, details, account, created)
            SELECT $1, $2, $3, $14::bigint, $15::bigint, $16::bytea, $17::bytea, $18::bigint FROM updated WHERE $14 IS NOT NULL
        )
        SELECT 1 FROM updated
        """

    case paymentName = """
        SELECT session FROM payment_names WHERE bucket = $1::smallint AND merchant = $2::text AND name = $3::text
        """

    case claimPayments = """
        UPDATE payments SET due = $2::bigint WHERE (bucket, session) IN (
            SELECT bucket, session FROM payments WHERE due <= $1::bigint OR due > $4::bigint
            ORDER BY due LIMIT $3::bigint FOR UPDATE SKIP LOCKED)
        RETURNING session, merchant, state, version, digest, due, details, account, created
        """

    // MARK: Plans

    case claimPlans = """
        UPDATE plans SET due = $2::bigint WHERE (bucket, session) IN (
            SELECT bucket, session FROM plans WHERE due <= $1::bigint ORDER BY due LIMIT $3::bigint FOR UPDATE SKIP LOCKED)
        RETURNING session, merchant, version, due, details, account, created
        """

    case updatePlan = """
        UPDATE plans SET version = $4::bigint, due = $5::bigint, details = $6::bytea, account = $7::bytea
        WHERE bucket = $1::smallint AND session = $2::bytea AND merchant = $3::text AND version = $4::bigint - 1
        RETURNING 1
        """

    case plan = """
        SELECT session, merchant, version, due, details, account, created FROM plans
        WHERE bucket = $1::smallint AND session = $2::bytea AND merchant = $3::text
        """

    // MARK: Notifications

    case claimNotifications = """
        UPDATE notifications SET due = $2::bigint WHERE (bucket, session) IN (
            SELECT bucket, session FROM notifications WHERE (due <= $1::bigint OR due > $4::bigint) AND queue <> ALL ($5::text[])
            ORDER BY due LIMIT $3::bigint FOR UPDATE SKIP LOCKED)
        RETURNING session, merchant, queue, state, attempts, due, answer, created
        """

    case updateNotification = """
        UPDATE notifications SET state = $4::bigint, attempts = $5::bigint, due = $6::bigint, answer = $7::text
        WHERE bucket = $1::smallint AND session = $2::bytea AND merchant = $3::text AND attempts = $8::bigint
        RETURNING 1
        """

    case notification = """
        SELECT session, merchant, queue, state, attempts, due, answer, created FROM notifications
        WHERE bucket = $1::smallint AND session = $2::bytea AND merchant = $3::text
        """

    case notifications = """
        SELECT session, merchant, queue, state, attempts, due, answer, created FROM notifications
        WHERE merchant = $1::text AND ($2::bytea IS NULL OR session < $2::bytea) ORDER BY session DESC LIMIT $3::bigint
        """

    // MARK: Keys

    case keys = "SELECT id, purpose, wrapped, created, seals FROM keys ORDER BY id"

    /// Ids only ascend, even after the newest key is gone: a box must never find another key under its id.
    case insertKey = """
        WITH next AS (
            INSERT INTO counters (name, value) VALUES ('key', 1)
            ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value
        )
        INSERT INTO keys (id, purpose, wrapped, created, seals) SELECT value, $1::text, $2::bytea, $3::bigint, $4::bigint FROM next
        RETURNING id
        """

    case reserveSeals = "UPDATE keys SET seals = seals + $2::bigint WHERE id = $1::bigint RETURNING seals"

    case exchangeKeys = "SELECT id, key, created, retires FROM exchange_keys WHERE owner = $1::text ORDER BY created DESC, id"

    case insertExchangeKey = """
        WITH counted AS (
            INSERT INTO exchange_key_counts (owner, live)
            SELECT $1::text, 1 WHERE NOT EXISTS (SELECT FROM exchange_keys WHERE owner = $1 AND id = $2::text) AND $6::bigint > 0
            ON CONFLICT (owner) DO UPDATE SET live = exchange_key_counts.live + 1 WHERE exchange_key_counts.live < $6
            RETURNING 1
        )
        INSERT INTO exchange_keys (owner, id, key, created, retires) SELECT $1, $2, $3::bytea, $4::bigint, $5::bigint FROM counted
        RETURNING 1
        """

    /// A key in use stays where it is the last one; one that retires may retire sooner.
    case retireExchangeKey = """
        WITH found AS MATERIALIZED (
            SELECT retires FROM exchange_keys
            WHERE owner = $1::text AND id = $2::text AND (retires IS NULL OR retires > $3::bigint) FOR UPDATE
        ), counted AS (
            UPDATE exchange_key_counts SET live = live - 1 FROM found WHERE owner = $1 AND live > 1 AND found.retires IS NULL
            RETURNING 1
        )
        UPDATE exchange_keys SET retires = $3 FROM found
        WHERE owner = $1 AND id = $2 AND (found.retires IS NOT NULL OR EXISTS (SELECT FROM counted))
        RETURNING 1
        """

    case removeExchangeKey = """
        WITH removed AS (
            DELETE FROM exchange_keys WHERE owner = $1::text AND id = $2::text RETURNING retires
        ), counted AS (
            UPDATE exchange_key_counts SET live = live - 1 FROM removed WHERE owner = $1 AND removed.retires IS NULL
        )
        SELECT 1 FROM removed
        """

    // MARK: Merchants

    case merchant = "SELECT id, version, profile, secrets FROM merchants WHERE id = $1::text"
    case merchants = "SELECT id, version, profile, secrets FROM merchants ORDER BY id"

    case insertMerchant = """
        INSERT INTO merchants (id, version, profile, secrets) VALUES ($1::text, $2::bigint, $3::bytea, $4::bytea)
        ON CONFLICT DO NOTHING RETURNING 1
        """

    case updateMerchant = """
        UPDATE merchants SET version = $2::bigint, profile = $3::bytea, secrets = $4::bytea WHERE id = $1::text AND version = $2::bigint - 1
        RETURNING 1
        """

    // MARK: Imports

    case progress = """
        SELECT place, lines, stored, present, rejected, rejected_bytes, finished FROM imports WHERE id = $1::text
        """

    /// A row to hold, also of an import that nobody has begun.
    case holdImport = """
        INSERT INTO imports (id, place, lines, stored, present, rejected, rejected_bytes, finished)
        VALUES ($1::text, 0, 0, 0, 0, 0, 0, 0) ON CONFLICT (id) DO UPDATE SET lines = imports.lines RETURNING place
        """

    case noteImport = """
        UPDATE imports SET place = $2::bigint, lines = $3::bigint, stored = $4::bigint, present = $5::bigint, rejected = $6::bigint,
            rejected_bytes = $7::bigint, finished = $8::bigint
        WHERE id = $1::text
        """

    // MARK: The store

    case begin = "BEGIN"
    case commit = "COMMIT"
    case rollback = "ROLLBACK"
    case setProfile = "INSERT INTO meta (name, value) VALUES ('profile', $1::text) ON CONFLICT DO NOTHING"
    case profile = "SELECT value FROM meta WHERE name = 'profile'"
    case copyMark = "SELECT value FROM meta WHERE name = 'copy'"
    case leaveCopying = """
        UPDATE meta SET value = replace(value, 'finished', 'used') WHERE name = 'copy' AND value LIKE 'finished %' RETURNING 1
        """
    /// Writes nothing that anybody reads, and its commit is acknowledged only by a server that still is the primary, where its standby is
    /// synchronous: one that was cut off or paused while another was promoted waits for a standby that it no longer has.
    case proof = "SELECT pg_logical_emit_message(true, 'openpgw', '')"

    case check = """
        INSERT INTO meta (name, value) VALUES ('checked', $1::text) ON CONFLICT (name) DO UPDATE SET value = excluded.value RETURNING 1
        """
    case clear = """
        WITH tokens AS (DELETE FROM tokens), accounts AS (DELETE FROM accounts), cards AS (DELETE FROM cards),
            counts AS (DELETE FROM token_counts), sessions AS (DELETE FROM sessions), names AS (DELETE FROM session_names),
            payments AS (DELETE FROM payments), notifications AS (DELETE FROM notifications),
            payment_names AS (DELETE FROM payment_names), plans AS (DELETE FROM plans)
        DELETE FROM imports
        """

    var name: String { "\(self)" }
    var isRead: Bool { rawValue.hasPrefix("SELECT") }
}
