"""Money of the very day on which it was promised: what was here before keeps nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from creditmate.db.customers import customer_by_code
from creditmate.domain.money import Money
from creditmate.domain.promises import PromiseState
from creditmate.services.calls import Calls
from creditmate.services.contact_moves import ContactMoves
from creditmate.services.corrections import Correction, Corrections
from tests.builders import a_receipt
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing, will_pay


@pytest.fixture
def owed(office: Office) -> Office:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 50_000)
    return office


def paid(office: Office, code: str = "ACME") -> None:
    customer = customer_by_code(code)
    assert customer is not None
    with office.gateway.write("money") as writing:
        a_receipt(writing, customer.id, MONDAY, 50_000)


def state(office: Office, code: str = "ACME") -> PromiseState:
    return office.brief(code).standings[-1].state


def test_money_that_was_here_when_it_was_promised_keeps_nothing(owed: Office) -> None:
    paid(owed)
    owed.call("ACME", will_pay(50_000))
    assert state(owed) is PromiseState.OPEN


def test_money_that_was_entered_after_the_talk_keeps_it(owed: Office) -> None:
    owed.call("ACME", will_pay(50_000))
    paid(owed)
    assert state(owed) is PromiseState.KEPT


def test_a_talk_put_right_or_moved_later_was_still_before_the_money(owed: Office) -> None:
    made = Calls(owed.gateway, owed.clock).record("BOLT", will_pay(40_000)).id
    paid(owed)
    paid(owed, "BOLT")
    right = Correction(promised=Money(50_000, "GBP"), promised_by=FRIDAY)
    Corrections(owed.gateway, owed.clock).correct(made, right)
    assert state(owed, "BOLT") is PromiseState.KEPT
    ContactMoves(owed.gateway, owed.clock).move(made, "ACME", "slip")
    assert state(owed) is PromiseState.KEPT


def test_told_a_day_late_it_is_kept_by_what_came_after_that_day(owed: Office) -> None:
    paid(owed)
    owed.on(MONDAY + timedelta(days=1))
    owed.call("ACME", replace(will_pay(50_000), day=MONDAY))
    assert state(owed) is PromiseState.OPEN
