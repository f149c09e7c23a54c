"""Who deserves a visit and why, and who is near somebody who is visited anyway.

Found by what is open alone: sums of open items, questions and plans that run. Of the few dozen
customers who may be worth it the rest is read, so that a long closed history costs nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from creditmate.db import visits as db
from creditmate.db.business import business
from creditmate.db.contacts_made import touches_of
from creditmate.db.customers import customers_by_id
from creditmate.db.dispute_register import dispute_rows
from creditmate.db.visit_sites import all_spots, spots_of
from creditmate.db.visit_turnover import invoiced_by
from creditmate.domain.contact_budget import Touch
from creditmate.domain.dispute_register import DisputePick, DisputeRow
from creditmate.domain.exchange import home_total
from creditmate.domain.holds import Stop
from creditmate.domain.legal_forms import legal_form
from creditmate.domain.money import Money
from creditmate.domain.promises import NOT_KEPT, Standing
from creditmate.domain.rows import CustomerRow
from creditmate.domain.visit_near import NearBy, in_unit, nearby
from creditmate.domain.visit_suggestions import (
    Suggestion,
    VisitFacts,
    in_order,
    may_be_visited,
    suggestion,
)
from creditmate.domain.visits import DistanceUnit
from creditmate.domain.wishes import WishKind
from creditmate.services.cases import read_files
from creditmate.services.customers import require_customer
from creditmate.services.lateness import learnt_book
from creditmate.services.manners import resting, wished
from creditmate.services.promise_standings import standings_of as promises_of
from creditmate.services.settings import current_rates
from creditmate.services.visit_costs import Standing as Account
from creditmate.services.visit_costs import standings_of, visit_rates

_LOOKED_AT = 60
"""Customers whose files are read, of those who owe most: many more than anybody can visit."""
_VALUED = 5
"""Of those who owe nothing late, so many who buy most are worth keeping."""
_LARGE_HOURS = 30
"""A sum is large from what so many hours of ours cost: below it a visit eats up what it brings."""
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class SuggestedVisit:
    """Somebody worth a visit; ``near`` are others worth one who are near, by their codes."""

    made: Suggestion
    code: str
    name: str
    last_visit: date | None = None
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggested:
    """Who is worth a visit, the most first; ``forms_unknown`` were left out for want of a form."""

    visits: tuple[SuggestedVisit, ...]
    forms_unknown: int = 0


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody near: ``distance`` in ``unit`` as the crow flies, None by the postcode alone.

    ``overdue`` is in the home currency, ``planned`` the number of a visit to them.
    """

    found: NearBy
    code: str
    name: str
    overdue: Money
    unit: DistanceUnit
    distance: float | None = None
    last_visit: date | None = None
    planned: str = ""


class VisitSuggestions:
    """Who deserves a visit."""

    def suggest(self, as_at: date) -> Suggested:
        """Return who is worth a visit on a day, and why; never somebody who may be a person."""
        accounts = standings_of(None, as_at)
        open_ = db.visit_files(db.open_visits(as_at))
        planned = {file.visit.customer for file in open_}
        stuck = _questions(as_at)
        asked = _worth_a_look(accounts, stuck)
        who = customers_by_id(asked)
        kept = [id_ for id_ in asked if may_be_visited(legal_form(who[id_].legal_form))]
        facts = _Reading(kept, as_at, accounts, stuck, planned).facts(who)
        made = in_order([s for f in facts if (s := suggestion(f, as_at)) is not None])
        unknown = sum(legal_form(who[id_].legal_form).value == "unknown" for id_ in asked)
        last = {fact.customer: fact.last_visit for fact in facts}
        near = _near_one_another([one.customer for one in made])
        rows = [
            SuggestedVisit(
                made=one,
                code=who[one.customer].code,
                name=who[one.customer].name,
                last_visit=last[one.customer],
                near=tuple(who[id_].code for id_ in near.get(one.customer, ())),
            )
            for one in made
        ]
        return Suggested(tuple(rows), unknown)

    def near(self, code: str, as_at: date) -> list[Near]:
        """Return who is near a customer, the nearest first; those put away are left out.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        here = next(iter(spots_of(customer.id)), None)
        if here is None:
            return []
        found = nearby(here, all_spots())
        ids = [one.spot.customer for one in found]
        who, accounts = customers_by_id(ids), standings_of(ids, as_at) if ids else {}
        last = db.last_visits(ids, as_at)
        files = db.visit_files(db.open_visits(as_at))
        planned = {file.visit.customer: file.visit.number for file in files}
        unit, nothing = visit_rates().unit, Money(0, business().currency)
        return [
            Near(
                found=one,
                code=who[one.spot.customer].code,
                name=who[one.spot.customer].name,
                overdue=_overdue(accounts.get(one.spot.customer), nothing),
                unit=unit,
                distance=None if one.km is None else in_unit(one.km, unit),
                last_visit=last.get(one.spot.customer),
                planned=planned.get(one.spot.customer, ""),
            )
            for one in found
        ]


def _overdue(account: Account | None, nothing: Money) -> Money:
    return nothing if account is None else account.overdue


def _questions(as_at: date) -> dict[int, list[DisputeRow]]:
    found: dict[int, list[DisputeRow]] = {}
    for row in dispute_rows(as_at, pick=DisputePick.OPEN):
        if row.is_open:
            found.setdefault(row.customer_id, []).append(row)
    return found


def _worth_a_look(accounts: Mapping[int, Account], stuck: Collection[int]) -> list[int]:
    """Who owes most of what is late, who owes most that is not, and who asks something."""
    late = [id_ for id_, account in accounts.items() if account.overdue.minor > 0]
    late.sort(key=lambda id_: (-accounts[id_].overdue.minor, id_))
    well = [
        id_
        for id_, account in accounts.items()
        if account.overdue.minor <= 0 < account.owed.minor and id_ not in stuck
    ]
    well.sort(key=lambda id_: (-accounts[id_].owed.minor, id_))
    asking = sorted(stuck)
    return list(dict.fromkeys([*late[:_LOOKED_AT], *asking[:_LOOKED_AT], *well[:_LOOKED_AT]]))


@dataclass
class _Reading:
    """What is read of the customers who are looked at."""

    customers: Sequence[int]
    as_at: date
    accounts: Mapping[int, Account]
    stuck: Mapping[int, list[DisputeRow]]
    planned: Collection[int]
    nothing: Money = field(init=False)

    def __post_init__(self) -> None:
        ids, as_at = list(self.customers), self.as_at
        self.nothing = Money(0, business().currency)
        self._rates = current_rates()
        self._wishes = wished(ids, as_at)
        self._resting = resting(Stop.STEPS, as_at, ids) if ids else {}
        self._promises: Mapping[int, list[Standing]] = promises_of(ids, as_at) if ids else {}
        self._touches = touches_of(ids, as_at)
        late = [id_ for id_ in ids if self._account(id_).overdue.minor > 0]
        self._asked = _asked_for(late, as_at)
        self._last = db.last_visits(ids, as_at)
        well = [id_ for id_ in ids if self._account(id_).overdue.minor <= 0]
        self._year = {
            id_: home_total(amounts, self._rates, as_at).total
            for id_, amounts in invoiced_by(well, as_at - _YEAR, as_at).items()
        }
        best = sorted(self._year, key=lambda id_: (-self._year[id_].minor, id_))
        self._valued = set(best[:_VALUED])

    def facts(self, who: Mapping[int, CustomerRow]) -> list[VisitFacts]:
        """Return what is known of each of them."""
        hour = visit_rates().hour
        large = Money(hour.minor * _LARGE_HOURS, hour.currency)
        return [self._facts(who[id_], large) for id_ in self.customers]

    def _facts(self, who: CustomerRow, large: Money) -> VisitFacts:
        id_, as_at = who.id, self.as_at
        account = self._account(id_)
        overdue, days_late = self._asked.get(id_, (self.nothing, 0))
        questions = self.stuck.get(id_, ())
        amounts = [item.questioned for row in questions for item in row.items]
        waiting = ((as_at - row.standing.raised_day).days for row in questions)
        tries, reached = _tries(self._touches.get(id_, ()))
        not_kept = [
            one
            for one in self._promises.get(id_, ())
            if one.state in NOT_KEPT and as_at - _YEAR <= one.promise.until_day <= as_at
        ]
        return VisitFacts(
            customer=id_,
            form=legal_form(who.legal_form),
            overdue=overdue,
            large=large,
            days_late=days_late,
            not_kept=len(not_kept),
            tries=tries,
            reached_day=reached,
            disputed=home_total(amounts, self._rates, as_at).total if questions else None,
            dispute_days=max(waiting, default=0),
            owed=account.owed,
            limit=account.limit,
            year=self._year.get(id_),
            valued=id_ in self._valued,
            last_visit=self._last.get(id_),
            refuses=id_ in self._resting or WishKind.NO_VISITS in self._wishes.refused(id_),
            planned=id_ in self.planned,
        )

    def _account(self, id_: int) -> Account:
        return self.accounts.get(id_, Account(self.nothing, self.nothing))


def _asked_for(customers: Sequence[int], as_at: date) -> dict[int, tuple[Money, int]]:
    """What may be asked for now of customers, in the home currency, and the days it is late.

    Nobody is visited about what is in question, said to be paid, or to come by arrangement.
    """
    rates, found = current_rates(), dict[int, tuple[Money, int]]()
    for file in read_files(customers, as_at, learnt_book(as_at), holidays=False):
        portions = [
            portion
            for portion in file.case.portions(as_at)
            if portion.days_late(as_at) > 0 and portion.chaseable_minor > 0
        ]
        amounts = [Money(p.chaseable_minor, p.entry.currency) for p in portions]
        days = max((portion.days_late(as_at) for portion in portions), default=0)
        found[file.case.customer] = (home_total(amounts, rates, as_at).total, days)
    return found


def _tries(touches: Sequence[Touch]) -> tuple[int, date | None]:
    """How often nobody was reached since somebody was, and when that was; e-mails reach nobody."""
    spoken = [touch.day for touch in touches if touch.spoke and touch.channel != "letter"]
    reached = max(spoken, default=None)
    since = reached or date.min
    return sum(not touch.spoke and touch.day > since for touch in touches), reached


def _near_one_another(customers: Sequence[int]) -> dict[int, list[int]]:
    """Of the customers worth a visit, who is near whom."""
    wanted = set(customers)
    spots = [spot for spot in all_spots() if spot.customer in wanted]
    found: dict[int, list[int]] = {}
    for spot in spots:
        near = [one.spot.customer for one in nearby(spot, spots)]
        known = found.setdefault(spot.customer, [])
        known += [id_ for id_ in near if id_ not in known]
    return found
