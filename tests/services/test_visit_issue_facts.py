"""How the issues of a visit stand: what is open of their items and since when, per currency."""

from dataclasses import replace
from datetime import date, timedelta

from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.money import Money
from creditmate.domain.visits import IssueKind, VisitFile
from creditmate.services.disputes import Disputes
from creditmate.services.visit_issue_facts import IssueStands, issues_of
from creditmate.services.visit_lists import visit_file
from creditmate.ui.visits.page_words import issue_stands_words
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.visit_rows import a_visit, an_issue

MONDAY = date(2026, 11, 23)
NUMBER = "V-2611-001"


def visit_about(office: Office, *ages: int) -> VisitFile:
    """A visit about an invoice of each age in days, and about something of no account."""
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        entries = [
            an_invoice(writing, customer, f"A{age}", MONDAY - timedelta(days=age), 90_000)
            for age in ages
        ]
        visit = a_visit(writing, customer, NUMBER, MONDAY + timedelta(days=9))
        an_issue(writing, visit, 1, "Overdue invoices", *entries)
        an_issue(writing, visit, 2, "Late September delivery")
    return visit_file(NUMBER)


def test_an_issue_says_what_is_open_and_how_late_the_oldest_is(office: Office) -> None:
    account, delivery = issues_of(visit_about(office, 94, 64), MONDAY).values()
    assert account.open == (Money(180_000, "GBP"),)
    after = issues_of(visit_file(NUMBER), MONDAY + timedelta(days=1))
    assert next(iter(after.values())).days_late == account.days_late + 1
    assert account.days_late > 0
    assert delivery == IssueStands()


def test_what_is_not_due_yet_is_not_late(office: Office) -> None:
    account, _delivery = issues_of(visit_about(office, 0), MONDAY).values()
    assert account == IssueStands((Money(90_000, "GBP"),))


def test_the_account_without_items_is_all_that_is_overdue(office: Office) -> None:
    file = visit_about(office, 94, 64, 0)
    first, *others = file.visit.issues
    bare = replace(first, kind=IssueKind.ACCOUNT, entries=())
    file = replace(file, visit=replace(file.visit, issues=(bare, *others)))
    found = issues_of(file, MONDAY)[bare.id]
    assert found.open == (Money(180_000, "GBP"),)
    assert found.days_late > 0


def test_of_a_query_only_what_is_in_question_is_said(office: Office) -> None:
    office.on(MONDAY)
    file = visit_about(office, 94)
    first, *others = file.visit.issues
    asked = (Questioned(first.entries[0], Money(8_640, "GBP")),)
    new = NewDispute(asked, DisputeReason.QUANTITY)
    query = Disputes(office.gateway, office.clock).raise_one("ACME", new).id
    about = replace(first, kind=IssueKind.DISPUTE, dispute=query)
    file = replace(file, visit=replace(file.visit, issues=(about, *others)))
    found = issues_of(file, MONDAY)[about.id]
    assert found == IssueStands((Money(8_640, "GBP"),), raised=MONDAY, is_query=True)
    said = issue_stands_words(found, "en_GB", "en_GB", MONDAY)
    assert said.startswith("£86.40 under query, raised ")
