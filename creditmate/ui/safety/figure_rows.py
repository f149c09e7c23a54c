"""The figures that were published, below one another: what was tried, and what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from creditmate.services.published_figures import Figure
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SPACE, Ink, Type


class FigureRows(QWidget):
    """Each with the sign whether it came out as promised."""

    def __init__(self, theme: Theme, figures: Sequence[Figure]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.l)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for place, figure in enumerate(figures):
            row = 3 * place
            sign = (Glyph.DONE, Ink.POSITIVE) if figure.ok else (Glyph.ALERT, Ink.WARNING)
            label = GlyphLabel(theme, *sign, ICON.button)
            label.setMinimumHeight(theme.line(Type.BODY))
            grid.addWidget(label, row, 0, top)
            grid.addWidget(Paragraph(theme, figure.title, Type.BODY_MEDIUM), row, 1)
            grid.addWidget(Paragraph(theme, figure.result, Type.SMALL, Ink.MUTED), row + 1, 1)
            grid.setRowMinimumHeight(row + 2, SPACE.s)
