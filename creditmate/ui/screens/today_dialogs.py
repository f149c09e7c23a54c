"""What of Today opens: something new, a line put off, who is left out, the day on paper."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Done, Touched
from creditmate.domain.worklist import Kind
from creditmate.i18n.catalogue import words
from creditmate.services.worklists import WorkDay, WorkRow
from creditmate.ui.held_keys import Opening
from creditmate.ui.kit.screen import Screen
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creditmate.domain.day_result import DoneContact
    from creditmate.ui.diary.diary_deeds import DiaryDeeds
    from creditmate.ui.screens.today_state import TodayState


class TodayDialogs(QObject):
    """Opens them; what is decided can be undone."""

    changed = Signal(Touched)
    told = Signal(str)
    told_undo = Signal(str, object)
    opened = Signal(str)
    """The code of a customer that is to be looked at."""

    def __init__(self, around: Surroundings, screen: Screen) -> None:
        super().__init__(screen)
        self._around, self._screen = around, screen
        failed = around.desk.failed.emit
        self._done: Opening[Sequence[DoneContact]] = Opening(
            around.desk, self._show_done, failed, self
        )

    def add(self) -> None:
        """Ask what is to be put into the diary; it is done as it is there."""
        self._diary.ask_new(self._around.program.clock.today, None, None)

    @cached_property
    def _diary(self) -> "DiaryDeeds":
        """Made when it is first asked for: nobody waits for it when the program starts."""
        from creditmate.ui.visits.diary_ways import diary_deeds  # noqa: PLC0415 - as below

        return diary_deeds(self._around, self._screen)

    def put_off(self, row: WorkRow | None) -> None:
        """Ask until when a line is put off."""
        if row is None:
            return
        if row.line.kind is Kind.OURS_LATE:
            _ = words(self._around.language).gettext
            self.told.emit(_("What we promised and is late cannot be put off"))
        else:
            from creditmate.ui.screens.today_put_off import (  # noqa: PLC0415 - see docs/decisions/0006
                PutOffDialog,
            )

            PutOffDialog(self._around, self._screen, row, self._told)

    def at_step(self, row: WorkRow | None) -> None:
        """Ask at which step a line's customer is already."""
        if row is not None:
            from creditmate.ui.contacts.step_dialog import StepDialog  # noqa: PLC0415 - as above

            StepDialog(self._around, self._screen, row.code, row.name, self._told)

    def done(self, owner: int | None) -> None:
        """Tell what was done today, with one of our people's customers or with everybody's."""
        lists, today = self._around.program.day_lists, self._around.program.clock.today
        self._done.ask(lambda: lists.done(today, owner))

    def _show_done(self, rows: "Sequence[DoneContact]") -> None:
        if rows:
            from creditmate.ui.screens.today_done import DoneDialog  # noqa: PLC0415 - as below

            DoneDialog(self._around, self._screen, rows, self.opened.emit)

    def left_out(self, day: WorkDay | None) -> None:
        """Tell who is not being followed up."""
        if day is not None and day.not_contacted:
            from creditmate.ui.screens.today_left_out import (  # noqa: PLC0415 - see docs/decisions/0006
                LeftOutDialog,
            )

            LeftOutDialog(self._around, self._screen, day.not_contacted, self.opened.emit)

    def print(self, state: "TodayState") -> None:
        """Show the day's list as it is printed: the lines that the screen shows."""
        from creditmate.services.call_sheet_papers import SheetWanted  # noqa: PLC0415 - as below
        from creditmate.ui.papers.day_sheet import (  # noqa: PLC0415 - see docs/decisions/0006
            show_day_sheet,
        )

        wanted = SheetWanted(
            mine=state.mine, owner=state.owner, sort=state.sort, everything=state.shows_tomorrow
        )
        show_day_sheet(self._around, self._screen, self.told.emit, wanted)

    def _told(self, said: str, done: Done) -> None:
        self.changed.emit(done.touched)
        self.told_undo.emit(said, partial(self._around.program.snoozes.undo, done.action))
