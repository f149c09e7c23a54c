"""Numbering series: what the next papers are called, and how a series is set anew."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.gateway import Gateway, Writing
from creditmate.db.numbering import (
    StoredSeries,
    all_series,
    begin_series,
    edit_series,
    numbers_given,
    series_of,
)
from creditmate.db.papers import next_counter
from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.domain.number_clashes import counted, may_clash
from creditmate.domain.numbering import NumberPattern
from creditmate.domain.refusals import Why, refused

USUAL: Mapping[str, str] = {
    "statement": "S-{yy}{mm}-{n:03}",
    "invoice": "INV-{n:04}",
    "credit_note": "CN-{n:04}",
    "charge_note": "CH-{n:04}",
    "terms": "T-{yy}{mm}-{n:03}",
    "welcome": "W-{yy}{mm}-{n:03}",
    "help_sheet": "H-{yy}{mm}-{n:03}",
}
"""How papers are numbered unless somebody sets it; the kinds that are numbered, in order."""
FIXED: Mapping[str, str] = {
    "plan": "P-{yy}{mm}-{n:03}",
    "visit_agenda": "V-{yy}{mm}-{n:03}",
    "visit_thanks": "V-{yy}{mm}-{n:03}",
}
"""Papers that bear the number of what they print, which has it before there is a paper.

Nobody sets these; no other series may give such a number.
"""
_ALL = {**USUAL, **FIXED}
_SHOWN = 3
_MOST_START = 10**9


@dataclass(frozen=True, slots=True)
class Place:
    """Where the next paper stands in its series."""

    series_id: int
    period: str
    counter: int
    number: str


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series as the settings show it; ``version`` is 0 while it was not begun yet.

    ``next_count`` is the counter of the next paper of the day it was asked for, ``following``
    the next three numbers.
    """

    kind: str
    version: int
    pattern: str
    next_count: int
    following: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """What is typed about a series, read at ``version``.

    ``next_count`` is the counter from which to go on; None leaves it to what was used.
    """

    kind: str
    version: int
    pattern: str
    next_count: int | None = None


class Numbering:
    """The numbering of papers."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def series(self, day: date) -> list[SeriesRow]:
        """Return the series of every kind of paper as on a day."""
        stored = {series.kind: series for series in all_series()}
        return [_row(stored.get(kind, _not_begun(kind)), day) for kind in USUAL]

    def preview(self, kind: str, pattern: str, next_count: int | None, day: date) -> SeriesRow:
        """Return a series as it would be, saved by nobody yet.

        Args:
            kind: Of paper.
            pattern: As typed.
            next_count: The counter from which to go on; None leaves it to what was used.
            day: The day of the next paper.

        Raises:
            UserError: ``FIELD_REFUSED``: no pattern, a number could come twice, or the start is
                below what was used.
        """
        return _row(_checked(_stored(kind), pattern, next_count, day), day)

    def save(
        self, kind: str, version: int, pattern: str, next_count: int | None, day: date
    ) -> Touched:
        """Set a series anew, as ``preview`` shows it.

        Raises:
            UserError: ``FIELD_REFUSED`` as in ``preview``; ``CHANGED_MEANWHILE``.
        """
        return self.save_all([SeriesEntry(kind, version, pattern, next_count)], day)

    def save_all(self, entries: Sequence[SeriesEntry], day: date) -> Touched:
        """Set several series anew, or none of them; each is checked beside those before it.

        Raises:
            UserError: As in ``save``, with the ``kind`` it is about.
        """
        with self._gateway.write("edit-series") as writing:
            for one in entries:
                with _naming(one.kind):
                    wanted = _checked(_stored(one.kind), one.pattern, one.next_count, day)
                    begun = _begun(writing, one.kind)
                    edit_series(writing, replace(wanted, id=begun.id), max(one.version, 1))
        return Touched.SETTINGS

    def ensure(self, kind: str) -> None:
        """Begin the series of a kind of paper where an older ledger has none."""
        if series_of(kind) is None:
            with self._gateway.write("begin-series") as writing:
                _begun(writing, kind)


@contextmanager
def _naming(kind: str) -> Iterator[None]:
    """Say of what is refused which kind of paper it is about."""
    try:
        yield
    except UserError as error:
        raise UserError(error.problem, **{**error.facts, "kind": kind}) from error


def begin_usual_series(writing: Writing) -> None:
    """Begin the series of every kind of paper in a new ledger."""
    for kind, pattern in USUAL.items():
        begin_series(writing, kind, pattern)


def next_place(kind: str, day: date) -> Place:
    """Return where the next paper of a kind stands, on its day; in no series yet with id 0."""
    series = _stored(kind)
    pattern = NumberPattern(series.pattern)
    period = pattern.period(day)
    counter = next_counter(series.id, period)
    return Place(series.id, period, counter, pattern.number(day, counter))


def begun_place(writing: Writing, kind: str, day: date) -> Place:
    """Return where the next paper stands, in a series that an older ledger begins with it."""
    _begun(writing, kind)
    return next_place(kind, day)


def fixed_place(writing: Writing, kind: str, number: str) -> Place:
    """Return where a paper stands that bears a number of a fixed kind.

    Each number is a period of its own, with one paper in it: what these papers print is not
    printed in the order in which it was numbered, and some of it never is.
    """
    return Place(_begun(writing, kind).id, number, 1, number)


def _not_begun(kind: str) -> StoredSeries:
    return StoredSeries(0, 0, kind, _ALL[kind], 1, "")


def _stored(kind: str) -> StoredSeries:
    return series_of(kind) or _not_begun(kind)


def _begun(writing: Writing, kind: str) -> StoredSeries:
    if series_of(kind) is None:
        begin_series(writing, kind, _ALL[kind])
    return _stored(kind)


def _next_count(series: StoredSeries, period: str) -> int:
    begins = series.start_at if period == series.start_period else 1
    return max(next_counter(series.id, period), begins)


def _row(series: StoredSeries, day: date) -> SeriesRow:
    pattern = NumberPattern(series.pattern)
    first = _next_count(series, pattern.period(day))
    following = tuple(pattern.number(day, first + more) for more in range(_SHOWN))
    return SeriesRow(series.kind, series.version, series.pattern, first, following)


def _checked(series: StoredSeries, text: str, next_count: int | None, day: date) -> StoredSeries:
    """Return the series as wanted.

    Raises:
        UserError: ``FIELD_REFUSED``.
    """
    pattern = _pattern(text, series.kind)
    period = pattern.period(day)
    least = next_counter(series.id, period)
    wanted = replace(series, pattern=text)
    if next_count is not None:
        if next_count > _MOST_START:
            raise refused("numbering.start", Why.OUT_OF_BOUNDS, found=next_count)
        if next_count < least:
            raise refused("numbering.start", Why.START_TOO_LOW, least=least)
        wanted = replace(wanted, start_at=next_count, start_period=period)
    _refuse_others(pattern, series.kind)
    _refuse_used(pattern, wanted, day)
    return wanted


def _pattern(text: str, kind: str) -> NumberPattern:
    try:
        return NumberPattern(text)
    except ValueError as error:
        raise refused("numbering.pattern", Why.PATTERN, found=text, example=USUAL[kind]) from error


def _refuse_others(pattern: NumberPattern, kind: str) -> None:
    """No two series may give the same number."""
    patterns = {**_ALL, **{series.kind: series.pattern for series in all_series()}}
    for other in _ALL:
        if other != kind and may_clash(pattern, NumberPattern(patterns[other])):
            raise refused("numbering.pattern", Why.GIVES_TWICE, found=patterns[other])


def _refuse_used(pattern: NumberPattern, wanted: StoredSeries, day: date) -> None:
    """No number that is still to come may have been given before, in whichever series."""
    for number in numbers_given():
        found = counted(pattern, number, day)
        if found is not None and found[1] >= _next_count(wanted, found[0]):
            raise refused("numbering.pattern", Why.GIVES_TWICE, found=number)
