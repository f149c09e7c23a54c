"""Step 3 of bringing in invoices: what would happen, line by line; nothing is written."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditmate.domain.importing import CurrencyTotals, InvoiceTable
from creditmate.domain.money import Money
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money, number
from creditmate.i18n.import_verdicts import differ_words, later_words
from creditmate.services.import_plan import ImportPlan
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.figure_columns import FigureColumns, TitledFigure
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.text import Text
from creditmate.ui.screens.import_tables import ImportTables
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_NEW, _PAID, _DIFFERENT, _REMARKS, _LEFT_OUT = "new", "paid", "different", "remarks", "left-out"


class PreviewPage(QWidget):
    """Figures, a note, and lists of what is new, paid, different, odd or left out."""

    source_named = Signal(str)
    """The program that the file comes from, as typed."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._words = around, words(around.language)
        _, theme = self._words.gettext, around.theme
        tables = ImportTables(around)
        self._new = tables.records(_("New invoices"))
        self._paid = tables.records(_("Payments for invoices that are here already"))
        self._different = tables.differences(_("What the ledger has otherwise"))
        self._remarks = tables.problems(_("Remarks"))
        self._left_out = tables.problems(_("Rows left out"))
        self.figures = FigureColumns(theme, [TitledFigure("", ("",))])
        self.notice: Notice | None = None
        self.chips = ChipRow(theme, around.language, _("What to look at"), self._chip_texts())
        self.source = LineInput(theme, _("The program it comes from"))
        self.source.setToolTip(
            _("With its number this tells which invoices are in the ledger already.")
        )
        self._lists = QStackedWidget()
        for item in (self._new, self._paid, self._different, self._remarks, self._left_out):
            self._lists.addWidget(item.table)
        self._note = QVBoxLayout()
        self._lay_out(Text(theme, _("Comes from"), Type.SMALL_MEDIUM, Ink.MUTED))
        self.chips.chosen.connect(self._on_chip)
        self.source.editingFinished.connect(self._on_source)

    def _chip_texts(self) -> list[ChipText]:
        _ = self._words.gettext
        return [
            ChipText(_NEW, _("New")),
            ChipText(_PAID, _("Now paid")),
            ChipText(_DIFFERENT, _("Different")),
            ChipText(_REMARKS, _("Remarks")),
            ChipText(_LEFT_OUT, _("Left out")),
        ]

    def _lay_out(self, source: Text) -> None:
        source.setBuddy(self.source)
        self.source.setFixedWidth(SIZES.filter)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.m)
        row.setSpacing(SPACE.s)
        row.addWidget(self.chips, 1)
        row.addWidget(source)
        row.addWidget(self.source)
        figures = QVBoxLayout()
        figures.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.s)
        figures.addWidget(self.figures)
        self._note.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.s)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        for part in (figures, self._note, row):
            page.addLayout(part)
        page.addWidget(self._lists, 1)

    # ------------------------------------------------------------- showing
    def begin(self) -> None:
        """The list has the focus."""
        shown = self._lists.currentWidget()
        if shown is not None:
            shown.setFocus()

    def show_plan(self, plan: ImportPlan, table: InvoiceTable, source: str) -> None:
        """Show what importing a file from a source would do."""
        self.source.setText(source)
        self._new.show_items(plan.new)
        self._paid.show_items(tuple(settlement.record for settlement in plan.settlements))
        self._different.show_items(plan.differences)
        self._remarks.show_items(table.remarks)
        self._left_out.show_items(table.left_out)
        lists: Sequence[Sequence[object]] = (
            plan.new, plan.settlements, plan.differences, table.remarks, table.left_out,
        )  # fmt: skip
        self.chips.recount([number(len(items), self._around.locale) for items in lists])
        key = (
            _DIFFERENT if plan.differences else _PAID if not plan.new and plan.settlements else _NEW
        )
        self.chips.choose(key)
        self._on_chip(key)
        self.figures.show_figures(self._figures(plan, table.totals))
        self._show_note(plan)

    def _figures(
        self, plan: ImportPlan, totals: Sequence[CurrencyTotals]
    ) -> Sequence[TitledFigure]:
        _, locale = self._words.gettext, self._around.locale

        def count(title: str, value: int) -> TitledFigure:
            return TitledFigure(title, (number(value, locale),))

        def sums(title: str, amounts: Sequence[Money]) -> TitledFigure:
            said = tuple(money(amount, locale, symbol=True) for amount in amounts)
            return TitledFigure(title, said or ("–",))

        return (
            count(_("New invoices"), len(plan.new)),
            count(_("New customers"), len(plan.new_customers)),
            count(_("Now paid"), len(plan.settlements)),
            count(_("Here already"), plan.unchanged),
            sums(_("In the file"), [total.amount for total in totals]),
            sums(_("Paid of it"), [total.settled for total in totals]),
            sums(_("Open of it"), [total.open for total in totals]),
        )

    def _show_note(self, plan: ImportPlan) -> None:
        if self.notice is not None:
            self._note.removeWidget(self.notice)
            self.notice.deleteLater()
        self.notice = Notice(self._around.theme, *self._verdict(plan))
        self._note.addWidget(self.notice)

    def _verdict(self, plan: ImportPlan) -> tuple[Tone, str, str]:
        _, around = self._words.gettext, self._around
        language, locale = around.language, around.locale
        if plan.differences:
            title = differ_words(len(plan.differences), language, locale)
            detail = _("Put right whichever is wrong, in your accounts program or here.")
            return Tone.DANGER, title, detail
        if plan.nothing:
            title = _("The ledger has all of this already.")
            return Tone.NEUTRAL, title, _("There is nothing to bring in.")
        later = plan.dated_after(around.program.clock.today)
        detail = later_words(later, language, locale) if later else ""
        return Tone.ACCENT, _("This is what will happen. Nothing has been brought in yet."), detail

    def _on_chip(self, key: str) -> None:
        keys = (_NEW, _PAID, _DIFFERENT, _REMARKS, _LEFT_OUT)
        self._lists.setCurrentIndex(keys.index(key))

    def _on_source(self) -> None:
        self.source_named.emit(self.source.text().strip())
