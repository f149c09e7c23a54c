"""Checks the open ledger step by step, so that whatever is asked meanwhile comes in between."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from creditmate.domain.errors import Cancelled
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.services.checking import Checking, ChecksDue

QUIET = 8_000
"""ms without a step before what is due begins, or goes on: the morning's first look comes first."""
_Step = Callable[[], "Sequence[Any]"]


class Checker(QObject):
    """What is due makes room for everything else; what was asked for goes on, step after step.

    Attributes:
        quiet: Runs out before what is due begins, or goes on where it was interrupted.
    """

    began = Signal()
    progressed = Signal(int, int)
    """Steps done, of how many."""
    ended = Signal(object, object, bool)
    """What is wrong; the ``Proof`` if all was checked, else None; whether it was asked for."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._todo: deque[_Step] = deque()
        self._findings: list[Any] = []
        self._total = 0
        self._is_full, self._is_wanted = False, False
        self._stop = Event()
        self.quiet = QTimer(self, singleShot=True, interval=QUIET)
        self.quiet.timeout.connect(self._go_on)
        self._due: Latest[ChecksDue] = Latest(around.desk, self._on_due, self._on_error, self)
        self._step: Latest[Sequence[Any]] = Latest(around.desk, self._on_step, self._on_error, self)
        self._end: Latest[Any] = Latest(around.desk, self._on_proof, self._on_error, self)

    @property
    def is_wanted(self) -> bool:
        """Whether a check that somebody asked for is under way."""
        return self._is_wanted

    def begin(self) -> None:
        """A ledger was opened: check what is due, once it is quiet."""
        self.end()
        self._stop = Event()
        self.quiet.start()

    def end(self) -> None:
        """The ledger is closed, or soon will be: stop at once."""
        self._stop.set()
        self.quiet.stop()
        self._todo.clear()
        self._is_wanted = False
        for asked in (self._due, self._step, self._end):
            asked.forget()

    def now(self) -> None:
        """Check everything now, because somebody wants to know."""
        if self._is_wanted:
            return
        self.quiet.stop()
        self._due.forget()
        self._step.forget()
        self._is_wanted = True
        self._plan(file=True, full=True)
        self.began.emit()
        self._go_on()

    # ------------------------------------------------------------- the steps
    def _plan(self, *, file: bool, full: bool) -> None:
        checking = self._checking
        if file:
            self._todo.append(lambda: checking().file(self._look))
        if full:
            from creditmate.services.checking import STEPS  # noqa: PLC0415 - the database comes with it

            steps = (partial(self._one, checking, place) for place in range(STEPS))
            self._todo.extend(steps)
        self._is_full, self._findings, self._total = full, [], len(self._todo)

    def _checking(self) -> "Checking":
        return self._around.program.checking

    def _one(self, checking: "Callable[[], Checking]", place: int) -> "Sequence[Any]":
        return checking().step(place, self._look)

    def _look(self, done: int, total: int) -> None:
        """Stop if the ledger goes, or others wait; asked often, on the database thread.

        What is done of what is told when a step has ended.
        """
        del done, total
        is_awaited = not self._is_wanted and self._around.program.is_awaited
        if self._stop.is_set() or is_awaited:
            raise Cancelled

    def _go_on(self) -> None:
        checking = self._checking  # loaded over there
        if self._todo:
            self._step.ask(self._todo[0])
        elif not self._stop.is_set():
            self._due.ask(lambda: checking().due())

    def _on_due(self, due: "ChecksDue") -> None:
        self._plan(file=due.file, full=due.full)
        if self._todo:
            self._go_on()

    def _on_step(self, findings: "Sequence[Any]") -> None:
        self._findings.extend(findings)
        self._todo.popleft()
        self.progressed.emit(self._total - len(self._todo), self._total)
        if self._todo:
            self._go_on()
        elif self._is_full:
            found = tuple(self._findings)
            self._end.ask(lambda: self._around.program.checking.ended(found))
        else:
            self._tell(None)

    def _on_proof(self, proof: object) -> None:
        self._tell(proof)

    def _tell(self, proof: object) -> None:
        wanted, self._is_wanted = self._is_wanted, False
        self.ended.emit(tuple(self._findings), proof, wanted)

    def _on_error(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            if not self._stop.is_set():
                self.quiet.start()
            return
        self._todo.clear()
        self._is_wanted = False
        self._around.desk.failed.emit(error)
