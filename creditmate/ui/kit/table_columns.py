"""The columns of a table: how wide they are, in which order, and which there is room for."""

from collections.abc import Sequence
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
        header, columns = self._header, enumerate(self._model.columns)
        kept = [at for at, one in columns if not (one.optional or one.yields)]
        widths = [header.first_width(at) for at in kept if at != self._flexible]
        return sum(widths) + header.short_width(self._flexible) + SIZES.scroll_bar

    def fit(self) -> None:
        """Leave out the last columns that may be, until the rest fit; then fill the room.

        Next other words shorten, then names; only then the columns go that are missed.
        """
        self._fitting = True
        header, columns = self._header, self._model.columns
        room = self._table.viewport().width()
        for section in range(len(columns)):
            header.setSectionHidden(section, False)
            if self._may_shorten(section):
                self._resize(section, self._widths[columns[section].key])
        least, short = header.first_width(self._flexible), header.short_width(self._flexible)
        self._leave_out([at for at, one in enumerate(columns) if one.optional], room - least)
        self._shorten(room - least)
        self._leave_out([at for at, one in enumerate(columns) if one.yields], room - short)
        self._resize(self._flexible, max(short, room - self._others()))
        self._fitting = False

    def _resize(self, section: int, width: int) -> None:
        if width != self._header.sectionSize(section):
            self._header.resizeSection(section, width)

    def _may_shorten(self, section: int) -> bool:
        """Whether a column may be narrower than its words: no figures, nothing that must fit."""
        one = self._model.columns[section]
        return section != self._flexible and not (one.right or one.fits or one.tags)

    def _shorten(self, room: int) -> None:
        """Shorten words until there is room for the rest, those of the last column first."""
        header = self._header
        for section in reversed(range(header.count())):
            too_wide = self._others() - room
            if too_wide > 0 and self._may_shorten(section) and not header.isSectionHidden(section):
                width = header.sectionSize(section)
                short = min(header.short_width(section), width)
                self._resize(section, max(width - too_wide, short))

    def _others(self) -> int:
        """Return how wide all columns are but the one that takes what is left."""
        return self._header.length() - self._header.sectionSize(self._flexible)

    def _leave_out(self, sections: Sequence[int], room: int) -> None:
        """Leave out the last of these until there is room for the others."""
        for section in reversed(sections):
            if self._others() > room:
                self._header.setSectionHidden(section, True)

    def make_room(self) -> None:
        """Widen columns of figures for those that are seen: amounts are never shortened."""
        self._fitting = True
        # one that is left out moves another one to the edge, where the gutter takes of its room
        while widen_for_figures(self._table, self._model, self._header, self._theme):
            self.fit()
            self._fitting = True
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
            self.make_room()

    def renew(self) -> None:
        """Let the columns grow with the text in them."""
        kept, self._scale = self.layout_kept(), self._theme.text_scale
        self.arrange(kept)
        self.make_room()
