"""Call forms being filled in: scratch, so written beside the gateway and in no digest."""

from creditmate.db.connection import database, transaction
from creditmate.db.models import CallDraft, Customer
from creditmate.domain.rows import CallDraftRow


def put_draft(draft: CallDraftRow) -> None:
    """Keep what is being typed of a call with a customer, in place of what was kept before.

    One small row in a transaction of its own: a few milliseconds with the disk's sync
    (reliability.md D9).
    """
    with transaction():
        put_draft_within(draft)


def put_draft_within(draft: CallDraftRow) -> None:
    """The same within a transaction that is open: an undone call gets its form back."""
    row = {
        "customer_id": draft.customer_id,
        "begun_at": draft.begun_at,
        "saved_at": draft.saved_at,
        "typed": draft.typed,
    }
    CallDraft.delete().where(CallDraft.customer_id == draft.customer_id).execute()
    CallDraft.insert(**row).execute()


def draft_of(customer: int) -> CallDraftRow | None:
    """Return what was being typed of a call with a customer."""
    return next((row for row in drafts() if row.customer_id == customer), None)


def drafts() -> list[CallDraftRow]:
    """Return every call form that was not finished, the one typed in last first."""
    query = (
        CallDraft.select(
            CallDraft.customer_id, Customer.code, Customer.name, CallDraft.begun_at,
            CallDraft.saved_at, CallDraft.typed,
        )
        .join(Customer, on=Customer.id == CallDraft.customer_id)
        .order_by(CallDraft.saved_at.desc(), CallDraft.id.desc())
    )  # fmt: skip
    return [CallDraftRow(*row) for row in database.execute(query)]


def drop_draft(customer: int) -> None:
    """Throw away what was being typed of a call with a customer.

    Where nothing was kept nothing is written: that is done on a disk, too, that takes nothing.
    """
    if draft_of(customer) is None:
        return
    with transaction():
        drop_draft_within(customer)


def drop_draft_within(customer: int) -> None:
    """The same within a transaction that is open: what was typed is on record now."""
    CallDraft.delete().where(CallDraft.customer_id == customer).execute()
