"""Beside the form of the business: the letterhead on a real page, a moment after typing."""

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer

from creditmate.domain.business_form import BusinessEntry
from creditmate.i18n.catalogue import words
from creditmate.services.business_editing import preview
from creditmate.ui.paper_view import PaperView
from creditmate.ui.surroundings import Surroundings

_PAUSE = 250  # ms after a letter is typed before the page is drawn anew


class LetterPreview(PaperView):
    """A sample letter under the letterhead as typed; it is drawn on a thread of its own."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, words(around.language).gettext("How a letter looks"))
        self._around = around
        self._wanted: tuple[BusinessEntry, bytes | None] | None = None
        self._is_first = True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._draw)

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
        self.show_papers(partial(_pages, entry, logo, day, locale), anew=not self._is_first)
        self._is_first = False


def _pages(entry: BusinessEntry, logo: bytes | None, day: date, locale: str) -> list[bytes]:
    """Draw the letter, on the drawing thread."""
    return [preview(entry, logo, day, locale)]
