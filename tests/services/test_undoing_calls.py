"""A call just recorded is taken back whole: as if it had never been, on record that it was."""

from datetime import UTC, datetime, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.feeling import Mood, Signal
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import DeedState, PromiseState, deed_state
from creditmate.domain.story import StoryWanted, Talk
from creditmate.services.call_drafts import CallDrafts, TypedCall
from creditmate.services.calls import CallNote, Calls
from creditmate.services.stories import Stories
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing, will_pay

LATER = FRIDAY + timedelta(days=7)


def record(office: Office, note: CallNote) -> int:
    return Calls(office.gateway, office.clock).record("ACME", note).id


def undo(office: Office, interaction: int) -> Touched:
    return Calls(office.gateway, office.clock).undo(interaction)


def refused(office: Office, interaction: int) -> None:
    before = execute("SELECT count(*) FROM action").fetchone()
    with pytest.raises(UserError) as caught:
        undo(office, interaction)
    assert caught.value.problem is Problem.CALL_STANDS
    assert execute("SELECT count(*) FROM action").fetchone() == before


def everything_said() -> CallNote:
    return CallNote(
        "Ann Lee", Outcome.WILL_PAY, "Run on Friday", next_day=LATER,
        promised=Money(50_000, "GBP"), promised_by=LATER, deed="Send a copy", deed_by=LATER,
        replaces_promises=True, deeds_done=True, mood=Mood.CALM, signals=(Signal.HURRIED,),
        seconds=75,
    )  # fmt: skip


def test_everything_is_as_before_the_call_and_the_books_prove_it(office: Office) -> None:
    owing(office, "ACME", 50_000)
    first = CallNote(
        "Ann", Outcome.WILL_PAY, "x", next_day=FRIDAY, promised=Money(20_000, "GBP"),
        promised_by=FRIDAY, deed="Ring the carrier", deed_by=FRIDAY,
    )  # fmt: skip
    record(office, first)
    before, listed = office.brief("ACME"), office.today()
    second = record(office, everything_said())
    after = office.brief("ACME")
    assert [s.state for s in after.standings] == [PromiseState.REPLACED, PromiseState.OPEN]
    assert [deed_state(d, MONDAY) for d in after.deeds] == [DeedState.DONE, DeedState.OPEN]
    touched = undo(office, second)
    assert touched == Touched.CONTACTS_MADE | Touched.TASKS | Touched.PROMISES
    assert office.brief("ACME") == before
    assert office.today() == listed
    assert prove_all() == []


def test_the_undo_is_one_action_that_names_the_one_it_undoes(office: Office) -> None:
    owing(office, "ACME", 50_000)
    interaction = record(office, will_pay(50_000))
    (made,) = execute("SELECT max(id) FROM action").fetchone()
    undo(office, interaction)
    found = execute("SELECT id, use_case, undoes_id FROM action ORDER BY id DESC").fetchone()
    assert found == (made + 1, "undo-call", made)


def test_how_it_felt_and_how_long_it_took_is_recorded(office: Office) -> None:
    owing(office, "ACME", 50_000)
    note = CallNote(
        "Ann", Outcome.WILL_PAY, "x", next_day=FRIDAY, mood=Mood.STRAINED,
        signals=(Signal.HURRIED, Signal.HESITANT), seconds=75,
    )  # fmt: skip
    interaction = record(office, note)
    sql = "SELECT mood, signals, seconds FROM interaction WHERE id = ?"
    assert execute(sql, (interaction,)).fetchone() == ("strained", "hesitant hurried", 75)
    assert prove_all() == []


def test_what_was_taken_back_cannot_be_taken_back_again(office: Office) -> None:
    owing(office, "ACME", 50_000)
    interaction = record(office, will_pay(50_000))
    undo(office, interaction)
    refused(office, interaction)
    refused(office, 999)


def test_a_call_stands_once_its_next_step_was_done_in_another(office: Office) -> None:
    owing(office, "ACME", 50_000)
    first = record(office, CallNote("Ann", Outcome.CALL_BACK, "x", next_day=FRIDAY))
    second = record(office, CallNote("Ann", Outcome.CALL_BACK, "y", next_day=LATER))
    refused(office, first)
    undo(office, second)
    assert [task.day for task in office.brief("ACME").tasks] == [FRIDAY]


def test_a_call_stands_once_its_promise_was_replaced(office: Office) -> None:
    owing(office, "ACME", 50_000)
    said = CallNote(
        "Ann", Outcome.WILL_PAY, "x", none_because="it is agreed",
        promised=Money(50_000, "GBP"), promised_by=FRIDAY,
    )  # fmt: skip
    first = record(office, said)
    second = record(office, will_pay(50_000, by=LATER, replaces_promises=True))
    refused(office, first)
    undo(office, second)
    undo(office, first)
    assert office.brief("ACME").standings == ()


def test_only_a_call_recorded_by_itself_is_taken_back(office: Office) -> None:
    """Contacts that came with an import or the sample belong to that action."""
    owing(office, "ACME", 50_000)
    interaction = record(office, will_pay(50_000))
    execute("DROP TRIGGER action_update")
    execute("UPDATE action SET use_case = 'sample' WHERE use_case = 'record-call'")
    refused(office, interaction)


def test_a_wish_not_to_be_called_goes_with_the_call(office: Office) -> None:
    owing(office, "ACME", 50_000)
    calm = office.today()
    interaction = record(
        office, CallNote("Ann", Outcome.DO_NOT_CALL, "By letter, please", next_day=MONDAY)
    )
    undo(office, interaction)
    assert office.today() == calm


def test_the_form_comes_back_with_what_was_typed(office: Office) -> None:
    owing(office, "ACME", 50_000)
    drafts = CallDrafts(office.clock)
    begun, typed = datetime(2026, 11, 23, 9, tzinfo=UTC), TypedCall(notes="Run on Friday")
    calls = Calls(office.gateway, office.clock)
    saved = calls.record("ACME", will_pay(50_000), ends_draft=True)
    calls.undo(saved.id, drafts.row("ACME", begun, typed))
    kept = drafts.read("ACME")
    assert kept is not None
    assert (kept.begun_at, kept.typed) == (begun, typed)


def test_a_story_that_was_listed_before_tells_it_no_more(office: Office) -> None:
    owing(office, "ACME", 50_000)
    interaction = record(office, will_pay(50_000))
    listing = Stories().listing("ACME", StoryWanted(), MONDAY)
    assert any(isinstance(event, Talk) for event in Stories().rows(listing, listing.keys))
    undo(office, interaction)
    assert not any(isinstance(event, Talk) for event in Stories().rows(listing, listing.keys))
