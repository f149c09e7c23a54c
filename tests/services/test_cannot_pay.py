"""Who said that they cannot pay is spoken with of what is possible, until more is agreed."""

from datetime import date, timedelta

import pytest

from creditmate.domain.call_script import Situation
from creditmate.domain.claims import SaidPaid
from creditmate.domain.left_out import WhyNot
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.i18n.diary_words import what_words
from creditmate.i18n.left_out_words import why_not_words
from creditmate.i18n.next_step_words import step_title
from creditmate.i18n.reasons import reason_words
from creditmate.i18n.talk_words import talk_goal, talk_opening
from creditmate.i18n.work_words import line_words
from creditmate.services.call_notes import CallNote
from creditmate.services.diary_items import planned_items
from creditmate.services.worklists import DayReading
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing, pays

LATER = MONDAY + timedelta(days=8)
AFTER = LATER + timedelta(days=14)


@pytest.fixture
def entry(office: Office) -> int:
    entry = owing(office, "ACME", 50_000)
    office.call("ACME", CallNote("Ann", Outcome.CANNOT_PAY, "no money", next_day=LATER))
    return entry


def said(office: Office, day: date) -> tuple[Situation, str, str]:
    brief = office.on(day).brief("ACME")
    opening = talk_opening(brief.script, "Ann", brief.before.us, "en", "en_GB")
    return brief.script.situation, talk_goal(brief.script, "en", "en_GB"), opening


def test_the_next_talk_is_about_what_is_possible(office: Office, entry: int) -> None:
    situation, goal, opening = said(office, LATER)
    assert situation is Situation.HARDSHIP
    assert "smaller parts, more time, the help sheet" in goal
    assert "ou told me that you cannot pay at present" in opening
    assert "we agreed that I would ring again" not in opening


def test_until_then_that_is_why_nobody_rings(office: Office, entry: int) -> None:
    tomorrow = MONDAY + timedelta(days=1)
    (row,) = DayReading(tomorrow).go_on().not_contacted
    assert (row.why, row.until) == (WhyNot.CANNOT_PAY, LATER)
    assert "cannot pay at present" in why_not_words(row, "en", "en_GB", tomorrow)
    (task,) = office.brief("ACME").tasks
    assert step_title(task, "en") == "Speak again about what is possible"


@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.VOICEMAIL])
def test_an_attempt_changes_nothing(office: Office, entry: int, outcome: Outcome) -> None:
    office.on(LATER).call("ACME", CallNote("", outcome, "", next_day=AFTER))
    assert said(office, AFTER)[0] is Situation.HARDSHIP


@pytest.mark.parametrize(
    "told",
    [
        CallNote("Ann", Outcome.REFUSES, "never", next_day=AFTER),
        CallNote("Ann", Outcome.PAYMENT_SENT, "sent", next_day=AFTER, said_paid=SaidPaid()),
        CallNote("Ann", Outcome.WILL_PAY, "a part", next_day=AFTER,
                 promised=Money(10_000, "GBP"), promised_by=AFTER),
    ],
)  # fmt: skip
def test_the_next_talk_tells_how_they_stand_now(office: Office, entry: int, told: CallNote) -> None:
    office.on(LATER).call("ACME", told)
    assert said(office, AFTER)[0] is not Situation.HARDSHIP


def test_who_paid_is_spoken_with_as_anybody(office: Office, entry: int) -> None:
    pays(office, entry, MONDAY, 50_000)
    assert said(office, LATER)[0] is Situation.CALL_BACK


def test_on_the_day_everybody_calls_it_the_same(office: Office, entry: int) -> None:
    (row,) = office.on(LATER).today()
    (lead, *_rest) = row.line.reasons
    assert reason_words(lead, "en", "en_GB", LATER) == "Speak again about what is possible"
    assert line_words(row.line, "en", "en_GB", LATER).mark == "Speak again as agreed"
    (item,) = planned_items(LATER, LATER, LATER)
    assert what_words(item, "en") == "Speak again about what is possible"
    later = LATER + timedelta(days=1)
    (row,) = office.on(later).today()
    said_late = reason_words(row.line.reasons[0], "en", "en_GB", later)
    assert said_late.startswith("Speak again about what is possible, agreed for ")


def promises(office: Office, minor: int) -> None:
    by = MONDAY + timedelta(days=10)
    promise = CallNote(
        "Ann", Outcome.WILL_PAY, "", by + timedelta(days=4), incoming=True,
        promised=Money(minor, "GBP"), promised_by=by,
    )  # fmt: skip
    office.on(MONDAY + timedelta(days=2)).call("ACME", promise)


def test_who_promises_a_part_is_still_spoken_with_of_the_rest(office: Office, entry: int) -> None:
    promises(office, 10_000)
    (told,) = DayReading(MONDAY + timedelta(days=3)).go_on().not_contacted
    assert (told.why, told.until) == (WhyNot.CANNOT_PAY, LATER)
    assert [task.day for task in office.brief("ACME").tasks if task.hard] == [LATER]
    (row,) = office.on(LATER).today()
    assert row.line.kind is Kind.CALL_BACK
    assert row.line.reasons[0].hard


def test_who_promises_all_of_it_is_waited_for(office: Office, entry: int) -> None:
    promises(office, 50_000)
    assert [task.day for task in office.brief("ACME").tasks if task.hard] == []
