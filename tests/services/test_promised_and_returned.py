"""A payment that came back keeps no promise: it is on the list, and said as what it is."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof.everything import prove_all
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promise_register import matured
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_lines import Kind
from creditmate.domain.work_reasons import ReasonCode
from creditmate.services.calls import CallNote
from tests.services.conftest import Office
from tests.services.money import Till, pounds
from tests.services.test_calls_and_today import FRIDAY, MONDAY

DAY = timedelta(1)
PAID, BACK = FRIDAY, FRIDAY + 10 * DAY
"""It came back long after the promise's days of grace."""


@pytest.fixture
def till(office: Office) -> Iterator[Till]:
    made = Till(office.on(MONDAY))
    made.invoice("2202", 98_000, MONDAY - 60 * DAY)
    office.call("ACME", promise())
    yield made
    assert prove_all() == []


def promise() -> CallNote:
    return CallNote(
        "Lionel", Outcome.WILL_PAY, "", next_day=FRIDAY + 3 * DAY, promised=pounds(98_000),
        promised_by=FRIDAY,
    )  # fmt: skip


def paid(till: Till) -> int:
    till.office.on(PAID)
    (entry,) = execute("SELECT id FROM entry WHERE due_day IS NOT NULL").fetchone()
    receipt = till.pay(98_000, (entry, 98_000))
    till.office.on(BACK).posted(BACK)
    return receipt


def test_it_is_kept_until_the_payment_comes_back_and_then_not(till: Till) -> None:
    receipt = paid(till)
    assert [one.state for one in till.office.brief("ACME").standings] == [PromiseState.KEPT]
    till.payments.bounce(receipt, BACK)
    (standing,) = till.office.brief("ACME").standings
    assert standing.state is PromiseState.BROKEN
    (rate,) = matured([standing])
    assert (rate.count, rate.kept) == (1, 0)
    (row,) = till.office.today()
    assert row.line.kind is Kind.PROMISE_NOT_KEPT
    told = row.line.reasons[0]
    assert (told.code, told.amount, told.day) == (
        ReasonCode.PAYMENT_RETURNED, pounds(98_000), BACK,
    )  # fmt: skip


def test_a_talk_before_it_came_back_has_answered_nothing(till: Till) -> None:
    receipt = paid(till)
    thanks = CallNote("Lionel", Outcome.ALL_WELL, "Thanked", none_because="all came")
    till.office.on(BACK - DAY).call("ACME", thanks)
    till.office.on(BACK)
    till.payments.bounce(receipt, BACK)
    (row,) = till.office.today()
    assert row.line.reasons[0].code is ReasonCode.PAYMENT_RETURNED


def test_money_given_back_by_us_takes_no_promise_away(till: Till) -> None:
    paid(till)
    till.pay(5_000, on=BACK)
    till.payments.refund("ACME", pounds(5_000), BACK)
    assert [one.state for one in till.office.brief("ACME").standings] == [PromiseState.KEPT]
