"""What the window tells its user in passing, with Undo where there is something to undo."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.ui.queries import Writes
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.system.crash_report import CrashReport
    from creditmate.ui.bug_report.dialog import BugDialog
    from creditmate.ui.kit.toast import Toast

Undo = Callable[[], Touched]
"""Work for the database thread that takes back what was just told."""


def _nothing() -> None:
    """Done when all that was asked for before it is."""


class Telling(QObject):
    """One message at a time, in the toast.

    Args:
        around: Of the window.
        window: Over which the toast lies.
        area: The part of it where the toast stands.
        spread: Given what an undo touched.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        area: QWidget,
        spread: Callable[[Touched], object],
    ) -> None:
        super().__init__(window)
        self._around, self._window, self._area = around, window, area
        self._undo: Undo | None = None
        self._waits, self._late = False, ""
        self._bug: BugDialog | None = None
        undo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window)
        undo_key.activated.connect(self._on_undo_key)
        self._spread, self._undoing = spread, Writes(around.desk, self.problem, self)

    @cached_property
    def toast(self) -> "Toast":
        """Where it is told, made when there is something to tell."""
        from creditmate.ui.kit.toast import Toast  # noqa: PLC0415 - the window is there sooner

        around = self._around
        toast = Toast(around.theme, around.language, self._window, self._area)
        toast.undone.connect(self._on_undo)
        return toast

    @property
    def undoable(self) -> "Toast | None":
        """The toast, while it is seen and offers a way back."""
        told = "toast" in vars(self) and self.toast.isVisible() and self._undo is not None
        return self.toast if told else None

    def say(self, text: str) -> None:
        """Tell a result; what was told before cannot be undone from here any more."""
        self._undo = None
        self._tell(text)

    def say_undoable(self, text: str, undo: Undo) -> None:
        """Tell a result that can be taken back."""
        self._undo = undo
        self._tell(text)

    def say_besides(self, text: str) -> None:
        """Tell something more of what was just told, which can be undone as before."""
        toast = self.undoable
        if toast is None:
            self.say(text)
        else:
            both = words(self._around.language).gettext("{told}. {more}")
            self._tell(both.format(told=toast.message, more=text))

    def wait(self, waits: bool) -> None:
        """Tell nothing while the window is covered; what came last is told afterwards."""
        self._waits = waits
        if waits and "toast" in vars(self):
            self.toast.hide()
        elif not waits and self._late:
            self._tell(self._late)

    def _tell(self, text: str) -> None:
        self._late = text if self._waits else ""
        if not self._waits:
            self.toast.tell(text, can_undo=self._undo is not None)

    def forget(self) -> None:
        """Tell nothing any more: what could be undone is in a ledger that is not open now."""
        self._undo, self._late = None, ""
        if "toast" in vars(self):
            self.toast.hide()

    def problem(self, error: Exception) -> None:
        """Tell what to do about an error; what is nobody's fault but ours is raised."""
        if not isinstance(error, UserError):
            raise error
        from creditmate.i18n.problems import problem_words  # noqa: PLC0415 - see docs/decisions/0006

        self.say(problem_words(error, self._around.language, self._around.locale))

    def bug(self, report: "CrashReport") -> None:
        """Say that something of ours went wrong: one dialog, in which more of it is counted."""
        if self._bug is not None:
            self._bug.join(report)
        else:
            self._open_bug(now=True, reports=[report])

    def bug_again(self) -> None:
        """Say that what was told of has come again."""
        if self._bug is not None:
            self._bug.count()
        elif not ("toast" in vars(self) and self.toast.isVisible()):
            _ = words(self._around.language).gettext
            self.say(_("The same went wrong again. What was saved before is still saved."))

    def ended(self, reports: "Sequence[CrashReport]") -> None:
        """Say that the program was ended by a fault the last time."""
        if self._bug is None:
            self._open_bug(now=False, reports=reports)

    def _open_bug(self, *, now: bool, reports: "Sequence[CrashReport]") -> None:
        from creditmate.ui.bug_report.dialog import BugDialog  # noqa: PLC0415 - seldom needed
        from creditmate.ui.bug_report.words import Happened  # noqa: PLC0415 - as above

        happened = Happened.NOW if now else Happened.LAST_TIME
        dialog = self._bug = BugDialog(self._around, self._window, happened, reports)
        dialog.finished.connect(self._on_bug_read)
        dialog.leaving.connect(self._window.close, Qt.ConnectionType.QueuedConnection)
        dialog.open_at(dialog.verb)

    def _on_bug_read(self) -> None:
        self._bug = None

    def _on_undo_key(self) -> None:
        """Undo what was told last, once all that is under way is: it may be what is meant."""
        seen = self._undo if self.undoable is not None else None
        self._around.desk.ask(_nothing, lambda _none: self._on_turn(seen), self)

    def _on_turn(self, seen: Undo | None) -> None:
        """Whatever was being saved when the key was pressed is told by now."""
        if self.undoable is not None or (seen is not None and self._undo is seen):
            self.toast.hide()
            self._on_undo()

    def _on_undo(self) -> None:
        if self._undo is not None:
            self._undoing.do(self._undo, self._spread)
            self._undo = None
