"""The register of promises: states of both sides, what came of those whose time was up."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promise_register import PromiseWanted, Side
from creditmate.domain.promises import DeedState, PromiseState
from creditmate.services.calls import CallNote
from creditmate.services.customers import Customers
from creditmate.services.promise_register import NewPromise, PromiseRegister
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, GRACE_END, MONDAY, owing, pays, will_pay

AFTER = GRACE_END + timedelta(days=1)


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


@pytest.fixture
def register(office: Office) -> PromiseRegister:
    return PromiseRegister(office.gateway, office.clock)


def send_a_copy(by: object) -> CallNote:
    return CallNote("Ann", Outcome.CALL_BACK, "x", next_day=FRIDAY, deed="Send a copy", deed_by=by)  # type: ignore[arg-type]


def test_both_sides_stand_in_it_with_their_states(
    office: Office, register: PromiseRegister
) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", will_pay(50_000, deed="Send a copy", deed_by=MONDAY))
    assert [(row.side, row.state) for row in register.rows(MONDAY)] == [
        (Side.OURS, DeedState.OPEN),
        (Side.THEIRS, PromiseState.OPEN),
    ]
    office.on(AFTER).posted(GRACE_END)
    states = {row.side: row.state for row in register.rows(AFTER)}
    assert states == {Side.OURS: DeedState.LATE, Side.THEIRS: PromiseState.BROKEN}
    assert register.rows(MONDAY - timedelta(days=1)) == []


def test_it_is_narrowed(office: Office, register: PromiseRegister) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BEST", 50_000)
    office.call("ACME", will_pay(50_000, deed="Send a copy", deed_by=MONDAY))
    office.call("BEST", will_pay(50_000, by=AFTER))

    def codes(**wanted: object) -> list[tuple[str, str]]:
        rows = register.rows(MONDAY, PromiseWanted(**wanted))  # type: ignore[arg-type]
        return [(row.code, row.side.value) for row in rows]

    assert codes(side=Side.THEIRS) == [("ACME", "theirs"), ("BEST", "theirs")]
    assert codes(code="best") == [("BEST", "theirs")]
    assert codes(first=FRIDAY, last=FRIDAY) == [("ACME", "theirs")]
    assert codes(state="late") == []
    assert len(codes(waiting=True)) == 3
    assert codes(owner=7) == []


def test_the_rate_counts_what_has_matured(office: Office, register: PromiseRegister) -> None:
    kept, part = owing(office, "KEPT", 60_000), owing(office, "PART", 30_000)
    owing(office, "NONE", 10_000)
    owing(office, "OPEN", 10_000)
    for code, minor in (("KEPT", 60_000), ("PART", 30_000), ("NONE", 10_000)):
        office.call(code, will_pay(minor))
    office.call("OPEN", will_pay(10_000, by=AFTER))
    assert register.rate(MONDAY) == []
    pays(office, kept, FRIDAY, 60_000)
    with office.gateway.write("test") as writing:
        from tests.builders import a_receipt, allocate  # noqa: PLC0415 - only here

        allocate(writing, a_receipt(writing, 2, FRIDAY, 12_000), part, 12_000)
    office.on(AFTER).posted(GRACE_END)
    (all_,) = register.rate(AFTER)
    assert (all_.count, all_.kept, all_.part, all_.late) == (3, 1, 1, 0)
    assert (all_.minor, all_.kept_minor, all_.part_minor) == (100_000, 60_000, 12_000)
    assert (all_.by_count, all_.by_value) == (Decimal("33.3"), Decimal("60.0"))
    (one,) = register.rate(AFTER, "kept")
    assert one.by_count == Decimal("100.0")
    assert register.rate(AFTER, "OPEN") == []
    for code in ("KEPT", "PART", "NONE", "OPEN"):  # before a talk it is told the same way
        told = Customers(office.gateway).brief(code, AFTER).kept_rates
        assert list(told) == register.rate(AFTER, code), code


def test_taken_back_before_its_time_it_is_left_out_and_later_it_counts(
    office: Office, register: PromiseRegister
) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BEST", 50_000)
    office.call("ACME", will_pay(50_000))
    office.call("BEST", will_pay(50_000))
    theirs = {row.code: row.id for row in register.rows(MONDAY)}
    register.withdraw(theirs["ACME"], "order cancelled")
    office.on(AFTER)  # the bank is not posted so far: it still waits
    register.withdraw(theirs["BEST"], "said it was a mistake")
    office.posted(AFTER)
    assert {row.state for row in register.rows(AFTER)} == {PromiseState.WITHDRAWN}
    (rate,) = register.rate(AFTER)
    assert (rate.count, rate.kept) == (1, 0)
    briefs = Customers(office.gateway)
    assert briefs.brief("BEST", AFTER).kept_rates == (rate,)
    assert briefs.brief("ACME", AFTER).kept_rates == ()
    assert execute("SELECT reason FROM action WHERE use_case = 'withdraw-promise'").fetchall() == [
        ("order cancelled",),
        ("said it was a mistake",),
    ]


def test_replaced_by_hand_it_means_the_same_items(
    office: Office, register: PromiseRegister
) -> None:
    entry = owing(office, "ACME", 50_000)
    office.call("ACME", will_pay(50_000))
    (before,) = register.rows(MONDAY)
    made = register.replace(before.id, NewPromise(gbp(40_000), AFTER), "asked by e-mail")
    states = {row.id: row.state for row in register.rows(MONDAY)}
    assert states == {before.id: PromiseState.REPLACED, before.id + 1: PromiseState.OPEN}
    assert made.id == before.id + 1
    meant = execute("SELECT entry_id FROM promise_item WHERE promise_id = ?", (made.id,))
    assert meant.fetchall() == [(entry,)]
    assert prove_all() == []


def test_ours_is_done(office: Office, register: PromiseRegister) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", send_a_copy(MONDAY))
    (row,) = register.rows(MONDAY)
    register.done(row.id)
    assert [one.state for one in register.rows(MONDAY)] == [DeedState.DONE]
    with pytest.raises(UserError, match="agreement-stands"):
        register.done(row.id)


def test_what_cannot_be_ended_is_refused(office: Office, register: PromiseRegister) -> None:
    entry = owing(office, "ACME", 50_000)
    office.call("ACME", will_pay(50_000, deed="Send a copy", deed_by=FRIDAY))
    ids = {row.side: row.id for row in register.rows(MONDAY)}
    theirs, ours = ids[Side.THEIRS], ids[Side.OURS]

    def replace(promise: int, amount: Money, by: date) -> Callable[[], object]:
        return lambda: register.replace(promise, NewPromise(amount, by), "x")

    refusals: list[tuple[Callable[[], object], str]] = [
        (lambda: register.done(theirs), "agreement-stands"),
        (lambda: register.done(99), "agreement-stands"),
        (lambda: register.withdraw(theirs, " "), "field-refused"),
        (lambda: register.currency_of(ours, MONDAY), "agreement-stands"),
        (lambda: register.currency_of(99, MONDAY), "agreement-stands"),
        (replace(ours, gbp(100), FRIDAY), "agreement-stands"),
        (replace(theirs, gbp(1), MONDAY - timedelta(days=1)), "field-refused"),
        (replace(theirs, Money(1, "EUR"), FRIDAY), "field-refused"),
    ]
    for deed, problem in refusals:
        with pytest.raises(UserError, match=problem):
            deed()
    pays(office, entry, FRIDAY, 50_000)
    office.on(FRIDAY)
    with pytest.raises(UserError) as caught:
        register.withdraw(theirs, "late thought")
    assert caught.value.facts["why"] == "judged"
