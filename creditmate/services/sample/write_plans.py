"""A payment plan and more time in the sample: one part came, one is late, one is to come.

Nothing is owed or paid for them that was not before: the plan pays an invoice that has been paid
since and one that is late, the time is given for another late one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.db.connection import execute
from creditmate.db.extensions import add_extension
from creditmate.db.gateway import Writing
from creditmate.db.plans import add_plan, add_plan_event
from creditmate.domain.money import Money
from creditmate.domain.plan_schedule import schedule
from creditmate.domain.plan_terms import CURE_DAYS, Meanwhile, PlanTerms, Rhythm
from creditmate.domain.plans import PlanEvent, PlanEventKind, PlanItem
from creditmate.domain.receipts import Method
from creditmate.services.calendars import calendar_over
from creditmate.services.sample.situations import SITUATIONS
from creditmate.services.sample.write import Ids

_LATE = """
    SELECT e.id, e.day, e.open_minor FROM entry e
    WHERE e.customer_id = ?1 AND e.kind = 'invoice' AND e.currency = 'GBP' AND e.open_minor > 0
        AND e.due_day < ?2 AND e.open_minor = e.amount_minor
        AND e.customer_id NOT IN (SELECT customer_id FROM dispute)
        AND e.customer_id NOT IN (SELECT customer_id FROM promise WHERE side = 'theirs')
    ORDER BY e.due_day, e.id LIMIT 1
"""
_PAID = """
    SELECT a.debit_entry_id, r.day, a.amount_minor, d.day
    FROM entry r JOIN allocation a ON a.credit_entry_id = r.id
    JOIN entry d ON d.id = a.debit_entry_id
    WHERE r.customer_id = ?1 AND r.kind = 'receipt' AND r.day BETWEEN ?2 AND ?3
        AND -r.amount_minor = a.amount_minor AND d.kind = 'invoice'
    ORDER BY r.day DESC, r.id LIMIT 1
"""
_AGO = 25
"""Days within which the first part came."""
_LATER, _SOON = 9, 6


@dataclass(frozen=True, slots=True)
class _Item:
    entry: int
    day: date
    minor: int


def write_plans(writing: Writing, ids: Ids, posted: date, today: date) -> None:
    """Agree a plan with one customer, and give another more time."""
    told_of = set(SITUATIONS.values())
    quiet = {code: id_ for code, id_ in sorted(ids.customers.items()) if code not in told_of}
    late = dict(_late(quiet, today))
    planned = next((id_ for id_ in late if _agree(writing, id_, late[id_], posted, today)), None)
    for id_, item in late.items():
        if id_ != planned:
            _give_time(writing, id_, item.entry, today)
            return


def _late(customers: Mapping[str, int], today: date) -> Iterator[tuple[int, _Item]]:
    """An invoice of each that is late or nearly, of those with whom nothing else was agreed."""
    soon = today + timedelta(days=_SOON)
    for id_ in customers.values():
        for entry, day, minor in execute(_LATE, (id_, soon.isoformat())):
            yield id_, _Item(entry, date.fromisoformat(day), minor)


def _agree(writing: Writing, customer: int, late: _Item, posted: date, today: date) -> bool:
    """Agree a plan where the first part has come since; tell whether it was."""
    since = today - timedelta(days=_AGO)
    days = since.isoformat(), (posted - timedelta(days=2)).isoformat()
    for entry, came, minor, billed in execute(_PAID, (customer, *days)):
        first = date.fromisoformat(came)
        day = max(first - timedelta(days=3), late.day, date.fromisoformat(billed))
        calendar = calendar_over("GB", "", day, today + timedelta(days=60))
        if day > first or calendar.next_working(first) != first:
            return False
        whole, down = Money(minor + late.minor, "GBP"), Money(minor, "GBP")
        missed = posted
        while not calendar.is_working(missed):
            missed -= timedelta(days=1)
        terms = PlanTerms(first=missed, parts=2, down=down, down_by=first)
        if missed <= first or missed >= today:
            return False
        plan = add_plan(
            writing,
            [PlanItem(entry, minor), PlanItem(late.entry, late.minor)],
            schedule(whole, terms, day, calendar),
            customer_id=customer,
            interaction_id=None,
            day=day,
            number=f"P-{day:%y%m}-001",
            contact_id=None,
            by_whom="",
            staff_id=None,
            currency="GBP",
            amount_minor=whole.minor,
            rhythm=Rhythm(terms.every).code,
            method=Method.TRANSFER.value,
            reference=f"P-{day:%y%m}-001",
            interest=Meanwhile.WAIVED.value,
            cure_days=CURE_DAYS,
            note="Their largest customer pays them late this quarter.",
        )
        add_plan_event(writing, plan, PlanEvent(PlanEventKind.SIGNED, first, "By e-mail"))
        return True
    return False


def _give_time(writing: Writing, customer: int, entry: int, today: date) -> None:
    add_extension(
        writing,
        [entry],
        customer_id=customer,
        interaction_id=None,
        day=today - timedelta(days=1),
        to_day=today + timedelta(days=_LATER),
        staff_id=None,
        by_whom="",
        interest=Meanwhile.RUNS.value,
        reason="Waiting for a signature; always paid before.",
    )
