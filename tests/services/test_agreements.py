"""What is agreed in a call, and what later calls do to it."""

from datetime import date, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import DeedState, PromiseState, deed_state
from creditmate.domain.worklist import Kind
from creditmate.services.calls import CallNote
from tests.builders import a_customer, a_receipt, allocate, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def two_items(office: Office) -> tuple[int, int]:
    """ACME owes 1,000.00 and 400.00, both overdue."""
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        return (
            an_invoice(writing, customer, "A1", MONDAY - timedelta(days=150), 100_000),
            an_invoice(writing, customer, "A2", MONDAY - timedelta(days=140), 40_000),
        )


def will_pay(minor: int, by: date, currency: str = "GBP", **more: object) -> CallNote:
    return CallNote(
        "Ann", Outcome.WILL_PAY, "x", by, promised=Money(minor, currency), promised_by=by,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def meant(promise: int) -> list[int]:
    sql = "SELECT entry_id FROM promise_item WHERE promise_id = ? ORDER BY id"
    return [entry for (entry,) in execute(sql, (promise,))]


def test_a_second_promise_means_what_the_first_leaves(
    office: Office, two_items: tuple[int, int]
) -> None:
    first, second = two_items
    office.call("ACME", will_pay(100_000, MONDAY + timedelta(days=1)))
    office.call("ACME", will_pay(40_000, FRIDAY))
    assert (meant(1), meant(2)) == ([first], [second])
    with office.gateway.write("test") as writing:
        receipt = a_receipt(writing, 1, MONDAY + timedelta(days=1), 100_000)
        allocate(writing, receipt, first, 100_000)
    office.on(FRIDAY + timedelta(days=10)).posted(FRIDAY + timedelta(days=9))
    states = [standing.state for standing in office.brief("ACME").standings]
    assert states == [PromiseState.KEPT, PromiseState.BROKEN]


def test_one_that_replaces_means_everything_anew(
    office: Office, two_items: tuple[int, int]
) -> None:
    office.call("ACME", will_pay(100_000, MONDAY + timedelta(days=1)))
    office.call("ACME", will_pay(140_000, FRIDAY, replaces_promises=True))
    assert meant(2) == list(two_items)


def test_money_for_which_nothing_is_open_is_not_promised(
    office: Office, two_items: tuple[int, int]
) -> None:
    with pytest.raises(UserError) as refused:
        office.call("ACME", will_pay(10_000, FRIDAY, currency="EUR"))
    assert refused.value.problem is Problem.NOTHING_OPEN
    assert office.brief("ACME").last_contacts == ()


def test_grace_knows_the_holidays_of_the_customers_country(
    office: Office, two_items: tuple[int, int]
) -> None:
    office.on(date(2026, 8, 20)).call("ACME", will_pay(10_000, date(2026, 8, 28)))
    (standing,) = office.brief("ACME").standings
    assert standing.promise.until_day == date(2026, 9, 2)  # the last Monday of August is a holiday


def test_a_call_keyed_late_takes_nothing_from_what_was_agreed_after_it(
    office: Office, two_items: tuple[int, int]
) -> None:
    office.call("ACME", CallNote("Ann", Outcome.CALL_BACK, "a", next_day=FRIDAY))
    earlier = CallNote("Ann", Outcome.NO_ANSWER, "b", none_because="keyed late")
    office.on(MONDAY - timedelta(days=13)).call("ACME", earlier)
    (row,) = office.on(FRIDAY).today()
    assert row.line.kind is Kind.CALL_BACK


def test_what_we_promised_is_done_when_we_say_so(
    office: Office, two_items: tuple[int, int]
) -> None:
    deed = CallNote("Ann", Outcome.PAPERS_MISSING, "x", FRIDAY, deed="Send a copy", deed_by=MONDAY)
    office.call("ACME", deed)
    tuesday = MONDAY + timedelta(days=1)
    assert office.on(tuesday).today()[0].line.kind is Kind.OURS_LATE
    done = CallNote("Ann", Outcome.CALL_BACK, "Copy sent", FRIDAY, deeds_done=True)
    office.call("ACME", done)
    (kept,) = office.brief("ACME").deeds
    assert deed_state(kept, tuesday) is DeedState.DONE_LATE
    assert all(row.line.kind is not Kind.OURS_LATE for row in office.today())
    with pytest.raises(UserError):
        office.call("ACME", done)


def test_the_moment_of_a_call_keeps_its_offset(office: Office, two_items: tuple[int, int]) -> None:
    office.call("ACME", CallNote("Ann", Outcome.NO_ANSWER, "a", next_day=FRIDAY))
    ours = execute("SELECT at_offset FROM interaction").fetchone()
    assert ours == execute("SELECT at_offset FROM action ORDER BY id DESC LIMIT 1").fetchone()
