"""A ledger on its way onto this computer: copied with progress to be seen, then opened."""

from pathlib import Path
from typing import TYPE_CHECKING

from creditmate.domain.changes import Touched
from creditmate.domain.errors import Cancelled, UserError
from creditmate.domain.progress import Progress
from creditmate.i18n.catalogue import words
from creditmate.services.moving import Moved, copy_here
from creditmate.ui.jobs import Job
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.domain.data_key import DataKey

_MEGABYTE = 1_000_000


class MovingHere:
    """One move. Stopped or failed, it leaves the ledger where it is and nothing of the copy.

    Args:
        around: Of the window.
        path: The ledger.
        key: What it is encrypted with; None of an unprotected one.

    Attributes:
        job: Copies and proves it, beside the window's thread and the database's.
        moved: What came of it, once it is open.
    """

    def __init__(self, around: Surroundings, path: Path, key: "DataKey | None") -> None:
        _ = words(around.language).gettext
        self._program, self._path, self._key = around.program, path, key
        self._copied: Moved | None = None
        self._problem: UserError | None = None
        self.moved: Moved | None = None
        title = _("Moving “{name}” to this computer, in MB").format(name=path.stem)
        stays = _("Stopped now, the ledger stays where it is, untouched.")
        self.job = Job(title, self._copy, if_stopped=stays)

    def _copy(self, progress: Progress) -> Touched:
        def report(done: int, total: int) -> None:
            progress(megabytes(done), megabytes(total))

        try:
            self._copied = copy_here(self._path, self._key, report)
        except UserError as error:  # told by whoever opens it: there it is known what is open then
            self._problem = error
        return Touched.NOTHING

    def put(self) -> None:
        """Open it, on the database thread, after the job.

        Raises:
            Cancelled: The job was stopped.
            UserError: Why it was not moved, or cannot be opened.
        """
        if self._problem is not None:
            raise self._problem
        if self._copied is None:
            raise Cancelled
        self._program.moving.open_here(self._copied, self._key)
        self.moved = self._copied


def megabytes(size: int) -> int:
    """Return how many of them a size takes up."""
    return -(-size // _MEGABYTE)
