"""Only what was agreed with somebody in a talk is agreed; everything else we planned ourselves."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from creditmate.db.contacts_made import touches_of
from creditmate.domain.contact_budget import used
from creditmate.domain.left_out import WhyNot
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind, Line
from creditmate.domain.work_reasons import ReasonCode
from creditmate.services.calls import CallNote, Calls
from creditmate.services.contact_moves import ContactMoves
from creditmate.services.corrections import Correction, Corrections
from creditmate.services.day_lists import DayLists
from creditmate.services.diary import Diary, NewEntry
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing, pays
from tests.services.test_confirmations import service, write

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in range(1, 5))


def record(office: Office, note: CallNote) -> int:
    return Calls(office.gateway, office.clock).record("ACME", note).id


def ringing(office: Office) -> Line:
    """The only line of the day."""
    (row,) = office.today()
    return row.line


def planned(line: Line) -> list[tuple[date | None, time | None]]:
    return [(one.day, one.at) for one in line.reasons if one.code is ReasonCode.PLANNED_CALL]


def says_agreed(line: Line) -> bool:
    return line.kind is Kind.CALL_BACK or any(
        one.code is ReasonCode.CALL_BACK for one in line.reasons
    )


IN_VAIN = [
    CallNote("", Outcome.VOICEMAIL, "", next_day=TUESDAY, next_at=time(14)),
    CallNote("Ann", Outcome.NO_ANSWER, "x", next_day=TUESDAY, next_at=time(14), channel="text"),
]


@pytest.mark.parametrize("note", IN_VAIN, ids=["an attempt", "a text"])
def test_what_we_set_after_nobody_answered_is_ours(office: Office, note: CallNote) -> None:
    owing(office, "ACME", 50_000)
    record(office, note)
    calls = Calls(office.gateway, office.clock)
    line = office.on(TUESDAY).brief("ACME").line
    assert line is not None
    assert (line.kind, line.when, line.at) == (Kind.FOLLOW_UP, TUESDAY, time(14))
    assert planned(line) == [(TUESDAY, time(14))]
    assert not says_agreed(line)
    talk = CallNote("Ann", Outcome.ALL_WELL, "x", none_because="-")
    # A text that was written is an initiative, and the next one waits; an attempt is none.
    assert bool(calls.against("ACME", talk)) is (note.channel == "text")
    assert bool(office.codes()) is (note.channel == "call")


def test_who_has_paid_meanwhile_is_not_tried_again(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    record(office, IN_VAIN[0])
    pays(office, entry, MONDAY, 49_999)
    (rest,) = office.on(TUESDAY).today()
    assert planned(rest.line) == [(TUESDAY, time(14))]
    pays(office, entry, TUESDAY, 1)
    assert office.codes() == []
    assert office.brief("ACME").line is None


def test_who_is_tried_in_vain_for_a_welcome_is_tried_again_at_the_hour_set_down(
    office: Office,
) -> None:
    owing(office, "ACME", 50_000, days_late=-5)
    assert ringing(office).kind is Kind.COURTESY
    record(office, IN_VAIN[0])
    line = ringing(office.on(TUESDAY))
    assert (line.kind, line.at) == (Kind.COURTESY, time(14))


def test_what_is_put_into_the_diary_by_hand_is_ours_and_costs(office: Office) -> None:
    owing(office, "ACME", 50_000)
    Diary(office.gateway, office.clock).add(NewEntry("ACME", TUESDAY))
    line = ringing(office.on(TUESDAY))
    assert (line.kind, planned(line)) == (Kind.FOLLOW_UP, [(TUESDAY, None)])
    assert not says_agreed(line)
    record(office, CallNote("Ann", Outcome.ALL_WELL, "x", none_because="-"))
    assert used(touches_of([1], TUESDAY)[1], TUESDAY).own_days == (TUESDAY,)


def test_a_planned_call_about_no_money_is_on_the_list_and_told_while_it_waits(
    office: Office,
) -> None:
    owing(office, "ACME", 50_000, days_late=-90)
    diary = Diary(office.gateway, office.clock)
    diary.add(NewEntry("ACME", MONDAY))
    assert ringing(office).kind is Kind.PLANNED_CALL
    record(office, CallNote("Ann", Outcome.ALL_WELL, "x", none_because="-"))
    diary.add(NewEntry("ACME", WEDNESDAY))
    assert office.on(WEDNESDAY).codes() == []
    (left,) = DayLists().left_out(WEDNESDAY)
    assert (left.code, left.why, left.until) == (
        "ACME",
        WhyNot.TOO_SOON,
        MONDAY + timedelta(days=7),
    )


def test_the_day_after_the_third_attempt_is_one_on_which_we_may_ring(office: Office) -> None:
    owing(office, "ACME", 50_000)
    calls = Calls(office.gateway, office.clock)
    office.clock.moment = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        assert [row.code for row in office.on(day).today()] == ["ACME"]
        calls.attempt("ACME")
    (task,) = office.brief("ACME").tasks
    assert task.day == MONDAY + timedelta(days=7)
    for day in (THURSDAY, FRIDAY):
        assert office.on(day).codes() == []
    assert ringing(office.on(task.day)).kind is Kind.FOLLOW_UP
    in_vain = CallNote("", Outcome.NO_ANSWER, "", none_because="-")
    assert calls.against("ACME", in_vain) == ()


# ------------------------------------------------------------------ put right
def test_a_talk_that_was_none_costs_nothing_and_agreed_to_nothing(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, CallNote("Ann", Outcome.CALL_BACK, "x", next_day=WEDNESDAY))
    right = Correction(outcome=Outcome.NO_ANSWER)
    Corrections(office.gateway, office.clock).correct(made, right)
    known = used(touches_of([1], MONDAY)[1], MONDAY)
    assert (known.own_days, known.attempts) == ((), (MONDAY,))
    assert not says_agreed(ringing(office.on(WEDNESDAY)))


def test_an_attempt_that_was_a_talk_costs_and_is_agreed_twice_put_right(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, CallNote("Ann", Outcome.VOICEMAIL, "", next_day=WEDNESDAY))
    corrections = Corrections(office.gateway, office.clock)
    corrections.correct(made, Correction(outcome=Outcome.AWAY))
    assert not says_agreed(ringing(office.on(WEDNESDAY)))
    office.on(MONDAY)
    corrections.correct(made, Correction(outcome=Outcome.CALL_BACK, note="on Wednesday"))
    known = used(touches_of([1], MONDAY)[1], MONDAY)
    assert (known.own_days, known.attempts) == ((MONDAY,), ())
    assert ringing(office.on(WEDNESDAY)).kind is Kind.CALL_BACK


# ------------------------------------------------------------------ beside a promise
@pytest.mark.parametrize(
    ("day", "at", "told"),
    [
        (WEDNESDAY, time(10, 30), True),
        (WEDNESDAY, None, True),  # before the promise's day: agreed for another reason
        (FRIDAY, time(10, 30), True),
        (FRIDAY, None, False),  # to look whether it came
    ],
)
def test_an_hour_agreed_beside_a_promise_is_confirmed_and_kept(
    office: Office, day: date, at: time | None, told: bool
) -> None:
    owing(office, "ACME", 50_000)
    note = CallNote(
        "Ann Lee", Outcome.WILL_PAY, "x", next_day=day, next_at=at,
        promised=Money(50_000, "GBP"), promised_by=FRIDAY,
    )  # fmt: skip
    record(office, note)
    found = service(office).gather("ACME")
    assert (found.again, found.again_at) == ((day, at) if told else (None, None))
    assert ("10:30" in write(office).message.text) is (told and at is not None)
    lines = [(row.line.kind, row.line.at) for row in office.on(day).today()]
    assert lines == ([(Kind.CALL_BACK, at)] if told else [])


# ------------------------------------------------------------------ what stays agreed
@pytest.mark.parametrize("note", IN_VAIN, ids=["an attempt", "a text"])
def test_what_was_agreed_for_later_is_not_forgotten_over_a_try(
    office: Office, note: CallNote
) -> None:
    owing(office, "ACME", 50_000)
    record(office, CallNote("Ann", Outcome.CALL_BACK, "x", next_day=THURSDAY, next_at=time(10)))
    record(office, note)
    assert [task.day for task in office.brief("ACME").tasks] == [TUESDAY, THURSDAY]
    assert office.on(WEDNESDAY).codes() == []  # the budget: nobody agreed to that one
    line = ringing(office.on(THURSDAY))
    assert (line.kind, line.at) == (Kind.CALL_BACK, time(10))


def test_what_was_agreed_for_today_is_agreed_until_somebody_is_reached(office: Office) -> None:
    owing(office, "ACME", 50_000)
    record(office, CallNote("Ann", Outcome.CALL_BACK, "x", next_day=TUESDAY))
    in_vain = CallNote("", Outcome.VOICEMAIL, "", next_day=WEDNESDAY)
    record(office.on(TUESDAY), in_vain)
    assert [task.day for task in office.brief("ACME").tasks] == [WEDNESDAY]
    assert used(touches_of([1], TUESDAY)[1], TUESDAY).attempts == ()  # they had asked us to ring
    assert ringing(office.on(WEDNESDAY)).kind is Kind.CALL_BACK
    record(office, CallNote("Ann", Outcome.ALL_WELL, "x", next_day=THURSDAY))
    record(office.on(THURSDAY), replace(in_vain, next_day=FRIDAY))
    assert ringing(office.on(FRIDAY)).kind is Kind.CALL_BACK  # agreed anew, and tried anew


# ------------------------------------------------------------------ with somebody else
def test_why_it_was_made_is_worked_out_anew_for_the_right_customer(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BIRCH", 50_000)
    record(office, CallNote("Ann", Outcome.CALL_BACK, "x", next_day=TUESDAY))
    made = record(office.on(TUESDAY), CallNote("Ann", Outcome.ALL_WELL, "x", none_because="-"))
    assert used(touches_of([1], TUESDAY)[1], TUESDAY).own_days == (MONDAY,)
    ContactMoves(office.gateway, office.clock).move(made, "BIRCH", "the other Ann")
    assert used(touches_of([2], TUESDAY)[2], TUESDAY).own_days == (TUESDAY,)
