"""Which interest on paid invoices is to be decided, and what of it is ticked; no toolkit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_worth import ToDecide, invoices_of, sums_of
from creditmate.domain.money import Money


class Heap(StrEnum):
    """What is listed; the values are keys of the window."""

    WORTH = "worth"  # worth deciding one by one
    SMALL = "small"  # what is folded below the limit
    ALL = "all"  # both, and what was paid long ago


@dataclass(frozen=True, slots=True)
class DecideLine:
    """Interest on a paid invoice that nobody has decided; its id is the entry's."""

    found: LateInterest

    @property
    def id(self) -> int:
        """The entry's."""
        return self.found.debt.entry


class DecideChoice:
    """Nothing is ticked by itself, and what is ticked counts only while it is listed."""

    def __init__(self) -> None:
        self.heap = Heap.WORTH
        self.found: ToDecide | None = None
        self._heaps: Mapping[Heap, Sequence[DecideLine]] = {}
        self._ticked: set[int] = set()

    def take(self, found: ToDecide) -> None:
        """Take what is found now, of what is paid; what was paid last first."""
        self.found = ToDecide(
            found.limits, _paid(found.listed), _paid(found.small), _paid(found.waiting)
        )
        self._heaps = {
            Heap.WORTH: [DecideLine(one) for one in self.found.listed],
            Heap.SMALL: [DecideLine(one) for one in self.found.small],
            Heap.ALL: [DecideLine(one) for one in _paid(self.found.everything)],
        }
        self._ticked &= set(self.ids)

    @property
    def lines(self) -> Sequence[DecideLine]:
        """What is listed."""
        return self._heaps.get(self.heap, ())

    @property
    def ids(self) -> list[int]:
        """The entries listed, in order."""
        return [line.id for line in self.lines]

    def rows(self, ids: Sequence[int]) -> list[DecideLine]:
        """Return lines by their entries."""
        wanted = set(ids)
        return [line for line in self.lines if line.id in wanted]

    def ticked(self, id_: int) -> bool:
        """Whether one is ticked."""
        return id_ in self._ticked

    def tick(self, ids: Iterable[int]) -> None:
        """Tick these, or untick them if all are ticked already."""
        those = set(ids) & set(self.ids)
        if those <= self._ticked:
            self._ticked -= those
        else:
            self._ticked |= those

    @property
    def _chosen(self) -> list[LateInterest]:
        return [line.found for line in self.lines if line.id in self._ticked]

    @property
    def chosen(self) -> list[int]:
        """The entries that are listed and ticked."""
        return [one.debt.entry for one in self._chosen]

    @property
    def counts(self) -> tuple[int, int]:
        """How many invoices are ticked, and how many are listed."""
        return invoices_of(self._chosen), invoices_of(line.found for line in self.lines)

    @property
    def sums(self) -> tuple[Money, ...]:
        """What is ticked comes to, per currency; without a tick, all that is listed."""
        return sums_of(self._chosen or [line.found for line in self.lines])


def _paid(found: Iterable[LateInterest]) -> tuple[LateInterest, ...]:
    """Those that are paid, the latest payment first."""
    days = [(one.debt.paid_day, one) for one in found]
    paid = [(day, one) for day, one in days if day is not None]
    return tuple(one for _, one in sorted(paid, key=lambda pair: pair[0], reverse=True))
