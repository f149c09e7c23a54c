"""Statements that list movements where several accounts are one: groups, and what was merged."""

from datetime import date

from creditmate.db.customer_records import edit_customer
from creditmate.domain.customer_form import StatementKind
from creditmate.domain.groups import StatementTo
from creditmate.services.groups import Groups
from creditmate.services.merging import Merging
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.test_statement_periods import an_account, period, pounds
from tests.services.test_statements import run, text_of


def test_a_combined_one_lists_what_moved_the_branches_too(office: Office) -> None:
    an_account(office)
    with office.gateway.write("branch") as writing:
        north = a_customer(writing, "NORTH")
        edit_customer(writing, north, statement_kind=StatementKind.ACTIVITY.value)
        an_invoice(writing, north, "N-1", date(2026, 11, 5), 40_000)
        an_invoice(writing, north, "N-0", date(2026, 10, 5), 6_000)
    groups = Groups(office.gateway)
    groups.join("NORTH", "ALFA")
    assert {row.branch for row in period(office).rows} == {""}
    groups.send_statement_to("NORTH", StatementTo.HEAD_OFFICE)
    found = period(office)
    assert found.opening == pounds(16_000)
    assert [(row.number, row.branch) for row in found.rows] == [
        ("A-2", ""), ("N-1", "North Ltd"), ("", ""), ("C-1", "")
    ]  # fmt: skip
    (issued,) = run(office).issued
    assert "for North Ltd" in text_of(issued)


def test_what_was_stated_to_one_merged_into_it_is_not_what_it_opens_with(office: Office) -> None:
    an_account(office)
    with office.gateway.write("another") as writing:
        zed = a_customer(writing, "ZED")
        an_invoice(writing, zed, "Z-1", date(2026, 11, 5), 4_000)
    run(office, "ALFA", as_at=date(2026, 11, 12))
    run(office, "ZED", as_at=date(2026, 11, 15))
    Merging(office.gateway, office.clock).merge("ZED", "ALFA")
    found = period(office)
    assert (found.first, found.since) == (date(2026, 11, 13), "S-2026-001")
    assert (found.opening, found.changed) == (pounds(2_500), pounds(4_000))
