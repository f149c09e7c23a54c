"""The ledger that is open copied onto this computer; what is half typed in it goes along."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Touched
from creditmate.domain.progress import Progress
from creditmate.i18n.catalogue import words
from creditmate.services.moving import Moved
from creditmate.ui.jobs import Job
from creditmate.ui.safety.moving_here import megabytes
from creditmate.ui.surroundings import Surroundings

Works = Sequence[Callable[[], object]]


class Forms(Protocol):
    """What of the window's screens is needed here."""

    def left_behind(self) -> list[str]:
        """What was typed and cannot go along, each by what it is about."""

    def carried(self) -> list[Callable[[], object]]:
        """Work that keeps what was typed in the ledger that is open then."""


class Door(Protocol):
    """What of the window's door is needed here."""

    def leave_for(
        self, then: Callable[[], object], typed: Sequence[str] | None = None, why: str = ""
    ) -> None:
        """Do ``then`` once nothing typed is lost by it."""

    def exchange(self, path: Path, work: Callable[[], object]) -> None:
        """Let ``work`` be done, and show what is open then."""


class MovingOpen(QObject):
    """Its screens stay until the copy is there: a move that fails, or is stopped, loses nothing.

    Args:
        around: Of the window.
        door: Shows the copy in place of what is open.
        forms: What is half typed.
    """

    copied = Signal(object, bool)
    """``Moved``, and whether something that was typed goes along; it is shown next."""

    def __init__(self, around: Surroundings, door: Door, forms: Forms, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._door, self._forms = around, door, forms
        self._moved: list[Moved] = []

    def begin(self, path: Path) -> None:
        """Copy it; whoever typed what cannot go along is asked first."""
        _ = words(self._around.language).gettext
        why = _("It has no draft that the copy could be given: note it down, and enter it there.")
        then = partial(self._start, path)
        self._door.leave_for(then, typed=self._forms.left_behind(), why=why)

    def _start(self, path: Path) -> None:
        self._around.jobs.clear(partial(self._copy, path))  # one may still work on the ledger

    def _copy(self, path: Path) -> None:
        if self._around.jobs.is_stopped:
            return
        _ = words(self._around.language).gettext
        self._moved.clear()
        title = _("Copying “{name}” to this computer, in MB").format(name=path.stem)
        stays = _("Stopped now, the ledger stays where it is, untouched.")
        job = Job(title, self._do, if_stopped=stays)
        job.finished.connect(self._on_copied)
        self._around.jobs.start(job)

    def _do(self, progress: Progress) -> Touched:
        def report(done: int, total: int) -> None:
            progress(megabytes(done), megabytes(total))

        program = self._around.program
        self._moved.append(program.ask(lambda: program.moving.move_open(report)))
        return Touched.NOTHING

    def _on_copied(self, _touched: Touched) -> None:
        """The copy is open, and says the same; its screens are made anew over it."""
        moved, works = self._moved[0], self._forms.carried()  # with what was typed until now
        self.copied.emit(moved, bool(works))
        self._door.exchange(moved.path, partial(_keep, works))


def _keep(works: Works) -> None:
    """Keep what was typed in the copy, on the database thread."""
    for work in works:
        work()
