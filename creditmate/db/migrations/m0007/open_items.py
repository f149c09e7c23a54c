"""The index of open entries answers by itself what a list of customers has open."""

OPEN_ITEMS = (
    "DROP INDEX entry_open",
    """
    CREATE INDEX entry_open ON entry
        (customer_id, currency, due_day, day, open_minor, kind, amount_minor)
        WHERE open_minor <> 0
    """,
)
