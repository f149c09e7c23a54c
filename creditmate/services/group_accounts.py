"""How a whole group stands, for whoever talks to its head office: its line is about all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from creditmate.db.customers import customers_by_id
from creditmate.db.groups import branches_of
from creditmate.domain.ageing import Ageing, age
from creditmate.domain.case_picture import picture
from creditmate.domain.lateness import Lateness
from creditmate.domain.money import Money
from creditmate.domain.rows import OpenEntryRow
from creditmate.domain.statement import PayNow, nothing_to_pay
from creditmate.services.account_briefs import AccountBrief, accounts
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.settings import work_policy
from creditmate.services.work_cases import WorkCases


@dataclass(frozen=True, slots=True)
class GroupPart:
    """How one of a group stands, per currency."""

    code: str
    name: str
    ageings: tuple[Ageing, ...]

    @property
    def overdue(self) -> tuple[Money, ...]:
        """What of it is overdue, in each currency in which anything is."""
        return tuple(ageing.overdue for ageing in self.ageings if ageing.overdue)


@dataclass(frozen=True, slots=True)
class GroupAccount:
    """A head office and its branches as one; whoever is left in peace is not among them.

    ``parts`` has them one by one, ``pays`` is what the head office is asked for all of them;
    ``oldest_of`` is the name of whose item is the oldest that is open. ``lateness`` is how they
    pay, taken together: the reasons of the group's line say the same.
    """

    accounts: tuple[AccountBrief, ...]
    parts: tuple[GroupPart, ...]
    pays: tuple[PayNow, ...]
    oldest: OpenEntryRow | None
    oldest_of: str
    lateness: Lateness


def group_account(file: CustomerFile, as_at: date) -> GroupAccount | None:
    """Return how the group of a head office stands; None of anybody else."""
    head, book = file.case.customer, file.case.lateness.book
    if not branches_of([head]):
        return None
    reading = WorkCases(as_at, book, work_policy(as_at), holidays=False)
    files = read_files(reading.members(head), as_at, book, holidays=False)
    case = reading.case(files)
    seen = {one.case.customer: accounts(one, as_at) for one in files if one.rest is None}
    names = customers_by_id(seen)
    rows = [row for one in files if one.rest is None for row in one.entries]
    debits = [row for row in rows if row.due_day is not None]
    oldest = min(debits, key=lambda row: (row.due_day or date.max, row.id), default=None)
    pays = picture(case, as_at).pays
    return GroupAccount(
        accounts=_together(list(chain.from_iterable(seen.values())), rows, pays, as_at),
        parts=tuple(
            GroupPart(names[id_].code, names[id_].name, tuple(one.ageing for one in found))
            for id_, found in seen.items()
        ),
        pays=pays,
        oldest=oldest,
        oldest_of="" if oldest is None else names[oldest.customer_id].name,
        lateness=case.lateness,
    )


def _together(
    every: Sequence[AccountBrief], rows: Sequence[OpenEntryRow], pays: Sequence[PayNow], day: date
) -> tuple[AccountBrief, ...]:
    """The accounts of all of them added up, one in each currency, largest balance first."""
    asked = {one.overdue.currency: one for one in pays}
    found = []
    for currency in sorted({one.ageing.currency for one in every}):
        same = [one for one in every if one.ageing.currency == currency]
        credit = sum(one.to_credit.minor for one in same if one.to_credit is not None)
        items = ((row.due_day, row.open) for row in rows if row.open.currency == currency)
        found.append(
            AccountBrief(
                age(items, currency, day),
                asked.get(currency) or nothing_to_pay(currency),
                Money(sum(one.disputed.minor for one in same), currency),
                Money(credit, currency) if credit else None,
            )
        )
    return tuple(sorted(found, key=lambda one: -one.ageing.total.decimal))
