"""Columns of values → rows put together, lines of one invoice folded into one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from creditmate.domain.importing import Field, Reason
from creditmate.domain.kinds import DocumentKind
from creditmate.exchange.findings import Findings
from creditmate.exchange.sheet import Sheet


class Draft(NamedTuple):
    """A row whose cells are all readable; ``place`` is its index in the sheet.

    Sums are in minor units with their signs, a credit's below zero; ``paid`` and ``open`` are
    None when the file does not tell.
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
        key = (draft.number.casefold(), draft.minor < 0 and not by_line)
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
        if getattr(first, name) != getattr(draft, name) and not (by_line and name == "minor")
    ]
    if differing:
        facts["fields"] = differing
        findings.problem(Reason.DUPLICATE_NUMBER, row, header, draft.number, facts)
        return first
    findings.remark(Reason.FOLDED, row, header, draft.number, facts)
    return first._replace(minor=first.minor + draft.minor) if by_line else first


def _rows(sheet: Sheet) -> Iterator[Draft]:
    """Put rows together; those with a cell that could not be read were reported before."""
    count = len(sheet.rows)
    blank: Sequence[str] = [""] * count
    no_day: list[date | None] = [None] * count
    no_sum: list[int | None] = [None] * count
    texts, days, sums = sheet.texts, sheet.days, sheet.amounts
    codes = texts.get(Field.CUSTOMER_CODE, blank)
    names = texts.get(Field.CUSTOMER_NAME, blank)
    numbers = texts.get(Field.NUMBER, blank)
    orders = texts.get(Field.ORDER_NUMBER, blank)
    dues = days.get(Field.DUE_DAY, no_day)
    settled = days.get(Field.SETTLED_DAY, no_day)
    amounts = sums.get(Field.LINE_AMOUNT) or sums.get(Field.AMOUNT) or no_sum
    paid, left = sums.get(Field.PAID, no_sum), sums.get(Field.OPEN, no_sum)
    for i, day in enumerate(days.get(Field.DAY, no_day)):
        minor, currency, number = amounts[i], sheet.currencies[i], numbers[i]
        code, name = codes[i] or names[i], names[i] or codes[i]
        if day is None or minor is None or currency is None or not number or not code:
            continue
        credit = sheet.kinds[i] is DocumentKind.CREDIT_NOTE and minor > 0
        turn = -1 if credit else 1
        yield Draft(
            i,
            code,
            name,
            number,
            day,
            dues[i],
            minor * turn,
            currency,
            settled[i],
            _turned(paid[i], turn),
            _turned(left[i], turn),
            sheet.disputed[i],
            orders[i],
        )


def _turned(minor: int | None, turn: int) -> int | None:
    return None if minor is None else minor * turn
