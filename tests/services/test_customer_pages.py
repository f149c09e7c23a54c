"""What a customer's page shows besides the story."""

from datetime import date, timedelta

import pytest

from creditmate.db.disputes import add_disputes
from creditmate.domain.customer_list import Flag, NextStep, Step
from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.calls import CallNote
from creditmate.services.customer_pages import CustomerPages
from creditmate.services.statement_run import StatementRun
from creditmate.services.statements import Statements
from tests.builders import a_customer, a_receipt, allocate, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
DAY = timedelta(days=1)


def books(office: Office) -> tuple[int, list[int]]:
    """One customer with three invoices: settled, half paid, open."""
    with office.gateway.write("test") as writing:
        customer = a_customer(writing)
        made = [
            an_invoice(writing, customer, f"N-{n}", MONDAY - (60 - n) * DAY, 10_000)
            for n in range(3)
        ]
        money = a_receipt(writing, customer, MONDAY - 9 * DAY, 15_000)
        allocate(writing, money, made[0], 10_000)
        allocate(writing, money, made[1], 5_000)
    return customer, [*made, money]


def test_the_page_is_the_brief_with_flag_next_step_and_portions(office: Office) -> None:
    _, (_paid, half, left, _money) = books(office)
    page = CustomerPages().page("ACME", MONDAY)
    assert page.brief == office.brief("ACME")
    assert (page.flag, page.papers) == (None, ())
    assert page.next_step is not None
    assert page.next_step.step is Step.ACT
    assert set(page.portions) == {half, left}
    note = CallNote("Ann", Outcome.WILL_PAY, "", FRIDAY, promised=Money(5_000, "GBP"),
                    promised_by=FRIDAY)  # fmt: skip
    office.call("ACME", note)
    page = CustomerPages().page("ACME", MONDAY)
    assert page.portions[half].promised_by == FRIDAY


def test_the_flag_is_that_of_the_list(office: Office) -> None:
    customer, (_, half, *_rest) = books(office)
    with office.gateway.write("test") as writing:
        row = (customer, MONDAY, 0, "price", "", None, "", None)
        add_disputes(writing, [row], [(0, half, None)])
    assert CustomerPages().page("ACME", MONDAY).flag is Flag.DISPUTE


def test_the_account_has_everything_newest_first_with_what_was_open(office: Office) -> None:
    customer, (paid, half, left, money) = books(office)
    pages = CustomerPages()
    listing = pages.account(customer, MONDAY)
    assert list(listing.ids) == [money, left, half, paid]
    assert [row.open.minor for row in listing.head] == [0, 10_000, 5_000, 0]
    before = MONDAY - 10 * DAY
    listing = pages.account(customer, before)
    assert list(listing.ids) == [left, half, paid]
    assert [row.open.minor for row in listing.head] == [10_000] * 3
    assert [row.id for row in pages.items([paid, 99, left], MONDAY)] == [paid, left]


def test_a_paper_is_shown_as_it_was_issued(office: Office) -> None:
    books(office)
    run = StatementRun(Statements(office.gateway), lambda work: work())
    (issued,) = run.run(MONDAY, ["ACME"], lambda _issued: None).issued
    assert CustomerPages().page("ACME", MONDAY - DAY).papers == ()
    (paper,) = CustomerPages().page("ACME", MONDAY).papers
    assert (paper.number, paper.total) == (issued.number, issued.balance)
    assert CustomerPages().paper(paper.id) == issued.pdf


def test_nobody_has_no_page(office: Office) -> None:
    with pytest.raises(UserError):
        CustomerPages().page("NOBODY", MONDAY)


def test_after_a_talk_the_next_step_is_the_one_that_was_set(office: Office) -> None:
    """They pay a part; nobody rings about the rest today, whatever would be said of it."""
    books(office)
    note = CallNote("Ann", Outcome.PART_PAYMENT, "", FRIDAY + 3 * DAY, promised=Money(5_000, "GBP"),
                    promised_by=FRIDAY)  # fmt: skip
    office.call("ACME", note)
    page = CustomerPages().page("ACME", MONDAY)
    assert page.brief.line is not None
    assert page.brief.left_out is not None
    assert page.next_step == NextStep(Step.CHECK, FRIDAY + 3 * DAY)
