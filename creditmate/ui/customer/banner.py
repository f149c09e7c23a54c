"""The band of decisions over a customer's page; no room is taken where there are none."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.services.customers import Brief
from creditmate.ui.customer.banner_state import BannerLine, banner_lines
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.kit.phrase import Phrase, Run
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import ICON, SPACE, Ink, Type

MOST = 3
"""Lines: whoever has more has them all in the brief."""


class StandingBanner(QWidget):
    """One line each: what was decided, and the verb that changes it."""

    acted = Signal(object)
    """The ``BannerLine`` whose verb was chosen."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.lines: list[BannerLine] = []
        self.hide()

    def show_brief(self, brief: Brief) -> None:
        """Show what was decided about a customer."""
        lines = banner_lines(brief, self._around.language, self._around.locale)[:MOST]
        if lines == self.lines:
            return
        self.lines = lines
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        for line in lines:
            self._column.addWidget(self._made(line))
            self._column.addWidget(Hairline())
        self.setVisible(bool(lines))

    def _made(self, line: BannerLine) -> QWidget:
        theme = self._around.theme
        strip = QWidget()
        strip.setProperty("ground", line.tone.ground.value)
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        strip.setAccessibleName(line.title)
        verb = Button(theme, line.verb, small=True)
        verb.setAccessibleDescription(line.title)
        verb.clicked.connect(partial(self.acted.emit, line))
        said = Phrase(
            theme, [Run(line.title, line.tone.ink), Run(line.detail, Ink.TEXT)], Type.BODY_MEDIUM
        )
        row = QHBoxLayout(strip)
        row.setContentsMargins(SPACE.xl, SPACE.xs, SPACE.xl, SPACE.xs)
        row.setSpacing(SPACE.s)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(GlyphLabel(theme, Glyph.INFO, line.tone.ink, ICON.button), 0, middle)
        row.addWidget(said, 1, middle)
        row.addWidget(verb, 0, middle)
        return strip
