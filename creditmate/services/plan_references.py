"""The number of a plan in what a payer wrote stands for the invoices that the plan pays."""

from collections.abc import Sequence
from datetime import date

from creditmate.db.entries import entry_rows
from creditmate.db.plans import plans_of
from creditmate.domain.payment_reference import named_in


def with_plan_items(customers: Sequence[int], text: str, as_at: date) -> str:
    """Return what a payer wrote, and after it the numbers of what a plan named in it pays.

    Args:
        customers: Whose plans may be named.
        text: Reference and name as the payer wrote them.
        as_at: Plans agreed later are not known.
    """
    plans = [plan for own in plans_of(customers, as_at).values() for plan in own]
    if not plans:
        return text
    named = set(named_in(text, {plan.id: plan.number for plan in plans}))
    entries = sorted({entry for plan in plans if plan.id in named for entry in plan.entries})
    numbers = [row.number for row in entry_rows(entries, as_at) if row.number] if entries else []
    return " ".join((text, *numbers))
