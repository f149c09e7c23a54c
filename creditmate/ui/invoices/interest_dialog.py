"""Interest on a late invoice: the worked lines with their ground, then charged, waived, or ended.

Nothing is charged by opening it: each deed is a button, and charging asks for the printer first.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_echoed, money
from creditmate.services.interest_writing import Settled, What
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.ui.invoices.credit_dialog import Begin
from creditmate.ui.invoices.interest_state import InterestWords
from creditmate.ui.invoices.interest_working import InterestWorking
from creditmate.ui.invoices.issue_targets import IssueTargets, Target
from creditmate.ui.invoices.reason_dialog import ReasonDialog
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.day_input import DayInput
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES

OnSettled = Callable[[Settled], object]
OnUndone = Callable[[int], object]
"""Takes back what an action decided."""


class InterestDialog(EditDialog):
    """What came up to a day on an invoice, and what becomes of it.

    Attributes:
        day: To which day; today to begin with.
        working: How it comes about.
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
        """The day over the working; every deed at the foot."""
        program, theme = self.around.program, self.around.theme
        today, first = program.clock.today, self._found[0].as_at
        label = words(self.around.language).gettext("Worked out up to")
        day = DayInput(theme, label, self.around.locale, first, today)
        self.day = Field(theme, label, day)
        self.working = InterestWorking(
            self.around, self._says, (self.interest, self.fixed), self._take_back
        )
        self._asking: Latest[Sequence[LateInterest]] = Latest(
            self.around.desk, self._show, self._on_none, self
        )
        self.put(self.day, self.working)
        for button in (self.waive, self.end, self.save):
            self.put_at_foot(button, self.foot.count() - 1)
        day.day_chosen.connect(self._on_day)
        day.refused.connect(self._on_refused)
        day.settled.connect(self._on_day_settled)
        day.understood.connect(lambda on: self.day.echo(day_echoed(on, self.around.locale)))
        self.save.clicked.connect(partial(self._charge, Target.FILE))
        self.waive.clicked.connect(self._ask_why_waived)
        self.end.clicked.connect(self._ask_why_ended)
        self._show(self._found)

    # ------------------------------------------------------------- to which day
    def _on_day(self, day: date) -> None:
        """Work it out anew; until that is done nothing can be decided."""
        wait = words(self.around.language).gettext("It is being worked out")
        self._allow(wait, wait, wait)
        document = self._detail.document.id
        self._asking.ask(partial(self.around.program.interest.of, document, day))

    def _show(self, found: Sequence[LateInterest]) -> None:
        self._found = found
        self.setAccessibleDescription(self._says.ground(found))
        self.working.show_found(found)
        self._tick(found)
        self._offer()
        self.end.setVisible(all(one.is_paid for one in found))
        self.refit()

    def _offer(self) -> None:
        """Let be done what can be with what is shown."""
        found, says = self._found, self._says
        if found:
            self._allow(says.no_charge(found), says.no_waiver(found), says.no_end(found))

    def _on_day_settled(self) -> None:
        """The day that stands there is the one that is shown."""
        self.day.clear()
        self._offer()

    def _on_refused(self, error: UserError) -> None:
        """What stands there is no day: nothing is decided to another one unseen."""
        said = self._says.refusal(error)
        self.day.refuse(said)
        self._allow(said, said, said)

    def _on_none(self, error: Exception) -> None:
        """Nothing had come up on that day: it is said below the day, and nothing can be done."""
        if not isinstance(error, UserError):
            self.around.desk.failed.emit(error)
            return
        self._found = ()
        self._on_refused(error)
        self.working.show_found(())
        self._tick(())
        self.refit()

    def _allow(self, no_charge: str, no_waiver: str, no_end: str) -> None:
        for button, why_not in (
            (self.verb, no_charge),
            (self.save, no_charge),
            (self.waive, no_waiver),
            (self.end, no_end),
        ):
            if why_not:
                button.refuse(why_not)
            else:
                button.allow()

    def _tick(self, found: Sequence[LateInterest]) -> None:
        """What is meant, where there is something of both."""
        interest = any(one.left.interest for one in found)
        fixed = any(one.left.fixed for one in found)
        self.interest.setChecked(interest)
        self.fixed.setChecked(fixed)
        for box in (self.interest, self.fixed):
            box.setVisible(interest and fixed)

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
        follows = _("Nothing of it is asked for. On what is unpaid, it goes on from the next day.")
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
