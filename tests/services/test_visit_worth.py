"""What visits cost against what came in, read from a ledger: receipts less what bounced."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from creditmate.db.models import Customer, VisitEvent
from creditmate.db.proof import prove_all
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.visit_cost import visit_cost
from creditmate.domain.visit_report import Findings
from creditmate.domain.visits import VisitEventKind
from creditmate.services.settings import BusinessSettings
from creditmate.services.visit_costs import visit_rates
from creditmate.services.visit_report_notes import NotMet
from creditmate.services.visit_reports import VisitReports
from creditmate.services.visit_worth import VisitWorths, WorthRow
from creditmate.services.visits import Visits
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


# ---------------------------------------------------------------- in vain
def vain(till: Till, number: str, kind: VisitEventKind, **more: Any) -> int:  # noqa: ANN401 - fields
    return VisitReports(till.office.gateway, till.office.clock).not_met(
        number, NotMet(kind, **more)
    ).id  # fmt: skip


def test_nobody_there_costs_the_way_for_nothing(visited: Till) -> None:
    visited.office.on(VISITED)
    with visited.office.gateway.write("test") as writing:
        a_visit(writing, visited.ids["BIRCH"], "V-2606-002", VISITED)
    talk = vain(visited, "V-2606-002", VisitEventKind.NOBODY)
    # there and back, 85 minutes each at 32.00 and 96 miles at 0.45
    assert visit_cost(0, 85, 960, visit_rates()).total == pounds(13_387)
    worths = VisitWorths().all(visited.today)
    (row,) = [one for one in worths.rows if one.code == "BIRCH"]
    assert (row.worth.visit.cost, row.worth.visit.held) == (pounds(13_387), False)
    assert worths.together.costs == (pounds(16_587 + 13_387),)
    assert (worths.together.in_vain, worths.together.without_cost) == (1, 0)
    page = VisitReports(visited.office.gateway, visited.office.clock).show("V-2606-002", VISITED)
    assert (page.told, page.findings) == ((), Findings())  # it is no report
    assert prove_all() == []
    VisitReports(visited.office.gateway, visited.office.clock).undo(talk)
    assert VisitWorths().all(visited.today).together.costs == (pounds(16_587),)


def test_what_went_in_vain_before_is_part_of_what_a_visit_cost(visited: Till) -> None:
    office = visited.office.on(VISITED)
    with office.gateway.write("test") as writing:
        visit = a_visit(writing, visited.ids["BIRCH"], "V-2606-002", VISITED)
    vain(visited, "V-2606-002", VisitEventKind.DEPUTY, with_name="Jean")
    Visits(office.gateway, office.clock).move("V-2606-002", on(7), time(10), "she asks him")
    office.on(on(7))
    vain(visited, "V-2606-002", VisitEventKind.NOBODY)
    Visits(office.gateway, office.clock).move("V-2606-002", on(9), time(10), "nobody")
    office.on(on(9))
    with office.gateway.write("test") as writing:
        held(writing, visit, on(9), 16_587)
    row = VisitWorths().all(on(9)).of(visit)
    assert row is not None
    assert (row.worth.visit.day, row.worth.visit.in_vain) == (on(9), 2)
    assert row.worth.visit.cost == pounds(2 * 13_387 + 16_587)
    then = VisitWorths().all(on(8)).of(visit)  # as it was known then
    assert then is not None
    assert (then.worth.visit.held, then.worth.visit.cost) == (False, pounds(2 * 13_387))


def test_who_says_no_before_the_day_costs_nothing(visited: Till) -> None:
    office = visited.office.on(VISITED)
    with office.gateway.write("test") as writing:
        a_visit(writing, visited.ids["BIRCH"], "V-2606-002", on(3))
        a_visit(writing, visited.ids["CEDAR"], "V-2606-003", VISITED)
    vain(visited, "V-2606-002", VisitEventKind.REFUSED)
    assert [one.code for one in VisitWorths().all(visited.today).rows] == ["ACME"]
    vain(visited, "V-2606-003", VisitEventKind.REFUSED)  # at the gate
    assert [one.code for one in VisitWorths().all(visited.today).rows] == ["CEDAR", "ACME"]


def test_who_says_no_after_a_deputy_was_met_costs_no_second_way(visited: Till) -> None:
    visited.office.on(VISITED)
    with visited.office.gateway.write("test") as writing:
        visit = a_visit(writing, visited.ids["BIRCH"], "V-2606-002", VISITED)
    vain(visited, "V-2606-002", VisitEventKind.DEPUTY)
    visited.office.on(on(1))
    vain(visited, "V-2606-002", VisitEventKind.REFUSED)  # by telephone: no day was agreed
    row = VisitWorths().all(on(1)).of(visit)
    assert row is not None
    assert (row.worth.visit.in_vain, row.worth.visit.cost) == (1, pounds(13_387))


def test_another_rate_later_does_not_change_what_went_in_vain(visited: Till) -> None:
    visited.office.on(VISITED)
    with visited.office.gateway.write("test") as writing:
        a_visit(writing, visited.ids["BIRCH"], "V-2606-002", VISITED)
    vain(visited, "V-2606-002", VisitEventKind.NOBODY)
    before = VisitWorths().all(visited.today).together.costs
    settings = BusinessSettings(visited.office.gateway)
    kept = settings.read()
    settings.save(replace(kept.settings, visit_hour_minor=90_00), kept.version)
    assert VisitWorths().all(visited.today).together.costs == before
