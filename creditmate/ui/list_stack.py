"""Several lists in memory, one of which is seen; a place with chips owns it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from creditmate.ui.kit.item_table import ItemTable
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.payments.list_state import like

Book = TypeVar("Book")
Item = TypeVar("Item")


class ListStack(QStackedWidget, Generic[Book]):
    """Shows the list of a chip; whoever owns it asks for what is in it.

    Args:
        lists: The lists, by the names under which their columns are kept.
    """

    opened = Signal()
    entered = Signal()
    """Another row is the current one, or none."""
    typed = Signal(str)
    menu_asked = Signal(object)
    copied = Signal(int)

    def __init__(self, lists: Mapping[str, ItemTable[Any]]) -> None:
        super().__init__()
        self._lists = lists
        for table in self.tables().values():
            self.addWidget(table)
            table.opened.connect(lambda _id: self.opened.emit())
            table.typed.connect(self.typed)
            table.menu_asked.connect(self.menu_asked)
            table.copied.connect(self.copied)
            table.selectionModel().currentRowChanged.connect(lambda *_rows: self.entered.emit())

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The tables, by the names under which their columns are kept."""
        return {name: listed.table for name, listed in self._lists.items()}

    @property
    def seen(self) -> ItemTable[Any]:
        """The list that is seen."""
        return list(self._lists.values())[self.currentIndex()]

    @property
    def table(self) -> PagedTable[Any]:
        """The table that is seen."""
        return self.seen.table

    def show_book(self, book: Book, text: str) -> bool:
        """Show a list as far as it is like a text, and return whether there is anything in it."""
        raise NotImplementedError

    def book_seen(self, book: Book) -> Book:
        """Return of a book what is seen of its list, for the sums below; all of it, if they are."""
        return book

    def show_items(
        self,
        listed: ItemTable[Item],
        items: Iterable[Item],
        said: Callable[[Item], tuple[str, ...]],
        text: str,
    ) -> bool:
        """Show those of a list that are like a text; return whether there are any.

        Args:
            listed: The list.
            items: What could stand in it.
            said: What of a row is searched.
            text: What is typed.
        """
        self.setCurrentWidget(listed.table)
        listed.show_items([item for item in items if like(text, *said(item))])
        self.setFocusProxy(listed.table)
        self.entered.emit()
        return listed.table.model().rowCount() > 0
