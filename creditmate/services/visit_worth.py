"""What visits cost against the money that came in after them, read from the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.db.customers import customers_by_id
from creditmate.db.groups import branches_of
from creditmate.db.visit_money import made_visits, money_between
from creditmate.domain.visit_worth import (
    WINDOWS,
    AllVisits,
    VisitMade,
    VisitWorth,
    all_visits,
    worth_of,
)
from creditmate.services.customers import require_customer


@dataclass(frozen=True, slots=True)
class WorthRow:
    """A visit that was made, to whom, and its cost against what came in."""

    code: str
    name: str
    number: str
    worth: VisitWorth


@dataclass(frozen=True, slots=True)
class Worths:
    """Visits one by one, the latest first, and all of them together."""

    rows: tuple[WorthRow, ...]
    together: AllVisits

    def of(self, visit: int) -> WorthRow | None:
        """Return one visit's by its id; None if it was not made."""
        return next((row for row in self.rows if row.worth.visit.id == visit), None)


class VisitWorths:
    """What visits cost and what came in within 30, 60 and 90 days."""

    def all(self, as_at: date, code: str = "") -> Worths:
        """Return the visits that were made by a day, to everybody or to one customer.

        Ways on which nobody was met are among them: they cost. A head office's branches count
        with it. Each receipt counts for the latest visit held before it.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        only = require_customer(code).id if code else None
        known = made_visits(as_at)
        groups = branches_of([visit.customer for visit in known])
        made = {
            visit.id: VisitMade(
                visit.id,
                visit.day,
                frozenset({visit.customer, *groups.get(visit.customer, ())}),
                visit.cost,
                visit.held,
                visit.in_vain,
            )
            for visit in known
        }
        whose = {visit.id: (visit.customer, visit.number) for visit in known}
        customers = customers_by_id(sorted({visit.customer for visit in known}))
        rows = []
        for worth in _worths(list(made.values()), as_at):
            customer, number = whose[worth.visit.id]
            if only in {None, customer}:
                row = customers[customer]
                rows.append(WorthRow(row.code, row.name, number, worth))
        return Worths(tuple(rows), all_visits([row.worth for row in rows]))


def _worths(made: Sequence[VisitMade], as_at: date) -> list[VisitWorth]:
    if not made:
        return []
    payers = sorted({customer for visit in made for customer in visit.customers})
    days = [visit.day for visit in made]
    last = max(days) + timedelta(WINDOWS[-1])
    return worth_of(made, money_between(payers, min(days), last, as_at), as_at)
