"""Columns of cells → columns of values: each is read as a whole, before any row is put together."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.currencies import CODES
from creditmate.domain.importing import Ask, Field, ImportOptions, Reason
from creditmate.domain.kinds import DocumentKind
from creditmate.exchange.amounts import Amounts, read_amounts
from creditmate.exchange.cells import Column, Refused
from creditmate.exchange.columns import Body, Layout
from creditmate.exchange.days import Days, read_days
from creditmate.exchange.findings import Findings
from creditmate.exchange.headers import normal

DAY_FIELDS = (Field.DAY, Field.DUE_DAY, Field.SETTLED_DAY)
AMOUNT_FIELDS = (Field.AMOUNT, Field.LINE_AMOUNT, Field.PAID, Field.OPEN)
TEXT_FIELDS = (Field.CUSTOMER_CODE, Field.CUSTOMER_NAME, Field.NUMBER, Field.ORDER_NUMBER)

_FORMULAS = frozenset("=+@")
_BREAKS = "\n\r\t"
_YES = frozenset("yes y true t 1 x disputed indispute".split())
_NO = frozenset(["", *"no n false f 0 none".split(), "-"])
_KINDS = dict.fromkeys(
    "invoice inv si sin salesinvoice taxinvoice accrec sale".split(), DocumentKind.INVOICE
) | dict.fromkeys(
    "creditnote credit creditmemo cn sc scn scr salescreditnote salescredit accreccredit".split(),
    DocumentKind.CREDIT_NOTE,
)
_NOT_OWED = frozenset(
    "void voided draft deleted cancelled canceled reversed rejected".split(),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The values of all rows by field; a field the file has no column of is not in the dicts."""

    rows: list[int]
    headers: dict[Field, str]
    cells: dict[Field, Sequence[str]]
    texts: dict[Field, Sequence[str]]
    days: dict[Field, list[date | None]]
    amounts: dict[Field, list[int | None]]
    currencies: list[str | None]
    disputed: list[bool]
    credits: list[bool]
    found_days: Days
    found_amounts: Amounts


def read_sheet(body: Body, layout: Layout, options: ImportOptions, findings: Findings) -> Sheet:
    """Return the values of all columns that are used; what cannot be read is a finding."""
    headers = {field: layout.headers[column] for field, column in layout.index.items()}
    cells: dict[Field, Sequence[str]] = {
        field: body.columns[column] for field, column in layout.index.items()
    }
    columns = {field: Column(headers[field], column, body.rows) for field, column in cells.items()}
    day_fields = [field for field in DAY_FIELDS if field in cells]
    amount_fields = [field for field in AMOUNT_FIELDS if field in cells]
    days = read_days([columns[f] for f in day_fields], options.date_order, findings)
    currencies = _currencies(columns, body.rows, options.currency, findings)
    amounts = read_amounts(
        [columns[f] for f in amount_fields], currencies, options.decimal_mark, findings
    )
    _check_status(columns, findings)
    _check_filled(columns, body.rows, findings)
    return Sheet(
        rows=body.rows,
        headers=headers,
        cells=cells,
        texts={f: _texts(columns[f], findings) for f in TEXT_FIELDS if f in cells},
        days=dict(zip(day_fields, days.columns, strict=True)),
        amounts=dict(zip(amount_fields, amounts.columns, strict=True)),
        currencies=currencies,
        disputed=_disputed(columns, body.rows, findings),
        credits=_credits(columns, body.rows, findings),
        found_days=days,
        found_amounts=amounts,
    )


def _check_filled(columns: dict[Field, Column], rows: list[int], findings: Findings) -> None:
    """Report empty cells where every invoice has a value."""
    for field in (Field.NUMBER, Field.DAY, Field.AMOUNT, Field.LINE_AMOUNT):
        if field in columns:
            _report_empty(columns[field].header, columns[field].cells, rows, findings)
    parties = [columns[f] for f in (Field.CUSTOMER_NAME, Field.CUSTOMER_CODE) if f in columns]
    if parties:  # either of the two serves as the other
        either = ["".join(cells) for cells in zip(*(p.cells for p in parties), strict=True)]
        _report_empty(parties[0].header, either, rows, findings)


def _report_empty(header: str, cells: Sequence[str], rows: list[int], findings: Findings) -> None:
    if "" in cells:
        for row, cell in zip(rows, cells, strict=True):
            if not cell:
                findings.problem(Reason.MISSING, row, header)


def _texts(column: Column, findings: Findings) -> Sequence[str]:
    """Return cells of text in one Unicode form; formulas and line breaks are refused."""
    joined = "".join(column.cells)
    refused: Refused = {}
    if any(mark in joined for mark in _BREAKS):
        broken = [cell for cell in column.cells if any(mark in cell for mark in _BREAKS)]
        refused |= {cell: (Reason.LINE_BREAK, {}) for cell in broken}
    if not {cell[:1] for cell in column.cells}.isdisjoint(_FORMULAS):
        formulas = [cell for cell in column.cells if cell[:1] in _FORMULAS and cell]
        refused |= {cell: (Reason.FORMULA, {}) for cell in formulas}
    column.report(refused, findings)
    if joined.isascii():
        return column.cells
    return [unicodedata.normalize("NFC", cell) for cell in column.cells]


def _currencies(
    columns: dict[Field, Column], rows: list[int], told: str | None, findings: Findings
) -> list[str | None]:
    """Return each row's currency: its own, else the one told; asked when neither is there."""
    column = columns.get(Field.CURRENCY)
    cells = [cell.upper() for cell in column.cells] if column else [""] * len(rows)
    if told is None and "" in cells:
        facts = {"column": column.header, "row": rows[cells.index("")]} if column else {}
        findings.ask(Ask.CURRENCY, **facts)
    unknown = set(cells) - CODES - {""}
    if unknown and column:
        written = [cell for cell in dict.fromkeys(column.cells) if cell.upper() in unknown]
        column.report({cell: (Reason.UNKNOWN_CURRENCY, {}) for cell in written}, findings)
    return [None if cell in unknown else cell or told for cell in cells]


def _credits(columns: dict[Field, Column], rows: list[int], findings: Findings) -> list[bool]:
    """Return which rows the file calls credit notes; neither invoice nor credit is refused."""
    column = columns.get(Field.KIND)
    if column is None:
        return [False] * len(rows)
    meant = {cell: _KINDS.get(normal(cell)) for cell in dict.fromkeys(column.cells)}
    unknown: Refused = {c: (Reason.UNKNOWN_KIND, {}) for c, kind in meant.items() if c and not kind}
    column.report(unknown, findings)
    return [meant[cell] is DocumentKind.CREDIT_NOTE for cell in column.cells]


def _check_status(columns: dict[Field, Column], findings: Findings) -> None:
    """Refuse drafts and voided invoices: nobody owes them."""
    column = columns.get(Field.STATUS)
    if column:
        cells = dict.fromkeys(column.cells)
        column.report({c: (Reason.NOT_OWED, {}) for c in cells if normal(c) in _NOT_OWED}, findings)


def _disputed(columns: dict[Field, Column], rows: list[int], findings: Findings) -> list[bool]:
    column = columns.get(Field.DISPUTED)
    if column is None:
        return [False] * len(rows)
    answers = {cell: normal(cell) for cell in dict.fromkeys(column.cells)}
    unclear = {c for c, answer in answers.items() if answer not in _YES and answer not in _NO}
    column.report({c: (Reason.NOT_YES_NO, {}) for c in unclear}, findings)
    return [answers[cell] in _YES for cell in column.cells]
