"""From a backup to a ledger that is proved but has no place yet; no open ledger is touched.

Reading, unlocking and proving take a second and more, and may be done on any thread.
"""

from contextlib import suppress
from pathlib import Path

from creditmate.db.container import Container, see_authentic
from creditmate.db.disk import see_takes_files
from creditmate.db.restore import Unpacked, read_backup, under_key, unpack
from creditmate.disk import is_folder
from creditmate.domain.data_key import DataKey, read_recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.services.disk_room import see_room_in
from creditmate.services.ledger_places import see_place
from creditmate.services.place_standing import lock_at
from creditmate.system.key_file import KeyFile, key_file_from
from creditmate.system.key_places import find_key_file

__all__ = [
    "Container",
    "Unpacked",
    "is_of_then",
    "key_by_password",
    "key_by_sheet",
    "key_of_today",
    "read_backup",
    "unpacked_for",
]


def key_by_password(backup: Container, password: str, place: Path) -> DataKey:
    """Return the key of the ledger in a protected backup.

    The password may be that of the day the backup was made, or that of today, if the ledger's key
    file is still on this computer. Takes up to a second for each.

    Args:
        backup: From ``read_backup``.
        password: As typed.
        place: Where the ledger was or will be.

    Raises:
        UserError: ``WRONG_PASSWORD``; ``KEY_FILE_DAMAGED`` or ``KEY_FILE_OTHER`` about the key
            file in the backup; ``BACKUP_DAMAGED``, also where there is none in it.
    """
    try:
        key = _key_file_in(backup).open(password)
    except UserError:
        key_of_today = _by_password_of_today(backup, password, place)
        if key_of_today is None:
            raise
        key = key_of_today
    return _fitting(backup, key, Problem.KEY_FILE_OTHER)


def _key_file_in(backup: Container) -> KeyFile:
    if not backup.key_file:
        raise UserError(Problem.BACKUP_DAMAGED, path=backup.path, why="no_key_file")
    return key_file_from(backup.key_file, backup.path)


def is_of_then(backup: Container, place: Path, key: DataKey, password: str) -> bool:
    """Whether a password that opened a backup opens nothing that is at a place any more.

    It was changed since: in its place the ledger keeps the passwords of today. Takes up to a
    second.
    """
    today = _key_file_at(place, key)
    if today is None or today == backup.key_file:
        return False
    return key_file_from(today, place).opened_by(password) is None


def key_of_today(backup: Container, password: str, place: Path) -> DataKey | None:
    """Return the key of the ledger at a place, if it is another than its backup's.

    Takes up to a second.

    Returns:
        None where it is the same key, there is none, or the password does not open it.
    """
    with suppress(UserError):
        lock = lock_at(place)
        if lock is not None and lock.fingerprint.hex() != backup.manifest.get("key", ""):
            opened = lock.opened_by(password)
            return None if opened is None else opened[1]
    return None


def _by_password_of_today(backup: Container, password: str, place: Path) -> DataKey | None:
    with suppress(UserError):
        found = find_key_file(place, bytes.fromhex(backup.manifest["key"]))
        if found.fits and (opened := found.key_file.opened_by(password)) is not None:
            return opened[1]
    return None


def key_by_sheet(backup: Container, typed: str) -> DataKey | None:
    """Return the key of the ledger in a backup as typed from its recovery sheet.

    Raises:
        UserError: ``RECOVERY_CODE``: it is mistyped; ``KEY_OTHER``: it is another sheet;
            ``BACKUP_DAMAGED``.
    """
    key = read_recovery_code(typed)
    return _fitting(backup, key, Problem.KEY_OTHER) if backup.protected else None


def _fitting(backup: Container, key: DataKey, otherwise: Problem) -> DataKey:
    try:
        see_authentic(backup, key)
    except UserError as error:
        if error.problem is not Problem.KEY_OTHER:
            raise
        raise UserError(otherwise, path=backup.path) from error
    return key


def unpacked_for(
    backup: Container,
    place: Path,
    key: DataKey | None,
    today: DataKey | None = None,
    *,
    of_then: bool = False,
) -> Unpacked:
    """Unpack and prove a backup beside the place where it will be.

    The key file that the place has now goes with it: a password that was changed since the backup
    stays changed. So does a key that was: under that of ``today`` the ledger is put there.

    Args:
        backup: From ``read_backup``.
        place: Where it will be.
        key: What the ledger in it is encrypted with; None of an unprotected one.
        today: What the ledger at the place is encrypted with, if with another key.
        of_then: It becomes a ledger of its own, and nobody gave a password but that of its day:
            the passwords of the backup go with it.

    Raises:
        UserError: ``PLACE_…``, ``RESTORE_UNWRITABLE`` or ``DISK_LOW`` about the place; as
            ``db.restore.unpack`` and ``db.restore.under_key``.
    """
    size = int(backup.manifest.get("size", 0))
    is_kept = today is not None and today != key
    see_place(place, making=True)
    _see_takes_files(place.parent)
    see_room_in(place.parent, 2 * size if is_kept else size)
    if today is None or today == key:
        key_file = None if key is None or of_then else _key_file_at(place, key)
        return unpack(backup, place, key, key_file)
    return under_key(unpack(backup, place, key), key, today, _key_file_at(place, today) or b"")


def _see_takes_files(folder: Path) -> None:
    try:
        see_takes_files(folder)
    except UserError as error:
        if not is_folder(folder):
            raise
        raise UserError(Problem.RESTORE_UNWRITABLE, **error.facts) from error


def _key_file_at(place: Path, key: DataKey) -> bytes | None:
    with suppress(UserError):
        found = find_key_file(place, key.fingerprint)
        return found.key_file.as_bytes() if found.fits else None
    return None
