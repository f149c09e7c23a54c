"""Columns of values → rows put together, lines of one invoice folded into one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from creditmate.domain.importing import Field, Reason
from creditmate.domain.money import LIMIT
from creditmate.exchange.findings import Findings
from creditmate.exchange.sheet import Sheet


class Draft(NamedTuple):
    """A row whose cells are all readable; ``place`` is its index in the sheet.

    Sums are in minor units, signed as in the file; ``paid`` and ``open`` are None when the file
    does not tell. ``credit`` is set when the file calls the row a credit note.
    """

    place: int
    code: str
    name: str
    number: str
    day: date
    due_day: date | None
    minor: int
    currency: str
    settled_day: date | None
    paid: int | None
    open: int | None
    disputed: bool
    order_number: str
    credit: bool


_COMPARED = {
    "code": Field.CUSTOMER_CODE,
    "name": Field.CUSTOMER_NAME,
    "day": Field.DAY,
    "due_day": Field.DUE_DAY,
    "minor": Field.AMOUNT,
    "currency": Field.CURRENCY,
    "settled_day": Field.SETTLED_DAY,
    "paid": Field.PAID,
    "open": Field.OPEN,
    "disputed": Field.DISPUTED,
    "order_number": Field.ORDER_NUMBER,
}
"""What has to be equal in rows of one number, and the field a difference is told as."""


def read_drafts(sheet: Sheet, findings: Findings) -> Iterable[Draft]:
    """Return one draft for each invoice, in the file's order.

    Rows of the same number that agree in everything are lines of one invoice whose total
    repeats: they are folded, with a remark. Amounts of lines are added up. Rows of the same
    number that differ are a problem.
    """
    numbers = sheet.texts.get(Field.NUMBER, ())
    if len(set(map(str.casefold, numbers))) == len(numbers):
        return _rows(sheet)
    by_line = Field.LINE_AMOUNT in sheet.amounts
    kept: dict[tuple[str, bool], Draft] = {}
    for draft in _rows(sheet):
        credit = draft.credit or (draft.minor < 0 and not by_line)
        key = (draft.number.casefold(), credit)
        first = kept.setdefault(key, draft)
        if first is not draft:
            kept[key] = _fold(first, draft, by_line, sheet, findings)
    return kept.values()


def _fold(first: Draft, draft: Draft, by_line: bool, sheet: Sheet, findings: Findings) -> Draft:
    header, row = sheet.headers[Field.NUMBER], sheet.rows[draft.place]
    facts: dict[str, object] = {"first_row": sheet.rows[first.place]}
    differing = [
        field.value
        for name, field in _COMPARED.items()
        if getattr(first, name) != getattr(draft, name)
        and not (by_line and name == "minor")
        and field in sheet.headers
    ]
    if differing:
        facts["fields"] = differing
        findings.problem(Reason.DUPLICATE_NUMBER, row, header, draft.number, facts)
        return first
    findings.remark(Reason.FOLDED, row, header, draft.number, facts)
    if not by_line:
        return first
    minor = first.minor + draft.minor
    if not -LIMIT <= minor <= LIMIT:
        findings.problem(Reason.AMOUNT_TOO_LARGE, row, header, draft.number, facts)
        return first
    return first._replace(minor=minor)


def _rows(sheet: Sheet) -> Iterator[Draft]:
    """Put rows together; those with a cell that could not be read were reported before."""
    count = len(sheet.rows)
    blank: Sequence[str] = [""] * count
    nothing: Sequence[None] = [None] * count
    texts, days, sums = sheet.texts, sheet.days, sheet.amounts
    names = texts.get(Field.CUSTOMER_NAME) or texts.get(Field.CUSTOMER_CODE) or blank
    codes = texts.get(Field.CUSTOMER_CODE) or names
    if "" in names or "" in codes:
        both = list(zip(codes, names, strict=True))
        codes = [code or name for code, name in both]
        names = [name or code for code, name in both]
    rows = zip(  # in the order of Draft's fields
        range(count),
        codes,
        names,
        texts.get(Field.NUMBER, blank),
        days.get(Field.DAY, nothing),
        days.get(Field.DUE_DAY, nothing),
        sums.get(Field.LINE_AMOUNT) or sums.get(Field.AMOUNT) or nothing,
        sheet.currencies,
        days.get(Field.SETTLED_DAY, nothing),
        sums.get(Field.PAID, nothing),
        sums.get(Field.OPEN, nothing),
        sheet.disputed,
        texts.get(Field.ORDER_NUMBER, blank),
        sheet.credits,
        strict=True,
    )
    for row in rows:
        _, code, _, number, day, _, minor, currency, *_ = row
        if code and number and day is not None and minor is not None and currency is not None:
            yield Draft._make(row)
