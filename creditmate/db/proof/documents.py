"""Documents of our own: what stands on them agrees with what they come to, and with their paper."""

from collections.abc import Iterator

from creditmate.db.proof.finding import Finding, from_query

_SUMS = """
    SELECT o.document_id, d.number,
           coalesce((SELECT sum(amount_minor) FROM line WHERE document_id = d.id), 0) AS lines,
           coalesce((SELECT sum(net_minor) FROM document_tax WHERE document_id = d.id), 0) AS net,
           coalesce((SELECT sum(tax_minor) FROM document_tax WHERE document_id = d.id), 0) AS tax
    FROM own_document o JOIN document d ON d.id = o.document_id
    WHERE d.gross_minor <> net + tax OR d.net_minor <> net OR d.tax_minor <> tax
       OR lines <> CASE o.prices WHEN 'net' THEN net ELSE net + tax END
"""
_PLACES = """
    SELECT document_id, count(*), max(place) FROM line
    GROUP BY document_id HAVING count(*) <> max(place)
"""
_PAPERS = """
    SELECT d.id, d.number, coalesce(p.number, 'no paper')
    FROM own_document o JOIN document d ON d.id = o.document_id
    LEFT JOIN document_paper dp ON dp.document_id = d.id LEFT JOIN paper p ON p.id = dp.paper_id
    WHERE p.number IS NOT d.number OR p.kind <> d.kind OR p.customer_id <> d.customer_id
       OR abs(p.total_minor) <> d.gross_minor OR p.as_at_day <> d.day
"""
_RETENTIONS = """
    SELECT d.id, d.number, o.retention_minor FROM own_document o
    JOIN document d ON d.id = o.document_id
    WHERE o.retention_minor IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM entry e WHERE e.document_id = d.id AND e.kind = 'invoice'
        AND e.due_day = o.retention_due_day AND e.amount_minor = o.retention_minor)
"""
_CREDITED = """
    SELECT d.id, d.number, d.gross_minor,
           sum(c.gross_minor) + coalesce((SELECT sum(-e.amount_minor) FROM entry e
               WHERE e.document_id = d.id AND e.kind = 'cancellation'
               AND e.void_action_id IS NULL), 0) AS taken
    FROM own_document o JOIN document c ON c.id = o.document_id
    JOIN document d ON d.id = o.credits_document_id
    GROUP BY d.id HAVING taken > d.gross_minor
"""
_CHARGES = """
    SELECT d.id, d.number, o.belongs_document_id FROM own_document o
    JOIN document d ON d.id = o.document_id JOIN document i ON i.id = o.belongs_document_id
    WHERE d.kind <> 'charge_note' OR i.kind <> 'invoice' OR i.customer_id <> d.customer_id
       OR i.day > d.day
"""
_WORK = """
    SELECT w.id, w.document_id FROM work_item w WHERE w.document_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM line l WHERE l.document_id = w.document_id AND l.work_item_id = w.id)
"""

_RULES = (
    ("document-adds-up", "document", _SUMS),
    ("lines-in-order", "document", _PLACES),
    ("document-on-its-paper", "document", _PAPERS),
    ("retention-is-a-part", "document", _RETENTIONS),
    ("credited-no-more-than-invoiced", "document", _CREDITED),
    ("charge-for-an-invoice-of-the-same-customer", "document", _CHARGES),
    ("work-on-its-invoice", "work_item", _WORK),
)


def prove_documents() -> Iterator[Finding]:
    """Prove every own document that was issued with its lines."""
    for rule, table, sql in _RULES:
        yield from from_query(rule, table, sql)
