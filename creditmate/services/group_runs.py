"""When a group pays, for whom of it no payment run of its own is known."""

from datetime import date

from creditmate.db.aged import aged_sums
from creditmate.db.customer_records import payment_runs
from creditmate.db.customers import customers_by_id
from creditmate.domain.customer_facts import CustomerFacts
from creditmate.domain.payment_runs import promise_day
from creditmate.services.calendars import customer_calendar


def group_run(facts: CustomerFacts, as_at: date) -> date | None:
    """Return the next day on which a customer's group pays; None where that is not known.

    A branch is paid for by its head office. A head office answers for its branches: by the day
    returned everyone of those that owe anything, and whose run is known, has paid once.
    """
    if facts.head_office is not None:
        members = [facts.head_office.id]
    else:
        branches = [branch.id for branch in facts.branches]
        owing = {id_ for id_, _ in aged_sums(as_at, branches)} if branches else set()
        members = [id_ for id_ in branches if id_ in owing]
    runs, rows = payment_runs(members), customers_by_id(members)
    days = (
        promise_day(run, as_at, customer_calendar(rows[id_].country, as_at))
        for id_, run in runs.items()
    )
    return max(days, default=None)
