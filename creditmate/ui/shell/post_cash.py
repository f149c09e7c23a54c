"""Up to which day the bank is entered: promises, and what is said to be paid, are judged by it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.dates import ONE_DAY
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table
from creditmate.i18n.parsing import Towards
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.surroundings import Surroundings

Told = Callable[[str, date | None, Touched], object]
"""Given what is told, the day before that one if there was any, and what was touched."""


class PostCashDialog(EditDialog):
    """Proposes yesterday, whose money is all there in the morning."""

    def __init__(self, around: Surroundings, window: QWidget, then: Told) -> None:
        _ = words(around.language).gettext
        detail = _(
            "Everything that reached the bank by the end of that day is entered. Promises and"
            " payments said to be sent are judged by it."
        )
        super().__init__(
            around, window, _("Cash posted up to"), _("Posted up to this day"), detail=detail
        )
        self._tell = then
        self.day = DayField(around, _("Day"), Towards.PAST)
        self.day.show_day(around.program.clock.today - ONE_DAY)
        self.put(self.day)

    def on_verb(self) -> None:
        """Put it down."""
        day, is_read = self.day.read_or_refuse()
        if is_read:
            today = self.around.program.clock.today
            posted = day or today - ONE_DAY
            shown = day_in_table(posted, self.around.locale, today)
            said = words(self.around.language).gettext("Cash is posted up to {day}")
            self.submit(partial(self._post, posted), partial(self._done, said.format(day=shown)))

    def _post(self, day: date) -> tuple[date | None, Touched]:
        program = self.around.program
        before = program.upkeep.cash_age(program.clock.today).posted_to
        return before, program.upkeep.post_cash(day)

    def _done(self, said: str, answer: tuple[date | None, Touched]) -> None:
        self._tell(said, *answer)
