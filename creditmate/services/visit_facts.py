"""What is known of customers who may be worth a visit: read at once for the few dozen of them.

A group is visited at its head office: what is known of its branches is known of it.

Found by what is open alone: sums of open items, questions and plans that run. Of those who may be
worth it the rest is read, so that a long closed history costs nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from creditmate.db import visits as db
from creditmate.db.business import business
from creditmate.db.contacts_made import touches_of
from creditmate.db.conversation import last_talks
from creditmate.db.credit_checks import deciding_checks
from creditmate.db.decisions import statuses
from creditmate.db.dispute_register import dispute_rows
from creditmate.db.groups import branches_of
from creditmate.db.visit_limits import limits_left_open
from creditmate.db.visit_turnover import invoiced_by
from creditmate.domain.contact_budget import Touch
from creditmate.domain.credit_checks import review_day
from creditmate.domain.dispute_register import DisputePick, DisputeRow
from creditmate.domain.exchange import home_total
from creditmate.domain.group_cases import group_case
from creditmate.domain.groups import Heads, speaks_for
from creditmate.domain.legal_forms import legal_form
from creditmate.domain.money import Money
from creditmate.domain.promises import NOT_KEPT, Standing
from creditmate.domain.rows import CustomerRow
from creditmate.domain.visit_suggestions import VisitFacts
from creditmate.services.cases import read_files
from creditmate.services.lateness import learnt_book
from creditmate.services.manners import manners
from creditmate.services.promise_standings import standings_of as promises_of
from creditmate.services.settings import current_rates
from creditmate.services.visit_costs import Standing as Account
from creditmate.services.visit_costs import visit_rates
from creditmate.services.visit_peace import not_to_be_visited

_LOOKED_AT = 60
"""Customers whose files are read, of those who owe most: many more than anybody can visit."""
_VALUED = 5
"""Of those who owe nothing late, so many who buy most are worth keeping."""
_LARGE_HOURS = 30
"""A sum is large from what so many hours of ours cost: below it a visit eats up what it brings."""
_YEAR = timedelta(days=365)


def open_questions(as_at: date, known: Heads) -> dict[int, list[DisputeRow]]:
    """Return the queries that wait for an answer, by who speaks for the customer."""
    found: dict[int, list[DisputeRow]] = {}
    for row in dispute_rows(as_at, pick=DisputePick.OPEN):
        if row.is_open:
            found.setdefault(speaks_for(row.customer_id, known), []).append(row)
    return found


def reviews_due(as_at: date, known: Heads) -> dict[int, date]:
    """Return since when limits are to be looked at again, by who speaks for the customer."""
    found: dict[int, date] = {}
    for id_, rows in deciding_checks(as_at).items():
        day, head = review_day(rows), speaks_for(id_, known)
        if day is not None and day <= as_at:
            found[head] = min(day, found.get(head, day))
    return found


def left_open(as_at: date, known: Heads) -> dict[int, date]:
    """Return when reports of visits left a limit open, by who speaks for the customer."""
    found: dict[int, date] = {}
    for id_, day in limits_left_open(as_at - _YEAR, as_at).items():
        head = speaks_for(id_, known)
        found[head] = min(day, found.get(head, day))
    return found


def worth_a_look(
    accounts: Mapping[int, Account], stuck: Collection[int], reviews: Collection[int]
) -> list[int]:
    """Return who owes most of what is late or is not, who asks something, whose limit is due."""
    late = [id_ for id_, account in accounts.items() if account.overdue.minor > 0]
    late.sort(key=lambda id_: (-accounts[id_].overdue.minor, id_))
    well = [
        id_
        for id_, account in accounts.items()
        if account.overdue.minor <= 0 < account.owed.minor and id_ not in stuck
    ]
    well.sort(key=lambda id_: (-accounts[id_].owed.minor, id_))
    asking = sorted(stuck)
    due = sorted(id_ for id_ in reviews if id_ in accounts and accounts[id_].owed.minor > 0)
    kinds = (late, asking, due, well)
    return list(dict.fromkeys(id_ for ids in kinds for id_ in ids[:_LOOKED_AT]))


@dataclass
class FactsReading:
    """What is read of the customers who are looked at."""

    customers: Sequence[int]
    as_at: date
    accounts: Mapping[int, Account]
    stuck: Mapping[int, list[DisputeRow]]
    planned: Collection[int]
    reviews: Mapping[int, date]
    left_open: Mapping[int, date]
    nothing: Money = field(init=False)

    def __post_init__(self) -> None:
        ids, as_at = list(self.customers), self.as_at
        self.nothing = Money(0, business().currency)
        self._rates = current_rates()
        self._refusing = not_to_be_visited(ids, as_at)
        self._members = {id_: (id_, *own) for id_, own in _with_branches(ids).items()}
        all_ = [member for members in self._members.values() for member in members]
        self._promises: Mapping[int, list[Standing]] = promises_of(all_, as_at) if ids else {}
        self._touches, self._talks = touches_of(all_, as_at), last_talks(all_, as_at)
        self._trading = {
            id_ for id_, manner in manners(ids, statuses(as_at, ids)).items() if manner.courtesy
        }
        late = [id_ for id_ in ids if self._account(id_).overdue.minor > 0]
        self._asked = _asked_for({id_: self._members[id_] for id_ in late}, as_at)
        self._last = db.last_visits(all_, as_at)
        well = {id_: self._members[id_] for id_ in ids if self._account(id_).overdue.minor <= 0}
        year = invoiced_by([one for own in well.values() for one in own], as_at - _YEAR, as_at)
        self._year = {
            id_: home_total(amounts, self._rates, as_at).total
            for id_, own in well.items()
            if (amounts := [amount for one in own for amount in year.get(one, ())])
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
        members = self._members[id_]
        reached = max((self._talks[m] for m in members if m in self._talks), default=None)
        tries = _tries([one for m in members for one in self._touches.get(m, ())], reached)
        not_kept = [
            one
            for member in members
            for one in self._promises.get(member, ())
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
            review_day=self.reviews.get(id_),
            left_open_day=self.left_open.get(id_),
            year=self._year.get(id_),
            valued=id_ in self._valued,
            trading=id_ in self._trading,
            last_visit=max((self._last[m] for m in members if m in self._last), default=None),
            refuses=id_ in self._refusing,
            planned=id_ in self.planned,
        )

    def _account(self, id_: int) -> Account:
        return self.accounts.get(id_, Account(self.nothing, self.nothing))


def _with_branches(customers: Sequence[int]) -> dict[int, list[int]]:
    branches = branches_of(customers)
    return {id_: branches.get(id_, []) for id_ in customers}


def _asked_for(members: Mapping[int, Sequence[int]], as_at: date) -> dict[int, tuple[Money, int]]:
    """What may be asked for now of customers, in the home currency, and the days it is late.

    Nobody is visited about what is in question, said to be paid, or to come by arrangement.
    """
    rates, found = current_rates(), dict[int, tuple[Money, int]]()
    all_ = [member for own in members.values() for member in own]
    files = read_files(all_, as_at, learnt_book(as_at), holidays=False)
    cases = {file.case.customer: file.case for file in files}
    for id_, (_head, *branches) in members.items():
        case = cases[id_]
        if branches:
            case = group_case(case, [cases[branch] for branch in branches], as_at)
        portions = [
            portion
            for portion in case.portions(as_at)
            if portion.days_late(as_at) > 0 and portion.chaseable_minor > 0
        ]
        amounts = [Money(p.chaseable_minor, p.entry.currency) for p in portions]
        days = max((portion.days_late(as_at) for portion in portions), default=0)
        found[id_] = (home_total(amounts, rates, as_at).total, days)
    return found


def _tries(touches: Sequence[Touch], reached: date | None) -> int:
    """How often nobody was reached since somebody was."""
    since = reached or date.min
    return sum(not touch.spoke and touch.day > since for touch in touches)
