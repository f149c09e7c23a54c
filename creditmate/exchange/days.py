"""Date columns → days: one order for the whole file, decided by all its dates or asked.

132 of 365 days read either way, so no row is ever read by itself (reliability.md, section (f)).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from creditmate.domain.importing import Ask, DateOrder, Evidence, Reason
from creditmate.exchange.cells import Column, Refused
from creditmate.exchange.day_styles import Written, written
from creditmate.exchange.findings import Findings

YEARS = range(1970, 2101)
"""Years that a business day may be in."""

_MONTH_NUMBERS = range(1, 13)
_DAYS_ONLY = range(13, 32)


@dataclass(frozen=True, slots=True)
class Days:
    """The days of each column (None where empty or unreadable) and what decided their order."""

    columns: list[list[date | None]]
    order: DateOrder | None = None
    evidence: Evidence | None = None


@dataclass(slots=True)
class _Sorted:
    """A column's distinct cells: how each is written or why not, and how many rows have it."""

    column: Column
    written: dict[str, Written] = field(default_factory=dict)
    refused: Refused = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


def read_days(columns: Sequence[Column], told: DateOrder | None, findings: Findings) -> Days:
    """Return the days of all date columns, read in one order.

    Args:
        columns: Every column of dates.
        told: The order the user decided.
        findings: Takes a problem for each cell that cannot be read, and the question for the
            order when no date decides it.
    """
    parts = [_sort(column) for column in columns]
    for part in parts:
        _one_style(part)
    order, evidence = _order(parts, told, findings)
    days = [_finish(part, order, evidence, findings) for part in parts]
    return Days(days, order, evidence)


def _sort(column: Column) -> _Sorted:
    part = _Sorted(column, counts=Counter(column.cells))
    for cell in part.counts:
        if cell:
            seen = written(cell)
            if isinstance(seen, Written):
                part.written[cell] = seen
            else:
                part.refused[cell] = (seen, {})
    return part


def _one_style(part: _Sorted) -> None:
    """Refuse the dates of a column that are written unlike most of it.

    Two styles in one column are what a spreadsheet leaves behind when it has turned some of
    the days into other days.
    """
    styles: Counter[str] = Counter()
    for cell, seen in part.written.items():
        styles[seen.style] += part.counts[cell]
    if len(styles) < 2:
        return
    usual = styles.most_common(1)[0][0]
    example = next(cell for cell, seen in part.written.items() if seen.style == usual)
    for cell in [cell for cell, seen in part.written.items() if seen.style != usual]:
        del part.written[cell]
        part.refused[cell] = (Reason.DATE_STYLE_MIXED, {"usual": example})


def _order(
    parts: list[_Sorted], told: DateOrder | None, findings: Findings
) -> tuple[DateOrder | None, Evidence | None]:
    """Return the order of the numeric dates, and the cell that decided it."""
    numeric = [(p, c, w) for p in parts for c, w in p.written.items() if w.numeric]
    if told:
        return told, None
    if not numeric:
        iso = [(p, c, w) for p in parts for c, w in p.written.items() if w.style[0] == "y"]
        return (DateOrder.YMD, iso[0][0].column.evidence(iso[0][1])) if iso else (None, None)
    votes: Counter[DateOrder] = Counter()
    deciding: dict[DateOrder, tuple[_Sorted, str]] = {}
    for part, cell, seen in numeric:
        order = _vote(seen)
        if order:
            votes[order] += part.counts[cell]
            deciding.setdefault(order, (part, cell))
    if votes:
        order = votes.most_common(1)[0][0]
        part, cell = deciding[order]
        return order, part.column.evidence(cell)
    _ask(numeric, findings)
    return None, None


def _vote(seen: Written) -> DateOrder | None:
    """Return the only order in which a numeric date is a day; None if both will do, or none."""
    if seen.first in _MONTH_NUMBERS and seen.second in _DAYS_ONLY:
        return DateOrder.MDY
    if seen.first in _DAYS_ONLY and seen.second in _MONTH_NUMBERS:
        return DateOrder.DMY
    return None


def _ask(numeric: list[tuple[_Sorted, str, Written]], findings: Findings) -> None:
    """Ask for the order, unless every date reads the same either way."""
    for part, cell, seen in numeric:
        dmy, mdy = (_day(seen, order) for order in (DateOrder.DMY, DateOrder.MDY))
        if isinstance(dmy, date) and isinstance(mdy, date) and dmy != mdy:
            at = part.column.evidence(cell)
            findings.ask(
                Ask.DATE_ORDER, row=at.row, column=at.column, value=at.value, dmy=dmy, mdy=mdy
            )
            return


def _finish(
    part: _Sorted,
    order: DateOrder | None,
    evidence: Evidence | None,
    findings: Findings,
) -> list[date | None]:
    days: dict[str, date | None] = dict.fromkeys(part.counts)
    for cell, seen in part.written.items():
        day = _day(seen, order)
        if isinstance(day, date):
            open_still = order is None and seen.numeric and seen.first != seen.second
            days[cell] = None if open_still else day
        else:
            facts: dict[str, object] = {}
            if day is Reason.DATE_ORDER_CONTRADICTED:
                facts = {"order": order and order.value}
                if evidence:
                    facts |= {"row": evidence.row, "decided_by": evidence.value}
            part.refused[cell] = (day, facts)
    part.column.report(part.refused, findings)
    return list(map(days.__getitem__, part.column.cells))


def _day(seen: Written, order: DateOrder | None) -> date | Reason:
    """Return the day that is written, or why there is no such day."""
    month, day = seen.first, seen.second
    if seen.numeric:
        if order is DateOrder.YMD or (order and _vote(seen) not in (order, None)):
            return Reason.DATE_ORDER_CONTRADICTED
        if order is not DateOrder.MDY:
            month, day = day, month
    if seen.year not in YEARS:
        return Reason.DATE_OUT_OF_RANGE
    try:
        return date(seen.year, month, day)
    except ValueError:
        return Reason.DATE_IMPOSSIBLE
