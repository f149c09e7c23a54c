"""What is to be settled, their own points, what they are asked to have ready, and the hour."""

from dataclasses import replace
from typing import ClassVar, TypeVar

from PySide6.QtWidgets import QWidget

from creditmate.domain.visit_plan import PlanIssue, PlanPoint, PlanRequest, PlanSlot
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visits import IssueKind, SlotKind
from creditmate.i18n.agenda_words import slot_title
from creditmate.i18n.catalogue import words
from creditmate.i18n.parsing import Towards
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE
from creditmate.ui.visits.item_dialog import Editing, ItemDialog
from creditmate.ui.visits.minutes_field import MinutesField
from creditmate.ui.visits.page_words import issue_kind_words
from creditmate.ui.visits.plan_edits import Part

Input = TypeVar("Input", bound=QWidget)
_USUAL_SLOT = 10
"""Minutes that a new item of the hour begins with."""
_OWN_WORDS = {
    IssueKind.ACCOUNT: SlotKind.ACCOUNT,
    IssueKind.ORDERS: SlotKind.ORDERS,
    IssueKind.LIMIT: SlotKind.ISSUE,
}
"""Issues whose item on the agenda has its own words: of the first two there is one item, whatever
belongs to it, and a limit is not named (docs/decisions/0033)."""


def _field(around: Surroundings, label: str, widget: Input) -> Field[Input]:
    """A field below which only a refusal is said."""
    return Field(around.theme, label, widget, echoes=False)


class IssueDialog(ItemDialog):
    """What the customer reads stands first; what stays with us follows, and says so."""

    part = Part.ISSUES
    places: ClassVar = {VisitWhy.NO_WHAT: "what"}

    def __init__(self, around: Surroundings, window: QWidget, editing: Editing) -> None:
        _ = words(around.language).gettext
        super().__init__(around, window, editing, _("Something to settle"), width=SIZES.bug_dialog)
        theme, found = around.theme, editing.item(self.part)
        self._before = found if isinstance(found, PlanIssue) else PlanIssue("")
        self.kind = _field(around, _("What about"), Choice(theme, ""))
        for kind in IssueKind:
            self.kind.input.addItem(issue_kind_words(kind, around.language), kind.value)
        self.kind.input.setCurrentIndex(list(IssueKind).index(self._before.kind))
        self.what = _field(around, _("In words, as on the agenda"), LineInput(theme, ""))
        self.papers = _field(around, _("Papers to bring, as on the agenda"), LineInput(theme, ""))
        self.wanted = _field(around, _("Wanted result, for us only"), LineInput(theme, ""))
        self.fall_back = _field(around, _("Fall-back, for us only"), LineInput(theme, ""))
        first = ColumnGrid(2, gap=SPACE.l)
        first.add(self.what, self.kind)
        self.add("what", self.what)
        self.put(first, self.papers, self.wanted, self.fall_back)  # the last two are sentences
        self.kind.input.currentIndexChanged.connect(lambda _at: self._say_whose_words())
        self._say_whose_words()
        self.what.input.setText(self._before.what)
        self.papers.input.setText(self._before.papers)
        self.wanted.input.setText(self._before.wanted)
        self.fall_back.input.setText(self._before.fall_back)
        self.open_at(self.what)

    @property
    def _kind(self) -> IssueKind:
        return IssueKind(str(self.kind.input.currentData()))

    def _say_whose_words(self) -> None:
        """Say whether the customer reads them, and what they read instead."""
        _ = words(self.around.language).gettext
        item = _OWN_WORDS.get(self._kind)
        if item is None:
            self.what.rename(_("In words, as on the agenda"))
            self.what.clear()
            return
        self.what.rename(_("In words, for us only"))
        said = _("On the agenda it is “{title}”; the hour can give it other words.")
        self.what.note(said.format(title=slot_title(item, self.around.language)))

    def typed(self) -> PlanIssue:
        """Return the issue."""
        return replace(
            self._before,
            what=self.what.input.text().strip(),
            kind=self._kind,
            papers=self.papers.input.text().strip(),
            wanted=self.wanted.input.text().strip(),
            fall_back=self.fall_back.input.text().strip(),
        )


class PointDialog(ItemDialog):
    """A point of their own, and when they named it."""

    part = Part.POINTS
    places: ClassVar = {VisitWhy.NO_WHAT: "words"}

    def __init__(self, around: Surroundings, window: QWidget, editing: Editing) -> None:
        _ = words(around.language).gettext
        super().__init__(around, window, editing, _("A point of their own"))
        theme, found = around.theme, editing.item(self.part)
        today = around.program.clock.today
        new = PlanPoint("", said_day=today)
        self._before = found if isinstance(found, PlanPoint) else new
        self.words = _field(around, _("In their words"), LineInput(theme, ""))
        self.by_whom = _field(around, _("Who named it"), LineInput(theme, ""))
        self.day = DayField(around, _("When"), Towards.PAST)
        said = ColumnGrid(2, gap=SPACE.l)
        said.add(self.by_whom, self.day)
        self.add("words", self.words)
        self.put(self.words, said)
        self.words.input.setText(self._before.words)
        self.by_whom.input.setText(self._before.by_whom)
        self.day.show_day(self._before.said_day)
        self.open_at(self.words)

    def typed(self) -> PlanPoint | None:
        """Return the point."""
        day, is_day = self.day.read_or_refuse()
        if not is_day:
            return None
        said, by_whom = self.words.input.text().strip(), self.by_whom.input.text().strip()
        return replace(self._before, words=said, said_day=day, by_whom=by_whom)


class RequestDialog(ItemDialog):
    """Something they are asked to have ready."""

    part = Part.REQUESTS
    places: ClassVar = {VisitWhy.NO_WHAT: "what"}

    def __init__(self, around: Surroundings, window: QWidget, editing: Editing) -> None:
        _ = words(around.language).gettext
        super().__init__(around, window, editing, _("Something to have ready"))
        found = editing.item(self.part)
        self._before = found if isinstance(found, PlanRequest) else PlanRequest("")
        what = _("What we ask them to have ready")
        self.what = _field(around, what, LineInput(around.theme, ""))
        self.add("what", self.what)
        self.put(self.what)
        self.what.input.setText(self._before.what)
        self.open_at(self.what)

    def typed(self) -> PlanRequest:
        """Return what is asked for."""
        return replace(self._before, what=self.what.input.text().strip())


class SlotDialog(ItemDialog):
    """An item of the hour: how long, what about, and in which words."""

    part = Part.SLOTS
    places: ClassVar = {VisitWhy.AGENDA_TOO_LONG: "minutes", VisitWhy.NO_WHAT: "title"}

    def __init__(self, around: Surroundings, window: QWidget, editing: Editing) -> None:
        _ = words(around.language).gettext
        super().__init__(around, window, editing, _("An item of the hour"), width=SIZES.bug_dialog)
        theme, found = around.theme, editing.item(self.part)
        new = PlanSlot(_USUAL_SLOT, SlotKind.OTHER)
        self._before = found if isinstance(found, PlanSlot) else new
        self.kind = _field(around, _("What about"), Choice(theme, ""))
        for kind in SlotKind:
            if kind is not SlotKind.ISSUE:
                self.kind.input.addItem(slot_title(kind, around.language), (kind.value, None))
        for place, issue in enumerate(editing.plan.issues, 1):
            self.kind.input.addItem(issue.what, (SlotKind.ISSUE.value, place))
        self.minutes = MinutesField(around, _("Minutes"))
        self.title = _field(around, _("In other words"), LineInput(theme, ""))
        self.detail = _field(around, _("Below it, smaller"), LineInput(theme, ""))
        first = ColumnGrid(2, gap=SPACE.l)
        first.add(self.kind, self.minutes)
        self.add("minutes", self.minutes)
        self.add("title", self.title)
        self.put(first, self.title, self.detail)
        self._fill(self._before)
        self.open_at(self.minutes)

    def _fill(self, slot: PlanSlot) -> None:
        places = range(self.kind.input.count())
        about = (slot.kind.value, slot.issue if slot.kind is SlotKind.ISSUE else None)
        at = next((place for place in places if self._data(place) == about), 0)
        self.kind.input.setCurrentIndex(at)
        self.minutes.show_minutes(slot.minutes)
        self.title.input.setText(slot.title)
        self.detail.input.setText(slot.detail)

    def _data(self, place: int) -> tuple[str, int | None]:
        kind, issue = self.kind.input.itemData(place)
        return str(kind), issue

    def typed(self) -> PlanSlot | None:
        """Return the item."""
        minutes, is_read = self.minutes.read_or_refuse()
        if not is_read:
            return None
        name, issue = self._data(self.kind.input.currentIndex())
        kind = SlotKind(name)
        if kind is self._before.kind is SlotKind.ACCOUNT:
            issue = self._before.issue  # the account stays that of its issue
        return replace(
            self._before,
            kind=kind,
            issue=issue,
            minutes=minutes or self._before.minutes,
            title=self.title.input.text().strip(),
            detail=self.detail.input.text().strip(),
        )
