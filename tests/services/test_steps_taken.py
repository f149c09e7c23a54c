"""Which step a contact takes: the one that was due, and none where nothing was followed up."""

import itertools
from datetime import date, timedelta

import pytest

from creditmate.db import contacts_made
from creditmate.db.connection import execute
from creditmate.db.contacts_made import letters_before
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_steps import Step
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Channel, Kind, Line
from creditmate.services.calls import CallNote, Calls
from creditmate.services.snoozes import Snoozes
from creditmate.services.worklists import WorkLists
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

LONG = 114
"""Days late, with all steps behind and nobody spoken to yet."""


def record(office: Office, outcome: Outcome = Outcome.REFUSES, **more: object) -> None:
    told = {"none_because": "all said", **more}
    note = CallNote("Ann", outcome, "x", **told)  # type: ignore[arg-type]
    Calls(office.gateway, office.clock).record("ACME", note)


def line_on(office: Office, day: date) -> Line | None:
    office.on(day)
    return next((row.line for row in WorkLists().today(day) if row.code == "ACME"), None)


def taken() -> list[str]:
    """The steps of the contacts on record, the oldest first; '' where one took none."""
    return [step for (step,) in execute("SELECT step FROM interaction_detail ORDER BY id")]


def said_to_be_at(office: Office, step: Step) -> None:
    Snoozes(office.gateway, office.clock).at_step("ACME", step, "As the old books have it.")


def proposed(office: Office, until: int) -> list[tuple[int, Step | None]]:
    """Work Today off from tomorrow on, always refused: days from Monday, and the steps."""
    found = []
    for days in range(1, until):
        line = line_on(office, MONDAY + timedelta(days=days))
        if line is not None:
            found.append((days, line.step))
            record(office)
    return found


def test_who_was_left_behind_is_caught_up_with_one_step_at_a_time(office: Office) -> None:
    owing(office, "ACME", 50_000, days_late=LONG)
    first = line_on(office, MONDAY)
    assert first is not None
    assert first.step is Step.CALL_1
    record(office)
    found = proposed(office, 60)
    steps = [step for _, step in found]
    assert steps[:7] == [
        Step.REMINDER_1, Step.CALL_2, Step.MANAGER, Step.FINAL, Step.LETTER_BEFORE,
        Step.LETTER_BEFORE, Step.LETTER_BEFORE,
    ]  # fmt: skip
    days = [0, *(day for day, _ in found)]
    assert all(later - earlier >= 5 for earlier, later in itertools.pairwise(days))
    assert taken()[:3] == ["call_1", "reminder_1", "call_2"]


@pytest.mark.parametrize(
    ("form", "days"), [("sole_trader", 30), ("unknown", 30), ("company", 14), ("plc", 14)]
)
def test_after_the_letter_before_action_they_have_days_to_answer(
    office: Office, form: str, days: int
) -> None:
    owing(office, "ACME", 50_000, days_late=LONG)
    execute("UPDATE customer SET legal_form = ?", (form,))
    said_to_be_at(office, Step.FINAL)
    line = line_on(office, MONDAY + timedelta(days=1))
    assert line is not None
    assert (line.step, line.channel) == (Step.LETTER_BEFORE, Channel.LETTER)
    record(office)
    assert taken() == ["final"]
    sent = MONDAY + timedelta(days=7)
    line = line_on(office, sent)
    assert line is not None
    assert line.step is Step.LETTER_BEFORE
    record(office, channel="letter")
    assert taken() == ["final", "letter_before"]
    assert line_on(office, sent + timedelta(days=days)) is None
    line = line_on(office, sent + timedelta(days=days + 1))
    assert line is not None
    assert line.step is Step.REVIEW


def test_a_letter_before_action_that_was_taken_back_was_never_sent(office: Office) -> None:
    owing(office, "ACME", 50_000, days_late=LONG)
    said_to_be_at(office, Step.FINAL)
    line_on(office, MONDAY + timedelta(days=1))
    record(office, channel="letter")
    assert letters_before([1], MONDAY + timedelta(days=1)) == {1: MONDAY + timedelta(days=1)}
    assert letters_before([1], MONDAY) == {}
    assert letters_before([2], MONDAY + timedelta(days=1)) == {}
    execute("UPDATE interaction SET void_action_id = action_id")
    assert letters_before([1], MONDAY + timedelta(days=1)) == {}


def test_only_such_letters_are_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day's list asks it of everybody: nothing may grow with closed history."""
    owing(office, "ACME", 50_000, days_late=LONG)
    steps: list[str] = []

    def explained(sql: str, parameters: tuple[object, ...]) -> object:
        steps.extend(row[3] for row in execute("EXPLAIN QUERY PLAN " + sql, parameters))
        return execute(sql, parameters)

    monkeypatch.setattr(contacts_made, "execute", explained)
    assert letters_before([1], MONDAY) == {}
    assert "SCAN d USING INDEX interaction_detail_letter" in steps
    assert "SEARCH i USING INTEGER PRIMARY KEY (rowid=?)" in steps


@pytest.mark.parametrize("channel", ["call", "email"])
def test_what_they_begin_takes_no_step_of_ours(office: Office, channel: str) -> None:
    owing(office, "ACME", 50_000, days_late=LONG)
    line_on(office, MONDAY)
    record(office, Outcome.ALL_WELL, incoming=True, channel=channel)
    line = line_on(office, MONDAY + timedelta(days=1))
    assert line is not None
    assert line.step is Step.CALL_1
    assert taken() == [""]


@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.VOICEMAIL])
def test_a_try_in_vain_ends_no_gentle_start(office: Office, outcome: Outcome) -> None:
    owing(office, "ACME", 50_000, days_late=LONG)
    line_on(office, MONDAY)
    record(office, outcome, next_day=MONDAY + timedelta(days=1), none_because="")
    assert taken() == [""]
    line = line_on(office, MONDAY + timedelta(days=2))
    assert line is not None
    assert line.kind in {Kind.FOLLOW_UP, Kind.PLANNED_CALL}
    record(office)
    assert taken() == ["", "call_1"]


def test_a_second_talk_on_a_day_belongs_to_the_first(office: Office) -> None:
    owing(office, "ACME", 50_000, days_late=LONG)
    line_on(office, MONDAY)
    record(office)
    record(office, channel="email")
    assert taken() == ["call_1", "call_1"]


def test_a_talk_about_a_promise_not_kept_takes_the_step_that_had_come(office: Office) -> None:
    owing(office, "ACME", 50_000, days_late=1)
    line_on(office, MONDAY)
    by = MONDAY + timedelta(days=4)
    record(office, Outcome.WILL_PAY, promised=Money(50_000, "GBP"), promised_by=by)
    office.on(by + timedelta(days=6)).posted(by + timedelta(days=5))
    line = line_on(office, by + timedelta(days=6))
    assert line is not None
    assert line.kind is Kind.PROMISE_NOT_KEPT
    record(office)
    assert taken() == ["call_1", "reminder_1"]


@pytest.mark.parametrize("purpose", [Purpose.AGREED, Purpose.REPLY])
def test_what_is_written_for_them_takes_none(office: Office, purpose: Purpose) -> None:
    owing(office, "ACME", 50_000, days_late=LONG)
    line_on(office, MONDAY)
    record(office, Outcome.NO_ANSWER, channel="email", purpose=purpose)
    record(office, purpose=purpose)
    assert taken() == ["", "call_1"]


def test_what_the_user_says_goes_before(office: Office) -> None:
    owing(office, "ACME", 50_000, days_late=LONG)
    line_on(office, MONDAY)
    record(office, step=Step.FINAL)
    assert taken() == ["final"]
