"""What is done about a backup beside the window's thread; knows no toolkit."""

from dataclasses import dataclass
from pathlib import Path

from creditmate.domain.data_key import DataKey
from creditmate.services.backup_shelf import known_backup
from creditmate.services.damage import Lost, lost_since
from creditmate.services.moving import free_place
from creditmate.services.program import Program
from creditmate.services.unpacking import Container, Unpacked, read_backup, unpacked_for
from creditmate.system.backup_records import record_of
from creditmate.system.ledger_names import SUFFIX


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
    return Path(said) if said and Path(said).parent.is_dir() else None


@dataclass(frozen=True, slots=True)
class Mended:
    """A backup unpacked and proved beside a damaged ledger, and what that tells of later deeds."""

    unpacked: Unpacked
    lost: tuple[Lost, ...] | None


def mended(opened: Opened, path: Path) -> Mended:
    """Unpack a backup for the place of a damaged ledger; nothing of that is touched.

    Raises:
        UserError: As ``unpacked_for``.
    """
    lost = lost_since(path, known_backup(opened.backup.path), opened.key)
    return Mended(unpacked_for(opened.backup, path, opened.key), lost)
