"""On Today: that the books are further behind the bank than they may be unnoticed."""

from datetime import date
from typing import TYPE_CHECKING

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.status_line import StatusButton
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink

if TYPE_CHECKING:
    from creditmate.domain.cash_age import CashAge


class CashMark(StatusButton):
    """Amber words, seen only while they hold; pressed, cash is posted."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.theme, Glyph.ALERT)
        self._around = around
        self._ = words(around.language).gettext
        self.setToolTip(self._("Enter the bank first: who has paid may stand here as late."))
        failed = around.desk.failed.emit
        self._age: Latest[CashAge] = Latest(around.desk, self._show, failed, self)
        self.hide()

    def ask(self, as_at: date) -> None:
        """Ask how far behind the books are on a day."""
        program = self._around.program
        self._age.ask_when_calm(lambda: program.upkeep.cash_age(as_at))  # loaded over there

    def _show(self, age: "CashAge") -> None:
        from creditmate.i18n.formats import day_in_table  # noqa: PLC0415 - see docs/decisions/0006

        said = self._("No cash posted so far")
        if age.posted_to is not None:
            today = self._around.program.clock.today
            day = day_in_table(age.posted_to, self._around.locale, today)
            said = self._("Cash posted only up to {day}").format(day=day)
        self.say(said, Ink.WARNING)
        self.setVisible(age.is_stale)
