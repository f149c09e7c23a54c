"""Interest to decide: what came up on invoices that are paid, ended or charged in one go."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from creditmate.domain.interest_refusals import InterestWhy, interest_refused
from creditmate.domain.interest_worth import ToDecide
from creditmate.domain.money import Money
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, money
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.ui.invoices.decide_state import DecideChoice, DecideLine, Heap
from creditmate.ui.invoices.decide_words import DecideWords
from creditmate.ui.kit.button import Button
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
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, Ink, Type

_NOTHING = "–"


class DecideDialog(EditDialog):
    """Space ticks, Ctrl+A all; nothing is ticked, and nothing ends, by itself."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        then: Callable[[Any], object],
        charge: Callable[[Sequence[InvoicePlan]], object],
    ) -> None:
        _ = words(around.language).gettext
        super().__init__(
            around, window, _("Interest to decide"), _("End what is ticked"),
            detail=_("What came up on invoices that were paid late. A charge is a note for each."),
            leave=_("Close"), width=SIZES.small_balances,
        )  # fmt: skip
        self._done, self._charge = then, charge
        self.choice = DecideChoice()
        self._says = DecideWords(around.language, around.locale)
        desk, theme = around.desk, around.theme
        segments = [SegmentText(heap.value, said) for heap, said in self._says.heaps()]
        self.which = Segments(theme, _("Which invoices"), segments, is_input=True)
        self.reason = Field(theme, _("Because"), LineInput(theme, _("Because")))
        self.charge = Button(theme, _("Charge and save PDFs…"), glyph=Glyph.SAVE)
        self._model: CheckModel[DecideLine] = CheckModel(
            self._columns(), self.choice.rows, self.choice.ticked, desk, desk.failed.emit, self
        )
        self.table: CheckTable[DecideLine] = CheckTable(self._model, theme, _("Interest to decide"))
        self.table.setFixedHeight(SIZES.small_table)
        self._sum = Paragraph(theme, "", Type.BODY_STRONG)
        self._folded = Paragraph(theme, "", Type.BODY, Ink.MUTED)
        self._reading: Latest[ToDecide] = Latest(desk, self._take, desk.failed.emit, self)
        self._arrange()
        self._say_sum()
        self._read()
        self.open_at(self.table)

    def _arrange(self) -> None:
        self.put(self.which, self.table, self._sum, self._folded, self.reason)
        self.put_at_foot(self.charge, self.foot.count() - 1)
        self.add("reason", self.reason)
        self.which.choose(self.choice.heap.value)
        self.which.chosen.connect(self._on_which)
        self.table.tick_asked.connect(self._on_tick)
        self.table.all_asked.connect(lambda: self._on_tick(self.choice.ids))
        self.charge.clicked.connect(self._on_charge)

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
    def _read(self) -> None:
        """Ask what is to decide; what was paid long ago only where all of it is wanted."""
        program, everything = self.around.program, self.choice.heap is Heap.ALL
        today = program.clock.today
        self._reading.ask(partial(program.interest.to_decide, today, everything=everything))

    def _take(self, found: ToDecide) -> None:
        self.choice.take(found)
        self.table.show_list(self.choice.ids, ())
        self._say_sum()

    def _on_which(self, key: str) -> None:
        self.choice.heap = Heap(key)
        self._read()

    def _on_tick(self, ids: Sequence[int]) -> None:
        self.choice.tick(ids)
        self._model.renew_cells()
        self._say_sum()

    def _say_sum(self) -> None:
        self._sum.set_text(self._says.sum(self.choice))
        folded = self._says.folded(self.choice)
        self._folded.set_text(folded)
        self._folded.setVisible(bool(folded))
        none = words(self.around.language).gettext("Tick an invoice first")
        for button in (self.verb, self.charge):
            if self.choice.chosen:
                button.allow()
            else:
                button.refuse(none)
        self.refit()

    # ------------------------------------------------------------- doing
    def on_verb(self) -> None:
        """Let what is ticked end with its invoice."""
        reason = self.reason.input.text()
        if not reason.strip():
            self.refuse(interest_refused(InterestWhy.NO_REASON, field="reason"))
            return
        cancel = self.around.program.interest.cancel
        self.submit(partial(cancel, self.choice.chosen, reason), self._done)

    def _on_charge(self) -> None:
        """Work the notes out; one that cannot be charged is named, and none is issued."""
        interest, today = self.around.program.interest, self.around.program.clock.today
        self.submit(partial(interest.plan, self.choice.chosen, today), self._charge)


def _name(line: DecideLine) -> Cell:
    return Cell(line.found.debt.name, style=Type.BODY_MEDIUM)


def _number(line: DecideLine) -> Cell:
    return Cell(line.found.debt.number)
