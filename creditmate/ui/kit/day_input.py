"""A day to type, in any of the ways people write one; it shows what it was understood as."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.day_parsing import Towards, parse_day
from creditmate.i18n.formats import day_echoed
from creditmate.ui.kit.inputs import LineInput, mark_faulty
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, Ink

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DayInput(LineInput):
    """A day up to today. Enter takes what is typed, Escape goes back to the day before."""

    day_chosen = Signal(object)
    """The day that was taken, a ``date``; only if it is another one."""
    understood = Signal(object)
    """While typing: the day as it is understood, a ``date``."""
    refused = Signal(object)
    """What is typed is no such day: a ``UserError``."""
    settled = Signal()
    """It shows the day it has; there is nothing to say."""

    def __init__(self, theme: Theme, name: str, locale: str, day: date, today: date) -> None:
        super().__init__(theme, name)
        self._name, self._locale, self._day, self._today = name, locale, day, today
        self._glyph = self.addAction(
            theme.icon(Glyph.DIARY, Ink.MUTED), QLineEdit.ActionPosition.LeadingPosition
        )
        self.textEdited.connect(self._on_edited)
        theme.changed.connect(self._refit)
        self._refit()
        self._settle()

    @property
    def day(self) -> date:
        """The day it has."""
        return self._day

    def turn(self, today: date) -> date:
        """Take up to another day from now on, and return the day it has: today if it had that."""
        if self._day == self._today:
            self._day = today
            if not self.isModified():
                self._settle()
        self._today = today
        return self._day

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the day, or give up the change."""
        if event.key() in _ENTER:
            self._take()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self._settle()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed next replaces the day."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving takes the day as Enter does; a fault stays until it is mended."""
        super().focusOutEvent(event)
        self._take()

    def _take(self) -> None:
        if not self.isModified():
            return
        found = self._read()
        if isinstance(found, UserError):
            self._refuse(found)
            return
        other, self._day = found != self._day, found
        self._settle()
        if other:
            self.day_chosen.emit(found)

    def _settle(self) -> None:
        """Show the day it has."""
        self.setText(day_echoed(self._day, self._locale))
        self.setModified(False)
        mark_faulty(self, False)
        self.settled.emit()

    def _on_edited(self, text: str) -> None:
        mark_faulty(self, False)
        found = self._read()
        if isinstance(found, date):
            self.understood.emit(found)
        else:
            self.settled.emit()

    def _refuse(self, error: UserError) -> None:
        mark_faulty(self, True)
        self.refused.emit(error)

    def _read(self) -> date | UserError:
        try:
            day = parse_day(
                self.text(), self._locale, self._today, towards=Towards.PAST, field=self._name
            )
        except UserError as error:
            return error
        if day > self._today:
            return UserError(Problem.DAY_AHEAD, field=self._name, day=day, today=self._today)
        return day

    def _refit(self) -> None:
        self.setFixedWidth(self._theme.wide(SIZES.day_input))
        self._glyph.setIcon(self._theme.icon(Glyph.DIARY, Ink.MUTED))
