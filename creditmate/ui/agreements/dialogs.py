"""Small decisions: why a promise is taken back, who answers, until when a note is put off."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.dispute_register import DisputeRow
from creditmate.domain.noted import NotedRow
from creditmate.domain.our_people import StaffRow
from creditmate.domain.promise_register import PromiseRow
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_note, money
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.surroundings import Surroundings

Told = Callable[[str, Done], object]
"""Given what is told of a deed, and the deed."""


class WithdrawDialog(EditDialog):
    """Why a promise of either side is taken back."""

    def __init__(self, around: Surroundings, window: QWidget, row: PromiseRow, then: Told) -> None:
        _ = words(around.language).gettext
        what = row.deed if row.money is None else money(row.money, around.locale, symbol=True)
        day = day_in_note(row.due_day, around.locale, around.program.clock.today)
        detail = _("{name}: {what}, by {day}.").format(name=row.name, what=what, day=day)
        title = _("Take a promise back")
        super().__init__(around, window, title, _("It is withdrawn"), detail=detail)
        self._row, self._then_tell = row, then
        label = _("Why")
        self.because = Field(around.theme, label, LineInput(around.theme, label))
        self.put(self.because)
        self.add("promise.reason", self.because)

    def on_verb(self) -> None:
        """Put it down."""
        said = words(self.around.language).gettext("Withdrawn: a promise with {name}")
        register, because = self.around.program.promise_register, self.because.input.text()
        work = partial(register.withdraw, self._row.id, because)
        self.submit(work, partial(self._then_tell, said.format(name=self._row.name)))


class PutOffDialog(EditDialog):
    """On which day something noted is come back to instead."""

    def __init__(self, around: Surroundings, window: QWidget, row: NotedRow, then: Told) -> None:
        _ = words(around.language).gettext
        super().__init__(
            around, window, _("Come back to it later"), _("Put it off"),
            detail=f"{row.name}: {row.words}",
        )  # fmt: skip
        self._row, self._then_tell = row, then
        self.day = DayField(around, _("On which day"))
        self.day.input.setText("+7")
        self.day.input.selectAll()
        label = _("Note")
        self.note = Field(around.theme, label, LineInput(around.theme, label), echoes=False)
        self.put(self.day, self.note)
        self.add("noted.follow_up", self.day)
        self.add("noted.note", self.note)

    def on_verb(self) -> None:
        """Put it down."""
        day, is_read = self.day.read_or_refuse()
        if not is_read:
            return
        _ = words(self.around.language).gettext
        if day is None:
            self.day.refuse(_("Say on which day."))
            self.day.setFocus()
            return
        on = day_in_note(day, self.around.locale, self.around.program.clock.today)
        said = _("Put off to {day}: {name}").format(day=on, name=self._row.name)
        put_off = self.around.program.noted.put_off
        work = partial(put_off, self._row.id, day, self.note.input.text())
        self.submit(work, partial(self._then_tell, said))


class HandOverDialog(EditDialog):
    """Who of us answers a query from now on, and until when."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        row: DisputeRow,
        people: Sequence[StaffRow],
        then: Told,
    ) -> None:
        _ = words(around.language).gettext
        amount = money(row.questioned, around.locale, symbol=True)
        detail = _("{name}: {amount} under query.").format(name=row.name, amount=amount)
        super().__init__(
            around, window, _("Hand a query over"), _("Hand it over"), detail=detail
        )  # fmt: skip
        self._row, self._then_tell = row, then
        who = _("Who answers")
        self.owner = Field(around.theme, who, Choice(around.theme, who), echoes=False)
        for person in people:
            self.owner.input.addItem(person.name, person.id)
        self.owner.input.setCurrentIndex(self.owner.input.findData(row.owner))
        self.day = DayField(around, _("Answer by"))
        self.day.show_day(row.answer_by)
        self.put(self.owner, self.day)
        self.add("dispute.owner", self.owner)
        self.add("dispute.answer_by", self.day)

    def on_verb(self) -> None:
        """Put it down."""
        self.clear()
        day, is_read = self.day.read_or_refuse()
        if not is_read:
            return
        said = words(self.around.language).gettext("Handed over: the query of {name}")
        owner, disputes = self.owner.input.currentData(), self.around.program.disputes
        work = partial(disputes.hand_over, self._row.id, owner, day)
        self.submit(work, partial(self._then_tell, said.format(name=self._row.name)))
