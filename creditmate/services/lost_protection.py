"""Whether going back to a backup would take the protection off a ledger, without anybody's word.

Where the ledger stands, or its key file, that is seen there (``place_standing``). Where both are
gone, with the copy of the key file, its backups still tell that it was protected.
"""

from pathlib import Path

from creditmate.db.cipher import PLAIN, beginning
from creditmate.db.container import Container
from creditmate.disk import is_file
from creditmate.domain.errors import UserError
from creditmate.services.backup_shelf import KnownBackup
from creditmate.services.found_backups import backups_of
from creditmate.services.place_standing import lock_at
from creditmate.system.backup_records import record_of


def protected_since(backup: Container, place: Path) -> KnownBackup | None:
    """Return the newest backup of a ledger, if that is protected and this one is not.

    Args:
        backup: What is to be a ledger again.
        place: Where: only where its ledger stands or stood, it is that ledger that comes back.

    Returns:
        None where nothing is lost, or the key of today is still known to a key file.
    """
    uid = str(backup.manifest["ledger_uid"])
    if backup.protected or lock_at(place) is not None or _is_plain(place):
        return None
    if not is_file(place) and not _same(record_of(uid).ledger, place):
        return None
    newest = next(iter(backups_of(uid)), None)
    return newest if newest is not None and newest.protected else None


def _is_plain(place: Path) -> bool:
    try:
        return is_file(place) and beginning(place) == PLAIN
    except UserError:  # it is the one that is open, which tells more than its file
        return True


def _same(said: str, place: Path) -> bool:
    return bool(said) and Path(said).absolute() == place.absolute()
