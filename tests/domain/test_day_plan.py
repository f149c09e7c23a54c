"""The day in groups and sorts, and how much of it is done.

Worked example, mock-up 01: we are late with a corrected invoice, a call-back is agreed, a promise
has passed its day, one is slower than usual, one is a courtesy call, one is written to, and one
payment is to be matched.
"""

from datetime import date, time

import pytest

from creditmate.domain.day_plan import (
    Act,
    Group,
    Sort,
    act_of,
    counts,
    done,
    group_of,
    group_place,
    sort_of,
)
from creditmate.domain.priority import Part, ScorePart
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line

DAY = date(2026, 11, 23)


def a_line(customer: int, kind: Kind, channel: Channel = Channel.CALL, points: float = 1.0) -> Line:
    agreed = DAY if kind is Kind.CALL_BACK else None
    parts = (Part(ScorePart.SUM, points),)
    return Line(customer, kind, channel, (), (), parts, None, agreed, time(9, 30))


LATE = a_line(1, Kind.OURS_LATE, Channel.EMAIL)
RING = a_line(2, Kind.CALL_BACK)
MISSED = a_line(3, Kind.PROMISE_NOT_KEPT)
MATCH = a_line(4, Kind.CHECK_MONEY, Channel.MATCH)
SLOW = a_line(5, Kind.FOLLOW_UP, points=24.0)
SERVICE = a_line(6, Kind.COURTESY, points=20.0)
WRITE = a_line(7, Kind.FOLLOW_UP, Channel.EMAIL, points=30.0)
VISIT = a_line(8, Kind.VISIT, Channel.VISIT)._replace(reasons=(Reason(ReasonCode.VISIT),))
"""Noted as a next step only."""
STEPS = (Reason(ReasonCode.VISIT), Reason(ReasonCode.VISIT_STEP, words="visit_report"))


def test_the_day_goes_from_what_was_agreed_over_calls_to_papers() -> None:
    shuffled = [WRITE, SERVICE, MATCH, RING, SLOW, LATE, MISSED]
    shuffled.sort(key=lambda line: (group_place(group_of(line)), line.rank))
    assert shuffled == [LATE, RING, MISSED, SLOW, SERVICE, MATCH, WRITE]


@pytest.mark.parametrize(("line", "group", "sort"), [
    (LATE, Group.AGREED, Sort.PROMISES),
    (a_line(1, Kind.OURS_DUE), Group.AGREED, Sort.PROMISES),
    (RING, Group.AGREED, Sort.CALLS),
    (a_line(1, Kind.CALL_BACK, Channel.LETTER), Group.AGREED, Sort.LETTERS),
    (MISSED, Group.CALLS, Sort.PROMISES),
    (a_line(1, Kind.PROMISE_NOT_KEPT, Channel.EMAIL), Group.PAPERS, Sort.PROMISES),
    (VISIT, Group.AGREED, Sort.VISITS),
    (MATCH, Group.PAPERS, Sort.PAPERWORK),
    (a_line(1, Kind.CHECK_MONEY, Channel.BANK), Group.PAPERS, Sort.PAPERWORK),
    (SLOW, Group.CALLS, Sort.CALLS),
    (WRITE, Group.PAPERS, Sort.LETTERS),
    (SERVICE, Group.CALLS, Sort.COURTESY),
    (a_line(1, Kind.COURTESY, Channel.EMAIL), Group.PAPERS, Sort.COURTESY),
])  # fmt: skip
def test_where_a_line_belongs(line: Line, group: Group, sort: Sort) -> None:
    assert (group_of(line), sort_of(line)) == (group, sort)


@pytest.mark.parametrize(("line", "act"), [
    (SLOW, Act.CALL),
    (a_line(1, Kind.OURS_LATE, Channel.CALL), Act.CALL),
    (LATE, Act.ACCOUNT),
    (a_line(1, Kind.OURS_DUE, Channel.LETTER), Act.ACCOUNT),
    (MATCH, Act.MATCH),
    (a_line(1, Kind.SAID_PAID, Channel.BANK), Act.LOOK),
    (a_line(1, Kind.SAID_PAID, Channel.MATCH), Act.LOOK),
    (a_line(1, Kind.SAID_PAID, Channel.CALL), Act.CALL),
    (a_line(1, Kind.CHECK_MONEY, Channel.BANK), Act.ACCOUNT),
    (WRITE, Act.STATEMENT),
    (a_line(1, Kind.PROMISE_NOT_KEPT, Channel.EMAIL), Act.STATEMENT),
    (VISIT, Act.ACCOUNT),
    (VISIT._replace(reasons=STEPS), Act.VISIT),
    (VISIT._replace(reasons=STEPS[1:]), Act.VISIT),
    (SLOW._replace(reasons=STEPS[1:]), Act.CALL),  # a step stands behind what is graver
])  # fmt: skip
def test_what_is_done_about_a_line(line: Line, act: Act) -> None:
    assert act_of(line) is act


def test_every_line_is_of_one_sort() -> None:
    found = counts([LATE, RING, MISSED, MATCH, SLOW, SERVICE, WRITE])
    assert found == {
        Sort.ALL: 7,
        Sort.PROMISES: 2,
        Sort.CALLS: 2,
        Sort.COURTESY: 1,
        Sort.LETTERS: 1,
        Sort.VISITS: 0,
        Sort.PAPERWORK: 1,
    }
    assert sum(found.values()) == 2 * found[Sort.ALL]
    assert set(counts([]).values()) == {0}


@pytest.mark.parametrize(("contacted", "tried", "expected"), [
    ([], [], 0),
    ([8, 9], [], 2),
    ([8, 5, 9], [], 2),  # spoken with, and something is left
    ([8, 5, 9], [5], 3),  # tried, and to be tried again: that try is done
    ([8, 9], [9], 2),
    ([8, 8], [8], 1),
])  # fmt: skip
def test_done_is_who_was_tried_and_who_was_in_contact_and_is_off_the_list(
    contacted: list[int], tried: list[int], expected: int
) -> None:
    assert done(contacted, tried, [SLOW, WRITE]) == expected
