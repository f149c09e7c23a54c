"""Amount columns → minor units: one decimal mark for the whole file, decided or asked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from creditmate.domain.currencies import exponent
from creditmate.domain.importing import Ask, Evidence, Reason
from creditmate.domain.money import LIMIT
from creditmate.exchange.amount_styles import EITHER, PLAIN, Exact, Figure, exact, figure, shows
from creditmate.exchange.cells import Column, Refused
from creditmate.exchange.currency_signs import meant
from creditmate.exchange.findings import Findings

Currencies = Sequence[str | None]
"""Each row's currency; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Minor units of each column (None: empty, unreadable, no currency) and the decimal mark."""

    columns: list[list[int | None]]
    mark: str | None = None
    evidence: Evidence | None = None


@dataclass(slots=True)
class _Sorted:
    """A column's distinct cells: taken apart with the mark each one shows, then exact."""

    column: Column
    counts: Counter[str]
    plain: dict[str, None] = field(default_factory=dict)
    figures: dict[str, tuple[Figure, str | None]] = field(default_factory=dict)
    exacts: dict[str, Exact] = field(default_factory=dict)
    refused: Refused = field(default_factory=dict)


def read_amounts(
    columns: Sequence[Column], currencies: Currencies, told: str | None, findings: Findings
) -> Amounts:
    """Return the sums of all amount columns, read with one decimal mark.

    Args:
        columns: Every column of amounts.
        currencies: As long as the columns.
        told: The decimal mark the user decided, ``.`` or ``,``.
        findings: Takes a problem for each cell that cannot be read, and the question for the
            mark when no amount decides it.
    """
    parts = [_sort(column) for column in columns]
    mark, evidence = (told, None) if told else _mark(parts)
    if mark is None:
        _ask(parts, findings)
    for part in parts:
        _settle(part, mark, evidence)
        part.column.report(part.refused, findings)
    return Amounts([_finish(part, currencies, findings) for part in parts], mark, evidence)


def _sort(column: Column) -> _Sorted:
    part = _Sorted(column, Counter(column.cells))
    plain = PLAIN.fullmatch
    for cell in part.counts:
        if plain(cell):
            part.plain[cell] = None
        elif cell:
            _take_apart(cell, part)
    return part


def _take_apart(cell: str, part: _Sorted) -> None:
    taken = figure(cell)
    mark = shows(taken.core) if taken else None
    if taken is None:
        formula = cell[0] in "=+@"
        part.refused[cell] = (Reason.FORMULA if formula else Reason.AMOUNT_UNREADABLE, {})
    elif mark in (".", ",") and exact(taken, mark) is None:
        part.refused[cell] = (Reason.AMOUNT_GROUPING, {})  # and must not vote for a mark
    else:
        part.figures[cell] = (taken, mark)


def _mark(parts: list[_Sorted]) -> tuple[str | None, Evidence | None]:
    """Return the mark that most amounts show, and the first cell that shows it."""
    votes: Counter[str] = Counter()
    deciding: dict[str, tuple[_Sorted, str]] = {}
    for part in parts:
        if part.plain:
            votes["."] += sum(part.counts[cell] for cell in part.plain)
            deciding.setdefault(".", (part, next(iter(part.plain))))
        for cell, (_, mark) in part.figures.items():
            if mark in (".", ","):
                votes[mark] += part.counts[cell]
                deciding.setdefault(mark, (part, cell))
    if not votes:
        return None, None
    chosen = votes.most_common(1)[0][0]
    part, cell = deciding[chosen]
    return chosen, part.column.evidence(cell)


def _ask(parts: list[_Sorted], findings: Findings) -> None:
    """Ask for the mark if some amount is another one with the other mark."""
    for part in parts:
        cell = next((c for c, (_, mark) in part.figures.items() if mark == EITHER), None)
        if cell is not None:
            at = part.column.evidence(cell)
            findings.ask(Ask.DECIMAL_MARK, row=at.row, column=at.column, value=at.value)
            return


def _settle(part: _Sorted, mark: str | None, evidence: Evidence | None) -> None:
    """Read all figures with the file's mark; those that show another one are refused."""
    if mark == ",":
        for cell in part.plain:
            part.figures[cell] = (Figure(cell[0] == "-", "", cell.lstrip("-")), ".")
        part.plain.clear()
    facts: dict[str, object] = {"mark": mark}
    if evidence:
        facts |= {"row": evidence.row, "decided_by": evidence.value}
    for cell, (taken, shown) in part.figures.items():
        if mark is None and shown == EITHER:
            continue
        value = exact(taken, mark or ".")
        if value is not None:
            part.exacts[cell] = value
        elif shown in (".", ","):
            part.refused[cell] = (Reason.AMOUNT_MARK_MIXED, facts)
        else:
            part.refused[cell] = (Reason.AMOUNT_GROUPING, {})


def _finish(part: _Sorted, currencies: Currencies, findings: Findings) -> list[int | None]:
    """Return a column in minor units; a cell is worked out once for each of its currencies."""
    column = part.column
    if len(set(currencies)) == 1:
        table = _table(column, part.counts, part, currencies[0], findings)
        return list(map(table.__getitem__, column.cells))
    result: list[int | None] = [None] * len(currencies)
    places_of: dict[str | None, list[int]] = {}
    for place, currency in enumerate(currencies):
        places_of.setdefault(currency, []).append(place)
    for currency, places in places_of.items():
        own = column.at(places)
        table = _table(own, own.cells, part, currency, findings)
        for place, cell in zip(places, own.cells, strict=True):
            result[place] = table[cell]
    return result


def _table(
    column: Column, cells: Iterable[str], part: _Sorted, currency: str | None, findings: Findings
) -> dict[str, int | None]:
    """Return cell → minor units of one currency; figures it cannot have are reported."""
    table: dict[str, int | None] = dict.fromkeys(cells)
    if currency is None:
        return table
    refused: Refused = {}
    digits = exponent(currency)
    for cell in table:
        if cell in part.plain:
            whole, _, decimals = cell.partition(".")
            if len(decimals) == digits and len(whole) < 12:  # nearly all, and surely in bounds
                table[cell] = int(whole + decimals)
                continue
            value = Exact(int(whole + decimals), len(decimals), "")
        elif cell in part.exacts:
            value = part.exacts[cell]
        else:
            continue
        minor = value.digits * 10 ** max(digits - value.places, 0)
        wrong = _wrong(value, minor, currency, digits)
        if wrong:
            facts = {"currency": currency, "digits": digits, "sign": value.sign}
            refused[cell] = (wrong, facts)
        else:
            table[cell] = minor
    column.report(refused, findings)
    return table


def _wrong(value: Exact, minor: int, currency: str, digits: int) -> Reason | None:
    if value.sign and currency not in meant(value.sign):
        return Reason.AMOUNT_CURRENCY
    if value.places > digits:
        return Reason.AMOUNT_TOO_PRECISE
    return None if -LIMIT <= minor <= LIMIT else Reason.AMOUNT_TOO_LARGE
