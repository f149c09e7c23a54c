"""What a form understands of its texts, what it offers, and what it still needs."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.db import connection
from creditmate.domain.claims import SaidPaid
from creditmate.domain.dates import Calendar
from creditmate.domain.errors import Problem
from creditmate.domain.feeling import Mood, Signal
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.receipts import Method
from creditmate.domain.statement import PayNow
from creditmate.i18n.formats import NBSP
from creditmate.i18n.read_back import Agreed, read_back_words
from creditmate.services.call_drafts import CallDrafts, TypedCall
from creditmate.services.call_sheets import CallSheet, CallSheets
from creditmate.services.customers import Customers
from creditmate.ui.call.call_noting import Understood
from creditmate.ui.call.form_state import Reader
from creditmate.ui.call.form_worth import is_unanswered, worth_keeping
from creditmate.ui.call.offers import Offers, offered, offers
from tests.builders import SetClock, a_customer, make_ledger

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
HOLIDAY = date(2026, 11, 30)
EN = "en_GB"
ASKED = Money(642_440, "GBP")
NOTHING = Money(0, "GBP")
WHOLE = TypedCall(
    with_name="Daniel Marsh", outcome="will_pay", amount="6,424.40", by="fri",
    next_day="1 Dec 2026",
)  # fmt: skip

PLANNED = TypedCall(outcome="plan_agreed", opened=("plan",), plan_parts="3")
TIMED = TypedCall(outcome="asks_for_time", opened=("time",))
ASKING = TypedCall(outcome="dispute", opened=("query",))


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> CallSheet:
    """A real customer's sheet, with the sums of the picture and a holiday on the 30th."""
    clock = SetClock(MONDAY)
    gateway = make_ledger(tmp_path_factory.mktemp("form") / "books.creditmate", clock)
    with gateway.write("test") as writing:
        a_customer(writing, "ACME")
    drafts = CallDrafts(clock)
    found = CallSheets(Customers(), drafts, clock).sheet("ACME")
    connection.close()
    pays = PayNow(ASKED, NOTHING, NOTHING, NOTHING, NOTHING)
    return replace(found, pays=pays, calendar=Calendar(holidays=frozenset({HOLIDAY})))


@pytest.fixture
def reader(sheet: CallSheet) -> Reader:
    return Reader(sheet, MONDAY, EN)


def test_texts_are_understood(reader: Reader) -> None:
    got = reader.understand(replace(WHOLE, deed="Credit note", deed_by="+1"))
    assert got == Understood(Outcome.WILL_PAY, ASKED, FRIDAY, date(2026, 11, 24), date(2026, 12, 1))


def test_what_nobody_can_read_is_kept_by_field(reader: Reader) -> None:
    got = reader.understand(replace(WHOLE, amount="lots", by="soon", deed_by="?", next_day="x"))
    assert set(got.bad) == {"promise", "by", "we-by", "next"}
    assert got.bad["by"].problem is Problem.BAD_DATE
    assert got.bad["by"].facts["found"] == "soon"


@pytest.mark.parametrize(
    ("outcome", "amount"),
    [
        (Outcome.WILL_PAY, "6,424.40"),
        (Outcome.NEXT_PAYMENT_RUN, "6,424.40"),
        (Outcome.PART_PAYMENT, ""),
        (Outcome.DISPUTE, ""),
        (None, ""),
    ],
)
def test_all_that_is_asked_for_is_offered_where_all_is_promised(
    reader: Reader, outcome: Outcome | None, amount: str
) -> None:
    assert reader.amount_offered(outcome) == amount


@pytest.mark.parametrize(
    ("outcome", "day"),
    [
        (Outcome.WILL_PAY, "27 Nov 2026"),
        (Outcome.PART_PAYMENT, "27 Nov 2026"),
        (Outcome.NEXT_PAYMENT_RUN, "27 Nov 2026"),
        (Outcome.DISPUTE, ""),
        (None, ""),
    ],
)
def test_a_promise_is_offered_for_their_payment_run(
    sheet: CallSheet, outcome: Outcome | None, day: str
) -> None:
    reader = Reader(replace(sheet, proposed_day=FRIDAY), MONDAY, EN)
    assert reader.by_offered(outcome).replace(NBSP, " ") == day
    assert Reader(sheet, MONDAY, EN).by_offered(outcome) == ""


def test_the_next_step_follows_the_day_that_is_offered(sheet: CallSheet) -> None:
    reader = Reader(replace(sheet, proposed_day=FRIDAY), MONDAY, EN)
    first = offers(reader, Outcome.WILL_PAY, TypedCall(outcome="will_pay"))
    typed = TypedCall(outcome="will_pay", amount=first.amount, by=first.by)
    found = offers(reader, Outcome.WILL_PAY, typed)
    assert found == Offers("6,424.40", first.by, "", found.next_day)
    assert found.next_day.replace(NBSP, " ") == "2 Dec 2026"


def test_nothing_is_offered_where_nothing_may_be_asked_for(sheet: CallSheet) -> None:
    for pays in (None, PayNow(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING)):
        reader = Reader(replace(sheet, pays=pays), MONDAY, EN)
        assert reader.amount_offered(Outcome.WILL_PAY) == ""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (WHOLE, "2 Dec 2026"),  # Friday and two working days, the 30th being a holiday
        (TypedCall(outcome="no_answer"), "24 Nov 2026"),
        (TypedCall(outcome="call_back"), ""),
        (TypedCall(), ""),
        (replace(WHOLE, by="-1"), ""),
        (replace(WHOLE, amount=""), ""),
        (TypedCall(outcome="payment_sent", paid_on="fri"), "25 Nov 2026"),  # waited for till Tue
        (TypedCall(outcome="payment_sent", paid_method="cheque"), "2 Dec 2026"),
        (replace(PLANNED, plan_first="fri"), "4 Dec 2026"),  # a week later somebody writes
        (replace(PLANNED, plan_first=""), ""),
        (replace(TIMED, time_to="fri"), "27 Nov 2026"),
        (replace(TIMED, time_to="28 Nov 2026"), "1 Dec 2026"),  # a Saturday before the holiday
        (ASKING, "1 Dec 2026"),  # five working days, the holiday left out
        (replace(ASKING, query_by="thu"), "26 Nov 2026"),
        (replace(ASKING, query_by="-1"), ""),
        (replace(WHOLE, opened=("query",), query_by="thu"), "26 Nov 2026"),  # the first of both
        (replace(PLANNED, plan_first="fri", opened=()), ""),
    ],
)
def test_the_next_step_is_offered_where_it_follows(
    reader: Reader, typed: TypedCall, day: str
) -> None:
    assert reader.next_offered(typed, reader.understand(typed)).replace(NBSP, " ") == day


@pytest.mark.parametrize(
    ("current", "before", "now", "shown"),
    [
        ("", "", "5.00", "5.00"),
        ("5.00", "5.00", "", ""),
        ("4.00", "5.00", "6.00", "4.00"),
        ("", "5.00", "5.00", ""),  # taken out by the user, and stays out
    ],
)
def test_what_a_user_typed_stays(current: str, before: str, now: str, shown: str) -> None:
    assert offered(current, before, now) == shown


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        (WHOLE, []),
        (TypedCall(with_name="Ann"), ["outcome"]),
        (replace(WHOLE, with_name=" "), ["with"]),
        (replace(WHOLE, amount=""), ["promise"]),
        (replace(WHOLE, outcome="dispute", amount="", notes="x"), ["promise"]),
        (replace(WHOLE, amount="", by=""), ["promise"]),
        (replace(WHOLE, amount="", by="-3"), ["promise", "by"]),
        (replace(WHOLE, by=""), ["by"]),
        (replace(WHOLE, by="-3"), ["by"]),
        (replace(WHOLE, by="soon"), ["by"]),
        (replace(WHOLE, amount="0"), ["promise"]),
        (replace(WHOLE, next_day=""), ["next"]),
        (replace(WHOLE, next_day="-1"), ["next"]),
        (replace(WHOLE, no_step=True), ["because"]),
        (replace(WHOLE, no_step=True, because="paid in full"), []),
        (replace(WHOLE, deed="Send it"), ["we-by"]),
        (replace(WHOLE, deed_by="+1"), ["deed"]),
        (TypedCall(with_name="Ann", outcome="refuses", next_day="+1"), ["note"]),
        (TypedCall(with_name="Ann", outcome="refuses", next_day="+1", notes="x"), []),
        (TypedCall(outcome="no_answer", next_day="+1", amount="x", by="y", deed="z"), []),
    ],
)
def test_what_is_missing_is_named_in_the_order_of_the_form(
    reader: Reader, typed: TypedCall, fields: list[str]
) -> None:
    assert reader.missing(typed, reader.understand(typed)) == fields


def test_a_promise_of_money_needs_something_open(sheet: CallSheet) -> None:
    reader = Reader(replace(sheet, pays=None), MONDAY, EN)
    assert reader.missing(WHOLE, reader.understand(WHOLE)) == ["nothing-open"]


def test_the_note_has_everything_and_leaves_out_what_is_folded_away(reader: Reader) -> None:
    typed = replace(
        WHOLE, deed=" Credit note ", deed_by="+1", mood="strained", signals=("hurried",),
        notes=" x ", seconds=75, replaces=True, deeds_done=True, because="left over",
    )  # fmt: skip
    note = reader.note(typed, reader.understand(typed))
    assert (note.promised, note.promised_by, note.deed, note.note) == (
        ASKED, FRIDAY, "Credit note", "x",
    )  # fmt: skip
    assert (note.mood, note.signals, note.seconds) == (Mood.STRAINED, (Signal.HURRIED,), 75)
    assert (note.replaces_promises, note.deeds_done, note.none_because) == (True, True, "")
    nobody = replace(typed, outcome="voicemail")
    folded = reader.note(nobody, reader.understand(nobody))
    assert (folded.promised, folded.promised_by, folded.deed, folded.deed_by) == (
        None, None, "", None,
    )  # fmt: skip
    assert not folded.replaces_promises
    assert not folded.deeds_done


def test_only_what_is_whole_is_read_back(reader: Reader) -> None:
    def agreed(typed: TypedCall) -> Agreed:
        return reader.agreed(typed, reader.understand(typed))

    assert agreed(replace(WHOLE, by="", next_day="")) == Agreed()
    assert agreed(WHOLE).promised_by == FRIDAY
    assert agreed(replace(WHOLE, deed="", deed_by="+1")).deed_by is None
    assert agreed(TypedCall(outcome="no_answer", next_day="+1")) == Agreed()
    back = agreed(TypedCall(outcome="call_back", next_day="+1"))
    assert back.ring_again == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "unanswered"),
    [
        (TypedCall(with_name="Ann", notes="engaged twice", seconds=20), True),
        (TypedCall(amount="6,424.40"), True),
        (TypedCall(amount="1"), False),
        (TypedCall(mood="calm"), False),
        (TypedCall(signals=("hurried",)), False),
        (TypedCall(incoming=True), False),
    ],
)
def test_a_call_is_unanswered_until_anything_was_agreed(typed: TypedCall, unanswered: bool) -> None:
    assert is_unanswered(typed, "6,424.40", "27 Nov 2026") is unanswered


def test_a_form_only_opened_is_not_worth_keeping() -> None:
    fresh = TypedCall(with_name="Ann")
    assert not worth_keeping(replace(fresh, seconds=90), fresh)
    assert worth_keeping(replace(fresh, notes="x"), fresh)


def test_what_they_say_to_have_paid_is_read_and_read_back(reader: Reader) -> None:
    typed = TypedCall(
        with_name="Daniel Marsh", outcome="payment_sent", paid_amount="1,212", paid_on="wed",
        paid_method="cheque", paid_reference=" 4711 ", next_day="+7", amount="5", by="soon",
    )  # fmt: skip
    got = reader.understand(typed)
    said = SaidPaid(Method.CHEQUE, date(2026, 11, 18), "4711", Money(121_200, "GBP"))
    assert reader.missing(typed, got) == []  # what was promised before S was pressed is no fault
    assert reader.note(typed, got).said_paid == said
    assert reader.note(typed, got).promised is None
    told = read_back_words(reader.agreed(typed, got), MONDAY, "en_GB", EN).replace(NBSP, " ")
    assert told == (
        "“So £1,212.00 by cheque, reference 4711, went out on Wednesday, 18 November, and I will"
        " look out for it. Did I get that right?”"
    )


def test_nothing_told_of_a_payment_is_all_that_was_spoken_of(reader: Reader) -> None:
    typed = TypedCall(
        with_name="Daniel Marsh", outcome="payment_sent", next_day="+7", notes="Paid."
    )
    got = reader.understand(typed)
    assert reader.missing(typed, got) == []
    assert reader.note(typed, got).said_paid is None


def test_a_payment_to_come_is_no_payment(reader: Reader) -> None:
    typed = TypedCall(
        with_name="D", outcome="payment_sent", paid_on="+1", paid_amount="0", next_day="+7"
    )
    assert reader.missing(typed, reader.understand(typed)) == ["paid-amount", "paid-on"]
