"""Beside the form of the business: the letterhead on a real page, a moment after typing."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.business_form import BusinessEntry
from creditmate.i18n.catalogue import words
from creditmate.services.business_editing import preview
from creditmate.ui.kit.button import IconButton, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.page_view import PageView
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Type

_PAUSE = 250  # ms after a letter is typed before the page is drawn anew


class LetterPreview(QWidget):
    """A sample letter under the letterhead as typed; it is drawn on a thread of its own.

    Attributes:
        view: The page.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        theme, _ = around.theme, words(around.language).gettext
        self.setAccessibleName(_("How a letter looks"))
        self.setProperty("ground", Ground.SUNKEN.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wanted: tuple[BusinessEntry, bytes | None] | None = None
        self._is_first = True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._draw)
        self.view = PageView(
            theme, around.drawing, around.desk.failed.emit, _("Page of a sample letter")
        )
        self._title = Elided(theme, _("How a letter looks"), Type.BODY_STRONG)
        self.smaller = IconButton(theme, Glyph.ZOOM_OUT, _("Smaller"), Kind.QUIET, small=True)
        self.larger = IconButton(theme, Glyph.ZOOM_IN, _("Larger"), Kind.QUIET, small=True)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.view, 1)

    def show_entry(self, entry: BusinessEntry, logo: bytes | None) -> None:
        """Draw the page as it would be, at once the first time, else when typing pauses."""
        if self._wanted == (entry, logo):
            return
        self._wanted = entry, logo
        if self._is_first:
            self._draw()
        else:
            self._pause.start()

    def _draw(self) -> None:
        if self._wanted is None:
            return
        entry, logo = self._wanted
        day = self._around.program.clock.today
        locale = entry.locale or self._around.locale
        self.view.show_papers(partial(_pages, entry, logo, day, locale), anew=not self._is_first)
        self._is_first = False

    def _on_zoomed(self) -> None:
        self.larger.setEnabled(self.view.can_enlarge)
        self.smaller.setEnabled(self.view.can_reduce)


def _pages(entry: BusinessEntry, logo: bytes | None, day: date, locale: str) -> list[bytes]:
    """Draw the letter, on the drawing thread."""
    return [preview(entry, logo, day, locale)]
