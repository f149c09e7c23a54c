"""What is written is read, in every style; and any bytes are read, refused or asked about."""

import csv
import io
import unicodedata
from datetime import date, timedelta
from typing import Literal, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from creditmate.domain.importing import DateOrder, ImportOptions
from creditmate.exchange.invoice_table import read_invoice_table
from tests.exchange.malformed_kind import HEAD, POUNDS


class Written(NamedTuple):
    """One row as the property test writes it."""

    name: str
    number: str
    day: date
    due: int
    minor: int
    paid: int
    disputed: bool


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="=+@\ufffd"),
    min_size=1,
    max_size=20,
).map(lambda text: "n" + text)
ROWS = st.lists(
    st.builds(
        Written,
        name=NAMES,
        number=st.text("0123456789-/ABCabc ,;|\"'", min_size=1, max_size=9).map("N{}#".format),
        day=st.dates(date(1970, 1, 1), date(2099, 1, 1)),
        due=st.integers(0, 120),
        minor=st.integers(1, 10**13),
        paid=st.integers(0, 10**13),
        disputed=st.booleans(),
    ),
    min_size=1,
    max_size=10,
    unique_by=lambda row: row.number.casefold(),
)
FORMATS = {DateOrder.DMY: "%d/%m/%Y", DateOrder.MDY: "%m/%d/%Y", DateOrder.YMD: "%Y-%m-%d"}


def _figures(minor: int, mark: str, group: str) -> str:
    whole, part = divmod(minor, 100)
    return f"{whole:,}".replace(",", group) + f"{mark}{part:02}"


class Style(NamedTuple):
    """How the property test writes a file."""

    order: DateOrder
    marks: tuple[str, str]
    delimiter: str
    quoted: bool
    encoding: str
    end: str


STYLES = st.builds(
    Style,
    order=st.sampled_from(list(DateOrder)),
    marks=st.sampled_from([(".", ","), (".", ""), (",", "."), (",", "\u202f"), (".", "'")]),
    delimiter=st.sampled_from(",;\t|"),
    quoted=st.booleans(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    end=st.sampled_from(["\n", "\r\n"]),
)


def _written(rows: list[Written], style: Style) -> bytes:
    out = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if style.quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=style.delimiter, quoting=quoting, lineterminator=style.end)
    writer.writerow(["Customer", "Number", "Date", "Due date", "Amount", "Paid", "Disputed"])
    for row in rows:
        due = row.day + timedelta(row.due)
        days = [day.strftime(FORMATS[style.order]) for day in (row.day, due)]
        sums = [_figures(minor, *style.marks) for minor in (row.minor, min(row.paid, row.minor))]
        writer.writerow([row.name, row.number, *days, *sums, "Yes" if row.disputed else "No"])
    return out.getvalue().encode(style.encoding)


@settings(max_examples=60)
@given(rows=ROWS, style=STYLES)
def test_what_is_written_is_read(rows: list[Written], style: Style) -> None:
    options = ImportOptions(currency="GBP", date_order=style.order)
    found = read_invoice_table(_written(rows, style), options)
    assert found.problems == ()
    assert found.ready
    assert [
        (r.customer_name, r.number, r.day, r.due_day, r.amount.minor, r.settled.minor, r.disputed)
        for r in found.records
    ] == [
        (
            unicodedata.normalize("NFC", row.name),
            row.number,
            row.day,
            row.day + timedelta(row.due),
            row.minor,
            min(row.paid, row.minor),
            row.disputed,
        )
        for row in rows
    ]


HEAD_BYTES = f"{HEAD}\n".encode()
BITS = [b'"', b",", b"\n", b"\r\n", b";", b"2024-01-02", b"1.5", b"Acme", b"\xe9", b"\0", b"Total"]


@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.lists(st.sampled_from(BITS), max_size=40).map(lambda bits: HEAD_BYTES + b"".join(bits)),
    ),
    options=st.sampled_from([POUNDS, ImportOptions(), ImportOptions(encoding="cp1252")]),
)
def test_any_bytes_are_read_refused_or_asked_about(data: bytes, options: ImportOptions) -> None:
    found = read_invoice_table(data, options)
    assert found.ready is (not found.problems and not found.questions)
    if found.ready:
        assert found.records
        for record in found.records:
            assert record.number
            assert record.customer_name
            assert record.amount
