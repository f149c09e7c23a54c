"""A promise over several invoices of which one is under query or has more time: the rest counts."""

from datetime import timedelta

import pytest

from creditmate.domain.disputes import DisputeEventKind, DisputeReason, NewDispute, Questioned
from creditmate.domain.extensions import NewExtension
from creditmate.domain.money import Money
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_reasons import ReasonCode
from creditmate.services.disputes import Disputes
from creditmate.services.extensions import Extensions
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, GRACE_END, MONDAY, pays, will_pay

AFTER = GRACE_END + timedelta(days=1)
FIRST, SECOND = 30_000, 20_000


@pytest.fixture
def entries(office: Office) -> tuple[int, int]:
    """Two invoices, and a promise of both."""
    due = MONDAY - timedelta(days=20)
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        first = an_invoice(writing, customer, "1", due - timedelta(30), FIRST, due=due)
        second = an_invoice(
            writing, customer, "2", due - timedelta(29), SECOND, due=due + timedelta(1)
        )
    office.call("ACME", will_pay(FIRST + SECOND))
    return first, second


def asked(office: Office, entry: int, minor: int | None = None) -> int:
    amount = None if minor is None else Money(minor, "GBP")
    new = NewDispute((Questioned(entry, amount),), DisputeReason.PRICE, by_whom="Ann", note="x")
    return Disputes(office.gateway, office.clock).raise_one("ACME", new).id


def longer(office: Office, entry: int) -> None:
    new = NewExtension(to_day=FRIDAY + timedelta(days=30), because="x", entries=(entry,))
    Extensions(office.gateway, office.clock).give("ACME", new)


def stands(office: Office) -> list[tuple[PromiseState, int]]:
    return [(one.state, one.promise.minor) for one in office.brief("ACME").standings]


@pytest.mark.parametrize("set_aside", [asked, longer])
def test_what_is_left_of_it_counts(
    office: Office, entries: tuple[int, int], set_aside: object
) -> None:
    set_aside(office, entries[0])  # type: ignore[operator]
    assert stands(office) == [(PromiseState.OPEN, SECOND)]
    office.on(AFTER).posted(GRACE_END)
    assert stands(office) == [(PromiseState.BROKEN, SECOND)]
    (row,) = office.today()
    told = {reason.code: reason.amount for reason in row.line.reasons}
    assert told[ReasonCode.PROMISE_BROKEN] == Money(SECOND, "GBP")


@pytest.mark.parametrize("set_aside", [asked, longer])
def test_who_pays_the_rest_kept_it(
    office: Office, entries: tuple[int, int], set_aside: object
) -> None:
    set_aside(office, entries[0])  # type: ignore[operator]
    pays(office.on(FRIDAY), entries[1], FRIDAY, SECOND)
    assert stands(office) == [(PromiseState.KEPT, SECOND)]
    office.on(AFTER).posted(GRACE_END)
    assert stands(office) == [(PromiseState.KEPT, SECOND)]
    told = [reason.code for row in office.today() for reason in row.line.reasons]
    assert ReasonCode.PROMISE_BROKEN not in told


def test_of_a_part_in_question_the_rest_of_the_invoice_counts_too(
    office: Office, entries: tuple[int, int]
) -> None:
    asked(office, entries[0], 5_000)
    assert stands(office) == [(PromiseState.OPEN, FIRST + SECOND - 5_000)]


def test_who_promised_less_than_is_left_promised_all_of_it(office: Office) -> None:
    due = MONDAY - timedelta(days=20)
    with office.gateway.write("test") as writing:
        entry = an_invoice(
            writing, a_customer(writing, "ACME"), "1", due - timedelta(30), FIRST, due=due
        )
    office.call("ACME", will_pay(SECOND))
    asked(office, entry, FIRST - SECOND)
    assert stands(office) == [(PromiseState.OPEN, SECOND)]


def answered(office: Office, query: int) -> None:
    Disputes(office.gateway, office.clock).end(query, DisputeEventKind.REJECTED, note="as agreed")


def test_an_answer_before_the_day_makes_it_whole_again(
    office: Office, entries: tuple[int, int]
) -> None:
    query = asked(office, entries[0])
    answered(office.on(FRIDAY), query)
    assert stands(office) == [(PromiseState.OPEN, FIRST + SECOND)]


def test_one_that_comes_after_its_time_does_not(office: Office, entries: tuple[int, int]) -> None:
    """Until then they waited for us."""
    query = asked(office, entries[0])
    pays(office, entries[1], FRIDAY, SECOND)
    answered(office.on(AFTER), query)
    office.posted(GRACE_END)
    assert stands(office) == [(PromiseState.KEPT, SECOND)]


def test_what_is_wholly_under_query_since_its_day_is_not_asked_for(
    office: Office, entries: tuple[int, int]
) -> None:
    with office.gateway.write("test") as writing:
        an_invoice(writing, 1, "3", MONDAY - timedelta(days=60), 10_000)
    office.on(AFTER).posted(GRACE_END)
    asked(office, entries[0])
    told = [reason.code for row in office.today() for reason in row.line.reasons]
    assert ReasonCode.PROMISE_BROKEN in told, "the rest of it is asked for"
    query = asked(office, entries[1])
    (row,) = office.today()
    assert row.line.amounts == (Money(10_000, "GBP"),)
    assert ReasonCode.PROMISE_BROKEN not in {reason.code for reason in row.line.reasons}
    assert stands(office) == [(PromiseState.BROKEN, FIRST + SECOND)], "it is on record all the same"
    answered(office, query)
    assert ReasonCode.PROMISE_BROKEN in {r.code for row in office.today() for r in row.line.reasons}
