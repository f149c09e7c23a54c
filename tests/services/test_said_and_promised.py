"""So much is sent, the rest comes on Friday: together it is arranged, and each is its own money."""

from datetime import date, timedelta

import pytest

from creditmate.domain.claims import SaidPaid
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import PromiseState
from creditmate.services.call_notes import CallNote
from tests.services.money import Till, pounds

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
WHOLE = 390_500


@pytest.fixture
def invoice(till: Till) -> int:
    till.office.on(MONDAY)
    return till.invoice("A1", WHOLE, date(2026, 9, 7))


def _said(till: Till, sent: int, promised: int | None) -> None:
    note = CallNote(
        "Ann", Outcome.PAYMENT_SENT, "", none_because="-",
        promised=None if promised is None else pounds(promised),
        promised_by=None if promised is None else FRIDAY,
        said_paid=SaidPaid(amount=pounds(sent), paid_on=MONDAY - timedelta(days=1)),
    )  # fmt: skip
    till.office.call("ACME", note)


def _sums(till: Till) -> tuple[int, int, int]:
    (account,) = till.office.brief("ACME").accounts
    pays = account.pay_now
    return pays.promised.minor, pays.said_paid.minor, pays.due.minor


@pytest.mark.parametrize("sent", [100_000, 300_000])
def test_together_all_is_arranged(till: Till, invoice: int, sent: int) -> None:
    _said(till, sent, WHOLE - sent)
    assert _sums(till) == (WHOLE - sent, sent, 0)
    brief = till.office.brief("ACME")
    assert brief.line is None
    assert till.office.codes() == []


def test_what_was_sent_keeps_nothing_of_the_promise(till: Till, invoice: int) -> None:
    _said(till, 100_000, WHOLE - 100_000)
    till.office.on(MONDAY + timedelta(days=1))
    till.pay(100_000, (invoice, 100_000))
    assert _sums(till) == (WHOLE - 100_000, 0, 0)
    till.office.on(FRIDAY)
    till.pay(WHOLE - 100_000, (invoice, WHOLE - 100_000))
    assert [one.state for one in till.office.brief("ACME").standings] == [PromiseState.KEPT]


def test_what_comes_later_than_it_was_waited_for_is_what_was_sent(till: Till, invoice: int) -> None:
    _said(till, 100_000, WHOLE - 100_000)
    till.office.on(FRIDAY)
    till.pay(100_000, (invoice, 100_000))
    assert _sums(till) == (WHOLE - 100_000, 0, 0)


def test_what_is_said_to_be_sent_after_a_promise_is_its_money(till: Till, invoice: int) -> None:
    promise = CallNote(
        "Ann", Outcome.WILL_PAY, "", none_because="-", promised=pounds(100_000), promised_by=FRIDAY
    )
    till.office.call("ACME", promise)
    till.office.on(MONDAY + timedelta(days=2))
    _said(till, 100_000, None)
    assert _sums(till) == (0, 100_000, WHOLE - 100_000)
    till.pay(100_000, (invoice, 100_000))
    (standing,) = till.office.brief("ACME").standings
    assert (standing.state, standing.promise.minor) == (
        PromiseState.KEPT,
        Money(100_000, "GBP").minor,
    )
