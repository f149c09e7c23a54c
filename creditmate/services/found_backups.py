"""The backups of a ledger that can be found from this computer, wherever they lie."""

from contextlib import suppress
from pathlib import Path

from creditmate.domain.errors import UserError
from creditmate.services.backup_shelf import (
    KnownBackup,
    backups_in,
    known_backup,
    newest_first,
    unread_at,
    unread_in,
)
from creditmate.services.second_place import second_folder
from creditmate.system.backup_records import record_of
from creditmate.system.computer import backup_folder


def backups_of(uid: str) -> list[KnownBackup]:
    """Return the backups of a ledger that can be found from here, newest first.

    What lies in both places is told once, as it lies here. The last one counts wherever it is: it
    may have been put into a folder of the user's choosing.
    """
    folders, last = _folders(uid), record_of(uid).path
    there = [each for folder in folders for each in backups_in(folder)]
    if last and Path(last).parent not in folders:
        with suppress(UserError, OSError, ValueError):  # it is gone, or another file
            there.append(known_backup(Path(last)))
    found: dict[str, KnownBackup] = {}
    for each in there:
        if each.manifest["ledger_uid"] == uid:
            found.setdefault(each.path.name, each)
    return newest_first(found.values())


def unread_of(uid: str) -> list[KnownBackup]:
    """Return what lies where the backups of a ledger lie and cannot be read, newest first."""
    folders, last = _folders(uid), record_of(uid).path
    found = [each for folder in folders for each in unread_in(folder)]
    if last and Path(last).parent not in folders and (unread := unread_at(Path(last))) is not None:
        found.append(unread)
    return sorted(found, key=lambda each: each.made_at, reverse=True)


def newest_of(uid: str) -> KnownBackup | None:
    """Return the newest backup of a ledger, also where that is one that cannot be read."""
    read, unread = next(iter(backups_of(uid)), None), next(iter(unread_of(uid)), None)
    if read is None or unread is None:
        return read or unread
    if unread.path.name == read.path.name:  # in the other place there is a whole twin of it
        return read
    is_last = str(unread.path) == record_of(uid).path
    return unread if is_last or unread.made_at > read.made_at else read


def _folders(uid: str) -> list[Path]:
    second = second_folder(uid)
    return [backup_folder(uid)] if second is None else [backup_folder(uid), second]
