"""What reading a table of invoices gives: records, everything wrong with them, what to ask.

Plain data between ``exchange``, which reads files, and ``services``, which writes ledgers.
Source: reliability.md, D10 and D11 (two-phase import, strict parsers, ask rather than guess).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money

IGNORE = "ignore"
"""In ``ImportOptions.mapping``: leave this column out although its header is known."""


class Field(StrEnum):
    """What a column of a table of invoices can hold."""

    CUSTOMER_CODE = "customer_code"
    CUSTOMER_NAME = "customer_name"
    NUMBER = "invoice_number"
    KIND = "kind"
    DAY = "invoice_date"
    DUE_DAY = "due_date"
    AMOUNT = "amount"
    LINE_AMOUNT = "line_amount"
    CURRENCY = "currency"
    SETTLED_DAY = "settled_date"
    PAID = "paid_amount"
    OPEN = "open_amount"
    DISPUTED = "disputed"
    ORDER_NUMBER = "order_number"
    STATUS = "status"


class DateOrder(StrEnum):
    """In which order the numbers of a date stand."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class Reason(StrEnum):
    """Why a file, a row or a cell is refused or remarked on; words are made in i18n."""

    # the file
    EMPTY_FILE = "empty-file"
    FILE_TOO_LARGE = "file-too-large"
    NOT_A_TABLE = "not-a-table"
    BINARY = "binary"
    ENCODING_UNKNOWN = "encoding-unknown"
    TOO_MANY_ROWS = "too-many-rows"
    LINE_TOO_LONG = "line-too-long"
    DELIMITER_UNCLEAR = "delimiter-unclear"
    ONE_COLUMN = "one-column"
    QUOTES = "quotes"
    NO_ROWS = "no-rows"
    OTHER_TABLE = "other-table"
    # the header
    DUPLICATE_HEADER = "duplicate-header"
    SECOND_HEADER = "second-header"
    UNKNOWN_HEADER = "unknown-header"
    UNKNOWN_FIELD = "unknown-field"
    FIELD_TWICE = "field-twice"
    # a row
    TOO_FEW_CELLS = "too-few-cells"
    TOO_MANY_CELLS = "too-many-cells"
    TOTAL_ROW = "total-row"
    SWALLOWED_ROW = "swallowed-row"
    DUPLICATE_NUMBER = "duplicate-number"
    NOT_OWED = "not-owed"
    # any cell
    CONTROL_CHARACTER = "control-character"
    DAMAGED_TEXT = "damaged-text"
    CELL_TOO_LONG = "cell-too-long"
    MISSING = "missing"
    FORMULA = "formula"
    LINE_BREAK = "line-break"
    NOT_YES_NO = "not-yes-no"
    UNKNOWN_KIND = "unknown-kind"
    UNKNOWN_CURRENCY = "unknown-currency"
    # a date
    DATE_UNREADABLE = "date-unreadable"
    DATE_IMPOSSIBLE = "date-impossible"
    DATE_OUT_OF_RANGE = "date-out-of-range"
    DATE_TWO_DIGIT_YEAR = "date-two-digit-year"
    DATE_WITH_TIME = "date-with-time"
    DATE_STYLE_MIXED = "date-style-mixed"
    DATE_ORDER_CONTRADICTED = "date-order-contradicted"
    # an amount
    AMOUNT_UNREADABLE = "amount-unreadable"
    AMOUNT_GROUPING = "amount-grouping"
    AMOUNT_MARK_MIXED = "amount-mark-mixed"
    AMOUNT_TOO_PRECISE = "amount-too-precise"
    AMOUNT_TOO_LARGE = "amount-too-large"
    AMOUNT_ZERO = "amount-zero"
    AMOUNT_CURRENCY = "amount-currency"
    SETTLED_OUTSIDE = "settled-outside"
    SETTLED_UNPAID = "settled-unpaid"
    # remarks, which refuse nothing
    FOLDED = "folded"
    DUE_BEFORE_INVOICE = "due-before-invoice"
    SETTLED_BEFORE_INVOICE = "settled-before-invoice"
    PAID_DISAGREES = "paid-disagrees"
    NAMES_DIFFER = "names-differ"


class Ask(StrEnum):
    """What a file leaves open and only the user can decide."""

    ENCODING = "encoding"
    COLUMN = "column"
    DATE_ORDER = "date-order"
    DECIMAL_MARK = "decimal-mark"
    CURRENCY = "currency"
    DUE_DAYS = "due-days"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user has decided beforehand; everything left out is found or asked.

    Attributes:
        date_order: Order of dates such as ``1/2/2013``.
        currency: ISO 4217 code of rows that name none.
        mapping: Header as it stands in the file → code of a ``Field``, or ``IGNORE``.
        decimal_mark: The mark before the decimals.
        encoding: How to read a file that is not UTF-8.
        delimiter: The character between cells.
        due_days: Due date of rows that have none: so many days (0 to 999) after the invoice.
        leave_out_faulty: Read the file without the rows that have problems, where the rest is
            sound without them (``InvoiceTable.can_leave_out``).

    Raises:
        ValueError: ``due_days`` is out of bounds.
    """

    date_order: DateOrder | None = None
    currency: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    decimal_mark: Literal[".", ","] | None = None
    encoding: Literal["cp1252"] | None = None
    delimiter: Literal[",", ";", "\t", "|"] | None = None
    due_days: int | None = None
    leave_out_faulty: bool = False

    def __post_init__(self) -> None:
        """Refuse days that no terms of payment have."""
        if self.due_days is not None and not 0 <= self.due_days <= 999:
            raise ValueError(f"due_days {self.due_days}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cell that decided something about a whole column."""

    row: int
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One thing that is wrong, or worth a remark, and where.

    Attributes:
        reason: What is wrong.
        row: As a spreadsheet counts, from 1; None when it is the file as a whole.
        column: The header as it stands in the file; None when it is the row as a whole.
        value: What stands there, shortened, control characters made visible.
        facts: What the words need besides: codes, numbers, days, text from the file.
    """

    reason: Reason
    row: int | None = None
    column: str | None = None
    value: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing the user has to decide, with what is needed to ask it well."""

    ask: Ask
    facts: Mapping[str, object] = field(default_factory=dict)


class InvoiceRecord(NamedTuple):
    """One invoice or credit note of another program, and how far it is settled.

    A named tuple, since a frozen dataclass takes four times as long to make and a file has a
    hundred thousand of them.

    Attributes:
        row: As a spreadsheet counts, from 1; the first of several lines.
        customer_code: The name again when the file has only names, and the other way round.
        due_day: None for credit notes only.
        amount: Never zero; negative for a credit note and only for it.
        settled_day: Day of the (last) payment; None when open or not told.
        paid: How much is settled, with the amount's sign; None when the file does not say.
    """

    row: int
    customer_code: str
    customer_name: str
    number: str
    kind: DocumentKind
    day: date
    due_day: date | None
    amount: Money
    settled_day: date | None
    paid: Money | None
    disputed: bool
    order_number: str

    @property
    def settled(self) -> Money:
        """How much is settled: what the file says, else all of it if it gives a day."""
        if self.paid is not None:
            return self.paid
        return self.amount if self.settled_day else Money(0, self.amount.currency)


@dataclass(frozen=True, slots=True)
class CurrencyTotals:
    """The sums of the records in one currency; ``amount`` = ``settled`` + ``open``."""

    count: int
    amount: Money
    settled: Money

    @property
    def open(self) -> Money:
        """What is not settled."""
        return self.amount - self.settled


@dataclass(frozen=True, slots=True)
class InvoiceTable:
    """A file of invoices, read; nothing of it may be written unless it is ``ready``.

    Attributes:
        sha256: Of the file's bytes, in hexadecimal.
        encoding: How the bytes were read; None when they could not be.
        delimiter: The character between cells.
        header_row: As a spreadsheet counts, from 1; rows above it are titles.
        mapping: Header as it stands in the file → what it holds, in the file's order.
        ignored: Headers of the columns that are left out.
        date_order: As found or told; None when no date needs one or it is undecided.
        date_evidence: The cell that decided it; None when it was told.
        decimal_mark: As found or told; None when no amount needs one or it is undecided.
        decimal_evidence: The cell that decided it; None when it was told.
        records: What could be read, in the file's order; for preview only unless ``ready``.
        problems: Everything that is wrong, by row.
        questions: Everything that has to be decided first.
        remarks: What is odd but refuses nothing, by row; also every line that was folded.
        totals: Sums of ``records`` by currency, ordered by code.
        rows: How many rows there are below the header, blank ones and those left out aside.
        left_out: What was wrong with the rows that were left out as the user wished, by row.
    """

    sha256: str
    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    mapping: Mapping[str, Field] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    date_order: DateOrder | None = None
    date_evidence: Evidence | None = None
    decimal_mark: str | None = None
    decimal_evidence: Evidence | None = None
    records: tuple[InvoiceRecord, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    questions: tuple[Question, ...] = ()
    remarks: tuple[CellProblem, ...] = ()
    totals: tuple[CurrencyTotals, ...] = ()
    rows: int = 0
    left_out: tuple[CellProblem, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether the records may be imported."""
        return not self.problems and not self.questions

    @property
    def can_leave_out(self) -> bool:
        """Whether the rest is sound without the rows that have problems.

        It is not where a problem is the whole file's or the header's, where a quotation mark may
        have swallowed rows, or where an invoice has a row for each of its lines: without one of
        them its amount would be wrong.
        """
        if self.header_row is None or Field.LINE_AMOUNT in self.mapping.values():
            return False
        return bool(self.problems) and all(
            problem.row is not None
            and problem.row > self.header_row
            and problem.reason not in (Reason.QUOTES, Reason.SWALLOWED_ROW)
            for problem in self.problems
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the file and the ledger disagree about a document that both have.

    ``field`` is ``customer``, ``customer_name``, ``invoice_date``, ``due_date``, ``amount``,
    ``order_number``, ``settled``, ``settled_day`` or ``disputed``.
    """

    row: int
    number: str
    field: str
    ledger: object
    file: object
