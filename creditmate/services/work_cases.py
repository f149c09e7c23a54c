"""The cases of the work list: groups as one, and of those left in peace only what we promised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from creditmate.db.candidate_marks import not_to_ring
from creditmate.db.candidates import marked, may_match, open_debits, owing, worst_recent
from creditmate.db.customers import chunks
from creditmate.db.groups import heads
from creditmate.domain.at_rest import Rest, resting_case
from creditmate.domain.case_picture import picture, waiting_apart
from creditmate.domain.group_bounds import (
    group_aggregates,
    group_debts,
    group_worst,
    groups_not_to_ring,
)
from creditmate.domain.group_cases import (
    branches_asked,
    group_case,
)
from creditmate.domain.groups import branches_by_head, speaks_for
from creditmate.domain.holds import Stop
from creditmate.domain.lateness import Book, lateness
from creditmate.domain.left_out import how_much
from creditmate.domain.money import Money
from creditmate.domain.open_bounds import OpenBounds, OpenItems
from creditmate.domain.top_lines import BY_RANK, Aggregate, Key, Order, points_bounds
from creditmate.domain.workcase import Case, Policy, Reach
from creditmate.domain.worklist import Kind, line_at_any_size
from creditmate.services.cases import CustomerFile, contact_of, read_files
from creditmate.services.keeping_touch import to_ring
from creditmate.services.looked_up import LookedUp
from creditmate.services.manners import resting
from creditmate.services.settings import current_settings

_NOT_AT_ALL = Reach(phone=False, email=False, post=False)
_OURS = frozenset({Kind.OURS_LATE, Kind.OURS_DUE, Kind.ANSWER_DUE})
"""Lines about what we promised: they are done for whoever is at rest as well."""


@dataclass(frozen=True, slots=True)
class AtRest:
    """A customer who is left in peace, and about how much it would be asked otherwise.

    ``not_due``: nothing of it is overdue yet, and the amounts are all that is open.
    """

    customer: int
    rest: Rest
    amounts: tuple[Money, ...]
    not_due: bool = False


class WorkCases:
    """Reads cases; ``branches`` are those for which a head office's line speaks, as read so far."""

    def __init__(
        self,
        as_at: date,
        book: Book,
        policy: Policy,
        *,
        order: Order = BY_RANK,
        holidays: bool = True,
    ) -> None:
        self._as_at, self._book, self._policy = as_at, book, policy
        self._order, self._holidays = order, holidays
        self._known = LookedUp(as_at)
        self._heads = heads()
        self._branches = branches_by_head(self._heads)
        self.branches: dict[int, tuple[int, ...]] = {}

    def bounded(self) -> list[tuple[Key, int]]:
        """Return where those can stand with whom something was agreed or promised, or who paid.

        A head office's key is for its group, by what all its members owe. Of all others the open
        items are looked at: that takes a tenth of the time of reading a case that was not needed.
        """
        return self._bounds(self._marked)

    def bounded_to_match(self) -> list[tuple[Key, int]]:
        """Return the same of those with money to match; somebody may be among both."""
        return self._bounds(self._may_match)

    def _bounds(self, rows: Sequence[Aggregate]) -> list[tuple[Key, int]]:
        order, alone, found = self._order, list[Aggregate](), list[tuple[Key, int]]()
        for row in group_aggregates(rows, self._heads):
            if row.customer in self._branches or row.agreed:
                bound = order.bound(row, self._book, self._as_at, self._policy.worth)
                found.append((bound, row.customer))
            else:
                alone.append(row)
        points = self._open_points({row.customer: bool(row.missed) for row in alone})
        return found + [(order.bound_at(r, points[r.customer]), r.customer) for r in alone]

    def _open_points(self, missed: Mapping[int, bool]) -> dict[int, float]:
        """Bound the points of customers, given whether a promise of theirs may be not kept."""
        ids, as_at = list(missed), self._as_at
        self._known.look_up(ids)
        habits, talks = self._known.habits, self._known.talks
        debits, bounds = open_debits(ids, as_at), OpenBounds(as_at, self._policy)
        found = {}
        for id_ in ids:
            habit = lateness(habits.get(id_, ()), self._book)
            items = OpenItems(debits.get(id_, ()), habit, contact_of(talks.get(id_, ())))
            found[id_] = bounds.points(items, missed[id_])
        return found

    @cached_property
    def _marked(self) -> list[Aggregate]:
        window, grouped = self._policy.courtesy_window, self._order.grouped
        return marked(self._as_at, window, self._heads, grouped=grouped)

    def silent(self) -> set[int]:
        """Return who may be rung for no other reason than to stay in touch; heads for branches."""
        return {self.speaks_for(customer) for customer in to_ring(self._as_at)}

    @cached_property
    def _may_match(self) -> list[Aggregate]:
        grace = current_settings().follow_up_after
        window, grouped = self._policy.courtesy_window, self._order.grouped
        return may_match(self._as_at, window, grace, self._heads, grouped=grouped)

    def debtors(self) -> dict[int, float]:
        """Return who owes anything near its day, and points that the debt does not exceed.

        A head office stands for its branches. Whoever is ``bounded`` may be among them.
        """
        owed = owing(self._as_at, self._policy.courtesy_window)
        worst = group_worst(worst_recent(self._as_at), self._heads)
        debts = group_debts(owed, self._heads)
        return points_bounds(debts, worst, self._book, self._as_at, self._policy.worth)

    def not_to_ring(self) -> set[int]:
        """Return who is written to, a head office only while nobody in its group is rung."""
        return groups_not_to_ring(not_to_ring(), self._heads)

    def at_rest(self) -> list[AtRest]:
        """Return who is left in peace and would have a line, owes, or is to be looked at again.

        Nobody has a line who is not marked and owes nothing near its day.
        """
        known = resting(Stop.STEPS, self._as_at)
        owed = owing(self._as_at, self._policy.courtesy_window, known)
        lined = {customer for customer, *_ in owed}
        lined |= {row.customer for row in (*self._marked, *self._may_match)}
        asked = [id_ for id_ in sorted(known) if id_ in lined or known[id_].review_due]
        found = []
        for chunk in chunks(asked):
            for file in read_files(chunk, self._as_at, self._book, holidays=self._holidays):
                rest = known[file.case.customer]
                line = line_at_any_size(file.case, self._as_at, self._policy)
                if line is not None and line.kind is Kind.STAY_IN_TOUCH:
                    line = None  # nobody is missed by it
                ours = line is not None and line.kind in _OURS
                seen = picture(file.case, self._as_at, self._policy)
                amounts = how_much(seen, everything=rest.is_undecided)
                not_due = not amounts
                if line is not None and not ours:
                    amounts = amounts or how_much(seen, everything=True)
                elif not amounts and (rest.is_undecided or not rest.review_due):
                    continue
                found.append(AtRest(file.case.customer, rest, amounts, not_due and bool(amounts)))
        return found

    def speaks_for(self, customer: int) -> int:
        """Return who stands on the list for a customer."""
        return speaks_for(customer, self._heads)

    def read(self, leaders: Sequence[int]) -> list[Case]:
        """Return the cases of customers that speak for themselves or for a group."""
        groups = [self.members(leader) for leader in leaders]
        everybody = [member for group in groups for member in group]
        read = read_files(
            everybody, self._as_at, self._book, holidays=self._holidays, known=self._known
        )
        files = {file.case.customer: file for file in read}
        return [self.case([files[member] for member in group]) for group in groups]

    def members(self, leader: int) -> list[int]:
        """Return a customer that speaks for itself, or for a group, and those it speaks for."""
        return [leader, *self._branches.get(leader, [])]

    def case(self, members: Sequence[CustomerFile]) -> Case:
        """Return the case of a customer or of a group, whose files have been read."""
        at_work = [worked_case(file) for file in members]
        if len(members) == 1:
            return at_work[0]
        if members[0].rest is None:  # nobody is reached at a branch that is left in peace
            silent = {file.case.customer for file in members if file.rest is not None}
            at_work = [
                case._replace(reach=_NOT_AT_ALL) if case.customer in silent else case
                for case in at_work
            ]
        head = at_work[0].customer
        group = group_case(at_work[0], at_work[1:], self._as_at)
        apart = waiting_apart(group, self._as_at, self._policy)
        self.branches[head] = branches_asked(head, at_work, self._as_at, apart)
        return group


def worked_case(file: CustomerFile) -> Case:
    """Return a customer's case as it is worked on: of one at rest what we promised is left."""
    if file.rest is None:
        return file.case
    return resting_case(file.case, file.rest.why, file.rest.since)
