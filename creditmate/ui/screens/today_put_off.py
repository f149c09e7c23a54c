"""Putting a line of Today off: until when, and why."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_note
from creditmate.i18n.parsing import Towards
from creditmate.services.worklists import WorkRow
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.surroundings import Surroundings

Told = Callable[[str, Done], object]

_DAYS = 3


class PutOffDialog(EditDialog):
    """Proposes three days from now; the reason stays on record."""

    def __init__(self, around: Surroundings, window: QWidget, row: WorkRow, told: Told) -> None:
        _ = words(around.language).gettext
        self._row, self._told = row, told
        title = _("Put {name} off").format(name=row.name)
        detail = _("The line comes back on that day. What is more urgent comes all the same.")
        super().__init__(around, window, title, _("Put off"), detail=detail)
        self.until = DayField(around, _("Until"), Towards.FUTURE)
        self.until.show_day(around.program.clock.today + timedelta(days=_DAYS))
        self.reason = Field(around.theme, _("Reason"), LineInput(around.theme, _("Reason")))
        for name, field in (("put_off.until", self.until), ("put_off.reason", self.reason)):
            self.add(name, field)
            self.put(field)
        self.open_at(self.reason)

    def on_verb(self) -> None:
        """Put it off."""
        until, is_read = self.until.read_or_refuse()
        if not is_read:
            return
        today = self.around.program.clock.today
        until = until or today + timedelta(days=_DAYS)
        reason, kind = self.reason.input.text(), self._row.line.kind
        snoozes = self.around.program.snoozes
        said = words(self.around.language).gettext("{name} is back on the list on {day}.")
        day = day_in_note(until, self.around.locale, today)
        told = said.format(name=self._row.name, day=day)
        self.submit(
            partial(snoozes.put_off, self._row.code, until, reason, kind), partial(self._told, told)
        )
