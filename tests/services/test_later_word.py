"""The word of the later day holds, whenever the earlier one is put down or put right."""

from datetime import timedelta

import pytest

from creditmate.db.proof import prove_all
from creditmate.domain.claims import LIVE_CLAIMS, SaidPaid
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.calls import CallNote, Calls
from creditmate.services.corrections import Correction, Corrections
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, will_pay
from tests.services.test_changed_mind import (
    DAY,
    LATER,
    OWED,
    STATES,
    TUESDAY,
    invoices,
    record,
    said,
    stands,
)

__all__ = ["invoices"]
pytestmark = pytest.mark.usefixtures("invoices")
WEDNESDAY = TUESDAY + DAY


def promised(minor: int) -> Correction:
    return Correction(promised=Money(minor, "GBP"), promised_by=FRIDAY)


def corrections(office: Office) -> Corrections:
    return Corrections(office.gateway, office.clock)


def open_ones(office: Office) -> list[int]:
    return sorted(minor for minor, state in stands(office) if state is STATES.OPEN)


@pytest.mark.parametrize("minor", [300_000, 100_000])
def test_a_word_that_gave_way_stays_so_put_right(office: Office, minor: int) -> None:
    first = record(office, will_pay(OWED))
    later = record(office.on(TUESDAY), will_pay(OWED, LATER))
    done = corrections(office.on(WEDNESDAY)).put_right(first, promised(minor))
    assert open_ones(office) == [OWED]
    assert (minor, STATES.REPLACED) in stands(office)
    assert [one.promise.due_day for one in done.taken.later] == [LATER]
    again = corrections(office).put_right(later, Correction(nothing_promised=True)).again
    assert [one.promise.minor for one in again] == [minor], "as it was put right"
    assert open_ones(office) == [minor]
    assert prove_all() == []


def test_a_word_before_a_refusal_stays_ended_put_right(office: Office) -> None:
    first = record(office, will_pay(OWED))
    record(office.on(TUESDAY), said(Outcome.REFUSES))
    corrections(office).correct(first, promised(300_000))
    assert stands(office) == [(OWED, STATES.WITHDRAWN), (300_000, STATES.WITHDRAWN)]


@pytest.mark.parametrize("day", [MONDAY, TUESDAY])
def test_put_right_for_more_than_can_be_paid_the_later_word_holds(
    office: Office, day: object
) -> None:
    first = record(office, will_pay(100_000))
    later = record(office.on(day), will_pay(290_500, LATER))  # type: ignore[arg-type]
    done = corrections(office).put_right(first, promised(200_000))
    assert open_ones(office) == [290_500]
    assert [one.promise.id for one in done.taken.later] == [2]
    smaller = Correction(promised=Money(100_000, "GBP"), promised_by=LATER)
    corrections(office).correct(later, smaller)
    assert open_ones(office) == [100_000, 200_000], "both fit"
    assert prove_all() == []


def test_put_right_both_stand_where_both_fit(office: Office) -> None:
    first = record(office, will_pay(100_000))
    record(office.on(TUESDAY), will_pay(200_000, LATER))
    done = corrections(office).put_right(first, promised(150_000))
    assert open_ones(office) == [150_000, 200_000]
    assert not done.taken


def test_a_talk_put_in_late_gives_way_to_the_later_word(office: Office) -> None:
    later = record(office.on(TUESDAY), will_pay(OWED, LATER))
    late = will_pay(OWED, day=MONDAY)
    calls = Calls(office.gateway, office.on(WEDNESDAY).clock)
    taken = calls.takes_place_of("ACME", late)
    assert (taken.promises, [one.promise.id for one in taken.later]) == ((), [1])
    made = record(office, late)
    assert {state for _, state in stands(office)} == {STATES.OPEN, STATES.REPLACED}
    assert open_ones(office) == [OWED]
    calls.undo(made)
    assert stands(office) == [(OWED, STATES.OPEN)]
    record(office, late)
    corrections(office).correct(later, Correction(nothing_promised=True))
    assert open_ones(office) == [OWED]
    assert prove_all() == []


def test_a_talk_put_in_late_stands_beside_where_that_is_said(office: Office) -> None:
    record(office.on(TUESDAY), will_pay(OWED, LATER))
    record(office.on(WEDNESDAY), will_pay(OWED, day=MONDAY, replaces_promises=False))
    assert open_ones(office) == [OWED, OWED]


def test_what_a_correction_takes_the_place_of_is_told(office: Office) -> None:
    record(office, will_pay(OWED))
    made = record(office.on(TUESDAY), CallNote("Ann", Outcome.CALL_BACK, "x", FRIDAY))
    done = corrections(office).put_right(made, promised(OWED))
    assert [one.promise.id for one in done.taken.promises] == [1]
    small = Correction(promised=Money(300_000, "GBP"), promised_by=LATER)
    assert not corrections(office).put_right(made, small).taken.promises, "it had before"


def test_what_was_said_to_be_sent_is_told_to_hold_again(office: Office) -> None:
    sent = said(Outcome.PAYMENT_SENT, FRIDAY, said_paid=SaidPaid(paid_on=MONDAY))
    record(office, sent)
    made = record(office.on(TUESDAY), will_pay(OWED, MONDAY + timedelta(11)))
    done = corrections(office).put_right(made, Correction(nothing_promised=True))
    assert [one.state in LIVE_CLAIMS for one in done.sent_again] == [True]
    done = corrections(office).put_right(made, promised(OWED))
    assert len(done.taken.claims) == 1
