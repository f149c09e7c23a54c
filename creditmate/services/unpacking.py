"""From a backup to a ledger that is proved but has no place yet; no open ledger is touched.

Reading, unlocking and proving take a second and more, and may be done on any thread.
"""

from contextlib import suppress
from pathlib import Path

from creditmate.db.container import Container, see_authentic
from creditmate.db.restore import Unpacked, read_backup, unpack
from creditmate.domain.data_key import DataKey, read_recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.services.disk_room import see_room_in
from creditmate.services.ledger_places import see_place
from creditmate.system.key_file import KeyFile, key_file_from
from creditmate.system.key_places import find_key_file

__all__ = [
    "Container",
    "Unpacked",
    "key_by_password",
    "key_by_sheet",
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
        UserError: ``WRONG_PASSWORD``; ``KEY_FILE_MISSING``, ``KEY_FILE_DAMAGED`` or
            ``KEY_FILE_OTHER`` about the key file in the backup; ``BACKUP_DAMAGED``.
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
        raise UserError(Problem.KEY_FILE_MISSING, path=backup.path)
    return key_file_from(backup.key_file, backup.path)


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


def unpacked_for(backup: Container, place: Path, key: DataKey | None) -> Unpacked:
    """Unpack and prove a backup beside the place where it will be.

    The key file that the place has now goes with it if it is of the same key: a password that was
    changed since the backup stays changed.

    Raises:
        UserError: ``PLACE_…`` or ``DISK_LOW`` about the place; as ``db.restore.unpack``.
    """
    see_place(place, making=True)
    see_room_in(place.parent, int(backup.manifest.get("size", 0)))
    key_file = None
    if key is not None:
        with suppress(UserError):
            found = find_key_file(place, key.fingerprint)
            key_file = found.key_file.as_bytes() if found.fits else None
    return unpack(backup, place, key, key_file)
