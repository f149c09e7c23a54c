"""Interest to decide: what came up on invoices that are paid, to be ended in one go or charged."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_refusals import InterestWhy, interest_refused
from creditmate.domain.money import Money
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, money, number
from creditmate.ui.invoices.decide_state import DecideChoice, DecideLine
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.check_model import CheckModel
from creditmate.ui.kit.check_table import CheckTable
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, Ink, Type

_LATELY, _ALL = "lately", "all"
_NOTHING = "–"


class DecideDialog(EditDialog):
    """Space ticks, Ctrl+A all; nothing is ticked, and nothing ends, by itself."""

    def __init__(
        self, around: Surroundings, window: QWidget, then: Callable[[Any], object]
    ) -> None:
        _ = words(around.language).gettext
        super().__init__(
            around, window, _("Interest to decide"), _("End what is ticked"),
            detail=_("Invoices paid late. To charge one, open it: Interest… in its menu."),
            leave=_("Close"), width=SIZES.small_balances,
        )  # fmt: skip
        self._done = then
        self.choice = DecideChoice(around.program.clock.today)
        desk, theme = around.desk, around.theme
        segments = [SegmentText(_LATELY, _("Paid lately")), SegmentText(_ALL, _("All"))]
        self.which = Segments(theme, _("Which invoices"), segments, is_input=True)
        self.reason = Field(theme, _("Because"), LineInput(theme, _("Because")))
        self._model: CheckModel[DecideLine] = CheckModel(
            self._columns(), self.choice.rows, self.choice.ticked, desk, desk.failed.emit, self
        )
        self.table: CheckTable[DecideLine] = CheckTable(self._model, theme, _("Interest to decide"))
        self.table.setFixedHeight(SIZES.small_table)
        self._sum = Paragraph(theme, "", Type.BODY_STRONG)
        self._reading: Latest[list[LateInterest]] = Latest(desk, self._take, desk.failed.emit, self)
        self.put(self.which, self.table, self._sum, self.reason)
        self.add("reason", self.reason)
        self.which.choose(_LATELY)
        self.which.chosen.connect(self._on_which)
        self.table.tick_asked.connect(self._on_tick)
        self.table.all_asked.connect(lambda: self._on_tick(self.choice.ids))
        self._say_sum()
        program = around.program
        self._reading.ask(partial(program.interest.undecided, program.clock.today))
        self.open_at(self.table)

    def _columns(self) -> tuple[Column[DecideLine], ...]:
        _ = words(self.around.language).gettext
        return (
            Column("customer", _("Customer"), _name, 216, sortable=False),
            Column("number", _("Invoice"), _number, 96, sortable=False),
            Column("paid", _("Paid"), self._paid, 96, sortable=False),
            Column("interest", _("Interest"), self._interest, 88, True, False),
            Column("fixed", _("Fixed sum"), self._fixed, 88, True, False),
        )

    def _paid(self, line: DecideLine) -> Cell:
        paid, today = line.found.debt.paid_day, self.around.program.clock.today
        said = "" if paid is None else day_in_table(paid, self.around.locale, today)
        return Cell(said, Ink.MUTED)

    def _interest(self, line: DecideLine) -> Cell:
        return Cell(self._said(line.found.left.interest))

    def _fixed(self, line: DecideLine) -> Cell:
        return Cell(self._said(line.found.left.fixed))

    def _said(self, amount: Money) -> str:
        return money(amount, self.around.locale, symbol=True) if amount else _NOTHING

    # ------------------------------------------------------------- looking
    def _take(self, found: Sequence[LateInterest]) -> None:
        self.choice.take(found)
        self._show()

    def _on_which(self, key: str) -> None:
        self.choice.everything = key == _ALL
        self._show()

    def _show(self) -> None:
        self.table.show_list(self.choice.ids, ())
        self._say_sum()

    def _on_tick(self, ids: Sequence[int]) -> None:
        self.choice.tick(ids)
        self._model.renew_cells()
        self._say_sum()

    def _say_sum(self) -> None:
        catalogue, locale = words(self.around.language), self.around.locale
        chosen, earlier = self.choice.chosen, self.choice.earlier
        text = catalogue.gettext("{count} of {all} ticked: {amount}.")
        if not chosen:
            text = catalogue.ngettext("{all} invoice.", "{all} invoices.", len(self.choice.ids))
        sums = ", ".join(money(one, locale, symbol=True) for one in self.choice.sums(chosen))
        said = text.format(
            count=number(len(chosen), locale),
            all=number(len(self.choice.ids), locale),
            amount=sums,
        )
        if earlier and not self.choice.everything:
            more = catalogue.ngettext(
                "{count} more was paid earlier.", "{count} more were paid earlier.", earlier
            )
            said = f"{said} {more.format(count=number(earlier, locale))}"
        self._sum.set_text(said)
        if chosen:
            self.verb.allow()
        else:
            self.verb.refuse(catalogue.gettext("Tick an invoice first"))

    # ------------------------------------------------------------- doing
    def on_verb(self) -> None:
        """Let what is ticked end with its invoice."""
        reason = self.reason.input.text()
        if not reason.strip():
            self.refuse(interest_refused(InterestWhy.NO_REASON, field="reason"))
            return
        cancel = self.around.program.interest.cancel
        self.submit(partial(cancel, self.choice.chosen, reason), self._done)


def _name(line: DecideLine) -> Cell:
    return Cell(line.found.debt.name, style=Type.BODY_MEDIUM)


def _number(line: DecideLine) -> Cell:
    return Cell(line.found.debt.number)
