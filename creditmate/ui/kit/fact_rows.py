"""Facts below one another: what it is about, what is known, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from creditmate.ui.kit.button import Button
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ink, Type


class FactRows(QWidget):
    """Titles where reading begins, sentences beside them, buttons at the end."""

    def __init__(self, theme: Theme, *, marked: bool = False) -> None:
        """Show facts; ``marked`` leaves room for signs of whether each is as it should be."""
        super().__init__()
        self._theme, self._lead = theme, int(marked)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.l)
        self._grid.setVerticalSpacing(SPACE.s)
        self._grid.setColumnMinimumWidth(0, ICON.button if marked else SIZES.safety_label)
        self._grid.setColumnMinimumWidth(self._lead, SIZES.safety_label)
        self._grid.setColumnStretch(self._lead + 1, 1)

    def add(
        self, title: str, buttons: Sequence[Button] = (), *, is_well: bool | None = None
    ) -> Paragraph:
        """Add a row; what is known is said in the paragraph that is returned.

        Args:
            title: What it is about.
            buttons: What can be done about it.
            is_well: The sign before it, where there is room for one; None for neither.
        """
        row, top, lead = self._grid.rowCount(), Qt.AlignmentFlag.AlignTop, self._lead
        known = Paragraph(self._theme, "")
        if is_well is not None and lead:
            sign = (Glyph.DONE, Ink.POSITIVE) if is_well else (Glyph.ALERT, Ink.WARNING)
            label = GlyphLabel(self._theme, *sign, ICON.button)
            label.setMinimumHeight(self._theme.line(Type.BODY))
            self._grid.addWidget(label, row, 0, top)
        name = Text(self._theme, title, Type.BODY_MEDIUM, Ink.MUTED)
        self._grid.addWidget(name, row, lead, top)
        self._grid.addWidget(known, row, lead + 1, top)
        if buttons:
            held = QWidget()
            inside = QHBoxLayout(held)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(SPACE.l)
            for button in buttons:
                inside.addWidget(button)
            self._grid.addWidget(held, row, lead + 2, top | Qt.AlignmentFlag.AlignTrailing)
        return known
