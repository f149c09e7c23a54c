"""The lists of visits, one of which is seen."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from creditmate.i18n.catalogue import words
from creditmate.services.visit_lists import VisitRow
from creditmate.services.visit_suggestions import SuggestedVisit
from creditmate.ui.kit.item_table import ItemTable
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.payments.list_state import like
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.list_state import DoneRow, Show, VisitsBook
from creditmate.ui.visits.suggestion_cells import SuggestionCells

Chosen = VisitRow | SuggestedVisit | DoneRow
_ABOUT_AT, _WHY_AT = 3, 1


class VisitLists(QStackedWidget):
    """Shows the list of a chip; whoever owns it asks for what is in it."""

    opened = Signal()
    entered = Signal()
    """Another row is the current one, or none."""
    typed = Signal(str)
    menu_asked = Signal(object)
    copied = Signal(int)

    def __init__(self, around: Surroundings, cells: SuggestionCells) -> None:
        super().__init__()
        theme, desk, _ = around.theme, around.desk, words(around.language).gettext
        self._around, self._cells = around, cells
        self.visits: ItemTable[VisitRow] = ItemTable(
            theme, desk, _("Visits"), cells.visits(), _ABOUT_AT
        )
        self.suggestions: ItemTable[SuggestedVisit] = ItemTable(
            theme, desk, cells.chip(Show.SUGGESTIONS), cells.suggestions(), _WHY_AT
        )
        self.done: ItemTable[DoneRow] = ItemTable(
            theme, desk, cells.chip(Show.DONE), cells.done(), 1
        )
        for table in self.tables().values():
            self.addWidget(table)
            table.opened.connect(lambda _id: self.opened.emit())
            table.typed.connect(self.typed)
            table.menu_asked.connect(self.menu_asked)
            table.copied.connect(self.copied)
            table.selectionModel().currentRowChanged.connect(lambda *_rows: self.entered.emit())

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The tables, by the names under which their columns are kept."""
        return {
            "visits": self.visits.table,
            "suggestions": self.suggestions.table,
            "done": self.done.table,
        }

    @property
    def table(self) -> PagedTable[Any]:
        """The table that is seen."""
        return list(self.tables().values())[self.currentIndex()]

    @property
    def chosen(self) -> Chosen | None:
        """What the current row is; None where there is none."""
        lists: list[ItemTable[Any]] = [self.visits, self.suggestions, self.done]
        found: Chosen | None = lists[self.currentIndex()].current
        return found

    def show_book(self, book: VisitsBook, text: str) -> bool:
        """Show a list, and return whether there is anything in it."""
        self._cells.as_at = self._around.program.clock.today
        self._cells.names = {one.code: one.name for one in book.suggestions}
        listed, items = self._of(book)
        self.setCurrentWidget(listed.table)
        listed.show_items([item for item in items if like(text, *_said(item))])
        self.setFocusProxy(listed.table)
        self.entered.emit()
        return listed.table.model().rowCount() > 0

    def _of(self, book: VisitsBook) -> tuple[ItemTable[Any], Sequence[Any]]:
        if book.show is Show.SUGGESTIONS:
            return self.suggestions, book.suggestions
        if book.show is Show.DONE:
            return self.done, book.done
        return self.visits, book.visits


def _said(item: Chosen) -> tuple[str, ...]:
    """What of a row is searched."""
    if isinstance(item, SuggestedVisit):
        return item.code, item.name
    row = item.row if isinstance(item, DoneRow) else item
    return row.code, row.name, row.number, row.file.visit.words
