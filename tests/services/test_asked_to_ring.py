"""Who asked to be rung and did not answer is tried again the next working day, as was agreed."""

from datetime import time, timedelta

from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.services.calls import CallNote, Calls
from creditmate.services.diary import Diary, NewEntry
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in (2, 3, 4))


def calls(office: Office) -> Calls:
    return Calls(office.gateway, office.clock)


def asked_to_be_rung(office: Office) -> None:
    owing(office, "ACME", 50_000)
    agreed = CallNote("Ann", Outcome.CALL_BACK, "x", next_day=WEDNESDAY, next_at=time(10))
    office.call("ACME", agreed)


def kinds(office: Office) -> list[Kind]:
    return [row.line.kind for row in office.today()]


def test_the_next_try_is_the_next_working_day_and_is_still_agreed(office: Office) -> None:
    asked_to_be_rung(office)
    for day, following in ((WEDNESDAY, THURSDAY), (THURSDAY, FRIDAY)):
        assert kinds(office.on(day)) == [Kind.CALL_BACK]
        assert calls(office).next_attempt("ACME").day == following
        calls(office).attempt("ACME")
        assert kinds(office) == []
    assert kinds(office.on(FRIDAY)) == [Kind.CALL_BACK]
    talk = CallNote("Ann", Outcome.ALL_WELL, "x", none_because="-")
    assert calls(office).against("ACME", talk) == ()


def test_what_we_planned_ourselves_is_not_agreed_by_a_try_in_vain(office: Office) -> None:
    owing(office, "ACME", 50_000)
    Diary(office.gateway, office.clock).add(NewEntry("ACME", MONDAY))
    calls(office).attempt("ACME")
    office.on(MONDAY + timedelta(days=1))
    assert Kind.CALL_BACK not in kinds(office)


def test_what_we_wrote_instead_answers_what_was_agreed(office: Office) -> None:
    asked_to_be_rung(office)
    office.on(WEDNESDAY)
    wrote = CallNote("Ann", Outcome.NO_ANSWER, "x", next_day=THURSDAY, channel="email")
    office.call("ACME", wrote)
    assert Kind.CALL_BACK not in kinds(office.on(THURSDAY))


def test_a_try_at_something_else_finds_the_budget_as_ever(office: Office) -> None:
    """Spoken to on Monday: of our own accord not before five days have passed."""
    owing(office, "ACME", 50_000)
    office.call("ACME", CallNote("Ann", Outcome.REFUSES, "x", none_because="-"))
    office.on(WEDNESDAY)
    assert calls(office).next_attempt("ACME").day == MONDAY + timedelta(days=7)
