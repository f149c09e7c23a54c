"""Into a ledger and out of it: never without asking, and never out of one for nothing."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.ui.queries import Latest
from creditmate.ui.shell.going import Going
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import Wish

if TYPE_CHECKING:
    from creditmate.services.call_drafts import CallDraft
    from creditmate.services.ledgers import LedgerFacts
    from creditmate.ui.shell.leaving import Leaving

    _Opened = tuple[LedgerFacts, tuple[CallDraft, ...]]


class LedgerDoor(QObject):
    """Opens one ledger at a time, in the background.

    Another one is looked at while the first is still open. Where it cannot be opened all the
    same, the first one is opened again.

    Attributes:
        path: The ledger that is open; None while there is none.
    """

    opening = Signal(Path)
    """This ledger is opened next; the screens of the one before have to go."""
    closing = Signal(Path)
    """This ledger is closed, and none opened."""
    opened = Signal(object, object, object)
    """``LedgerFacts``, the call forms that were not finished, and the ``Wish`` or None."""
    shut = Signal(object)
    """No ledger is open, and the ``UserError`` why, or None."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        choose: Callable[[], object],
        unsaved: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(window)
        self._unsaved, self._is_decided = unsaved, False
        self._around = around
        self.path: Path | None = None
        self._next = Path()
        self._wish: Wish | None = None
        self._is_opening = False
        self._before: Path | None = None
        self._refused: UserError | None = None
        self._window, self._choose = window, choose
        self._opening: Latest[_Opened] = Latest(around.desk, self._on_opened, self._on_failed, self)

    @cached_property
    def _leaving(self) -> "Leaving":
        from creditmate.ui.shell.leaving import Leaving  # noqa: PLC0415 - when one first leaves

        return Leaving(self._around, self._window, self._choose, self._unsaved)

    def open(self, path: Path, wish: Wish | None = None) -> None:
        """Open a ledger unless it is the one that is open; ``wish`` is for when it is."""
        if self.path is None:
            self._open(path, wish)
        elif not _same(path, self.path):
            self._leaving.to(path, partial(self._open, path, wish))

    def keep(self, wish: Wish) -> bool:
        """Keep a wish for when the ledger is open; return whether one is being opened."""
        if self._is_opening:
            self._wish = wish
        return self._is_opening

    def close(self) -> None:
        """Close the ledger, once what is being done in it has stopped or is done."""
        self._leaving.ask(Going.WELCOME, self._close)

    @property
    def may_quit(self) -> bool:
        """Whether nothing would be stopped or lost by it; nor is a log-out kept waiting."""
        app = QGuiApplication.instance()
        logs_out = isinstance(app, QGuiApplication) and app.isSavingSession()
        loses = not self._is_decided and bool(self._unsaved())
        return logs_out or (self._around.jobs.worth_asking is None and not loses)

    def quit(self, then: Callable[[], object], going: Going = Going.QUIT) -> None:
        """Do ``then``, which closes the window, once nothing is under way that may not stop."""
        self._leaving.ask(going, partial(self._quit, then))

    def _quit(self, then: Callable[[], object]) -> None:
        self._is_decided = True
        self._around.jobs.clear(then)

    def _open(self, path: Path, wish: Wish | None) -> None:
        self._before, self.path = self.path, None
        self._next, self._wish, self._is_opening = path, wish, True
        self._opening.forget()
        self.opening.emit(path)
        program = self._around.program

        def work() -> "_Opened":
            program.ledgers.close()
            program.ledgers.open(path)
            return program.ledgers.facts(), program.call_drafts.unfinished()

        self._around.jobs.clear(lambda: self._opening.ask(work))  # one may still work on the other

    def _on_opened(self, opened: "_Opened") -> None:
        self.path, self._is_opening = self._next, False
        refused, self._refused = self._refused, None
        self.opened.emit(*opened, self._wish)
        if refused is not None:
            self._leaving.refuse(refused)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._is_opening = False
        if self._before is None:
            self.shut.emit(self._refused or error)
            self._refused = None
        else:
            self._refused = error
            self._open(self._before, None)

    def _close(self) -> None:
        before, self.path, self._is_opening = self.path, None, False
        self._opening.forget()
        self.closing.emit(before or self._next)
        self._around.jobs.clear(self._on_left)

    def _on_left(self) -> None:
        self._around.desk.ask(self._around.program.ledgers.close, lambda _done: None)
        self.shut.emit(None)


def _same(one: Path, other: Path) -> bool:
    """Whether both name the same file, whatever it is called on the way there."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other
