"""A paper to look at beside what is typed or listed: its name, and its pages to be enlarged."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.pages_or_none import PagesOrNone
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Type


class PaperView(QWidget):
    """Nothing blocks: pages are drawn on the drawing thread, and the newest win.

    Attributes:
        view: The pages.
    """

    def __init__(self, around: Surroundings, name: str) -> None:
        """Under ``name`` it is seen and read out."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("ground", Ground.SUNKEN.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages = PagesOrNone(around, name)
        self.view = self._pages.view
        head = QWidget()
        head.setFixedHeight(SIZES.preview_head)
        row = QHBoxLayout(head)
        keep_clear(row, SPACE.xl, 0, SPACE.l, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(Elided(around.theme, name, Type.BODY_STRONG), 1)
        row.addWidget(self._pages.smaller)
        row.addWidget(self._pages.larger)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)

    def show_papers(self, make: Callable[[], Sequence[bytes]], *, anew: bool = True) -> None:
        """Show what ``make`` draws, as ``PagesOrNone`` does; mostly the same paper drawn anew."""
        self._pages.show_papers(make, anew=anew)

    def show_none(self, why: str) -> None:
        """Say why there is nothing to look at."""
        self._pages.show_none(why)
