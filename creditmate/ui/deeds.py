"""What acts for a place: it asks the desk, opens dialogs, and tells each deed with its way back."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done, Touched
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.customers import Brief
from creditmate.ui.held_keys import HeldKeys, Opening
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller

Answer = TypeVar("Answer")
Undoing = Callable[[int], Touched]
"""Takes an action back, on the database thread."""


class Deeds(Teller):
    """Deeds that need no answer are done at once, one at a time; the others ask in a dialog.

    Args:
        around: Of the window.
        over: The place over which dialogs open.
        undoing: Takes back what these deeds do, unless a deed names another way.
    """

    def __init__(self, around: Surroundings, over: QWidget, undoing: Undoing | None = None) -> None:
        super().__init__(over)
        self._around, self._over, self._undoing = around, over, undoing
        self._ = words(around.language).gettext
        self._is_busy = False
        self._open: Callable[[Brief], object] = id
        self._keys = HeldKeys(self)
        self._briefs: Opening[Brief] = Opening(around.desk, self._on_brief, self.fail, self)

    def with_brief(self, code: str, then: Callable[[Brief], object]) -> None:
        """Do ``then`` with the customer as it is now; of several askings only the last counts."""
        self._open = then
        today = self._around.program.clock.today
        self._briefs.ask(partial(self._around.program.customers.brief, code, today))

    def ask(self, work: Callable[[], Answer], then: Callable[[Answer], object]) -> None:
        """Ask the desk, and do ``then`` with the answer: until then no key acts on the page."""

        def answer(future: "Future[Answer]") -> None:
            self._keys.release()
            error = future.exception()
            if isinstance(error, Exception):
                self.fail(error)
            else:
                then(future.result())

        self._keys.hold()
        self._around.desk.ask(work, answer, self)

    def do(self, said: str, work: Callable[[], Done]) -> None:
        """Do something at once and tell it; a second press while it is done does nothing."""
        if not self._is_busy:
            self._is_busy = True
            self._around.desk.ask(work, partial(self._on_done, said), self)

    def tell(self, said: str, done: Done) -> None:
        """Tell what was done, and what it touched, with the way back."""
        self.changed.emit(done.touched)
        if self._undoing is None:
            self.told.emit(said)
        else:
            self.told_undo.emit(said, partial(self._undoing, done.action))

    def fail(self, error: Exception) -> None:
        """Say why something could not be done; what is nobody's fault but ours is raised."""
        if isinstance(error, UserError):
            self.told.emit(problem_words(error, self._around.language, self._around.locale))
        else:
            self._around.desk.failed.emit(error)

    def _on_brief(self, brief: Brief) -> None:
        self._open(brief)

    def _on_done(self, said: str, future: "Future[Done]") -> None:
        self._is_busy = False
        error = future.exception()
        if isinstance(error, Exception):
            self.fail(error)
        else:
            self.tell(said, future.result())
