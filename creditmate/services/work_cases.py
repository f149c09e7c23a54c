"""The cases of the work list: groups as one, and of those left in peace only what we promised."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.candidates import aggregates
from creditmate.db.customers import chunks
from creditmate.db.groups import branches_of, heads, heads_of
from creditmate.domain.at_rest import Rest, resting_case
from creditmate.domain.group_cases import branches_asked, group_aggregates, group_case
from creditmate.domain.groups import speaks_for
from creditmate.domain.holds import Stop
from creditmate.domain.lateness import Book
from creditmate.domain.money import Money
from creditmate.domain.top_lines import Aggregate
from creditmate.domain.workcase import Case, Policy
from creditmate.domain.worklist import Kind, Line, line_at_any_size, work_line
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.lateness import learnt_book
from creditmate.services.manners import resting
from creditmate.services.settings import work_policy

_OURS = frozenset({Kind.OURS_LATE, Kind.OURS_DUE})
"""Lines about what we promised: they are done for whoever is at rest as well."""


@dataclass(frozen=True, slots=True)
class AtRest:
    """A customer who is left in peace, and about how much it would be asked otherwise."""

    customer: int
    rest: Rest
    amounts: tuple[Money, ...]


class WorkCases:
    """Reads cases; ``branches`` are those for which a head office's line speaks, as read so far."""

    def __init__(self, as_at: date, book: Book, policy: Policy) -> None:
        self._as_at, self._book, self._policy = as_at, book, policy
        self._heads = heads()
        self._branches: dict[int, list[int]] = {}
        for branch, head in self._heads.items():
            self._branches.setdefault(head, []).append(branch)
        self._known: frozenset[int] = frozenset()
        self.branches: dict[int, tuple[int, ...]] = {}

    def aggregates(self) -> list[Aggregate]:
        """Return what bounds every line, one for each group."""
        found = aggregates(self._as_at, self._policy.courtesy_window)
        self._known = frozenset(aggregate.customer for aggregate in found)
        return group_aggregates(found, self._heads)

    def at_rest(self) -> list[AtRest]:
        """Return who would have a line and is left in peace, or is to be looked at again.

        Of those that ``aggregates`` found; nobody else owes anything near its day.
        """
        known = resting(Stop.STEPS, self._as_at)
        asked = [id_ for id_ in sorted(known) if id_ in self._known or known[id_].review_due]
        found = []
        for chunk in chunks(asked):
            for file in read_files(chunk, self._as_at, self._book):
                rest = known[file.case.customer]
                line = line_at_any_size(file.case, self._as_at, self._policy)
                ours = line is not None and line.kind in _OURS
                if rest.review_due or (line is not None and not ours):
                    amounts = () if line is None else line.amounts
                    found.append(AtRest(file.case.customer, rest, amounts))
        return found

    def speaks_for(self, customer: int) -> int:
        """Return who stands on the list for a customer."""
        return speaks_for(customer, self._heads)

    def read(self, leaders: Sequence[int]) -> list[Case]:
        """Return the cases of customers that speak for themselves or for a group."""
        groups = [[leader, *self._branches.get(leader, [])] for leader in leaders]
        everybody = [member for group in groups for member in group]
        read = read_files(everybody, self._as_at, self._book)
        files = {file.case.customer: file for file in read}
        return [self._case([files[member] for member in group]) for group in groups]

    def _case(self, members: Sequence[CustomerFile]) -> Case:
        at_work = [worked_case(file) for file in members]
        if len(members) == 1:
            return at_work[0]
        head = at_work[0].customer
        self.branches[head] = branches_asked(head, at_work, self._as_at)
        return group_case(at_work[0], at_work[1:], self._as_at)


def worked_case(file: CustomerFile) -> Case:
    """Return a customer's case as it is worked on: of one at rest what we promised is left."""
    return file.case if file.rest is None else resting_case(file.case)


def line_of(file: CustomerFile, as_at: date) -> Line | None:
    """Return the line of a customer whose file has been read; of a head office the group's.

    A branch's is its own: what of it the group's line is about.
    """
    policy, customer = work_policy(as_at), file.case.customer
    if not branches_of([customer]):
        return work_line(worked_case(file), as_at, policy)
    reading = WorkCases(as_at, learnt_book(as_at), policy)
    (group,) = reading.read([customer])
    line = work_line(group, as_at, policy)
    return None if line is None else replace(line, branches=reading.branches[customer])


def listed_lines(files: Sequence[CustomerFile], as_at: date) -> dict[int, Line | None]:
    """Return the lines of customers as the day's list has them, by customer.

    A branch has none: its head office stands there for it.
    """
    policy, ids = work_policy(as_at), [file.case.customer for file in files]
    spoken_for, groups = heads_of(ids), list(branches_of(ids))
    found = {file.case.customer: work_line(worked_case(file), as_at, policy) for file in files}
    reading = WorkCases(as_at, learnt_book(as_at), policy)
    for head, case in zip(groups, reading.read(groups), strict=True):
        found[head] = work_line(case, as_at, policy)
    return {id_: None if id_ in spoken_for else line for id_, line in found.items()}
