"""The key file that goes into a backup: a backup that no password opens is found out too late."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from creditmate.db.connection import current_key
from creditmate.db.restore import read_backup
from creditmate.domain.errors import Problem, UserError
from creditmate.services.backup_shelf import KnownBackup
from creditmate.system.key_file import key_file_from
from creditmate.system.key_places import find_key_file


def key_file_for(
    ledger: Path, known: Callable[[], Iterable[KnownBackup]], new: bytes = b""
) -> bytes:
    """Return the bytes of the key file of the open ledger; nothing for an unprotected one.

    Where it was lost, the newest backup under the same key has one: its passwords opened that one.

    Args:
        ledger: The ledger.
        known: Finds its backups, newest first; asked only then.
        new: What it is about to become, if that is why it is backed up.

    Raises:
        UserError: ``KEY_FILE_GONE``: there is none anywhere.
    """
    key = current_key()
    if key is None:
        return b""
    with suppress(UserError):
        found = find_key_file(ledger, key.fingerprint)
        if found.fits:
            return found.key_file.as_bytes()
    for backup in known():
        with suppress(UserError):
            content = read_backup(backup.path).key_file
            if content and key_file_from(content, backup.path).fingerprint == key.fingerprint:
                return content
    if not new:
        raise UserError(Problem.KEY_FILE_GONE, path=ledger)
    return new
