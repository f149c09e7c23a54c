"""A ledger copied to another place with all that belongs to it, proved there before it has a name.

What lies at the old place is read and left as it is: nothing there is renamed or removed.
"""

import errno
import hashlib
from contextlib import suppress
from pathlib import Path

from creditmate.db.connection import beside
from creditmate.db.copy_proof import failure_of
from creditmate.db.disk import move, refusal, sync_file
from creditmate.db.manifest import Manifest, manifest
from creditmate.db.preflight import has_content, side_files
from creditmate.db.staging import discard, staging
from creditmate.db.swapping import belongings, finish
from creditmate.disk import sync_folder
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.progress import Progress, silent

_CHUNK = 1 << 20
_PLACE_IS_BAD = {Problem.DISK_READ_ONLY, Problem.LEDGER_UNREADABLE, Problem.DISK_FULL}
"""What a place that is none for a ledger may not allow; its bytes can be copied all the same."""


def relocate(source: Path, key: DataKey | None, place: Path, progress: Progress = silent) -> None:
    """Copy a ledger that is closed to ``place``: its file, its journals, its key file.

    Args:
        source: The ledger; links are followed.
        key: What it is encrypted with; None of an unprotected one.
        place: Where the copy goes; nothing of that name may be there, its folder must.
        progress: Told the bytes copied; may cancel, which leaves nothing behind.

    Raises:
        UserError: ``LEDGER_IN_USE``, also when it is written meanwhile; ``LEDGER_EXISTS``,
            ``DISK_FULL`` or ``FOLDER_UNWRITABLE`` at the new place; ``MOVE_FAILED`` with ``why``:
            the copy is not the ledger. The old one is as it was.
    """
    source = source.resolve()
    if belongings(place):
        raise UserError(Problem.LEDGER_EXISTS, path=place)
    with suppress(UserError):  # what cannot be finished there is seen in the copy
        finish(source)
    expected = _figures(source, key)
    staged = None
    try:
        staged = staging(place)
        copy = staged / place.name
        for file in _copied(source, copy, progress):
            sync_file(file)
        _prove(copy, key, expected)
        _give_name(copy, place)
    except OSError as error:
        raise refusal(place.parent, error) from error
    finally:
        if staged is not None:
            discard(staged)


def _figures(source: Path, key: DataKey | None) -> Manifest:
    """What the ledger holds; nothing where it cannot be asked because of where it lies."""
    try:
        with beside(source, key) as ask:
            return manifest(ask)
    except UserError as error:
        if error.problem not in _PLACE_IS_BAD:
            raise
        return {}


def _copied(source: Path, copy: Path, progress: Progress) -> list[Path]:
    """Copy every file and see that no byte of it has changed meanwhile."""
    files = belongings(source)
    total, done = sum(file.stat().st_size for file in files), 0
    copies, hashes = [], []
    for file in files:
        target = copy.with_name(copy.name + file.name.removeprefix(source.name))
        hashed = hashlib.sha256()
        with file.open("rb") as reading, target.open("xb") as writing:
            left = file.stat().st_size  # one that grows is found out below, and not followed
            while chunk := reading.read(min(left, _CHUNK)):
                writing.write(chunk)
                hashed.update(chunk)
                left, done = left - len(chunk), done + len(chunk)
                progress(done, total)
        target.chmod(0o600)
        copies.append(target)
        hashes.append(hashed.digest())
    now = [_hash(file) for file in files]
    if now != hashes or belongings(source) != files:
        raise UserError(Problem.LEDGER_IN_USE, path=source)
    if [_hash(each) for each in copies] != hashes:
        raise OSError(errno.EIO, "does not read back as written", str(copy))
    return copies


def _hash(file: Path) -> bytes:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").digest()


def _prove(copy: Path, key: DataKey | None, expected: Manifest) -> None:
    """Let the copy take in its journal, then hold it against what the ledger said of itself."""
    with beside(copy, key) as ask:
        ask("SELECT count(*) FROM sqlite_schema").fetchone()
    failure = failure_of(copy, key, expected) or _journal_left(copy)
    if failure:
        raise UserError(Problem.MOVE_FAILED, path=copy, why=failure)


def _journal_left(copy: Path) -> str:
    return next((side.name for side in side_files(copy) if has_content(side)), "")


def _give_name(copy: Path, place: Path) -> None:
    """Move the files in, the ledger last: without its key file nobody could open it.

    What is left of its journals is empty, and stays behind.
    """
    files = [file for file in belongings(copy) if file not in side_files(copy)]
    for file in (*files[1:], files[0]):
        move(file, place.with_name(place.name + file.name.removeprefix(copy.name)))
    sync_folder(place.parent)
