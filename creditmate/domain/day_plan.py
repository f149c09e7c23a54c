"""The day laid out: lines in groups, the sorts that narrow them, what is done and what is left.

Source: product.md, places; mock-ups 01 and 12.
"""

from collections.abc import Collection, Iterable
from enum import StrEnum

from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line


class Group(StrEnum):
    """A part of the day, in the order in which to work it off; the values are stable."""

    AGREED = "agreed"  # what we promised, and times that were agreed
    CALLS = "calls"  # the most useful first
    PAPERS = "papers"  # what is written, looked up and put right


class Sort(StrEnum):
    """What a line is about, to look at these only; every line is of one sort but all."""

    ALL = "all"
    PROMISES = "promises"
    CALLS = "calls"
    COURTESY = "courtesy"
    LETTERS = "letters"
    VISITS = "visits"
    PAPERWORK = "paperwork"


class Act(StrEnum):
    """What is done about a line."""

    CALL = "call"
    STATEMENT = "statement"
    ACCOUNT = "account"
    MATCH = "match"  # money that is here with what it pays
    LOOK = "look"  # for what is said to be paid
    VISIT = "visit"  # what is planned of one


_AGREED = frozenset({Kind.OURS_LATE, Kind.OURS_DUE, Kind.ANSWER_DUE, Kind.CALL_BACK, Kind.VISIT})
_PLACES = {group: place for place, group in enumerate(Group)}
_SORTS = {
    Kind.OURS_LATE: Sort.PROMISES,
    Kind.OURS_DUE: Sort.PROMISES,
    Kind.ANSWER_DUE: Sort.PROMISES,
    Kind.PROMISE_NOT_KEPT: Sort.PROMISES,
    Kind.PLAN_DEFAULT: Sort.PROMISES,
    Kind.INSTALMENT: Sort.PROMISES,
    Kind.VISIT: Sort.VISITS,
    Kind.COURTESY: Sort.COURTESY,
    Kind.STAY_IN_TOUCH: Sort.COURTESY,
}
"""What a line is about goes before how it is done; the rest goes by how it is done."""
_DONE_THERE = frozenset({Kind.OURS_LATE, Kind.OURS_DUE, Kind.ANSWER_DUE, Kind.VISIT})
_LOOKED_UP = frozenset({Channel.BANK, Channel.MATCH})


def group_of(line: Line) -> Group:
    """Return the part of the day that a line belongs to."""
    if line.kind in _AGREED:
        return Group.AGREED
    return Group.CALLS if line.channel is Channel.CALL else Group.PAPERS


def sort_of(line: Line) -> Sort:
    """Return what a line is about: promises, courtesy, money to look for, or a call or letter."""
    if line.kind in _SORTS:
        return _SORTS[line.kind]
    if line.channel in _LOOKED_UP:
        return Sort.PAPERWORK
    return Sort.CALLS if line.channel is Channel.CALL else Sort.LETTERS


def act_of(line: Line) -> Act:
    """Return what is done about a line.

    Who is not called is sent a statement. What we promised is put right on the customer's account
    before anything is sent; money that came is matched, and what is said to be paid looked for.
    There stands, too, what they refuse, and a visit that was only noted: there is no plan of it.
    """
    if line.kind is Kind.VISIT and any(r.code is ReasonCode.VISIT_STEP for r in line.reasons):
        return Act.VISIT  # what is planned has steps, and the last of them is its report
    if line.channel is Channel.CALL:
        return Act.CALL
    if line.kind is Kind.SAID_PAID and line.channel in _LOOKED_UP:
        return Act.LOOK
    if line.channel is Channel.MATCH:
        return Act.MATCH
    ours = line.kind in _DONE_THERE or line.channel in _LOOKED_UP
    return Act.ACCOUNT if ours or line.channel is Channel.NONE else Act.STATEMENT


def group_place(group: Group) -> int:
    """Return how early in the day a group comes; smaller comes first."""
    return _PLACES[group]


def counts(lines: Iterable[Line]) -> dict[Sort, int]:
    """Return how many lines there are of every sort, and of all."""
    found = dict.fromkeys(Sort, 0)
    for line in lines:
        found[Sort.ALL] += 1
        found[sort_of(line)] += 1
    return found


def done(contacted: Collection[int], tried: Collection[int], lines: Iterable[Line]) -> int:
    """Return how many customers are done with: there was contact today, and nothing is left.

    A try is done as well, though its customer stands on the list to be tried again.

    Args:
        contacted: The customers with whom there was contact on the day, either way.
        tried: Those of them whom nobody reached.
        lines: What is left to do.
    """
    return len(set(contacted) - ({line.customer for line in lines} - set(tried)))
