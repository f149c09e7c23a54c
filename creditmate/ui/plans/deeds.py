"""What is done with plans and more time on a customer's page; each deed can be taken back."""

from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.services.customers import Brief
from creditmate.services.plan_lists import PlanRow
from creditmate.services.program import Program
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.deeds import Deeds
from creditmate.ui.kit.links import view
from creditmate.ui.plans.plan_deed import PlanDeed
from creditmate.ui.plans.plan_dialog import PlanDialog
from creditmate.ui.plans.reason_dialog import Asked, ReasonDialog
from creditmate.ui.plans.time_dialog import TimeDialog
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.services.plan_papers import IssuedPlan


class PlanDeeds(Deeds):
    """Opens the dialogs upon the customer as it is now; papers are drawn elsewhere."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(around, over, around.program.plans.undo)
        self._folder = PassingFolder()
        self.destroyed.connect(self._folder.clear)

    def act(self, deed: PlanDeed, row: PlanRow) -> None:
        """Do one of the things that can be done with a plan."""
        number = row.standing.plan.number
        if deed is PlanDeed.PRINT:
            self.print_agreement(number)
        elif deed is PlanDeed.SIGN:
            self.sign(number)
        elif deed is PlanDeed.REINSTATE:
            self.reinstate(number)
        elif deed is PlanDeed.REPLACE:
            self.replace(row.code, number)
        else:
            self.cancel(number)

    def agree(self, code: str) -> None:
        """Agree a plan."""
        self.with_brief(code, lambda brief: PlanDialog(self._around, self._over, brief, self.tell))

    def replace(self, code: str, number: str) -> None:
        """Agree a plan in the place of one that cannot be kept as it is."""
        program, today = self._around.program, self._around.program.clock.today
        self.ask(
            lambda: (program.customers.brief(code, today), program.plans.show(number, today)),
            self._on_replacing,
        )

    def _on_replacing(self, read: tuple[Brief, PlanRow]) -> None:
        brief, row = read
        PlanDialog(self._around, self._over, brief, self.tell, row.standing.plan)

    def give_time(self, code: str) -> None:
        """Give more time."""
        self.with_brief(code, lambda brief: TimeDialog(self._around, self._over, brief, self.tell))

    def sign(self, number: str) -> None:
        """Put down that the signed agreement came back."""
        said = self._("The agreement of plan {number} is signed.").format(number=number)
        self.do(said, partial(self._around.program.plans.sign, number))

    def cancel(self, number: str) -> None:
        """End a plan by hand."""
        _, plans = self._, self._around.program.plans
        asked = Asked(
            _("End plan {number}").format(number=number),
            _("End it"),
            _("What is left of it may be asked for again."),
            _("Plan {number} is ended.").format(number=number),
        )
        work = partial(plans.cancel, number)
        ReasonDialog(self._around, self._over, asked, work, self.tell)

    def reinstate(self, number: str) -> None:
        """Take a plan up again."""
        _, plans = self._, self._around.program.plans
        asked = Asked(
            _("Take plan {number} up again").format(number=number),
            _("Take it up again"),
            _("What had not come is due today, with its time to come."),
            _("Plan {number} is taken up again.").format(number=number),
        )
        work = partial(plans.reinstate, number)
        ReasonDialog(self._around, self._over, asked, work, self.tell)

    def withdraw(self, extension: int) -> None:
        """Take time given back."""
        _, extensions = self._, self._around.program.extensions
        asked = Asked(
            _("Take the time back"),
            _("Take it back"),
            _("What it was for may be asked for again from today."),
            _("The time is taken back."),
        )
        work = partial(extensions.withdraw, extension)
        ReasonDialog(self._around, self._over, asked, work, self.tell)

    def print_agreement(self, number: str) -> None:
        """Issue a plan's agreement, or show it as it was issued."""
        program = self._around.program
        self._around.drawing.ask(partial(_issued, program, number), self._on_issued, self)

    # ------------------------------------------------------------- what came of it
    def _on_issued(self, answer: "Future[IssuedPlan]") -> None:
        error = answer.exception()
        if isinstance(error, Exception):
            self.fail(error)
            return
        issued = answer.result()
        if issued.saved is not None:
            self.changed.emit(issued.saved.touched)
            said = words(self._around.language).gettext(
                "Agreement {number} is issued and kept. Its wording is no legal advice."
            )
            self.told.emit(said.format(number=issued.number))
        view(self._folder.put(f"{issued.number}.pdf", issued.pdf))


def _issued(program: Program, number: str) -> "IssuedPlan":
    from creditmate.services.plan_papers import (  # noqa: PLC0415 - see docs/decisions/0006
        PlanIssue,
    )

    return PlanIssue(program.plan_papers, program.ask).issue(number)
