"""Editing one thing of a visit: what the dialogs of its parts have in common."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar, NamedTuple

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.ui.kit.typed_dialog import TypedDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES
from creditmate.ui.visits.plan_edits import Item, Part, items_of, with_item


class Editing(NamedTuple):
    """Which visit is edited, as it is now, and who is told that it was.

    ``place`` is that of the item in the plan; None for a new one.
    """

    number: str
    version: int
    plan: VisitPlan
    told: Callable[[Done], object]
    place: int | None = None

    def item(self, part: Part) -> Item | None:
        """The item that is edited; None for a new one."""
        return None if self.place is None else items_of(self.plan, part)[self.place]


class PlanDialog(TypedDialog):
    """Saves the whole plan, whatever of it was typed anew.

    Attributes:
        places: The fields at which it is said why something cannot be.
    """

    places: ClassVar[Mapping[VisitWhy, str]] = {}

    def __init__(  # noqa: PLR0913 - what such a dialog has to be told
        self,
        around: Surroundings,
        window: QWidget,
        editing: Editing,
        title: str,
        *,
        detail: str = "",
        width: int = SIZES.dialog,
    ) -> None:
        _ = words(around.language).gettext
        super().__init__(around, window, title, _("Save"), detail=detail, width=width)
        self.editing = editing

    def refuse(self, error: UserError) -> None:
        """Say it at the field it is about."""
        place = None
        if error.problem is Problem.VISIT_REFUSED:
            place = self.places.get(VisitWhy(str(error.facts["why"])))
        field = self._fields.get(place or "")
        if field is None:
            super().refuse(error)
            return
        field.refuse(problem_words(error, self.around.language, self.around.locale))
        field.setFocus()

    def save(self, plan: VisitPlan) -> None:
        """Save the plan as it was typed."""
        number, version = self.editing.number, self.editing.version
        change = self.around.program.visits.change
        self.submit(partial(change, number, plan, version), self.editing.told)


class ItemDialog(PlanDialog):
    """Edits one item of a part, or adds one."""

    part: ClassVar[Part]

    def typed(self) -> Item | None:
        """Return what is typed; None where it cannot be understood, which is said then."""
        raise NotImplementedError

    def on_verb(self) -> None:
        """Save it in its place."""
        self.clear()
        item = self.typed()
        if item is not None:
            self.save(with_item(self.editing.plan, self.part, self.editing.place, item))
