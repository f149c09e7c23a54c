"""On Today, below the money: whose credit limit is to be looked at again, in one quiet line."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal

from creditmate.domain.credit_checks import ReviewDue
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, money, number
from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.kit.status_line import StatusButton
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph

MOST = 12
"""Customers in the menu; who comes after them is there once these are done."""


class ReviewsLine(StatusButton):
    """Seen only while there are any; pressed, it says whose, and one goes there."""

    known = Signal()
    """How many they are is known anew; the button is shown or hidden by then."""
    chosen = Signal(str)
    """The customer's code."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.theme, Glyph.FIGURES)
        self._around = around
        self.clicked.connect(self.open)
        self._due: tuple[ReviewDue, ...] = ()
        failed = around.desk.failed.emit
        self._found: Latest[list[ReviewDue]] = Latest(around.desk, self._show, failed, self)
        self.hide()

    def ask(self, as_at: date) -> None:
        """Ask whose limits are due on a day."""
        program = self._around.program
        self._found.ask_when_calm(
            lambda: program.credit_checks.reviews_due(as_at)
        )  # loaded over there

    def _show(self, due: Sequence[ReviewDue]) -> None:
        self._due = tuple(due)
        said = words(self._around.language).ngettext(
            "{count} credit limit to look at again",
            "{count} credit limits to look at again",
            len(due),
        )
        self.say(said.format(count=number(len(due), self._around.locale)))
        self.setVisible(bool(due))
        self.known.emit()

    def open(self) -> None:
        """Show whose limits they are; each leads to its customer."""
        menu = ActionMenu(self._around.theme, self)
        for each in self._due[:MOST]:
            menu.offer(Glyph.OPEN_PAGE, self._said(each), partial(self.chosen.emit, each.code))
        menu.popup(self.mapToGlobal(QPoint(0, 0)))
        menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def _said(self, each: ReviewDue) -> str:
        _, locale = words(self._around.language).gettext, self._around.locale
        today = self._around.program.clock.today
        parts = [each.name]
        if each.limit is not None:
            parts.append(money(each.limit, locale, symbol=True))
        parts.append(_("since {day}").format(day=day_in_table(each.review_day, locale, today)))
        return ", ".join(parts)
