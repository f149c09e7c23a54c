"""Which interest on paid invoices is to end: what is found, and what is ticked; no toolkit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.money import Money, totals_by_currency

_LATELY = 90
"""Days back that count as lately."""


@dataclass(frozen=True, slots=True)
class DecideLine:
    """Interest on a paid invoice that nobody has decided; its id is the entry's."""

    found: LateInterest

    @property
    def id(self) -> int:
        """The entry's."""
        return self.found.debt.entry


class DecideChoice:
    """Nothing is ticked by itself; what is paid lately, or all of it."""

    def __init__(self, today: date) -> None:
        self._from = today - timedelta(days=_LATELY)
        self.everything = False
        self._found: Sequence[DecideLine] = ()
        self._ticked: set[int] = set()

    def take(self, found: Iterable[LateInterest]) -> None:
        """Take what is found now, what was paid last first."""
        lines = [DecideLine(one) for one in found if one.left.total]
        self._found = sorted(
            lines, key=lambda one: one.found.debt.paid_day or date.min, reverse=True
        )
        self._ticked &= {line.id for line in self._found}

    @property
    def lines(self) -> list[DecideLine]:
        """What is listed."""
        return [one for one in self._found if self.everything or self._is_late(one)]

    @property
    def earlier(self) -> int:
        """How many were paid before lately: they are never dropped unseen."""
        return sum(not self._is_late(one) for one in self._found)

    @property
    def ids(self) -> list[int]:
        """The entries listed, in order."""
        return [line.id for line in self.lines]

    def rows(self, ids: Sequence[int]) -> list[DecideLine]:
        """Return lines by their entries."""
        wanted = set(ids)
        return [line for line in self.lines if line.id in wanted]

    def ticked(self, id_: int) -> bool | None:
        """Whether one is ticked; None for one that is not listed."""
        return id_ in self._ticked if id_ in self.ids else None

    def tick(self, ids: Iterable[int]) -> None:
        """Tick these, or untick them if all are ticked already."""
        those = set(ids) & set(self.ids)
        if those <= self._ticked:
            self._ticked -= those
        else:
            self._ticked |= those

    @property
    def chosen(self) -> list[int]:
        """The entries that are listed and ticked."""
        return [id_ for id_ in self.ids if id_ in self._ticked]

    def sums(self, ids: Sequence[int]) -> list[Money]:
        """What these come to, per currency."""
        wanted = set(ids)
        return totals_by_currency(one.found.left.total for one in self.lines if one.id in wanted)

    def _is_late(self, line: DecideLine) -> bool:
        return (line.found.debt.paid_day or date.max) >= self._from


def _paid(line: DecideLine) -> date:
    return line.found.debt.paid_day or date.min
