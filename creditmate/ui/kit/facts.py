"""Facts about one thing: a label and what is known, below one another."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from creditmate.ui.kit.paint import text_width
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_LONGEST = 3
"""Times the usual label: what is longer wraps, so that what is known has its room."""
_SHARED = 2
"""Times the usual label: one that is wider pushes no other grid aside."""


class FactGrid(QWidget):
    """Labels in a column where reading begins; what is known wraps beside them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._rows = theme, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.l)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, SIZES.fact_label)
        self._grid.setColumnStretch(1, 1)

    def add(self, label: str, known: QWidget) -> None:
        """Add a fact that is shown by a widget."""
        top = Qt.AlignmentFlag.AlignTop
        title = self._title(label)
        title.setMinimumHeight(max(self._theme.line(Type.BODY), known.minimumSizeHint().height()))
        self._grid.addWidget(title, self._rows, 0, top)
        self._grid.addWidget(known, self._rows, 1)
        self._rows += 1

    def _title(self, label: str) -> QWidget:
        """A label; one in somebody's own words may be so long that it wraps."""
        most = self._theme.wide(_LONGEST * SIZES.fact_label)
        if text_width(label, self._theme.font(Type.SMALL)) <= most:
            return Text(self._theme, label, Type.SMALL, Ink.MUTED)
        title = Paragraph(self._theme, label, Type.SMALL, Ink.MUTED)
        title.setFixedWidth(most)
        return title

    def add_link(self, label: str, link: QWidget) -> None:
        """Add a fact that can be pressed: as wide as it is, where reading begins."""
        self.add(label, link)
        self._grid.setAlignment(link, Qt.AlignmentFlag.AlignLeading)

    def add_text(self, label: str, known: str) -> None:
        """Add a fact in words; nothing where nothing is known."""
        if known:
            paragraph = Paragraph(self._theme, known)
            paragraph.setAccessibleName(f"{label}: {known}")
            self.add(label, paragraph)

    @property
    def label_width(self) -> int:
        """How wide the widest label is that others may be put in line with."""
        most = self._theme.wide(_SHARED * SIZES.fact_label)
        items = (self._grid.itemAtPosition(row, 0) for row in range(self._rows))
        wide = [item.sizeHint().width() for item in items if item is not None]
        return max((width for width in wide if width <= most), default=0)

    def keep_for_labels(self, width: int) -> None:
        """Keep so much room for the labels, and never less than for the usual one."""
        self._grid.setColumnMinimumWidth(0, max(width, SIZES.fact_label))


def in_line(grids: Iterable[FactGrid]) -> None:
    """Let what is known begin at one edge in grids below one another."""
    known = list(grids)
    widest = max((grid.label_width for grid in known), default=0)
    for grid in known:
        grid.keep_for_labels(widest)
