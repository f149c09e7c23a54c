"""One change of a visit after another: each is made upon what the one before it left."""

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject

from creditmate.domain.changes import Done
from creditmate.domain.visits import VisitFile
from creditmate.services.visit_lists import visit_file
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings

Told = Callable[[Done], object]


class _Changed(NamedTuple):
    """What was done, who tells it, and the visit as it is since."""

    done: Done
    told: Told
    file: VisitFile


class InTurn(QObject):
    """Knows the visits of a page as our own changes left them, before the page is read again.

    Nothing that was asked is forgotten for what is asked next, and nobody is told that somebody
    else changed what he has just changed himself.

    Args:
        around: Asks in the background.
        failed: Told why a change could not be made.
    """

    def __init__(self, around: Surroundings, failed: Callable[[Exception], object]) -> None:
        super().__init__()
        self._failed = failed
        self._files: dict[str, VisitFile] = {}
        self._waiting: deque[Callable[[], object]] = deque()
        self._is_busy = False
        self._changes: Latest[_Changed] = Latest(
            around.desk, self._on_changed, self._on_failed, self
        )
        self._reads: Latest[VisitFile] = Latest(around.desk, self._on_read, self._on_failed, self)

    def know(self, file: VisitFile) -> None:
        """Go by a visit as it was read; one that was read before our last change says nothing."""
        number = file.visit.number
        before = self._files.get(number)
        if before is None or file.visit.version >= before.visit.version:
            self._files[number] = file

    def file(self, number: str) -> VisitFile:
        """Return a visit that is known as it is now."""
        return self._files[number]

    def do(self, deed: Callable[[], object]) -> None:
        """Do something at once, or when the changes before it are made."""
        if self._is_busy:
            self._waiting.append(deed)
        else:
            deed()

    def write(self, number: str, work: Callable[[], Done], told: Told) -> None:
        """Make a change of a visit; only as a deed that is ``do``ne."""
        self._is_busy = True
        self._changes.ask(partial(_changed, number, work, told))

    def read_again(self, number: str) -> None:
        """A dialog has changed a visit: what follows waits until it is known."""
        self._is_busy = True
        self._reads.ask(partial(visit_file, number))

    def _on_changed(self, changed: _Changed) -> None:
        self._files[changed.file.visit.number] = changed.file
        changed.told(changed.done)
        self._go_on()

    def _on_read(self, file: VisitFile) -> None:
        self._files[file.visit.number] = file
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._failed(error)
        self._go_on()

    def _go_on(self) -> None:
        self._is_busy = self._changes.waiting or self._reads.waiting
        while self._waiting and not self._is_busy:
            self._waiting.popleft()()


def _changed(number: str, work: Callable[[], Done], told: Told) -> _Changed:
    done = work()
    return _Changed(done, told, visit_file(number))
