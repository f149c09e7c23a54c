"""Below the lines of Today: what is for tomorrow, who is left out, and what to put in order."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.money import Money
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money, number
from creditmate.ui.kit.feet import mark_foot
from creditmate.ui.kit.flow import Flow
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.status_line import StatusButton
from creditmate.ui.queries import Latest
from creditmate.ui.screens.today_half import HalfWritten
from creditmate.ui.screens.today_reviews import ReviewsLine
from creditmate.ui.screens.today_state import TodayState
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE

if TYPE_CHECKING:
    from creditmate.services.housekeeping import Housekeeping


class TodayFoot(QWidget):
    """Quiet facts, each seen only while there is anything to say; pressed, each leads somewhere.

    Attributes:
        half: Whose call is half written; goes on with it.
        tomorrow: How many lines are for tomorrow; shows and hides them.
        left_out: How many are not being followed up; tells who and why.
        done: Once anybody was contacted today; tells whom, and what came of it.
        invoices: Work that is done and on no invoice; leads to where it is invoiced.
        credits: Credit notes that were promised and are not written; leads to the queries.
        order: What there is to put in order, in one line.
        reviews: Whose credit limits are to be looked at again.
    """

    tomorrow_asked = Signal(bool)
    """Whether the lines for tomorrow are to be shown."""
    left_out_asked = Signal()
    done_asked = Signal()
    invoices_asked = Signal()
    credits_asked = Signal()
    order_asked = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._shows = False
        mark_foot(self)
        theme = around.theme
        self.half = HalfWritten(around)
        self.tomorrow = StatusButton(theme, Glyph.DIARY)
        self.left_out = StatusButton(theme, Glyph.PAUSE)
        self.done = StatusButton(theme, Glyph.DONE)
        self.invoices = StatusButton(theme, Glyph.INVOICE)
        self.credits = StatusButton(theme, Glyph.INVOICE)
        self.order = StatusButton(theme, Glyph.FIGURES)
        self.reviews = ReviewsLine(around)
        row = QHBoxLayout(self)
        keep_clear(row, SPACE.l, SPACE.xs, SPACE.l, SPACE.xs)
        self._flow = Flow(self._parts)
        row.addWidget(self._flow)
        for button in self._parts:
            button.hide()
        self.half.known.connect(self._arrange)
        self.reviews.known.connect(self._arrange)
        self.tomorrow.clicked.connect(lambda: self.tomorrow_asked.emit(not self._shows))
        self.left_out.clicked.connect(self.left_out_asked)
        self.done.clicked.connect(self.done_asked)
        self.invoices.clicked.connect(self.invoices_asked)
        self.credits.clicked.connect(self.credits_asked)
        self.order.clicked.connect(self.order_asked)
        failed = around.desk.failed.emit
        self._found: Latest[Housekeeping] = Latest(around.desk, self._show_order, failed, self)
        self.hide()

    def show_state(self, state: TodayState) -> None:
        """Say what is for tomorrow, and how many are left out, once all lines are known."""
        self._shows = state.shows_tomorrow
        catalogue, locale = words(self._around.language), self._around.locale
        later = state.later if state.is_known else 0
        if self._shows:
            text = catalogue.ngettext(
                "{count} line for tomorrow among them \u2013 hide it",
                "{count} lines for tomorrow among them \u2013 hide them",
                later,
            )
        else:
            text = catalogue.ngettext(
                "{count} more for tomorrow \u2013 show it",
                "{count} more for tomorrow \u2013 show them",
                later,
            )
        self._say(self.tomorrow, text.format(count=number(later, locale)), later)
        out = len(state.day.not_contacted) if state.day is not None and state.is_known else 0
        text = catalogue.ngettext(
            "{count} not being followed up", "{count} not being followed up", out
        )
        self._say(self.left_out, text.format(count=number(out, locale)), out)
        contacted = len(state.day.contacted) if state.day is not None and state.is_known else 0
        self._say(self.done, catalogue.gettext("Done today"), contacted)

    def ask(self, as_at: date) -> None:
        """Ask what there is to put in order on a day; nobody waits for it."""

        def find() -> "Housekeeping":
            from creditmate.services.housekeeping import (  # noqa: PLC0415 - see docs/decisions/0006
                housekeeping,
            )

            return housekeeping(as_at)

        self._found.ask_when_calm(find)

    def _show_order(self, found: "Housekeeping") -> None:
        catalogue, locale = words(self._around.language), self._around.locale
        work = catalogue.ngettext(
            "{count} piece of work to invoice, {amount}",
            "{count} pieces of work to invoice, {amount}",
            found.to_invoice,
        )
        count, sums = number(found.to_invoice, locale), self._sums(found.amounts)
        self._say(self.invoices, work.format(count=count, amount=sums), found.to_invoice)
        promised = catalogue.ngettext(
            "{count} credit note to write, {amount}",
            "{count} credit notes to write, {amount}",
            found.to_credit,
        )
        count, sums = number(found.to_credit, locale), self._sums(found.credits)
        self._say(self.credits, promised.format(count=count, amount=sums), found.to_credit)
        text = catalogue.ngettext(
            "{count} thing to put in order", "{count} things to put in order", found.count
        )
        self._say(self.order, text.format(count=number(found.count, locale)), found.count)
        told = catalogue.gettext(
            "{terms} without proof of terms, {contacts} whose details were not confirmed for a year"
        )
        terms, contacts = number(found.terms, locale), number(found.contacts, locale)
        self.order.setToolTip(told.format(terms=terms, contacts=contacts))

    def _sums(self, amounts: Iterable[Money]) -> str:
        return ", ".join(money(one, self._around.locale, symbol=True) for one in amounts)

    def _say(self, button: StatusButton, text: str, count: int) -> None:
        if count:
            button.say(text)
        button.setVisible(bool(count))
        self._arrange()

    def _arrange(self) -> None:
        self._flow.arrange()
        self.setVisible(any(not part.isHidden() for part in self._parts))

    @property
    def _parts(self) -> tuple[StatusButton, ...]:
        return (
            self.half, self.tomorrow, self.left_out, self.done,
            self.invoices, self.credits, self.order, self.reviews,
        )  # fmt: skip
