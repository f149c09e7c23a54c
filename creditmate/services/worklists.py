"""Today: whom to contact, about what, in which way, in which order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from creditmate.db.contacts_made import approached_on
from creditmate.db.customers import has_customers
from creditmate.db.day_results import contacts_on, promises_on
from creditmate.db.gateway import Gateway
from creditmate.domain.day_cap import Cap, for_tomorrow, of_others
from creditmate.domain.day_plan import done
from creditmate.domain.day_result import DayResult, day_result
from creditmate.domain.left_out import LeftOut
from creditmate.domain.our_people import StaffRow
from creditmate.domain.top_lines import BY_GROUP, BY_RANK, Key, Pile, top_lines
from creditmate.domain.worklist import Line, work_list, worked_out
from creditmate.services.case_contacts import is_holiday_somewhere
from creditmate.services.contact_policies import business_policy
from creditmate.services.not_contacted import NotContacted, left_out
from creditmate.services.whose_customers import Whose, sharing
from creditmate.services.work_candidates import Candidates
from creditmate.services.work_cases import AtRest
from creditmate.services.work_rows import WorkRow, work_rows

__all__ = ["SCREENFUL", "DayReading", "WorkDay", "WorkLists", "WorkRow"]

SCREENFUL = 50
"""Lines that are more than a screen shows: with so many more there is something to show."""
_CHUNKS = 6  # of cases, read at most before others get a turn


@dataclass(frozen=True, slots=True)
class WorkDay:
    """A day's lines, group by group, who was contacted, and whether any customers exist.

    ``tried`` are those of the contacted whom nobody reached. ``not_contacted`` are left out by a
    rule, not because nothing is open.
    Lines that were not read yet come no earlier than ``beyond``; all were without it.
    ``mine``: only what whoever is at work looks after, or nobody does. ``shared``: somebody is at
    work here, and is not the only one, so that there is a difference; ``people`` are all of them
    then, and ``owner`` is the one (an id) whose lines these are. ``cap`` is how many lines of
    our own accord the day has room for; where it is not known, for all. ``of_others`` is how many
    lines everybody else has today, known once all are.
    """

    as_at: date
    rows: tuple[WorkRow, ...]
    contacted: frozenset[int]
    has_customers: bool
    beyond: Key | None = None
    not_contacted: tuple[NotContacted, ...] = ()
    mine: bool = False
    shared: bool = False
    cap: Cap | None = None
    owner: int | None = None
    people: tuple[StaffRow, ...] = ()
    tried: frozenset[int] = frozenset()
    of_others: int = 0

    @property
    def tomorrow(self) -> frozenset[int]:
        """The customers whose lines are for tomorrow: the day has no room for them."""
        if self.cap is None:
            return frozenset()
        return for_tomorrow((row.line for row in self.rows), self.cap)

    @property
    def is_whole(self) -> bool:
        """Whether all lines were read."""
        return self.beyond is None

    @property
    def done(self) -> int:
        """How many customers are done with."""
        return done(self.contacted, self.tried, (row.line for row in self.rows))

    def over(self, before: "WorkDay") -> "WorkDay":
        """Return this day, and for what was not read yet the lines as they were before."""
        if self.beyond is None or (before.as_at, before.owner) != (self.as_at, self.owner):
            return self
        read, beyond = {row.code for row in self.rows}, self.beyond
        left = (row for row in before.rows if row.code not in read)
        kept = (row for row in left if BY_GROUP.key(row.line) >= beyond)
        small = {one.code for one in self.not_contacted} | read
        others = (one for one in before.not_contacted if one.code not in small)
        left_out = (*self.not_contacted, *others)
        return replace(self, rows=(*self.rows, *kept), not_contacted=left_out)


class DayReading:
    """Reads a day piece by piece, the first lines first, so that others get between the pieces.

    A line that was read keeps its place: what comes later stands below.
    """

    def __init__(
        self,
        as_at: date,
        who: int | None = None,
        *,
        mine: bool = False,
        owner: int | None = None,
        holidays: bool = True,
    ) -> None:
        self._as_at, self._who, self._holidays = as_at, who, holidays
        self._owner = owner if owner is not None else who if mine else None
        self._whose = Whose(self._owner, as_at)
        self._pile = Pile(BY_GROUP)
        self._rows: list[WorkRow] = []
        self._candidates: Candidates | None = None
        self._contacted: frozenset[int] = frozenset()
        self._tried: frozenset[int] = frozenset()
        self._left_out: list[LeftOut] = []
        self._others: list[Line] = []
        self._cap = self._cap_of_all = Cap(0)
        self._at_rest: Sequence[AtRest] = ()

    def go_on(self) -> WorkDay:
        """Read another piece, on the database thread; return the day as far as it was read."""
        candidates = self._candidates
        if candidates is None:
            candidates = self._candidates = Candidates(
                self._as_at, BY_GROUP, holidays=self._holidays
            )
            talks = [(candidates.speaks_for(id_), how) for id_, how in contacts_on(self._as_at)]
            self._contacted = frozenset(self._whose.of({customer for customer, _ in talks}))
            self._tried = self._contacted - {customer for customer, how in talks if how.reached}
            self._at_rest = candidates.at_rest()
            approached, most = approached_on(self._as_at), business_policy().calls_per_day
            self._cap = Cap(most, len(self._whose.of(approached)))
            self._cap_of_all = Cap(most, len(approached))
        wanted = len(self._rows) + SCREENFUL
        for _ in range(_CHUNKS):
            for found in self._found(candidates):
                if isinstance(found, Line):
                    self._pile.add(found)
                else:
                    self._left_out.append(found)
            taken = self._pile.take(candidates.next_key)
            self._rows += work_rows(taken, candidates.branches_asked, self._as_at)
            if candidates.next_key is None or len(self._rows) >= wanted:
                break
        others = () if candidates.next_key is not None else self._others
        return WorkDay(
            as_at=self._as_at,
            rows=tuple(self._rows),
            contacted=self._contacted,
            has_customers=bool(self._rows) or has_customers(),
            beyond=candidates.next_key,
            not_contacted=left_out(self._left_out, self._at_rest),
            mine=self._whose.is_some,
            shared=bool(self._people),
            cap=self._cap,
            owner=self._owner,
            people=self._people,
            tried=self._tried,
            of_others=of_others((row.line for row in self._rows), others, self._cap_of_all),
        )

    @cached_property
    def _people(self) -> tuple[StaffRow, ...]:
        return sharing(self._who)

    def _found(self, candidates: Candidates) -> list[Line | LeftOut]:
        """Read the next ones; a head office's is whose it is, or whose one of its branches is."""
        cases = (case for _, case in candidates.read())
        every = (worked_out(case, self._as_at, candidates.policy) for case in cases)
        branches = candidates.branches_asked
        found = [one.of_group(branches(one.customer)) for one in every if one is not None]
        if not self._whose.is_some:
            return found
        about = {one.customer: {one.customer, *one.branches} for one in found}
        mine = self._whose.of(set[int]().union(*about.values()))
        ours = {one.customer for one in found if self._is_ours(one, about[one.customer], mine)}
        self._others += [o for o in found if isinstance(o, Line) and o.customer not in ours]
        return [one for one in found if one.customer in ours]

    def _is_ours(self, one: Line | LeftOut, about: set[int], mine: set[int]) -> bool:
        """Whether they look after one of them, or go there: a visit is whoever's makes it."""
        goes = isinstance(one, Line) and one.is_of_visit and about & self._whose.visited
        return bool(about & mine or goes)


class WorkLists:
    """The ranked work list.

    Args:
        gateway: Knows who is at work; nobody is where there is none.
    """

    def __init__(self, gateway: Gateway | None = None) -> None:
        self._gateway = gateway

    def reading(
        self,
        as_at: date,
        *,
        mine: bool = False,
        owner: int | None = None,
        holidays: bool = True,
    ) -> DayReading:
        """Begin to read the day as Today shows it; nothing is asked yet.

        Args:
            as_at: The day; facts dated later are not known.
            mine: Only what whoever is at work looks after on that day, their own and what they
                stand in for, and what nobody looks after; everything where nobody is at work.
            owner: The same of one of our people, an id; goes before ``mine``.
            holidays: Whether public holidays count, which takes a while to learn.
        """
        who = None if self._gateway is None else self._gateway.working_as
        return DayReading(as_at, who, mine=mine, owner=owner, holidays=holidays)

    def is_holiday_somewhere(self, as_at: date) -> bool:
        """Whether a day is a public holiday where any customer is."""
        return is_holiday_somewhere(as_at)

    def at_rest(self, as_at: date) -> tuple[NotContacted, ...]:
        """Return who is not followed up on a day though something is open, or is due for review."""
        return left_out((), Candidates(as_at, BY_RANK).at_rest())

    def result(self, day: date) -> DayResult:
        """Return what a day of calls brought."""
        return day_result(contacts_on(day), promises_on(day))

    def today(self, as_at: date, limit: int | None = None) -> list[WorkRow]:
        """Return the day's lines in the order in which to work them off.

        Args:
            as_at: The day; facts dated later are not known.
            limit: The first so many; None for all.
        """
        candidates = Candidates(as_at, BY_RANK)
        bounded, policy = candidates.all(limit or 0), candidates.policy
        if limit is None:
            lines = work_list((case for _, case in bounded), as_at, policy)
        else:
            lines = top_lines(bounded, limit, as_at, policy=policy)
        return work_rows(lines, candidates.branches_asked, as_at)
