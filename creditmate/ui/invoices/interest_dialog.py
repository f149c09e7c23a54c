"""Interest on a late invoice: the worked lines with their ground, then charged, waived, or ended.

Nothing is charged by opening it: each deed is a button, and charging asks for the printer first.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.services.interest import Settled
from creditmate.services.interest_writing import What
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.ui.invoices.credit_dialog import Begin
from creditmate.ui.invoices.interest_state import InterestWords
from creditmate.ui.invoices.issue_targets import IssueTargets, Target
from creditmate.ui.invoices.reason_dialog import ReasonDialog
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

OnSettled = Callable[[Settled], object]
OnUndone = Callable[[int], object]
"""Takes back what an action decided."""


class InterestDialog(EditDialog):
    """What came up to today on an invoice, and what becomes of it.

    Attributes:
        interest: Whether interest is meant by what is done; ticked at first.
        fixed: Whether the fixed sum is.
        waive: Asks for the reason and gives it up.
        end: Lets it end with the principal, once that is paid.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it shows and does
        self,
        around: Surroundings,
        window: QWidget,
        detail: InvoiceDetail,
        found: Sequence[LateInterest],
        targets: IssueTargets,
        begin: Begin,
        on_settled: OnSettled,
        on_undone: OnUndone,
    ) -> None:
        _ = words(around.language).gettext
        self._says = InterestWords(around.language, around.locale)
        title = _("Interest on invoice {number}").format(number=detail.row.number)
        super().__init__(
            around, window, title, _("Charge and print…"), leave=_("Close"),
            width=SIZES.interest_dialog,
        )  # fmt: skip
        self._detail, self._found, self._over = detail, found, window
        self._targets, self._begin = targets, begin
        self._on_settled, self._on_undone = on_settled, on_undone
        self._target = Target.PRINTER
        theme = around.theme
        self.interest = CheckSentence(theme, _("Interest"))
        self.fixed = CheckSentence(theme, _("Fixed sum"))
        self.save = Button(theme, _("Charge and save PDF…"), glyph=Glyph.SAVE)
        self.waive = Button(theme, _("Waive…"))
        self.end = Button(theme, _("End it…"))
        self._build()
        self.open_at(self.verb if self.verb.isEnabled() else self.cancel)

    def _build(self) -> None:
        theme, found = self.around.theme, self._found
        ground = self._says.ground(found)
        self.setAccessibleDescription(ground)
        self.put(Paragraph(theme, ground, Type.BODY, Ink.MUTED))
        self.put(*self._working(), *self._past(), *self._ticks())
        for remark in self._says.remarks(found):
            self.put(Paragraph(theme, remark, Type.SMALL, Ink.MUTED))
        for button in (self.waive, self.end, self.save):
            self.put_at_foot(button, self.foot.count() - 1)
        for button, why_not in (
            (self.verb, self._says.no_charge(found)),
            (self.save, self._says.no_charge(found)),
            (self.waive, self._says.no_waiver(found)),
            (self.end, self._says.no_end(found)),
        ):
            if why_not:
                button.refuse(why_not)
        self.end.setVisible(all(one.is_paid for one in found))
        self.save.clicked.connect(partial(self._charge, Target.FILE))
        self.waive.clicked.connect(self._ask_why_waived)
        self.end.clicked.connect(self._ask_why_ended)

    def _working(self) -> list[QLayout | QWidget]:
        """Lines with their amounts on one edge; the last one stands out below a rule."""
        parts: list[QLayout | QWidget] = []
        for line in self._says.working(self._found):
            style = Type.HEADING if line.whole else Type.BODY
            if line.whole:
                parts.append(Hairline())
            said = Paragraph(self.around.theme, line.text, style)
            said.setAccessibleName(f"{line.text} {line.amount}".strip())
            parts.append(_row(said, Text(self.around.theme, line.amount, style)))
        return parts

    def _past(self) -> list[QLayout]:
        """What was decided before; what was given up can be taken back."""
        _, theme = words(self.around.language).gettext, self.around.theme
        rows: list[QLayout] = []
        for line in self._says.past(self._found):
            back = Button(theme, _("Take back"), Kind.LINK)
            back.setVisible(line.action is not None)
            if line.action is not None:
                back.clicked.connect(partial(self._take_back, line.action))
            rows.append(_row(Paragraph(theme, line.text, Type.BODY, Ink.MUTED), back))
        return rows

    def _ticks(self) -> list[QWidget]:
        """What is meant, where there is something of both."""
        interest = any(one.left.interest for one in self._found)
        fixed = any(one.left.fixed for one in self._found)
        self.interest.setChecked(interest)
        self.fixed.setChecked(fixed)
        return [self.interest, self.fixed] if interest and fixed else []

    @property
    def what(self) -> What:
        """What is ticked."""
        return What(self.interest.isChecked(), self.fixed.isChecked())

    # ------------------------------------------------------------- charging
    def on_verb(self) -> None:
        """Charge it and print the note."""
        self._charge(Target.PRINTER)

    def _charge(self, target: Target) -> None:
        self._target = target
        program, what = self.around.program, self.what
        entries, as_at = self._entries(what), self._found[0].as_at

        def work() -> tuple[InvoicePlan, str]:
            (plan,) = program.interest.plan(entries, as_at, what)
            return plan, program.invoicing.numbered(plan).number

        self.submit(work, self._on_plan)

    def _on_plan(self, answer: tuple[InvoicePlan, str]) -> None:
        plan, number = answer
        begin = self._begin
        self._targets.ask(self._target, plan, number, lambda deliver: begin(plan, deliver))

    def _entries(self, what: What) -> list[int]:
        """The parts of which something that is ticked is left; all of them where nothing is."""
        left = [
            one.debt.entry
            for one in self._found
            if (what.interest and one.left.interest) or (what.fixed and one.left.fixed)
        ]
        return left or [one.debt.entry for one in self._found]

    # ------------------------------------------------------------- giving up
    def _ask_why_waived(self) -> None:
        _, what = words(self.around.language).gettext, self.what
        entries, as_at = self._entries(what), self._found[0].as_at
        program = self.around.program
        follows = _("Nothing of it is asked for. On what is unpaid, it goes on from tomorrow.")
        self._ask_why(
            _("Waive"),
            follows,
            lambda reason: program.interest.waive(entries, as_at, reason, what),
        )

    def _ask_why_ended(self) -> None:
        _, program = words(self.around.language).gettext, self.around.program
        entries = self._entries(What())
        follows = _("The invoice is paid, and its interest ends with it.")
        self._ask_why(_("End it"), follows, lambda reason: program.interest.cancel(entries, reason))

    def _ask_why(self, verb: str, follows: str, deed: Callable[[str], Settled]) -> None:
        _ = words(self.around.language).gettext
        amount = money(self._says.left(self._found), self.around.locale, symbol=True)
        text = _("Interest on invoice {number}: {amount}")
        title = text.format(number=self._detail.row.number, amount=amount)
        self.accept()
        ReasonDialog(self.around, self._over, title, follows, verb, deed, self._on_settled)

    def _take_back(self, action: int) -> None:
        self.accept()
        self._on_undone(action)


def _row(first: QWidget, last: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.l)
    row.addWidget(first, 1)
    row.addWidget(last, 0, Qt.AlignmentFlag.AlignTop)
    return row
