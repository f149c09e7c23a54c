"""A promise pauses chasing, and only what it covers; passed unpaid, it comes back first."""

from datetime import date, timedelta

import pytest

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Channel, Kind
from creditmate.services.calls import CallNote
from tests.builders import a_customer, a_receipt, allocate, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
GRACE_END = date(2026, 12, 1)  # two working days after the Friday


def owing(office: Office, code: str, minor: int, days_late: int = 20) -> int:
    """A customer who owes one overdue invoice; returns its entry."""
    due = MONDAY - timedelta(days=days_late)
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, code)
        return an_invoice(writing, customer, f"{code}-1", due - timedelta(days=30), minor, due=due)


def pays(office: Office, entry: int, day: date, minor: int) -> None:
    with office.gateway.write("test") as writing:
        receipt = a_receipt(writing, 1, day, minor)
        allocate(writing, receipt, entry, minor)


def will_pay(minor: int, by: date = FRIDAY, **more: object) -> CallNote:
    return CallNote(
        with_name="Ann Lee",
        outcome=Outcome.WILL_PAY,
        note="Run on Friday",
        next_day=by,
        promised=Money(minor, "GBP"),
        promised_by=by,
        **more,  # type: ignore[arg-type]
    )


def test_who_owes_overdue_is_on_the_list_and_nobody_else(office: Office) -> None:
    owing(office, "LATE", 50_000)
    owing(office, "EARLY", 50_000, days_late=-20)
    (row,) = office.today()
    assert (row.code, row.line.kind, row.line.channel) == ("LATE", Kind.FOLLOW_UP, Channel.CALL)
    assert row.line.amounts == (Money(50_000, "GBP"),)


def test_a_promise_of_all_that_is_overdue_takes_the_customer_off_the_list(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", will_pay(50_000))
    for day in range(9):
        assert office.on(MONDAY + timedelta(days=day)).codes() == [], day
    assert office.on(GRACE_END).codes() == []


def test_a_promise_of_one_pound_does_not_silence_ten_thousand(office: Office) -> None:
    owing(office, "ACME", 1_000_000)
    office.call("ACME", will_pay(100))
    for day in range(5):
        assert office.on(MONDAY + timedelta(days=day)).codes() == []  # spoken to so lately
        line = office.brief("ACME").line
        assert line is not None
        assert line.amounts == (Money(999_900, "GBP"),)
    (row,) = office.on(MONDAY + timedelta(days=7)).today()
    assert (row.line.kind, row.line.amounts) == (Kind.FOLLOW_UP, (Money(999_900, "GBP"),))


def test_passed_unpaid_it_comes_first_the_morning_after_grace(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "MUCHMORE", 9_000_000, days_late=80)
    office.call("ACME", will_pay(50_000))
    office.on(GRACE_END + timedelta(days=1)).posted(GRACE_END)
    first = office.today()[0]
    assert first.code == "ACME"
    assert first.line.kind is Kind.PROMISE_NOT_KEPT
    assert first.line.reasons[0].code is ReasonCode.PROMISE_BROKEN
    assert first.line.reasons[0].amount == Money(50_000, "GBP")


def test_until_cash_is_posted_so_far_the_bank_is_checked_first(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", will_pay(50_000))
    office.on(GRACE_END + timedelta(days=1))
    (row,) = office.today()
    assert (row.line.kind, row.line.channel) == (Kind.CHECK_MONEY, Channel.BANK)


def test_kept_it_is_forgotten(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    office.call("ACME", will_pay(50_000))
    pays(office, entry, GRACE_END, 50_000)
    office.on(GRACE_END + timedelta(days=1)).posted(GRACE_END)
    assert office.codes() == []
    assert [s.state for s in office.brief("ACME").standings] == [PromiseState.KEPT]


def test_half_kept_the_rest_comes_back(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    office.call("ACME", will_pay(50_000))
    pays(office, entry, FRIDAY, 20_000)
    office.on(GRACE_END + timedelta(days=1)).posted(GRACE_END)
    (row,) = office.today()
    assert row.line.amounts == (Money(30_000, "GBP"),)
    assert row.line.reasons[0].code is ReasonCode.PROMISE_PART_KEPT


def test_seen_from_an_earlier_day_a_later_promise_is_not_known(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.on(FRIDAY).call("ACME", will_pay(50_000, by=GRACE_END))
    assert office.on(MONDAY).codes() == ["ACME"]
    assert office.brief("ACME").standings == ()


def test_a_newer_promise_replaces_an_earlier_one_if_said(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", will_pay(50_000))
    later = FRIDAY + timedelta(days=14)
    office.on(FRIDAY).call("ACME", will_pay(50_000, by=later, replaces_promises=True))
    states = [standing.state for standing in office.brief("ACME").standings]
    assert states == [PromiseState.REPLACED, PromiseState.OPEN]
    office.on(GRACE_END + timedelta(days=1)).posted(GRACE_END)
    assert office.codes() == []


def test_an_agreed_call_back_pauses_until_its_day(office: Office) -> None:
    owing(office, "ACME", 50_000)
    note = CallNote("Ann Lee", Outcome.CALL_BACK, "Ring on Friday", next_day=FRIDAY)
    office.call("ACME", note)
    assert office.on(FRIDAY - timedelta(days=1)).codes() == []
    (row,) = office.on(FRIDAY).today()
    assert row.line.kind is Kind.CALL_BACK


def test_the_next_conversation_closes_the_step_before_it(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", CallNote("Ann", Outcome.CALL_BACK, "Friday", next_day=FRIDAY))
    office.on(FRIDAY).call(
        "ACME", CallNote("Ann", Outcome.CALL_BACK, "Tuesday", next_day=GRACE_END)
    )
    brief = office.brief("ACME")
    assert [task.day for task in brief.tasks] == [GRACE_END]
    assert [row.next_day for row in brief.last_contacts] == [GRACE_END, FRIDAY]


def test_what_we_promised_comes_before_everything(office: Office) -> None:
    owing(office, "BIG", 9_000_000)
    owing(office, "ACME", 50_000)
    deed = CallNote(
        "Ann", Outcome.INVOICE_NOT_RECEIVED, "Send a copy", next_day=GRACE_END,
        deed="Copy of ACME-1", deed_by=MONDAY + timedelta(days=1),
    )  # fmt: skip
    office.call("ACME", deed)
    first = office.on(MONDAY + timedelta(days=2)).today()[0]
    assert (first.code, first.line.kind) == ("ACME", Kind.OURS_LATE)
    assert first.line.reasons[0].words == "Copy of ACME-1"


def test_unmatched_money_that_covers_it_is_matched_before_anybody_is_rung(office: Office) -> None:
    owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        a_receipt(writing, 1, MONDAY, 50_000)
    (row,) = office.today()
    assert (row.line.kind, row.line.channel) == (Kind.CHECK_MONEY, Channel.MATCH)


@pytest.mark.parametrize(
    ("field", "note"),
    [
        ("next", CallNote("Ann", Outcome.NO_ANSWER, "x")),
        ("next", CallNote("Ann", Outcome.NO_ANSWER, "x", next_day=FRIDAY, none_because="y")),
        ("next", CallNote("Ann", Outcome.NO_ANSWER, "x", next_day=MONDAY - timedelta(days=1))),
        ("note", CallNote("Ann", Outcome.REFUSES, "  ", next_day=FRIDAY)),
        ("with", CallNote("", Outcome.WILL_PAY, "x", next_day=FRIDAY)),
        ("by", CallNote("Ann", Outcome.WILL_PAY, "x", FRIDAY, promised=Money(1, "GBP"))),
        ("by", CallNote("Ann", Outcome.WILL_PAY, "x", FRIDAY, promised_by=FRIDAY)),
        ("promise", will_pay(0)),
        ("we-by", CallNote("Ann", Outcome.WILL_PAY, "x", FRIDAY, deed="Send it")),
        ("outcome", CallNote("", Outcome.VOICEMAIL, "x", FRIDAY, promised=Money(1, "GBP"),
                             promised_by=FRIDAY)),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused_by_its_field(
    office: Office, field: str, note: CallNote
) -> None:
    owing(office, "ACME", 50_000)
    with pytest.raises(UserError) as refused:
        office.call("ACME", note)
    assert refused.value.problem is Problem.CALL_FIELD
    assert refused.value.facts["field"] == field
    assert office.brief("ACME").last_contacts == ()


def test_a_customer_nobody_has_is_refused_with_what_is_like_it(office: Office) -> None:
    owing(office, "ACME", 50_000)
    with pytest.raises(UserError) as refused:
        office.call("ACM", will_pay(1))
    assert refused.value.problem is Problem.UNKNOWN_CUSTOMER
    assert refused.value.facts["similar"] == ["ACME"]
