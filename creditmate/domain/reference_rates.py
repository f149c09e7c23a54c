"""Reference rates that statutory interest is built on: one for each half of a year.

The program brings those that its sources give; what the user enters counts before them. A half
of which nothing is known is told, never guessed. Sources: domain-rules 4.1 and 4.2, and where
named at the rate. All are to be verified before interest is charged by them; ``checked`` is
False for those that nobody has compared with the bank's own table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

_JULY = 7


class Series(StrEnum):
    """Whose rate it is; the values are stored."""

    BANK_OF_ENGLAND = "uk_boe"  # Bank Rate
    ECB = "ecb_mro"  # main refinancing operations
    GERMAN_BASE = "de_base"  # Basiszinssatz, BGB 247


@dataclass(frozen=True, slots=True)
class ReferenceRate:
    """The rate of a half-year, in percent a year; it may be below zero.

    ``id`` is that of the ledger's own row, None for one that the program brings; ``checked`` says
    whether it was compared with the bank's own table.
    """

    series: Series
    from_day: date
    percent: Decimal
    source: str
    checked: bool
    id: int | None = None


@dataclass(frozen=True, slots=True)
class MissingRate:
    """The rate of a half-year is not known, and has to be entered; ``half`` is its first day."""

    series: Series
    half: date

    @property
    def reference_day(self) -> date:
        """The day on which the bank's rate decides: the half-year's first, in the UK the last."""
        if self.series is not Series.BANK_OF_ENGLAND:
            return self.half
        before = self.half.year - (self.half.month < _JULY)
        return date(before, 12, 31) if self.half.month < _JULY else date(before, 6, 30)


def half_year(day: date) -> date:
    """Return the first day of the half-year that a day lies in: 1 January or 1 July."""
    return date(day.year, _JULY if day.month >= _JULY else 1, 1)


def next_half(half: date) -> date:
    """Return the first day of the half-year after the one that begins on ``half``."""
    return date(half.year + 1, 1, 1) if half.month >= _JULY else date(half.year, _JULY, 1)


def is_half(day: date) -> bool:
    """Whether a half-year begins on a day."""
    return day == half_year(day)


def _known(
    series: Series, source: str, rates: str, *, checked: bool = True
) -> tuple[ReferenceRate, ...]:
    """Rates written as ``2025H1 4.75 2025H2 4.25``."""
    parts = rates.split()
    return tuple(
        ReferenceRate(
            series,
            date(int(half[:4]), 1 if half[5] == "1" else _JULY, 1),
            Decimal(percent),
            source,
            checked,
        )
        for half, percent in zip(parts[::2], parts[1::2], strict=True)
    )


SHIPPED: tuple[ReferenceRate, ...] = (
    *_known(
        Series.BANK_OF_ENGLAND,
        "Bank Rate on the reference days",
        "2019H1 0.75 2019H2 0.75 2020H1 0.75",
    ),
    *_known(
        Series.BANK_OF_ENGLAND,
        "payontime.co.uk",
        "2020H2 0.10 2021H1 0.10 2021H2 0.10 2022H1 0.25 2022H2 1.25 2023H1 3.50 2023H2 5.00"
        " 2024H1 5.25",
    ),
    *_known(
        Series.BANK_OF_ENGLAND,
        "derived: held until the first cut in August 2024 (research.titanfx.com)",
        "2024H2 5.25",
        checked=False,
    ),
    *_known(Series.BANK_OF_ENGLAND, "Bank Rate on 31 December 2024", "2025H1 4.75"),
    *_known(Series.BANK_OF_ENGLAND, "help-proclaim.theaccessgroup.com", "2025H2 4.25 2026H1 3.75"),
    *_known(
        Series.BANK_OF_ENGLAND,
        "derived: held on 18 June 2026, next meeting 30 July (livesquawk.com)",
        "2026H2 3.75",
        checked=False,
    ),
    *_known(Series.ECB, "enterprise.gov.ie", "2024H2 4.25", checked=False),
    *_known(Series.ECB, "getinvoicepdf.com (secondary)", "2026H1 2.15 2026H2 2.40", checked=False),
    *_known(
        Series.GERMAN_BASE,
        "Deutsche Bundesbank, announcements (lifepr.de)",
        "2019H2 -0.88 2020H2 -0.88 2021H1 -0.88",
        checked=False,
    ),
    *_known(
        Series.GERMAN_BASE, "malerblog.net (secondary)", "2025H1 2.27 2025H2 1.27", checked=False
    ),
)
"""What the program brings. The first half of 2027 of the Bank of England is the user's to enter."""


class ReferenceRates:
    """The rates that count: the ledger's own before those that the program brings.

    Args:
        own: The ledger's rows; of several for one half-year the last one counts.
    """

    def __init__(self, own: Iterable[ReferenceRate] = ()) -> None:
        self._known = {(rate.series, rate.from_day): rate for rate in (*SHIPPED, *own)}

    def on(self, series: Series, day: date) -> ReferenceRate | MissingRate:
        """Return the rate of the half-year that a day lies in, or say that it is missing."""
        half = half_year(day)
        return self._known.get((series, half)) or MissingRate(series, half)

    def table(self, series: Series) -> list[ReferenceRate]:
        """Return every rate of a series, the latest half-year first."""
        of_it = (rate for (whose, _), rate in self._known.items() if whose is series)
        return sorted(of_it, key=lambda rate: rate.from_day, reverse=True)
