"""Money that was on its way when a plan was agreed: it is no part's, and nobody waits twice."""

from datetime import date, timedelta

import pytest

from creditmate.domain.claims import SaidPaid
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.plans import InstalmentState, PlanStanding, PlanState
from creditmate.domain.promises import PromiseState
from creditmate.services.call_notes import CallNote
from creditmate.services.plans import Plans
from tests.services.money import Till, pounds

DAY = timedelta(1)
MONDAY, FIRST = date(2026, 11, 23), date(2026, 12, 10)
WHOLE, SENT = 390_500, 100_000
REST = PlanTerms(first=FIRST, parts=3)


def _says_sent(till: Till, minor: int = SENT, on: date = MONDAY) -> None:
    sent = SaidPaid(amount=pounds(minor), paid_on=on)
    till.office.call(
        "ACME", CallNote("Ann", Outcome.PAYMENT_SENT, "", none_because="-", said_paid=sent)
    )


@pytest.fixture
def invoice(till: Till) -> int:
    """One invoice of 3,905.00; 1,000.00 of it is said to be sent, the rest is in a plan."""
    till.office.on(MONDAY)
    entry = till.invoice("A1", WHOLE, date(2026, 9, 7))
    _says_sent(till)
    till.office.on(MONDAY + DAY)
    Plans(till.office.gateway, till.office.clock).agree("ACME", REST)
    return entry


def _plan(till: Till) -> PlanStanding:
    (row,) = Plans(till.office.gateway, till.office.clock).of_customer("ACME", till.today)
    return row.standing


def _on(till: Till, day: date) -> None:
    till.office.on(day).posted(day)


def test_what_was_said_to_be_sent_fills_no_part(till: Till, invoice: int) -> None:
    assert [one.minor for one in _plan(till).plan.instalments] == [96_833, 96_833, 96_834]
    _on(till, MONDAY + 2 * DAY)
    till.pay(SENT, (invoice, SENT))
    standing = _plan(till)
    assert (standing.came_minor, standing.missing_minor) == (0, WHOLE - SENT)
    assert standing.state is PlanState.RUNNING
    (account,) = till.office.brief("ACME").accounts
    assert account.pay_now.due.minor == 0
    assert account.pay_now.planned == pounds(WHOLE - SENT)
    _on(till, FIRST)
    line = till.office.brief("ACME").line
    assert line is not None
    assert line.amounts == (pounds(96_833),)


def test_unmatched_it_fills_none_either(till: Till, invoice: int) -> None:
    _on(till, MONDAY + 2 * DAY)
    till.pay(SENT)
    assert _plan(till).came_minor == 0


def test_the_plan_is_paid_by_its_own_money(till: Till, invoice: int) -> None:
    _on(till, MONDAY + 2 * DAY)
    till.pay(SENT, (invoice, SENT))
    _on(till, FIRST)
    till.pay(96_833, (invoice, 96_833))
    assert [one.state for one in _plan(till).instalments] == [
        InstalmentState.PAID, InstalmentState.OPEN, InstalmentState.OPEN,
    ]  # fmt: skip
    till.pay(WHOLE - SENT - 96_833, (invoice, WHOLE - SENT - 96_833))
    standing = _plan(till)
    assert (standing.state, standing.missing_minor) == (PlanState.PAID_EARLY, 0)


def test_both_in_one_sum_are_told_apart(till: Till, invoice: int) -> None:
    _on(till, MONDAY + 2 * DAY)
    till.pay(SENT + 96_833, (invoice, SENT + 96_833))
    assert _plan(till).came_minor == 96_833


def test_what_came_back_and_is_sent_anew_is_still_it(till: Till, invoice: int) -> None:
    _on(till, MONDAY + 2 * DAY)
    paid = till.pay(SENT, (invoice, SENT))
    till.payments.bounce(paid, till.today)
    _on(till, MONDAY + 9 * DAY)
    till.pay(SENT, (invoice, SENT))
    assert _plan(till).came_minor == 0


def test_no_part_waits_for_it(till: Till, invoice: int) -> None:
    _on(till, MONDAY + DAY)
    assert [one.aside_minor for one in _plan(till).instalments] == [0, 0, 0]
    assert till.office.today() == []


def test_said_once_more_it_is_the_same_money(till: Till, invoice: int) -> None:
    _on(till, MONDAY + 2 * DAY)
    _says_sent(till, on=till.today)
    _on(till, MONDAY + 3 * DAY)
    till.pay(SENT, (invoice, SENT))
    assert _plan(till).came_minor == 0


def test_what_is_said_to_be_sent_after_the_plan_is_its_money(till: Till, invoice: int) -> None:
    _on(till, MONDAY + 2 * DAY)
    till.pay(SENT, (invoice, SENT))
    _on(till, FIRST)
    _says_sent(till, 96_833, FIRST)
    _on(till, FIRST + DAY)
    assert _plan(till).instalments[0].state is InstalmentState.PAUSED
    till.pay(96_833, (invoice, 96_833))
    assert _plan(till).came_minor == 96_833


def test_what_was_not_found_before_the_plan_is_in_it(till: Till) -> None:
    till.office.on(MONDAY)
    entry = till.invoice("A1", WHOLE, date(2026, 9, 7))
    _says_sent(till)
    _on(till, FIRST - DAY)
    Plans(till.office.gateway, till.office.clock).agree("ACME", REST)
    assert _plan(till).plan.minor == WHOLE
    till.pay(SENT, (entry, SENT))
    assert _plan(till).came_minor == SENT


@pytest.mark.parametrize("late", [1, 14])
def test_promised_instead_it_is_the_same_money(till: Till, invoice: int, late: int) -> None:
    _on(till, MONDAY + (1 + late) * DAY)
    day = till.today + 2 * DAY
    instead = CallNote(
        "Ann", Outcome.WILL_PAY, "not sent after all", none_because="-",
        promised=pounds(SENT), promised_by=day,
    )  # fmt: skip
    till.office.call("ACME", instead)
    _on(till, day)
    till.pay(SENT, (invoice, SENT))
    assert _plan(till).came_minor == 0
    (standing,) = till.office.brief("ACME").standings
    assert standing.state is PromiseState.KEPT
    assert till.office.brief("ACME").accounts[0].pay_now.due.minor == 0
