"""Format 1: documents, receipts, entries and allocations."""

from creditmate.db.migrations.m0001.columns import ACTION, DAY, LIMIT, VOID

_DEBITS = "('invoice', 'charge', 'opening', 'refund', 'bounce')"
_CREDITS = (
    "('receipt', 'credit_note', 'discount', 'bank_charge', 'tax_withheld', 'write_off',"
    " 'waiver', 'cancellation')"
)

ACCOUNT: tuple[str, ...] = (
    f"""
    CREATE TABLE import_batch (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        source TEXT NOT NULL CHECK (source <> ''),
        file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
        mapping TEXT NOT NULL,
        options TEXT NOT NULL,
        totals TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX import_batch_file ON import_batch (file_sha256)",
    f"""
    CREATE TABLE document (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note', 'charge_note')),
        origin TEXT NOT NULL CHECK (origin IN ('own', 'imported')),
        state TEXT NOT NULL CHECK (state IN ('draft', 'issued')),
        source TEXT NOT NULL,
        number TEXT NOT NULL,
        number_key TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        day TEXT NOT NULL CHECK (day {DAY}),
        order_number TEXT NOT NULL,
        payment_terms_id INTEGER REFERENCES payment_terms (id),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        net_minor INTEGER,
        tax_minor INTEGER,
        gross_minor INTEGER NOT NULL CHECK (gross_minor BETWEEN 0 AND {LIMIT}),
        import_batch_id INTEGER REFERENCES import_batch (id),
        source_row INTEGER,
        {VOID},
        CHECK (state = 'draft' OR number <> ''),
        CHECK (origin = 'own' OR import_batch_id IS NOT NULL)
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX document_number ON document (source, kind, number_key)
        WHERE void_action_id IS NULL AND state = 'issued'
    """,
    "CREATE INDEX document_customer ON document (customer_id, day)",
    f"""
    CREATE TABLE receipt (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        number TEXT NOT NULL,
        day TEXT NOT NULL CHECK (day {DAY}),
        method TEXT NOT NULL,
        payer TEXT NOT NULL,
        reference TEXT NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND {LIMIT}),
        presumed INTEGER NOT NULL CHECK (presumed IN (0, 1)),
        earliest_day TEXT CHECK (earliest_day {DAY}),
        import_batch_id INTEGER REFERENCES import_batch (id),
        source_row INTEGER,
        {VOID},
        CHECK ((presumed = 1) = (earliest_day IS NOT NULL))
    ) STRICT
    """,
    f"""
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        document_id INTEGER REFERENCES document (id),
        receipt_id INTEGER REFERENCES receipt (id),
        part INTEGER NOT NULL CHECK (part >= 1),
        kind TEXT NOT NULL,
        day TEXT NOT NULL CHECK (day {DAY}),
        due_day TEXT CHECK (due_day {DAY}),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        amount_minor INTEGER NOT NULL CHECK (abs(amount_minor) BETWEEN 1 AND {LIMIT}),
        {VOID},
        open_minor INTEGER NOT NULL,
        closed_day TEXT CHECK (closed_day {DAY}),
        CHECK ((kind IN {_DEBITS} AND amount_minor > 0 AND due_day IS NOT NULL)
            OR (kind IN {_CREDITS} AND amount_minor < 0 AND due_day IS NULL)),
        CHECK (amount_minor > 0 AND open_minor BETWEEN 0 AND amount_minor
            OR amount_minor < 0 AND open_minor BETWEEN amount_minor AND 0),
        CHECK (void_action_id IS NULL OR open_minor = 0),
        CHECK (closed_day IS NULL OR open_minor = 0)
    ) STRICT
    """,
    """
    CREATE INDEX entry_open ON entry (customer_id, currency, due_day, day, open_minor)
        WHERE open_minor <> 0
    """,
    """
    CREATE INDEX entry_settled ON entry (customer_id, closed_day, due_day)
        WHERE closed_day IS NOT NULL AND due_day IS NOT NULL
    """,
    "CREATE INDEX entry_closed ON entry (closed_day) WHERE closed_day IS NOT NULL",
    "CREATE INDEX entry_money ON entry (customer_id, day) WHERE document_id IS NULL",
    "CREATE INDEX entry_document ON entry (document_id) WHERE document_id IS NOT NULL",
    "CREATE INDEX entry_receipt ON entry (receipt_id) WHERE receipt_id IS NOT NULL",
    f"""
    CREATE TABLE allocation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        credit_entry_id INTEGER NOT NULL REFERENCES entry (id),
        debit_entry_id INTEGER NOT NULL REFERENCES entry (id),
        amount_minor INTEGER NOT NULL CHECK (abs(amount_minor) BETWEEN 1 AND {LIMIT}),
        day TEXT NOT NULL CHECK (day {DAY}),
        reverses_id INTEGER REFERENCES allocation (id),
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        debit_day TEXT NOT NULL,
        due_day TEXT NOT NULL,
        credit_day TEXT NOT NULL,
        CHECK (day >= debit_day AND day >= credit_day),
        CHECK ((amount_minor < 0) = (reverses_id IS NOT NULL))
    ) STRICT
    """,
    """
    CREATE INDEX allocation_later ON allocation
        (day, customer_id, currency, due_day, debit_day, credit_day, amount_minor)
    """,
    "CREATE INDEX allocation_debit ON allocation (debit_entry_id)",
    "CREATE INDEX allocation_credit ON allocation (credit_entry_id)",
    f"""
    CREATE TABLE cash_posted (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        to_day TEXT NOT NULL CHECK (to_day {DAY})
    ) STRICT
    """,
    """
    CREATE TABLE pay_habit (
        customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
        late_days TEXT NOT NULL,
        worst_late INTEGER NOT NULL,
        last_closed_day TEXT NOT NULL
    ) STRICT
    """,
)
