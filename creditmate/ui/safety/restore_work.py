"""What is done about a backup beside the window's thread; knows no toolkit."""

from dataclasses import dataclass, replace
from pathlib import Path

from creditmate.disk import is_folder
from creditmate.domain.data_key import DataKey
from creditmate.services.backup_shelf import known_backup
from creditmate.services.damage import Lost, lacks, lost_since
from creditmate.services.ledger_places import may_be_written, offer
from creditmate.services.lost_protection import protected_since
from creditmate.services.moving import free_place
from creditmate.services.place_standing import lock_at
from creditmate.services.program import Program
from creditmate.services.restoring import Restored
from creditmate.services.unlocking import unlock_open, unlock_open_with_sheet
from creditmate.services.unpacking import (
    Container,
    Unpacked,
    is_of_then,
    key_by_password,
    key_by_sheet,
    key_of_today,
    read_backup,
    unpacked_for,
)
from creditmate.system.backup_records import record_of
from creditmate.system.ledger_names import SUFFIX
from creditmate.system.moved_ledgers import remember_move


@dataclass(frozen=True, slots=True)
class Opened:
    """A backup that can be restored.

    Attributes:
        backup: What was read of it.
        key: What it is encrypted with; None of an unprotected one, or while it is not known.
        place: Where its ledger lies or lay on this computer; None where that is not known.
        fresh: Where it could be a ledger of its own.
        locked: The fingerprint of the key that the ledger at ``place`` has or had, if it is
            protected with another than the backup.
        today: That key; None where it is the same, or is not known.
        is_apart: It becomes a ledger of its own, since that key is not at hand.
        is_bare: In its ledger's place it would take a protection away that nobody can know any
            more (``services.lost_protection``).
        is_of_then: The password that opened it was changed since, and opens the ledger no more.
    """

    backup: Container
    key: DataKey | None
    place: Path | None
    fresh: Path
    locked: bytes | None = None
    today: DataKey | None = None
    is_apart: bool = False
    is_bare: bool = False
    is_of_then: bool = False

    @property
    def is_shut(self) -> bool:
        """Whether its key is still to be found."""
        return self.backup.protected and self.key is None

    @property
    def asks_today(self) -> bool:
        """Whether it can take its ledger's place only with a key that is still to be found."""
        return self.locked is not None and self.today is None and not self.is_apart

    @property
    def kept(self) -> DataKey | None:
        """What it is encrypted with in its ledger's place: what that is protected with stays."""
        return self.today or self.key


def read(program: Program, file: Path, place: Path | None) -> Opened:
    """Read a backup through and see where its ledger is; for any thread but the database's.

    Args:
        program: Tells the key, if the ledger is open.
        file: The backup.
        place: Of the ledger that it is to replace; found out if it is not named.

    Raises:
        UserError: As ``read_backup``; ``FOLDER_UNWRITABLE`` about the program's own folder.
    """
    backup = read_backup(file)
    known = place or _place_of(str(backup.manifest["ledger_uid"]))
    now, locked = None, None
    if known is not None:
        now = program.ask(lambda: program.ledgers.key_of(known))
        lock = lock_at(known) if now is None else None
        locked = now.fingerprint if now is not None else lock.fingerprint if lock else None
    if locked is not None and locked.hex() == backup.manifest.get("key", ""):
        key, today, locked = now, None, None
    else:  # it is open with a newer key, or is another kind
        key, today = None, now
    name = Path(str(backup.manifest.get("ledger", ""))).stem or file.stem
    bare = known is not None and protected_since(backup, known) is not None
    fresh = free_place(f"{name}{SUFFIX}")
    return Opened(backup, key, known, fresh, locked, today, is_bare=bare)


def unlocked_by(opened: Opened, password: str) -> Opened:
    """Return a backup with its key, or else with that of the ledger whose place it takes.

    Takes up to some seconds. The password of the backup is tried on that ledger as well.

    Raises:
        UserError: As ``key_by_password``; ``WRONG_PASSWORD``.
    """
    place = opened.place or opened.fresh
    if opened.is_shut:
        key = key_by_password(opened.backup, password, place)
        today = opened.today
        if opened.asks_today:
            today = key_of_today(opened.backup, password, place)
        of_then = is_of_then(opened.backup, place, key, password)
        return replace(opened, key=key, today=today, is_of_then=of_then)
    return replace(opened, today=unlock_open(place, opened.locked or b"", password))


def unlocked_by_sheet(opened: Opened, typed: str) -> Opened:
    """Return the same by a recovery sheet.

    Raises:
        UserError: As ``key_by_sheet``.
    """
    if opened.is_shut:
        return replace(opened, key=key_by_sheet(opened.backup, typed))
    place = opened.place or opened.fresh
    return replace(opened, today=unlock_open_with_sheet(place, opened.locked or b"", typed))


def _place_of(uid: str) -> Path | None:
    """Where a ledger lies, or lay if that folder is still there."""
    said = record_of(uid).ledger
    return Path(said) if said and is_folder(Path(said).parent) else None


@dataclass(frozen=True, slots=True)
class Mended:
    """A backup unpacked and proved for the place of a damaged ledger.

    Attributes:
        unpacked: The same.
        place: Where it goes: beside no damaged file, if that lies where no ledger may or where
            nothing can be written, or is protected with a key that nobody knows any more.
        lost: What was done after it, empty if nothing was; None if nobody can tell any more.
    """

    unpacked: Unpacked
    place: Path
    lost: tuple[Lost, ...] | None


def mended(opened: Opened, path: Path) -> Mended:
    """Unpack a backup to take over from a damaged ledger; nothing of that is touched.

    Raises:
        UserError: As ``unpacked_for``.
    """
    backup = known_backup(opened.backup.path)
    lost = lost_since(path, backup, opened.kept)
    if lost is None and lacks(backup) == 0:
        lost = ()
    if offer(path) is not None or not may_be_written(path) or opened.is_apart:
        of_then = opened.is_of_then
        unpacked = unpacked_for(opened.backup, opened.fresh, opened.key, of_then=of_then)
        return Mended(unpacked, opened.fresh, lost)
    return Mended(unpacked_for(opened.backup, path, opened.key, opened.kept), path, lost)


def put(program: Program, ready: Mended, opened: Opened, path: Path) -> Restored:
    """Let it be the ledger, on the database thread; the damaged file is left or goes aside, whole.

    Raises:
        UserError: As ``Restoring.in_place`` and ``Restoring.into_new``.
    """
    if ready.place == path:
        return program.restoring.in_place(ready.unpacked, path, opened.kept)
    restored = program.restoring.into_new(ready.unpacked, ready.place, opened.key)
    remember_move(path, ready.place)  # what stays there leads to it
    return restored
