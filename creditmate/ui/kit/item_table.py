"""A table over a list in memory, shown as those of the ledger are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from creditmate.ui.kit.paged_model import Column, PagedModel
from creditmate.ui.kit.pages import PAGE
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.queries import Desk
from creditmate.ui.theme.theme import Theme

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Numbered(Generic[Item]):
    """One of a list; the id is its place."""

    id: int
    item: Item


class ItemTable(Generic[Item]):
    """A table over a list in memory.

    Attributes:
        table: What is shown.
    """

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        name: str,
        columns: Sequence[Column[Numbered[Item]]],
        flexible: int,
    ) -> None:
        self._items: Sequence[Item] = ()
        model: PagedModel[Numbered[Item]] = PagedModel(columns, self._rows, desk, desk.failed.emit)
        self.table = self.make_table(model, theme, name, flexible)
        model.setParent(self.table)

    def make_table(
        self, model: PagedModel[Numbered[Item]], theme: Theme, name: str, flexible: int
    ) -> PagedTable[Numbered[Item]]:
        """Return what shows the model; a derived list may have another."""
        return PagedTable(model, theme, name, flexible=flexible)

    @property
    def items(self) -> Sequence[Item]:
        """The list."""
        return self._items

    @property
    def current(self) -> Item | None:
        """The item one is on; None where there is none."""
        row = self.table.currentIndex().row()
        return self._items[row] if 0 <= row < len(self._items) else None

    def show_items(self, items: Sequence[Item]) -> None:
        """Show another list."""
        self._items = items
        self.table.show_list(range(len(items)), self._rows(range(min(PAGE, len(items)))))

    def go_to(self, is_it: Callable[[Item], bool]) -> None:
        """Make the first item that is it the current one, if there is one."""
        place = next((at for at, item in enumerate(self._items) if is_it(item)), None)
        if place is not None:
            self.table.go_to(place)

    def _rows(self, ids: Sequence[int]) -> list[Numbered[Item]]:
        return [Numbered(id_, self._items[id_]) for id_ in ids if id_ < len(self._items)]
