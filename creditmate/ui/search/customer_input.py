"""Choosing a customer by typing: a name, a code, or the number of one of their invoices."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from creditmate.domain.found import Found
from creditmate.i18n.catalogue import words
from creditmate.services.search import Names
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.paint import box
from creditmate.ui.kit.shadow import paint_shadow
from creditmate.ui.queries import Latest
from creditmate.ui.search.lines import Line
from creditmate.ui.search.results import ResultList
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Ground, Ink
from creditmate.ui.wishes import OpenCustomer

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ABOVE, _BELOW = SPACE.s, SPACE.l  # round the lines on their card, with room for its shadow
_STEPS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}


class OfferCard(QWidget):
    """Those who answer, on a card over the window."""

    def __init__(self, theme: Theme, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.results = ResultList(theme, name)
        self.results.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, _ABOVE, SPACE.m, _BELOW)
        column.addWidget(self.results)
        self.hide()

    def place_below(self, field: QWidget) -> None:
        """Show it below a field, within the window."""
        window = self.window()
        at = field.mapTo(window, QPoint(0, field.height()))
        high = self.results.height_of_all() + _ABOVE + _BELOW
        wide = max(field.width(), self._theme.wide(SIZES.panel_small)) + 2 * SPACE.m
        left = at.x() - SPACE.m
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left += field.width() + 2 * SPACE.m - wide
        self.setGeometry(left, at.y(), wide, min(high, window.height() - at.y() - SPACE.l))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        card = self.rect().adjusted(SPACE.m, SPACE.xs, -SPACE.m, -SPACE.m)
        paint_shadow(painter, card, RADIUS.m)
        line = QColor(self._theme.colours.line)
        box(painter, card, RADIUS.m, self._theme.colour(Ground.SURFACE), line)


class CustomerInput(LineInput):
    """Offers whoever answers to what is typed; Enter or Tab takes the one that is marked.

    Typing on after somebody was chosen chooses nobody again.
    """

    picked = Signal(str, str)
    """The code and the name that were chosen; both empty when nobody is any more."""

    def __init__(self, around: Surroundings, name: str) -> None:
        super().__init__(around.theme, name)
        self._around, self._code, self._number = around, "", ""
        _ = words(around.language).gettext
        self._name_of_list = _("Customers")
        self.setPlaceholderText(_("Name, code or invoice number"))
        self._card: OfferCard | None = None
        self._enter_waits = False
        failed = around.desk.failed.emit
        self._named: Latest[Names] = Latest(around.desk, self._on_names, failed, self)
        self._glass = self.addAction(
            around.theme.icon(Glyph.SEARCH, Ink.MUTED), QLineEdit.ActionPosition.LeadingPosition
        )
        self.textEdited.connect(self._on_edited)
        around.theme.changed.connect(self._recolour)

    @property
    def code(self) -> str:
        """Who is chosen; empty while nobody is."""
        return self._code

    @property
    def number(self) -> str:
        """The number of the invoice by which they were chosen; empty if it was by name or code."""
        return self._number if self._code else ""

    @property
    def is_looking(self) -> bool:
        """Whether it is still being found out who answers."""
        return not self._code and bool(self._named.waiting)

    @property
    def is_offering(self) -> bool:
        """Whether those who answer are shown."""
        return self._card is not None and self._card.isVisible()

    def choose(self, code: str, name: str, number: str = "") -> None:
        """Choose somebody, by an invoice of theirs if it has a number; or nobody."""
        self._named.forget()
        self._fold()
        self._code, self._number = code, number
        self.setText(name)
        self.setCursorPosition(0)
        self.picked.emit(code, name)

    # ------------------------------------------------------------- typing
    def _on_edited(self, text: str) -> None:
        self._enter_waits = False
        if self._code:
            self._code = ""
            self.picked.emit("", "")
        if text.strip():
            self._named.ask(partial(self._around.program.search.names, text))
        else:
            self._named.forget()
            self._fold()

    def event(self, event: QEvent) -> bool:
        """Escape closes only what is offered: it is not the page's key then."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and is_escape and self.is_offering:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the list while it is open; Enter takes the one marked, once it is known."""
        undecided = not self._code and bool(self.text().strip())
        if event.key() in _STEPS and self.is_offering and self._card is not None:
            self._card.results.step(_STEPS[event.key()])
        elif event.key() == Qt.Key.Key_Escape and self.is_offering:
            self._fold()
        elif event.key() in _ENTER and undecided and (self._named.waiting or self.is_offering):
            self._take()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed next replaces the name."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving by Tab takes the one that is marked, or will be once it is known."""
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason and not self._code:
            if self.is_offering or self.is_looking:
                self._take()
        self._fold()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays over the window of a field that is not seen any more."""
        super().hideEvent(event)
        self._fold()

    def _take(self) -> None:
        self._enter_waits = self._named.waiting
        if not self._enter_waits and self._card is not None and self._card.results.current:
            self._on_line(self._card.results.current)

    # ------------------------------------------------------------- who answers
    def _on_names(self, names: Names) -> None:
        found = [*names.customers, *names.papers]
        if not self._enter_waits:
            self._offer(found)
            return
        self._enter_waits = False
        if found:
            self._on_line(_line(found[0]))
        else:
            self._fold()
            self.picked.emit("", "")

    def _offer(self, found: Sequence[Found]) -> None:
        if self.window().focusWidget() is not self or not found:
            self._fold()
            return
        if self._card is None:
            self._card = OfferCard(self._around.theme, self._name_of_list, self.window())
            self._card.results.chosen.connect(self._on_line)
            self.destroyed.connect(self._card.deleteLater)
        self._card.results.show_lines([_line(one) for one in found], keep=False)
        self._card.place_below(self)

    def _fold(self) -> None:
        if self._card is not None:
            self._card.hide()

    def _on_line(self, line: Line) -> None:
        if isinstance(line.does, OpenCustomer):
            name = line.second or line.text
            number = line.text if line.second and line.glyph is Glyph.INVOICE else ""
            self.choose(line.does.code, name, number)

    def _recolour(self) -> None:
        self._glass.setIcon(self._around.theme.icon(Glyph.SEARCH, Ink.MUTED))


def _line(found: Found) -> Line:
    """A customer, or a paper with whose it is."""
    wish = OpenCustomer(found.code)
    if found.document is not None or found.text != found.customer:
        glyph = Glyph.STATEMENT if found.document is None else Glyph.INVOICE
        return Line(found.text, found.customer, glyph, found.code, does=wish)
    return Line(found.customer, "", Glyph.CUSTOMERS, found.code, does=wish)
