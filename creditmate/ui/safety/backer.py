"""Backs the open ledger up beside the work, one backup at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.domain.progress import Progress
from creditmate.i18n.catalogue import words
from creditmate.ui.jobs import Job
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.services.backup_standing import BackupStanding

DAILY, BY_HAND = "day", "by hand"
"""Why a backup is made, as its manifest says it."""


class Backer(QObject):
    """Makes backups, and knows how those of the open ledger stand.

    Attributes:
        has_news: Whether the ledger holds what no backup does, as far as the window knows.
        job: The backup that is being made; None while none is.
        reason: Why the one that is being made, or was made last, is made.
        standing: How the backups stand; None until that is known.
    """

    standing_read = Signal(object)
    """``BackupStanding``, whenever it was asked."""
    made = Signal()
    failed = Signal(UserError)
    stopped = Signal()
    """It was cancelled; nothing of it is left."""
    broke = Signal()
    """It met a bug of ours, which is told elsewhere."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self.has_news = False
        self.job: Job | None = None
        self.reason = ""
        self.standing: BackupStanding | None = None
        self._is_open, self._is_first = False, False
        self._written_since = False
        self._problems: list[UserError] = []
        self._asked: Latest[BackupStanding] = Latest(
            around.desk, self._on_standing, around.desk.failed.emit, self
        )

    # ------------------------------------------------------------- the ledger
    def begin(self) -> None:
        """A ledger was opened."""
        self._is_open, self.has_news = True, False
        self.begin_day()

    def begin_day(self) -> None:
        """A day begins with the ledger: the work of an earlier one is backed up now."""
        self._is_first = True
        self.ask()

    def end(self) -> None:
        """No ledger is open any more, or soon none will be."""
        self._is_open = self.has_news = False
        self.standing = None
        self._asked.forget()

    def note_written(self, touched: Touched) -> None:
        """Something was written."""
        if self._is_open and touched:
            self.has_news = self._written_since = True

    def ask(self) -> None:
        """Ask how the backups stand."""
        if not self._is_open:
            return
        program = self._around.program

        def standing() -> "BackupStanding":
            from creditmate.services.backup_standing import standing as ask  # noqa: PLC0415 - on the other thread

            return ask(program.backups)

        self._asked.ask_when_calm(standing)

    def _on_standing(self, standing: "BackupStanding") -> None:
        self.standing = standing
        self.has_news = self.has_news or (standing.has_news and not standing.only_read)
        is_first, self._is_first = self._is_first, False
        self.standing_read.emit(standing)
        if is_first and standing.is_due:
            self.start(DAILY)

    # ------------------------------------------------------------- making one
    def start(self, reason: str) -> None:
        """Make a backup unless one is being made."""
        if self.job is not None or not self._is_open:
            return
        program, problems = self._around.program, self._problems
        self.reason = reason
        problems.clear()

        def task(progress: Progress) -> Touched:
            try:
                program.back_up_beside_work(reason, progress)
            except UserError as error:  # told where backups are spoken of, not in passing
                problems.append(error)
            return Touched.NOTHING

        self._written_since = False
        title = words(self._around.language).gettext("Backing up")
        job = self.job = Job(title, task)
        # methods, not lambdas: they are not called any more once the window is gone
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_broken)
        job.cancelled.connect(self._on_stopped)
        self._around.jobs.start(job)

    def _on_finished(self) -> None:
        self.job = None
        if not self._problems:
            self.has_news = self._written_since
        self.ask()
        if self._problems:
            self.failed.emit(self._problems[0])
        else:
            self.made.emit()

    def _on_broken(self) -> None:
        self.job = None
        self.broke.emit()

    def _on_stopped(self) -> None:
        self.job = None
        self.ask()
        self.stopped.emit()
