"""A section of a long form: what it is about at the side, its fields in columns beside it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

COLUMNS = 3


class FormSection(QWidget):
    """Title and purpose where reading begins; parts below one another beside them."""

    def __init__(self, theme: Theme, title: str, purpose: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        side = QWidget()
        side.setFixedWidth(SIZES.report_list)
        words = QVBoxLayout(side)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(SPACE.xs)
        words.addWidget(Paragraph(theme, title, Type.HEADING))
        words.addWidget(Paragraph(theme, purpose, Type.SMALL, Ink.MUTED))
        words.addStretch()
        self._parts = QVBoxLayout()
        self._parts.setSpacing(SPACE.s)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        row.setSpacing(SPACE.xl)
        row.addWidget(side)
        row.addLayout(self._parts, 1)

    def row(self, *fields: QWidget, columns: int = COLUMNS) -> ColumnGrid:
        """Put fields in columns of one width."""
        grid = ColumnGrid(columns, gap=SPACE.l, row_gap=SPACE.xs)
        grid.add(*fields)
        self._parts.addWidget(grid)
        return grid

    def put(self, part: QWidget) -> None:
        """Put a part over the whole width."""
        self._parts.addWidget(part)
