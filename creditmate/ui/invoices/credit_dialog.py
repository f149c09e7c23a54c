"""A credit note: all of an invoice, some of its lines, or an amount of it; why; then issued."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.domain.invoice_refusals import InvoiceWhy, invoice_refused
from creditmate.domain.new_invoice import NewCredit
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.i18n.problems import problem_words
from creditmate.i18n.quantities import decimal_words
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.ui.invoices.credit_state import CreditReader, TypedCredit, What
from creditmate.ui.invoices.issue_targets import IssueTargets, Target
from creditmate.ui.invoices.issuing import Deliver
from creditmate.ui.invoices.side_words import is_charge
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field, MessageLine
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

Begin = Callable[[InvoicePlan, Deliver], object]
"""Issues what was worked out, and brings it to where it goes."""
_PAUSE = 250  # ms after a letter is typed before it is worked out anew


class CreditDialog(EditDialog):
    """What it comes to is worked out as one types; nothing is issued before the printer is known.

    Attributes:
        lines: Of each line of the invoice its tick and the quantity that is credited.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        detail: InvoiceDetail,
        targets: IssueTargets,
        begin: Begin,
    ) -> None:
        _ = words(around.language).gettext
        of = is_charge(detail)
        title = (
            _("Credit note for charge note {number}")
            if of
            else _("Credit note for invoice {number}")
        )
        left = money(detail.left_to_credit, around.locale, symbol=True)
        text = _("{amount} of it can be credited. It is set against the invoice at once.")
        super().__init__(
            around, window, title.format(number=detail.row.number), _("Issue and print…"),
            detail=text.format(amount=left), width=SIZES.credit_dialog,
        )  # fmt: skip
        self._detail, self._targets, self._begin = detail, targets, begin
        today = around.program.clock.today
        currency = detail.row.gross.currency
        self._reader = CreditReader(detail.document.named, currency, around.locale, today)
        self.lines: list[tuple[CheckRow, LineInput]] = []
        self._build()
        self._target = Target.PRINTER
        self._looks: Latest[InvoicePlan] = Latest(
            around.desk, self._on_look, self._on_not_yet, self
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self._choose(What.WHOLE)
        self.open_at(self.reason.input)

    def _build(self) -> None:
        theme, _ = self.around.theme, words(self.around.language).gettext
        segments = [SegmentText(What.WHOLE.value, _("All that is left"))]
        if self._detail.lines:
            segments.append(SegmentText(What.LINES.value, _("Some lines")))
        segments.append(SegmentText(What.AMOUNT.value, _("An amount")))
        self.what = Segments(theme, _("What is credited"), segments, is_input=True)
        self.amount = Field(theme, _("Amount, with tax"), LineInput(theme, "", amount=True))
        self.reason = Field(theme, _("Because, as the customer reads it"), LineInput(theme, ""))
        self.day = Field(theme, _("Day"), LineInput(theme, ""))
        self.day.input.setPlaceholderText(_("today"))
        self._lines = self._line_grid()
        self._comes_to = MessageLine(theme)
        self.save = Button(theme, _("Issue and save PDF…"), glyph=Glyph.SAVE)
        self.put_at_foot(self.save, self.foot.count() - 1)
        self.put(self.what, self._lines, self.amount, self.reason, self.day, self._comes_to)
        for name, field in (("amount", self.amount), ("reason", self.reason), ("day", self.day)):
            self.add(name, field)
            field.input.textChanged.connect(self._on_edited)
        self.what.chosen.connect(lambda key: self._choose(What(key)))
        self.save.clicked.connect(partial(self._issue, Target.FILE))

    def _line_grid(self) -> QWidget:
        theme, locale = self.around.theme, self.around.locale
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(1, 1)
        quantity = words(self.around.language).gettext("Quantity of {what}")
        for row, line in enumerate(self._detail.lines):
            box = CheckRow(theme, "", line.description)
            field = LineInput(theme, quantity.format(what=line.description), amount=True)
            field.setText(decimal_words(line.quantity, locale))
            field.setFixedWidth(theme.wide(SIZES.line_quantity))
            grid.addWidget(box, row, 0)
            grid.addWidget(Paragraph(theme, line.description), row, 1)
            grid.addWidget(field, row, 2)
            grid.addWidget(Text(theme, line.unit, Type.BODY, Ink.MUTED), row, 3)
            box.toggled.connect(self._on_edited)
            field.textEdited.connect(lambda _text, box=box: box.setChecked(True))
            field.textChanged.connect(self._on_edited)
            self.lines.append((box, field))
        return inside

    # ------------------------------------------------------------- typing
    def _choose(self, what: What) -> None:
        self.what.choose(what.value)
        self._lines.setVisible(what is What.LINES)
        self.amount.setVisible(what is What.AMOUNT)
        self.refit()
        self._on_edited()
        if what is What.AMOUNT:
            self.amount.setFocus()

    @property
    def typed(self) -> TypedCredit:
        """What stands in it."""
        places = [line.place for line in self._detail.lines]
        return TypedCredit(
            what=What(self.what.key or What.WHOLE.value),
            reason=self.reason.input.text(),
            day=self.day.input.text(),
            amount=self.amount.input.text(),
            lines=tuple(
                (place, field.text())
                for place, (box, field) in zip(places, self.lines, strict=True)
                if box.isChecked()
            ),
        )

    def _on_edited(self) -> None:
        self.clear()
        self._pause.start()

    def _look(self) -> None:
        """Work out what it would come to; the reason may still be missing."""
        typed = self.typed
        try:
            new = self._read(replace(typed, reason=typed.reason.strip() or "–"))
        except UserError:
            self._comes_to.say(None, Ink.MUTED, "", "")
        else:
            self._looks.ask(partial(self.around.program.invoicing.plan_credit, new))

    def _read(self, typed: TypedCredit) -> NewCredit:
        if typed.what is What.LINES and not typed.lines:
            raise invoice_refused("credited", InvoiceWhy.NO_LINES)
        if typed.what is What.AMOUNT and not typed.amount.strip():
            raise UserError(Problem.BAD_MONEY, field="amount", found="", expected="")
        return self._reader.read(typed)

    def _on_look(self, plan: InvoicePlan) -> None:
        locale, found = self.around.locale, plan.totals
        text = words(self.around.language).gettext("Comes to {amount}, of it {tax} tax")
        said = text.format(
            amount=money(found.gross, locale, symbol=True), tax=money(found.tax, locale)
        )
        self._comes_to.say(Glyph.CHECK, Ink.POSITIVE, said, "")

    def _on_not_yet(self, error: Exception) -> None:
        """Say why it cannot be, at once where that is the amount's fault."""
        self._comes_to.say(None, Ink.MUTED, "", "")
        if not isinstance(error, UserError):
            self.around.desk.failed.emit(error)
        elif error.facts.get("field") in {"amount", "quantity", "day"}:
            said = problem_words(error, self.around.language, self.around.locale)
            self._comes_to.say(Glyph.ALERT, Ink.DANGER, said, "")

    # ------------------------------------------------------------- issuing
    def on_verb(self) -> None:
        """Issue and print it."""
        self._issue(Target.PRINTER)

    def _issue(self, target: Target) -> None:
        self._target = target
        try:
            new = self._read(self.typed)
        except UserError as error:
            self.refuse(error)
            return
        invoicing = self.around.program.invoicing

        def work() -> tuple[InvoicePlan, str]:
            plan = invoicing.plan_credit(new)
            return plan, invoicing.numbered(plan).number

        self.submit(work, self._on_plan)

    def _on_plan(self, answer: tuple[InvoicePlan, str]) -> None:
        plan, number = answer
        begin = self._begin
        self._targets.ask(self._target, plan, number, lambda deliver: begin(plan, deliver))
