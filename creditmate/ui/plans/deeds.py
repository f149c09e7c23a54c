"""What is done with plans and more time on a customer's page; each deed can be taken back."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.customers import Brief
from creditmate.services.plan_lists import PlanRow
from creditmate.services.program import Program
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.kit.links import view
from creditmate.ui.plans.plan_dialog import PlanDialog
from creditmate.ui.plans.reason_dialog import Asked, ReasonDialog
from creditmate.ui.plans.time_dialog import TimeDialog
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller

if TYPE_CHECKING:
    from creditmate.services.plan_papers import IssuedPlan


class PlanDeeds(Teller):
    """Opens the dialogs upon the customer as it is now; papers are drawn elsewhere."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        self._open: Callable[[Brief], object] = id
        desk = around.desk
        self._briefs: Latest[Brief] = Latest(desk, self._on_brief, desk.failed.emit, self)
        self._signing: Latest[Done] = Latest(desk, self._on_signed, self._on_failed, self)
        self._replacing: Latest[tuple[Brief, PlanRow]] = Latest(
            desk, self._on_replacing, self._on_failed, self
        )
        self._number = ""
        self._folder = PassingFolder()
        self.destroyed.connect(self._folder.clear)

    def agree(self, code: str) -> None:
        """Agree a plan."""
        self._ask(code, lambda brief: PlanDialog(self._around, self._over, brief, self._told))

    def replace(self, code: str, number: str) -> None:
        """Agree a plan in the place of one that cannot be kept as it is."""
        program, today = self._around.program, self._around.program.clock.today
        self._replacing.ask(
            lambda: (program.customers.brief(code, today), program.plans.show(number, today))
        )

    def _on_replacing(self, read: tuple[Brief, PlanRow]) -> None:
        brief, row = read
        PlanDialog(self._around, self._over, brief, self._told, row.standing.plan)

    def give_time(self, code: str) -> None:
        """Give more time."""
        self._ask(code, lambda brief: TimeDialog(self._around, self._over, brief, self._told))

    def sign(self, number: str) -> None:
        """Put down that the signed agreement came back."""
        self._number = number
        self._signing.ask(partial(self._around.program.plans.sign, number))

    def cancel(self, number: str) -> None:
        """End a plan by hand."""
        _, plans = words(self._around.language).gettext, self._around.program.plans
        asked = Asked(
            _("End plan {number}").format(number=number),
            _("End it"),
            _("What is left of it may be asked for again."),
            _("Plan {number} is ended.").format(number=number),
        )
        work = partial(plans.cancel, number)
        ReasonDialog(self._around, self._over, asked, work, self._told)

    def reinstate(self, number: str) -> None:
        """Take a plan up again."""
        _, plans = words(self._around.language).gettext, self._around.program.plans
        asked = Asked(
            _("Take plan {number} up again").format(number=number),
            _("Take it up again"),
            _("What had not come is due today, with its time to come."),
            _("Plan {number} is taken up again.").format(number=number),
        )
        work = partial(plans.reinstate, number)
        ReasonDialog(self._around, self._over, asked, work, self._told)

    def withdraw(self, extension: int) -> None:
        """Take time given back."""
        _, extensions = words(self._around.language).gettext, self._around.program.extensions
        asked = Asked(
            _("Take the time back"),
            _("Take it back"),
            _("What it was for may be asked for again from today."),
            _("The time is taken back."),
        )
        work = partial(extensions.withdraw, extension)
        ReasonDialog(self._around, self._over, asked, work, self._told)

    def print_agreement(self, number: str) -> None:
        """Issue a plan's agreement, or show it as it was issued."""
        program = self._around.program
        self._around.drawing.ask(partial(_issued, program, number), self._on_issued, self)

    # ------------------------------------------------------------- what came of it
    def _ask(self, code: str, then: Callable[[Brief], object]) -> None:
        self._open = then
        today = self._around.program.clock.today
        self._briefs.ask(partial(self._around.program.customers.brief, code, today))

    def _on_brief(self, brief: Brief) -> None:
        self._open(brief)

    def _on_signed(self, done: Done) -> None:
        said = words(self._around.language).gettext("The agreement of plan {number} is signed.")
        self._told(said.format(number=self._number), done)

    def _told(self, said: str, done: Done) -> None:
        self.changed.emit(done.touched)
        self.told_undo.emit(said, partial(self._around.program.plans.undo, done.action))

    def _on_issued(self, answer: "Future[IssuedPlan]") -> None:
        error = answer.exception()
        if isinstance(error, Exception):
            self._on_failed(error)
            return
        issued = answer.result()
        if issued.saved is not None:
            self.changed.emit(issued.saved.touched)
            said = words(self._around.language).gettext(
                "Agreement {number} is issued and kept. Its wording is no legal advice."
            )
            self.told.emit(said.format(number=issued.number))
        view(self._folder.put(f"{issued.number}.pdf", issued.pdf))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.told.emit(problem_words(error, self._around.language, self._around.locale))
        else:
            self._around.desk.failed.emit(error)


def _issued(program: Program, number: str) -> "IssuedPlan":
    from creditmate.services.plan_papers import (  # noqa: PLC0415 - see docs/decisions/0006
        PlanIssue,
    )

    return PlanIssue(program.plan_papers, program.ask).issue(number)
