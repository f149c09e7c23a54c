"""Planning a visit from anywhere: the dialog, then the visit's page."""

from datetime import date, time
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from creditmate.domain.changes import Done
from creditmate.i18n.catalogue import words
from creditmate.ui.held_keys import Opening
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.wishes import OpenVisit


class Planning(Teller):
    """Opens the dialog over the window; what is planned is shown, and can be taken back."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        failed = around.desk.failed.emit
        self._named: Latest[str] = Latest(around.desk, self._on_named, failed, self)
        self._code, self._name = "", ""
        self._opening: Opening[tuple[date, time | None]] = Opening(
            around.desk, self._open_at, failed, self
        )

    def plan(
        self,
        code: str = "",
        name: str = "",
        *,
        day: date | None = None,
        at: time | None = None,
        entry: int | None = None,
    ) -> QDialog:
        """Plan a visit to somebody, or to whoever is named in the dialog, which is returned.

        Args:
            code: The customer's.
            name: The customer's; it is looked up where only the code is known.
            day: On which it may be.
            at: At which hour.
            entry: The entry in the diary whose place it takes.
        """
        from creditmate.ui.visits.plan_dialog import (  # noqa: PLC0415 - see docs/decisions/0006
            PlanVisitDialog,
        )

        return PlanVisitDialog(
            self._around, self._over, self._on_planned, code=code, name=name, day=day, at=at,
            entry=entry,
        )  # fmt: skip

    def plan_at(self, code: str, name: str, day: date, at: time | None) -> None:
        """Plan a visit at an hour of ours: the dialog has it by their clock."""
        self._code, self._name = code, name
        self._opening.ask(partial(self._around.program.diary.there, code, day, at))

    def _open_at(self, there: tuple[date, time | None]) -> None:
        day, at = there
        self.plan(self._code, self._name, day=day, at=at)

    def _on_planned(self, name: str, done: Done) -> None:
        self.changed.emit(done.touched)
        said = words(self._around.language).gettext("A visit to {name} is planned.")
        undo = partial(self._around.program.visits.undo, done)
        self.told_undo.emit(said.format(name=name), undo)
        self._named.ask(partial(self._number, done))

    def _number(self, done: Done) -> str:
        """On the database thread: what the visit is called."""
        today = self._around.program.clock.today
        return self._around.program.visits.show(str(done.id), today).row.number

    def _on_named(self, number: str) -> None:
        self.wanted.emit(OpenVisit(number))
