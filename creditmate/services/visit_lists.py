"""Visits as they are listed: whose they are, how they stand, and when by our clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from creditmate.db import visits as db
from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.visit_files import visit_files
from creditmate.domain.diary_clock import Planned, by_clock_of
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_standing import VisitStanding, as_it_stood, standing_of
from creditmate.domain.visits import VisitFile, VisitState

__all__ = ["VisitPick", "VisitRow", "all_rows", "row_of", "rows_of", "visit_file", "visit_files"]

_DONE_DAYS = 400
"""Days for which visits that have ended are listed: a year, and the visit of the year before."""


class VisitPick(StrEnum):
    """Which visits are listed; the values are stable."""

    OPEN = "open"
    UPCOMING = "upcoming"
    TO_REPORT = "to_report"
    DONE = "done"
    ALL = "all"


_OF_PICK = {
    VisitPick.UPCOMING: frozenset({VisitState.PLANNED}),
    VisitPick.TO_REPORT: frozenset({VisitState.TO_REPORT, VisitState.TO_REBOOK}),
}


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit in a list; ``here`` is its hour by our clock, None where it has none.

    ``abroad`` is the country of its place (ISO 3166) where that is not ours.
    """

    file: VisitFile
    standing: VisitStanding
    code: str
    name: str
    country: str
    here: Planned | None = None
    abroad: str = ""

    @property
    def number(self) -> str:
        """What it is called."""
        return self.file.visit.number


def visit_file(named: str) -> VisitFile:
    """Return the visit of a number, or an id.

    Raises:
        UserError: ``VISIT_REFUSED``: there is none.
    """
    id_ = db.visit_named(named)
    if id_ is None:
        raise visit_refused(VisitWhy.UNKNOWN_VISIT, found=named)
    (file,) = visit_files([id_])
    return file


def rows_of(files: Sequence[VisitFile], as_at: date) -> list[VisitRow]:
    """Return visits as they are listed, by day and hour: those that they had on a day."""
    who = customers_by_id(sorted({file.visit.customer for file in files}))
    home = business()
    zone = home.zone
    rows = []
    for file in (as_it_stood(each, as_at) for each in files):
        visit, customer = file.visit, who[file.visit.customer]
        here = None
        if visit.at is not None:
            there = Planned(visit.day, visit.at, visit.zone or zone)
            here = by_clock_of(there, zone)
        standing = standing_of(file, as_at)
        abroad = "" if visit.country == home.country else visit.country
        rows.append(
            VisitRow(
                file, standing, customer.code, customer.name, customer.country, here, abroad
            )
        )  # fmt: skip
    return sorted(rows, key=_by_when)


def row_of(file: VisitFile, as_at: date) -> VisitRow:
    """Return one visit as it is listed."""
    (row,) = rows_of([file], as_at)
    return row


def all_rows(as_at: date, pick: VisitPick) -> list[VisitRow]:
    """Return visits: those to come by day, those that have ended from the last one back."""
    ids = [] if pick is VisitPick.DONE else db.open_visits(as_at)
    open_ = rows_of(visit_files(db.planned_by(ids, as_at)), as_at)
    states = _OF_PICK.get(pick)
    if states is not None:
        return [row for row in open_ if row.standing.state in states]
    if pick is VisitPick.OPEN:
        return open_
    ended = visit_files(db.ended_visits(as_at, as_at - timedelta(days=_DONE_DAYS)))
    return [*open_, *reversed(rows_of(ended, as_at))]


def _by_when(row: VisitRow) -> tuple[date, str, str]:
    visit = row.file.visit
    at = row.here.at if row.here else visit.at
    day = row.here.day if row.here else visit.day
    return (day, "" if at is None else at.isoformat(), visit.number)
