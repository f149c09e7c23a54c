"""Adding a step of preparation in our own words."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.visits import VisitPage
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.surroundings import Surroundings

_WHAT, _DAY = "visit.step", "day"
_FIELDS: Mapping[VisitWhy, str] = {
    VisitWhy.NO_STEP: _WHAT,
    VisitWhy.STEP_PAST: _DAY,
    VisitWhy.STEP_AFTER: _DAY,
}


class StepDialog(EditDialog):
    """What is to be done, and by when; it stands in the diary, and moves with the visit."""

    def __init__(self, around: Surroundings, window: QWidget, page: VisitPage, told: Told) -> None:
        _ = words(around.language).gettext
        detail = _("For us only: it stands in the diary, and moves with the visit.")
        super().__init__(around, window, _("Add a step"), _("Add it"), detail=detail)
        self._page, self._told = page, told
        theme = around.theme
        self.what = Field(theme, _("What is to be done"), LineInput(theme, ""), echoes=False)
        self.day = DayField(around, _("By when; empty for the working day before"))
        self.add(_WHAT, self.what)
        self.add(_DAY, self.day)
        self.put(self.what, self.day)
        self.open_at(self.what)

    def on_verb(self) -> None:
        """Add it."""
        self.clear()
        day, is_read = self.day.read_or_refuse()
        if is_read:
            add, what = self.around.program.visits.add_step, self.what.input.text()
            self.submit(partial(add, self._page.row.number, what, day), self._on_added)

    def refuse(self, error: UserError) -> None:
        """Say it where it is about a field."""
        is_visit = error.problem is Problem.VISIT_REFUSED
        field = _FIELDS.get(VisitWhy(str(error.facts["why"]))) if is_visit else None
        if field is None:
            super().refuse(error)
            return
        at = self._fields[field]
        at.refuse(problem_words(error, self.around.language, self.around.locale))
        at.setFocus()

    def _on_added(self, done: Done) -> None:
        self._told(words(self.around.language).gettext("A step is added."), done)
