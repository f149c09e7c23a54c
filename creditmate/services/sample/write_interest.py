"""Interest in the sample: a contract's rate, one waiver; charged to nobody, and never by itself.

A late invoice of a British company earns the law's interest by itself, and one that was paid late
lately waits to be decided, one by one where it is worth it. One customer signed terms with a rate
of their own.
"""

from datetime import date, timedelta
from decimal import Decimal

from creditmate.db.acceptances import add_acceptance
from creditmate.db.gateway import Writing
from creditmate.db.terms import add_version
from creditmate.domain.acceptance import Capacity, Method, clauses_text
from creditmate.domain.interest_events import EventKind
from creditmate.domain.terms import Clause, ClauseKind, Per, wording_sha256
from creditmate.domain.wording import normal
from creditmate.services.interest_book import late_interest
from creditmate.services.interest_writing import BOTH, new_event, write_event
from creditmate.services.sample.situations import SITUATIONS
from creditmate.services.sample.write import Ids

_TITLE = "Terms for project orders"
_WORDING = """\
# 1. Project orders

These terms hold for orders that are delivered in stages.

# 2. When payment is late

2.1 We charge **1 % a month** on what is late, from the day after the due date.
"""
_CLAUSES = (
    Clause(ClauseKind.INTEREST, "1 % a month on what is late.", "2.1", Decimal(1), Per.MONTH),
)
_SIGNED_AGO, _WAIVED_AGO = 52, 1
_WHY = "Always early, and late for the first time"


def write_interest(writing: Writing, ids: Ids, today: date) -> None:
    """Let one customer sign a rate, and waive what came up for another."""
    contract = ids.customers[SITUATIONS["interest_by_contract"]]
    _sign(writing, contract, today - timedelta(days=_SIGNED_AGO))
    day = today - timedelta(days=_WAIVED_AGO)
    customer = ids.customers[SITUATIONS["interest_waived"]]
    for one in late_interest(day, [customer]):
        if not one.is_paid and one.left.total:
            event = new_event(one, day, BOTH)
            write_event(writing, EventKind.WAIVED, customer, day, event, _WHY)


def _sign(writing: Writing, customer: int, day: date) -> None:
    version = add_version(
        writing,
        _CLAUSES,
        None,
        title=_TITLE,
        language="en",
        number=1,
        effective_day=day,
        wording=normal(_WORDING),
        file_name="",
        pages=None,
        sha256=wording_sha256(_WORDING),
        note="",
    )
    add_acceptance(
        writing,
        customer_id=customer,
        terms_version_id=version,
        day=day,
        method=Method.SIGNED_TERMS.value,
        contact_id=None,
        by_whom="Craig Ashworth",
        capacity=Capacity.DIRECTOR.value,
        clauses=clauses_text({ClauseKind.INTEREST}),
        reference="",
        note="",
    )
