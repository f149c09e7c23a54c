"""A file read without the rows that have problems, where the rest is sound without them."""

import pytest

from creditmate.domain.importing import ImportOptions, InvoiceTable, Reason
from creditmate.exchange.invoice_table import read_invoice_table

HEAD = "Customer code,Invoice number,Invoice date,Due date,Amount"
GOOD = "A,1,31/10/2026,30/11/2026,100.00"
NO_DAY = "A,2,31/11/2026,30/12/2026,50.00"
NO_CUSTOMER = ",3,01/10/2026,30/11/2026,25.00"


def read(*rows: str, head: str = HEAD, leave_out: bool = True) -> InvoiceTable:
    data = "\n".join((head, *rows)).encode()
    return read_invoice_table(data, ImportOptions(currency="GBP", leave_out_faulty=leave_out))


def left_out(table: InvoiceTable) -> list[tuple[int | None, str | None, Reason]]:
    return [(left.row, left.column, left.reason) for left in table.left_out]


def test_rows_with_problems_are_left_out_and_told() -> None:
    table = read(GOOD, NO_DAY, NO_CUSTOMER)
    assert table.ready
    assert [record.number for record in table.records] == ["1"]
    assert left_out(table) == [
        (3, "Invoice date", Reason.DATE_IMPOSSIBLE),
        (4, "Customer code", Reason.MISSING),
    ]
    assert table.rows == 1


def test_without_the_wish_nothing_is_left_out() -> None:
    table = read(GOOD, NO_DAY, leave_out=False)
    assert (table.ready, table.can_leave_out, table.left_out) == (False, True, ())
    assert table.rows == 2


def test_a_sound_file_loses_nothing() -> None:
    assert (read(GOOD).ready, read(GOOD).can_leave_out, read(GOOD).left_out) == (True, False, ())


def test_what_only_a_left_out_row_decided_is_asked() -> None:
    table = read("A,1,01/10/2026,02/11/2026,100.00", "A,2,31/11/2026,,50.00")
    assert not table.ready
    assert [question.ask.value for question in table.questions] == ["date-order"]


def test_of_two_rows_with_one_number_the_second_is_left_out() -> None:
    table = read(GOOD, GOOD.replace("100.00", "90.00"))
    assert [record.amount.minor for record in table.records] == [10_000]
    assert left_out(table) == [(3, "Invoice number", Reason.DUPLICATE_NUMBER)]


def test_where_nothing_is_left_that_is_a_problem() -> None:
    table = read(NO_DAY)
    assert [problem.reason for problem in table.problems] == [Reason.NO_ROWS]
    assert not table.can_leave_out


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (HEAD.replace("Amount", "Line total"), NO_DAY),
        (HEAD, 'A,2,"31/10/2026,30/11/2026,50.00'),
        (HEAD.replace("Due date", "Amount"), NO_DAY),
    ],
    ids=["lines of invoices", "a quotation mark", "the header"],
)
def test_rows_without_which_the_rest_is_not_sound_stay(head: str, row: str) -> None:
    table = read(GOOD if head == HEAD else NO_DAY, row, head=head)
    assert not table.can_leave_out
    assert not table.ready
    assert table.left_out == ()
