"""Into a ledger and out of it: never without asking, and never out of one for nothing."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import Cancelled, UserError
from creditmate.ui.door_work import Opened, exchanged, opened
from creditmate.ui.going import Going
from creditmate.ui.jobs import Job
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import Wish

if TYPE_CHECKING:
    from creditmate.domain.data_key import DataKey
    from creditmate.ui.ask_key import AskKey
    from creditmate.ui.shell.leaving import Leaving


BeforeLeaving = Callable[[Going, Callable[[], object]], object]


def _at_once(_going: Going, then: Callable[[], object]) -> object:
    return then()


class LedgerDoor(QObject):
    """Opens one ledger at a time, in the background.

    Another one is looked at while the first is still open. Where it cannot be opened all the
    same, the first one is opened again. A protected one is opened with the key that the user
    is asked for by ``ask_key``.

    Attributes:
        path: The ledger that is open; None while there is none.
        has_news: Whether something in the ledger is to be backed up before one leaves.
        before_leaving: Does what it is given last, once that is backed up.
        offer: Offers a way out of what keeps another ledger shut; tells whether there is one.
    """

    opening = Signal(Path)
    """This ledger is opened next; the screens of the one before have to go."""
    closing = Signal(Path)
    """This ledger is closed, and none opened."""
    opened = Signal(object, object, object)
    """``LedgerFacts``, the call forms that were not finished, and the ``Wish`` or None."""
    shut = Signal(object)
    """No ledger is open, and the ``UserError`` why, or None."""
    left_shut = Signal(Path)
    """None is open either: its user did not go on with this one."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        choose: Callable[[], object],
        unsaved: Callable[[], Sequence[str]],
        ask_key: "AskKey",
    ) -> None:
        super().__init__(window)
        self._unsaved, self._is_decided = unsaved, False
        self._ask_key = ask_key
        self._around = around
        self.path: Path | None = None
        self._next = Path()
        self._wish: Wish | None = None
        self._is_opening = False
        self._before: Path | None = None
        self._put: Callable[[], Opened] = _nothing_put
        self.has_news: Callable[[], bool] = bool  # nobody knows of any
        self.before_leaving: BeforeLeaving = _at_once
        self.offer: Callable[[UserError], bool] = lambda _error: False
        self._window, self._choose = window, choose
        desk = around.desk
        self._opening: Latest[Opened | None] = Latest(desk, self._on_opened, self._on_failed, self)

    @cached_property
    def _leaving(self) -> "Leaving":
        from creditmate.ui.shell.leaving import Leaving  # noqa: PLC0415 - when one first leaves

        leaving = Leaving(self._around, self._window, self._choose, self._unsaved, self._ask_key)
        leaving.last, leaving.offer = self._before_leaving, self.offer
        return leaving

    def _before_leaving(self, going: Going, then: Callable[[], object]) -> object:
        return self.before_leaving(going, then)  # it may have been set since

    def open(self, path: Path, wish: Wish | None = None, key: "DataKey | None" = None) -> None:
        """Open a ledger unless it is the one that is open.

        Args:
            path: The ledger.
            wish: For when it is open.
            key: Of a protected one, if it is at hand.
        """
        if self.path is None:
            self._open(path, wish, key)
        elif not _same(path, self.path):
            self._leaving.to(path, partial(self._open, path, wish), key)

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
        loses = not self._is_decided and (bool(self._unsaved()) or self.has_news())
        return logs_out or (self._around.jobs.worth_asking is None and not loses)

    def quit(self, then: Callable[[], object], going: Going = Going.QUIT) -> None:
        """Do ``then``, which closes the window, once nothing is under way that may not stop."""
        self._leaving.ask(going, partial(self._quit, then))

    def _quit(self, then: Callable[[], object]) -> None:
        self._is_decided = True
        self._around.jobs.clear(then)

    def _open(self, path: Path, wish: Wish | None, key: "DataKey | None") -> None:
        self._before, self.path = self.path, None
        self._next, self._wish, self._is_opening = path, wish, True
        self._opening.forget()
        self.opening.emit(path)
        self._begin(key)

    def leave_for(
        self, then: Callable[[], object], typed: Sequence[str] | None = None, why: str = ""
    ) -> None:
        """Do ``then``, which needs no backup before it, once nothing typed is lost by it.

        Args:
            then: What is done.
            typed: What is lost by it; None: all that is not saved.
            why: Why it is, and what helps.
        """
        self._leaving.ask(Going.ANEW, then, typed, why)

    def exchange(self, path: Path, work: Callable[[], object], job: Job | None = None) -> None:
        """Let ``work`` put a ledger in its place, and show what is open then.

        Args:
            path: What is said to be opened meanwhile.
            work: For the database thread; leaves a ledger open, also where it fails.
            job: Prepares it, with its progress to be seen, and may be stopped.
        """
        self._before, self.path = self.path, None
        self._next, self._wish, self._is_opening = path, None, True
        self._opening.forget()
        self.opening.emit(path)
        self._put, jobs = partial(exchanged, self._around.program, work), self._around.jobs
        if job is None:
            jobs.clear(self._on_prepared)
        else:
            job.over.connect(self._on_prepared)
            jobs.clear(partial(self._prepare, job))

    def _prepare(self, job: Job) -> None:
        if not self._around.jobs.is_stopped:  # the window was closed while another one ended
            self._around.jobs.start(job)

    def _on_prepared(self) -> None:
        self._opening.ask(self._put)

    def _begin(self, key: "DataKey | None") -> None:
        work = partial(opened, self._around.program, self._next, self._before, key)
        self._around.jobs.clear(lambda: self._opening.ask(work))  # one may still work on the other

    def _on_opened(self, found: Opened | None) -> None:
        if found is None:
            self._ask_key(self._next, self._begin, self._on_no_key)
            return
        self.path, self._is_opening = found.path, False
        wish = self._wish if found.refused is None else None
        self.opened.emit(found.facts, found.unfinished, wish)
        if found.refused is not None:
            self._leaving.refuse(found.refused)

    def _on_no_key(self, error: UserError | None) -> None:
        self._is_opening = False
        if error is None:
            self.left_shut.emit(self._next)
        else:
            self.shut.emit(error)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._on_no_key(None)
            return
        if not isinstance(error, UserError):
            raise error
        self._is_opening = False
        self.shut.emit(error)

    def leave_damaged(self, error: UserError) -> None:
        """Close the ledger, which is damaged, and lead to a whole one.

        Nothing is backed up before: that would fail, and what was saved is in the file.
        """
        self._leaving.ask(Going.ANEW, partial(self._close_damaged, error))

    def _close_damaged(self, error: UserError) -> None:
        path, self.path, self._is_opening = self.path or self._next, None, False
        self._opening.forget()
        self.closing.emit(path)
        led = UserError(error.problem, **{**error.facts, "path": path})
        self._around.jobs.clear(partial(self._shut_then, led))

    def _shut_then(self, error: UserError) -> None:
        """Tell why once it is closed: until then nobody may look into its file."""
        close = self._around.program.ledgers.close
        self._around.desk.ask(close, lambda _done: self.shut.emit(error))

    def _close(self) -> None:
        before, self.path, self._is_opening = self.path, None, False
        self._opening.forget()
        self.closing.emit(before or self._next)
        self._around.jobs.clear(self._on_left)

    def _on_left(self) -> None:
        self._around.desk.ask(self._around.program.ledgers.close, lambda _done: None)
        self.shut.emit(None)


def _nothing_put() -> Opened:
    raise Cancelled


def _same(one: Path, other: Path) -> bool:
    """Whether both name the same file, whatever it is called on the way there."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other
