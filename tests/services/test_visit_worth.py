"""What visits cost against what came in, read from a ledger: receipts less what bounced."""

from datetime import date, timedelta

import pytest

from creditmate.db.models import Customer, VisitEvent
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.services.visit_worth import VisitWorths, WorthRow
from tests.services.money import Till, pounds
from tests.services.visit_rows import a_visit, held

VISITED = date(2026, 6, 1)
LATER = VISITED + timedelta(days=100)


@pytest.fixture
def visited(till: Till) -> Till:
    """ACME owes 1,000.00 and was visited on 1 June at a cost of 165.87."""
    till.office.on(LATER)
    till.invoice("A1", 100_000, date(2026, 3, 1))
    with till.office.gateway.write("test") as writing:
        visit = a_visit(writing, till.ids["ACME"], "V-2606-001", VISITED)
        held(writing, visit, VISITED, 16_587)
    return till


def on(days: int) -> date:
    return VISITED + timedelta(days=days)


def came(row: WorthRow) -> list[int]:
    return [sum(amount.minor for amount in window.amounts) for window in row.worth.came]


def only(till: Till, as_at: date | None = None) -> WorthRow:
    (row,) = VisitWorths().all(as_at or till.today).rows
    return row


def test_money_counts_from_the_visits_day_on(visited: Till) -> None:
    for days, minor in ((-1, 1), (0, 20), (30, 300), (31, 4_000), (90, 50_000), (91, 7)):
        visited.pay(minor, on=on(days))
    row = only(visited)
    assert (row.code, row.number) == ("ACME", "V-2606-001")
    assert came(row) == [320, 4_320, 54_320]
    assert row.worth.visit.cost == Money(16_587, "GBP")
    assert came(only(visited, on(30))) == [320, 320, 320]
    assert VisitWorths().all(on(-1)).rows == ()


def test_money_that_bounced_did_not_come(visited: Till) -> None:
    before = visited.pay(500, on=on(-5))
    cheque = visited.pay(20_000, on=on(3))
    visited.pay(1_000, on=on(4))
    visited.payments.bounce(before, on(5))
    visited.payments.bounce(cheque, on(40))
    assert came(only(visited)) == [1_000, 1_000, 1_000]
    assert came(only(visited, on(39))) == [21_000, 21_000, 21_000]


def test_tax_withheld_never_was_money(visited: Till) -> None:
    entry = visited.invoice("A2", 10_000, date(2026, 5, 20))
    visited.pay(9_800, (entry, 9_800), on=on(2), extras=[(EntryKind.TAX_WITHHELD, entry, 200)])
    assert came(only(visited)) == [9_800, 9_800, 9_800]


def test_each_receipt_counts_for_the_latest_visit_before_it(visited: Till) -> None:
    with visited.office.gateway.write("test") as writing:
        again = a_visit(writing, visited.ids["ACME"], "V-2606-002", on(20))
        held(writing, again, on(20))
        a_visit(writing, visited.ids["BIRCH"], "V-2606-003", on(21))
    visited.pay(100, on=on(19))
    visited.pay(20, on=on(25))
    visited.pay(3, on=on(25), code="BIRCH")
    worths = VisitWorths().all(visited.today)
    assert [(row.number, came(row)[2]) for row in worths.rows] == [
        ("V-2606-002", 20), ("V-2606-001", 100),
    ]  # fmt: skip
    assert worths.together.costs == (pounds(16_587),)
    assert (worths.together.visits, worths.together.without_cost) == (2, 1)
    assert worths.together.came[2].amounts == (pounds(120),)


def test_a_head_office_is_visited_for_its_branches(visited: Till) -> None:
    with visited.office.gateway.write("test") as writing:
        branch = visited.ids["CEDAR"]
        writing.edit(Customer, branch, 1, head_office_id=visited.ids["ACME"])
    visited.pay(300, on=on(2), code="CEDAR")
    assert came(only(visited)) == [300, 300, 300]
    assert VisitWorths().all(visited.today, "ACME").rows != ()
    assert VisitWorths().all(visited.today, "CEDAR").rows == ()


def test_a_visit_that_was_taken_back_was_not_made(visited: Till) -> None:
    with visited.office.gateway.write("undo") as writing:
        writing.void(VisitEvent, [1])
    assert VisitWorths().all(visited.today).rows == ()
    with pytest.raises(UserError) as caught:
        VisitWorths().all(visited.today, "NOBODY")
    assert caught.value.problem is Problem.UNKNOWN_CUSTOMER
