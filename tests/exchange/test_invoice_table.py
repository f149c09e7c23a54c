"""Whole files: other programs' tables, settlements, credit notes, lines."""

import hashlib
from datetime import date

import pytest

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.importing import (
    CurrencyTotals,
    DateOrder,
    Field,
    ImportOptions,
    InvoiceTable,
    Reason,
)
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.exchange.invoice_table import read_invoice_table
from tests.exchange.malformed_kind import GOOD, GOOD_2, HEAD, table


def read(data: bytes | str, **options: object) -> InvoiceTable:
    """Read a file whose amounts are pounds unless it says otherwise."""
    given_options = ImportOptions(**{"currency": "GBP", **options})  # type: ignore[arg-type]
    return read_invoice_table(data.encode() if isinstance(data, str) else data, given_options)


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


def remarks(found: InvoiceTable) -> list[tuple[Reason, int | None]]:
    return [(remark.reason, remark.row) for remark in found.remarks]


def test_rows_are_counted_without_the_headers_and_without_blank_ones() -> None:
    plain, blanks = table(GOOD, GOOD_2), table(GOOD, "", ",,,,", " , ,, ,", GOOD_2)
    for data in (plain, blanks, b"Our books\n\n" + plain):
        found = read(data)
        assert (found.rows, len(found.records)) == (2, 2)


def test_a_plain_file() -> None:
    data = table(GOOD, "", ",,,,", GOOD_2)
    found = read(data)
    assert found.ready
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert (found.encoding, found.delimiter, found.header_row) == ("utf-8", ",", 1)
    first, second = found.records
    assert (first.row, second.row) == (2, 5)  # blank rows are left out but counted
    assert first.customer_code == first.customer_name == "Acme"
    assert (first.number, first.kind) == ("0001", DocumentKind.INVOICE)
    assert (first.day, first.due_day) == (date(2024, 1, 15), date(2024, 2, 14))
    assert (first.amount, first.settled_day, first.paid) == (pounds(10000), None, None)
    assert first.settled == pounds(0)
    assert found.totals == (CurrencyTotals(2, pounds(30050), pounds(0)),)
    assert found.totals[0].open == pounds(30050)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_ways_of_writing_one_file(encoding: str, end: str, delimiter: str) -> None:
    text = table(GOOD.replace("Acme", "Café Łódź 株式会社"), GOOD_2).decode()
    data = text.replace("\r\n", end).replace(",", delimiter).encode(encoding)
    found = read(data)
    assert found.ready
    assert found.delimiter == delimiter
    assert [record.customer_name for record in found.records] == ["Café Łódź 株式会社", "Bolt"]
    assert [record.row for record in found.records] == [2, 3]


def test_windows_1252_once_the_user_says_so() -> None:
    data = table(GOOD.replace("Acme", "Müller – €")).decode().encode("cp1252")
    asked = read(data)
    assert asked.questions[0].facts["preview"] == ["Müller – €"]
    found = read(data, encoding="cp1252")
    assert found.ready
    assert found.records[0].customer_name == "Müller – €"


def test_utf_8_is_not_spoilt_by_saying_windows_1252() -> None:
    found = read(table(GOOD.replace("Acme", "Müller")), encoding="cp1252")
    assert (found.encoding, found.records[0].customer_name) == ("utf-8", "Müller")


def test_semicolons_with_decimal_commas() -> None:
    found = read(f"{HEAD.replace(',', ';')}\nAcme;1;15.01.2024;14.02.2024;1.234,50\n")
    assert found.ready
    assert (found.delimiter, found.decimal_mark) == (";", ",")
    assert (found.date_order, found.records[0].amount) == (DateOrder.DMY, pounds(123450))


def test_unknown_headers_leave_the_delimiter_to_the_width_of_rows() -> None:
    assert read("A;B;C\n1,5;2;3\n2,5;3;4\n").delimiter == ";"


def test_the_line_that_tells_a_spreadsheet_the_delimiter() -> None:
    found = read(b"sep=;\r\n" + table(GOOD).replace(b",", b";"))
    assert found.ready
    assert (found.header_row, found.records[0].row) == (2, 3)


def test_quoted_cells_keep_delimiters_quotes_and_line_breaks() -> None:
    head = f"{HEAD},Remark"
    found = read(f'{head}\n"Acme, ""the"" best",1,2024-01-15,2024-02-14,"1,234.50","a\nb"\n')
    assert found.ready
    assert found.records[0].customer_name == 'Acme, "the" best'
    assert found.records[0].amount == pounds(123450)


def test_text_is_kept_but_for_the_spaces_around_it() -> None:
    head = "Customer code,Customer name,Invoice number,Invoice date,Due date,Amount,PO"
    found = read(f"{head}\n 007 , Zoë  & Co ,0012,2024-01-15,2024-02-14,1.00, 00-9 \n")
    record = found.records[0]
    assert (record.customer_code, record.customer_name) == ("007", "Zoë  & Co")
    assert (record.number, record.order_number) == ("0012", "00-9")


def test_letters_are_composed() -> None:
    found = read(table(GOOD.replace("Acme", "Zoe\u0308")))
    assert found.records[0].customer_name == "Zo\u00eb"


PROGRAMS = {
    "Xero": (
        "ContactName,EmailAddress,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,TaxTotal,"
        "InvoiceAmountPaid,InvoiceAmountDue,Description,LineAmount,Currency,Type,Status",
        "Acme,a@b.c,INV-1,PO7,15/01/2024,14/02/2024,120.00,20.00,20.00,100.00,a,60,GBP,"
        "Sales invoice,Awaiting Payment",
        "Acme,a@b.c,INV-1,PO7,15/01/2024,14/02/2024,120.00,20.00,20.00,100.00,b,40,GBP,"
        "Sales invoice,Awaiting Payment",
    ),
    "Zoho": (
        "Invoice Date,Invoice ID,Invoice Number,Estimate Number,Invoice Status,Customer Name,"
        "PurchaseOrder,Due Date,Currency Code,Total,Balance",
        "2024-01-15,99,INV-1,,Overdue,Acme,PO7,2024-02-14,GBP,120.00,100.00",
    ),
    "FreshBooks": (
        "Client Name,Invoice #,Date Issued,Due Date,Invoice Status,Amount Paid,PO Number,Item Name,"
        "Rate,Quantity,Line Total,Currency",
        "Acme,INV-1,2024-01-15,2024-02-14,sent,20,PO7,a,60,1,60.00,GBP",
        "Acme,INV-1,2024-01-15,2024-02-14,sent,20,PO7,b,30,2,60.00,GBP",
    ),
    "SAP-like": (
        "business_code,cust_number,name_customer,doc_id,posting_date,due_in_date,"
        "invoice_currency,total_open_amount,paid_amount,po_number,invoice_no,isOpen",
        "U001,Acme,Acme,9,2024-01-15,20240214,GBP,120.00,20.00,PO7,INV-1,1",
    ),
    "MYOB": (
        "Co./Last Name,First Name,Addr 1,Addr 1,Invoice #,Date,Customer PO,Due Date,Total,"
        "Inc-Tax Total,Amount Paid",
        "Acme,,x,y,INV-1,15/1/2024,PO7,14/2/2024,50.00,60.00,20.00",
        ",,,,,,,,,,",
        "Acme,,x,y,INV-1,15/1/2024,PO7,14/2/2024,50.00,60.00,20.00",
    ),
    "QuickBooks": (
        "Transaction type,Date,Num,Customer,P.O. number,Due date,Amount,Open balance",
        "Invoice,15/01/2024,INV-1,Acme,PO7,14/02/2024,£120.00,£100.00",
    ),
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_other_programs(program: str) -> None:
    found = read("\n".join(PROGRAMS[program]) + "\n")
    assert found.ready
    assert len(found.records) == 1
    record = found.records[0]
    assert (record.customer_name, record.number, record.order_number) == ("Acme", "INV-1", "PO7")
    assert (record.day, record.due_day) == (date(2024, 1, 15), date(2024, 2, 14))
    assert (record.amount, record.paid) == (pounds(12000), pounds(2000))


def test_mapping_beats_the_headers() -> None:
    found = read(
        table(f"{GOOD},1.00,x", head=f"{HEAD},Gross pay,Status"),
        mapping={"gross PAY": "amount", "Status": "ignore"},
    )
    assert found.ready
    assert found.records[0].amount == pounds(100)
    assert found.mapping["Gross pay"] is Field.AMOUNT
    assert found.ignored == ("Amount", "Status")


def test_mapping_to_the_amount_of_a_line_adds_lines_up() -> None:
    row = "Acme,1,2024-01-15,2024-02-14,999.00,{}"
    data = table(row.format("1.00"), row.format("2.00"), head=f"{HEAD},Gross of item")
    found = read(data, mapping={"Gross of item": "line_amount"})
    assert [record.amount for record in found.records] == [pounds(300)]
    assert "Amount" in found.ignored


def test_titles_above_the_header_are_passed_over() -> None:
    found = read("Acme Ltd,,,,\nInvoices 2024,,,,\n\n" + table(GOOD).decode())
    assert found.ready
    assert (found.header_row, found.records[0].row) == (4, 5)


def test_credit_notes() -> None:
    head = f"{HEAD},Type,Amount paid"
    found = read(
        table(
            "Acme,1,2024-01-15,2024-02-14,-50.00,,-20.00",
            "Acme,1,2024-01-15,2024-02-14,70.00,Invoice,0",
            "Acme,2,2024-01-15,,50.00,Credit note,20.00",
            "Acme,3,2024-01-15,,-50.00,CN,0",
            head=head,
        )
    )
    assert found.ready
    got = [(r.number, r.kind, r.amount.minor, r.due_day is None) for r in found.records]
    credit, invoice = DocumentKind.CREDIT_NOTE, DocumentKind.INVOICE
    assert got == [
        ("1", credit, -5000, True),
        ("1", invoice, 7000, False),
        ("2", credit, -5000, True),
        ("3", credit, -5000, True),
    ]
    assert [record.settled.minor for record in found.records] == [-2000, 0, -2000, 0]


def test_settlements() -> None:
    head = f"{HEAD},Date paid,Amount paid,Balance"
    found = read(
        table(
            "Acme,1,2024-01-15,2024-02-14,100.00,2024-02-01,,",
            "Acme,2,2024-01-15,2024-02-14,100.00,2024-02-01,40.00,60.00",
            "Acme,3,2024-01-15,2024-02-14,100.00,,,25.00",
            "Acme,4,2024-01-15,2024-02-14,100.00,,10.00,25.00",
            "Acme,5,2024-01-15,2024-02-14,100.00,2024-01-14,100.00,",
            head=head,
        )
    )
    assert found.ready
    assert [record.settled.minor for record in found.records] == [10000, 4000, 7500, 7500, 10000]
    assert found.records[0].paid is None
    assert found.totals == (CurrencyTotals(5, pounds(50000), pounds(39000)),)
    assert remarks(found) == [(Reason.PAID_DISAGREES, 5), (Reason.SETTLED_BEFORE_INVOICE, 6)]


def test_due_days_fill_in_what_is_missing() -> None:
    rows = ("Acme,1,2024-01-15,,1.00", "Acme,2,2024-01-15,2024-01-10,1.00")
    found = read(table(*rows), due_days=14)
    assert [record.due_day for record in found.records] == [date(2024, 1, 29), date(2024, 1, 10)]
    assert remarks(found) == [(Reason.DUE_BEFORE_INVOICE, 3)]
    found = read("Customer,Invoice no,Date,Amount\nAcme,1,2024-01-15,1.00\n", due_days=0)
    assert found.ready
    assert found.records[0].due_day == date(2024, 1, 15)


def test_currencies_per_row() -> None:
    head = f"{HEAD},Currency"
    rows = (f"{GOOD},eur", f"{GOOD_2},", GOOD.replace("0001", "3").replace(".00", "") + ",JPY")
    found = read(table(*rows, head=head))
    assert found.ready
    assert [record.amount for record in found.records] == [
        Money(10000, "EUR"),
        pounds(20050),
        Money(100, "JPY"),
    ]
    assert [total.amount.currency for total in found.totals] == ["EUR", "GBP", "JPY"]


@pytest.mark.parametrize(
    ("cell", "disputed"),
    [
        *((cell, True) for cell in ("Yes", "y", "TRUE", "1", "x")),
        *((cell, False) for cell in ("No", "n", "false", "0", "")),
    ],
)
def test_disputed(cell: str, disputed: bool) -> None:
    found = read(table(f"{GOOD},{cell}", head=f"{HEAD},Disputed"))
    assert found.ready
    assert found.records[0].disputed is disputed


def test_one_customer_with_two_names_is_remarked_on() -> None:
    head = "Customer code," + HEAD
    found = read(table(f"7,{GOOD}", f"7,{GOOD_2}", head=head))
    assert found.ready
    assert remarks(found) == [(Reason.NAMES_DIFFER, 3)]


def test_lines_that_together_exceed_the_bounds() -> None:
    head = HEAD.replace("Amount", "Line total")
    row = "Acme,1,2024-01-15,2024-02-14,9000000000000.00"
    found = read(table(row, row, head=head))
    assert [(p.reason, p.row) for p in found.problems] == [(Reason.AMOUNT_TOO_LARGE, 3)]


def test_a_discount_line_does_not_make_a_credit_note() -> None:
    head = HEAD.replace("Amount", "Line total") + ",Type"
    row = "Acme,1,2024-01-15,2024-02-14,{},{}"
    rows = [row.format(a, k) for a in ("100.00", "-10.00") for k in ("Invoice", "Credit note")]
    found = read(table(*rows, head=head))
    assert found.ready
    assert [record.amount.minor for record in found.records] == [9000, -9000]


def test_a_currency_that_is_none_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        read(table(GOOD), currency="XXX")
    assert refused.value.problem is Problem.UNKNOWN_CURRENCY


@pytest.mark.parametrize("days", [-1, 1000])
def test_due_days_have_bounds(days: int) -> None:
    with pytest.raises(ValueError, match="due_days"):
        ImportOptions(due_days=days)
