"""Hours that were agreed with customers far away, and what else is to be done on a day."""

from dataclasses import replace
from datetime import date, time

import pytest

from creditmate.domain.agreed import answers_due, errands_due
from creditmate.domain.errands import AnswerDue, Errand, Hour, in_our_time
from creditmate.domain.next_steps import About
from creditmate.domain.workcase import CallBack
from creditmate.domain.worklist import Channel, Kind, work_line
from tests.domain.worklist_cases import DAY, TODAY, case_of, entry

LONDON, BERLIN, TOKYO, NEW_YORK = (
    "Europe/London", "Europe/Berlin", "Asia/Tokyo", "America/New_York"
)  # fmt: skip


@pytest.mark.parametrize(("day", "at", "theirs", "found"), [
    # an hour ahead of us, winter and summer alike
    (date(2026, 11, 23), time(10), BERLIN, Hour(date(2026, 11, 23), time(9), time(10))),
    # their morning is our evening before: midnight lies between
    (date(2026, 11, 24), time(8, 30), TOKYO, Hour(date(2026, 11, 23), time(23, 30), time(8, 30))),
    # their evening is our day after
    (date(2026, 11, 23), time(20), NEW_YORK, Hour(date(2026, 11, 24), time(1), time(20))),
    # between the weeks in which we and they put the clocks forward, the difference is another
    (date(2026, 3, 10), time(10), NEW_YORK, Hour(date(2026, 3, 10), time(14), time(10))),
    (date(2026, 4, 10), time(10), NEW_YORK, Hour(date(2026, 4, 10), time(15), time(10))),
    # the hour that is left out in spring, and the one that comes twice in autumn
    (date(2026, 3, 29), time(2, 30), BERLIN, Hour(date(2026, 3, 29), time(2, 30))),
    (date(2026, 10, 25), time(2, 30), BERLIN, Hour(date(2026, 10, 25), time(1, 30), time(2, 30))),
])  # fmt: skip
def test_an_hour_of_theirs_is_ours(day: date, at: time, theirs: str, found: Hour) -> None:
    assert in_our_time(day, at, theirs, LONDON) == found


def test_without_an_hour_or_a_zone_the_day_is_the_day() -> None:
    assert in_our_time(TODAY, None, TOKYO, LONDON) == Hour(TODAY)
    assert in_our_time(TODAY, time(9), "", LONDON) == Hour(TODAY, time(9))
    assert in_our_time(TODAY, time(9), LONDON, LONDON) == Hour(TODAY, time(9))


def test_calls_agreed_for_an_hour_stand_in_the_order_of_our_clock() -> None:
    early = CallBack(TODAY, TODAY - DAY, time(8, 15), their_at=time(9, 15))
    late = CallBack(TODAY, TODAY - DAY, time(14))
    line = work_line(case_of()._replace(call_backs=(late, early)), TODAY)
    assert line is not None
    assert line.at == time(8, 15)
    assert line.reasons[0].their_at == time(9, 15)


def test_answers_that_are_due_stand_by_their_day() -> None:
    case = case_of(entry(1, 9, 500, disputed=500))._replace(answers=(
            AnswerDue(2, TODAY, "price"), AnswerDue(1, TODAY - DAY, "tax"),
            AnswerDue(3, TODAY + DAY, "tax"),
        ),
    )  # fmt: skip
    assert [answer.dispute for answer in answers_due(case, TODAY)] == [1, 2]
    line = work_line(case, TODAY)
    assert line is not None
    assert (line.kind, line.when, line.reasons[0].words) == (
        Kind.ANSWER_DUE, TODAY - DAY, "tax"
    )  # fmt: skip


def test_an_opportunity_waits_while_a_question_is_open() -> None:
    noted = Errand(About.NOTED, TODAY, words="a second depot", offers=True)
    asked = case_of(entry(1, 9, 500, disputed=100))._replace(errands=(noted,))
    assert errands_due(asked, TODAY) == []
    free = case_of(entry(1, 9, 500))._replace(errands=(noted,))
    assert errands_due(free, TODAY) == [noted]
    later = free._replace(errands=(replace(noted, day=TODAY + DAY), Errand(About.DISPUTE, TODAY)))
    assert errands_due(later, TODAY) == []


@pytest.mark.parametrize(("talk", "left"), [
    (None, True), (TODAY - 3 * DAY, True), (TODAY - 2 * DAY, False), (TODAY, False),
])  # fmt: skip
def test_a_talk_since_its_day_is_enough_for_what_was_noted(talk: date | None, left: bool) -> None:
    noted = Errand(About.NOTED, TODAY - 2 * DAY, noted=TODAY - 9 * DAY)
    case = case_of()._replace(errands=(noted,), last_talk=talk)
    assert errands_due(case, TODAY) == ([noted] if left else [])
    planned = replace(noted, about=About.OWN, noted=None)
    assert errands_due(case._replace(errands=(planned,)), TODAY) == [planned]


def test_the_talk_in_which_it_was_noted_is_not_the_one_to_come_back_in() -> None:
    noted = Errand(About.NOTED, TODAY, noted=TODAY)
    case = case_of()._replace(errands=(noted,), last_talk=TODAY)
    assert errands_due(case, TODAY) == [noted]


def test_visits_stand_at_their_hour() -> None:
    visit, sheet = Errand(About.VISIT, TODAY, time(11)), Errand(About.HELP_SHEET, TODAY, time(9))
    line = work_line(case_of()._replace(errands=(visit, sheet)), TODAY)
    assert line is not None
    assert (line.kind, line.when, line.at) == (Kind.VISIT, TODAY, time(11))
    assert line.channel is Channel.VISIT
