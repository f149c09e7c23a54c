"""Format 1: the business, its people, its customers and theirs."""

from creditmate.db.migrations.m0001.columns import ACTION, DAY, RECORD

PEOPLE: tuple[str, ...] = (
    f"""
    CREATE TABLE business (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id = 1),
        ledger_uid TEXT NOT NULL,
        name TEXT NOT NULL,
        trade_line TEXT NOT NULL,
        legal_line TEXT NOT NULL,
        address TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        tax_number TEXT NOT NULL,
        contact_name TEXT NOT NULL,
        bank_payee TEXT NOT NULL,
        bank_sort_code TEXT NOT NULL,
        bank_account TEXT NOT NULL,
        iban TEXT NOT NULL,
        bic TEXT NOT NULL,
        country TEXT NOT NULL CHECK (length(country) = 2),
        zone TEXT NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        locale TEXT NOT NULL,
        accent TEXT NOT NULL,
        books_kept TEXT NOT NULL,
        sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
        {RECORD}
    ) STRICT
    """,
    f"""
    CREATE TABLE setting (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id = 1),
        content TEXT NOT NULL,
        {RECORD}
    ) STRICT
    """,
    f"""
    CREATE TABLE series (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL UNIQUE,
        pattern TEXT NOT NULL,
        {RECORD}
    ) STRICT
    """,
    f"""
    CREATE TABLE staff (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (name <> ''),
        initials TEXT NOT NULL,
        role TEXT NOT NULL,
        os_login TEXT NOT NULL,
        {RECORD}
    ) STRICT
    """,
    f"""
    CREATE TABLE payment_terms (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        form TEXT NOT NULL CHECK (form <> ''),
        parameters TEXT NOT NULL
    ) STRICT
    """,
    f"""
    CREATE TABLE customer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL CHECK (code <> ''),
        code_key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL CHECK (name <> ''),
        trading_name TEXT NOT NULL,
        legal_form TEXT NOT NULL,
        country TEXT NOT NULL CHECK (length(country) = 2),
        zone TEXT NOT NULL,
        locale TEXT NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        payment_terms_id INTEGER REFERENCES payment_terms (id),
        company_number TEXT NOT NULL,
        tax_number TEXT NOT NULL,
        remember TEXT NOT NULL,
        owner_id INTEGER REFERENCES staff (id),
        merged_into_id INTEGER REFERENCES customer (id),
        {RECORD}
    ) STRICT
    """,
    f"""
    CREATE TABLE site (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        kind TEXT NOT NULL CHECK (kind IN ('billing', 'delivery')),
        address TEXT NOT NULL,
        postcode TEXT NOT NULL,
        country TEXT NOT NULL CHECK (length(country) = 2),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX site_customer ON site (customer_id)",
    f"""
    CREATE TABLE contact (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        name TEXT NOT NULL CHECK (name <> ''),
        role TEXT NOT NULL,
        authority TEXT NOT NULL CHECK (authority IN ('decides', 'pays', 'none', 'unknown')),
        channel TEXT NOT NULL CHECK (channel IN ('call', 'email', 'letter', 'text')),
        best_time TEXT NOT NULL,
        notes TEXT NOT NULL,
        confirmed_day TEXT CHECK (confirmed_day {DAY}),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX contact_customer ON contact (customer_id)",
    f"""
    CREATE TABLE phone (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id),
        number TEXT NOT NULL CHECK (number <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('office', 'mobile', 'other')),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX phone_contact ON phone (contact_id)",
    f"""
    CREATE TABLE email (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id),
        address TEXT NOT NULL CHECK (address <> ''),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX email_contact ON email (contact_id)",
)
