"""Money in and what is said to be paid: what belongs to a receipt, deposits, claims."""

from collections.abc import Iterator

from creditmate.db.proof.finding import Finding, from_query

_EXTRAS = """
    SELECT x.id, e.kind, e.receipt_id FROM receipt_extra x
    JOIN entry e ON e.id = x.entry_id JOIN receipt r ON r.id = x.receipt_id
    WHERE e.kind NOT IN ('discount', 'bank_charge', 'tax_withheld', 'bounce')
       OR e.receipt_id IS NOT x.receipt_id OR e.currency <> r.currency
       OR (r.void_action_id IS NOT NULL AND e.void_action_id IS NULL)
"""

_BANK = """
    SELECT b.id, b.amount_minor, r.amount_minor FROM receipt_bank b
    JOIN receipt r ON r.id = b.receipt_id
    WHERE b.currency = r.currency AND b.amount_minor >= r.amount_minor
"""

_BOUNCED = """
    WITH parts AS (
        SELECT e.receipt_id, e.kind, e.amount_minor, e.open_minor,
               e.id IN (SELECT entry_id FROM receipt_extra) AS beside
        FROM entry e WHERE e.receipt_id IN (SELECT receipt_id FROM entry
            WHERE kind = 'bounce' AND void_action_id IS NULL)
            AND e.void_action_id IS NULL AND e.kind <> 'refund'
    )
    SELECT receipt_id, sum(amount_minor) AS whole, sum(abs(open_minor)) AS left FROM parts
    GROUP BY receipt_id HAVING whole <> 0 OR left <> 0
        OR sum(amount_minor * (beside = 0)) <> 0
"""

_DEPOSITS = """
    SELECT d.id, e.kind FROM deposit d JOIN entry e ON e.id = d.entry_id
    WHERE e.kind <> 'receipt' OR (d.void_action_id IS NULL AND e.void_action_id IS NOT NULL)
"""

_HELD = """
    SELECT d.id, a.day, sum(a.amount_minor) FROM deposit d
    JOIN allocation a ON a.credit_entry_id = d.entry_id JOIN entry e ON e.id = a.debit_entry_id
    LEFT JOIN (SELECT deposit_id, min(day) AS day FROM deposit_release
        WHERE void_action_id IS NULL GROUP BY deposit_id) r ON r.deposit_id = d.id
    WHERE d.void_action_id IS NULL AND e.kind NOT IN ('bounce', 'refund')
        AND a.day < coalesce(r.day, '9999-12-31')
    GROUP BY d.id, a.debit_entry_id, a.day HAVING sum(a.amount_minor) <> 0
"""

_RELEASES = """
    SELECT l.id, l.day, e.day FROM deposit_release l JOIN deposit d ON d.id = l.deposit_id
    JOIN entry e ON e.id = d.entry_id
    WHERE l.void_action_id IS NULL AND (l.day < e.day OR d.void_action_id IS NOT NULL)
"""

_CLAIM_DAYS = """
    SELECT id, paid_day, day, until_day FROM claim WHERE paid_day > day OR until_day < day
"""

_CLAIM_ITEMS = """
    SELECT i.id, c.customer_id, e.customer_id FROM claim_item i
    JOIN claim c ON c.id = i.claim_id JOIN entry e ON e.id = i.entry_id
    WHERE e.customer_id <> c.customer_id OR e.currency <> c.currency OR e.amount_minor < 0
"""

# A head office's word may come true in money of a branch: of one that is, or that was, as records
# of edits say, and also if the branch was merged into somebody since.
_CLAIM_EVENTS = """
    WITH money AS (
        SELECT id, receipt_id, customer_id FROM entry WHERE kind = 'receipt'
            AND void_action_id IS NULL AND receipt_id IN (SELECT receipt_id FROM claim_event)
    ), payer AS (
        SELECT receipt_id, customer_id FROM money
        UNION SELECT m.receipt_id, r.from_customer_id FROM money m
            JOIN repointed r ON r.entity = 'entry' AND r.entity_id = m.id
    ), speaker AS (
        SELECT id AS customer_id, id AS for_id FROM customer
        UNION SELECT head_office_id, id FROM customer
        UNION SELECT json_extract(plain, '$.before.head_office_id'), entity_id FROM change
            WHERE entity = 'customer' AND op = 'edit'
        UNION SELECT json_extract(plain, '$.after.head_office_id'), entity_id FROM change
            WHERE entity = 'customer' AND op = 'edit'
    )
    SELECT v.id, v.kind, v.day FROM claim_event v JOIN claim c ON c.id = v.claim_id
    WHERE v.void_action_id IS NULL AND (
        v.day < c.day OR c.void_action_id IS NOT NULL
        OR (v.kind = 'found') <> (v.receipt_id IS NOT NULL)
        OR (v.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payer p
            JOIN speaker s ON s.for_id = p.customer_id
            WHERE p.receipt_id = v.receipt_id AND s.customer_id = c.customer_id)))
"""

_RULES = (
    ("extra-belongs-to-its-receipt", "receipt_extra", _EXTRAS),
    ("bank-booked-less", "receipt_bank", _BANK),
    ("bounce-takes-all-of-a-receipt", "receipt", _BOUNCED),
    ("deposit-is-money-in", "deposit", _DEPOSITS),
    ("deposit-unused-while-held", "deposit", _HELD),
    ("deposit-released-after-it-came", "deposit_release", _RELEASES),
    ("claim-days-in-order", "claim", _CLAIM_DAYS),
    ("claim-is-about-its-customers-items", "claim_item", _CLAIM_ITEMS),
    ("claim-found-in-its-customers-money", "claim_event", _CLAIM_EVENTS),
)


def prove_money_in() -> Iterator[Finding]:
    """Prove every rule about what belongs to receipts, deposits, and claims to have paid."""
    for rule, table, sql in _RULES:
        yield from from_query(rule, table, sql)
