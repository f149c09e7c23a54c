"""Putting a call or a visit into the diary, and putting what is planned elsewhere."""

from collections.abc import Callable
from datetime import date, time
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.diary import DiaryItem
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.problems import problem_words
from creditmate.services.diary import NewEntry, Put, What
from creditmate.ui.diary.hour_field import HourField
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.queries import Latest
from creditmate.ui.search.customer_field import CustomerField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

_WHATS = {
    What.CALL: N_("Call"),
    What.VISIT: N_("Visit"),
    What.FOLLOW_UP: N_("Something else"),
}

Then = Callable[[Put], object]
PlanVisit = Callable[[str, str, date, time | None], object]
"""Given whom, by code and name, and when by our clock: a visit is planned, not only noted."""


class WhenDialog(EditDialog):
    """Has a day and an hour, by our clock; a derived dialog does something with them."""

    def __init__(
        self, around: Surroundings, window: QWidget, title: str, verb: str, detail: str
    ) -> None:
        super().__init__(around, window, title, verb, detail=detail)
        _ = words(around.language).gettext
        self.day = DayField(around, _("Day"))
        self.at = HourField(around, _("Hour, if it has one"))
        self._when = QHBoxLayout()
        self._when.setSpacing(SPACE.m)
        self._when.addWidget(self.day)
        self._when.addWidget(self.at)
        self.add("day", self.day)

    def show_when(self, day: date, at: time | None) -> None:
        """Begin with a day and an hour."""
        self.day.show_day(day)
        self.at.show_hour(at)

    def on_verb(self) -> None:
        """Do it, once day and hour are understood."""
        self.clear()
        day, fits = self.day.read_or_refuse()
        if not fits:
            return
        if day is None:
            self.day.refuse(words(self.around.language).gettext("Say on which day."))
            self.day.setFocus()
            return
        at, fits = self.at.read_or_refuse()
        if fits:
            self.do(day, at)

    def refuse(self, error: UserError) -> None:
        """A day that has passed is said at the day."""
        if error.problem is Problem.DIARY_DAY:
            self.day.refuse(problem_words(error, self.around.language, self.around.locale))
            self.day.setFocus()
        else:
            super().refuse(error)

    def do(self, day: date, at: time | None) -> None:
        """Do it on a day, at an hour or none."""
        raise NotImplementedError


class MoveDialog(WhenDialog):
    """Where something planned is to stand."""

    def __init__(self, around: Surroundings, window: QWidget, item: DiaryItem, then: Then) -> None:
        _ = words(around.language).gettext
        detail = _("{name}; hours are by our clock.").format(name=item.name)
        super().__init__(around, window, _("Move in the diary"), _("Move"), detail)
        self._item, self._then = item, then
        failed = around.desk.failed.emit
        self._again: Latest[DiaryItem] = Latest(around.desk, self._on_read, failed, self)
        self.put(self._when)
        self.show_when(item.day, item.at)
        self.open_at(self.day.input)
        self.day.input.selectAll()

    def refuse(self, error: UserError) -> None:
        """What was moved or undone meanwhile is moved from where it stands now, the next time."""
        super().refuse(error)
        if error.problem is Problem.CHANGED_MEANWHILE:
            self._again.ask(partial(self.around.program.diary.item, self._item.id))

    def _on_read(self, item: DiaryItem) -> None:
        self._item = item

    def do(self, day: date, at: time | None) -> None:
        """Move it."""
        diary, item = self.around.program.diary, self._item
        self.submit(partial(diary.move, item.id, item.version, day, at), self._then)


class EntryDialog(WhenDialog):
    """Something new in the diary."""

    def __init__(  # noqa: PLR0913, PLR0917 - what such a dialog has to be told
        self,
        around: Surroundings,
        window: QWidget,
        when: tuple[date, time | None],
        then: Then,
        plan_visit: PlanVisit,
        owner: int | None = None,
    ) -> None:
        _ = words(around.language).gettext
        detail = _("Hours are by our clock; the customer's is shown beside it where it differs.")
        super().__init__(around, window, _("New entry"), _("Put it in"), detail)
        self._then, self._plan_visit, self._owner = then, plan_visit, owner
        theme = around.theme
        self.customer_field = CustomerField(around, self)
        self.customer = self.customer_field.input
        texts = [SegmentText(what.value, _(word)) for what, word in _WHATS.items()]
        self.what = Segments(theme, _("What it is"), texts, is_input=True)
        self.what.choose(What.CALL.value)
        self.note = Field(theme, _("What about"), LineInput(theme, _("What about")))
        self.put(self.customer_field, self.what, self._when, self.note)
        self.show_when(*when)
        self.customer_field.chosen.connect(self._on_chosen)
        self.what.chosen.connect(lambda _key: self._on_what())
        self.open_at(self.customer)

    def _on_what(self) -> None:
        """A visit has a dialog of its own, which follows: what it is for is said there."""
        _, visits = words(self.around.language).gettext, self._is_visit
        self.verb.rename(_("Plan the visit…") if visits else _("Put it in"))
        self.note.setVisible(not visits)

    @property
    def _is_visit(self) -> bool:
        return self.what.key == What.VISIT.value

    def _on_chosen(self) -> None:
        """Whoever has chosen goes on with the day."""
        self.day.input.setFocus()
        self.day.input.selectAll()

    def on_verb(self) -> None:
        """Put it in if all of it is understood."""
        self.clear()
        if self.customer_field.who():
            super().on_verb()

    def do(self, day: date, at: time | None) -> None:
        """Put it in; a visit is planned."""
        if self._is_visit:
            self._go_on(day, at)
            return
        entry = NewEntry(
            self.customer.code,
            day,
            What(self.what.key or What.CALL.value),
            at,
            self.note.input.text(),
            self._owner,
        )
        self.submit(partial(self.around.program.diary.add, entry), self._then)

    def _go_on(self, day: date, at: time | None) -> None:
        today = self.around.program.clock.today
        if day < today:
            self.refuse(UserError(Problem.DIARY_DAY, day=day, today=today))
            return
        self.accept()
        self._plan_visit(self.customer.code, self.customer.text(), day, at)
