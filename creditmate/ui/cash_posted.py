"""How far cash is posted: said in the status line, and set there."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.status_line import StatusButton
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink

if TYPE_CHECKING:
    from creditmate.domain.cash_age import CashAge


class CashPosted(StatusButton):
    """Amber as soon as the books are further behind the bank than they may be.

    Pressed, it asks up to which day they are entered now.
    """

    told = Signal(str)
    told_undo = Signal(str, object)
    changed = Signal(Touched)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.theme, Glyph.BANK)
        self._around = around
        self._ = words(around.language).gettext
        self._posted_to: date | None = None
        self._age: Latest[CashAge] = Latest(
            around.desk, self._show_age, around.desk.failed.emit, self
        )
        self.setToolTip(self._("Say up to which day the bank is entered"))
        self.clicked.connect(self.choose)

    def clear(self) -> None:
        """No ledger is open."""
        self._age.forget()
        self.hide()

    def show_day(self, posted_to: date | None) -> None:
        """Say how far cash is posted; how old that is follows."""
        self._posted_to = posted_to
        self._say(Ink.MUTED)
        self.show()
        self.ask()

    def ask(self) -> None:
        """Ask how old that is: the same day is older on another one.

        Nobody waits for it, and it loads the holidays of the business's country.
        """
        if not self.isHidden():
            today = self._around.program.clock.today
            self._age.ask_when_calm(lambda: self._around.program.upkeep.cash_age(today))

    def choose(self) -> None:
        """Ask up to which day cash is posted now."""
        from creditmate.ui.shell.post_cash import PostCashDialog  # noqa: PLC0415 - seldom

        dialog = PostCashDialog(self._around, self, self._on_posted)
        dialog.open_at(dialog.day)

    def _show_age(self, age: "CashAge") -> None:
        self._posted_to = age.posted_to
        self._say(Ink.WARNING if age.is_stale else Ink.MUTED)

    def _say(self, ink: Ink) -> None:
        if self._posted_to is None:
            self.say(self._("No cash posted so far"), ink)
            return
        from creditmate.i18n.formats import day_in_table  # noqa: PLC0415 - see docs/decisions/0006

        today = self._around.program.clock.today
        day = day_in_table(self._posted_to, self._around.locale, today)
        self.say(self._("Cash posted up to {day}").format(day=day), ink)

    def _on_posted(self, said: str, before: date | None, touched: Touched) -> None:
        self.changed.emit(touched)
        if before is None:
            self.told.emit(said)
        else:
            self.told_undo.emit(said, partial(self._around.program.upkeep.post_cash, before))
