"""Balance forward and activity: what moved the account since the last statement, to the penny."""

from datetime import date, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.customer_records import edit_customer
from creditmate.db.disputes import add_disputes
from creditmate.domain.customer_form import StatementKind
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.receipts import Method, NewPayment, Share
from creditmate.domain.statement import Statement
from creditmate.domain.statement_period import StatementPeriod
from creditmate.services.payments import Payments
from creditmate.services.statement_lists import StatementLists
from creditmate.services.statement_run import StatementRun
from creditmate.services.statements import Statements
from tests.builders import a_credit_note, a_customer, a_receipt, allocate, an_invoice
from tests.services.conftest import Office
from tests.services.test_statements import run, text_of

AS_AT = date(2026, 11, 23)
BALANCE = StatementKind.BALANCE_FORWARD.value


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


def an_account(office: Office) -> int:
    """``ALFA``, balance forward: two invoices, one of them paid, and a credit note."""
    with office.gateway.write("books") as writing:
        alfa = a_customer(writing, "ALFA")
        edit_customer(writing, alfa, statement_kind=BALANCE)
        paid = an_invoice(writing, alfa, "A-1", date(2026, 10, 5), 10_000)
        an_invoice(writing, alfa, "A-2", date(2026, 11, 4), 2_500)
        allocate(writing, a_receipt(writing, alfa, date(2026, 11, 10), 10_000), paid, 10_000)
        a_credit_note(writing, alfa, "C-1", date(2026, 11, 20), 300)
    return alfa


@pytest.fixture
def alfa(office: Office) -> int:
    return an_account(office)


def statement(office: Office, as_at: date = AS_AT, code: str = "ALFA") -> Statement:
    (draft,), _ = Statements(office.gateway).drafts(as_at, [code])
    return draft.paper.statement


def period(office: Office, as_at: date = AS_AT, code: str = "ALFA") -> StatementPeriod:
    found = statement(office, as_at, code).period
    assert found is not None
    assert found.closing == statement(office, as_at, code).balance
    return found


def test_the_first_one_begins_with_the_month(office: Office, alfa: int) -> None:
    assert alfa
    found = period(office)
    assert (found.first, found.last) == (date(2026, 11, 1), AS_AT)
    assert (found.opening, found.closing) == (pounds(10_000), pounds(2_200))
    assert [(row.kind, row.number, row.amount) for row in found.rows] == [
        (EntryKind.INVOICE, "A-2", pounds(2_500)),
        (EntryKind.RECEIPT, "", pounds(-10_000)),
        (EntryKind.CREDIT_NOTE, "C-1", pounds(-300)),
    ]
    assert (found.charges, found.payments) == (pounds(2_500), pounds(10_300))
    assert not found.changed


def test_of_a_younger_account_it_begins_with_it(office: Office, alfa: int) -> None:
    assert alfa
    with office.gateway.write("books") as writing:
        young = a_customer(writing, "YOUNG")
        edit_customer(writing, young, statement_kind=BALANCE)
        an_invoice(writing, young, "Y-1", date(2026, 11, 9), 700)
    found = period(office, code="YOUNG")
    assert (found.first, found.opening) == (date(2026, 11, 9), pounds(0))


def test_the_next_one_goes_on_where_the_last_ended(office: Office, alfa: int) -> None:
    (first,) = run(office, as_at=date(2026, 11, 12)).issued
    found = period(office)
    assert found.first == date(2026, 11, 13)
    assert found.opening == first.balance == pounds(2_500)
    assert [row.number for row in found.rows] == ["C-1"]
    run(office)
    assert period(office).first == date(2026, 11, 13)  # the very same one again
    assert period(office, date(2026, 11, 12)).first == date(2026, 11, 1)
    with office.gateway.write("late") as writing:
        an_invoice(writing, alfa, "A-0", date(2026, 11, 11), 800)
    later = period(office, AS_AT + timedelta(days=1))
    assert (later.opening, later.changed, later.closing) == (
        pounds(2_200), pounds(800), pounds(3_000)
    )  # fmt: skip
    assert later.since == "S-2026-002"
    (issued,) = run(office, as_at=AS_AT + timedelta(days=1)).issued
    assert "Changes to earlier days since statement S-2026-002" in text_of(issued)


def test_it_says_what_it_opens_with_and_writes_the_sum_out(office: Office, alfa: int) -> None:
    assert alfa
    (issued,) = run(office).issued
    text = text_of(issued)
    for words in (
        "balance forward, in pounds (GBP)",
        "1 Nov to 23 Nov",
        "Opening balance",
        "Invoice A-2",
        "Credit note C-1",
        "Closing balance",
        "£22.00",
        "Opening 100.00 + charges 25.00 − payments and credits 103.00 = closing 22.00",
        "Nothing is due today.",
        "Remittance slip",
    ):
        assert words in text, words
    assert "open items" not in text


def test_one_issued_is_the_same_again_until_anything_moves(office: Office, alfa: int) -> None:
    (first,) = run(office).issued
    (again,) = run(office).issued
    assert (again.number, again.pdf, again.fresh) == (first.number, first.pdf, False)
    with office.gateway.write("both ways") as writing:
        # nothing is open otherwise than before, but the account has moved
        debit = an_invoice(writing, alfa, "A-3", AS_AT, 55)
        allocate(writing, a_receipt(writing, alfa, AS_AT, 55), debit, 55)
    (moved,) = run(office).issued
    assert (moved.number, moved.fresh) == ("S-2026-002", True)
    assert moved.balance == first.balance


def test_what_is_not_on_the_paper_does_not_replace_it(office: Office, alfa: int) -> None:
    """A dispute changes what is to be paid now; a statement of activity says nothing of that."""
    with office.gateway.write("kinds") as writing:
        quiet = a_customer(writing, "QUIET")
        edit_customer(writing, quiet, statement_kind=StatementKind.ACTIVITY.value)
        item = an_invoice(writing, quiet, "Q-1", date(2026, 10, 5), 900)
        owed = an_invoice(writing, alfa, "A-9", date(2026, 10, 5), 900)
    run(office)
    with office.gateway.write("disputes") as writing:
        for customer, entry in ((quiet, item), (alfa, owed)):
            dispute = (customer, AS_AT, 0, "price", "", None, "", None)
            add_disputes(writing, [dispute], [(0, entry, 400)])
    again = {row.code: row.fresh for row in run(office, "ALFA", "QUIET").issued}
    assert again == {"ALFA": True, "QUIET": False}


def test_the_kind_decides_what_the_same_account_says(office: Office, alfa: int) -> None:
    run(office)
    with office.gateway.write("kind") as writing:
        edit_customer(writing, alfa, statement_kind=StatementKind.OPEN_ITEM.value)
    (issued,) = run(office).issued
    assert issued.fresh
    assert "open items, in pounds (GBP)" in text_of(issued)
    assert statement(office).period is None


def test_without_movements_it_is_one_page_that_says_so(office: Office, alfa: int) -> None:
    run(office)
    (issued,) = run(office, as_at=AS_AT + timedelta(days=3)).issued
    text = text_of(issued)
    assert alfa
    assert issued.pages == 1
    assert "No movements in this period." in text
    assert "= closing 22.00" in text


def test_activity_never_says_due_and_asks_for_nothing(office: Office, alfa: int) -> None:
    with office.gateway.write("kind") as writing:
        edit_customer(writing, alfa, statement_kind=StatementKind.ACTIVITY.value)
        an_invoice(writing, alfa, "A-9", date(2026, 1, 4), 99)
    (issued,) = run(office).issued
    text = text_of(issued)
    assert "Billed £25.00, received or credited £103.00." in text
    for word in ("due", "pay now", "Closing", "Opening", "Remittance", "Balance", "Not due"):
        assert word.casefold() not in text.casefold(), word


def test_money_that_went_back_was_not_billed(office: Office, alfa: int) -> None:
    with office.gateway.write("kind") as writing:
        edit_customer(writing, alfa, statement_kind=StatementKind.ACTIVITY.value)
    payments = Payments(office.gateway, office.clock)
    payments.record(NewPayment(AS_AT, Method.CHEQUE, (Share("ALFA", pounds(500)),)))
    (receipt,) = execute("SELECT max(id) FROM receipt").fetchone()
    payments.bounce(receipt, AS_AT)
    (issued,) = run(office).issued
    text = text_of(issued)
    for words in (
        "Receipt, cheque",
        "Returned payment",
        "Charges £30.00, payments and credits £108",
    ):
        assert words in text, words
    assert "Billed" not in text


def test_what_was_billed_and_paid_is_stated_to_whom_is_named(office: Office, alfa: int) -> None:
    with office.gateway.write("all settled") as writing:
        credit = a_receipt(writing, alfa, AS_AT, 2_200)
        allocate(writing, credit, 2, 2_200)
        (note,) = execute("SELECT id FROM entry WHERE kind = 'credit_note'").fetchone()
        allocate(writing, note, 2, 300)
    assert run(office).issued == ()
    (issued,) = run(office, "ALFA").issued
    assert issued.balance == pounds(0)
    assert "Remittance slip" not in text_of(issued)
    result = run(office, "ALFA", as_at=AS_AT + timedelta(days=1))
    assert [row.why for row in result.skipped] == ["nothing_open"]


def test_each_currency_has_a_period_of_its_own(office: Office, alfa: int) -> None:
    run(office, as_at=date(2026, 11, 12))
    with office.gateway.write("euro") as writing:
        an_invoice(writing, alfa, "E-1", date(2026, 11, 16), 7_700, currency="EUR")
    drafts, _ = Statements(office.gateway).drafts(AS_AT, ["ALFA"])
    periods = {d.paper.statement.currency: d.paper.statement.period for d in drafts}
    begins = {code: found.first for code, found in periods.items() if found is not None}
    assert begins == {"GBP": date(2026, 11, 13), "EUR": date(2026, 11, 16)}


def test_the_drafts_are_drawn_as_they_are_shown(office: Office, alfa: int) -> None:
    statements = Statements(office.gateway)
    (shown,) = StatementLists(statements).previews(alfa, AS_AT)
    assert shown.paper is not None
    assert shown.paper.statement.kind is StatementKind.BALANCE_FORWARD
    (issued,) = StatementRun(statements, lambda work: work()).run(AS_AT, [], lambda _: None).issued
    (again,) = StatementLists(statements).previews(alfa, AS_AT)
    assert again.pdf == issued.pdf
