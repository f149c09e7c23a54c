"""The lists of visits, one of which is seen."""

from collections.abc import Sequence
from typing import Any

from creditmate.i18n.catalogue import words
from creditmate.services.visit_lists import VisitRow
from creditmate.services.visit_suggestions import SuggestedVisit
from creditmate.ui.kit.item_table import ItemTable
from creditmate.ui.list_stack import ListStack
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.list_state import DoneRow, Show, VisitsBook
from creditmate.ui.visits.suggestion_cells import SuggestionCells
from creditmate.ui.visits.suggestion_table import SuggestionTable

Chosen = VisitRow | SuggestedVisit | DoneRow
_ABOUT_AT = 3


class VisitLists(ListStack[VisitsBook]):
    """Visits to come or to be reported, who is worth one, and those that are done."""

    def __init__(self, around: Surroundings, cells: SuggestionCells) -> None:
        theme, desk, _ = around.theme, around.desk, words(around.language).gettext
        self._around, self._cells = around, cells
        self.visits: ItemTable[VisitRow] = ItemTable(
            theme, desk, _("Visits"), cells.visits(), _ABOUT_AT
        )
        self.suggestions = SuggestionTable(
            theme, desk, cells.chip(Show.SUGGESTIONS), cells.suggestions(), 0, cells.reasons
        )
        self.done: ItemTable[DoneRow] = ItemTable(
            theme, desk, cells.chip(Show.DONE), cells.done(), 1
        )
        super().__init__(
            {"visits": self.visits, "suggestions": self.suggestions, "done": self.done}
        )

    @property
    def chosen(self) -> Chosen | None:
        """What the current row is; None where there is none."""
        found: Chosen | None = self.seen.current
        return found

    def show_book(self, book: VisitsBook, text: str) -> bool:
        """Show a list, and return whether there is anything in it."""
        self._cells.as_at = self._around.program.clock.today
        self._cells.names = {one.code: one.name for one in book.suggestions}
        listed, items = self._of(book)
        return self.show_items(listed, items, _said, text)

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
