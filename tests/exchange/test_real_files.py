"""Files that nobody here wrote: read rightly, or refused or asked about, never wrongly."""

from pathlib import Path

import pytest

from creditmate.domain.importing import Ask, DateOrder, Field, ImportOptions, Reason
from creditmate.domain.money import Money
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.exchange.table_file import read_table_file

DATA = Path(__file__).parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"no sample data at {DATA}")
DOLLARS = ImportOptions(currency="USD")


def test_history_asks_for_the_currency_only() -> None:
    table = read_invoice_table(read_table_file(DATA / "ar-history.csv"), ImportOptions())
    assert [question.ask for question in table.questions] == [Ask.CURRENCY]
    assert table.problems == ()
    assert not table.ready


def test_history() -> None:
    table = read_invoice_table(read_table_file(DATA / "ar-history.csv"), DOLLARS)
    assert table.ready
    assert table.date_order is DateOrder.MDY
    assert table.date_evidence is not None
    assert len(table.records) == 2466
    assert len({record.customer_code for record in table.records}) == 100
    assert table.totals[0].amount == table.totals[0].settled == Money(14770318, "USD")
    assert sum(record.disputed for record in table.records) == 561
    assert all(len(record.number) == 10 for record in table.records)
    assert table.records[0].number == "0000611365"
    assert {(r.due_day - r.day).days for r in table.records if r.due_day} == {30}
    assert all(record.settled_day for record in table.records)
    assert table.ignored[0] == "countryCode"


def test_history_is_not_read_the_other_way_round() -> None:
    data = read_table_file(DATA / "ar-history.csv")
    table = read_invoice_table(data, ImportOptions(currency="USD", date_order=DateOrder.DMY))
    assert {problem.reason for problem in table.problems} == {Reason.DATE_ORDER_CONTRADICTED}


def test_invoice_ninja_has_titles_above_and_a_row_twice() -> None:
    table = read_invoice_table(read_table_file(DATA / "exports/invoiceninja-invoice.csv"), DOLLARS)
    assert table.ready
    assert table.header_row == 4
    assert len(table.records) == 400
    assert table.mapping["Paid"] is Field.PAID
    folded = [remark.row for remark in table.remarks if remark.reason is Reason.FOLDED]
    assert folded == [7]
    first = table.records[0]
    assert (first.amount, first.paid) == (Money(1350, "USD"), Money(501, "USD"))


def test_frappe_books_has_two_rows_of_headers() -> None:
    table = read_invoice_table(
        read_table_file(DATA / "exports/frappebooks-sales_invoices.csv"), ImportOptions()
    )
    assert (Reason.SECOND_HEADER, 2) in [(p.reason, p.row) for p in table.problems]
    assert not table.ready


@pytest.mark.parametrize(
    "name", ["invoiceninja-clients.csv", "invoiceninja-payments.csv", "frappebooks-parties.csv"]
)
def test_other_lists_are_not_taken_for_invoices(name: str) -> None:
    data = read_table_file(DATA / "exports" / name)
    table = read_invoice_table(data, ImportOptions(currency="USD", due_days=30))
    assert table.problems
    assert not table.ready


def test_no_bank_file_is_taken_for_invoices() -> None:
    files = [path for path in sorted((DATA / "bank").rglob("*")) if path.is_file()]
    assert files
    for path in files:
        table = read_invoice_table(read_table_file(path), ImportOptions(currency="EUR", due_days=0))
        assert not table.ready, path.name
