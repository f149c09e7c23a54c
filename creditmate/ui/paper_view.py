"""A paper to look at beside what is typed or listed: its name, and its pages to be enlarged."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import IconButton, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.page_view import PageView
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Ink, Type


class PaperView(QWidget):
    """Nothing blocks: pages are drawn on the drawing thread, and the newest win.

    Attributes:
        view: The pages.
    """

    def __init__(self, around: Surroundings, name: str) -> None:
        """Under ``name`` it is seen and read out."""
        super().__init__()
        theme, _ = around.theme, words(around.language).gettext
        self.setAccessibleName(name)
        self.setProperty("ground", Ground.SUNKEN.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = PageView(theme, around.drawing, around.desk.failed.emit, name)
        self._title = Elided(theme, name, Type.BODY_STRONG)
        self._none = Paragraph(theme, "", Type.BODY, Ink.MUTED)
        self.smaller = IconButton(theme, Glyph.ZOOM_OUT, _("Smaller"), Kind.QUIET, small=True)
        self.larger = IconButton(theme, Glyph.ZOOM_IN, _("Larger"), Kind.QUIET, small=True)
        self._middle = QStackedWidget()
        self._lay_out()
        self.smaller.clicked.connect(self.view.reduce)
        self.larger.clicked.connect(self.view.enlarge)
        self.view.zoomed.connect(self._on_zoomed)
        self._on_zoomed()

    def _lay_out(self) -> None:
        head = QWidget()
        head.setFixedHeight(SIZES.preview_head)
        row = QHBoxLayout(head)
        keep_clear(row, SPACE.xl, 0, SPACE.l, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(self._title, 1)
        row.addWidget(self.smaller)
        row.addWidget(self.larger)
        nothing = QWidget()
        inside = QVBoxLayout(nothing)
        inside.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.xl)
        inside.addWidget(self._none)
        inside.addStretch(1)
        self._middle.addWidget(self.view)
        self._middle.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._middle, 1)

    def show_papers(self, make: Callable[[], Sequence[bytes]], *, anew: bool = True) -> None:
        """Show what ``make`` draws; what is there stays until the new pages are.

        Args:
            make: Draws them, on the drawing thread.
            anew: They are the same papers drawn anew: whoever looks stays where they are.
        """
        self._middle.setCurrentIndex(0)
        self.view.show_papers(make, anew=anew)
        self._on_zoomed()

    def show_none(self, why: str) -> None:
        """Say why there is nothing to look at."""
        self._none.set_text(why)
        self._middle.setCurrentIndex(1)
        self.view.show_nothing()
        self._on_zoomed()

    def _on_zoomed(self) -> None:
        self.larger.setEnabled(self.view.can_enlarge and self._middle.currentIndex() == 0)
        self.smaller.setEnabled(self.view.can_reduce)
