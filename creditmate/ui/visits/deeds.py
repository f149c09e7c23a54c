"""What is done with a visit that is planned; what can be taken back is told with the way back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.errors import UserError
from creditmate.domain.visit_plan import VisitPlan, plan_of
from creditmate.domain.visits import PreparationStep, Side, VisitEventKind, VisitState
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.ui.plans.reason_dialog import Asked, ReasonDialog
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.visits.item_dialog import Editing
from creditmate.ui.visits.map_dialog import MapDeeds
from creditmate.ui.visits.part_dialogs import (
    IssueDialog,
    PointDialog,
    RequestDialog,
    SlotDialog,
)
from creditmate.ui.visits.people_dialog import PersonDialog
from creditmate.ui.visits.plan_edits import Part, items_of, shifted, without
from creditmate.ui.visits.report_deeds import ReportDeeds
from creditmate.ui.visits.step_dialog import StepDialog
from creditmate.ui.visits.visit_state import VisitRead
from creditmate.ui.visits.when_dialogs import ConfirmVisitDialog, MoveVisitDialog
from creditmate.ui.visits.where_dialog import InnerDialog, WhereDialog

_DIALOGS = {
    Part.ISSUES: IssueDialog,
    Part.POINTS: PointDialog,
    Part.REQUESTS: RequestDialog,
    Part.SLOTS: SlotDialog,
}


class VisitDeeds(Teller):
    """Acts upon the visit whose page is shown."""

    def __init__(self, around: Surroundings, over: QWidget, currency: str) -> None:
        super().__init__(over)
        self._around, self._over, self._currency = around, over, currency
        self._read: VisitRead | None = None
        self._ = words(around.language).gettext
        self.reports = ReportDeeds(around, over)
        self._maps = MapDeeds(around, over)
        for one in (self.reports, self._maps):
            one.pass_on_to(self)
        self._changing: Latest[Done] = Latest(around.desk, self._on_changed, self._on_failed, self)

    def show_visit(self, read: VisitRead) -> None:
        """Act upon this visit from now on."""
        self._read = read
        self.reports.show_visit(read)

    # ------------------------------------------------------------- what it is made of
    def edit(self, part: Part, place: int) -> None:
        """Edit one thing of it."""
        editing = self._editing(place)
        if editing is None:
            return
        item = items_of(editing.plan, part)[place]
        if part is Part.PEOPLE:
            self._person(editing, item.side)  # type: ignore[union-attr]
        else:
            _DIALOGS[part](self._around, self._over, editing)

    def add(self, part: Part) -> None:
        """Add an issue, a point, something to have ready, or an item of the hour."""
        editing = self._editing()
        if editing is not None:
            _DIALOGS[part](self._around, self._over, editing)

    def add_person(self, side: Side) -> None:
        """Add somebody of a side."""
        editing = self._editing()
        if editing is not None:
            self._person(editing, side)

    def remove(self, part: Part, place: int) -> None:
        """Take one thing out."""
        self._change(lambda plan: without(plan, part, place))

    def shift(self, part: Part, place: int, by: int) -> None:
        """Put one thing before or behind its neighbour."""
        self._change(lambda plan: shifted(plan, part, place, by))

    def say(self, purpose: str) -> None:
        """Say anew what it is for."""
        self._change(lambda plan: replace(plan, words=purpose))

    def where(self) -> None:
        """Edit the place and the way."""
        editing = self._editing()
        if editing is not None:
            WhereDialog(self._around, self._over, editing)

    def on_the_map(self) -> None:
        """Put down where the customer's addresses are on the map."""
        if self._read is not None:
            self._maps.ask(self._read.page.row.code)

    def inner(self) -> None:
        """Edit what stays with us."""
        editing = self._editing()
        if editing is not None:
            InnerDialog(self._around, self._over, editing, self._currency)

    def _person(self, editing: Editing, side: Side) -> None:
        assert self._read is not None  # noqa: S101 - something is edited
        known = self._read.theirs if side is Side.THEIRS else self._read.ours
        edited = editing.item(Part.PEOPLE)
        others = [one for one in editing.plan.people if one is not edited and one.side is side]
        taken = {one.contact if side is Side.THEIRS else one.staff for one in others}
        offered = [one for one in known if one.id not in taken]
        PersonDialog(self._around, self._over, editing, side, offered)

    def _is_open(self) -> bool:
        """Whether it can still be changed; why not is told."""
        is_open = self._read is not None and self._read.page.row.standing.is_open
        if not is_open:
            self.told.emit(self._("The visit has ended: plan another one."))
        return is_open

    def _editing(self, place: int | None = None) -> Editing | None:
        if self._read is None or not self._is_open():
            return None
        file = self._read.page.file
        return Editing(file.visit.number, file.visit.version, plan_of(file), self._on_changed,
                       place)  # fmt: skip

    def _change(self, edit: Callable[[VisitPlan], VisitPlan]) -> None:
        editing = self._editing()
        if editing is None:
            return
        change, plan = self._around.program.visits.change, edit(editing.plan)
        if plan != editing.plan:
            self._changing.ask(partial(change, editing.number, plan, editing.version))

    # ------------------------------------------------------------- what is done before it
    def prepare(self, step: PreparationStep, done: bool) -> None:
        """Put down that a step is done, or is not after all."""
        if self._read is not None:
            prepare, number = self._around.program.visits.prepare, self._read.page.row.number
            self._changing.ask(partial(prepare, number, step.id, done=done))

    def add_step(self) -> None:
        """Add a step in our own words."""
        if self._read is not None and self._is_open():
            StepDialog(self._around, self._over, self._read.page, self._told)

    def remove_step(self, step: PreparationStep) -> None:
        """Take out a step in our own words."""
        if self._read is not None:
            take_out, number = self._around.program.visits.take_out_step, self._read.page.row.number
            self._changing.ask(partial(take_out, number, step.id))

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

    # ------------------------------------------------------------- what came of it
    def _on_changed(self, done: Done) -> None:
        self._told(self._("The visit is changed."), done)

    def _told(self, said: str, done: Done) -> None:
        self.changed.emit(done.touched)
        self.told_undo.emit(said, partial(self._around.program.visits.undo, done))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.told.emit(problem_words(error, self._around.language, self._around.locale))
        else:
            self._around.desk.failed.emit(error)
