"""The list of invoices: narrowed, ordered, summed, as at any day; and forms being typed."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from creditmate.db import connection
from creditmate.db import invoice_lists as kept
from creditmate.db.connection import execute
from creditmate.db.disputes import add_disputes
from creditmate.domain.due_rules import Instalment, Instalments
from creditmate.domain.errors import UserError
from creditmate.domain.invoice_list import (
    InvoiceListing,
    InvoiceNarrow,
    InvoiceOrder,
    InvoicesWanted,
)
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.typed_invoice import TypedInvoice
from tests.services.invoice_desk import TODAY, Desk, a_line

LATER = date(2027, 2, 1)
N = InvoiceNarrow


@pytest.fixture
def book(desk: Desk) -> Desk:
    """1 open, 2 part paid, 3 paid, 4 credited, 5 cancelled, 6 written off, 7 in euros, 8 new."""
    for number in range(1, 7):
        desk.clock.today = TODAY + timedelta(days=number)
        desk.issue(a_line(price=str(10 * number), tax="Z"), order_number=f"PO-{number}")
    desk.pay("INV-0002", 500)
    desk.pay("INV-0003", 3000)
    desk.credit("INV-0004")
    desk.cancelling.cancel("INV-0005", "twice")
    desk.pay("INV-0006", 5990)
    desk.write_offs.write_off_number("INV-0006", "pence")
    desk.issue(a_line(price="70", tax="Z"), code="EURO")
    desk.clock.today = LATER
    desk.issue(a_line(price="80", tax="Z"))
    return desk


def listing(desk: Desk, narrow: InvoiceNarrow = N.ALL, **more: object) -> InvoiceListing:
    return desk.lists.listing(InvoicesWanted(narrow, **more), desk.clock.today)  # type: ignore[arg-type]


def numbers(found: InvoiceListing) -> list[str]:
    return [row.number.removeprefix("INV-000") for row in found.head]


@pytest.mark.parametrize(
    ("narrow", "expected"),
    [
        (N.ALL, ["8", "7", "CN-0001", "6", "5", "4", "3", "2", "1"]),
        (N.OPEN, ["8", "7", "2", "1"]),
        (N.NOT_DUE, ["8"]),
        (N.OVERDUE, ["7", "2", "1"]),
        (N.IN_QUESTION, []),
        (N.PART_PAID, ["2"]),
        (N.PAID, ["3"]),
        (N.ENDED, ["6", "5", "4"]),
        (N.CREDITED, ["4"]),
        (N.CANCELLED, ["5"]),
        (N.WRITTEN_OFF, ["6"]),
        (N.CREDIT_NOTES, ["CN-0001"]),
    ],
)
def test_narrowings(book: Desk, narrow: InvoiceNarrow, expected: list[str]) -> None:
    found = listing(book, narrow)
    assert numbers(found) == expected
    assert len(found.ids) == found.totals.count == len(expected)
    assert found.counts.get(narrow, len(expected)) == len(expected)


def test_sums_are_per_currency_and_of_what_is_open(book: Desk) -> None:
    totals = listing(book).totals
    assert totals.open == (Money(10_500, "GBP"), Money(7000, "EUR"))
    assert totals.overdue == (Money(7000, "EUR"), Money(2500, "GBP"))
    chosen = book.lists.totals(listing(book, N.PART_PAID).ids, LATER)
    assert chosen.open == (Money(1500, "GBP"),)


def test_of_instalments_only_those_that_are_late_count_as_overdue(desk: Desk) -> None:
    three = Instalments((Instalment(30), Instalment(60), Instalment(90)))
    desk.issue(a_line(price="900", tax="Z"), terms=PaymentTerms(three))
    for days, late in ((30, 0), (31, 300_00), (61, 600_00), (91, 900_00)):
        desk.clock.today = TODAY + timedelta(days=days)
        found = listing(desk).totals
        assert (found.open, found.overdue) == (
            (Money(900_00, "GBP"),), (Money(late, "GBP"),) if late else (),
        )  # fmt: skip
    desk.pay("INV-0001", 300_00)
    as_it_was = desk.lists.listing(InvoicesWanted(N.OVERDUE), TODAY + timedelta(days=31))
    assert as_it_was.totals.overdue == (Money(300_00, "GBP"),)
    assert listing(desk).totals.overdue == (Money(600_00, "GBP"),)


def test_as_at_an_earlier_day_all_is_as_it_was(book: Desk) -> None:
    book.clock.today = TODAY + timedelta(days=5)
    found = listing(book)
    assert numbers(found) == ["5", "4", "3", "2", "1"]
    assert {row.state.value for row in found.head} == {"issued"}
    assert found.totals.open == (Money(15_000, "GBP"),)
    assert found.counts[N.PAID] == found.counts[N.ENDED] == 0


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        (InvoiceOrder.NUMBER, "CN-0001", "8"),
        (InvoiceOrder.GROSS, "1", "8"),
        (InvoiceOrder.OPEN, "3", "8"),
        (InvoiceOrder.DUE, "3", "8"),
        (InvoiceOrder.CUSTOMER, "1", "7"),
        (InvoiceOrder.ORDER_NUMBER, "7", "6"),
        (InvoiceOrder.DAY, "1", "8"),
    ],
)
def test_orders(book: Desk, order: InvoiceOrder, first: str, last: str) -> None:
    up = numbers(listing(book, order=order, descending=False))
    assert (up[0], up[-1]) == (first, last)
    assert numbers(listing(book, order=order)) == up[::-1]


def test_text_is_found_in_numbers_orders_and_names(book: Desk) -> None:
    assert numbers(listing(book, text="inv-0003")) == ["3"]
    assert numbers(listing(book, text="po-2")) == ["2"]
    assert numbers(listing(book, text="PO-2")) == ["2"]
    assert numbers(listing(book, text="Euro")) == ["7"]
    assert numbers(listing(book, N.PAID, text="acme")) == ["3"]
    assert numbers(listing(book, code="EURO")) == ["7"]
    assert numbers(listing(book, code="ACME", text="0007")) == []
    with pytest.raises(UserError, match="unknown-customer"):
        listing(book, code="NOBODY")


def test_what_is_in_question_is_said(book: Desk) -> None:
    with book.gateway.write("dispute") as writing:
        raised = (1, LATER, 0, "quality", "", None, "", None)
        add_disputes(writing, [raised], [(0, 1, 400)])
    (row,) = listing(book, N.IN_QUESTION).head
    assert (row.number, row.disputed) == ("INV-0001", Money(400, "GBP"))
    assert [one.reason for one in book.detail("INV-0001").disputed] == ["quality"]


def test_a_page_of_the_list_uses_the_index_of_days(desk: Desk) -> None:
    plan = execute(
        "EXPLAIN QUERY PLAN SELECT id FROM document WHERE state = 'issued' AND void_action_id IS"
        " NULL AND day <= '2026-11-23' ORDER BY day DESC, id DESC"
    ).fetchall()
    assert desk.clock.today == TODAY
    assert [row[3] for row in plan] == [
        "SEARCH document USING COVERING INDEX document_day (state=? AND void_action_id=? AND day<?)"
    ]


# ---------------------------------------------------------------- forms
def test_a_form_is_kept_as_typed_until_it_is_issued(desk: Desk) -> None:
    begun = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    typed = TypedInvoice(code="acme", day="fri", note="half a se")
    id_ = desk.drafts.save(typed, begun)
    assert desk.drafts.save(TypedInvoice(code="nobody yet"), begun) != id_
    assert desk.drafts.save(typed, begun, id_) == id_
    first, second = desk.drafts.list()
    assert (first.id, first.name, first.typed, first.begun_at) == (id_, "Acme Ltd", typed, begun)
    assert (second.code, second.name) == ("", "")
    desk.issuing.issue(desk.invoicing.plan(desk.new()), draft=id_)
    with pytest.raises(UserError, match="unknown-draft"):
        desk.drafts.read(id_)
    assert listing(desk).totals.count == 1


def test_a_form_thrown_away_comes_back(desk: Desk) -> None:
    begun = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    id_ = desk.drafts.save(TypedInvoice(code="ACME"), begun)
    kept = desk.drafts.read(id_)
    desk.drafts.discard(id_)
    assert desk.drafts.list() == ()
    desk.drafts.save(kept.typed, kept.begun_at, id_)
    assert desk.drafts.read(id_).typed == kept.typed


def test_credit_notes_are_found_by_an_index_of_what_ended_early(
    book: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    original = connection.database.execute_sql

    def explained(sql: str, parameters: Sequence[object] | None = None) -> object:
        plan = connection.raw().execute("EXPLAIN QUERY PLAN " + sql, parameters or ())
        steps.extend(row[3] for row in plan)
        return original(sql, parameters)

    monkeypatch.setattr(connection.database, "execute_sql", explained)
    assert len(kept.credit_notes(book.clock.today)) == 1
    assert steps == ["SEARCH note USING INDEX entry_ended (kind=? AND day<?)"]
