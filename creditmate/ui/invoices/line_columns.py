"""The columns of an invoice's lines: what they are called and how wide they are."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.i18n.catalogue import N_, words
from creditmate.ui.kit.paint import text_width
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

WORDS, FOLDED = "description", frozenset({"discount"})
"""The column that takes the room the others leave; those that are seen only if wanted."""
_TITLES: Mapping[str, tuple[str, int]] = {
    WORDS: (N_("What for"), SIZES.line_words),
    "quantity": (N_("Quantity"), SIZES.line_quantity),
    "unit": (N_("Unit"), SIZES.line_unit),
    "price": (N_("Price"), SIZES.line_price),
    "discount": (N_("Discount"), SIZES.line_discount),
    "tax": (N_("Tax"), SIZES.line_tax),
    "amount": (N_("Amount"), SIZES.line_amount),
}
NAMES = tuple(_TITLES)
RIGHT = frozenset({"quantity", "price", "discount", "amount"})


class LineColumns:
    """Titles in a language, and widths that follow the text size."""

    def __init__(self, theme: Theme, language: str) -> None:
        self._theme = theme
        _ = words(language).gettext
        self.titles = {name: _(title) for name, (title, _width) in _TITLES.items()}

    def width(self, name: str) -> int:
        """Return how wide a column is; the one of words at least."""
        font = self._theme.font(Type.SMALL)
        title = text_width(self.titles[name], font) + 2 * (SPACE.s + SIZES.focus)
        return max(self._theme.wide(_TITLES[name][1]), title)

    def least_width(self, *, folded: bool) -> int:
        """Return how wide all that is seen has to be, with the gaps and the way to remove."""
        seen = [name for name in NAMES if not (folded and name in FOLDED)]
        return sum(map(self.width, seen)) + SPACE.xs * len(seen) + SIZES.control_small


class LineTitles(QWidget):
    """The titles over the lines."""

    def __init__(self, theme: Theme, columns: LineColumns) -> None:
        super().__init__()
        self._columns = columns
        self.setFixedHeight(SIZES.table_head)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        self._cells = {name: QWidget() for name in NAMES}
        for name, cell in self._cells.items():
            inside = QHBoxLayout(cell)
            inside.setContentsMargins(SPACE.s + SIZES.focus, 0, SPACE.s + SIZES.focus, 0)
            if name in RIGHT:
                inside.addStretch(1)
            inside.addWidget(Text(theme, columns.titles[name], Type.SMALL, Ink.MUTED))
            if name not in RIGHT:
                inside.addStretch(1)
            row.addWidget(cell, 1 if name == WORDS else 0)
        row.addSpacing(SPACE.xs + SIZES.control_small)  # as wide as the way to remove
        self.fit()
        theme.changed.connect(self.fit)

    def fit(self) -> None:
        """Take the widths as they are now."""
        for name, cell in self._cells.items():
            if name == WORDS:
                cell.setMinimumWidth(self._columns.width(name))
            else:
                cell.setFixedWidth(self._columns.width(name))

    def fold(self, *, folded: bool) -> None:
        """Leave out what is seldom wanted, or show it."""
        for name in FOLDED:
            self._cells[name].setVisible(not folded)
