"""What every contact has beside what was said: why it was made, by which way, what it was about."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.domain.barriers import Barrier
from creditmate.domain.changes import Touched
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_details import Told
from creditmate.domain.contact_steps import Step
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.extensions import NewExtension
from creditmate.domain.found import FoundKind
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.services.calls import CallNote, Calls
from creditmate.services.disputes import Disputes
from creditmate.services.plan_papers import PlanIssue, PlanPapers
from creditmate.services.plans import Plans
from creditmate.services.search import Search
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, GRACE_END, MONDAY, owing, will_pay

TUESDAY = MONDAY + timedelta(days=1)


def record(office: Office, note: CallNote) -> int:
    return Calls(office.gateway, office.clock).record("ACME", note).id


def purpose(interaction: int) -> Purpose:
    sql = "SELECT purpose FROM interaction_detail WHERE interaction_id = ?"
    return Purpose(execute(sql, (interaction,)).fetchone()[0])


def talk(**more: object) -> CallNote:
    told = {"next_day": GRACE_END, **more}
    return CallNote("Ann", Outcome.CALL_BACK, "x", **told)  # type: ignore[arg-type]


def email(**more: object) -> CallNote:
    told = {"next_day": GRACE_END, **more}
    return CallNote("Ann", Outcome.NO_ANSWER, "x", channel="email", **told)  # type: ignore[arg-type]


def tasks() -> list[tuple[str, str | None, str]]:
    sql = "SELECT day, at, zone FROM task WHERE done_day IS NULL AND archived_day IS NULL"
    return [tuple(row) for row in execute(f"{sql} ORDER BY id")]


# ------------------------------------------------------------------ why it was made
def test_a_call_of_our_own_accord_and_one_in_vain(office: Office) -> None:
    owing(office, "ACME", 50_000)
    assert purpose(record(office, talk())) is Purpose.OWN
    missed = CallNote("", Outcome.NO_ANSWER, "", next_day=TUESDAY)
    assert purpose(record(office, missed)) is Purpose.ATTEMPT


def test_an_agreed_call_back_is_agreed_on_its_day_and_not_before(office: Office) -> None:
    owing(office, "ACME", 50_000)
    record(office, talk(next_day=FRIDAY))
    assert purpose(record(office.on(TUESDAY), talk(next_day=FRIDAY))) is Purpose.OWN
    assert purpose(record(office.on(FRIDAY), talk())) is Purpose.AGREED


def test_nobody_agreed_to_what_was_set_after_an_attempt(office: Office) -> None:
    owing(office, "ACME", 50_000)
    record(office, CallNote("", Outcome.VOICEMAIL, "", next_day=TUESDAY))
    assert purpose(record(office.on(TUESDAY), talk())) is Purpose.OWN


def test_a_promise_whose_day_passed_is_followed_up_once(office: Office) -> None:
    owing(office, "ACME", 50_000)
    agreed = {"next_day": None, "none_because": "it is agreed"}
    note = CallNote(
        "Ann", Outcome.WILL_PAY, "x", promised=Money(50_000, "GBP"), promised_by=FRIDAY,
        none_because="it is agreed",
    )  # fmt: skip
    record(office, note)
    after = GRACE_END + timedelta(days=1)
    office.on(after).posted(GRACE_END)
    assert purpose(record(office, talk(**agreed))) is Purpose.PROMISE
    assert purpose(record(office.on(after + timedelta(days=1)), talk(**agreed))) is Purpose.OWN


def test_an_answer_within_two_working_days_is_one_and_the_first_only(office: Office) -> None:
    owing(office, "ACME", 50_000)
    theirs = CallNote(
        "Ann", Outcome.QUERY_TAKEN, "Which order?", channel="email", incoming=True,
        none_because="to be looked up",
    )  # fmt: skip
    assert purpose(record(office.on(FRIDAY), theirs)) is Purpose.INCOMING
    tuesday = FRIDAY + timedelta(days=4)
    ours = CallNote("Ann", Outcome.NO_ANSWER, "x", channel="email", none_because="answered")
    assert purpose(record(office.on(tuesday), ours)) is Purpose.REPLY
    assert purpose(record(office, ours)) is Purpose.OWN


def test_after_two_working_days_it_is_no_answer_any_more(office: Office) -> None:
    owing(office, "ACME", 50_000)
    theirs = CallNote("Ann", Outcome.ALL_WELL, "x", incoming=True, none_because="said all")
    record(office.on(MONDAY), theirs)
    assert purpose(record(office.on(MONDAY + timedelta(days=3)), talk())) is Purpose.OWN


def test_what_is_told_goes_before_what_is_worked_out(office: Office) -> None:
    owing(office, "ACME", 50_000)
    assert purpose(record(office, talk(purpose=Purpose.REPLY))) is Purpose.REPLY


# ------------------------------------------------------------------ what it was about
def test_everything_about_it_is_put_down_and_proved(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    note = talk(
        barrier=Barrier.APPROVAL, told=(Told.DUE_DATE, Told.WHERE_TO), step=Step.CALL_1,
        satisfaction=4, override="they asked for it", entries=(entry, entry),
    )  # fmt: skip
    made = record(office, note)
    row = execute(
        "SELECT step, barrier, told, zone, satisfaction, override FROM interaction_detail"
    ).fetchone()
    assert row == ("call_1", "approval", "due_date where_to", "Europe/London", 4, note.override)
    items = execute("SELECT interaction_id, entry_id FROM interaction_item").fetchall()
    assert items == [(made, entry)]
    assert execute("SELECT reason FROM action ORDER BY id DESC").fetchone() == (note.override,)
    assert prove_all() == []


def test_an_outcome_that_names_the_barrier_needs_no_second_word(office: Office) -> None:
    owing(office, "ACME", 50_000)
    record(office, CallNote("Ann", Outcome.INVOICE_NOT_RECEIVED, "x", next_day=FRIDAY))
    assert execute("SELECT barrier FROM interaction_detail").fetchone() == ("not_received",)


def test_a_call_back_has_its_hour_where_the_customer_is(office: Office) -> None:
    owing(office, "ACME", 50_000)
    record(office, talk(next_at=time(15, 30)))
    assert tasks() == [(GRACE_END.isoformat(), "15:30", "Europe/London")]
    (task,) = office.brief("ACME").tasks
    assert (task.at, task.zone) == (time(15, 30), "")  # by our clock, as Today has it


# ------------------------------------------------------------------ by which way
def test_what_is_written_may_leave_the_next_step_as_it_is(office: Office) -> None:
    owing(office, "ACME", 50_000)
    record(office, talk(next_day=FRIDAY))
    made = record(office, email(next_day=None))
    assert tasks() == [(FRIDAY.isoformat(), None, "")]
    kept = execute("SELECT next_day, channel FROM interaction WHERE id = ?", (made,)).fetchone()
    assert kept == (FRIDAY.isoformat(), "email")
    assert prove_all() == []


def test_where_no_step_is_set_what_is_written_needs_one_too(office: Office) -> None:
    owing(office, "ACME", 50_000)
    with pytest.raises(UserError) as refused:
        record(office, email(next_day=None))
    assert refused.value.facts["field"] == "next"


def test_an_incoming_call_closes_the_call_back_that_was_open(office: Office) -> None:
    owing(office, "ACME", 50_000)
    record(office, talk(next_day=FRIDAY))
    record(office, talk(incoming=True, next_day=None, none_because="all said"))
    assert tasks() == []


@pytest.mark.parametrize(
    ("field", "note"),
    [
        ("channel", talk(channel="pigeon")),
        ("outcome", CallNote("Ann", Outcome.BUSY, "x", FRIDAY, channel="email")),
        ("outcome", CallNote("Ann", Outcome.NO_ANSWER, "x", FRIDAY, channel="text", incoming=True)),
        ("next-at", talk(next_day=None, none_because="x", next_at=time(9))),
        ("satisfaction", talk(satisfaction=6)),
        ("barrier", CallNote("", Outcome.VOICEMAIL, "", FRIDAY, barrier=Barrier.CASH)),
        ("entries", talk(entries=(999,))),
        ("corrects", talk(corrects=999)),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_by_its_field(
    office: Office, field: str, note: CallNote
) -> None:
    owing(office, "ACME", 50_000)
    with pytest.raises(UserError) as refused:
        record(office, note)
    assert refused.value.problem is Problem.CALL_FIELD
    assert refused.value.facts["field"] == field


# ------------------------------------------------------------------ nobody answered
def test_one_key_sets_the_next_attempt_to_the_other_half_of_the_day(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.clock.moment = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    calls = Calls(office.gateway, office.clock)
    calls.attempt("ACME")
    assert tasks() == [(TUESDAY.isoformat(), "14:00", "Europe/London")]
    office.on(TUESDAY)
    calls.attempt("ACME", Outcome.VOICEMAIL)
    again = calls.next_attempt("ACME")
    assert (again.number, again.another_way) == (4, True)


def test_that_somebody_was_reached_is_no_attempt(office: Office) -> None:
    owing(office, "ACME", 50_000)
    with pytest.raises(UserError):
        Calls(office.gateway, office.clock).attempt("ACME", Outcome.WILL_PAY)


# ------------------------------------------------------------------ what else came of it
def test_a_question_and_words_come_of_the_same_contact_and_go_with_it(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    before = office.today()
    note = CallNote(
        "Ann", Outcome.DISPUTE, "Two short", FRIDAY,
        dispute=NewDispute((Questioned(entry, Money(20_000, "GBP")),), DisputeReason.QUANTITY),
        opportunity="Wants a second line", feedback="Kind driver",
    )  # fmt: skip
    calls = Calls(office.gateway, office.clock)
    saved = calls.record("ACME", note)
    (row,) = Disputes(office.gateway, office.clock).register(MONDAY)
    assert DisputeReason(row.reason) is DisputeReason.QUANTITY
    assert execute("SELECT count(*) FROM action WHERE use_case <> 'test'").fetchone() == (2,)
    noted = execute("SELECT kind, interaction_id FROM noted ORDER BY id").fetchall()
    assert noted == [("opportunity", saved.id), ("feedback", saved.id)]
    calls.undo(saved.id)
    assert Disputes(office.gateway, office.clock).register(MONDAY) == []
    assert execute("SELECT count(*) FROM noted WHERE void_action_id IS NULL").fetchone() == (0,)
    assert office.today() == before
    assert prove_all() == []


def test_what_was_noted_is_found_by_its_words(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, talk(opportunity="A second glazing line", feedback="Kind driver"))
    found = Search().notes("glazing")
    assert [(one.kind, one.code, one.text) for one in found] == [
        (FoundKind.NOTED, "ACME", "A second glazing line")
    ]
    Calls(office.gateway, office.clock).undo(made)
    assert list(Search().notes("glazing")) == []


def test_a_call_stands_once_its_question_was_answered(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    dispute = NewDispute((Questioned(entry),), DisputeReason.PRICE)
    calls = Calls(office.gateway, office.clock)
    saved = calls.record("ACME", CallNote("Ann", Outcome.DISPUTE, "x", FRIDAY, dispute=dispute))
    (row,) = Disputes(office.gateway, office.clock).register(MONDAY)
    Disputes(office.gateway, office.clock).amend(row.id, Money(1_000, "GBP"))
    with pytest.raises(UserError) as refused:
        calls.undo(saved.id)
    assert refused.value.problem is Problem.CALL_STANDS


def test_a_promise_made_by_letter_is_one(office: Office) -> None:
    owing(office, "ACME", 50_000)
    note = will_pay(50_000, channel="letter", incoming=True)
    record(office, note)
    assert len(office.brief("ACME").standings) == 1
    assert date.fromisoformat(tasks()[0][0]) == FRIDAY


def test_a_plan_and_more_time_come_of_a_contact_and_go_with_it(office: Office) -> None:
    owing(office, "ACME", 60_000)
    before, calls = office.brief("ACME"), Calls(office.gateway, office.clock)
    plan = PlanTerms(parts=3, first=FRIDAY)
    saved = calls.record("ACME", talk(plan=plan, next_day=FRIDAY))
    (row,) = Plans(office.gateway, office.clock).of_customer("ACME", MONDAY)
    assert (row.standing.plan.interaction_id, row.standing.plan.by_whom) == (saved.id, "Ann")
    assert Touched.PROMISES in saved.touched
    calls.undo(saved.id)
    assert Plans(office.gateway, office.clock).of_customer("ACME", MONDAY) == []
    more = NewExtension(FRIDAY, "Their run")
    given = calls.record("ACME", talk(extension=more, next_day=FRIDAY))
    made = execute("SELECT interaction_id, by_whom FROM extension").fetchall()
    assert made == [(given.id, "Ann")]
    calls.undo(given.id)
    assert office.brief("ACME") == before
    assert prove_all() == []


def test_a_plan_that_cannot_be_leaves_no_trace_of_the_call(office: Office) -> None:
    owing(office, "ACME", 60_000)
    before = execute("SELECT count(*) FROM action").fetchone()
    with pytest.raises(UserError) as refused:
        record(office, talk(plan=PlanTerms(parts=0, first=FRIDAY)))
    assert refused.value.problem is Problem.PLAN_REFUSED
    assert execute("SELECT count(*) FROM action").fetchone() == before


def test_a_call_stands_once_the_agreement_on_its_plan_was_issued(office: Office) -> None:
    owing(office, "ACME", 60_000)
    calls = Calls(office.gateway, office.clock)
    saved = calls.record("ACME", talk(plan=PlanTerms(parts=3, first=FRIDAY), next_day=FRIDAY))
    (row,) = Plans(office.gateway, office.clock).of_customer("ACME", MONDAY)
    papers = PlanPapers(office.gateway, office.clock)
    PlanIssue(papers, lambda work: work()).issue(row.standing.plan.number)
    with pytest.raises(UserError) as refused:
        calls.undo(saved.id)
    assert refused.value.problem is Problem.CALL_STANDS
