"""Forms of invoices being filled in: scratch, so written beside the gateway and in no digest."""

from peewee import JOIN

from creditmate.db.connection import database, transaction
from creditmate.db.models import Customer, InvoiceDraft
from creditmate.domain.invoice_rows import DraftRow


def put_draft(draft: DraftRow) -> int:
    """Keep a form in place of what was kept of it before, and return its id.

    One small row in a transaction of its own (reliability.md D9).

    Args:
        draft: With the id 0 for a form that is kept for the first time.
    """
    with transaction():
        return put_draft_within(draft)


def put_draft_within(draft: DraftRow) -> int:
    """The same within a transaction that is open."""
    row = {
        "customer_id": draft.customer_id,
        "kind": draft.kind,
        "begun_at": draft.begun_at,
        "saved_at": draft.saved_at,
        "typed": draft.typed,
    }
    known = InvoiceDraft.update(**row).where(InvoiceDraft.id == draft.id).execute()
    if known:
        return draft.id
    if draft.id:  # brought back after it was thrown away
        row["id"] = draft.id
    return int(InvoiceDraft.insert(**row).execute())


def drafts() -> list[DraftRow]:
    """Return every form that was not finished, the one typed in last first."""
    query = (
        InvoiceDraft.select(
            InvoiceDraft.id, InvoiceDraft.customer_id, Customer.code, Customer.name,
            InvoiceDraft.kind, InvoiceDraft.begun_at, InvoiceDraft.saved_at, InvoiceDraft.typed,
        )
        .join(Customer, JOIN.LEFT_OUTER, on=Customer.id == InvoiceDraft.customer_id)
        .order_by(InvoiceDraft.saved_at.desc(), InvoiceDraft.id.desc())
    )  # fmt: skip
    return [
        DraftRow(id_, customer, code or "", name or "", kind, begun, saved, typed)
        for id_, customer, code, name, kind, begun, saved, typed in database.execute(query)
    ]


def draft(id_: int) -> DraftRow | None:
    """Return a form that was not finished."""
    return next((row for row in drafts() if row.id == id_), None)


def drop_draft(id_: int) -> None:
    """Throw a form away."""
    with transaction():
        drop_draft_within(id_)


def drop_draft_within(id_: int) -> None:
    """The same within a transaction that is open: what was typed is issued now."""
    InvoiceDraft.delete().where(InvoiceDraft.id == id_).execute()
