"""Who takes part in a visit: one of theirs, or one of ours."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple

from PySide6.QtWidgets import QWidget

from creditmate.domain.visit_plan import PlanPerson
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visits import Side
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.visits.item_dialog import Editing, ItemDialog
from creditmate.ui.visits.plan_edits import Part


class Known(NamedTuple):
    """Somebody we know by the id of a contact, or of one of our people."""

    id: int
    name: str
    role: str
    decides: bool = False


class PersonDialog(ItemDialog):
    """Somebody known is chosen, which fills the fields; anybody else is typed.

    Attributes:
        who: Those who are known.
        name: As it is said on the agenda.
        role: What they do.
        decides: Whether they may agree to what we ask for.
        note: For us only.
    """

    part = Part.PEOPLE
    places: ClassVar = {VisitWhy.NO_NAME: "name", VisitWhy.NOT_THEIRS: "name",
                        VisitWhy.TWICE: "name"}  # fmt: skip

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        editing: Editing,
        side: Side,
        known: Sequence[Known],
    ) -> None:
        _ = words(around.language).gettext
        theirs = side is Side.THEIRS
        title = _("Somebody from their side") if theirs else _("Somebody from our side")
        super().__init__(around, window, editing, title)
        theme, found = around.theme, editing.item(self.part)
        before = found if isinstance(found, PlanPerson) else PlanPerson(side)
        self._before, self._known = before, {one.id: one for one in known}
        self.who = Field(theme, _("Who"), Choice(theme, ""), echoes=False)
        self.who.input.addItem(_("Somebody else"), None)
        for one in known:
            said = f"{one.name}, {one.role}" if one.role else one.name
            self.who.input.addItem(said, one.id)
        self.name = Field(theme, _("Name"), LineInput(theme, ""), echoes=False)
        self.role = Field(theme, _("What they do"), LineInput(theme, ""), echoes=False)
        self.decides = CheckSentence(theme, _("Can decide what we ask for"))
        self.note = Field(theme, _("For us only"), LineInput(theme, ""), echoes=False)
        names = ColumnGrid(2, gap=SPACE.l)
        names.add(self.name, self.role)
        self.add("name", self.name)
        self.put(self.who, names, self.decides, self.note)
        self._fill(before)
        self.who.setVisible(bool(known))
        self.who.input.currentIndexChanged.connect(lambda _at: self._on_chosen())
        self.open_at(self.who if known and not before.name else self.name)

    def _fill(self, person: PlanPerson) -> None:
        here = person.contact if person.side is Side.THEIRS else person.staff
        self.who.input.setCurrentIndex(max(self.who.input.findData(here), 0))
        self.name.input.setText(person.name)
        self.role.input.setText(person.role)
        self.decides.setChecked(person.decides)
        self.note.input.setText(person.inner_note)

    def _on_chosen(self) -> None:
        one = self._known.get(self.who.input.currentData() or 0)
        if one is not None:
            self.name.input.setText(one.name)
            self.role.input.setText(one.role)
            self.decides.setChecked(one.decides)

    def typed(self) -> PlanPerson:
        """Return who it is."""
        chosen = self._known.get(self.who.input.currentData() or 0)
        id_ = None if chosen is None else chosen.id
        theirs = self._before.side is Side.THEIRS
        return replace(
            self._before,
            name=self.name.input.text().strip(),
            role=self.role.input.text().strip(),
            decides=self.decides.isChecked(),
            contact=id_ if theirs else None,
            staff=None if theirs else id_,
            inner_note=self.note.input.text().strip(),
        )
