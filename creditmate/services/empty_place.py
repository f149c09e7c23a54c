"""An empty folder of the program's own, for a moment: a ledger is tried out or looked into."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from creditmate.db.disk import refusal
from creditmate.system.computer import data_folder

_A_DAY = 24 * 60 * 60  # seconds


@contextmanager
def empty_place(purpose: str) -> Iterator[Path]:
    """Make a folder that is gone afterwards, also what an earlier one left that was killed.

    Args:
        purpose: A word of its name.

    Raises:
        UserError: ``DISK_FULL`` or ``FOLDER_UNWRITABLE``.
    """
    folder, begins = data_folder(), f".{purpose}-"
    _clear_away(folder, begins)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = TemporaryDirectory(prefix=begins, dir=folder, ignore_cleanup_errors=True)
    except OSError as error:
        raise refusal(folder, error) from error
    with made as name:
        yield Path(name)


def _clear_away(folder: Path, begins: str) -> None:
    """Remove what was left for a whole day; what another program is at now stays."""
    for left in folder.glob(f"{begins}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _A_DAY:
                shutil.rmtree(left, ignore_errors=True)
