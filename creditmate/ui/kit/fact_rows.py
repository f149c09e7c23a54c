"""Facts below one another: what it is about, what is known, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from creditmate.ui.kit.button import Button
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class FactRows(QWidget):
    """Titles where reading begins, sentences beside them, buttons at the end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.l)
        self._grid.setVerticalSpacing(SPACE.s)
        self._grid.setColumnMinimumWidth(0, SIZES.safety_label)
        self._grid.setColumnStretch(1, 1)

    def add(self, title: str, buttons: Sequence[Button] = ()) -> Paragraph:
        """Add a row; what is known is said in the paragraph that is returned."""
        row, top = self._grid.rowCount(), Qt.AlignmentFlag.AlignTop
        known = Paragraph(self._theme, "")
        self._grid.addWidget(Text(self._theme, title, Type.BODY_MEDIUM, Ink.MUTED), row, 0, top)
        self._grid.addWidget(known, row, 1, top)
        if buttons:
            held = QWidget()
            inside = QHBoxLayout(held)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(SPACE.l)
            for button in buttons:
                inside.addWidget(button)
            self._grid.addWidget(held, row, 2, top | Qt.AlignmentFlag.AlignTrailing)
        return known
