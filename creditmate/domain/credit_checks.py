"""What is looked at before credit is given, what is missing, and when to look again.

Numbers are looked at by the program itself; what somebody found counts more than that. A search
and references are facts that people bring; the limit is a decision, and names who took it.
Source: issue 6, 4 and 5; domain-rules 4.13 (application, references, search in the file).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from creditmate.domain.money import Money

USUAL_REVIEW = 365
"""Days after which a limit is looked at again, unless somebody says otherwise."""


class Check(StrEnum):
    """What is looked at; the values are stored."""

    NUMBERS = "numbers"
    REFERENCE = "reference"
    SEARCH = "search"
    BANK = "bank"
    LIMIT = "limit"
    REVIEW = "review"


class Result(StrEnum):
    """What it showed; the values are stored."""

    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"


NEEDED = (Check.NUMBERS, Check.REFERENCE, Check.SEARCH, Check.LIMIT)
"""Without these no credit is given; a bank's word is welcome, not needed."""
LISTED = (Check.NUMBERS, Check.REFERENCE, Check.SEARCH, Check.BANK, Check.LIMIT)
_DECIDES_REVIEW = frozenset({Check.LIMIT, Check.REVIEW})


@dataclass(frozen=True, slots=True)
class CheckRow:
    """Something that was looked at.

    Attributes:
        id: Of the record.
        kind: What.
        day: When.
        result: What it showed.
        about: Whom or what was asked: the referee, the register.
        note: In the user's words.
        staff: Who looked or decided; '' where that was not said.
        review_day: When to look again; only of a limit and a review.
        limit: That was decided; None without one.
    """

    id: int
    kind: Check
    day: date
    result: Result
    about: str = ""
    note: str = ""
    staff: str = ""
    review_day: date | None = None
    limit: Money | None = None


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A line of the list: what it shows altogether, and what it rests on, the latest first.

    ``result`` is None while nothing was looked at; ``by_program`` says that nobody did but us.
    """

    kind: Check
    result: Result | None
    rows: tuple[CheckRow, ...] = ()
    by_program: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """All that is looked at before credit is given to a customer."""

    lines: tuple[CheckLine, ...]
    review_day: date | None = None

    @property
    def missing(self) -> tuple[Check, ...]:
        """What still has to be looked at before credit is given."""
        return tuple(
            line.kind for line in self.lines if line.kind in NEEDED and line.result is None
        )

    @property
    def doubted(self) -> tuple[Check, ...]:
        """What did not show well."""
        poor = {Result.DOUBTFUL, Result.BAD}
        return tuple(line.kind for line in self.lines if line.result in poor)


def checklist(rows: Sequence[CheckRow], numbers: Result | None) -> Checklist:
    """Return the list of checks.

    Args:
        rows: What was looked at, in any order.
        numbers: What the program itself finds of the numbers; None where there are none.
    """
    return Checklist(tuple(_line(kind, rows, numbers) for kind in LISTED), review_day(rows))


def _line(kind: Check, rows: Sequence[CheckRow], numbers: Result | None) -> CheckLine:
    own = tuple(sorted((row for row in rows if row.kind is kind), key=_when, reverse=True))
    if not own and kind is Check.NUMBERS:
        return CheckLine(kind, numbers, by_program=numbers is not None)
    if kind is Check.REFERENCE:
        return CheckLine(kind, _worst(own), own)
    return CheckLine(kind, own[0].result if own else None, own)


def _worst(rows: Sequence[CheckRow]) -> Result | None:
    """The worst of what the referees say, of each the last word."""
    last: dict[str, Result] = {}
    for row in rows:
        last.setdefault(row.about.casefold(), row.result)
    return max(last.values(), key=tuple(Result).index, default=None)


def review_day(rows: Iterable[CheckRow]) -> date | None:
    """Return when to look at a customer's limit again: what was last said about it."""
    deciding = [row for row in rows if row.kind in _DECIDES_REVIEW]
    return max(deciding, key=_when).review_day if deciding else None


def _when(row: CheckRow) -> tuple[date, int]:
    return row.day, row.id


def usual_review(day: date) -> date:
    """Return when a limit decided on a day is looked at again as a rule."""
    return day + timedelta(days=USUAL_REVIEW)


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A customer whose limit is to be looked at again, and what it is."""

    code: str
    name: str
    review_day: date
    limit: Money | None
    decided_by: str


def due(reviews: Iterable[ReviewDue], as_at: date) -> list[ReviewDue]:
    """Return those due on a day or before, the longest due first."""
    found = [each for each in reviews if each.review_day <= as_at]
    return sorted(found, key=lambda each: (each.review_day, each.name.casefold(), each.code))
