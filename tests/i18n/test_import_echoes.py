"""What is said under the fields of a file that is brought in."""

import pytest

from creditmate.domain.import_summary import summarise
from creditmate.domain.importing import Evidence, Field, ImportOptions
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.i18n.import_echoes import ImportEchoes

HEAD = (
    "Customer code,Customer name,Invoice number,Type,Invoice date,Due date,Amount,Currency,"
    "Date paid,Amount paid,Balance,Disputed,PO number,Status"
)
ROWS = (
    "0379,Ash,1,Invoice,2026-10-31,2026-11-30,1204.50,GBP,2026-11-02,1000.00,204.50,no,PO 1,open",
    "bow,Bow,2,Invoice,2026-10-01,2026-11-30,100.00,EUR,,0.00,100.00,yes,,open",
    "bow,Bow,3,Credit note,2026-10-01,,-5.00,EUR,,0.00,-5.00,no,,open",
)


def echoes(*rows: str, head: str = HEAD, locale: str = "en_GB") -> ImportEchoes:
    table = read_invoice_table("\n".join((head, *rows)).encode(), ImportOptions())
    return ImportEchoes(table, summarise(table.records), "en_GB", locale)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (Field.CUSTOMER_CODE, "2 codes, zeros kept"),
        (Field.CUSTOMER_NAME, "2 names"),
        (Field.NUMBER, "3 different"),
        (Field.KIND, "1 credit note"),
        (Field.DAY, "1\xa0Oct\xa02026 to 31\xa0Oct\xa02026"),
        (Field.DUE_DAY, "\u206830\xa0Nov\xa02026\u2069"),
        (Field.AMOUNT, "£1,204.50 in row 2"),
        (Field.CURRENCY, "EUR 2, GBP 1"),
        (Field.SETTLED_DAY, "\u20682\xa0Nov\xa02026\u2069"),
        (Field.PAID, "sum €0.00, £1,000.00"),
        (Field.OPEN, "sum €95.00, £204.50"),
        (Field.DISPUTED, "1 under query"),
        (Field.ORDER_NUMBER, "1 filled in"),
        (Field.STATUS, ""),
    ],
)
def test_every_column_is_told(field: Field, said: str) -> None:
    assert echoes(*ROWS).of(field) == said


def test_one_row_is_told_in_the_singular() -> None:
    told = echoes(ROWS[1])
    assert told.of(Field.CUSTOMER_CODE) == "1 code"
    assert told.of(Field.CUSTOMER_NAME) == "1 name"
    assert told.of(Field.NUMBER) == "1 number"
    assert told.currencies() == "EUR in all rows"


def test_figures_are_the_locales() -> None:
    assert echoes(ROWS[0], locale="de_DE").of(Field.AMOUNT) == "1.204,50\xa0£ in row 2"


def test_nothing_is_said_where_nothing_was_found() -> None:
    told = echoes("A,A,,,,,,GBP,,,,,,")
    fields = (Field.CUSTOMER_CODE, Field.CUSTOMER_NAME, Field.NUMBER, Field.DAY, Field.AMOUNT)
    assert [told.of(field) for field in (*fields, Field.PAID)] == [""] * 6
    assert told.currencies() == ""


def test_amounts_wait_for_the_currency_and_days_for_the_due_days() -> None:
    told = echoes("A,1,2026-10-31,5.00", head="Customer,Invoice number,Date,Amount")
    assert told.of(Field.AMOUNT) == told.of(Field.DUE_DAY) == ""


def test_what_decides_is_told() -> None:
    told = echoes(*ROWS)
    assert told.evidence(Evidence(1234, "Date", "31/10/2026")) == (
        "31/10/2026 in row 1,234 decides it"
    )
    assert told.evidence(None) == ""


def test_due_days_are_told_by_what_they_give() -> None:
    head = "Customer,Invoice number,Date,Amount,Currency"
    data = f"{head}\nA,1,2026-10-31,5.00,GBP".encode()
    table = read_invoice_table(data, ImportOptions(due_days=30))
    told = ImportEchoes(table, summarise(table.records), "en_GB", "en_GB")
    assert told.due_after(30) == "\u206830\xa0Nov\xa02026\u2069"
    assert told.due_after(0) == "on the day of the invoice"
    assert echoes(*ROWS).due_after(30) == "where the row names none"
