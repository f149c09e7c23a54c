"""Why a customer is on the list: reasons in words, and the points behind them on request."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.ui.brief.brief_words import BriefWords
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class Why(QWidget):
    """The reason to act on, the supporting ones, and a link that shows the points."""

    asked = Signal(bool)
    """Whether the points are wanted from now on."""

    def __init__(self, theme: Theme, says: BriefWords, _: Callable[[str], str]) -> None:
        super().__init__()
        first, others = says.why()
        points = says.points()
        self.link = Button(theme, _("Points"), Kind.LINK, small=True)
        self.link.setCheckable(True)
        if not points:  # to show it before it has a parent would make it a window
            self.link.hide()
        self._points = Paragraph(theme, points, Type.SMALL, Ink.MUTED)
        self._points.hide()
        self.link.toggled.connect(self._points.setVisible)
        self.link.toggled.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHead(theme, _("Why it is here"), self.link))
        column.addWidget(Paragraph(theme, first))
        if others:
            column.addSpacing(SPACE.xs)
            column.addWidget(Paragraph(theme, others, Type.SMALL, Ink.MUTED))
        column.addSpacing(SPACE.xs)
        column.addWidget(self._points)

    def show_points(self, *, wanted: bool) -> None:
        """Show the points, or the reasons alone."""
        self.link.setChecked(wanted)
