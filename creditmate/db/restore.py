"""From a backup back to a ledger: unpacked under a new name, proved, and only then in its place.

Nothing is ever overwritten. Until the restored ledger is proved the other one is not even closed;
then the old file with all that belongs to it goes into a folder of its own (``swapping``).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2 as driver

from creditmate.db.connection import problem_of
from creditmate.db.container import Container, read_container, see_authentic, unpack_ledger
from creditmate.db.copy_proof import Ask, failure_of, reading
from creditmate.db.disk import make_private, refusal, sync_file
from creditmate.db.ledger_file import see_inside
from creditmate.db.manifest import Manifest, manifest
from creditmate.db.migrations import SCHEMAS, STEPS
from creditmate.db.rewrapping import Wrapped, copied_under
from creditmate.db.staging import discard, staging
from creditmate.domain.data_key import KEY_FILE_SUFFIX, DataKey
from creditmate.domain.errors import Problem, UserError

COMPARED = (
    "format", "ledger_uid", "rows", "amount", "open", "head", "last_at", "items", "papers", "blobs"
)  # fmt: skip
"""What of a manifest is counted in a ledger; backups of the first kind have not all of it."""
KEPT = tuple(name for name in COMPARED if name not in {"format", "rows"})
"""What stays when a ledger is opened and brought up to date."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A ledger out of a backup, proved, that has not its place yet.

    Attributes:
        folder: Made by ``staging.staging``; give it to ``take_place`` or ``discard`` it.
        ledger: Its file in there.
        container: What it comes from.
    """

    folder: Path
    ledger: Path
    container: Container


def read_backup(path: Path) -> Container:
    """Read a backup and see that it is whole, without its key.

    Raises:
        UserError: ``BACKUP_MISSING``, ``BACKUP_UNREADABLE``, ``BACKUP_UNKNOWN``,
            ``BACKUP_NEWER``, or ``BACKUP_DAMAGED`` with ``why``.
    """
    return read_container(path, len(STEPS))


def unpack(
    container: Container, place: Path, key: DataKey | None, key_file: bytes | None = None
) -> Unpacked:
    """Unpack a backup beside ``place`` and prove that it is the ledger its manifest tells of.

    Any thread may; whatever ledger is open is not touched.

    Args:
        container: From ``read_backup``.
        place: Where the ledger will be; what is there is left alone.
        key: What the ledger in it is encrypted with; None of an unprotected one.
        key_file: The key file for it, if not the one that is in the backup.

    Raises:
        UserError: ``BACKUP_DAMAGED`` with ``why``; what ``see_authentic`` raises; ``DISK_FULL`` or
            ``FOLDER_UNWRITABLE`` about the place.
    """
    see_authentic(container, key)
    with _told(place):
        folder = staging(place)
    try:
        with _told(place):
            ledger = folder / place.name
            unpack_ledger(container, ledger)
            _put_key_file(ledger, container.key_file if key_file is None else key_file)
        _prove(ledger, container, key)
    except BaseException:
        discard(folder)
        raise
    return Unpacked(folder, ledger, container)


def _put_key_file(ledger: Path, content: bytes) -> None:
    if content:
        path = ledger.with_name(ledger.name + KEY_FILE_SUFFIX)
        make_private(path)
        path.write_bytes(content)
        sync_file(path)


def under_key(unpacked: Unpacked, old: DataKey | None, new: DataKey, key_file: bytes) -> Unpacked:
    """Let an unpacked ledger be encrypted with another key than its backup is, on any thread.

    Args:
        unpacked: From ``unpack``; it is discarded if nothing comes of it.
        old: What its ledger is encrypted with; None if it is not.
        new: What it is encrypted with from now on.
        key_file: The key file for that.

    Raises:
        UserError: ``BACKUP_FAILED`` with ``why``: the copy is not the ledger; ``DISK_FULL`` or
            ``FOLDER_UNWRITABLE``.
    """
    ledger = unpacked.ledger
    before = ledger.with_name("before")
    try:
        with _told(ledger):
            ledger.rename(before)
            ledger.with_name(ledger.name + KEY_FILE_SUFFIX).unlink(missing_ok=True)
            copied_under(Wrapped(before, old), Wrapped(ledger, new))
            sync_file(ledger)
            _put_key_file(ledger, key_file)
            before.unlink()
    except BaseException:
        discard(unpacked.folder)
        raise
    return unpacked


def _prove(ledger: Path, container: Container, key: DataKey | None) -> None:
    """Look at the tables before anything is asked of them: they may be anybody's."""
    try:
        with reading(ledger, key) as ask:
            see_inside(container.path, ask, len(STEPS), SCHEMAS)
        failure = failure_of(ledger, key, expected_of(container.manifest))
    except driver.Error as error:
        failure = str(error)
    if failure:
        raise UserError(Problem.BACKUP_DAMAGED, path=container.path, why=failure)


def expected_of(told: Manifest) -> Manifest:
    """Return the figures of a manifest that a ledger must have."""
    return {name: told[name] for name in COMPARED if name in told}


def held_by(ask: Ask) -> Manifest | None:
    """Return what a ledger holds; None if it is too damaged to tell.

    Raises:
        driver.Error: Another program has it open.
    """
    try:
        return manifest(ask)
    except (peewee.DatabaseError, driver.Error, UnicodeDecodeError) as error:
        if problem_of(error) is Problem.LEDGER_IN_USE:
            raise
        return None


def owner_of(ask: Ask) -> str:
    """Return the uid of a ledger, which may be damaged; empty if that cannot be read.

    Raises:
        driver.Error: Another program has it open.
    """
    try:
        row = ask("SELECT ledger_uid FROM business").fetchone()
    except (peewee.DatabaseError, driver.Error, UnicodeDecodeError) as error:
        if problem_of(error) is Problem.LEDGER_IN_USE:
            raise
        return ""
    return str(row[0]) if row else ""


def latest_actions(ask: Ask, after: int) -> list[tuple[str, str]] | None:
    """Return use-case and moment of the actions after a number; None if that cannot be read.

    Args:
        ask: Asks a copy of a ledger that may be damaged.
        after: The id of the last action that is known.
    """
    sql = "SELECT use_case, at FROM action WHERE id > ? ORDER BY id"
    try:
        return [(str(use_case), str(at)) for use_case, at in ask(sql, (after,))]
    except (peewee.DatabaseError, driver.Error, UnicodeDecodeError):
        return None


@contextmanager
def _told(place: Path) -> Iterator[None]:
    """Say of errors of the disk what they mean for the place."""
    try:
        yield
    except OSError as error:
        raise refusal(place.parent, error) from error
