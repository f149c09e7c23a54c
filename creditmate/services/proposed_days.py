"""The day that a promise is proposed for: when the customer can pay what is spoken of."""

from collections.abc import Iterable, Sequence
from datetime import date

from creditmate.db.customer_records import payment_runs
from creditmate.db.customers import customers_by_id
from creditmate.db.entries import open_entries
from creditmate.domain.customer_facts import CustomerFacts
from creditmate.domain.payment_runs import promise_day
from creditmate.domain.rows import OpenEntryRow
from creditmate.services.calendars import customer_calendar


def proposed_day(
    customer: int,
    facts: CustomerFacts,
    entries: Sequence[OpenEntryRow],
    currency: str,
    as_at: date,
) -> date | None:
    """Return the first payment run after a day that takes everything spoken of; None: not known.

    An invoice that came after the customer's cut-off waits for the run after the next cut-off.
    Of a customer without a rule of its own it is the group's: a branch is paid for by its head
    office; for a head office it is the day by which everyone of its branches that owe anything,
    and whose run is known, has paid once.

    Args:
        customer: Of whom a promise is asked.
        facts: The customer's.
        entries: What is open on its account.
        currency: Of what is spoken of.
        as_at: The day of the talk.
    """
    own = _newest(entries, currency, as_at)
    if facts.pays.run is not None:
        spoken = {customer: own}
    elif facts.head_office is not None:
        spoken = {facts.head_office.id: own}
    else:
        spoken = _of_branches([branch.id for branch in facts.branches], currency, as_at)
    return max(_days(spoken, as_at), default=None)


def _of_branches(branches: Sequence[int], currency: str, as_at: date) -> dict[int, date | None]:
    """What is spoken of with a head office, by the branch that owes it."""
    theirs: dict[int, list[OpenEntryRow]] = {}
    for row in open_entries(branches, as_at):
        if row.due_day is not None:
            theirs.setdefault(row.customer_id, []).append(row)
    return {branch: _newest(rows, currency, as_at) for branch, rows in theirs.items()}


def _newest(entries: Iterable[OpenEntryRow], currency: str, as_at: date) -> date | None:
    """The day of the newest item that is due: what is not due yet is not asked for."""
    due = (
        row.day
        for row in entries
        if row.open.currency == currency and row.due_day is not None and row.due_day <= as_at
    )
    return max(due, default=None)


def _days(spoken: dict[int, date | None], as_at: date) -> list[date]:
    """The run of each that takes its newest item, of those of whom it is known."""
    runs, rows = payment_runs(list(spoken)), customers_by_id(list(spoken))
    return [
        promise_day(
            run,
            as_at,
            customer_calendar(rows[id_].country, as_at, rows[id_].region),
            invoice_day=spoken[id_],
            cut_off=cut_off,
        )
        for id_, (run, cut_off) in runs.items()
    ]
