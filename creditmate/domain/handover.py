"""What somebody who stands in has to know: each customer that needs something meanwhile."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.at_rest import Rest
from creditmate.domain.holds import Hold
from creditmate.domain.money import Money
from creditmate.domain.promises import Deed, Promise
from creditmate.domain.rows import ContactRow
from creditmate.domain.wishes import Wish


@dataclass(frozen=True, slots=True)
class Query:
    """Something in dispute: how much, since when, and why (a code or somebody's words)."""

    amount: Money
    since: date
    reason: str


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """A customer that needs something by the last day of a cover.

    ``overdue`` and ``queries`` are per currency and dispute; ``promises`` still run, ``deeds`` are
    ours to do, ``calls`` the days on which a call was agreed. ``person`` is whom to speak to.
    All of it is the group's where the customer is a head office; ``branches`` are those it stands
    for. ``rest`` is why it is not followed up: then there is nobody to speak to. ``wishes`` are
    those of everybody there, and of ``people``.
    """

    customer: int
    code: str
    name: str
    overdue: tuple[Money, ...]
    promises: tuple[Promise, ...]
    deeds: tuple[Deed, ...]
    calls: tuple[date, ...]
    queries: tuple[Query, ...]
    person: ContactRow | None
    remember: str
    branches: tuple[str, ...] = ()
    rest: Rest | None = None
    holds: tuple[Hold, ...] = ()
    friend: bool = False
    wishes: tuple[Wish, ...] = ()
    people: tuple[ContactRow, ...] = ()

    @property
    def needs_something(self) -> bool:
        """Whether there is anything to do about the customer at all."""
        return bool(self.overdue) or not self.only_owes

    @property
    def only_owes(self) -> bool:
        """Whether nothing was agreed or questioned: somebody is late, and that is all."""
        return not (self.promises or self.deeds or self.calls or self.queries)

    @property
    def first_day(self) -> date:
        """The first day on which something is agreed; the last of all days where nothing is."""
        agreed = [promise.due_day for promise in self.promises]
        agreed += [deed.due_day for deed in self.deeds]
        return min((*agreed, *self.calls), default=date.max)


@dataclass(frozen=True, slots=True)
class Handover:
    """The customers of one of our people, the most urgent first, for who stands in.

    ``made_on`` is the day it is made as at; facts dated later are not known. ``signature`` is
    that of who is away, line by line.
    """

    away: str
    by: str
    from_day: date
    to_day: date
    made_on: date
    note: str
    items: tuple[HandoverItem, ...]
    signature: str = ""
