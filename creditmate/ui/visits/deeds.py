"""What is done with a visit that is planned; what can be taken back is told with the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.visits import PreparationStep, VisitEventKind, VisitState
from creditmate.ui.plans.reason_dialog import Asked, ReasonDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.map_dialog import MapDeeds
from creditmate.ui.visits.plan_deeds import PlanDeeds
from creditmate.ui.visits.report_deeds import ReportDeeds
from creditmate.ui.visits.step_dialog import StepDialog
from creditmate.ui.visits.visit_state import VisitRead
from creditmate.ui.visits.when_dialogs import ConfirmVisitDialog, MoveVisitDialog


class VisitDeeds(PlanDeeds):
    """Acts upon the visit whose page is shown."""

    def __init__(self, around: Surroundings, over: QWidget, currency: str) -> None:
        super().__init__(around, over, currency)
        self.reports = ReportDeeds(around, over)
        self._maps = MapDeeds(around, over)
        for one in (self.reports, self._maps):
            one.pass_on_to(self)

    def show_visit(self, read: VisitRead) -> None:
        """Act upon this visit from now on."""
        super().show_visit(read)
        self.reports.show_visit(read)

    def on_the_map(self) -> None:
        """Put down where the customer's addresses are on the map."""
        if self._read is not None:
            self._maps.ask(self._read.page.row.code)

    # ------------------------------------------------------------- what is done before it
    def prepare(self, step: PreparationStep, done: bool) -> None:
        """Put down that a step is done, or is not after all."""
        if self._read is not None:
            prepare, number = self._around.program.visits.prepare, self._read.page.row.number
            self._write(number, partial(prepare, number, step.id, done=done))

    def add_step(self) -> None:
        """Add a step in our own words."""
        if self._read is not None and self._is_open():
            StepDialog(self._around, self._over, self._read.page, self._told)

    def remove_step(self, step: PreparationStep) -> None:
        """Take out a step in our own words."""
        if self._read is not None:
            take_out, number = self._around.program.visits.take_out_step, self._read.page.row.number
            self._write(number, partial(take_out, number, step.id))

    def _write(self, number: str, work: Callable[[], Done]) -> None:
        told = partial(self._tell, self._("The visit is changed."))
        self._turn.do(lambda: self._turn.write(number, work, told))

    def move(self) -> None:
        """Put it on another day."""
        if self._read is not None and self._is_open():
            MoveVisitDialog(self._around, self._over, self._read.page, self._told)

    def confirm(self) -> None:
        """Put down that they confirmed it, which they do before it takes place."""
        if self._read is None or not self._is_open():
            return
        if self._read.page.row.standing.state is not VisitState.PLANNED:
            self.told.emit(self._("Its day has passed: report it, or move it."))
        else:
            ConfirmVisitDialog(self._around, self._over, self._read.page, self._told)

    def cancel(self) -> None:
        """Cancel it."""
        if self._read is None or not self._is_open():
            return
        _, row = self._, self._read.page.row
        asked = Asked(
            _("Cancel the visit to {name}").format(name=row.name),
            _("Cancel the visit"),
            _("What was to be done before it goes with it."),
            _("The visit to {name} is cancelled.").format(name=row.name),
        )
        work = partial(self._around.program.visits.cancel, row.number)
        ReasonDialog(self._around, self._over, asked, work, self._told)

    def not_met(self, kind: VisitEventKind) -> None:
        """Put down that nobody was met who decides; the rule for attempts has the next step."""
        self.reports.not_met(kind)

    def report(self) -> None:
        """Write the report."""
        self.reports.report()
