"""Where the visit is, how long it and the way take, and what stays with us."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visits import DistanceUnit, VisitPurpose
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.kit.typed_fields import MoneyField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE
from creditmate.ui.visits.item_dialog import Editing, PlanDialog
from creditmate.ui.visits.minutes_field import DistanceField, MinutesField

_LINES = 2
_PLACE_LINES = 4
"""As many as an address has."""


class WhereDialog(PlanDialog):
    """The place, as it is said to the customer, and the way there, which is ours."""

    places: ClassVar = {
        VisitWhy.LENGTH: "minutes",
        VisitWhy.AGENDA_TOO_LONG: "minutes",
        VisitWhy.TRAVEL: "travel",
        VisitWhy.DISTANCE: "distance",
    }

    def __init__(self, around: Surroundings, window: QWidget, editing: Editing) -> None:
        _ = words(around.language).gettext
        super().__init__(around, window, editing, _("Place and way"))
        plan = editing.plan
        unit = plan.unit or DistanceUnit.MILE
        said = _("Place, as the customer reads it")
        self.address = Field(
            around.theme, said, TextInput(around.theme, said, _PLACE_LINES), echoes=False
        )
        self.minutes = MinutesField(around, _("Visit, in minutes"))
        self.travel = MinutesField(around, _("Way there, in minutes"))
        far = {
            DistanceUnit.MILE: _("There and back, in miles"),
            DistanceUnit.KM: _("There and back, in km"),
        }[unit]
        self.distance = DistanceField(around, far, unit.value)
        took = ColumnGrid(3, gap=SPACE.l)
        took.add(self.minutes, self.travel, self.distance)
        self.put(self.address, took)
        for name in ("minutes", "travel", "distance"):
            self.add(name, getattr(self, name))
        self.address.input.setPlainText(plan.address)
        self.minutes.show_minutes(plan.minutes)
        self.travel.show_minutes(plan.travel_minutes)
        self.distance.show_tenths(plan.distance_tenths or None)
        self.open_at(self.travel if plan.travel_minutes is None else self.address)

    def on_verb(self) -> None:
        """Save it, once all of it is understood."""
        self.clear()
        minutes, read = self.minutes.read_or_refuse()
        travel, way_read = self.travel.read_or_refuse()
        tenths, far_read = self.distance.read_or_refuse()
        if read and way_read and far_read:
            plan = replace(
                self.editing.plan,
                address=self.address.input.toPlainText().strip(),
                minutes=minutes or self.editing.plan.minutes,
                travel_minutes=travel,
                distance_tenths=tenths or 0,
            )
            self.save(_fitted(plan))


class InnerDialog(PlanDialog):
    """Why we go, what whoever goes may grant, and what they buy: nothing of it leaves us."""

    def __init__(
        self, around: Surroundings, window: QWidget, editing: Editing, currency: str
    ) -> None:
        _ = words(around.language).gettext
        detail = _("None of this is on any paper for the customer.")
        super().__init__(
            around, window, editing, _("For us only"), detail=detail, width=SIZES.bug_dialog
        )
        theme, plan = around.theme, editing.plan
        whys = [
            SegmentText(VisitPurpose.GET_WELL.value, _("To put something right")),
            SegmentText(VisitPurpose.STAY_WELL.value, _("To stay well")),
        ]
        self.why = Segments(theme, _("Why we go"), whys, is_input=True)
        self.why.choose(plan.purpose.value)
        texts = (
            (_("What whoever goes may grant"), plan.limits),
            (_("If nobody is there who decides"), plan.if_deputy),
            (_("Note"), plan.note),
        )
        self.texts = [
            Field(theme, title, TextInput(theme, title, _LINES), echoes=False) for title, _ in texts
        ]
        for field, (_title, text) in zip(self.texts, texts, strict=True):
            field.input.setPlainText(text)
        margin = words(around.language).gettext("What they earn us in a year")
        self.margin = MoneyField(around, margin, currency)
        self.margin.show_amount(plan.margin)
        self.put(self.why, *self.texts, self.margin)
        self.open_at(self.texts[0])

    def on_verb(self) -> None:
        """Save it."""
        self.clear()
        margin, is_read = self.margin.read_or_refuse()
        if not is_read:
            return
        limits, if_deputy, note = (field.input.toPlainText().strip() for field in self.texts)
        plan = replace(
            self.editing.plan,
            purpose=VisitPurpose(self.why.key or VisitPurpose.GET_WELL.value),
            limits=limits,
            if_deputy=if_deputy,
            note=note,
            margin=margin,
        )
        self.save(plan)


def _fitted(plan: VisitPlan) -> VisitPlan:
    """Have an agenda of another length laid out anew, where it was the usual one."""
    if sum(slot.minutes for slot in plan.slots) <= plan.minutes:
        return plan
    written = any(slot.title or slot.detail for slot in plan.slots)
    return plan if written else replace(plan, slots=())
