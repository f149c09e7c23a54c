"""Interest in the sample: waived for one customer; charged to nobody, and never by itself.

A late invoice of a British company earns statutory interest by itself, and one that was paid late
lately waits to be decided.
"""

from datetime import date, timedelta

from creditmate.db.gateway import Writing
from creditmate.domain.interest_events import EventKind
from creditmate.services.interest_book import late_interest
from creditmate.services.interest_writing import BOTH, new_event, write_event
from creditmate.services.sample.situations import SITUATIONS
from creditmate.services.sample.write import Ids

_DAYS_AGO = 4
_WHY = "Nigel is only in on Tuesdays, and the run was on a Monday"


def write_interest(writing: Writing, ids: Ids, today: date) -> None:
    """Waive what came up on the open invoices of one customer a few days ago."""
    day = today - timedelta(days=_DAYS_AGO)
    customer = ids.customers[SITUATIONS["interest_waived"]]
    for one in late_interest(day, [customer]):
        if not one.is_paid and one.left.total:
            event = new_event(one, day, BOTH)
            write_event(writing, EventKind.WAIVED, customer, day, event, _WHY)
