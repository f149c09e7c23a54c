"""The columns of a table: how wide they are, in which order, and which there is room for."""

from typing import Any

from PySide6.QtWidgets import QTableView

from creditmate.system.window_state import TableLayout
from creditmate.ui.kit.figure_room import widen_for_figures
from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.table_header import TableHeader
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES


class TableColumns:
    """Keeps the columns as the user drew them, and the one at ``flexible`` as wide as is left.

    No ``QObject``: the table listens for it, so that nothing is heard while it is destroyed.
    """

    def __init__(
        self,
        table: QTableView,
        model: PagedModel[Any],
        header: TableHeader,
        theme: Theme,
        flexible: int,
    ) -> None:
        self._table, self._model, self._header = table, model, header
        self._theme, self._scale = theme, theme.text_scale
        self._flexible, self._fitting = flexible, False
        self._widths: dict[str, int] = {}

    def arrange(self, layout: TableLayout) -> None:
        """Arrange the columns as they were left; what is not known stands as it began."""
        columns = self._model.columns
        self._fitting = True
        for section, column in enumerate(columns):
            first = self._header.first_width(section)
            kept = layout.widths.get(column.key)
            self._widths[column.key] = first if kept is None else round(kept * self._scale)
            self._header.resizeSection(section, self._widths[column.key])
        keys = [column.key for column in columns]
        known = [keys.index(key) for key in layout.order if key in keys]
        for place, section in enumerate(known):
            self._header.moveSection(self._header.visualIndex(section), place)
        self.fit()

    def layout_kept(self) -> TableLayout:
        """Return how the columns are arranged, to be remembered."""
        columns, header = self._model.columns, self._header
        order = tuple(columns[header.logicalIndex(place)].key for place in range(len(columns)))
        flexible = columns[self._flexible].key
        kept = {key: width for key, width in self._widths.items() if key != flexible}
        return TableLayout(order, {key: round(width / self._scale) for key, width in kept.items()})

    def least_width(self) -> int:
        """Return how wide the table must be to show what may not be left out."""
        columns = enumerate(self._model.columns)
        widths = (self._header.first_width(at) for at, one in columns if not one.optional)
        return sum(widths) + SIZES.scroll_bar

    def fit(self) -> None:
        """Leave out the last columns that may be, until the rest fit; then fill the room."""
        self._fitting = True
        header, columns = self._header, self._model.columns
        room = self._table.viewport().width()
        for section in range(len(columns)):
            header.setSectionHidden(section, False)
        least = header.first_width(self._flexible)
        others = header.length() - header.sectionSize(self._flexible)
        for section in reversed(range(len(columns))):
            if least + others > room and columns[section].optional:
                others -= header.sectionSize(section)
                header.setSectionHidden(section, True)
        width = max(least, room - others)
        if width != header.sectionSize(self._flexible):
            header.resizeSection(self._flexible, width)
        self._fitting = False

    def make_room(self) -> None:
        """Widen columns of figures for those that are seen: amounts are never shortened."""
        self._fitting = True
        if widen_for_figures(self._table, self._model, self._header, self._theme):
            self.fit()
        self._fitting = False

    def shown(self) -> list[int]:
        """Return the columns that are not left out, in the order in which they stand."""
        header = self._header
        sections = [header.logicalIndex(place) for place in range(header.count())]
        return [section for section in sections if not header.isSectionHidden(section)]

    def drawn_out(self, section: int, width: int) -> None:
        """Make room for a column that the user drew out; what we resize is none of theirs."""
        if section != self._flexible and not self._fitting:
            self._widths[self._model.columns[section].key] = width
            self.fit()

    def renew(self) -> None:
        """Let the columns grow with the text in them."""
        kept, self._scale = self.layout_kept(), self._theme.text_scale
        self.arrange(kept)
        self.make_room()
