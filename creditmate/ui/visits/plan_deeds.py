"""What a visit is made of, changed one thing after another."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_plan import VisitPlan, plan_of
from creditmate.domain.visits import Side
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.visits import TOUCHED
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.visits.in_turn import InTurn
from creditmate.ui.visits.item_dialog import Editing
from creditmate.ui.visits.part_dialogs import (
    IssueDialog,
    PointDialog,
    RequestDialog,
    SlotDialog,
)
from creditmate.ui.visits.people_dialog import PersonDialog
from creditmate.ui.visits.plan_edits import Part, Same, items_of, place_of, shifted, without
from creditmate.ui.visits.visit_state import VisitRead
from creditmate.ui.visits.where_dialog import InnerDialog, WhereDialog

_DIALOGS = {
    Part.ISSUES: IssueDialog,
    Part.POINTS: PointDialog,
    Part.REQUESTS: RequestDialog,
    Part.SLOTS: SlotDialog,
}


class PlanDeeds(Teller):
    """Changes the plan of the visit whose page is shown."""

    said = Signal(str)
    """What it is for, as it is kept now."""

    def __init__(self, around: Surroundings, over: QWidget, currency: str) -> None:
        super().__init__(over)
        self._around, self._over, self._currency = around, over, currency
        self._read: VisitRead | None = None
        self._ = words(around.language).gettext
        self._turn = InTurn(around, self._on_failed)

    def show_visit(self, read: VisitRead) -> None:
        """Act upon this visit from now on."""
        self._read = read
        self._turn.know(read.page.file)

    def edit(self, part: Part, place: int) -> None:
        """Edit one thing of it."""
        same = self._same(part, place)
        if same is not None:
            self._open(partial(self._edit, same))

    def _edit(self, same: Same, editing: Editing) -> None:
        place = place_of(editing.plan, same)
        if place is None:
            return
        item, editing = items_of(editing.plan, same.part)[place], editing._replace(place=place)
        if same.part is Part.PEOPLE:
            self._person(item.side, editing)  # type: ignore[union-attr]
        else:
            _DIALOGS[same.part](self._around, self._over, editing)

    def add(self, part: Part) -> None:
        """Add an issue, a point, something to have ready, or an item of the hour."""
        self._open(partial(_DIALOGS[part], self._around, self._over))

    def add_person(self, side: Side) -> None:
        """Add somebody of a side."""
        self._open(partial(self._person, side))

    def remove(self, part: Part, place: int) -> None:
        """Take one thing out."""
        self._change_same(part, place, without)

    def shift(self, part: Part, place: int, by: int) -> None:
        """Put one thing before or behind its neighbour."""
        self._change_same(part, place, lambda plan, part, at: shifted(plan, part, at, by))

    def say(self, purpose: str) -> None:
        """Say anew what it is for."""
        self._change(lambda plan: replace(plan, words=purpose), partial(self.said.emit, purpose))

    def where(self) -> None:
        """Edit the place and the way."""
        self._open(partial(WhereDialog, self._around, self._over))

    def inner(self) -> None:
        """Edit what stays with us."""
        self._open(lambda editing: InnerDialog(self._around, self._over, editing, self._currency))

    def _person(self, side: Side, editing: Editing) -> None:
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

    def _same(self, part: Part, place: int) -> Same | None:
        """What stands in a place of the page, which may change before its turn comes."""
        plan = None if self._read is None else plan_of(self._read.page.file)
        return None if plan is None else Same(part, items_of(plan, part)[place])

    def _editing(self, number: str) -> Editing:
        file = self._turn.file(number)
        return Editing(number, file.visit.version, plan_of(file), self._on_changed)

    def _open(self, dialog: Callable[[Editing], object]) -> None:
        """Open a dialog over the visit as it is once all that was changed before is kept."""
        if self._read is not None and self._is_open():
            number = self._read.page.row.number
            self._turn.do(lambda: dialog(self._editing(number)))

    def _change_same(
        self, part: Part, place: int, edit: Callable[[VisitPlan, Part, int], VisitPlan]
    ) -> None:
        same = self._same(part, place)
        if same is None:
            return

        def edited(plan: VisitPlan) -> VisitPlan:
            at = place_of(plan, same)
            return plan if at is None else edit(plan, part, at)

        self._change(edited)

    def _change(
        self, edit: Callable[[VisitPlan], VisitPlan], kept: Callable[[], object] = bool
    ) -> None:
        """Change its plan; ``kept`` is told once it is, or is so already."""
        if self._read is not None and self._is_open():
            number = self._read.page.row.number
            self._turn.do(lambda: self._change_now(self._editing(number), edit, kept))

    def _change_now(
        self, editing: Editing, edit: Callable[[VisitPlan], VisitPlan], kept: Callable[[], object]
    ) -> None:
        def told(done: Done) -> None:
            kept()
            self._tell(self._("The visit is changed."), done)

        plan, change = edit(editing.plan), self._around.program.visits.change
        if plan == editing.plan:
            kept()
        else:
            work = partial(change, editing.number, plan, editing.version)
            self._turn.write(editing.number, work, told)

    # ------------------------------------------------------------- what is told of it
    def _on_changed(self, done: Done) -> None:
        self._told(self._("The visit is changed."), done)

    def _told(self, said: str, done: Done) -> None:
        """A dialog did it."""
        if self._read is not None:
            self._turn.read_again(self._read.page.row.number)
        self._tell(said, done)

    def _tell(self, said: str, done: Done) -> None:
        self.changed.emit(done.touched)
        self.told_undo.emit(said, partial(self._around.program.visits.undo, done))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.told.emit(problem_words(error, self._around.language, self._around.locale))
            if error.problem is Problem.CHANGED_MEANWHILE:
                self.changed.emit(TOUCHED)  # what is to be looked at again is what there is now
        else:
            self._around.desk.failed.emit(error)
