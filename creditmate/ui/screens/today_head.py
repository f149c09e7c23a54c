"""The head of Today: its name, the day, and how much of it is done."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.ring import Ring
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

if TYPE_CHECKING:
    from creditmate.services.worklists import WorkDay


_AFTER_DAY = 2  # the place after title and day


class TodayHead(QWidget):
    """Words and a ring; a check mark when all is done; the day's list on paper; something new.

    Attributes:
        add: Puts something into the diary, once there is anybody to put there.
    """

    print_asked = Signal()
    add_asked = Signal()

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        super().__init__()
        self._language, self._locale = language, locale
        _ = words(language).gettext
        self.setFixedHeight(SIZES.page_head)
        self._day = Elided(theme, "", Type.BODY, Ink.MUTED)
        self._ring = Ring(theme)
        self._check = GlyphLabel(theme, Glyph.DONE, Ink.POSITIVE)
        self.progress = Text(theme, "", Type.SMALL, Ink.MUTED)
        row = self._row = QHBoxLayout(self)
        keep_clear(row, SPACE.xl, 0, SPACE.l, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(Text(theme, _("Today"), Type.TITLE))
        row.addWidget(self._day, 1)
        for widget in (self._ring, self._check, self.progress):
            widget.hide()
            row.addWidget(widget)
        self._print = IconButton(theme, Glyph.PRINT, _("Print the call sheet…"), Kind.QUIET)
        self._print.clicked.connect(self.print_asked)
        self._print.hide()
        row.addWidget(self._print)
        self.add = Button(theme, _("Add"), glyph=Glyph.ADD)
        self.add.setToolTip(_("Put a call, a visit or something else into the diary (N)"))
        self.add.clicked.connect(self.add_asked)
        self.add.hide()
        row.addWidget(self.add)

    def say_day(self, today: date) -> None:
        """Say which day it is."""
        from creditmate.i18n.formats import day_with_weekday  # noqa: PLC0415 - see docs/decisions/0006

        self._day.show_text(day_with_weekday(today, self._locale))

    def mark(self, widget: QWidget) -> None:
        """Put a mark between the day and how much of it is done."""
        self._row.insertWidget(_AFTER_DAY, widget)

    def show_day(self, as_at: date, day: "WorkDay | None", left: int = 0) -> None:
        """Say which day it is, and how far it is if all its lines are known.

        Args:
            as_at: The day.
            day: What is known of it; None while lines are still to come.
            left: How many lines are still to be done.
        """
        from creditmate.i18n.day_progress import progress_words  # noqa: PLC0415 - see docs/decisions/0006

        left, done = (0, 0) if day is None else (left, day.done)
        self.say_day(as_at)
        all_done = bool(done) and not left
        self.progress.setText(progress_words(done, left, self._language, self._locale))
        self.progress.set_ink(Ink.POSITIVE if all_done else Ink.MUTED)
        self._ring.show_share(done, done + left)
        self.progress.setVisible(bool(done or left))
        self._ring.setVisible(bool(left))
        self._print.setVisible(bool(left))
        self._check.setVisible(all_done)
        self.add.setVisible(day is not None and day.has_customers)
