"""A customer's story over a real ledger."""

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.disputes import add_disputes
from creditmate.db.gateway import Writing
from creditmate.db.talks import INTERACTION_COLUMNS, add_interactions, add_promises, create_tasks
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.feeling import Signal
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import PromiseState
from creditmate.domain.story import (
    DeedEnded,
    DisputeMoved,
    DisputeRaised,
    DocumentIssued,
    Happening,
    MoneyMoved,
    PaperIssued,
    PromiseEnded,
    PromiseMade,
    StepDone,
    StoryListing,
    StoryWanted,
    Talk,
    Topic,
)
from creditmate.services.calls import CallNote, Calls
from creditmate.services.statement_run import StatementRun
from creditmate.services.statements import Statements
from creditmate.services.stories import HEAD, Stories
from tests.builders import (
    a_batch,
    a_credit_note,
    a_customer,
    a_receipt,
    allocate,
    an_entry,
    an_invoice,
)
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
GRACE_END = date(2026, 12, 1)
LATER = date(2026, 12, 7)
DAY = timedelta(days=1)
CALL = CallNote(
    with_name="Ann Lee",
    outcome=Outcome.WILL_PAY,
    note="Run on Friday",
    next_day=FRIDAY,
    promised=Money(50_000, "GBP"),
    promised_by=FRIDAY,
    deed="Copy of the order",
    deed_by=FRIDAY,
    seconds=250,
    signals=(Signal.HESITANT,),
)


def owing(office: Office, code: str = "ACME", minor: int = 50_000) -> tuple[int, int]:
    """A customer with one overdue invoice; returns both ids."""
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, code)
        entry = an_invoice(writing, customer, f"{code}-1", MONDAY - 50 * DAY, minor)
    return customer, entry


def told(office: Office, topic: Topic = Topic.EVERYTHING, text: str = "") -> StoryListing:
    return Stories().listing("ACME", StoryWanted(topic, text), office.clock.today)


def kinds(listing: StoryListing) -> list[Happening]:
    assert [event.key for event in listing.head] == list(listing.keys[: len(listing.head)])
    return [key.what for key in listing.keys]


def a_talk(writing: Writing, customer: int, on: date, **more: object) -> int:
    row: dict[str, object] = {
        **dict.fromkeys(INTERACTION_COLUMNS, ""),
        "customer_id": customer,
        "contact_id": None,
        "staff_id": None,
        "channel": "call",
        "direction": "out",
        "day": on,
        "at": f"{on}T09:00:00+00:00",
        "at_offset": 0,
        "seconds": None,
        "outcome": "all_well",
        "next_day": on,
        "corrects_id": None,
        **more,
    }
    return add_interactions(writing, [[row[name] for name in INTERACTION_COLUMNS]])[0]


def test_a_call_is_told_with_what_was_promised_in_it(office: Office) -> None:
    owing(office)
    office.call("ACME", CALL)
    listing = told(office)
    assert kinds(listing) == [Happening.TALK, Happening.DOCUMENT]
    talk = listing.head[0]
    assert isinstance(talk, Talk)
    assert (talk.with_name, talk.seconds, talk.notes) == ("Ann Lee", 250, "Run on Friday")
    assert talk.signals == (Signal.HESITANT,)
    assert [(p.money, p.deed, p.due_day) for p in talk.pledges] == [
        (Money(50_000, "GBP"), "", FRIDAY),
        (None, "Copy of the order", FRIDAY),
    ]


def test_money_keeps_the_promise_on_its_day_and_before_that_nothing_is_told(
    office: Office,
) -> None:
    customer, entry = owing(office)
    office.call("ACME", CALL)
    with office.gateway.write("test") as writing:
        allocate(writing, a_receipt(writing, customer, FRIDAY, 50_000), entry, 50_000)
    assert kinds(told(office)) == [Happening.TALK, Happening.DOCUMENT]
    office.on(FRIDAY).posted(FRIDAY)
    assert kinds(told(office))[:2] == [Happening.PROMISE_ENDED, Happening.MONEY]
    ended, money = told(office).head[:2]
    assert isinstance(ended, PromiseEnded)
    assert ended.standing.state is PromiseState.KEPT
    assert isinstance(money, MoneyMoved)
    assert (money.kind, money.amount) == (EntryKind.RECEIPT, Money(-50_000, "GBP"))


def test_a_promise_not_kept_is_told_with_its_grace_and_ours_when_it_is_late(
    office: Office,
) -> None:
    owing(office)
    office.call("ACME", CALL)
    office.on(LATER).posted(LATER)
    listing = told(office, Topic.PROMISES)
    assert [(key.what, key.day) for key in listing.keys] == [
        (Happening.PROMISE_ENDED, GRACE_END),
        (Happening.DEED_ENDED, FRIDAY),
        (Happening.TALK, MONDAY),
    ]
    assert isinstance(listing.head[1], DeedEnded)


def test_a_call_that_was_undone_never_was(office: Office) -> None:
    owing(office)
    calls = Calls(office.gateway, office.clock)
    saved = calls.record("ACME", CALL)
    calls.undo(saved.id)
    office.on(LATER).posted(LATER)
    assert kinds(told(office)) == [Happening.DOCUMENT]
    assert told(office, Topic.PROMISES).keys == []


def test_a_dispute_is_told_from_its_raising_to_its_end(office: Office) -> None:
    customer, entry = owing(office)
    with office.gateway.write("test") as writing:
        row = (customer, MONDAY, 0, "quantity", "Ann Lee", FRIDAY, "Two short", FRIDAY)
        ends = [(0, DisputeEventKind.PART, FRIDAY)]
        add_disputes(writing, [row], [(0, entry, 4_000)], ends)
    (raised,) = told(office, Topic.DISPUTES).head
    assert isinstance(raised, DisputeRaised)
    assert raised.ended_day is None
    assert [(i.number, i.amount) for i in raised.items] == [("ACME-1", Money(4_000, "GBP"))]
    office.on(FRIDAY)
    moved, raised = told(office, Topic.DISPUTES).head
    assert isinstance(moved, DisputeMoved)
    assert (moved.kind, moved.raised_day) == (DisputeEventKind.PART, MONDAY)
    assert isinstance(raised, DisputeRaised)
    assert raised.ended_day == FRIDAY


def test_the_account_tells_documents_and_money_in_every_currency(office: Office) -> None:
    customer, invoice = owing(office)
    euros = Money(-1_500, "EUR")
    with office.gateway.write("test") as writing:
        an_invoice(writing, customer, "E-1", MONDAY, 9_900, currency="EUR")
        a_credit_note(writing, customer, "CN-1", MONDAY, 5_000)
        an_entry(writing, customer, EntryKind.WRITE_OFF, MONDAY, euros)
        other = a_customer(writing, "OTHER")
        an_invoice(writing, other, "O-1", MONDAY, 100)
        a_receipt(writing, other, MONDAY, 100)
    listing = told(office, Topic.MONEY)
    found = [
        (e.number, e.gross) if isinstance(e, DocumentIssued) else (e.kind, e.amount)
        for e in listing.head
        if isinstance(e, DocumentIssued | MoneyMoved)
    ]
    assert found == [
        (EntryKind.WRITE_OFF, euros),
        ("CN-1", Money(5_000, "GBP")),
        ("E-1", Money(9_900, "EUR")),
        ("ACME-1", Money(50_000, "GBP")),
    ]
    last = listing.head[-1]
    assert isinstance(last, DocumentIssued)
    assert last.parts == (MONDAY - 20 * DAY,)
    assert invoice


def test_a_discount_that_lessens_an_invoice_is_told_once_and_apart(office: Office) -> None:
    customer, _ = owing(office)
    with office.gateway.write("test") as writing:
        an_entry(writing, customer, EntryKind.DISCOUNT, MONDAY, Money(-200, "GBP"), document=1)
    money, invoice = told(office).head
    assert isinstance(money, MoneyMoved)
    assert (money.kind, money.number) == (EntryKind.DISCOUNT, "ACME-1")
    assert isinstance(invoice, DocumentIssued)


def test_a_statement_is_a_letter_of_the_day_it_was_issued(office: Office) -> None:
    owing(office)
    run = StatementRun(Statements(office.gateway), lambda work: work())
    run.run(MONDAY, ["ACME"], lambda issued: None)
    with office.gateway.write("test") as writing:
        a_talk(writing, 1, MONDAY, channel="email", notes="Statement attached")
    letters = told(office, Topic.LETTERS)
    assert kinds(letters) == [Happening.TALK, Happening.PAPER]
    assert isinstance(letters.head[1], PaperIssued)
    assert letters.head[1].number == "S-2026-001"
    assert told(office, Topic.TALKS).keys == []


def test_steps_and_promises_outside_of_talks_are_told_by_themselves(office: Office) -> None:
    customer, _ = owing(office)
    with office.gateway.write("test") as writing:
        step = (customer, "other", MONDAY - DAY, "Ask the carrier", None, None, None, MONDAY)
        looked = (customer, "check_money", MONDAY, "", None, None, None, MONDAY)
        create_tasks(writing, [step, looked])
        promise = (customer, None, "theirs", MONDAY, FRIDAY, 2, GRACE_END, "GBP", 100, "", "cheque")
        add_promises(writing, [promise])
    done, made, _invoice = told(office).head
    assert isinstance(done, StepDone)
    assert (done.note, done.set_for) == ("Ask the carrier", MONDAY - DAY)
    assert isinstance(made, PromiseMade)
    with office.gateway.write("test") as writing:
        a_talk(writing, customer, MONDAY)
    assert Happening.STEP_DONE not in kinds(told(office)), "the talk tells it"


def test_a_correction_is_told_on_both_sides_once_it_is_known(office: Office) -> None:
    customer, _ = owing(office)
    with office.gateway.write("test") as writing:
        wrong = a_talk(writing, customer, MONDAY)
        a_talk(writing, customer, FRIDAY, corrects_id=wrong)
    (before,) = told(office, Topic.TALKS).head
    assert isinstance(before, Talk)
    assert not before.corrected
    office.on(FRIDAY)
    flags = [(e.corrects, e.corrected) for e in told(office).head if isinstance(e, Talk)]
    assert flags == [(True, False), (False, True)]


def test_typed_words_narrow_every_topic(office: Office) -> None:
    owing(office)
    office.call("ACME", CALL)
    assert kinds(told(office, text="friday")) == [Happening.TALK]
    assert kinds(told(office, text="500.00")) == [Happening.TALK, Happening.DOCUMENT]
    assert kinds(told(office, Topic.MONEY, "acme-1")) == [Happening.DOCUMENT]
    none = told(office, Topic.MONEY, "larkspur")
    assert (list(none.keys), none.of) == ([], 2)


def test_of_a_customer_without_a_story_nothing_is_told(office: Office) -> None:
    with office.gateway.write("test") as writing:
        a_customer(writing)
    assert (list(told(office).keys), told(office).of) == ([], 0)
    with pytest.raises(UserError) as refused:
        Stories().listing("NOBODY", StoryWanted(), MONDAY)
    assert refused.value.problem is Problem.UNKNOWN_CUSTOMER


def test_rows_of_happenings_that_are_gone_are_left_out(office: Office) -> None:
    owing(office)
    listing = told(office)
    gone = replace(listing, worked_out={})
    keys = [listing.keys[0]._replace(id=99), *listing.keys]
    assert Stories().rows(gone, keys) == list(listing.head)


def test_thousands_of_happenings_open_at_once(office: Office) -> None:
    with office.gateway.write("test") as writing:
        customer, batch = a_customer(writing), a_batch(writing)
        for number in range(2_500):
            on = MONDAY - (number // 3) * DAY
            an_invoice(writing, customer, f"N-{number}", on, 1_000, batch=batch)
            a_talk(writing, customer, on, notes=f"Talk {number}")
    begun = time.perf_counter()
    listing = told(office)
    took = time.perf_counter() - begun
    begun = time.perf_counter()
    told(office, text="talk 2499")
    search = time.perf_counter() - begun
    assert len(listing.keys) == 5_000
    assert len(listing.head) == HEAD
    assert took < search, "keys, and a head of rows: reading everything is for words only"
    assert listing.keys == sorted(listing.keys, key=lambda k: (-k.day.toordinal(), k.what, -k.id))
    page = Stories().rows(listing, listing.keys[2_000:2_060])
    assert [event.key for event in page] == listing.keys[2_000:2_060]
