"""Writing off what is left of many invoices: up to a limit, looked at and ticked, with a reason."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.errors import UserError
from creditmate.domain.invoice_refusals import InvoiceWhy, invoice_refused
from creditmate.domain.invoice_warnings import LeaveOut
from creditmate.domain.money import Money
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import currency_symbol, day_in_table, money, number
from creditmate.i18n.invoice_words import leave_out_words
from creditmate.i18n.parsing import parse_money
from creditmate.services.write_offs import WriteOffLine
from creditmate.ui.invoices.form_words import FormWords
from creditmate.ui.invoices.small_state import SmallChoice
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.check_model import CheckModel
from creditmate.ui.kit.check_table import CheckTable
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_PAUSE = 250  # ms after a letter is typed before it is looked for
_FIRST_LIMIT = 500  # minor units that are looked for to begin with
_NOTHING = "–"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SmallDialog(EditDialog):
    """Space ticks; what is better left alone is listed with the reason, and not ticked."""

    def __init__(
        self, around: Surroundings, window: QWidget, currency: str, then: Callable[[Any], object]
    ) -> None:
        _ = words(around.language).gettext
        super().__init__(
            around, window, _("Write off small balances"), _("Write off"),
            detail=_("What is left of invoices that are overdue, up to a limit for each."),
            width=SIZES.small_balances,
        )  # fmt: skip
        self._currency, self._done = currency, then
        self._words = FormWords(around.language, around.locale)
        self.choice = SmallChoice(currency)
        desk, theme = around.desk, around.theme
        self.limit = Field(theme, _("Up to"), LineInput(theme, _("Up to"), amount=True))
        self.reason = Field(theme, _("Because"), LineInput(theme, _("Because")))
        self._model: CheckModel[WriteOffLine] = CheckModel(
            self._columns(), self.choice.rows, self.choice.ticked, desk, desk.failed.emit, self
        )
        self.table: CheckTable[WriteOffLine] = CheckTable(self._model, theme, _("Small balances"))
        self._sum = Paragraph(theme, "", Type.BODY_STRONG)
        self._looks: Latest[list[WriteOffLine]] = Latest(desk, self._show, desk.failed.emit, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._arrange()
        self.limit.input.setText(money(Money(_FIRST_LIMIT, currency), around.locale))
        self._look()
        self.open_at(self.limit.input)

    def _arrange(self) -> None:
        self.table.setFixedHeight(SIZES.small_table)
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        row.addWidget(self.limit, 1)
        row.addWidget(self.reason, 2)
        self.put(row, self.table, self._sum)
        self.add("limit", self.limit)
        self.add("reason", self.reason)
        self.limit.input.textChanged.connect(self._on_edited)
        self._pause.timeout.connect(self._look)
        self.table.tick_asked.connect(self._on_tick)
        self.table.all_asked.connect(lambda: self._on_tick(self.choice.ids))

    def _columns(self) -> tuple[Column[WriteOffLine], ...]:
        _ = words(self.around.language).gettext
        symbol = currency_symbol(self._currency, self.around.locale)
        left = _("Left, {currency}").format(currency=symbol)
        whys = tuple(leave_out_words(reason, self.around.language) for reason in LeaveOut)
        return (
            Column("customer", _("Customer"), _name, 200, sortable=False),
            Column("number", _("Invoice"), _number, 96, sortable=False),
            Column("due", _("Due"), self._due, 96, sortable=False, optional=True),
            Column("open", left, self._open, 80, True, False),
            Column("why", _("Better left alone"), self._why, 144, sortable=False, fits=whys),
        )

    def _due(self, line: WriteOffLine) -> Cell:
        today = self.around.program.clock.today
        return Cell(day_in_table(line.due_day, self.around.locale, today), Ink.MUTED)

    def _open(self, line: WriteOffLine) -> Cell:
        return Cell(money(line.open, self.around.locale), style=Type.BODY_STRONG)

    def _why(self, line: WriteOffLine) -> Cell:
        if line.reason is None:
            return Cell(_NOTHING, Ink.MUTED)
        return Cell(leave_out_words(line.reason, self.around.language), Ink.WARNING)

    # ------------------------------------------------------------- looking
    def _on_edited(self) -> None:
        self.limit.clear()
        self._pause.start()

    def _look(self) -> None:
        text, locale = self.limit.input.text(), self.around.locale
        try:
            limit = parse_money(text, self._currency, locale, field="limit")
        except UserError as error:
            self.limit.refuse(self._words.refused(error))
            self._show([])
            return
        today = self.around.program.clock.today
        self._looks.ask(partial(self.around.program.write_offs.preview, limit, today))

    def _show(self, lines: Sequence[WriteOffLine]) -> None:
        self.choice.take(lines)
        self.table.show_list(self.choice.ids, ())
        self._say_sum()

    def _say_sum(self) -> None:
        catalogue = words(self.around.language)
        count = len(self.choice.chosen)
        text = catalogue.gettext("{count} of {all} ticked: {amount}")
        nothing = catalogue.gettext("Nothing so small is overdue.")
        said = text.format(
            count=number(count, self.around.locale),
            all=number(len(self.choice.lines), self.around.locale),
            amount=money(self.choice.sum, self.around.locale, symbol=True),
        )
        self._sum.set_text(said if self.choice.lines else nothing)
        if count:
            self.verb.allow()
        else:
            self.verb.refuse(catalogue.gettext("Tick an invoice first"))

    def _on_tick(self, ids: Sequence[int]) -> None:
        self.choice.tick(ids)
        self._model.renew_cells()
        self._say_sum()

    # ------------------------------------------------------------- doing
    def on_verb(self) -> None:
        """Write off what is ticked."""
        reason = self.reason.input.text()
        if not reason.strip():
            self.refuse(invoice_refused("reason", InvoiceWhy.NO_REASON))
            return
        deed = self.around.program.write_offs.write_off
        self.submit(partial(deed, self.choice.chosen, reason), self._done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the limit looks, and goes on to the reason."""
        if event.key() in _ENTER and self.focusWidget() is self.limit.input:
            self._look()
            self.reason.setFocus()
            return
        super().keyPressEvent(event)


def _name(line: WriteOffLine) -> Cell:
    return Cell(line.name, style=Type.BODY_MEDIUM)


def _number(line: WriteOffLine) -> Cell:
    return Cell(line.number)
