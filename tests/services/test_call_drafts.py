"""What is typed of a call is kept beside the books, until the call is recorded."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.domain.call_script import Situation
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import CallKind, Outcome
from creditmate.services.call_drafts import CallDrafts, TypedCall
from creditmate.services.call_sheets import CallSheet, CallSheets
from creditmate.services.calls import CallNote, Calls
from creditmate.services.customers import Customers
from tests.builders import a_customer
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing, will_pay

BEGUN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TYPED = TypedCall(
    with_name="Ann Lee", outcome="will_pay", amount="500", by="fri", mood="calm",
    signals=("hesitant",), notes="Run on\nFriday – ’s", ticks=("agree",), seconds=75,
)  # fmt: skip


def drafts(office: Office) -> CallDrafts:
    return CallDrafts(office.clock)


def calls(office: Office) -> Calls:
    return Calls(office.gateway, office.clock)


def sheet(office: Office, code: str, *, incoming: bool = False) -> CallSheet:
    sheets = CallSheets(Customers(), drafts(office), office.clock)
    return sheets.sheet(code, incoming=incoming)


def actions() -> int:
    return int(execute("SELECT count(*) FROM action").fetchone()[0])


def test_a_form_is_kept_just_as_it_was_typed_and_stands_in_no_total(office: Office) -> None:
    owing(office, "ACME", 50_000)
    before, brief = actions(), office.brief("ACME")
    at = drafts(office).save("acme", BEGUN, TYPED)
    kept = drafts(office).read("ACME")
    assert kept is not None
    assert (kept.code, kept.name, kept.typed) == ("ACME", "Acme Ltd", TYPED)
    assert (kept.begun_at, kept.saved_at) == (BEGUN, at)
    assert actions() == before
    assert office.brief("ACME") == brief
    assert prove_all() == []


def test_the_latest_of_each_customer_is_kept_newest_first(office: Office) -> None:
    for code in ("ACME", "OAK"):
        owing(office, code, 50_000)
        drafts(office).save(code, BEGUN, TYPED)
    drafts(office).save("ACME", BEGUN, TypedCall(notes="more"))
    found = drafts(office).unfinished()
    assert [(draft.code, draft.typed.notes) for draft in found] == [
        ("ACME", "more"),
        ("OAK", TYPED.notes),
    ]
    drafts(office).discard("ACME")
    assert [draft.code for draft in drafts(office).unfinished()] == ["OAK"]
    assert drafts(office).read("ACME") is None


def test_nobody_s_form_is_refused(office: Office) -> None:
    for work in (
        lambda: drafts(office).save("NOBODY", BEGUN, TYPED),
        lambda: drafts(office).read("NOBODY"),
        lambda: drafts(office).discard("NOBODY"),
    ):
        with pytest.raises(UserError) as refused:
            work()
        assert refused.value.problem is Problem.UNKNOWN_CUSTOMER


def test_a_form_of_another_version_is_read_as_far_as_it_is_known(office: Office) -> None:
    owing(office, "ACME", 50_000)
    drafts(office).save("ACME", BEGUN, TYPED)
    other = json.dumps({"notes": "kept", "signals": ["hurried"], "by": None, "tomorrow": 1})
    execute("UPDATE call_draft SET typed = ?", (other,))
    kept = drafts(office).read("ACME")
    assert kept is not None
    assert kept.typed == TypedCall(notes="kept", signals=("hurried",))


def test_recording_in_the_form_finishes_it_but_not_a_call_recorded_elsewhere(
    office: Office,
) -> None:
    owing(office, "ACME", 50_000)
    drafts(office).save("ACME", BEGUN, TYPED)
    calls(office).record("ACME", will_pay(50_000))
    assert drafts(office).read("ACME") is not None
    calls(office).record("ACME", will_pay(50_000), ends_draft=True)
    assert drafts(office).read("ACME") is None


def test_a_call_that_is_refused_leaves_the_form(office: Office) -> None:
    owing(office, "ACME", 50_000)
    drafts(office).save("ACME", BEGUN, TYPED)
    wrong = CallNote("Ann", Outcome.REFUSES, "x", next_day=MONDAY - timedelta(days=1))
    with pytest.raises(UserError):
        calls(office).record("ACME", wrong, ends_draft=True)
    assert drafts(office).read("ACME") is not None


def test_a_sheet_knows_what_to_ask_for_and_what_was_typed(office: Office) -> None:
    owing(office, "ACME", 50_000)
    found = sheet(office, "ACME")
    assert (found.kind, found.asked) == (CallKind.COLLECTION, Money(50_000, "GBP"))
    assert (found.currency, found.draft, found.running, found.undone) == ("GBP", None, (), ())
    assert found.script.situation is Situation.MONEY_DUE
    assert found.calendar.add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 29)
    drafts(office).save("ACME", BEGUN, TypedCall(notes="x", incoming=True))
    again = sheet(office, "ACME")
    assert again.draft is not None
    assert again.incoming
    assert again.script.situation is Situation.INCOMING


def test_a_sheet_asks_for_nothing_that_is_promised_and_knows_the_promise(office: Office) -> None:
    owing(office, "ACME", 50_000)
    deed = CallNote(
        "Ann", Outcome.WILL_PAY, "", next_day=FRIDAY, promised=Money(50_000, "GBP"),
        promised_by=FRIDAY, deed="Copy of ACME-1", deed_by=FRIDAY,
    )  # fmt: skip
    office.call("ACME", deed)
    found = sheet(office, "ACME", incoming=True)
    assert found.asked is None
    assert [standing.unfilled_minor for standing in found.running] == [50_000]
    assert [deed.words for deed in found.undone] == ["Copy of ACME-1"]
    assert found.incoming


def test_who_owes_nothing_has_nothing_to_promise(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    assert entry
    with office.gateway.write("test") as writing:
        a_customer(writing, "NEW")
    found = sheet(office, "NEW")
    assert (found.pays, found.asked, found.kind) == (None, None, CallKind.COURTESY)


def test_what_was_thrown_away_comes_back_but_takes_no_other_forms_place(office: Office) -> None:
    owing(office, "ACME", 50_000)
    drafts(office).bring_back("ACME", BEGUN, TYPED)
    kept = drafts(office).read("ACME")
    assert kept is not None
    assert kept.typed == TYPED
    with pytest.raises(UserError) as caught:
        drafts(office).bring_back("ACME", BEGUN, TypedCall(notes="Older"))
    assert (caught.value.problem, caught.value.facts["name"]) == (Problem.CALL_BEGUN, "Acme Ltd")
    assert drafts(office).read("ACME") == kept


def test_an_undo_takes_no_other_forms_place(office: Office) -> None:
    owing(office, "ACME", 50_000)
    saved = calls(office).record("ACME", will_pay(50_000, FRIDAY), ends_draft=True)
    drafts(office).save("ACME", BEGUN, TYPED)
    before = actions()
    row = drafts(office).row("ACME", BEGUN, TypedCall(notes="Older"))
    with pytest.raises(UserError) as caught:
        calls(office).undo(saved.id, row)
    assert caught.value.problem is Problem.CALL_BEGUN
    kept = drafts(office).read("ACME")
    assert kept is not None
    assert (kept.typed, actions()) == (TYPED, before)
