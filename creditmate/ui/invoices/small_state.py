"""Which small balances are to be written off: what is found, and what is ticked; no toolkit."""

from collections.abc import Iterable, Sequence

from creditmate.domain.money import Money, total
from creditmate.services.write_offs import WriteOffLine


class SmallChoice:
    """What is found is ticked, but for what is better not written off; ticks by hand stay."""

    def __init__(self, currency: str) -> None:
        self._currency = currency
        self.lines: Sequence[WriteOffLine] = ()
        self._by_hand: dict[int, bool] = {}

    def take(self, lines: Sequence[WriteOffLine]) -> None:
        """Take what is found now."""
        self.lines = tuple(lines)

    @property
    def ids(self) -> list[int]:
        """The invoices, in order."""
        return [line.document_id for line in self.lines]

    def rows(self, ids: Sequence[int]) -> list[WriteOffLine]:
        """Return lines by their invoices."""
        wanted = set(ids)
        return [line for line in self.lines if line.document_id in wanted]

    def ticked(self, id_: int) -> bool | None:
        """Whether an invoice is to be written off; None for one that is not there."""
        line = next((line for line in self.lines if line.document_id == id_), None)
        return None if line is None else self._by_hand.get(id_, line.reason is None)

    def tick(self, ids: Iterable[int]) -> None:
        """Tick these, or untick them if all are ticked already."""
        those = [id_ for id_ in ids if self.ticked(id_) is not None]
        wanted = not all(self.ticked(id_) for id_ in those)
        self._by_hand.update(dict.fromkeys(those, wanted))

    @property
    def chosen(self) -> list[int]:
        """The invoices that are ticked."""
        return [id_ for id_ in self.ids if self.ticked(id_)]

    @property
    def sum(self) -> Money:
        """What is open of them together."""
        chosen = set(self.chosen)
        found = (line.open for line in self.lines if line.document_id in chosen)
        return total(found, self._currency)
