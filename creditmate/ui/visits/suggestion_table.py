"""The table of those who are worth a visit: names and sums, and below them why, whole."""

from collections.abc import Callable, Sequence

from creditmate.services.visit_suggestions import SuggestedVisit
from creditmate.ui.kit.item_table import ItemTable, Numbered
from creditmate.ui.kit.paged_model import Column, PagedModel
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.told_table import ToldTable
from creditmate.ui.queries import Desk
from creditmate.ui.theme.theme import Theme


class SuggestionTable(ItemTable[SuggestedVisit]):
    """Below the cells of each stands what ``why`` returns of it."""

    def __init__(  # noqa: PLR0913, PLR0917 - as any, and the text
        self,
        theme: Theme,
        desk: Desk,
        name: str,
        columns: Sequence[Column[Numbered[SuggestedVisit]]],
        flexible: int,
        why: Callable[[SuggestedVisit], str],
    ) -> None:
        self._why = why
        super().__init__(theme, desk, name, columns, flexible)

    def make_table(
        self, model: PagedModel[Numbered[SuggestedVisit]], theme: Theme, name: str, flexible: int
    ) -> PagedTable[Numbered[SuggestedVisit]]:
        """Return a table whose rows say why."""
        return ToldTable(model, theme, name, flexible=flexible, told=self.told)

    def told(self, position: int) -> str:
        """Return what is said below the cells of one."""
        return self._why(self._items[position]) if position < len(self._items) else ""
