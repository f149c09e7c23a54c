"""What is told of a customer who is looked at: what there is to do, and why not today."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from creditmate.db.groups import branches_of, heads_of
from creditmate.domain.group_cases import as_branch
from creditmate.domain.left_out import LeftOut, is_small
from creditmate.domain.workcase import Case, Policy
from creditmate.domain.worklist import Line, line_at_any_size, work_line, worked_out
from creditmate.services.calendars import are_learnt
from creditmate.services.cases import CustomerFile
from creditmate.services.lateness import learnt_book
from creditmate.services.settings import work_policy
from creditmate.services.work_cases import WorkCases, worked_case
from creditmate.services.work_rows import with_houses


class Told(NamedTuple):
    """What is told of a customer: what there is to do with it, and why not on the day itself.

    ``left_out`` is None of whoever is on the day's list, of whoever has nothing to be done, and of
    whoever is left in peace (``file.rest``).
    """

    line: Line | None
    left_out: LeftOut | None = None


def told_of(file: CustomerFile, as_at: date) -> Told:
    """Return what there is to do with a customer; a head office's line is its group's.

    The policy of contacts is not asked for the line: whoever looks at a customer is told what is
    open there, though nobody is to be contacted today; why not stands beside it. A branch's line
    is its own: what of it the group's line is about, however little that is. It has none on a day
    on which its group has none. Public holidays count once they are learnt.
    """
    policy, customer = work_policy(as_at), file.case.customer
    head = heads_of([customer]).get(customer)
    if head is None and not branches_of([customer]):
        case = worked_case(file)
        return Told(_worth_it(case, as_at, policy), _left_out(case, as_at, policy))
    reading = WorkCases(as_at, learnt_book(as_at), policy, holidays=are_learnt())
    (group,) = reading.read([customer if head is None else head])
    line, out = _worth_it(group, as_at, policy), _left_out(group, as_at, policy)
    if line is None:
        return Told(None, out)
    if head is None:
        return Told(with_houses(line._replace(branches=reading.branches[customer])), out)
    own = worked_case(file)
    if file.rest is None:
        own = as_branch(own, group)
    found = line_at_any_size(own, as_at, policy)
    return Told(None if found is None else with_houses(found), out)


def line_of(file: CustomerFile, as_at: date) -> Line | None:
    """Return what there is to do with a customer, as ``told_of`` tells it."""
    return told_of(file, as_at).line


def _left_out(case: Case, as_at: date, policy: Policy) -> LeftOut | None:
    found = worked_out(case, as_at, policy)
    return found if isinstance(found, LeftOut) else None


def _worth_it(case: Case, as_at: date, policy: Policy) -> Line | None:
    line = line_at_any_size(case, as_at, policy)
    return None if line is None or is_small(line, policy) else line


def listed_lines(files: Sequence[CustomerFile], as_at: date) -> dict[int, Line | None]:
    """Return the lines of customers as the day's list has them, by customer.

    A branch has none: its head office stands there for it.
    """
    policy, ids = work_policy(as_at), [file.case.customer for file in files]
    branches, groups = heads_of(ids), list(branches_of(ids))
    found = {file.case.customer: work_line(worked_case(file), as_at, policy) for file in files}
    reading = WorkCases(as_at, learnt_book(as_at), policy)
    for head, case in zip(groups, reading.read(groups), strict=True):
        found[head] = work_line(case, as_at, policy)
    return {id_: None if id_ in branches else line for id_, line in found.items()}
