"""Find or do: a field over the window, and below it what answers to what is typed.

The field keeps the focus; Up and Down choose, Enter goes there, Escape closes. Names and numbers
are asked for at every letter and the latest answer wins; words in notes follow when found.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from creditmate.domain.found import Found
from creditmate.i18n.catalogue import words
from creditmate.services.search import Names
from creditmate.ui.command import Command
from creditmate.ui.kit.paint import box
from creditmate.ui.kit.shadow import paint_shadow
from creditmate.ui.queries import Latest
from creditmate.ui.search.field import SearchField
from creditmate.ui.search.lines import FoundLines, Line
from creditmate.ui.search.results import ResultList
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Ground

Offer = Callable[[str, Names], Sequence[Command]]
"""What can be done, given what is typed and who was found by it."""


class SearchPopup(QWidget):
    """Lies over the whole window while it is open, so that a press beside the card closes it."""

    chosen = Signal(object)
    """A ``Wish`` or a ``Command``."""

    def __init__(self, around: Surroundings, offer: Offer, window: QWidget) -> None:
        super().__init__(window)
        self._around, self._offer, self._window = around, offer, window
        _ = words(around.language).gettext
        self._lines = FoundLines(around.language, around.locale, lambda: around.program.clock.today)
        self.field = SearchField(around.theme, _("Find or do"))
        self.field.setPlaceholderText(_("A customer, person, number, invoice or word, or a deed"))
        self.results = ResultList(around.theme, _("What was found"))
        self._names, self._notes = Names(), list[Found]()
        self._before: QWidget | None = None
        self._enter_waits = False
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self._card = QWidget(self)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        column.setSpacing(SPACE.s)
        column.addWidget(self.field)
        column.addWidget(self.results)

    def _connect(self) -> None:
        around = self._around
        failed = around.desk.failed.emit
        self._named: Latest[Names] = Latest(around.desk, self._on_names, failed, self)
        self._noted: Latest[Sequence[Found]] = Latest(around.desk, self._on_notes, failed, self)
        self.field.textChanged.connect(self._on_typed)
        self.field.moved.connect(self._on_moved)
        self.field.entered.connect(self._on_enter)
        self.field.left.connect(self.close_up)
        self.results.chosen.connect(self._choose)
        self._window.installEventFilter(self)
        around.theme.changed.connect(self._place)

    # ------------------------------------------------------------- open and closed
    def open_up(self) -> None:
        """Show it, empty, with the focus in its field."""
        if self.isVisible():
            return
        self._before = self._window.focusWidget()
        self.field.clear()
        self._on_typed("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Hide it; the focus goes back to where it was."""
        self._named.forget()
        self._noted.forget()
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    # ------------------------------------------------------------- asking
    def _on_typed(self, text: str) -> None:
        self._enter_waits = False
        search = self._around.program.search
        if text.strip():
            today = self._around.program.clock.today
            self._named.ask(partial(search.names, text, today))
            self._noted.ask(partial(search.notes, text))
        else:
            self._named.forget()
            self._noted.forget()
            self._names, self._notes = Names(), []
            self._show(keep=False)

    def _on_names(self, names: Names) -> None:
        self._names, self._notes = names, []
        self._show(keep=False)
        if self._enter_waits:
            self._on_enter()

    def _on_notes(self, notes: Sequence[Found]) -> None:
        if notes:
            self._notes = list(notes)
            self._show(keep=True)

    def _show(self, *, keep: bool) -> None:
        typed = self.field.text()
        commands = self._offer(typed, self._names)
        lines = self._lines.lines(typed, self._names, self._notes, commands)
        self.results.show_lines(lines, keep=keep)
        self._place()

    # ------------------------------------------------------------- choosing
    def _on_moved(self, step: int) -> None:
        self.results.step(step)
        if (line := self.results.current) is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, line.said))

    def _on_enter(self) -> None:
        """Go to the current line, which must be one of what is typed now."""
        self._enter_waits = self._named.waiting
        if not self._enter_waits and (line := self.results.current) is not None:
            self._choose(line)

    def _choose(self, line: Line) -> None:
        self.close_up()
        self.chosen.emit(line.does)

    # ------------------------------------------------------------- drawing
    def _place(self) -> None:
        window = self._window.rect()
        self.setGeometry(window)
        inside = 3 * SPACE.s + self.field.sizeHint().height()
        most = window.height() - SIZES.finder_top - SIZES.page_head
        width = min(SIZES.finder, window.width() - 2 * SPACE.xl)
        height = min(inside + self.results.height_of_all(), most)
        left = (window.width() - width) // 2
        self._card.setGeometry(QRect(left, SIZES.finder_top, width, height))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card closes it."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field has no use for stays here: nothing below is to hear it."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter, theme = QPainter(self), self._around.theme
        card = self._card.geometry()
        paint_shadow(painter, card, RADIUS.l)
        line = QColor(theme.colours.line)
        box(painter, card, RADIUS.l, theme.colour(Ground.SURFACE), line)
