"""What was heard wrong is put right beside what was put down, and the wrong customer's is moved."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import time, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.contacts_made import touches_of
from creditmate.db.conversation import asked_not_to_be_called
from creditmate.db.proof import prove_all
from creditmate.domain.arranged_talk import Promised
from creditmate.domain.attachments import About, NewFile, Subject
from creditmate.domain.barriers import Barrier
from creditmate.domain.changes import Touched
from creditmate.domain.claims import SaidPaid
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.feeling import Mood
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import PromiseState
from creditmate.domain.story import ContactMoved, StoryEvent, StoryWanted, Talk
from creditmate.domain.worklist import Kind
from creditmate.services.attachments import Attachments
from creditmate.services.calls import CallNote, Calls
from creditmate.services.contact_moves import ContactMoves
from creditmate.services.corrections import Correction, Corrections
from creditmate.services.groups import Groups
from creditmate.services.history_papers import HistoryPapers, HistoryWanted
from creditmate.services.stories import Stories
from creditmate.services.worklists import WorkLists
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, GRACE_END, MONDAY, owing, will_pay

TUESDAY = MONDAY + timedelta(days=1)


def record(office: Office, note: CallNote, code: str = "ACME") -> int:
    return Calls(office.gateway, office.clock).record(code, note).id


def correct(office: Office, interaction: int, **right: object) -> int:
    corrections = Corrections(office.gateway, office.clock)
    return corrections.correct(interaction, Correction(**right)).id  # type: ignore[arg-type]


def story(office: Office, code: str = "ACME") -> list[StoryEvent]:
    return list(Stories().listing(code, StoryWanted(), office.clock.today).head)


def talks(office: Office, code: str = "ACME") -> list[Talk]:
    return [event for event in story(office, code) if isinstance(event, Talk)]


@contextmanager
def refused(problem: Problem, field: str = "") -> Iterator[None]:
    with pytest.raises(UserError) as caught:
        yield
    assert (caught.value.problem, caught.value.facts.get("field", "")) == (problem, field)


# ------------------------------------------------------------------ corrections
def test_both_stand_in_the_story_and_the_last_word_counts(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, CallNote("Ann", Outcome.REFUSES, "will not pay", FRIDAY, mood=Mood.ANGRY))
    correct(office.on(TUESDAY), made, outcome=Outcome.WAITING_APPROVAL, note="will pay when signed")
    right, wrong = talks(office)
    assert (right.outcome, right.notes, right.corrects) == (
        "waiting_approval", "will pay when signed", True,
    )  # fmt: skip
    assert (wrong.outcome, wrong.notes, wrong.corrected) == ("refuses", "will not pay", True)
    assert right.key.day == wrong.key.day == MONDAY
    (last,) = office.brief("ACME").last_contacts
    assert last.outcome == "waiting_approval"
    assert prove_all() == []


def test_it_is_one_contact_for_the_budget_and_costs_what_it_cost(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, CallNote("Ann", Outcome.REFUSES, "x", FRIDAY))
    before = touches_of([1], GRACE_END)
    correct(office.on(FRIDAY), made, note="He asked for the order number")
    assert touches_of([1], GRACE_END) == before


def test_the_next_try_ends_where_somebody_was_reached_after_all(office: Office) -> None:
    owing(office, "ACME", 50_000)
    tried = Calls(office.gateway, office.clock).attempt("ACME").id
    assert [task.kind for task in office.brief("ACME").tasks] == ["call_back"]
    correct(office, tried, outcome=Outcome.REFUSES, note="spoke", with_name="Zed")
    assert office.brief("ACME").tasks == ()
    assert office.on(TUESDAY).codes() == []  # nobody rings again at the hour of the try
    Calls(office.gateway, office.clock).undo(talks(office)[0].key.id)
    assert [task.kind for task in office.brief("ACME").tasks] == ["call_back"]
    assert prove_all() == []


def test_the_next_step_stays_as_it_was(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, CallNote("Ann", Outcome.CALL_BACK, "x", FRIDAY))
    correct(office.on(TUESDAY), made, note="y")
    assert [task.day for task in office.brief("ACME").tasks] == [FRIDAY]


def test_corrections_of_a_correction_make_a_chain_of_which_the_last_counts(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, CallNote("Ann", Outcome.REFUSES, "one", FRIDAY))
    second = correct(office, made, note="two")
    third = correct(office, made, note="three")  # whichever of them is named
    fourth = correct(office, second, note="four")
    chain = execute("SELECT id, corrects_id FROM interaction ORDER BY id").fetchall()
    assert chain == [(made, None), (second, made), (third, second), (fourth, third)]
    assert [(talk.notes, talk.corrected) for talk in talks(office)] == [
        ("four", False), ("three", True), ("two", True), ("one", True),
    ]  # fmt: skip
    (last,) = office.brief("ACME").last_contacts
    assert last.notes == "four"


def test_a_day_heard_wrong_gives_the_promise_another_from_the_same_day_on(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, will_pay(50_000, by=FRIDAY))
    later = FRIDAY + timedelta(days=7)
    correct(office.on(TUESDAY), made, promised=Money(50_000, "GBP"), promised_by=later)
    standings = office.brief("ACME").standings
    assert [s.state for s in standings] == [PromiseState.REPLACED, PromiseState.OPEN]
    assert [s.promise.due_day for s in standings] == [FRIDAY, later]
    assert {s.promise.made_day for s in standings} == {MONDAY}
    assert standings[1].promise.entries == standings[0].promise.entries
    assert prove_all() == []


def test_nothing_was_promised_after_all(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, will_pay(50_000))
    correct(office, made, outcome=Outcome.REFUSES, nothing_promised=True)
    assert [s.state for s in office.brief("ACME").standings] == [PromiseState.WITHDRAWN]


@pytest.mark.parametrize("outcome", [Outcome.REFUSES, Outcome.CANNOT_PAY, Outcome.NO_ANSWER])
def test_an_outcome_in_which_nobody_promises_takes_their_promise_back(
    office: Office, outcome: Outcome
) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, will_pay(50_000))
    correct(office, made, outcome=outcome)
    brief = office.brief("ACME")
    assert [s.state for s in brief.standings] == [PromiseState.WITHDRAWN]
    assert brief.accounts[0].pay_now.due.minor == 50_000
    assert not Corrections(office.gateway, office.clock).promised_in(made)
    assert prove_all() == []


def test_a_promise_told_with_another_outcome_stands_until_it_is_said_otherwise(
    office: Office,
) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, will_pay(50_000))
    correct(office, made, outcome=Outcome.WAITING_APPROVAL)
    (left,) = Corrections(office.gateway, office.clock).promised_in(made)
    assert left == Promised(Money(50_000, "GBP"), FRIDAY)
    correct(office, made, note="not yet signed")
    assert [s.state for s in office.brief("ACME").standings] == [PromiseState.OPEN]


def test_who_refuses_and_promises_a_part_all_the_same_has_promised_it(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, will_pay(50_000))
    part = Money(10_000, "GBP")
    correct(office, made, outcome=Outcome.REFUSES, promised=part, promised_by=FRIDAY)
    found = office.brief("ACME").standings
    assert [s.state for s in found] == [PromiseState.REPLACED, PromiseState.OPEN]
    correct(office, made, note="the rest never")
    assert Corrections(office.gateway, office.clock).promised_in(made) == [Promised(part, FRIDAY)]


def test_that_it_was_paid_is_taken_back_and_told_anew(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, CallNote("Ann", Outcome.PAYMENT_SENT, "x", FRIDAY))
    correct(office, made, note="sent by their head office")
    kept = execute("SELECT count(*) FROM claim").fetchone()
    correct(office, made, outcome=Outcome.REFUSES)
    ended = execute("SELECT kind FROM claim_event").fetchall()
    correct(office, made, outcome=Outcome.PAYMENT_SENT)
    assert (kept, ended) == ((1,), [("withdrawn",)])
    assert execute("SELECT count(*) FROM claim").fetchone() == (2,)


def test_a_wish_heard_wrong_is_none_and_one_that_stays_stays(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, CallNote("Ann", Outcome.DO_NOT_CALL, "x", FRIDAY))
    wished = execute("SELECT count(*) FROM wish").fetchone()
    assert wished == (0,), "the wish follows from the outcome"
    correct(office, made, note="only not before nine")
    assert _asked_not_to_be_called(office)
    correct(office, made, outcome=Outcome.ALL_WELL)
    assert not _asked_not_to_be_called(office)


def _asked_not_to_be_called(office: Office) -> bool:
    return asked_not_to_be_called([1], office.clock.today) == {1}


def test_a_correction_is_taken_back_like_a_call(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, will_pay(50_000))
    before = office.brief("ACME")
    wrong = correct(office, made, outcome=Outcome.REFUSES, nothing_promised=True)
    calls = Calls(office.gateway, office.clock)
    with refused(Problem.CALL_STANDS):
        calls.undo(made)
    calls.undo(wrong)
    assert office.brief("ACME") == before
    assert prove_all() == []


def test_what_was_promised_in_the_first_words_is_still_told_with_the_last(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, will_pay(50_000, deed="Send a copy", deed_by=FRIDAY))
    for note in ("It was Ben's sister", "and she is the new book-keeper"):
        correct(office, made, note=note)
    brief = office.brief("ACME")
    (talk,) = brief.talks
    ids = (brief.standings[0].promise.id, brief.deeds[0].id)
    assert brief.made_in[talk.id] == ids
    correct(office, made, promised=Money(40_000, "GBP"), promised_by=FRIDAY)
    brief = office.brief("ACME")
    (talk,) = brief.talks
    assert brief.made_in[talk.id] == (brief.standings[-1].promise.id, brief.deeds[0].id)
    correct(office, made, nothing_promised=True)
    brief = office.brief("ACME")
    (talk,) = brief.talks
    assert brief.made_in[talk.id] == (brief.deeds[0].id,)


def test_a_day_to_ring_before_the_promised_one_stays_agreed(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 9_000_000)
    made = record(office, replace(will_pay(50_000, by=FRIDAY), next_day=TUESDAY))
    correct(office, made, promised=Money(40_000, "GBP"), promised_by=FRIDAY)
    first, _ = office.on(TUESDAY).today()
    assert (first.code, first.line.kind) == ("ACME", Kind.CALL_BACK)
    assert WorkLists().today(TUESDAY, 1) == [first]


def test_the_invoices_spoken_of_stay_spoken_of(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    note = CallNote("Ann", Outcome.CALL_BACK, "x", FRIDAY, entries=(entry,))
    made = record(office, note)
    right = correct(office, made, note="y")
    sql = "SELECT entry_id FROM interaction_item WHERE interaction_id = ?"
    assert execute(sql, (right,)).fetchall() == [(entry,)]


def test_what_puts_nothing_right_or_does_not_fit_is_refused(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, CallNote("Ann", Outcome.REFUSES, "x", FRIDAY))
    with refused(Problem.CALL_FIELD, "correction"):
        correct(office, made)
    with refused(Problem.CALL_FIELD, "outcome"):
        correct(
            office, made, outcome=Outcome.VOICEMAIL, promised=Money(1, "GBP"), promised_by=FRIDAY
        )
    with refused(Problem.UNKNOWN_CONTACT):
        correct(office, 99, note="x")


def test_a_promise_is_for_the_invoice_that_was_named_also_when_it_is_put_right(
    office: Office,
) -> None:
    oldest = owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        due = MONDAY - timedelta(days=5)
        named = an_invoice(writing, 1, "ACME-2", due - timedelta(days=30), 30_000, due=due)
    made = record(office, replace(will_pay(30_000), entries=(named,)))
    assert office.brief("ACME").standings[-1].promise.entries == (named,)
    correct(office, made, promised=Money(40_000, "GBP"), promised_by=FRIDAY)
    assert set(office.brief("ACME").standings[-1].promise.entries) == {named, oldest}


def test_what_a_copy_was_asked_of_is_not_what_the_promise_put_right_is_for(
    office: Office,
) -> None:
    oldest = owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        due = MONDAY - timedelta(days=5)
        copied = an_invoice(writing, 1, "ACME-2", due - timedelta(days=30), 30_000, due=due)
    note = replace(will_pay(80_000), barrier=Barrier.NOT_RECEIVED, copies=(copied,))
    made = record(office, note)
    correct(office, made, promised=Money(30_000, "GBP"), promised_by=FRIDAY)
    assert office.brief("ACME").standings[-1].promise.entries == (oldest,)
    asked = CallNote("Ann", Outcome.INVOICE_NOT_RECEIVED, "a copy", FRIDAY, copies=(copied,))
    made = record(office, asked, "ACME")
    correct(office, made, promised=Money(20_000, "GBP"), promised_by=FRIDAY)
    assert office.brief("ACME").standings[-1].promise.entries == (oldest,)


def test_what_was_named_beside_a_copy_is_still_what_the_promise_is_for(office: Office) -> None:
    owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        due = MONDAY - timedelta(days=5)
        named = an_invoice(writing, 1, "ACME-2", due - timedelta(days=30), 30_000, due=due)
    note = replace(will_pay(30_000), barrier=Barrier.NOT_RECEIVED, entries=(named,))
    made = record(office, note)
    correct(office, made, promised=Money(20_000, "GBP"), promised_by=FRIDAY)
    assert office.brief("ACME").standings[-1].promise.entries == (named,)


def test_of_one_day_talks_are_told_in_the_order_in_which_they_were(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 50_000)
    wrong = record(office, CallNote("Ann", Outcome.CALL_BACK, "one", FRIDAY), "BOLT")
    first = record(office, CallNote("Ann", Outcome.CALL_BACK, "two", FRIDAY))
    record(office, CallNote("Ann", Outcome.CALL_BACK, "three", FRIDAY))
    correct(office, first, note="two, put right")
    ContactMoves(office.gateway, office.clock).move(wrong, "ACME", "slip")
    told = [talk.notes for talk in talks(office)]
    assert told == ["three", "two, put right", "two", "one"]
    histories = HistoryPapers(Stories(), office.clock)
    events = histories.paper("ACME", HistoryWanted()).events
    assert [one.notes for one in events if isinstance(one, Talk)] == told[::-1]


# ------------------------------------------------------------------ moved
def move(office: Office, interaction: int, code: str = "BOLT", reason: str = "slip") -> list[str]:
    return list(ContactMoves(office.gateway, office.clock).move(interaction, code, reason).left)


def test_a_moved_contact_never_was_with_the_wrong_one_but_for_its_trace(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 70_000)
    record(office, CallNote("Ann", Outcome.CALL_BACK, "earlier", TUESDAY))
    open_steps = office.brief("ACME").tasks
    note = will_pay(30_000, deed="Send a copy", deed_by=FRIDAY, mood=Mood.WARM, seconds=90)
    made = record(office, note)
    assert office.brief("ACME").tasks != open_steps
    assert move(office.on(TUESDAY), made) == []
    acme, bolt = office.brief("ACME"), office.brief("BOLT")
    assert (acme.standings, acme.tasks, len(acme.last_contacts)) == ((), open_steps, 1)
    (standing,), (deed,) = bolt.standings, bolt.deeds
    assert (standing.promise.minor, standing.promise.entries) == (30_000, ())
    assert (deed.words, deed.due_day) == ("Send a copy", FRIDAY)
    assert [task.day for task in bolt.tasks] == [FRIDAY]
    assert prove_all() == []


def test_both_stories_tell_that_it_was_moved(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 70_000)
    made = record(office, CallNote("Ann", Outcome.CALL_BACK, "About the refit", FRIDAY))
    move(office.on(TUESDAY), made, reason="Two Anns")
    trace = next(event for event in story(office) if isinstance(event, ContactMoved))
    assert (trace.to_code, trace.reason, trace.key.day) == ("BOLT", "Two Anns", TUESDAY)
    assert (trace.channel, trace.contact_day) == ("call", MONDAY)
    assert talks(office) == []
    (talk,) = talks(office, "BOLT")
    assert (talk.notes, talk.key.day, talk.moved_from) == ("About the refit", MONDAY, "ACME")
    assert not any(isinstance(event, ContactMoved) for event in story(office.on(MONDAY)))


def test_what_is_about_the_wrong_ones_items_cannot_come_along(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        a_customer(writing, "FREE")
    note = CallNote(
        "Ann", Outcome.WILL_PAY, "x", none_because="agreed", promised=Money(20_000, "GBP"),
        promised_by=FRIDAY, dispute=NewDispute((Questioned(entry),), DisputeReason.PRICE),
        opportunity="A second line", entries=(),
    )  # fmt: skip
    assert move(office, record(office, note), "FREE") == ["promise", "dispute"]
    assert office.brief("FREE").standings == ()
    noted = execute("SELECT customer_id FROM noted WHERE void_action_id IS NULL").fetchall()
    assert noted == [(2,)]
    assert prove_all() == []


def test_what_showed_a_query_stays_with_the_contact_that_is_moved(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    owing(office, "BOLT", 70_000)
    shown = NewDispute(
        (Questioned(entry),), DisputeReason.PRICE, files=(NewFile("box.jpg", b"crushed"),)
    )
    note = CallNote("Ann", Outcome.DISPUTE, "x", FRIDAY, dispute=shown)
    assert move(office, record(office, note)) == ["dispute"]
    attachments = Attachments(office.gateway, office.clock)
    assert attachments.of("ACME") == []
    (file,) = attachments.of("BOLT")
    assert (file.name, file.subject) == ("box.jpg", Subject.INTERACTION)
    assert prove_all() == []


def test_what_was_said_to_be_paid_comes_along_where_anything_is_open(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 70_000)
    said = SaidPaid(reference="REF 1", amount=Money(70_000, "GBP"))
    made = record(office, CallNote("Ann", Outcome.PAYMENT_SENT, "x", FRIDAY, said_paid=said))
    assert move(office, made) == []
    sql = "SELECT customer_id, amount_minor, reference FROM claim WHERE void_action_id IS NULL"
    assert execute(sql).fetchall() == [(2, 70_000, "REF 1")]


def test_a_file_of_it_comes_along(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 70_000)
    made = record(office, CallNote("Ann", Outcome.ALL_WELL, "x", FRIDAY))
    files = Attachments(office.gateway, office.clock)
    files.add("ACME", "mail.eml", b"From: ann", About(Subject.INTERACTION, made))
    with refused(Problem.CALL_STANDS):
        move(office, made)  # the file was added later, and proves that contact


def test_it_can_be_moved_on_and_what_rests_on_it_holds_it(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 70_000)
    owing(office, "CORK", 70_000)
    made = record(office, CallNote("Ann", Outcome.CALL_BACK, "x", FRIDAY))
    moved = ContactMoves(office.gateway, office.clock).move(made, "BOLT", "slip")
    assert Touched.CONTACTS_MADE in moved.saved.touched
    move(office, moved.saved.id, "CORK", "another slip")
    assert [len(talks(office, code)) for code in ("ACME", "BOLT", "CORK")] == [0, 0, 1]
    again = record(office, CallNote("Ann", Outcome.CALL_BACK, "x", FRIDAY), "CORK")
    with refused(Problem.CALL_STANDS):
        move(office, moved.saved.id, "ACME")
    assert move(office, again, "ACME") == []


def test_put_right_and_then_moved_the_last_word_counts_there(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 70_000)
    note = will_pay(50_000, deed="Send a copy", deed_by=FRIDAY, opportunity="A second line")
    first = record(office, note)
    second = correct(office, first, note="It was Ben")
    correct(office, first, promised=Money(40_000, "GBP"), promised_by=FRIDAY)
    assert move(office.on(TUESDAY), second) == []
    acme, bolt = office.brief("ACME"), office.brief("BOLT")
    assert (acme.standings, acme.deeds, acme.tasks, acme.last_contacts) == ((), (), (), ())
    (standing,), (deed,), (talk,) = bolt.standings, bolt.deeds, bolt.talks
    assert (standing.promise.minor, deed.words) == (40_000, "Send a copy")
    assert talk.notes == "It was Ben"
    assert bolt.made_in[talk.id] == (standing.promise.id, deed.id)
    assert [talk.notes for talk in talks(office, "BOLT")] == ["It was Ben"]
    assert talks(office) == []
    assert prove_all() == []


def test_the_agreed_hour_comes_along(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 70_000)
    note = CallNote("Ann", Outcome.CALL_BACK, "x", FRIDAY, next_at=time(14, 30))
    made = record(office, note)
    assert move(office, made) == []
    (task,) = office.brief("BOLT").tasks
    assert (task.day, task.at) == (FRIDAY, time(14, 30))


def test_invoices_spoken_of_come_along_where_they_are_the_right_one_s(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    owing(office, "BOLT", 70_000)
    note = CallNote("Ann", Outcome.CALL_BACK, "x", FRIDAY, entries=(entry,))
    moves = ContactMoves(office.gateway, office.clock)
    Groups(office.gateway).join("ACME", "BOLT")
    at_head = moves.move(record(office, note), "BOLT", "slip")
    assert at_head.left == ()
    sql = "SELECT entry_id FROM interaction_item WHERE interaction_id = ?"
    assert execute(sql, (at_head.saved.id,)).fetchall() == [(entry,)]
    owing(office, "CORK", 1)
    elsewhere = moves.move(at_head.saved.id, "CORK", "slip")
    assert elsewhere.left == ("interaction_item",)
    assert execute(sql, (elsewhere.saved.id,)).fetchall() == []


@pytest.mark.parametrize(
    ("code", "reason", "field"), [("BOLT", " ", "why"), ("ACME", "slip", "to")]
)
def test_it_needs_a_reason_and_another_customer(
    office: Office, code: str, reason: str, field: str
) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 70_000)
    made = record(office, CallNote("Ann", Outcome.CALL_BACK, "x", FRIDAY))
    with refused(Problem.CALL_FIELD, field):
        move(office, made, code, reason)
