"""Another key for the ledger, or none: proved first, then done as a job that may be stopped."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.progress import Progress
from creditmate.i18n.catalogue import words
from creditmate.services import passwords, unlocking
from creditmate.services.program import Program
from creditmate.services.protection import Change, Rewrapped
from creditmate.services.unlocking import Lock
from creditmate.ui.jobs import Job
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.security.key_dialog import KeyDialog
from creditmate.ui.security.key_work import proved
from creditmate.ui.surroundings import Surroundings

Begin = Callable[[Change, Lock | None, bool], object]


class RewrapDialog(KeyDialog):
    """Asks for the password, the new one or the one of now, and begins.

    Attributes:
        remove: Ticked, the unprotected file does not stay; only where one is protected.
    """

    def __init__(
        self, around: Surroundings, window: QWidget, path: Path, change: Change, begin: Begin
    ) -> None:
        _ = words(around.language).gettext
        title, verb, detail = _said(_, change)
        super().__init__(around, window, path, title, verb, detail=detail)
        self._change, self._begin = change, begin
        self.remove: CheckSentence | None = None
        if change is Change.PROTECTED:
            self.ask_new()
            gone = _("Remove the unprotected file once the protected one is open and backed up.")
            self.remove = CheckSentence(around.theme, gone)
            self.put(self.remove)
        else:
            self.ask_known()

    def on_verb(self) -> None:
        """Try the password, and stretch the new one."""
        typed = self.typed()
        if typed is not None:
            work = partial(_lock, self.around.program, self.path, self._change, *typed)
            self.attempt(work, self._on_lock)

    def _on_lock(self, lock: Lock | None) -> None:
        self.accept()
        remove = self.remove is not None and self.remove.isChecked()
        self._begin(self._change, lock, remove)


class Rewrapping(QObject):
    """Does it as a job; stopped, or cut off, it leaves the ledger as it was."""

    done = Signal(Change, object)
    """What was done, and the ``Rewrapped`` that came of it."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._ = words(around.language).gettext
        self._change = Change.PROTECTED
        self._came: list[Rewrapped] = []

    def begin(self, change: Change, lock: Lock | None, remove: bool) -> None:
        """Begin; progress stands in the status line."""
        program, came = self._around.program, list[Rewrapped]()
        self._change, self._came = change, came

        def task(progress: Progress) -> Touched:
            came.append(program.ask(partial(_rewrapped, program, change, lock, remove, progress)))
            return Touched.SETTINGS

        titles = {
            Change.PROTECTED: self._("Protecting the ledger"),
            Change.UNPROTECTED: self._("Taking the protection off"),
            Change.KEY_RENEWED: self._("Making a new key"),
        }
        stays = self._("Stopped now, the ledger stays as it was.")
        job = Job(titles[change], task, if_stopped=stays)
        job.finished.connect(self._on_finished)
        self._around.jobs.start(job)

    def _on_finished(self) -> None:
        self.done.emit(self._change, self._came[0])


def _lock(program: Program, path: Path, change: Change, known: str, new: str) -> Lock | None:
    if change is Change.PROTECTED:
        return unlocking.new_lock(new)
    if change is Change.UNPROTECTED:
        proved(program, path, known)
        return None
    key = program.ask(lambda: program.protection.key())  # noqa: PLW0108 - loaded over there
    return passwords.renewed_lock(path, key, known)


def _rewrapped(
    program: Program, change: Change, lock: Lock | None, remove: bool, progress: Progress
) -> Rewrapped:
    if lock is None:
        return program.protection.unprotect(progress)
    if change is Change.PROTECTED:
        return program.protection.protect(lock, remove_original=remove, progress=progress)
    return program.protection.renew_key(lock, progress)


def _said(_: Callable[[str], str], change: Change) -> tuple[str, str, str]:
    """Title, verb, and what follows."""
    said = {
        Change.PROTECTED: (
            _("Protect this ledger"), _("Protect it"),
            _("From then on the file can be read with the password only. It is copied, the copy is"
              " proved, and only then takes its place. Backups made before stay readable."),
        ),
        Change.UNPROTECTED: (
            _("Take the protection off"), _("Take it off"),
            _("Whoever gets the file can read everything in it then. The protected file of now is"
              " put into a folder beside it, with its key file."),
        ),
        Change.KEY_RENEWED: (
            _("Make a new key"), _("Make a new key"),
            _("The old sheet and all other passwords open this ledger no more; you print a new"
              " sheet. Backups made before keep the old key: what they hold can still be read with"
              " the old sheet. Delete those that must not be."),
        ),
    }  # fmt: skip
    return said[change]
