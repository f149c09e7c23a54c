"""Format 4: our own documents and their lines, taxes and rates, money in, and what is claimed."""

from creditmate.db.migrations.m0004.columns import (
    ACTION,
    CUSTOMER,
    DAY,
    DECIMAL,
    LIMIT,
    RECORD,
    VOID,
)

_QUANTITY = (
    "quantity TEXT NOT NULL CHECK (quantity <> '' AND length(quantity) <= 20"
    " AND quantity NOT GLOB '*[^-0-9.]*')"
)
_PRICE = (
    "price TEXT NOT NULL CHECK (price <> '' AND length(price) <= 20"
    " AND price NOT GLOB '*[^-0-9.]*')"
)

ACCOUNT: tuple[str, ...] = (
    f"""
    CREATE TABLE tax_rate (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        kind TEXT NOT NULL CHECK (kind IN
            ('standard', 'reduced', 'zero', 'exempt', 'reverse_charge', 'outside')),
        from_day TEXT NOT NULL CHECK (from_day {DAY}),
        rate TEXT NOT NULL CHECK (rate {DECIMAL.format("rate")}),
        source TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    f"""
    CREATE TABLE exchange_rate (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        home_currency TEXT NOT NULL CHECK (length(home_currency) = 3),
        day TEXT NOT NULL CHECK (day {DAY}),
        rate TEXT NOT NULL CHECK (rate {DECIMAL.format("rate")}),
        source TEXT NOT NULL,
        {VOID},
        CHECK (currency <> home_currency)
    ) STRICT
    """,
    "CREATE INDEX exchange_rate_day ON exchange_rate (currency, home_currency, day)",
    "CREATE INDEX document_day ON document (state, void_action_id, day)",
    "CREATE INDEX entry_ended ON entry (kind, day)"
    " WHERE kind IN ('credit_note', 'write_off', 'waiver', 'cancellation')",
    f"""
    CREATE TABLE own_document (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
        supply_day TEXT NOT NULL CHECK (supply_day {DAY}),
        job TEXT NOT NULL,
        received_by TEXT NOT NULL,
        prices TEXT NOT NULL CHECK (prices IN ('net', 'gross')),
        rounding TEXT NOT NULL CHECK (rounding IN ('line', 'document')),
        locale TEXT NOT NULL,
        discount_day TEXT CHECK (discount_day {DAY}),
        discount_minor INTEGER CHECK (discount_minor BETWEEN 1 AND {LIMIT}),
        retention_minor INTEGER CHECK (retention_minor BETWEEN 1 AND {LIMIT}),
        retention_due_day TEXT CHECK (retention_due_day {DAY}),
        labour_minor INTEGER CHECK (labour_minor BETWEEN 1 AND {LIMIT}),
        site_id INTEGER REFERENCES site (id),
        credits_document_id INTEGER REFERENCES document (id),
        belongs_document_id INTEGER REFERENCES document (id),
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        CHECK ((discount_day IS NULL) = (discount_minor IS NULL)),
        CHECK ((retention_minor IS NULL) = (retention_due_day IS NULL))
    ) STRICT
    """,
    "CREATE INDEX own_document_credits ON own_document (credits_document_id)"
    " WHERE credits_document_id IS NOT NULL",
    "CREATE INDEX own_document_belongs ON own_document (belongs_document_id)"
    " WHERE belongs_document_id IS NOT NULL",
    f"""
    CREATE TABLE work_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {CUSTOMER},
        done_day TEXT NOT NULL CHECK (done_day {DAY}),
        description TEXT NOT NULL CHECK (description <> ''),
        {_QUANTITY},
        unit TEXT NOT NULL,
        {_PRICE},
        discount TEXT NOT NULL,
        tax_code TEXT NOT NULL,
        job TEXT NOT NULL,
        order_number TEXT NOT NULL,
        document_id INTEGER REFERENCES document (id),
        invoiced_day TEXT CHECK (invoiced_day {DAY}),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX work_item_customer ON work_item (customer_id) WHERE document_id IS NULL",
    "CREATE INDEX work_item_document ON work_item (document_id) WHERE document_id IS NOT NULL",
    f"""
    CREATE TABLE line (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        document_id INTEGER NOT NULL REFERENCES document (id),
        place INTEGER NOT NULL CHECK (place >= 1),
        description TEXT NOT NULL,
        {_QUANTITY},
        unit TEXT NOT NULL,
        {_PRICE},
        discount TEXT NOT NULL,
        tax_code TEXT NOT NULL,
        tax_rate TEXT NOT NULL CHECK (tax_rate {DECIMAL.format("tax_rate")}),
        amount_minor INTEGER NOT NULL CHECK (abs(amount_minor) <= {LIMIT}),
        work_item_id INTEGER REFERENCES work_item (id),
        credits_place INTEGER CHECK (credits_place >= 1),
        UNIQUE (document_id, place)
    ) STRICT
    """,
    f"""
    CREATE TABLE document_tax (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        document_id INTEGER NOT NULL REFERENCES document (id),
        place INTEGER NOT NULL CHECK (place >= 1),
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        rate TEXT NOT NULL CHECK (rate {DECIMAL.format("rate")}),
        net_minor INTEGER NOT NULL CHECK (abs(net_minor) <= {LIMIT}),
        tax_minor INTEGER NOT NULL CHECK (abs(tax_minor) <= {LIMIT}),
        UNIQUE (document_id, place)
    ) STRICT
    """,
    f"""
    CREATE TABLE document_paper (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
        paper_id INTEGER NOT NULL UNIQUE REFERENCES paper (id)
    ) STRICT
    """,
    """
    CREATE TABLE invoice_draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        customer_id INTEGER REFERENCES customer (id),
        kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note', 'charge_note')),
        begun_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        typed TEXT NOT NULL CHECK (json_valid(typed))
    ) STRICT
    """,
    f"""
    CREATE TABLE receipt_extra (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        receipt_id INTEGER NOT NULL REFERENCES receipt (id),
        entry_id INTEGER NOT NULL UNIQUE REFERENCES entry (id)
    ) STRICT
    """,
    "CREATE INDEX receipt_extra_receipt ON receipt_extra (receipt_id)",
    f"""
    CREATE TABLE receipt_bank (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        receipt_id INTEGER NOT NULL UNIQUE REFERENCES receipt (id),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND {LIMIT})
    ) STRICT
    """,
    "CREATE INDEX entry_bounced ON entry (receipt_id, day) WHERE kind = 'bounce'",
    "CREATE INDEX receipt_day ON receipt (day, id) WHERE void_action_id IS NULL",
    f"""
    CREATE TABLE deposit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        job TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX deposit_entry ON deposit (entry_id)",
    f"""
    CREATE TABLE deposit_release (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        deposit_id INTEGER NOT NULL REFERENCES deposit (id),
        day TEXT NOT NULL CHECK (day {DAY}),
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX deposit_release_deposit ON deposit_release (deposit_id)",
    f"""
    CREATE TABLE claim (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        interaction_id INTEGER REFERENCES interaction (id),
        day TEXT NOT NULL CHECK (day {DAY}),
        by_whom TEXT NOT NULL,
        paid_day TEXT NOT NULL CHECK (paid_day {DAY}),
        method TEXT NOT NULL,
        reference TEXT NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        amount_minor INTEGER CHECK (amount_minor BETWEEN 1 AND {LIMIT}),
        until_day TEXT NOT NULL CHECK (until_day {DAY}),
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX claim_customer ON claim (customer_id)",
    f"""
    CREATE TABLE claim_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        claim_id INTEGER NOT NULL REFERENCES claim (id),
        entry_id INTEGER NOT NULL REFERENCES entry (id)
    ) STRICT
    """,
    "CREATE INDEX claim_item_claim ON claim_item (claim_id)",
    f"""
    CREATE TABLE claim_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        claim_id INTEGER NOT NULL REFERENCES claim (id),
        kind TEXT NOT NULL CHECK (kind IN ('found', 'not_found', 'withdrawn', 'replaced')),
        day TEXT NOT NULL CHECK (day {DAY}),
        receipt_id INTEGER REFERENCES receipt (id),
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX claim_event_claim ON claim_event (claim_id)",
)
"""Quantities and prices are decimal text, ``discount`` percent or ''. ``amount_minor`` of a line is
net or gross as the document's ``prices`` say. ``receipt_extra`` names what came with a receipt
beside its money: discount taken, bank charge, tax withheld, and what takes these back when it
bounces. ``receipt_bank`` is what the bank booked where that is another sum than was paid."""
