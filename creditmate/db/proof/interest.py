"""What became of interest: about the customer's own item, in its currency, charged on its notes."""

from collections.abc import Iterator

from creditmate.db.proof.finding import Finding, from_query

_ITEMS = """
    SELECT v.id, v.customer_id, e.customer_id FROM interest_event v
    JOIN entry e ON e.id = v.entry_id
    WHERE v.void_action_id IS NULL AND (
        e.customer_id <> v.customer_id OR e.currency <> v.currency
        OR e.kind NOT IN ('invoice', 'opening') OR e.due_day >= v.until_day)
"""

_NOTES = """
    SELECT v.id, d.kind, d.number FROM interest_event v JOIN document d ON d.id = v.document_id
    WHERE v.void_action_id IS NULL AND (
        d.kind <> 'charge_note' OR d.customer_id <> v.customer_id OR d.currency <> v.currency)
"""

_SUMS = """
    SELECT d.id, d.gross_minor, sum(v.interest_minor + v.fixed_minor) AS charged
    FROM interest_event v JOIN document d ON d.id = v.document_id
    WHERE v.void_action_id IS NULL GROUP BY d.id
    HAVING charged > coalesce(d.net_minor, d.gross_minor)
"""

_CANCELLED = """
    SELECT v.id, v.document_id FROM interest_event v
    JOIN entry e ON e.document_id = v.document_id AND e.kind = 'cancellation'
    WHERE v.void_action_id IS NULL AND e.void_action_id IS NULL
"""

_HALVES = """
    SELECT id, from_day FROM reference_rate
    WHERE void_action_id IS NULL AND substr(from_day, 6) NOT IN ('01-01', '07-01')
"""

_TWICE = """
    SELECT max(id), scheme, from_day FROM reference_rate WHERE void_action_id IS NULL
    GROUP BY scheme, from_day HAVING count(*) > 1
"""

_RULES = (
    ("interest-is-about-its-customers-item", "interest_event", _ITEMS),
    ("interest-charged-on-a-charge-note", "interest_event", _NOTES),
    ("interest-within-its-charge-note", "document", _SUMS),
    ("interest-undecided-once-its-note-is-cancelled", "interest_event", _CANCELLED),
    ("reference-rate-of-a-half-year", "reference_rate", _HALVES),
    ("reference-rate-once-for-a-half-year", "reference_rate", _TWICE),
)


def prove_interest() -> Iterator[Finding]:
    """Prove every rule about interest and the rates it is built on."""
    for rule, table, sql in _RULES:
        yield from from_query(rule, table, sql)
