"""The backups of a ledger that can be found from this computer, wherever they lie."""

from contextlib import suppress
from pathlib import Path

from creditmate.domain.errors import UserError
from creditmate.services.backup_shelf import KnownBackup, backups_in, known_backup, newest_first
from creditmate.services.second_place import second_folder
from creditmate.system.backup_records import record_of
from creditmate.system.computer import backup_folder


def backups_of(uid: str) -> list[KnownBackup]:
    """Return the backups of a ledger that can be found from here, newest first.

    What lies in both places is told once, as it lies here. The last one counts wherever it is: it
    may have been put into a folder of the user's choosing.
    """
    second, last = second_folder(uid), record_of(uid).path
    folders = [backup_folder(uid)] if second is None else [backup_folder(uid), second]
    there = [each for folder in folders for each in backups_in(folder)]
    if last and Path(last).parent not in folders:
        with suppress(UserError, OSError, ValueError):  # it is gone, or another file
            there.append(known_backup(Path(last)))
    found: dict[str, KnownBackup] = {}
    for each in there:
        if each.manifest["ledger_uid"] == uid:
            found.setdefault(each.path.name, each)
    return newest_first(found.values())
