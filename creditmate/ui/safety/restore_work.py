"""What is done about a backup beside the window's thread; knows no toolkit."""

from dataclasses import dataclass
from pathlib import Path

from creditmate.disk import is_folder
from creditmate.domain.data_key import DataKey
from creditmate.services.backup_shelf import known_backup
from creditmate.services.damage import Lost, lacks, lost_since
from creditmate.services.ledger_places import offer
from creditmate.services.moving import free_place
from creditmate.services.program import Program
from creditmate.services.restoring import Restored
from creditmate.services.unpacking import Container, Unpacked, read_backup, unpacked_for
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
    """

    backup: Container
    key: DataKey | None
    place: Path | None
    fresh: Path

    @property
    def is_shut(self) -> bool:
        """Whether its key is still to be found."""
        return self.backup.protected and self.key is None


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
    key = None
    if backup.protected and known is not None:
        key = program.ask(lambda: program.ledgers.key_of(known))
    if key is not None and key.fingerprint.hex() != backup.manifest["key"]:
        key = None  # it is open with a newer key
    name = Path(str(backup.manifest.get("ledger", ""))).stem or file.stem
    return Opened(backup, key, known, free_place(f"{name}{SUFFIX}"))


def _place_of(uid: str) -> Path | None:
    """Where a ledger lies, or lay if that folder is still there."""
    said = record_of(uid).ledger
    return Path(said) if said and is_folder(Path(said).parent) else None


@dataclass(frozen=True, slots=True)
class Mended:
    """A backup unpacked and proved for the place of a damaged ledger.

    Attributes:
        unpacked: The same.
        place: Where it goes: beside no damaged file, if that lies where no ledger may.
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
    lost = lost_since(path, backup, opened.key)
    if lost is None and lacks(backup) == 0:
        lost = ()
    place = path if offer(path) is None else opened.fresh
    return Mended(unpacked_for(opened.backup, place, opened.key), place, lost)


def put(program: Program, ready: Mended, opened: Opened, path: Path) -> Restored:
    """Let it be the ledger, on the database thread; the damaged file is left or goes aside, whole.

    Raises:
        UserError: As ``Restoring.in_place`` and ``Restoring.into_new``.
    """
    if ready.place == path:
        return program.restoring.in_place(ready.unpacked, path, opened.key)
    restored = program.restoring.into_new(ready.unpacked, ready.place, opened.key)
    remember_move(path, ready.place)  # what stays there leads to it
    return restored
