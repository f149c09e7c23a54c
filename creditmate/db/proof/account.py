"""The account's invariants (data-model.md, 1-3) and the figures kept from it."""

from collections.abc import Iterator

from creditmate.db.proof.finding import Finding, from_query

_SIGNED = """
    SELECT debit_entry_id AS entry_id, day, amount_minor AS amount FROM allocation
    UNION ALL
    SELECT credit_entry_id, day, -amount_minor FROM allocation
"""

_OPEN_IS_KEPT = f"""
    SELECT e.id, e.open_minor, e.amount_minor - coalesce(sum(a.amount), 0) AS worked_out
    FROM entry e LEFT JOIN ({_SIGNED}) a ON a.entry_id = e.id
    GROUP BY e.id
    HAVING e.open_minor <> CASE WHEN e.void_action_id IS NULL THEN worked_out ELSE 0 END
        OR (e.void_action_id IS NOT NULL AND worked_out <> e.amount_minor)
"""  # noqa: S608 - own text

_OPEN_EVERY_DAY = f"""
    WITH days AS (SELECT entry_id, day, sum(amount) AS amount FROM ({_SIGNED}) GROUP BY 1, 2),
    so_far AS (
        SELECT entry_id, day, sum(amount) OVER (PARTITION BY entry_id ORDER BY day) AS taken
        FROM days
    )
    SELECT e.id, s.day, s.taken FROM so_far s JOIN entry e ON e.id = s.entry_id
    WHERE CASE WHEN e.void_action_id IS NOT NULL THEN s.taken <> 0
               WHEN e.amount_minor > 0 THEN s.taken NOT BETWEEN 0 AND e.amount_minor
               ELSE s.taken NOT BETWEEN e.amount_minor AND 0 END
"""  # noqa: S608 - own text

_PAIRS = """
    WITH so_far AS (
        SELECT max(id) AS id, day, sum(sum(amount_minor)) OVER (
            PARTITION BY debit_entry_id, credit_entry_id ORDER BY day) AS paired
        FROM allocation GROUP BY debit_entry_id, credit_entry_id, day
    )
    SELECT id, day, paired FROM so_far WHERE paired < 0
"""

_TAKEN_BACK_ONCE = """
    SELECT o.id, count(*), min(b.id) FROM allocation b JOIN allocation o ON o.id = b.reverses_id
    JOIN entry d ON d.id = b.debit_entry_id JOIN entry c ON c.id = b.credit_entry_id
    WHERE d.void_action_id IS NULL AND c.void_action_id IS NULL
    GROUP BY o.id HAVING count(*) > 1 OR min(b.amount_minor) <> -o.amount_minor
        OR min(b.debit_entry_id) <> o.debit_entry_id OR min(b.credit_entry_id) <> o.credit_entry_id
"""

# Two customers that were merged and taken apart again may have a match between them that was undone
# meanwhile: both rows are of one day and worth nothing together.
_FROZEN_COPIES = """
    SELECT a.id, d.kind, c.kind FROM allocation a
    JOIN entry d ON d.id = a.debit_entry_id JOIN entry c ON c.id = a.credit_entry_id
    WHERE d.amount_minor < 0 OR c.amount_minor > 0
       OR ((a.customer_id <> d.customer_id OR a.customer_id <> c.customer_id) AND NOT EXISTS (
            SELECT 1 FROM allocation o JOIN allocation b ON b.reverses_id = o.id
            JOIN action u ON u.id = b.action_id
            WHERE a.id IN (o.id, b.id) AND b.day = o.day AND u.undoes_id = o.action_id
              AND o.customer_id = b.customer_id
              AND EXISTS (SELECT 1 FROM merge WHERE void_action_id IS NOT NULL)))
       OR a.currency <> d.currency OR a.currency <> c.currency
       OR a.debit_day <> d.day OR a.due_day <> d.due_day OR a.credit_day <> c.day
"""

_CLOSED_DAY = f"""
    WITH moved AS (
        SELECT entry_id, day FROM ({_SIGNED}) GROUP BY entry_id, day HAVING sum(amount) <> 0
    )
    SELECT e.id, e.closed_day, max(m.day) AS worked_out
    FROM entry e LEFT JOIN moved m ON m.entry_id = e.id
    GROUP BY e.id
    HAVING e.closed_day IS NOT
        CASE WHEN e.open_minor = 0 AND e.void_action_id IS NULL THEN worked_out END
"""  # noqa: S608 - own text

_RECEIPTS = """
    SELECT r.id, r.amount_minor, -coalesce(sum(e.amount_minor), 0) AS entered
    FROM receipt r LEFT JOIN entry e ON e.receipt_id = r.id AND e.kind = 'receipt'
        AND e.void_action_id IS NULL
    WHERE r.void_action_id IS NULL GROUP BY r.id HAVING r.amount_minor <> entered
"""

_DOCUMENTS = """
    SELECT d.id, d.gross_minor, coalesce(sum(abs(e.amount_minor)), 0) AS entered
    FROM document d LEFT JOIN entry e ON e.document_id = d.id AND e.void_action_id IS NULL
        AND e.kind IN ('invoice', 'charge', 'credit_note')
    WHERE d.void_action_id IS NULL AND d.state = 'issued'
    GROUP BY d.id HAVING d.gross_minor <> entered
"""

_DISPUTES = """
    WITH latest AS (
        SELECT dispute_id, day, kind, row_number() OVER (
            PARTITION BY dispute_id ORDER BY day DESC, id DESC
        ) AS place
        FROM dispute_event WHERE void_action_id IS NULL
    )
    SELECT d.id, d.ended_day, v.day AS worked_out
    FROM dispute d
    LEFT JOIN latest v ON v.dispute_id = d.id AND v.place = 1 AND v.kind <> 'amended'
    WHERE d.ended_day IS NOT v.day
"""

_TASKS = """
    SELECT t.id, i.day, t.done_day FROM task t JOIN interaction i ON i.id = t.from_interaction_id
    WHERE t.done_day < i.day
"""

_RULES = (
    ("open-is-amount-less-allocations", "entry", _OPEN_IS_KEPT),
    ("open-between-nil-and-amount-every-day", "entry", _OPEN_EVERY_DAY),
    ("pair-never-negative", "allocation", _PAIRS),
    ("taken-back-once", "allocation", _TAKEN_BACK_ONCE),
    ("frozen-copies-equal-originals", "allocation", _FROZEN_COPIES),
    ("closed-day-is-last-movement", "entry", _CLOSED_DAY),
    ("receipt-fully-entered", "receipt", _RECEIPTS),
    ("document-fully-entered", "document", _DOCUMENTS),
    ("dispute-ended-day", "dispute", _DISPUTES),
    ("task-done-after-it-was-set", "task", _TASKS),
)


def prove_account() -> Iterator[Finding]:
    """Prove every rule about entries, allocations, documents, receipts and disputes."""
    for rule, table, sql in _RULES:
        yield from from_query(rule, table, sql)
